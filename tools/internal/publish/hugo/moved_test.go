package hugo_test

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/trial"
)

// over lays files of the site's own over a program that has its partials in folders.
func over(own map[string]string) folder.Tree {
	layers := &folder.Layers{Own: folder.Tree{}, Program: trial.Site(map[string]string{
		"layouts/page.html":                  `{{ define "main" }}{{ partial "page/footer.html" . }} {{ partialCached "page/url.html" "x" }}{{ end }}`,
		"layouts/_partials/page/footer.html": `our <b>footer</b>`,
		"layouts/_partials/page/url.html":    `{{ return printf "/%s/" . }}`,
	})}
	for name, text := range own {
		layers.Own[name] = folder.File{Data: []byte(text), Own: true}
	}
	return layers.Files()
}

func TestAPartialIsFoundUnderItsOldName(t *testing.T) {
	const page = `{{ define "main" }}{{ partial "footer.html" . }} {{ partialCached "page-url.html" "y" }} {{ partial "page-url" "z" }}{{ end }}`
	tests := []struct {
		name string
		own  map[string]string
		want string
	}{
		{"no layout of one's own", nil, `our <b>footer</b> /x/`},
		{"an override under the old name", map[string]string{"layouts/_partials/footer.html": `<i>{{ .Title }}</i>`}, `<i>Om oss</i> /x/`},
		{"an override that returns a value", map[string]string{"layouts/_partials/page-url.html": `{{ return printf "%s!" . }}`}, `our <b>footer</b> x!`},
		{"an override under the new name", map[string]string{"layouts/_partials/page/footer.html": `new`}, `new /x/`},
		{"overrides under both names", map[string]string{
			"layouts/_partials/page/footer.html": `new`, "layouts/_partials/footer.html": `old`,
		}, `new /x/`},
		{"a layout that calls old names", map[string]string{"layouts/page.html": page}, `our <b>footer</b> /y/ /z/`},
		{"a layout and an override, both of old names", map[string]string{
			"layouts/page.html": page, "layouts/_partials/footer.html": `old`,
		}, `old /y/ /z/`},
		{"an old name in a layout, the new one of its override", map[string]string{
			"layouts/page.html": page, "layouts/_partials/page/footer.html": `new`,
		}, `new /y/ /z/`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, got, _ := strings.Cut(rendered(t, over(tt.own))["om/index.html"], "<body>")
			if diff := cmp.Diff(tt.want+"</body></html>", got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// What is wrong is told in the file that a person wrote, and new names are suggested.
func TestAMistakeUnderAnOldNameIsToldThere(t *testing.T) {
	tests := []struct {
		name string
		own  map[string]string
		want string
	}{
		{"an override under the old name", map[string]string{"layouts/_partials/footer.html": "\n{{ site.Params.tillit.Nme }}"},
			`layouts/_partials/footer.html:2:4 [layout-field] the layout reads the field "Nme", which does not exist → did you mean Name?`},
		{"a misspelt old name", map[string]string{"layouts/page.html": `{{ define "main" }}{{ partial "foter.html" . }}{{ end }}`},
			`layouts/page.html:1:23 [layout-partial] the layout calls the partial "foter.html", which does not exist → did you mean page/footer.html?`},
		{"a misspelt new name", map[string]string{"layouts/page.html": `{{ define "main" }}{{ partial "page/foter.html" . }}{{ end }}`},
			`layouts/page.html:1:23 [layout-partial] the layout calls the partial "page/foter.html", which does not exist → did you mean page/footer.html?`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list, err := hugo.Render(t.Context(), inputOf(over(tt.own)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{tt.want}, trial.Briefs(list, "en")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

var (
	templateComment = regexp.MustCompile(`(?s)\{\{-? ?/\*.*?\*/ ?-?\}\}`)
	partialCall     = regexp.MustCompile(`\bpartial(?:Cached)? "([^"]+)"`)
)

func TestEveryPartialIsCalledAndStandsInAFolder(t *testing.T) {
	called, there := map[string]bool{}, map[string]bool{}
	for name, text := range layouts(t) {
		if partial, ok := strings.CutPrefix(name, "_partials/"); ok {
			there[partial] = true
			if path.Dir(partial) == "." || strings.Count(partial, "/") > 1 {
				t.Errorf("the partial %s does not stand in a folder by what it shows", partial)
			}
			if m := partialCall.FindStringSubmatch(text); m == nil || m[1] != partial {
				t.Errorf("%s does not begin with how to call it", name)
			}
		}
		for _, m := range partialCall.FindAllStringSubmatch(templateComment.ReplaceAllString(text, ""), -1) {
			called[m[1]] = true
		}
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(there)), slices.Sorted(maps.Keys(called))); diff != "" {
		t.Errorf("-there +called:\n%s", diff)
	}
	taken := map[string]string{}
	for old, now := range folder.Moved {
		if !there[now] {
			t.Errorf("%s is said to have moved to %s, where nothing is", old, now)
		}
		if there[old] || strings.Contains(old, "/") {
			t.Errorf("%s is no old name", old)
		}
		if other, ok := taken[now]; ok {
			t.Errorf("%s and %s have moved to the same place", old, other)
		}
		taken[now] = old
	}
}
