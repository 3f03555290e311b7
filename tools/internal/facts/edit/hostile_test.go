package edit_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/edit"
	"tillit/tools/internal/facts/source"
)

// change is one of the changes that can be made of a file.
type change func(f *edit.File) error

func set(path, value string) change {
	return func(f *edit.File) error { return f.Set(path, text(value)) }
}

func typed(path, value string) change {
	return func(f *edit.File) error { return f.Set(path, source.Fragment(value)) }
}

func add(path, name, value string) change {
	return func(f *edit.File) error { return f.Add(path, name, source.Fragment(value)) }
}

func appended(path, value string) change {
	return func(f *edit.File) error { return f.Append(path, source.Fragment(value)) }
}

func remove(path string) change {
	return func(f *edit.File) error { return f.Remove(path) }
}

func renamed(path, name string) change {
	return func(f *edit.File) error { return f.Rename(path, name) }
}

// A change is right to the byte, or refused.
func TestChangesAreRightOrRefused(t *testing.T) {
	const no = "refused"
	for _, tc := range []struct {
		text   string
		change change
		want   string // no where it is refused
	}{
		// As the file writes.
		{"a: b\n", set("a", "c"), "a: c\n"},
		{"a: b # why\nc: d\n", set("a", "e: f"), "a: \"e: f\" # why\nc: d\n"},
		{"a: 'b' # why\n", set("a", "it's"), "a: 'it''s' # why\n"},
		{"a: \"b\"\n", set("a", "c \"d\" \\"), "a: \"c \\\"d\\\" \\\\\"\n"},
		{"a: b\nc: 'd'\n", set("a", "No"), "a: 'No'\nc: 'd'\n"},
		{"a: b\nc: \"d\"\n", set("a", "12"), "a: \"12\"\nc: \"d\"\n"},
		{"a: 12\n", set("a", "12"), "a: \"12\"\n"},
		{"a: NO\n", set("a", "NO"), "a: \"NO\"\n"},
		{"a: \"2026-01-01\"\n", typed("a", "2026-02-01"), "a: 2026-02-01\n"},
		{"a: yes\n", typed("a", "true"), "a: true\n"},
		{"a: {b: c, d: e}\n", set("a.b", "f, g"), "a: {b: \"f, g\", d: e}\n"},
		{"a: [b, c]\n", set("a[1]", "d]"), "a: [b, \"d]\"]\n"},
		{"a:   b\n", set("a", "c"), "a:   c\n"},
		{"a:\n", set("a", "b"), "a: b\n"},
		{"a: # why\nb: c\n", set("a", "d"), "a: d # why\nb: c\n"},
		{"a: ~\n", set("a", "b"), "a: b\n"},
		{"a:\n    b: c\n", set("a.b", "d"), "a:\n    b: d\n"},

		// Lines below a sign, and texts over lines.
		{"a: |\n  b\n  c\nd: e\n", set("a", "b\nx\n"), "a: |\n  b\n  x\nd: e\n"},
		{"a: |-\n  b\n\n  c\n\n# why\nd: e\n", set("a", "b\n\nx"), "a: |-\n  b\n\n  x\n\n# why\nd: e\n"},
		{"a: >\n  b\n  c\nd: e\n", set("a", "b x\n"), "a: >\n  b\n  x\nd: e\n"},
		{"a: |2\n   b\nc: d\n", set("a", " x\n"), "a: |2\n   x\nc: d\n"},
		{"a: |+\n  b\n\nc: d\n", set("c", "e"), "a: |+\n  b\n\nc: e\n"},
		{"a: |\n  b #c\n  d: e\n", set("a", "b #x\nd: e\n"), "a: |\n  b #x\n  d: e\n"},
		{"a: |\n  b\nc: d\n", set("a", "one\ntwo\nthree\n"), "a: |\n  one\n  two\n  three\nc: d\n"},
		{"a: b\n  c\n  d\ne: f\n", set("a", "b x d"), "a: b\n  x\n  d\ne: f\n"},
		{"a: \"b\n  c\"\nd: e\n", set("a", "b x"), "a: \"b\n  x\"\nd: e\n"},
		{"a: 'b\n\n  c'\n", set("a", "b\nx"), "a: 'b\n\n  x'\n"},
		{"a: \"b\\u00e5\"\n", set("a", "c\u00e5"), "a: \"c\\u00e5\"\n"},
		{"a: b b b\n", set("a", "b c b"), "a: b c b\n"},
		{"b: b\na: b\n", set("a", "c"), "b: b\na: c\n"},

		// Every other byte.
		{"\ufeffa: b\r\nc: d", set("c", "e"), "\ufeffa: b\r\nc: e"},
		{"å: \"東京 🙂\"\nb: [ö, 🙂, c]\n", set("b[2]", "d"), "å: \"東京 🙂\"\nb: [ö, 🙂, d]\n"},
		{"å: {é: 🙂, ö: x}\n", set("å.ö", "z"), "å: {é: 🙂, ö: z}\n"},
		{"# a\n\n---\na: b\n", set("a", "c"), "# a\n\n---\na: c\n"},
		{"a: b\n...\n", add("", "c", "d"), "a: b\nc: d\n...\n"},
		{"a:\tb\n", set("a", "c"), "a:\tc\n"},
		{"a: b   \nc: d\n", set("a", "e"), "a: e   \nc: d\n"},
		{"a: [b,\n  c, # why\n  d]\n", set("a[2]", "e"), "a: [b,\n  c, # why\n  e]\n"},
		{"a: {\n  b: c,\n  d: e,\n}\n", add("a", "f", "g"), "a: {\n  b: c,\n  d: e, f: g,\n}\n"},
		{"\"a\": b\n'c d': e\n", set("c d", "f"), "\"a\": b\n'c d': f\n"},
		{"a: b\na: c\n", set("a", "d"), "a: d\na: c\n"},
		{"a:\n- b\n- c\n", set("a[1]", "d"), "a:\n- b\n- d\n"},
		{"- a\n- - b\n  - c\n", set("[1][1]", "d"), "- a\n- - b\n  - d\n"},

		// What is added.
		{"a: b", add("", "c", "d"), "a: b\nc: d"},
		{"a: b # why\n\n# end\n", add("", "c", "d"), "a: b # why\nc: d\n\n# end\n"},
		{"a:\n  b: c\nd: e\n", add("a", "f", "{sv: x, en: z}"), "a:\n  b: c\n  f: {sv: x, en: z}\nd: e\n"},
		{"a:\n  - b: c\n    d: e\n", add("a[0]", "f", "[x]"), "a:\n  - b: c\n    d: e\n    f: [x]\n"},
		{"a:\r\n  - b\r\n", appended("a", "c"), "a:\r\n  - b\r\n  - c\r\n"},
		{"a:\n- b: c\nd: e\n", appended("a", "f: g\nh: i\n"), "a:\n- b: c\n- f: g\n  h: i\nd: e\n"},
		{"a: []\n", appended("a", "c"), "a: [c]\n"},
		{"a: [ b ]\n", appended("a", "\"c,\""), "a: [ b, \"c,\" ]\n"},
		{"a: {}\n", add("a", "b", "c"), "a: {b: c}\n"},
		{"a: |\n  b\n\n# why\n", add("", "c", "d"), "a: |\n  b\nc: d\n\n# why\n"},
		{"a:\nb:\n", add("", "c", "d"), "a:\nb:\nc: d\n"},
		{"a: b\n", add("", "c", "|\n  d\n\n  e\n"), "a: b\nc: |\n  d\n\n  e\n"},
		{"a: [b, # why\n]\n", appended("a", "c"), "a: [b, c, # why\n]\n"},
		{"a: b\n", add("", "a", "c"), no},
		{"a: |+\n  b\n\n", add("", "c", "d"), "a: |+\n  b\n\nc: d\n"},

		// What goes.
		{"a: b\nc: d\n", remove("a"), "c: d\n"},
		{"a: b\nc: d", remove("c"), "a: b"},
		{"a: b\r\nc: d", remove("c"), "a: b"},
		{"a: b\r\nc: d\r\n", remove("a"), "c: d\r\n"},
		{"a:\n  - b: c\n    d: e\n", remove("a[0].b"), "a:\n  - d: e\n"},
		{"a:\n  - b\n  # why\n  - c\n", remove("a[1]"), "a:\n  - b\n  # why\n"},
		{"a:\n  - b\n  - c\nd: e\n", remove("a[0]"), "a:\n  - c\nd: e\n"},
		{"a:\n  - b\nd: e\n", remove("a[0]"), "d: e\n"},
		{"a:\n  b:\n    - c\nd: e\n", remove("a.b[0]"), "d: e\n"},
		{"a: [b, c, d]\n", remove("a[1]"), "a: [b, d]\n"},
		{"a: [b, c, d]\n", remove("a[0]"), "a: [c, d]\n"},
		{"a: [b]\n", remove("a[0]"), "a: []\n"},
		{"a: {b: c, d: e}\n", remove("a.d"), "a: {b: c}\n"},
		{"a:\n  - - b\n    - c\n", remove("a[0][0]"), "a:\n  - - c\n"},
		{"a: |\n  b #c\n\nd: e\n", remove("a"), "\nd: e\n"},
		{"a:\nb: c\n", remove("a"), "b: c\n"},
		{"a: b # why\nc: d\n", remove("a"), no},
		{"a:\n  # why\n  - b\nc: d\n", remove("a"), no},
		{"a: [b, # why\n  c]\n", remove("a[0]"), no},
		{"a: | # why\n  b\nc: d\n", remove("a"), no},
		{"a: b\n", remove("a"), no},
		{"a:\n  - # why\n    b: c\n  - d\n", remove("a[0]"), no},

		// Names.
		{"ab: c # why\n", renamed("ab", "abc"), "abc: c # why\n"},
		{"a: {“b”: c}\n", renamed("a.“b”", "b"), "a: {b: c}\n"},
		{"a: b\nc: d\n", renamed("a", "c"), no},
		{"a:\n  - bd: c\n", renamed("a[0].bd", "be"), "a:\n  - be: c\n"},
		{"no: a\nb: no\n", renamed("no", "nb"), "nb: a\nb: no\n"},

		// One value in the place of others, and the other way.
		{"a: b\n", typed("a", "[b]"), "a: [b]\n"},
		{"a:\n  - b\nc: d\n", set("a", "b"), "a: b\nc: d\n"},
		{"a: # why\n  - b\n", set("a", "b"), no},
		{"a: {b: c} # why\n", set("a", "b"), "a: b # why\n"},

		// What can be read in two ways, or is not there.
		{"a: &x b\nc: *x\n", set("a", "d"), no},
		{"a: &x b\nc: *x\nd: e\n", set("d", "f"), no},
		{"a: !!str b\n", set("a", "c"), no},
		{"<<: {a: b}\nc: d\n", set("c", "e"), no},
		{"? a\n: b\n", set("a", "c"), "? a\n: c\n"},
		{"? [a]\n: b\nc: d\n", set("c", "e"), no},
		{"a: b\n---\nc: d\n", set("a", "c"), no},
		{"a: b: c\n", set("a", "d"), no},
		{"a: b\n\tc: d\n", set("a", "d"), no},
		{"a: b\nc\n", set("a", "d"), no},
		{"a: b\u2028c: d\n", set("a", "d"), no},
		{"a: b\rc: d\n", set("a", "d"), no},
		{"a: \xff\n", set("a", "d"), no},
		{"<<<<<<< x\na: b\n=======\na: c\n>>>>>>> y\n", set("a", "d"), no},
		{"# nothing\n", add("", "a", "b"), no},
		{"", add("", "a", "b"), no},
		{"a: b\n", set("c", "d"), no},
		{"a: b\n", appended("a", "d"), no},
		{"a: b\n", set("a", "c\x00"), "a: \"c\\x00\"\n"},
		{"a: [b, c]\n", remove("a[2]"), no},
	} {
		f, err := edit.Open("data/x.yaml", []byte(tc.text))
		got := no
		if err == nil {
			if err = tc.change(f); err == nil {
				got = string(f.Bytes())
			} else if string(f.Bytes()) != tc.text {
				t.Errorf("%q: refused, and changed all the same", tc.text)
			}
		}
		if refusal, ok := err.(edit.Refused); err != nil && (!ok || refusal.Why.SV == "" || refusal.Why.EN == "") {
			t.Errorf("%q: no sentence: %v", tc.text, err)
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%q: %v (-want +got)\n%s", tc.text, err, diff)
		}
	}
}
