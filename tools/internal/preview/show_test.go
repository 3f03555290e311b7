package preview

import (
	"net/http/httptest"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/publish/output"
)

func TestServeShowsErrorsFirstAndLeadsToWarnings(t *testing.T) {
	said := diag.Say("<b>sagt</b>", "<b>said</b>")
	mild := diag.New("wrong-language", diag.Pos{File: "data/a.yaml", Line: 1, Column: 1, Length: 2}, said, diag.Say("rätta", "mend it"))
	grave := diag.New("unknown-field", diag.Pos{File: "data/z.yaml", Line: 1, Column: 3, Length: 1}, said, diag.Text{})
	lines := func(string) []byte { return []byte("ab & c\n") }
	s := New("en")
	get := func(path string) (int, string) {
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", path, nil)
		r.Host = "localhost:1"
		s.ServeHTTP(w, r)
		return w.Code, w.Body.String()
	}
	inOrder := func(page string, words ...string) {
		t.Helper()
		for _, word := range words {
			i := strings.Index(page, word)
			if i < 0 {
				t.Fatalf("%q does not come in its place: %s", word, page)
			}
			page = page[i+len(word):]
		}
	}

	s.Findings(diag.List{mild, grave}, lines)
	for _, path := range []string{"/", "/-/findings"} {
		code, page := get(path)
		if code != 503 {
			t.Errorf("%s: %d", path, code)
		}
		inOrder(page, "1 error, 1 warning in 2 files", `<article class="error">`, "data/z.yaml:1:3", "&lt;b&gt;said", "ab &amp; c", "^",
			"<details><summary>1 warning in 1 file", `<article class="warning">`, "data/a.yaml:1:1", "hint: mend it", "</details>")
	}

	s.Site([]output.File{{Path: "index.html", Data: []byte("<body>Hello</body>")}}, diag.List{mild}, lines)
	_, page := get("/")
	inOrder(page, "Hello", `href="/-/findings">1 warning in 1 file</a>`, "reload.js")
	code, page := get("/-/findings")
	inOrder(page, `<article class="warning">`, "data/a.yaml:1:1")
	if code != 200 || strings.Contains(page, "tillit-findings") || strings.Contains(page, "<details>") {
		t.Errorf("%d %s", code, page)
	}

	s.Site([]output.File{{Path: "index.html", Data: []byte("<body>Hello</body>")}}, nil, lines)
	if _, page := get("/"); strings.Contains(page, "findings") {
		t.Errorf("a page leads to findings, and there are none: %s", page)
	}
	if code, _ := get("/-/findings"); code != 302 {
		t.Errorf("where all has been mended: %d", code)
	}
}
