package prose_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/trial"
)

func TestReadProseFindsThePages(t *testing.T) {
	pages, list := prose.ReadPages(trial.Site(map[string]string{
		"content/about/index.sv.md": "---\ntitle: Om oss\nslug: om\naliases: [/om-oss, /hem/om/]\n---\n",
		"content/about/bild.png":    "x",
	}), nil, trial.SwedishAndEnglish)
	if len(list) > 0 {
		t.Fatal(trial.Briefs(list, "en"))
	}
	type brief struct{ ID, Lang, Title, URL, Aliases string }
	var got []brief
	for _, p := range pages {
		var from []string
		for _, a := range p.Aliases {
			from = append(from, a.From)
		}
		got = append(got, brief{p.ID, p.Lang, p.Title, p.URL, strings.Join(from, " ")})
	}
	want := []brief{
		{"", "en", "Home", "/en/", ""},
		{"", "sv", "Hem", "/", ""},
		{"about", "en", "About", "/en/about/", ""},
		{"about", "sv", "Om oss", "/om/", "/om-oss/ /hem/om/"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestReadProseNamesTheMistake(t *testing.T) {
	const file = "content/about/index.sv.md"
	about := func(text string) map[string]string { return map[string]string{file: text} }
	body := func(text string) map[string]string { return about("---\ntitle: Om\nslug: om\n---\n" + text) }
	tests := []struct {
		name   string
		change map[string]string
		want   []string
	}{
		{"no front matter", about("# Om oss\n"), []string{file + ":1:1 [prose-front-matter]"}},
		{"front matter never ends", about("---\ntitle: Om\n"), []string{file + ":1:1 [prose-front-matter]"}},
		{"another kind of front matter", about("+++\ntitle = \"Om\"\n+++\n"), []string{file + ":1:1 [prose-front-matter]"}},
		{"YAML that does not parse", about("---\ntitle: Om: oss\n---\n"), []string{file + ":2:10 [colon-in-text]"}},
		{"unknown field", about("---\ntitle: Om\nslug: om\nurl: ../../etc\n---\n"), []string{file + ":4:1 [unknown-field]"}},
		{"a number for a title", about("---\ntitle: 2026\nslug: om\n---\n"), []string{file + ":2:8 [number-without-quotes]"}},
		{"no title", about("---\nslug: om\n---\n"), []string{file + ":2:1 [prose-title]"}},
		{"slug", about("---\ntitle: Om\nslug: ../om\n---\n"), []string{file + ":3:7 [prose-slug]"}},
		{"alias", about("---\ntitle: Om\nslug: om\naliases: [\"https://x.example/\"]\n---\n"), []string{file + ":4:11 [prose-alias]"}},
		{"bidi override", body("a\u202Eb\n"), []string{file + ":5:2 [prose-character]"}},
		{"control character", body("å\x00\n"), []string{file + ":5:2 [prose-character]"}},
		{"not UTF-8", body("\xe5 \xe4\n"), []string{file + ":5:1 [prose-character]"}},
		{"lines end as on Windows", about("---\r\ntitle: Om\r\nslug: om\r\n---\r\ntext\r\n"), nil},
		{"a language left out", map[string]string{file: ""}, []string{file + " [prose-language]"}},
		{"a language too many", map[string]string{"content/about/index.de.md": "---\ntitle: x\n---\n"}, []string{"content/about/index.de.md [prose-language]"}},
		{"no language", map[string]string{"content/about/index.md": "---\ntitle: x\n---\n"}, []string{"content/about/index.md [prose-file]"}},
		{"too deep", map[string]string{"content/a/b/index.sv.md": "---\ntitle: x\n---\n"}, []string{"content/a/b/index.sv.md [prose-file]"}},
		{"a page of HTML", map[string]string{"content/about/x.html": "<script>"}, []string{"content/about/x.html [prose-file]"}},
		{"unknown shortcode", body("å {{< greting >}}\n"), []string{file + ":5:3 [prose-shortcode]"}},
		{"several unknown shortcodes", body("{{< a >}}\n{{% b \"}}\" %}}x{{% /b %}}\n"), []string{file + ":5:1 [prose-shortcode]", file + ":6:1 [prose-shortcode]"}},
		{"code in the page", body("{{< x.inline >}}{{ now }}{{< /x.inline >}}\n"), []string{file + ":5:1 [prose-shortcode]"}},
		{"a shortcode that does not end", body("text {{< greeting\n"), []string{file + ":5:6 [prose-shortcode]"}},
		{"a shortcode never closed", body("{{< box >}}\n"), []string{file + ":5:1 [prose-shortcode]"}},
		{"a shortcode closed but not begun", body("{{< /box >}}\n"), []string{file + ":5:1 [prose-shortcode]"}},
		{"shortcodes closed in the wrong order", body("{{% box %}}{{< box >}}{{% /box %}}\n"), []string{file + ":5:1 [prose-shortcode]"}},
		{"text about a shortcode that does not end", body("{{</* nix >}}\n"), []string{file + ":5:1 [prose-shortcode]"}},
		{"marks of text that do not stand right behind the others", body("{{< /* nix */>}}\n"), []string{file + ":5:1 [prose-shortcode]"}},
		{"a word that goes on over lines", body("{{< greeting \"a\nb\" >}}\n"), []string{file + ":5:1 [prose-shortcode]"}},
		{"a shortcode in a folder of shortcodes", body("{{< greeting/nix >}}\n"), []string{file + ":5:1 [prose-shortcode]"}},
		{"shortcodes in code and comments are called", body("`{{< nix >}}`\n<!-- {{< nox >}} -->\n"), []string{file + ":5:2 [prose-shortcode]", file + ":6:6 [prose-shortcode]"}},
		{"none is called in front matter", about("---\ntitle: \"{{< nix >}}\"\nslug: om\n---\n"), nil},
		{"front matter ends where Hugo ends it", about("---\ntitle: Om\n---x\nslug: om\n---\n"), nil},
		{"text about shortcodes", body("{{</* nix */>}} {{%/* /nix */%}}\n"), nil},
		{"shortcodes that are right", body("{{< box >}}{{< greeting >}}{{< /box >}}{{< box />}}{{% box `>}}` %}}x{{% /box %}}\n"), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := prose.ReadPages(trial.Site(tt.change), nil, trial.SwedishAndEnglish)
			var got []string
			for _, d := range list {
				place, _, _ := strings.Cut(trial.Brief(d, "sv"), "]")
				got = append(got, place+"]")
				if d.Message.SV == "" || d.Message.EN == "" || d.Message.SV == d.Message.EN {
					t.Errorf("not said in both languages: %+v", d.Message)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s\n%s", diff, strings.Join(trial.Briefs(list, "en"), "\n"))
			}
		})
	}
}

func TestReadProseRefusesOneAddressTwice(t *testing.T) {
	_, list := prose.ReadPages(trial.Site(map[string]string{
		"content/us/index.sv.md": "---\ntitle: Vi\nslug: om\n---\n",
		"content/us/index.en.md": "---\ntitle: We\nslug: us\n---\n",
	}), nil, trial.SwedishAndEnglish)
	want := []string{"content/us/index.sv.md [prose-address] the page has the same address as another: /om/ → give the page another slug"}
	if diff := cmp.Diff(want, trial.Briefs(list, "en")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// The program carries more languages than most sites have.
func TestReadProseLeavesOutLanguagesThatTheSiteDoesNotHave(t *testing.T) {
	files := trial.Site(nil)
	for name, f := range files {
		files[name] = folder.File{Data: f.Data}
	}
	pages, list := prose.ReadPages(files, nil, trial.SwedishAndEnglish[:1])
	if len(list) > 0 || len(pages) != 2 {
		t.Errorf("got %d pages and findings %v", len(pages), trial.Briefs(list, "en"))
	}
	if files.Has("content/about/index.en.md") {
		t.Error("the English page would be rendered")
	}
}
