package schema_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/schema"
)

// Every line of a skeleton, opened, is a field that the record knows.
func TestSkeletonOpenedHasNoUnknownField(t *testing.T) {
	for _, kind := range record.Kinds() {
		for _, lang := range []string{"sv", "en"} {
			data, err := schema.Skeleton(kind, []string{"sv", "en"}, lang)
			if err != nil {
				t.Fatal(err)
			}
			name := "data/" + kind.Folder + "/x.yaml"
			if kind.Folder == "" {
				name = "data/organisation.yaml"
			}
			_, list, err := record.LoadFS(fstest.MapFS{name: {Data: opened(data)}})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range list {
				if d.Rule != "empty-value" && d.Rule != "no-value" {
					t.Errorf("%s: %s [%s]", kind.Name, d.Message.EN, d.Rule)
				}
			}
		}
	}
}

// opened takes away the # before fields, and leaves it before sentences.
func opened(data []byte) []byte {
	var out strings.Builder
	for line := range strings.Lines(string(data)) {
		if field, ok := strings.CutPrefix(line, "# "); ok {
			key, _, colon := strings.Cut(strings.TrimSpace(field), ":")
			if colon && !strings.ContainsAny(key, " ") && key == strings.ToLower(key) {
				line = field
			}
		}
		out.WriteString(line)
	}
	return []byte(out.String())
}

func TestSkeletonOpensTheFirstOfSeveral(t *testing.T) {
	for kind, want := range map[string]string{"recipient": "legal_name: \"\"\n", "controller": "legal_name: \"\"\n", "category": "name:\n  sv: \"\"\n"} {
		k, _ := record.KindOf(kind)
		data, err := schema.Skeleton(k, []string{"sv"}, "en")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), "\n"+want) {
			t.Errorf("%s: %q is not open in\n%s", kind, want, data)
		}
	}
}
