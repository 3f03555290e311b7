package edit_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/edit"
)

func place(line, column int) diag.Pos {
	return diag.Pos{File: "data/x.yaml", Line: line, Column: column}
}

// All edits of a file are made at once, each at the place that its finding names, or none.
func TestApply(t *testing.T) {
	const record = "\ufeffname: Åkeri # hos oss\r\ncontact: {emial: a@b.example, tags: [x, y, x]}\r\nkind: \"subprocesor\"\r\nsince: 1 maj 2026\r\nopen: nej\r\naccepted:\r\n  - rule: a\r\n    until: 2027-01-01"
	for name, tc := range map[string]struct {
		edits []diag.Edit
		want  func(string) string // nil where it is refused
		made  []bool
	}{
		"values": {[]diag.Edit{
			{Pos: place(2, 11), Deed: diag.Rename, Was: "emial", Now: "email"},
			{Pos: place(2, 44), Deed: diag.Remove},
			{Pos: place(3, 7), Deed: diag.Word, Was: "subprocesor", Now: "subprocessor"},
			{Pos: place(4, 8), Deed: diag.Word, Was: "1 maj 2026", Now: "2026-05-01"},
			{Pos: place(5, 7), Deed: diag.Word, Was: "nej", Now: "false"},
			{Pos: place(7, 5), Deed: diag.Remove},
		}, func(s string) string {
			s, _, _ = strings.Cut(s, "\r\naccepted")
			return strings.NewReplacer("emial", "email", ", x]", "]", "sor\"", "ssor\"", "1 maj 2026", "2026-05-01", "nej", "false").Replace(s)
		}, []bool{true, true, true, true, true, true}},
		"a text gets quotes": {[]diag.Edit{{Pos: place(5, 7), Deed: diag.Phrase, Was: "nej", Now: "No"}},
			func(s string) string { return strings.Replace(s, "nej", "\"No\"", 1) }, []bool{true}},
		"the field of a key": {[]diag.Edit{{Pos: place(4, 1), Deed: diag.Remove, Was: "since"}},
			func(s string) string { return strings.Replace(s, "since: 1 maj 2026\r\n", "", 1) }, []bool{true}},
		"the same twice": {[]diag.Edit{{Pos: place(5, 7), Deed: diag.Word, Was: "nej", Now: "false"}, {Pos: place(5, 7), Deed: diag.Word, Was: "nej", Now: "false"}},
			func(s string) string { return strings.Replace(s, "nej", "false", 1) }, []bool{true, true}},
		"two ways at once": {[]diag.Edit{{Pos: place(5, 7), Deed: diag.Word, Was: "nej", Now: "false"}, {Pos: place(5, 7), Deed: diag.Phrase, Was: "nej", Now: "no"}},
			func(s string) string { return strings.Replace(s, "nej", "false", 1) }, []bool{true, false}},
		"characters before values": {[]diag.Edit{
			{Pos: place(5, 7), Deed: diag.Word, Was: "nej", Now: "false"},
			{Pos: place(1, 1), Deed: diag.Splice, Was: "\ufeff"},
			{Pos: place(1, 7), Deed: diag.Splice, Was: "Åkeri", Now: "Åkeriet"},
			{Pos: place(1, 8), Deed: diag.Splice, Was: "k", Now: "kk"},
		}, func(s string) string { return strings.NewReplacer("\ufeff", "", "Åkeri", "Åkeriet").Replace(s) }, []bool{false, true, true, false}},

		"none where one cannot be": {[]diag.Edit{
			{Pos: place(5, 7), Deed: diag.Word, Was: "nej", Now: "false"},
			{Pos: place(1, 1), Deed: diag.Remove, Was: "name"}, // beside a remark
		}, nil, []bool{false, false}},
		"another value":         {[]diag.Edit{{Pos: place(5, 7), Deed: diag.Word, Was: "ja", Now: "true"}}, nil, nil},
		"other characters":      {[]diag.Edit{{Pos: place(1, 7), Deed: diag.Splice, Was: "Åkare", Now: "x"}}, nil, nil},
		"no such place":         {[]diag.Edit{{Pos: place(50, 7), Deed: diag.Word, Was: "ja", Now: "true"}}, nil, nil},
		"past the end":          {[]diag.Edit{{Pos: place(50, 7), Deed: diag.Splice, Was: "x", Now: "y"}}, nil, nil},
		"a name that is taken":  {[]diag.Edit{{Pos: place(5, 1), Deed: diag.Rename, Was: "open", Now: "name"}}, nil, nil},
		"what breaks the file":  {[]diag.Edit{{Pos: place(2, 10), Deed: diag.Splice, Was: "{", Now: "["}}, nil, nil},
		"the value for the key": {[]diag.Edit{{Pos: place(5, 7), Deed: diag.Rename, Was: "nej", Now: "no"}}, nil, nil},
	} {
		got, made, err := edit.Apply("data/x.yaml", []byte(record), tc.edits)
		want := record
		if tc.want != nil {
			want = tc.want(record)
		}
		if (err == nil) != (tc.want != nil) {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
		if diff := cmp.Diff(tc.made, made); tc.made != nil && diff != "" {
			t.Errorf("%s: made: -want +got\n%s", name, diff)
		}
	}
}

// In prose an edit changes the characters that it names.
func TestApplyToProse(t *testing.T) {
	page := "---\ntitle: Å\n---\n\n##Vi och [ni] (/ni/)\r\n"
	got, made, err := edit.Apply("content/x/index.sv.md", []byte(page), []diag.Edit{
		{Pos: place(5, 10), Deed: diag.Splice, Was: "[ni] (", Now: "[ni]("},
		{Pos: place(5, 1), Deed: diag.Splice, Was: "##", Now: "## "},
	})
	if want := "---\ntitle: Å\n---\n\n## Vi och [ni](/ni/)\r\n"; err != nil || string(got) != want || !made[0] || !made[1] {
		t.Errorf("%q, %v, %v", got, made, err)
	}
}
