package seal

import (
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

// What was read of a page in an earlier build holds for as long as nothing that decides
// it has changed.
func TestAPageThatIsTheSameIsReadOnce(t *testing.T) {
	page := func(text string) string {
		return `<!doctype html><html lang="sv"><title>x</title><main><h1>x</h1><p id="a">` + text + `</p></main></html>`
	}
	making := func(root string, pages ...prose.Page) *view.Making {
		return &view.Making{At: mustParse(t, root), Pages: pages}
	}
	listed := prose.Page{ID: "a", Lang: "sv", Title: "A", URL: "/a/", File: "content/a/index.sv.md"}
	titled, elsewhere, part := listed, listed, listed
	titled.Title, elsewhere.File, part.Part = "B", "content/b/index.sv.md", true

	first := After(nil)
	files := []output.File{{Path: "a/index.html", Data: []byte(page("ett"))}}
	first.read(making("", listed), files)
	was := first.pages["a/index.html"]
	if was == nil || was.twin == nil || len(was.topics) == 0 {
		t.Fatalf("it was read as %+v", was)
	}
	for what, tc := range map[string]struct {
		making *view.Making
		text   string
		same   bool
	}{
		"nothing":              {making("", listed), page("ett"), true},
		"the text":             {making("", listed), page("två"), false},
		"the title":            {making("", titled), page("ett"), false},
		"the file":             {making("", elsewhere), page("ett"), false},
		"what it is a part of": {making("", part), page("ett"), false},
		"that it is listed":    {making(""), page("ett"), false},
		"the site's address":   {making("https://a.example/b/", listed), page("ett"), false},
	} {
		second := After(first)
		second.read(tc.making, []output.File{{Path: "a/index.html", Data: []byte(tc.text)}})
		second.Done()
		got := second.pages["a/index.html"]
		if got == nil || (got == was) != tc.same {
			t.Errorf("%s changed, and the page is as it was: %v", what, got == was)
		}
		if want := readPage("a/index.html", *got.of); string(want.twin) != string(got.twin) || !slices.Equal(want.topics, got.topics) {
			t.Errorf("%s changed: %+v instead of %+v", what, got, want)
		}
		if third := After(second); len(third.before) != 1 || second.before != nil {
			t.Errorf("%d pages are kept, and %d of the build before", len(third.before), len(second.before))
		}
	}
}

// A page that is gone is not there for others to lead to.
func TestAPageThatIsGoneIsNotRemembered(t *testing.T) {
	link := `<!doctype html><html lang="sv"><title>x</title><main><h1>x</h1><a href="/b/#c">b</a></main></html>`
	target := strings.Replace(link, `<a href="/b/#c">b</a>`, `<p id="c">x</p>`, 1)
	files := []output.File{{Path: "a/index.html", Data: []byte(link)}, {Path: "b/index.html", Data: []byte(target)}}
	b := &view.Making{At: mustParse(t, "https://a.example/")}
	read := After(nil)
	for n, want := range []int{0, 1, 0} {
		read = After(read)
		now := files[:2-want]
		read.read(b, now)
		if _, list := Seal(now, b.At, nil, Origin{}, nil, read); len(list) != want {
			t.Errorf("build %d: %v", n, list)
		}
	}
}
