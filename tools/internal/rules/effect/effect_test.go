package effect_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/effect"
	"tillit/tools/internal/trial"
)

// files are names and what stands in them.
type files map[string]string

// told is what is said of a site of the program's prose and layouts with files of its own.
func told(t *testing.T, own files) []string {
	t.Helper()
	layers, err := folder.Read(trial.Folder(t, own), os.DirFS("../../../.."))
	if err != nil {
		t.Fatal(err)
	}
	o := &record.Organisation{Languages: []string{"sv", "en"}, Brand: &record.Brand{Logo: "logo.svg"}}
	list := slices.DeleteFunc(effect.Find(layers, o), func(d diag.Diagnostic) bool { return d.Rule == "layout-drops" })
	return trial.Briefs(list, "en")
}

// Each name is told, once, with what was meant or what to do instead.
func TestWhatNothingReadsIsTold(t *testing.T) {
	for _, tc := range []struct {
		name string
		own  files
		want string // part of the hint
	}{
		{"hugo.yaml", files{"hugo.yaml": "title: x"}, "data/organisation.yaml"},
		{"hugo.toml", files{"hugo.toml": ""}, "nav, weight"},
		{"config.json", files{"config.json": "{}"}, "assets/css/custom.css"},
		{"config/", files{"config/production/hugo.toml": ""}, "brand"},
		{"config/", files{"config/_default/anything.toml": ""}, "brand"},
		{"config/", files{"config/menus.en.yaml": ""}, "front matter"},
		{"themes/", files{"themes/x/layouts/baseof.html": ""}, "layouts"},
		{"archetypes/", files{"archetypes/default.md": ""}, "tillit new"},
		{"resources/", files{"resources/_gen/x.css": ""}, "remove the folder"},
		{"exampleSite/", files{"exampleSite/hugo.yaml": ""}, "move"},
		{"_vendor/", files{"_vendor/modules.txt": ""}, "layouts, assets"},
		{"go.mod", files{"go.mod": "module x\nrequire github.com/a/theme v1.0.0\n"}, "layouts"},
		{"package.json", files{"package.json": `{"devDependencies": {"autoprefixer": "1"}}`}, "custom.css"},
		{"postcss.config.js", files{"postcss.config.js": ""}, "custom.css"},
		{"layout/", files{"layout/home.html": ""}, "did you mean layouts/"},
		{"contents/", files{"contents/about/index.sv.md": ""}, "did you mean content/"},
		{"Assets/", files{"Assets/x.css": ""}, "did you mean assets/"},
		{"sttaic/", files{"sttaic/x.txt": ""}, "did you mean static/"},
		{"shortcodes/", files{"shortcodes/a.html": ""}, "move the folder"},

		{"layouts/_partials/foter.html", files{"layouts/_partials/foter.html": ""}, "did you mean layouts/_partials/page/footer.html?"},
		{"layouts/_partials/page/heder.html", files{"layouts/_partials/page/heder.html": ""}, "did you mean layouts/_partials/page/header.html?"},
		{"layouts/_partials/fact/footer.html", files{"layouts/_partials/fact/footer.html": ""}, "did you mean layouts/_partials/page/footer.html?"},
		{"layouts/_partials/page/header.sv.html", files{"layouts/_partials/page/header.sv.html": ""}, "did you mean layouts/_partials/page/header.html?"},
		{"layouts/_partials/recipents.html", files{"layouts/_partials/recipents.html": ""}, "recipient/recipients.html?"},
		{"layouts/_partials/weather.html", files{"layouts/_partials/weather.html": ""}, `call it in a layout of your own, {{ partial "weather.html" . }}`},
		{"layouts/partials/footer.html", files{"layouts/partials/footer.html": ""}, "did you mean layouts/_partials/page/footer.html?"},
		{"layouts/partials/footer.html", files{"layouts/partials/footer.html": "", "layouts/_partials/page/footer.html": ""}, "remove the file; there is a"},
		{"layouts/_partials/page/footer.html", files{"layouts/baseof.html": `{{ partial "page/head.html" . }}{{ partial "page/header.html" . }}`, "layouts/_partials/page/footer.html": ""}, "remove"},
		{"layouts/shortcodes/rights.html", files{"layouts/shortcodes/rights.html": ""}, "layouts/_shortcodes/rights.html"},
		{"layouts/_shortcodes/rigths.html", files{"layouts/_shortcodes/rigths.html": ""}, "did you mean layouts/_shortcodes/rights.html?"},
		{"layouts/_shortcodes/weather.html", files{"layouts/_shortcodes/weather.html": ""}, "write {{< weather >}}"},
		{"layouts/index.html", files{"layouts/index.html": ""}, "did you mean layouts/home.html?"},
		{"layouts/_default/single.html", files{"layouts/_default/single.html": ""}, "did you mean layouts/page.html?"},
		{"layouts/_default/list.html", files{"layouts/_default/list.html": "", "layouts/page.html": ""}, "there is a layouts/page.html already"},
		{"layouts/hom.html", files{"layouts/hom.html": ""}, "did you mean layouts/home.html?"},
		{"layouts/log/single.html", files{"layouts/log/single.html": ""}, "did you mean layouts/log/page.html?"},
		{"layouts/serach/page.html", files{"layouts/serach/page.html": ""}, "did you mean layouts/search/page.html?"},
		{"layouts/abuot/page.html", files{"layouts/abuot/page.html": ""}, "did you mean layouts/about/page.html?"},
		{"layouts/about.html", files{"layouts/about.html": ""}, "did you mean layouts/about/page.html?"},
		{"layouts/baseof.htm", files{"layouts/baseof.htm": ""}, "did you mean layouts/baseof.html?"},
		{"layouts/_partials/page/footer.HTML", files{"layouts/_partials/page/footer.HTML": ""}, "did you mean layouts/_partials/page/footer.html?"},
		{"layouts/robots.txt", files{"layouts/robots.txt": ""}, "remove"},
		{"layouts/_markup/render-links.html", files{"layouts/_markup/render-links.html": ""}, "did you mean layouts/_markup/render-link.html?"},

		{"assets/css/parts/own.css", files{"assets/css/parts/own.css": ""}, "custom.css, which every page loads last"},
		{"assets/css/costum.css", files{"assets/css/costum.css": ""}, "did you mean assets/css/custom.css?"},
		{"assets/css/token.css", files{"assets/css/token.css": ""}, "did you mean assets/css/tokens.css?"},
		{"assets/main.scss", files{"assets/main.scss": ""}, "custom.css"},
		{"assets/js/tracker.js", files{"assets/js/tracker.js": ""}, "load it in a layout"},
		{"assets/logo2.svg", files{"assets/logo2.svg": ""}, "brand"},
		{"assets/css/custom.css", files{"assets/css/custom.css": "", "layouts/_partials/page/head.html": "<title>x</title>"}, "as the layout that comes with tillit"},
		{"assets/css/print.css", files{"assets/css/print.css": "", "layouts/_partials/page/head.html": "<title>x</title>"}, "remove"},
		{"assets/css/x.css", files{"assets/css/x.css": "", "assets/css/custom.css": "/* example of boxes */", "static/a.html": "<p>x-ray"}, "custom.css"},
		{"static/css/site.css", files{"static/css/site.css": ""}, "custom.css"},
		{"static/fonts/x.woff2", files{"static/fonts/x.woff2": ""}, "load it"},
		{"static/.htaccess", files{"static/.htaccess": ""}, "static/.well-known"},
		{"i18n/de.yaml", files{"i18n/de.yaml": ""}, `add "de" to languages`},
		{"i18n/se.yaml", files{"i18n/se.yaml": ""}, "did you mean i18n/sv.yaml?"},
		{"i18n/sv-SE.yaml", files{"i18n/sv-SE.yaml": "", "i18n/sv.yaml": ""}, "there is a i18n/sv.yaml already"},
		{"content/about/office.png", files{"content/about/office.png": ""}, "show it with"},
	} {
		got := slices.DeleteFunc(told(t, tc.own), func(b string) bool { return !strings.HasPrefix(b, tc.name+" ") })
		if len(got) != 1 || !strings.Contains(got[0], "[no-effect]") || !strings.Contains(got[0][strings.Index(got[0], "→"):], tc.want) {
			t.Errorf("%v: told %q; want one finding with %q", slices.Sorted(maps.Keys(tc.own)), got, tc.want)
		}
	}
}

