package source_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/source"
)

// TestParseReports holds files that YAML can read, or that are no YAML at all.
func TestParseReports(t *testing.T) {
	deep := func(levels int) string {
		var b strings.Builder
		for i := range levels {
			b.WriteString(strings.Repeat(" ", i) + "a:\n")
		}
		return b.String() + strings.Repeat(" ", levels) + "a: b\n"
	}
	tests := []struct {
		name, data string
		want       []string // line:column+length rule
		message    string   // of the first finding, in English
		readable   bool     // a tree comes with the findings
	}{
		{"empty", "", []string{"0:0+0 empty-file"}, "the file is empty", false},
		{"only comments", "# a\n\n  # b\n", []string{"0:0+0 empty-file"}, "the file is empty", false},
		{"only the beginning of a document", "---\n", []string{"0:0+0 empty-file"}, "the file is empty", false},
		{"null", "~\n", []string{"0:0+0 empty-file"}, "the file is empty", false},
		{"list", "# c\n- a\n- b\n", []string{"2:1+1 not-a-map"}, "the file must consist of named fields, but begins with a list", false},
		{"text", "hej\n", []string{"1:1+3 not-a-map"}, "the file must consist of named fields, but begins with a text", false},
		{"number", "12\n", []string{"1:1+2 not-a-map"}, "the file must consist of named fields, but begins with a number", false},
		{"missing space in the only line", "a:b\n", []string{"1:1+3 not-a-map"}, "the file must consist of named fields, but begins with a text", false},
		{"two documents", "a: 1\n---\nb: 2\n", []string{"2:1+3 several-documents"}, "here begins another document, but a file holds a single record", true},
		{"front matter", "---\na: 1\n---\n", []string{"3:1+3 several-documents"}, "here begins another document, but a file holds a single record", true},
		{"a document's beginning and end", "---\na: 1\n...\n", nil, "", true},
		{"directive", "# c\n%YAML 1.1\n---\na: 1\n", []string{"2:1+9 directive"}, "the line is a directive to YAML readers; such are not used here", true},
		{"directive of the future", "%YAML 9.9\n---\na: @\n", []string{"1:1+9 directive", "3:4+1 reserved-character"},
			"the line is a directive to YAML readers; such are not used here", true},

		{"anchor and alias", "a: &x b\nc: *x\n", []string{"1:4+2 anchor", "2:4+2 alias"},
			"&x names the value so that others can refer to it; such names are not used here", true},
		{"anchor on a group", "a: &x\n  b: c\n", []string{"1:4+2 anchor"},
			"&x names the value so that others can refer to it; such names are not used here", true},
		{"anchor and alias as keys", "&x a: b\n*x : c\n", []string{"1:1+2 anchor", "2:1+2 alias"},
			"&x names the value so that others can refer to it; such names are not used here", true},
		{"merge key", "a: &x {b: c}\n<<: *x\n", []string{"1:4+2 anchor", "2:1+2 merge-key"},
			"&x names the value so that others can refer to it; such names are not used here", true},
		{"merge key with a group", "<<: {b: c}\n", []string{"1:1+2 merge-key"},
			"<< takes fields from another place; each record must hold its own fields", true},
		{"quoted merge key is a key", "\"<<\": x\n", nil, "", true},
		{"tags", "a: !!str 12\nb: !foo [x]\nc: !!binary aGVq\n", []string{"1:4+5 tag", "2:4+4 tag", "3:4+8 tag"},
			"!!str says how to read the value; such tags are not used here", true},
		{"tag that does not fit", "a: !!int hej\n", []string{"1:4+5 tag"}, "!!int says how to read the value; such tags are not used here", true},
		{"list as key", "? [a, b]\n: c\n", []string{"1:3+1 complex-key"}, "a list stands where the name of a field belongs", true},
		{"template", "a: {{ name }}\n", []string{"1:5+1 complex-key"}, "a group of fields stands where the name of a field belongs", true},
		{"keys that are no text", "1: a\ntrue: b\n~: c\n2026-01-01: d\n1.5: e\n",
			[]string{"1:1+1 key-not-text", "2:1+4 key-not-text", "3:1+1 key-not-text", "4:1+10 key-not-text", "5:1+3 key-not-text"},
			`the field name "1" is not read as text but as a number`, true},
		{"repeated key", "name: a\nb: c\nname: d\n", []string{"3:1+4 repeated-key"}, `the field "name" is given twice`, true},
		{"repeated in quotes and below", "a: {b: 1, 'b': 2}\n\"a\": x\n", []string{"1:11+3 repeated-key", "2:1+3 repeated-key"},
			`the field "b" is given twice`, true},
		{"repeated thrice", "a: 1\na: 2\na: 3\n", []string{"2:1+1 repeated-key", "3:1+1 repeated-key"}, `the field "a" is given twice`, true},
		{"space in a key", "\" name\": x\nb\u00a0: y\n", []string{"1:1+7 space-in-key", "2:1+2 space-in-key"},
			`the field name " name" begins or ends with a space`, true},

		{"32 levels", deep(31), nil, "", true},
		{"33 levels", deep(32), []string{"33:33+1 nesting-too-deep"}, "the fields are nested deeper than 32 levels", true},
		{"33 lists", "a: " + strings.Repeat("[", 32) + strings.Repeat("]", 32) + "\n", []string{"1:35+1 nesting-too-deep"},
			"the fields are nested deeper than 32 levels", true},

		{"typographic quotes", "a: “b”\nc: ”d”\ne: „f”\ng: ‘h’\ni: ’it’s’\n",
			[]string{"1:4+3 typographic-quotes", "2:4+3 typographic-quotes", "3:4+3 typographic-quotes", "4:4+3 typographic-quotes", "5:4+6 typographic-quotes"},
			"the value stands in typographic quotes, which become part of the text", true},
		{"typographic quotes within a text", "a: “Solo” och “Duo”\nb: kunden kallas ”du”\nc: \"“x”\"\nd: ‘70-tal’ och ‘80-tal’\n", nil, "", true},
		{"typographic quotes around a key", "“name”: x\n", []string{"1:1+6 typographic-quotes"}, "the field name stands in typographic quotes", true},

		{"byte order mark", "\ufeffname: a: b\n", []string{"1:1+0 byte-order-mark", "1:8+1 colon-in-text"},
			"the file begins with a byte order mark (BOM), an invisible character that other programs take for text", true},
		{"Latin-1", "id: x\nname: \xc5keri \xd6st\n", []string{"2:7+1 not-utf8"},
			`the byte 0xC5 is not UTF-8; the file seems to be saved as Latin-1 (Windows-1252), where it means "Å"`, true},
		{"Latin-1 beside UTF-8", "a: å \xe5\n", []string{"1:6+1 not-utf8"},
			`the byte 0xE5 is not UTF-8; the file seems to be saved as Latin-1 (Windows-1252), where it means "å"`, true},
		{"Latin-1 and another mistake", "a: \xe5\nb: @\n", []string{"1:4+1 not-utf8", "2:4+1 reserved-character"},
			`the byte 0xE5 is not UTF-8; the file seems to be saved as Latin-1 (Windows-1252), where it means "å"`, true},
		{"a lone byte", "a: b\x80c\n", []string{"1:5+1 not-utf8"}, "the byte 0x80 is not UTF-8", true},
		{"UTF-16 with a mark", "\xff\xfea\x00:\x00 \x00b\x00\n\x00", []string{"1:1+0 not-utf8"}, "the file is saved as UTF-16, but must be UTF-8", true},
		{"UTF-16 the other way", "\xfe\xff\x00a\x00:\x00 \x00b", []string{"1:1+0 not-utf8"}, "the file is saved as UTF-16, but must be UTF-8", true},
		{"UTF-16 without a mark", "a\x00:\x00 \x00b\x00\n\x00", []string{"1:1+0 not-utf8"}, "the file is saved as UTF-16, but must be UTF-8", true},
		{"control characters", "a: å\x00b\nc: \x1b[31md\n", []string{"1:5+1 control-character", "2:4+1 control-character"},
			"here stands the invisible control character U+0000", true},
		{"lines that end in a way of their own", "a: b\rc: d\u2028e\u0085f\n",
			[]string{"1:5+1 control-character", "1:10+1 control-character", "1:12+1 control-character"},
			"here stands the invisible control character U+000D", false},
		{"control character by escape", "a: \"b\\x00\"\nc: \"C:\\foo\"\n", []string{"1:4+7 control-character", "2:4+8 control-character"},
			"the text holds the invisible character U+0000, written with a backslash", true},
		{"bidirectional override", "a: b\u202ec\nd: \u2067e\u2069\n", []string{"1:5+1 bidi-character", "2:4+1 bidi-character", "2:6+1 bidi-character"},
			"the invisible character U+202E turns the direction of the text, so that a reader sees another text than the one stored", true},
		{"bidirectional override by escape", "a: \"b\\u202Ec\"\n", []string{"1:4+10 bidi-character"},
			"the text holds the invisible character U+202E, written with a backslash", true},
		{"in a comment too", "a: b # c\u202ed\n", []string{"1:9+1 bidi-character"},
			"the invisible character U+202E turns the direction of the text, so that a reader sees another text than the one stored", true},
		{"lost character", "a: b\ufffdc\n", []string{"1:5+1 lost-character"},
			"here stands \"\ufffd\" in place of a character that was lost when the file was saved", true},
		{"Arabic and Hebrew are text", "a: العربية\nb: עברית\n", nil, "", true},
		{"tab within a line", "a:\tb\t# c\n", nil, "", true},

		{"long text", "a: |\n  " + strings.Repeat("å", 20_001) + "\n", []string{"1:4+1 text-too-long"}, "the text is longer than 20000 characters", true},
		{"text as long as may be", "a: " + strings.Repeat("å", 20_000) + "\n", nil, "", true},
		{"too many values", "a: [" + strings.Repeat("1, ", 50_001) + "]\n", []string{"0:0+0 too-many-values"}, "the file holds more than 50000 values", true},
		{"far too many values", "a: [" + strings.Repeat("1,", 250_000) + "]\n", []string{"0:0+0 too-many-values"}, "the file holds more than 50000 values", false},
		{"too large", strings.Repeat("# ", 1<<19) + "#", []string{"0:0+0 file-too-large"}, "the file is 1.0 MiB large; a record may be 1.0 MiB at most", false},
		{"CRLF", "a: b\r\nc: |\r\n  d\r\n  e\r\n", nil, "", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, found := source.Parse("data/x.yaml", []byte(tt.data))
			if diff := cmp.Diff(tt.want, briefly(found)); diff != "" {
				t.Fatalf("-want +got\n%s\n%v", diff, found)
			}
			if (f != nil) != tt.readable {
				t.Errorf("got file %v, want one: %v", f, tt.readable)
			}
			if len(found) > 0 && found[0].Message.EN != tt.message {
				t.Errorf("message %q, want %q", found[0].Message.EN, tt.message)
			}
			for _, d := range found {
				if d.Message.SV == "" || d.Message.SV == d.Message.EN || d.Hint.SV == "" || d.Pos.File != "data/x.yaml" {
					t.Errorf("incomplete finding %+v", d)
				}
			}
		})
	}
}

