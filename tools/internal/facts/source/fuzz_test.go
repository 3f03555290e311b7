package source_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/source"
)

// FuzzParse asks of any bytes that they neither crash the reader nor give a
// finding that is not in the file or not in our words.
func FuzzParse(f *testing.F) {
	f.Add([]byte(places))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, found := source.Parse("data/x.yaml", data)
		if file == nil && len(found) == 0 {
			t.Fatal("neither file nor finding")
		}
		within(t, file, data, found)
		_, again := source.Parse("data/x.yaml", data)
		if diff := cmp.Diff(found, again); diff != "" {
			t.Errorf("the second time -want +got\n%s", diff)
		}
	})
}

// FuzzDecode asks the same of decoding, and that every place that a struct can
// name lies within the file.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(sample), "locations[0].country")
	f.Fuzz(func(t *testing.T, data []byte, path string) {
		file, _ := source.Parse("data/x.yaml", data)
		if file == nil {
			return
		}
		var c company
		found := file.Decode(&c)
		for _, p := range []string{"", path, "purpose[sv]", "locations[0].what.sv", "transfers.List[0]"} {
			value, _ := file.At(p)
			key, _ := file.KeyAt(p)
			file.Failed(p)
			found = append(found, diag.Diagnostic{Pos: value}, diag.Diagnostic{Pos: key})
		}
		within(t, file, data, found)
	})
}

// within checks that findings lie within their file and speak our language.
func within(t *testing.T, file *source.File, data []byte, found diag.List) {
	t.Helper()
	if file != nil {
		data = []byte(file.Text)
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for _, d := range found {
		for _, word := range []string{"yaml:", "reflect", "runtime error", "mapping", "did not", "could not find", "unmarshal", "struct", "%!", "map[", "interface"} {
			for _, text := range []string{d.Message.EN, d.Message.SV, d.Hint.EN, d.Hint.SV} {
				if strings.Contains(text, word) && !bytes.Contains(data, []byte(word)) {
					t.Errorf("%q in %q", word, text)
				}
			}
		}
		if file == nil && !utf8.Valid(data) || d.Pos.Line == 0 {
			continue // the lines are those of the text that the bytes were taken for
		}
		if d.Pos.Line < 1 || d.Pos.Line > len(lines) {
			t.Fatalf("%+v is not in a file of %d lines", d, len(lines))
		}
		width := utf8.RuneCountInString(lines[d.Pos.Line-1])
		if d.Pos.Column < 1 || d.Pos.Length < 0 || d.Pos.Column+d.Pos.Length > width+1 {
			t.Fatalf("%+v is not in a line of %d characters", d, width)
		}
	}
}
