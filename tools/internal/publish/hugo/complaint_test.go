package hugo_test

import (
	"fmt"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/trial"
)

// Each mistake in a layout, or in prose, that only rendering can find is told in
// our words, at the place in the file that the person wrote.
func TestRenderNamesTheMistake(t *testing.T) {
	page := func(body string) map[string]string {
		return map[string]string{"layouts/page.html": "{{ define \"main\" }}\n" + body + "{{ end }}"}
	}
	prose := func(body string) map[string]string {
		return map[string]string{"content/about/index.sv.md": "---\ntitle: Om\nslug: om\n---\n\n" + body}
	}
	tests := []struct {
		name   string
		change map[string]string
		want   []string
	}{
		{"misspelt field", page(`å {{ site.Params.tillit.Nme }}`), []string{
			`layouts/page.html:2:6 [layout-field] the layout reads the field "Nme", which does not exist → did you mean Name?`}},
		{"misspelt method", page(`{{ site.Params.tillit.Greting }}`), []string{
			`layouts/page.html:2:4 [layout-field] the layout reads the field "Greting", which does not exist → did you mean Greeting?`}},
		{"field of nothing", page(`{{ site.Params.tillit.Firm.City }}`), []string{
			`layouts/page.html:2:4 [layout-nil] the layout reads the field "City" of something that is not there → put {{ with … }} … {{ end }} around the passage`}},
		{"in a partial", map[string]string{
			"layouts/page.html":          `{{ define "main" }}{{ partial "box.html" . }}{{ end }}`,
			"layouts/_partials/box.html": "\n\n{{ site.Params.tillit.Nme }}",
		}, []string{`layouts/_partials/box.html:3:4 [layout-field] the layout reads the field "Nme", which does not exist → did you mean Name?`}},
		{"in a shortcode", map[string]string{"layouts/_shortcodes/greeting.html": "\n  {{ site.Params.tillit.Nme }}"}, []string{
			`layouts/_shortcodes/greeting.html:2:6 [layout-field] the layout reads the field "Nme", which does not exist → did you mean Name?`}},
		{"unknown function", page(`{{ nix }}`), []string{
			`layouts/page.html:2 [layout-function] the layout calls the function "nix", which does not exist → check the spelling`}},
		{"unknown partial", map[string]string{
			"layouts/page.html":             "{{ define \"main\" }}\n{{ partial \"heder.html\" . }}{{ end }}",
			"layouts/_partials/header.html": "x",
		}, []string{`layouts/page.html:2:4 [layout-partial] the layout calls the partial "heder.html", which does not exist → did you mean header.html?`}},
		{"syntax", page(`{{ if }}{{ end }}`), []string{
			`layouts/page.html:2 [layout-syntax] the layout is not written correctly → check braces and quotation marks, and that each if, with, range and define has its end`}},
		{"never ended", map[string]string{"layouts/home.html": "{{ define \"main\" }}\n{{ if true }}x{{ end }}"}, []string{
			`layouts/home.html:2 [layout-syntax] the layout is not written correctly → check braces and quotation marks, and that each if, with, range and define has its end`}},
		{"tag in halves", page(`<a href='{{ if .Title }}x'{{ end }}>`), []string{
			`layouts/page.html:2:16 [layout-escape] the layout does not end a tag, a quotation mark or a script in the same way in every case → write the whole tag within one {{ if }}`}},
		{"endless", map[string]string{
			"layouts/page.html":          `{{ define "main" }}{{ partial "box.html" . }}{{ end }}`,
			"layouts/_partials/box.html": `{{ partial "box.html" . }}`,
		}, []string{`layouts/_partials/box.html:1:4 [layout-loop] the layout calls itself without end → remove the call`}},
		{"failing call", page(`{{ index (slice 1 2) "x" }}`), []string{
			`layouts/page.html:2:4 [layout-call] the call of "index" in the layout fails → check what the call is given`}},
		{"environment", page(`{{ os.Getenv "HOME" }}`), []string{
			`layouts/page.html:2:6 [layout-access] the layout wants to run a program, fetch something from the network or read an environment variable, which no page may → put what is needed into data or assets`}},
		{"network", page(`{{ with resources.GetRemote "https://example.com" }}{{ .Content }}{{ end }}`), []string{
			`layouts/page.html:2:18 [layout-access] the layout wants to run a program, fetch something from the network or read an environment variable, which no page may → put what is needed into data or assets`}},
		{"unknown word", page(`{{ i18n "mor" }}`), []string{
			`layouts/page.html:2:9 [words-missing] a layout asks for the word "mor", which is missing in the language "en" → did you mean more?`,
			`layouts/page.html:2:9 [words-missing] a layout asks for the word "mor", which is missing in the language "sv" → did you mean more?`}},
		{"no layout", map[string]string{"layouts/page.html": ""}, []string{
			`[layout-missing] a page has no layout → put the layout back into layouts`}},
		{"soon gone", page(`{{ site.LanguageCode }}`), []string{
			`layouts/page.html:2:4 [layout-deprecated] a layout uses .Site.LanguageCode, which will soon be gone → write .Site.Language.Locale`}},
		{"soon gone, in two places", page(`{{ $s := .Site }}{{ range $s.Data.x }}{{ end }}{{ $s.Data }}`), []string{
			`layouts/page.html:2:29 [layout-deprecated] a layout uses .Site.Data, which will soon be gone → read facts from site.Params.tillit, as the layouts that come with tillit do; Hugo sees nothing of data/`,
			`layouts/page.html:2:53 [layout-deprecated] a layout uses .Site.Data, which will soon be gone → read facts from site.Params.tillit, as the layouts that come with tillit do; Hugo sees nothing of data/`}},
		{"a layout's own words", page(`{{ errorf "inget %s" "namn" }}`), []string{`layouts/page.html:2:4 [layout-stop] a layout stops the build with the words "inget namn"`}},
		{"other words on each page", map[string]string{"layouts/_partials/x.html": `{{ errorf "%s saknas" .Title }}`, "layouts/page.html": `{{ define "main" }}{{ partial "x.html" . }}{{ end }}`}, []string{
			`layouts/_partials/x.html:1:4 [layout-stop] a layout stops the build with the words "About saknas"; and in other words elsewhere (1 more)`}},
		{"a layout's own words", page(`{{ errorf "tillit|prose-ref|sidan saknas|the page is missing" }}`), []string{`[prose-ref] the page is missing`}},
		{"a layout's rule that there is none of", page(`{{ errorf "tillit|page-unknown|sidan saknas|the page is missing" }}`), []string{`[layout-stop] the page is missing`}},
		{"a warning", page(`{{ warnf "se upp" }}`), []string{`layouts/page.html:2:4 [layout-stop] a layout stops the build with the words "se upp"`}},
		{"HTML in prose", prose("fet <b>text</b> och `<i>kod</i>`\n\n<script>alert(1)</script>\n"), []string{
			`content/about/index.sv.md:6:5 [prose-html] HTML in prose is not shown on the page → write it in Markdown, or put a shortcode into layouts/_shortcodes`,
			`content/about/index.sv.md:8:1 [prose-html] HTML in prose is not shown on the page → write it in Markdown, or put a shortcode into layouts/_shortcodes`}},
		{"HTML in prose beside code over lines", prose("`fet\n<b>` <i>text</i>\n\n~~~\n<u>kod</u>\n~~~\n\n> ```\n> <u>\n\n<hr\n"), []string{
			`content/about/index.sv.md:7:6 [prose-html] HTML in prose is not shown on the page → write it in Markdown, or put a shortcode into layouts/_shortcodes`,
			`content/about/index.sv.md:16:1 [prose-html] HTML in prose is not shown on the page → write it in Markdown, or put a shortcode into layouts/_shortcodes`}},
		{"reference to nowhere", prose(`[a]({{< ref "nix" >}})`), []string{
			`content/about/index.sv.md:6:5 [prose-ref] the link goes to "nix", which is no page → write the shortcode page with the page's folder: {{< page "rights" >}}`}},
	}
	// What Hugo only warns of keeps no page from being made.
	warned := []string{"unknown word", "soon gone", "soon gone, in two places", "a warning", "HTML in prose", "HTML in prose beside code over lines"}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files, list, err := hugo.Render(t.Context(), inputOf(trial.Site(tt.change)))
			if err != nil {
				t.Fatal(err)
			}
			if made := slices.Contains(warned, tt.name); (files != nil) != made {
				t.Errorf("%d files were made", len(files))
			}
			if diff := cmp.Diff(tt.want, trial.Briefs(list, "en")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// A mistake that surfaces in a file of ours says that the cause may be theirs.
func TestRenderTellsWhoseTheFileIs(t *testing.T) {
	files := trial.Site(map[string]string{"layouts/page.html": `{{ define "main" }}{{ site.Params.tillit.Nme }}{{ end }}`})
	files["layouts/page.html"] = folder.File{Data: files["layouts/page.html"].Data}
	_, list, err := hugo.Render(t.Context(), inputOf(files))
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	if len(list[0].Related) != 1 || list[0].Related[0].Pos.File != "layouts/page.html" {
		t.Errorf("got related %v", list[0].Related)
	}
}

// However the pages are shared out among processors, every mistake is told, and
// told once.
func TestRenderNamesEveryMistakeEachTime(t *testing.T) {
	body := func(field string) string { return `{{ define "main" }}{{ site.Params.tillit.` + field + ` }}{{ end }}` }
	files := trial.Site(map[string]string{
		"layouts/404.html":  body("Namn"),
		"layouts/home.html": body("Firma"),
		"layouts/page.html": body("Nam"),
	})
	want := []string{
		`layouts/404.html:1:23 [layout-field] the layout reads the field "Namn", which does not exist → did you mean Name?`,
		`layouts/home.html:1:23 [layout-field] the layout reads the field "Firma", which does not exist → did you mean Firm?`,
		`layouts/page.html:1:23 [layout-field] the layout reads the field "Nam", which does not exist → did you mean Name?`,
	}
	for range 8 {
		_, list, err := hugo.Render(t.Context(), inputOf(files))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, trial.Briefs(list, "en")); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
	}
}

// A mistake in what all pages share ends the build, however many pages there
// are and however few processors. Whether Hugo gets stuck is a matter of luck,
// which is tried often.
func TestRenderEndsWhenEveryPageFails(t *testing.T) {
	change := map[string]string{"layouts/page.html": `{{ define "main" }}{{ site.Params.tillit.Nam }}{{ end }}`}
	for i := range 20 + 3*runtime.NumCPU() {
		change[fmt.Sprintf("content/page-%d/index.sv.md", i)] = "---\ntitle: Sida\n---\n"
	}
	want := []string{`layouts/page.html:1:23 [layout-field] the layout reads the field "Nam", which does not exist → did you mean Name?`}
	for range 20 {
		_, list, err := hugo.Render(t.Context(), inputOf(trial.Site(change)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, trial.Briefs(list, "en")); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
	}
}
