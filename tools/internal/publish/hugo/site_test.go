package hugo_test

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/center"
	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/trial"
)

// carried is a small tree in place of the one that the program carries.
func carried() fs.FS {
	base := fstest.MapFS{}
	for name, text := range map[string]string{
		"content/_index.sv.md":              "---\ntitle: Hem\n---\n[Om](/om/) {{< name >}}\n",
		"content/_index.en.md":              "---\ntitle: Home\n---\n[About](about/)\n",
		"content/about/index.sv.md":         "---\ntitle: Om\nslug: om\naliases: [/om-oss/]\n---\nText\n",
		"content/about/index.en.md":         "---\ntitle: About\nslug: about\n---\nText\n",
		"content/subprocessors/index.sv.md": "---\ntitle: Underbiträden\nslug: underbitraden\n---\n",
		"content/subprocessors/index.en.md": "---\ntitle: Sub-processors\nslug: subprocessors\n---\n",
		"layouts/baseof.html": `<!doctype html><html lang="{{ site.Language.Locale }}"><head><title>{{ .Title }}</title>
{{ with resources.Get "site.css" | fingerprint }}<link rel="stylesheet" href="{{ .RelPermalink }}">{{ end }}</head>
<body><h1>{{ .Title }}</h1>{{ .Content }}{{ i18n "more" }}{{ if site.Params.tillit.Preview }}<p>Preview</p>{{ end }}</body></html>`,
		"layouts/home.html":             `{{ define "main" }}{{ end }}`,
		"layouts/page.html":             `{{ define "main" }}{{ end }}`,
		"layouts/404.html":              `{{ define "main" }}{{ end }}`,
		"layouts/_shortcodes/name.html": `{{ site.Params.tillit.Brand.Name }}`,
		"assets/site.css":               "body { color: black }\n",
		"i18n/sv.yaml":                  "more: mer\n",
		"i18n/en.yaml":                  "more: more\n",
	} {
		base[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return base
}

func inputFor(t testing.TB, root string) view.Input {
	t.Helper()
	in := view.Input{
		Render: hugo.Render,
		Root:   root, AsOf: "2026-11-21", BaseURL: "https://trust.example.com/", Version: "test",
		Set: &record.Set{Organisation: &record.Organisation{Name: `Exempel <b onmouseover="x">`, Languages: []string{"sv", "en"}}},
		Downloads: func() []output.File {
			return []output.File{{Path: "data/v1/x.csv", Data: []byte("a,b\r\n"), By: address.Download}}
		},
	}
	in.Texts = textsOf(t, root, carried(), in.Set)
	return in
}

// textsOf reads the texts of a site over those that a program carries.
func textsOf(t testing.TB, root string, base fs.FS, set *record.Set) *check.Texts {
	t.Helper()
	layers, err := folder.Read(root, base)
	if err != nil {
		t.Fatal(err)
	}
	return check.ReadTexts(layers, set, nil, nil)
}

func paths(files []output.File) []string {
	var list []string
	for _, f := range files {
		list = append(list, f.Path)
	}
	return list
}

func TestBuildWritesASite(t *testing.T) {
	root := trial.Folder(t, map[string]string{"static/logo.txt": "x", "static/.well-known/y.txt": "y"})
	in := inputFor(t, root)
	var stages []string
	in.Stage = func(name string) { stages = append(stages, name) }
	files, list, err := center.Build(t.Context(), in)
	if err != nil || len(list) > 0 {
		t.Fatal(trial.Briefs(list, "en"), err)
	}
	if diff := cmp.Diff([]string{"plan", "render", "seal"}, stages); diff != "" {
		t.Errorf("stages: -want +got:\n%s", diff)
	}
	i := slices.IndexFunc(files, func(f output.File) bool { return strings.HasPrefix(f.Path, "site.") })
	if i < 0 {
		t.Fatal("no stylesheet")
	}
	want := []string{
		".well-known/y.txt", "404.html", output.Sums, "_headers", "_redirects", "about/index.html", "data/v1/x.csv",
		"en/404.html", "en/about/index.html", "en/index.html", "en/search/index.html", "en/search/index.json", "index.html", "logo.txt",
		"om-oss/index.html", "om/index.html", "robots.txt", "search/index.html", files[i].Path, "sitemap.xml",
		"sok/index.html", "sok/index.json", "sv/index.html",
	}
	if diff := cmp.Diff(want, paths(files)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	home := asMap(files)["index.html"]
	if !strings.Contains(home, `Exempel &lt;b onmouseover=&#34;x&#34;&gt;`) {
		t.Errorf("the home page is %s", home)
	}
}

func TestBuildGivesTheSameBytes(t *testing.T) {
	root := trial.Folder(t, map[string]string{"content/about/index.sv.md": "---\ntitle: Vi\nslug: om\n---\nEget\n"})
	first, _, err := center.Build(t.Context(), inputFor(t, root))
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("TZ", "Asia/Tokyo")
	t.Setenv("LC_ALL", "tr_TR.UTF-8")
	t.Setenv("HUGO_BUILDDRAFTS", "false")
	defer func(zone *time.Location) { time.Local = zone }(time.Local)
	time.Local = time.FixedZone("far", -11*60*60)
	second, _, err := center.Build(t.Context(), inputFor(t, root))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, second); diff != "" || len(first) == 0 {
		t.Errorf("-first +second:\n%s", diff)
	}
	if !strings.Contains(asMap(first)["om/index.html"], "Eget") {
		t.Error("the site's own prose is not shown")
	}
}

func TestBuildUnderAPath(t *testing.T) {
	in := inputFor(t, trial.Folder(t, map[string]string{
		"content/_index.sv.md": "---\ntitle: Hem\n---\n[Om](om/)\n",
	}))
	in.BaseURL = "https://example.com/a/trust"
	files, list, err := center.Build(t.Context(), in)
	if err != nil || len(list) > 0 {
		t.Fatal(trial.Briefs(list, "en"), err)
	}
	if !strings.Contains(asMap(files)["index.html"], `href="/a/trust/site.`) {
		t.Errorf("the home page is %s", asMap(files)["index.html"])
	}
}

func TestBuildTellsOfMistakesAndWritesNothing(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"misspelt field in a layout of one's own", map[string]string{
			"layouts/_shortcodes/name.html": "åäö {{ site.Params.tillit.Brand.Nme }}",
		}, []string{`layouts/_shortcodes/name.html:1:8 [layout-field] mallen läser fältet "Nme", som inte finns → menade du Name?`}},
		{"several mistakes in one run", map[string]string{
			"content/about/index.sv.md": "---\ntitle: Om\nslug: om\nlayout: x\n---\n{{< nam >}}\n",
			"i18n/en.yaml":              "mor: x\n",
		}, []string{
			`content/about/index.sv.md:4:1 [unknown-field] `,
			`content/about/index.sv.md:6:1 [prose-shortcode] kortkoden "nam" finns inte → menade du name?`,
			`i18n/en.yaml:1:1 [words-unknown] nyckeln "mor" används inte av någon sida → menade du more?`,
		}},
		{"link to nowhere", map[string]string{
			"content/about/index.sv.md": "---\ntitle: Om\nslug: om\n---\n\nse [här](/hemligt/)\n",
		}, []string{`content/about/index.sv.md:6:10 [link-broken] sidan /om/: länken "/hemligt/" går till en sida som inte finns → använd kortkoden page med sidans mapp: {{< page "rights" >}}`}},
		{"a script in prose", map[string]string{
			"content/about/index.sv.md": "---\ntitle: Om\nslug: om\n---\n\n<script>alert(1)</script>\n",
		}, []string{`content/about/index.sv.md:6:1 [prose-html] HTML i löpande text visas inte på sidan → skriv med Markdown, eller lägg en kortkod i layouts/_shortcodes`}},
		{"a script as a link", map[string]string{
			"content/about/index.sv.md": "---\ntitle: Om\nslug: om\n---\n\n[x](javascript:alert(1))\n",
		}, []string{`content/about/index.sv.md:6:5 [link-unsafe] "javascript:alert(1)": länken kan köra ett skript eller läsa filer → skriv en adress som börjar med https, mailto eller tel`}},
		{"a file where a page is", map[string]string{"static/om/index.html": `<!doctype html><html lang="sv"><head><title>Sida</title></head><body><h1>Sida</h1>`},
			[]string{`static/om/index.html [page-twice] två filer ska publiceras på adressen "/om/index.html" → döp om den ena, till exempel i mappen static`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files, list, err := center.Build(t.Context(), inputFor(t, trial.Folder(t, tt.files)))
			if err != nil {
				t.Fatal(err)
			}
			if files != nil {
				t.Error("there are files although there are findings")
			}
			got := trial.Briefs(list, "sv")
			for i := range got {
				if i < len(tt.want) && strings.HasSuffix(tt.want[i], "] ") && strings.HasPrefix(got[i], tt.want[i]) {
					got[i] = tt.want[i] // the sentence is another package's
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestBuildRefusesAnAddressThatCannotBe(t *testing.T) {
	for _, address := range []string{
		"example.com", "/trust/", "ftp://example.com/", "https://a:b@example.com/", "https://example.com/?x", "https://example.com/#x",
		"https://example.com/a b/", "https://example.com/%0Ax/", "https://exa mple.com/", "javascript:alert(1)",
	} {
		in := inputFor(t, t.TempDir())
		in.BaseURL = address
		if _, _, err := center.Build(t.Context(), in); err == nil {
			t.Errorf("%q is taken", address)
		}
	}
}

func TestBuildStopsBetweenStages(t *testing.T) {
	for _, last := range []string{"plan", "render", "seal"} {
		ctx, cancel := context.WithCancel(t.Context())
		in := inputFor(t, t.TempDir())
		in.Stage = func(name string) {
			if name == last {
				cancel()
			}
		}
		files, _, err := center.Build(ctx, in)
		if !errors.Is(err, context.Canceled) || files != nil {
			t.Errorf("cancelled in %s: got %d files, error %v", last, len(files), err)
		}
	}
}

// A build reads what lies in the site, and leaves no trace in it.
func TestBuildWritesNothingByItself(t *testing.T) {
	root := trial.Folder(t, map[string]string{"content/about/index.sv.md": "---\ntitle: Vi\nslug: om\n---\n"})
	t.Chdir(root)
	if _, _, err := center.Build(t.Context(), inputFor(t, root)); err != nil {
		t.Fatal(err)
	}
	var got []string
	filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if !d.IsDir() {
			rel, _ := filepath.Rel(root, name)
			got = append(got, filepath.ToSlash(rel))
		}
		return err
	})
	if diff := cmp.Diff([]string{"content/about/index.sv.md"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// BenchmarkBuild measures each stage of a small build.
func BenchmarkBuild(b *testing.B) {
	in := inputFor(b, b.TempDir())
	spent := map[string]time.Duration{}
	var stage string
	var began time.Time
	in.Stage = func(name string) {
		spent[stage] += time.Since(began)
		stage, began = name, time.Now()
	}
	for b.Loop() {
		stage, began = "", time.Now()
		if _, list, err := center.Build(b.Context(), in); err != nil || len(list) > 0 {
			b.Fatal(list, err)
		}
		in.Stage("")
	}
	for _, name := range []string{"plan", "render", "seal"} {
		b.ReportMetric(float64(spent[name].Microseconds())/1000/float64(b.N), name+"-ms/op")
	}
}
