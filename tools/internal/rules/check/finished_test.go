package check

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/folder"
)

// Prose, titles, words, layouts and stylesheets of a site are looked at; the program's own
// files are not.
func TestUnfinishedFiles(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"content/om/index.sv.md", "---\ntitle: \"Om [FÖRETAGSNAMN]\"\n---\n\nText.\n", "2:12+14 unfilled-place error"},
		{"content/om/index.sv.md", "---\ntitle: \"**Om**\"\n---\n\nText.\n", "2:9+6 markdown-in-field error"},
		{"content/om/index.sv.md", "---\ntitle: Om\ndescription: TODO\n---\n\nText.\n", "3:14+4 unfilled-place error"},
		{"content/om/index.sv.md", "---\ntitle: Om\n---\n\n- ett\n- f&amp;ouml;r\n", "6:4+10 html-entity error"},
		{"content/om/index.sv.md", "---\ntitle: Om\n---\n\nVi säger **fÃ¶r**.\n", "5:13+2 double-decoded error"},
		{"content/om/index.sv.md", "---\ntitle: Om\n---\n\n| a | b |\n| - | - |\n| a | TODO |\n", "7:7+4 unfilled-place error"},
		{"content/om/index.sv.md", "---\ntitle: Om\n---\n\nVi anlitar XXX för det.\n", "5:12+3 unfilled-place warning"},
		{"content/om/index.sv.md", "---\ntitle: Om\n---\n\nVi anlitar \u0430pple.\n", "5:12+5 mixed-scripts warning"},
		{"content/om/index.sv.md", "---\ntitle: Om\n---\n\nSe [a] (https://a.example/).\n", "5:4+24 prose-markdown error"},
		{"i18n/sv.yaml", "nav_home: Hem & f&ouml;r\n", "1:11+14 html-entity error"},
		{"i18n/sv.yaml", "hits:\n  one: \"TODO: träff\"\n  other: träffar\n", "2:8+13 unfilled-place error"},
		{"layouts/home.html", "<p>\n<<<<<<< HEAD\n<b>\n=======\n>>>>>>> x\n", "2:1+12 merge-conflict error"},
		{"assets/site.css", "a {}\n=======\n", ""},
		{"assets/site.css", "a {}\n\n>>>>>>> x\n", "3:1+9 merge-conflict error"},

		{"content/om/index.sv.md", "---\ntitle: Om\n---\n\nSe [kontakt] och [namn].\n\n[kontakt]: /kontakt/\n[namn]: /namn/\n", ""},
		{"content/om/index.sv.md", "---\ntitle: Om\n---\n\nSkriv `[namn]` och `{{namn}}`.\n\n    TODO: [namn]\n", "7:5+4 unfilled-place error"},
		{"content/om/index.sv.md", "---\ntitle: Om\n---\n\n```\nTODO: [namn] {{x}}\n```\n", ""},
		{"content/om/index.sv.md", "---\ntitle: Om\n---\n\nF&ouml;r dig&nbsp;& mig. {{< page \"rights\" >}}\n", ""},
		{"i18n/sv.yaml", "letter_closing: \"[ditt namn]\"\nhits: \"{{ .Count }} träffar\"\nday: \"{day} {month}\"\n", ""},
		{"static/bild.png", "\x89PNG\xff<<<<<<< HEAD\n", ""},
	} {
		got := ""
		for _, d := range unfinished(folder.Tree{tt.name: {Data: []byte(tt.text), Own: true}}, nil) {
			severity := "error"
			if d.Severity > 0 {
				severity = "warning"
			}
			got += fmt.Sprintf("%d:%d+%d %s %s", d.Pos.Line, d.Pos.Column, d.Pos.Length, d.Rule, severity)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %q: -want +got\n%s", tt.name, tt.text, diff)
		}
		if list := unfinished(folder.Tree{tt.name: {Data: []byte(tt.text)}}, nil); list != nil {
			t.Errorf("%s: the program's own is looked at", tt.name)
		}
	}
}