// Neighbours of the above that are read, or that are none of ours.
func TestWhatIsReadIsNotTold(t *testing.T) {
	for _, own := range []files{
		{"README.md": "", "Makefile": "", "netlify.toml": "", "LICENSE": "", "public/index.html": "", "docs/x.md": "", "tests/a.sh": "", "stats/x.csv": ""},
		{"versions/2026-01-01/x": "", "schema/x.json": "", ".vscode/settings.json": "", ".github/x.yaml": "", "src/a.ts": ""},
		{"package.json": `{"devDependencies": {"prettier": "3"}}`},
		{"go.mod": "module x\n", "main.go": "package main"},
		{"config/nginx.conf": "", "config/deploy.yaml": ""},
		{"layouts/_partials/page/footer.html": ""},
		{"layouts/_partials/footer.html": ""}, // its old place
		{"layouts/_partials/page/footer.html": `{{ partial "weather.html" . }}`, "layouts/_partials/weather.html": ""},
		{"layouts/_partials/page/footer.html": `{{ partialCached "w/rain" . }}`, "layouts/_partials/w/rain.html": `{{ partial "w/drop.html" . }}`, "layouts/_partials/w/drop.html": ""},
		{"layouts/_partials/page/footer.html": `{{ partial (printf "w/%s.html" .Kind) . }}`, "layouts/_partials/w/page.html": ""},
		{"layouts/_partials/page/footer.html": `{{ partial (print "w/" .Kind ".html") . }}`, "layouts/_partials/w/page.html": ""},
		{"layouts/_partials/page/footer.html": `{{ $x := "a" }}{{ partial $x . }}`, "layouts/_partials/a.html": ""},
		{"layouts/_partials/page/footer.html": `{{ partial "weather.html" . }}`, "layouts/partials/weather.html": ""},
		{"layouts/home.html": "", "layouts/home.en.html": "", "layouts/page.sv.html": "", "layouts/404.html": "", "layouts/baseof.html": ""},
		{"layouts/about/page.html": "", "layouts/log/page.html": "", "layouts/about/baseof.html": ""},
		{"layouts/_markup/render-blockquote.html": "", "layouts/_markup/render-codeblock-mermaid.html": ""},
		{"layouts/_shortcodes/rights.html": "", "layouts/_shortcodes/name.sv.html": ""},
		{"layouts/_shortcodes/weather.html": "", "content/about/index.sv.md": "---\ntitle: x\n---\n{{< weather >}}"},
		{"assets/css/custom.css": "a{}"},
		{"assets/css/tokens.css": "", "assets/css/parts/toc.css": "", "assets/js/search.js": "", "assets/static/icon.svg": "", "assets/logo.svg": ""},
		{"assets/css/own.css": "", "layouts/_partials/page/footer.html": `{{ with resources.Get "css/own.css" }}{{ end }}`},
		{"assets/own/a.css": "", "layouts/_partials/page/footer.html": `{{ range resources.Match "own/**.css" }}{{ end }}`},
		{"assets/own/a.css": "", "layouts/_partials/page/footer.html": `{{ with resources.Get .Params.style }}{{ end }}`},
		{"assets/js/a.js": `import x from "./b"`, "assets/js/b.js": "", "layouts/_partials/page/footer.html": `{{ with resources.Get "js/a.js" | js.Build }}{{ end }}`},
		{"assets/office.png": "", "content/about/index.sv.md": "---\ntitle: x\n---\n![Kontoret](office.png)"},
		{"content/about/office.png": "", "content/about/index.sv.md": "---\ntitle: x\n---\n![Kontoret](office.png)"},
		{"static/own.css": "", "layouts/_partials/page/footer.html": `<link rel="stylesheet" href="{{ "own.css" | relURL }}">`},
		{"static/own.css": "", "layouts/_partials/page/footer.html": `<link rel="stylesheet" href="/own.css">`},
		{"static/fonts/x.woff2": "", "assets/css/custom.css": "@font-face{src:url(../fonts/x.woff2)}"},
		{"static/agreement.pdf": "", "static/.well-known/x.txt": "", "static/favicon.ico": "", "static/.gitkeep": "", "assets/.DS_Store": ""},
		{"i18n/sv.yaml": "", "i18n/en.yaml": ""},
	} {
		if got := told(t, own); len(got) > 0 {
			t.Errorf("%v: told %q", slices.Sorted(maps.Keys(own)), got)
		}
	}
}

