package seal

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/trial"
)

// A fault in a file that many pages share is told there, once; one that stands in no file
// of the site's own names a page and counts the rest.
func TestAFaultOfManyPagesIsToldOnce(t *testing.T) {
	const footer = "layouts/_partials/page/footer.html"
	for _, tc := range []struct {
		what, layout string // as the site has it
		html         string // as it came out, on each page; "" for the same
		want         string
	}{
		{"a script from elsewhere", `<script src="https://cdn.example/x.js"></script>`, "", footer + `:2:14 [link-third-party] the page fetches "https://cdn.example/x.js" from another site, which then learns who the reader is; this holds for 3 pages`},
		{"with an address that HTML escapes", `<img alt="" src="https://cdn.example/x?a=1&b=2">`, `<img alt="" src="https://cdn.example/x?a=1&amp;b=2">`, footer + `:2:18 [link-third-party] the page fetches "https://cdn.example/x?a=1&b=2" from another site, which then learns who the reader is; this holds for 3 pages`},
		{"written with escapes", `<img alt="" src="https://cdn.example/x?a=1&amp;b=2">`, "", footer + `:2:18 [link-third-party] the page fetches "https://cdn.example/x?a=1&b=2" from another site, which then learns who the reader is; this holds for 3 pages`},
		{"named in a comment before", `{{/* https://cdn.example/x.js */}}<script src="https://cdn.example/x.js"></script>`, `<script src="https://cdn.example/x.js"></script>`, footer + `:2:48 [link-third-party] the page fetches "https://cdn.example/x.js" from another site, which then learns who the reader is; this holds for 3 pages`},
		{"made by the template", `<script src="{{ $x }}"></script>`, `<script src="https://cdn.example/x.js"></script>`, `[link-third-party] the page /a/ and 2 more: the page fetches "https://cdn.example/x.js" from another site, which then learns who the reader is`},
		{"a link to nowhere", `<a href="/nix/">x</a>`, "", footer + `:2:10 [link-broken] the link "/nix/" goes to a page that does not exist; this holds for 3 pages`},
		{"no link", `<a href="">x</a>`, "", footer + `:2:4 [link-empty] a link leads nowhere; this holds for 3 pages`},
		{"a style", `<p STYLE="color:red">`, "", footer + `:2:4 [page-policy] an element has the attribute style; this holds for 3 pages`},
		{"a handler", `<p onclick="x()">`, "", footer + `:2:4 [page-policy] an element has the attribute onclick, which runs a script; this holds for 3 pages`},
		{"a script within", `<script>x()</script>`, "", footer + `:2:1 [page-policy] the page has a script within it; this holds for 3 pages`},
		{"a frame", `<iframe src="/"></iframe>`, "", footer + `:2:1 [page-policy] the page has the element iframe; this holds for 3 pages`},
		{"a picture without words", `<img src="/bild.png">`, "", footer + `:2:11 [page-image] the picture "/bild.png" lacks a text for those who cannot see it; this holds for 3 pages`},
		{"an id twice", `<p id="a"></p><p id="a"></p>`, "", footer + `:2:4 [page-id] the id "a" stands in 2 places; this holds for 3 pages`},
		{"a second heading", `<h1>x</h1>`, "", footer + `:2:1 [page-heading] the page has 2 main headings (h1) instead of one; this holds for 3 pages`},
		{"an id of nothing", `<p aria-labelledby="nix">`, "", footer + `:2:4 [page-reference] the attribute aria-labelledby names the id "nix", which is not on the page; this holds for 3 pages`},
		{"nothing", `<p>x</p>`, "", ""},
	} {
		html := tc.html
		if html == "" {
			html = tc.layout
		}
		files := []output.File{{Path: "bild.png", Data: []byte("x"), By: address.Static}}
		for _, name := range []string{"index.html", "a/index.html", "b/index.html"} {
			files = append(files, output.File{Path: name, Data: []byte(`<html lang="sv"><title>x</title><h1>x</h1>` + html)})
		}
		source := folder.Tree{
			footer:                 {Data: []byte("<footer>\n" + tc.layout), Own: true},
			"layouts/page.html":    {Data: []byte(tc.layout)}, // the program's
			"content/a/x.sv.md":    {Data: []byte(tc.layout), Own: true},
			"assets/css/other.css": {Data: []byte("a{}"), Own: true},
		}
		_, list := Seal(files, mustParse(t, "https://example.com/"), nil, Origin{}, source, nil)
		var got []string
		for _, d := range list {
			d.Hint = diag.Text{}
			got = append(got, trial.Brief(d, "en"))
		}
		if diff := cmp.Diff(tc.want, strings.Join(got, "\n")); diff != "" {
			t.Errorf("%s: -want +got\n%s", tc.what, diff)
		}
	}
}
