package seal

import (
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/trial"
)

// mustParse reads the address of a site as a build does.
func mustParse(t *testing.T, address string) *url.URL {
	t.Helper()
	b, err := view.Begin(view.Input{
		Set:   &record.Set{Organisation: &record.Organisation{Languages: []string{"sv"}}},
		Texts: &check.Texts{Languages: trial.SwedishAndEnglish[:1]},
		AsOf:  "2026-11-21", BaseURL: address,
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Home
}

const pageHead = `<!doctype html><html lang="sv"><head><title>Sida</title></head><body><h1>Sida</h1>`

// good is a site without a fault, at an address with a path.
func good() map[string]string {
	return map[string]string{
		"index.html": `<!doctype html><html lang="sv"><head><title>Hem</title>
			<link rel="canonical" href="https://example.com/trust/">
			<link rel="alternate" hreflang="en" href="https://example.com/trust/en/">
			<link rel="stylesheet" href="/trust/css/site.css"></head>
			<body><h1 id="hem">Hem</h1><img src="bild.png" alt="">
			<a href="om/">om</a> <a href="/trust/om/#v%C3%A4rden">värden</a> <a href="./om/index.html">om</a> <a href="#hem">upp</a> <a href="#top">upp</a>
			<a href="https://imy.se/x?y=z#w">IMY</a> <a href="mailto:a@example.com">a</a> <a href="tel:+4686576100">b</a>
			<a href="https://example.com/">en annan del</a> <a href="SHA256SUMS">summor</a> <a href="data/x.csv?y#z">csv</a>
			<label for="f">f</label><input id="f" aria-describedby="hem"><table><tr><th id="t1">a<td headers="t1">b</table></body></html>`,
		"en/index.html":     `<!doctype html><html lang="en"><title>Home</title><h1>Home</h1><a href="../">sv</a><svg><title>x</title><use href="/trust/bild.svg#i"/></svg>`,
		"om/index.html":     pageHead + `<h2 id="värden">Värden</h2><a href="../#hem">hem</a>`,
		"css/site.css":      `body { background: url("../bild.png") } @import 'mer.css';`,
		"css/mer.css":       `a { cursor: url( /trust/bild.svg ) }`,
		"bild.png":          "x",
		"bild.svg":          "x",
		"data/x.csv":        "x",
		"_redirects":        "# comment\n/trust/about/ /trust/om/ 301!\n/trust/en/* /trust/en/ 404\n",
		"gammal/index.html": `<!doctype html><html lang="sv"><title>x</title><meta http-equiv="refresh" content="0; url=/trust/om/"><h1>x</h1>`,
	}
}

func filesOf(m map[string]string) []output.File {
	var files []output.File
	for name, data := range m {
		by := address.Of(name)
		if ending := path.Ext(name); ending == ".png" || ending == ".svg" {
			by = address.Static
		}
		files = append(files, output.File{Path: name, Data: []byte(data), By: by})
	}
	return files
}

func TestSealFindsNothingWrongWithAGoodSite(t *testing.T) {
	files, list := Seal(filesOf(good()), mustParse(t, "https://example.com/trust"), nil, Origin{}, nil, nil)
	if len(list) > 0 {
		t.Fatal(strings.Join(trial.Briefs(list, "en"), "\n"))
	}
	if files[0].Path != output.Sums {
		t.Fatalf("the first file is %s", files[0].Path)
	}
	again, _ := Seal(files, mustParse(t, "https://example.com/trust"), nil, Origin{}, nil, nil)
	if diff := cmp.Diff(files, again); diff != "" {
		t.Errorf("sealing twice changes the site: %s", diff)
	}
}

func TestSealedFilesPassSha256sum(t *testing.T) {
	tool, err := exec.LookPath("sha256sum")
	if err != nil {
		t.Skip("sha256sum is not here")
	}
	files, _ := Seal(filesOf(good()), mustParse(t, "https://example.com/trust"), nil, Origin{}, nil, nil)
	root, out := siteWith(t)
	if err := swap(t, root, out, files); err != nil {
		t.Fatal(err)
	}
	check := func() error {
		cmd := exec.Command(tool, "--check", "--strict", "--quiet", output.Sums)
		cmd.Dir = out
		return cmd.Run()
	}
	if err := check(); err != nil {
		t.Errorf("the new site: %v", err)
	}
	if err := os.WriteFile(filepath.Join(out, "om", "index.html"), []byte("forged"), 0o644); err != nil {
		t.Fatal(err)
	}
	if check() == nil {
		t.Error("a forged page passes")
	}
}

func TestSealFindsEachBrokenThing(t *testing.T) {
	page := func(body string) map[string]string { return map[string]string{"om/index.html": pageHead + body} }
	tests := []struct {
		name   string
		change map[string]string
		want   string
	}{
		{"no such page", page(`<a href="/trust/nix/">`), `[link-broken] the page /om/: the link "/trust/nix/" goes to a page that does not exist`},
		{"no such page, relative", page(`<a href="../nix">`), `[link-broken] the page /om/: the link "../nix" goes to a page that does not exist`},
		{"no such place", page(`<a href="/trust/#nix">`), `[link-broken] the page /om/: the link "/trust/#nix" goes to a place that is not on the page`},
		{"no such place here", page(`<a href="#nix">`), `[link-broken] the page /om/: the link "#nix" goes to a place that is not on the page`},
		{"forgets the base path", page(`<a href="/om/">`), `[link-broken] the page /om/: the link "/om/" leads out of the site, whose address is https://example.com/trust/`},
		{"too many steps up", page(`<a href="../../../">`), `[link-broken] the page /om/: the link "../../../" leads out of the site, whose address is https://example.com/trust/`},
		{"full address of a page that is not", page(`<a href="https://example.com/trust/nix/">`), `[link-broken] the page /om/: the link "https://example.com/trust/nix/" goes to a page that does not exist`},
		{"canonical of another site", page(`<link rel="canonical" href="https://evil.example/">`), `[link-broken] the page /om/: the link "https://evil.example/" leads out of the site, whose address is https://example.com/trust/`},
		{"hreflang to nowhere", page(`<link rel="alternate" hreflang="de" href="https://example.com/trust/de/">`), `[link-broken] the page /om/: the link "https://example.com/trust/de/" goes to a page that does not exist`},
		{"empty", page(`<a href="">`), `[link-empty] the page /om/: a link leads nowhere`},
		{"script", page(`<a href="JavaScript:alert(1)">`), `[link-unsafe] the page /om/: the link "JavaScript:alert(1)" may run a script or read files`},
		{"script behind a control character", page("<a href=\"java\tscript:alert(1)\">"), `[link-unsafe] the page /om/: the link "java\tscript:alert(1)" may run a script or read files`},
		{"data", page(`<img alt="" src="data:image/svg+xml,x">`), `[link-unsafe] the page /om/: the link "data:image/svg+xml,x" may run a script or read files`},
		{"blocked by the template", page(`<a href="#ZgotmplZ">`), `[link-unsafe] the page /om/: a link that may run a script has been stopped`},
		{"not secure", page(`<a href="http://imy.se/">`), `[link-scheme] the page /om/: the link "http://imy.se/" does not begin with https, mailto or tel`},
		{"unknown scheme", page(`<a href="ftp://x.example/">`), `[link-scheme] the page /om/: the link "ftp://x.example/" does not begin with https, mailto or tel`},
		{"without a scheme", page(`<a href="//evil.example/x">`), `[link-scheme] the page /om/: the link "//evil.example/x" does not begin with https, mailto or tel`},
		{"picture of another site", page(`<img alt="" src="https://tracker.example/p.gif">`), `[link-third-party] the page /om/: the page fetches "https://tracker.example/p.gif" from another site, which then learns who the reader is`},
		{"picture in a set", page(`<img alt="" src="/trust/bild.png" srcset="/trust/bild.png 1x, /trust/nix.png 2x">`), `[link-broken] the page /om/: the link "/trust/nix.png" goes to a page that does not exist`},
		{"stylesheet of another site", page(`<link rel="stylesheet" href="https://cdn.example/x.css">`), `[link-third-party] the page /om/: the page fetches "https://cdn.example/x.css" from another site, which then learns who the reader is`},
		{"in a stylesheet", map[string]string{"css/site.css": `a { background: url(nix.png) }`}, `[link-broken] the page /css/site.css: the link "nix.png" goes to a page that does not exist`},
		{"font of another site", map[string]string{"css/site.css": `@font-face { src: url("https://fonts.example/x") }`}, `[link-third-party] the page /css/site.css: the page fetches "https://fonts.example/x" from another site, which then learns who the reader is`},
		{"redirect to nowhere", map[string]string{"_redirects": "/trust/x /trust/nix/ 301!\n"}, `[link-broken] the page /_redirects: the link "/trust/nix/" goes to a page that does not exist`},
		{"stub to nowhere", page(`<meta http-equiv="refresh" content="0; url=/trust/nix/">`), `[link-broken] the page /om/: the link "/trust/nix/" goes to a page that does not exist`},
		{"id twice", page(`<p id="a"><p id="a">`), `[page-id] the page /om/: the id "a" stands in 2 places`},
		{"empty id", page(`<p id="">`), `[page-id] the page /om/: the id "" is empty or holds spaces`},
		{"too deep", map[string]string{"om/index.html": pageHead + strings.Repeat("<div>", 600)}, `[prose-render] the page /om/ cannot be read: its parts lie too deep in each other`},
		{"no such place, with letters", page(`<a href="#%C3%A5tkomst">`), `[link-broken] the page /om/: the link "#åtkomst" goes to a place that is not on the page`},
		{"no such page, with signs that hide", page(`<a href="/trust/%E2%80%AE/">`), `[link-broken] the page /om/: the link "/trust/%E2%80%AE/" goes to a page that does not exist`},
		{"two headings", page(`<h1>x</h1>`), `[page-heading] the page /om/: the page has 2 main headings (h1) instead of one`},
		{"no heading", map[string]string{"om/index.html": `<html lang="sv"><title>x</title>`}, `[page-heading] the page /om/: the page has 0 main headings (h1) instead of one`},
		{"no title", map[string]string{"om/index.html": `<html lang="sv"><h1>x</h1>`}, `[page-title] the page /om/: the page has no title`},
		{"no language", map[string]string{"om/index.html": `<html><title>x</title><h1>x</h1>`}, `[page-language] the page /om/: the page does not say which language it is in`},
		{"no text for a picture", page(`<img src="/trust/bild.png">`), `[page-image] the page /om/: the picture "/trust/bild.png" lacks a text for those who cannot see it`},
		{"inline script", page(`<script>alert(1)</script>`), `[page-policy] the page /om/: the page has a script within it`},
		{"inline style", page(`<style>a{}</style>`), `[page-policy] the page /om/: the page has styles within it`},
		{"style attribute", page(`<p style="color:red">`), `[page-policy] the page /om/: an element has the attribute style`},
		{"event handler", page(`<p onmouseover="alert(1)">`), `[page-policy] the page /om/: an element has the attribute onmouseover, which runs a script`},
		{"frame", page(`<iframe src="/trust/"></iframe>`), `[page-policy] the page /om/: the page has the element iframe`},
		{"base", page(`<base href="/trust/">`), `[page-policy] the page /om/: the page has the element base`},
		{"label of nothing", page(`<label for="nix">`), `[page-reference] the page /om/: the attribute for names the id "nix", which is not on the page`},
		{"header of nothing", page(`<table><tr><td headers="nix">`), `[page-reference] the page /om/: the attribute headers names the id "nix", which is not on the page`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			site := good()
			for name, data := range tt.change {
				site[name] = data
			}
			if tt.change["om/index.html"] != "" {
				site["om/index.html"] += `<b id="värden"></b>`
			}
			files, list := Seal(filesOf(site), mustParse(t, "https://example.com/trust/"), nil, Origin{}, nil, nil)
			if files != nil {
				t.Error("there are files although there are findings")
			}
			if len(list) != 1 {
				t.Fatalf("got %d findings:\n%s", len(list), strings.Join(trial.Briefs(list, "en"), "\n"))
			}
			got, _, _ := strings.Cut(trial.Brief(list[0], "en"), " → ")
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if list[0].Message.SV == list[0].Message.EN {
				t.Error("not said in Swedish")
			}
		})
	}
}

func TestSealPointsAtTheProse(t *testing.T) {
	source := folder.Tree{"content/about/index.sv.md": {Data: []byte("---\ntitle: Om\n---\n\n`/nix/`, [om](/nix/om/)\nå [x](/nix/)\n")}}
	files := filesOf(map[string]string{"om/index.html": pageHead + `<a href="/nix/">x</a><a href="/nix/">y</a>`})
	_, list := Seal(files, mustParse(t, "https://example.com/"), nil, Origin{Files: map[string]string{"om/index.html": "content/about/index.sv.md"}}, source, nil)
	want := []string{`content/about/index.sv.md:6:7 [link-broken] sidan /om/: länken "/nix/" går till en sida som inte finns → använd kortkoden page med sidans mapp: {{< page "rights" >}}`}
	if diff := cmp.Diff(want, trial.Briefs(list, "sv")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSealPointsAtLettersAsTheyAreWritten(t *testing.T) {
	source := folder.Tree{"content/about/index.sv.md": {Data: []byte("---\ntitle: Om\n---\n\nSe [x](#åtkomst)\n")}}
	files := filesOf(map[string]string{"om/index.html": pageHead + `<a href="#%c3%a5tkomst">x</a>`})
	_, list := Seal(files, mustParse(t, "https://example.com/"), nil, Origin{Files: map[string]string{"om/index.html": "content/about/index.sv.md"}}, source, nil)
	want := []string{`content/about/index.sv.md:5:8 [link-broken] sidan /om/: länken "#åtkomst" går till en plats som inte finns på sidan → ge rubriken detta id: ## Rubrik {#id}`}
	if diff := cmp.Diff(want, trial.Briefs(list, "sv")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Two files are one where some host takes them for one, and a file is where others need
// a folder.
func TestSealRefusesOnePathTwice(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		one  bool
	}{
		{"a.txt", "a.txt", true}, {"a.txt", "A.txt", true}, {"a/b.txt", "A/B.TXT", true}, {"s\u00e4.txt", "sa\u0308.txt", true}, {"a", "a/b.txt", true}, {"A", "a/b/c.txt", true},
		{"a./b.txt", "a/b.txt", true}, {"\u017f.txt", "s.txt", true}, {"a/b.txt", "a/b.txt/c", true}, {"stra\u00dfe.txt", "STRASSE.txt", true},
		{"a.txt", "b.txt", false}, {"a/b.txt", "a/c.txt", false}, {"a.txt", "a.txt2", false}, {"a", "ab/c.txt", false}, {"a.txt", "a/b.txt", false},
		{"a-b.txt", "a.b.txt", false}, {"\u00e4.txt", "a.txt", false}, {"a/b.txt", "b/a.txt", false}, {"x", "y", false}, {"a/b", "ab", false},
	} {
		_, list := Seal([]output.File{{Path: tt.a, By: address.Static}, {Path: tt.b, By: address.Static, Data: []byte("x")}}, mustParse(t, ""), nil, Origin{}, nil, nil)
		if one := len(list) == 1 && list[0].Rule == "page-twice"; one != tt.one || len(list) > 1 {
			t.Errorf("%q and %q: %v", tt.a, tt.b, trial.Briefs(list, "en"))
		}
	}
}

// Whoever writes to an address that is another's is told, at what made the file.
func TestSealAsksWhoOwnsAnAddress(t *testing.T) {
	source := folder.Tree{
		"static/data/x.csv":       {Data: []byte("a"), Own: true},
		"layouts/home.html":       {Data: []byte("a\n{{ resources.FromString \"versions/2026-03-01/x.css\" \"\" }}"), Own: true},
		"content/about/bild.png":  {Data: []byte("<html>"), Own: true},
		"layouts/footer.html":     {Data: []byte("{{ resources.FromString \"x/bad.svg\" \"\" }}"), Own: true},
		"layouts/page.html":       {Data: []byte("{{ resources.FromString \"page.xhtml\" \"\" }}"), Own: true},
		"static/x.txt":            {Data: []byte("a"), Own: true},
		"static/feeds/changes.xx": {Data: []byte("a"), Own: true},
	}
	for _, tt := range []struct {
		f    output.File
		want string
	}{
		{output.File{Path: "x.txt", By: address.Static}, ""}, {output.File{Path: "data/v1/x.csv", By: address.Download}, ""}, {output.File{Path: "feeds/x.atom", By: address.Feed}, ""},
		{output.File{Path: "_headers", By: address.Machine}, ""}, {output.File{Path: "versions/2026-03-01/x.css", By: address.Version, Source: "x"}, ""}, {output.File{Path: "status/x.css", By: address.Status}, ""},
		{output.File{Path: "om/bild.png", Data: []byte("<html>")}, ""}, // told where it lies
		{output.File{Path: "data/x.csv", By: address.Static}, "static/data/x.csv [address-owner]"}, {output.File{Path: "feeds/changes.xx", By: address.Static}, "static/feeds/changes.xx [address-owner]"},
		{output.File{Path: "versions/2026-03-01/x.css"}, "layouts/home.html:2:26 [address-owner]"}, {output.File{Path: "data/v1/x.csv", By: address.Feed}, "[address-owner]"},
		{output.File{Path: "x.txt", By: address.Version}, "[address-owner]"}, {output.File{Path: "versions/x", By: address.Download}, "[address-owner]"}, {output.File{Path: "om/x", By: address.Machine}, "[address-owner]"},
		{output.File{Path: "x/bad.svg", Data: []byte("<svg onload='x'/>")}, "layouts/footer.html:1:26 [file-content]"}, {output.File{Path: "page.xhtml"}, "layouts/page.html:1:26 [file-kind]"},
	} {
		_, list := Seal([]output.File{tt.f}, mustParse(t, ""), nil, Origin{}, source, nil)
		got := strings.Join(trial.Briefs(list, "en"), "\n")
		if tt.want == "" && got != "" || !strings.HasPrefix(got, tt.want) || len(list) > 1 {
			t.Errorf("%s: %s, want %s", tt.f.Path, got, tt.want)
		}
	}
}
