package edit_test

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/edit"
	"tillit/tools/internal/facts/source"
)

// odd are files as nobody should write them, with remarks wherever one may stand.
var odd = []string{
	"# 1\na: b # 2\n\n# 3\nc:\n  # 4\n  - d # 5\n  # 6\n  - e: f # 7\n    # 8\n    g: h\n  - [i, j] # 9\n# 10\n",
	"a: {b: c, d: [e, f], g: {}} # 1\nh: [\n  i, # 2\n  {j: k}, # 3\n  # 4\n] # 5\nl: m\n",
	"a: | # 1\n  b # c\n  d\n\n# 2\ne: >-\n  f\n  # g\n\nh: |+\n  i\n\n\n# 3\nj: k\n",
	"a:\n- b\n- - c\n  - d # 1\n-\n  e: f\n- # 2\n  g: h\ni:\n\n\nj: ~\nk: # 3\n",
	"\"a\": 'it''s'\n'b': \"c\\\"d # e\"\nf: g\n  h # 1\ni: \"j\n\n  k\" # 2\nl: 'm\n  # n'\n",
	"å: \"東京 🙂\" # 1\n🙂: [ö, {é: ü}] # 2\nñ:\n  - ç: Ω\n    東: 京\n",
	"---\na: b\nc: d # 1\n...\n# 2\n",
	"a: 1\nb: 0x1F\nc: 1e3\nd: 2026-01-01\ne: true\nf: NO\ng: null\nh: ''\ni: \"\"\n",
	"a: b\na: c # 1\nd: {e: f, e: g}\n",
	"- a\n- b: c # 1\n-   d:   e\n    f:  g\n",
	"a:    \n    b:    \n        c: d # 1\n        e:\n        - f\n        -    g\n",
	"? a\n: b\n? c # 1\n: - d\n  - e\n",
	"a: [b, c,]\nd: {e: f,\n g: h # 1\n }\n",
	"a: [b: c, d: e]\n",
	"a: #b\n  c # 1\nd: e#f\ng: h #i\n",
	"{a: b, c: [d, e]} # 1\n",
	"[a, {b: c}] # 1\n",
}

// said are the single values of a tree, by their paths; what is empty counts as one.
func said(n *source.Node, path string, all map[string]string) map[string]string {
	if len(n.Content) == 0 {
		all[path] = fmt.Sprintf("%d %d %q", n.Kind, n.Type, n.Value)
	}
	seen := map[string]int{}
	for i, c := range n.Content {
		step := strconv.Itoa(i)
		if n.Kind == source.Map {
			if i%2 == 0 {
				continue
			}
			key := n.Content[i-1].Value
			step = key + strings.Repeat("'", seen[key]) // of several with a name, the first counts
			seen[key]++
		}
		said(c, path+"["+step+"]", all)
	}
	return all
}

// remarks are those of the odd files, each of which has a number of its own.
func remarks(text string) (found []string) {
	for i := range 12 {
		if mark := "# " + strconv.Itoa(i) + "\n"; strings.Contains(strings.ReplaceAll(text, "\r", "")+"\n", mark) {
			found = append(found, mark)
		}
	}
	return found
}

// Whatever is changed of an odd file, only that is changed, and no remark is lost; what
// cannot be done leaves the file as it was.
func TestNothingElseChanges(t *testing.T) {
	done, refused := 0, 0
	for _, plain := range odd {
		for _, spoil := range spoilt {
			text0 := spoil(plain)
			before := said(source.Fragment(strings.TrimPrefix(text0, "\ufeff")), "", map[string]string{})
			var paths []string
			var nodes []*source.Node
			walk(source.Fragment(strings.TrimPrefix(text0, "\ufeff")), "", func(n *source.Node, path string) {
				if !strings.Contains(path, "'") {
					paths, nodes = append(paths, path), append(nodes, n)
				}
			})
			for i, path := range paths {
				for _, value := range []string{"zz", "No", "a: b # c", "two\nlines\n", "", "'\"", "🙂"} {
					want := without(before, path)
					want[path] = said(text(value), "", map[string]string{})[""]
					try(t, text0, want, func(f *edit.File) error { return f.Set(path, text(value)) }, &done, &refused)
				}
				try(t, text0, nil, func(f *edit.File) error { return f.Remove(path) }, &done, &refused)
				more := maps.Clone(before)
				if len(nodes[i].Content) == 0 {
					delete(more, path)
				}
				switch nodes[i].Kind {
				case source.Map:
					more[path+"[zz]"] = said(text("z: z"), "", map[string]string{})[""]
					try(t, text0, more, func(f *edit.File) error { return f.Add(path, "zz", text("z: z")) }, &done, &refused)
				case source.List:
					more[path+"["+strconv.Itoa(len(nodes[i].Content))+"]"] = said(text("z"), "", map[string]string{})[""]
					try(t, text0, more, func(f *edit.File) error { return f.Append(path, text("z")) }, &done, &refused)
				}
			}
		}
	}
	if done < 2000 || refused > done {
		t.Errorf("%d changes were made, and %d refused", done, refused)
	}
	t.Logf("%d changes were made, and %d refused", done, refused)
}

// without are values but for those at a path and below.
func without(all map[string]string, path string) map[string]string {
	left := maps.Clone(all)
	maps.DeleteFunc(left, func(other, _ string) bool {
		rest, below := strings.CutPrefix(other, path)
		return below && (rest == "" || rest[0] == '[')
	})
	return left
}

func try(t *testing.T, before string, want map[string]string, change func(f *edit.File) error, done, refused *int) {
	t.Helper()
	f, err := edit.Open("data/x.yaml", []byte(before))
	if err != nil {
		return
	}
	err = change(f)
	after := string(f.Bytes())
	if err != nil {
		*refused++
		if after != before {
			t.Errorf("%q is refused, and changed to %q", before, after)
		}
		return
	}
	*done++
	if diff := cmp.Diff(remarks(before), remarks(after)); diff != "" {
		t.Errorf("%q becomes %q: remarks: %s", before, after, diff)
	}
	if got := said(source.Fragment(strings.TrimPrefix(after, "\ufeff")), "", map[string]string{}); want != nil {
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q becomes %q: -want +got\n%s", before, after, diff)
		}
	}
}