func TestRepeatedKeyShowsTheFirst(t *testing.T) {
	_, found := source.Parse("data/x.yaml", []byte("a: 1\n\na: 2\n"))
	want := []diag.Related{{
		Pos:     diag.Pos{File: "data/x.yaml", Line: 1, Column: 1, Length: 1},
		Message: diag.Text{SV: "det står först här", EN: "it is first given here"},
	}}
	if diff := cmp.Diff(want, found[0].Related); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestParseKeepsTheTextAsUTF8(t *testing.T) {
	for data, want := range map[string]string{
		"name: \xc5":                            "name: Å",
		"\ufeffname: Å":                         "name: Å",
		"\xff\xfen\x00:\x00 \x00\xc5\x00\n\x00": "n: Å\n",
	} {
		f, _ := source.Parse("data/x.yaml", []byte(data))
		if f.Text != want {
			t.Errorf("%q became %q, want %q", data, f.Text, want)
		}
	}
}

func TestFindingsOfAFileAreBounded(t *testing.T) {
	f, found := source.Parse("data/x.yaml", []byte("a:\n"+strings.Repeat("  - &x b\n", 5000)))
	last := found[len(found)-1]
	if f == nil || len(found) != 101 || last.Rule != "too-many-findings" {
		t.Fatalf("%d findings, the last %+v", len(found), last)
	}
	if want := "the file has 4900 more mistakes that are not shown"; last.Message.EN != want {
		t.Errorf("message %q, want %q", last.Message.EN, want)
	}
}