// A template that asks Hugo for data gets none, and is told of it where it asks.
func TestDataOfHugosIsEmpty(t *testing.T) {
	got := told(t, files{"layouts/_partials/page/footer.html": "<p>\n{{ range hugo.Data.recipients }}{{ end }}", "layouts/home.html": "{{/* hugoXData */}}"})
	if len(got) != 1 || !strings.HasPrefix(got[0], "layouts/_partials/page/footer.html:2") || !strings.Contains(got[0], "site.Params.tillit") {
		t.Errorf("told %q", got)
	}
}

// What stops a build as soon as a page comes to it is told by the check, at each place.
func TestWhatHugoWillDoWithoutIsTold(t *testing.T) {
	const footer = "layouts/_partials/page/footer.html"
	for text, want := range map[string]string{
		"<p>\n{{ range site.Data.x }}{{ end }}":                 footer + ":2:10 [layout-deprecated] a layout uses site.Data, which will soon be gone → read facts from",
		"{{ with .Site.Data }}{{ end }}":                        footer + ":1:9 [layout-deprecated] a layout uses .Site.Data",
		"{{ .Site.LanguageCode }}":                              "write site.Language.Locale",
		"{{ site.Language.LanguageName }}":                      "write Language.Label",
		"{{ range site.AllPages }}{{ end }}":                    "write site.RegularPages",
		"{{ range site.Languages }}{{ end }}":                   "site.Params.tillit.Languages",
		"{{/* site.Data */}}":                                   "",
		"{{ site.Language.Locale }}{{ site.RegularPages }}":     "",
		"{{ site.Params.tillit.Languages }}{{ $x.DataNotes }}":  "",
		"{{ (site.Params.tillit.In site.Language.Lang).Name }}": "",
	} {
		got := strings.Join(told(t, files{footer: text}), "\n")
		if want == "" && got != "" || !strings.Contains(got, want) || strings.Contains(got, "\n") {
			t.Errorf("%s: told %q, not %q", text, got, want)
		}
	}
	if got := told(t, files{"layouts/_partials/nobody.html": "{{ site.Data.x }}"}); len(got) != 1 || !strings.Contains(got[0], "no-effect") {
		t.Errorf("of a partial that nothing calls is told %q", got)
	}
}

// Every template and asset that the program carries is come to by some page: so nothing
// that a site puts in its place is told by mistake.
func TestWhatTheProgramCarriesIsUsed(t *testing.T) {
	carried, err := folder.ReadEmbedded(os.DirFS("../../../.."))
	if err != nil {
		t.Fatal(err)
	}
	own := folder.Tree{}
	for name, f := range carried {
		own[name] = folder.File{Data: f.Data, Own: true}
	}
	o := &record.Organisation{Languages: []string{"sv", "en"}}
	list := effect.Find(&folder.Layers{Own: own, Program: carried}, o)
	if diff := cmp.Diff([]string(nil), trial.Briefs(list, "en")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
