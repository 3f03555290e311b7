package effect_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"tillit"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/effect"
)

// A template of the site's own is held against the program's in whose place it stands.
func TestTemplatesThatDropFactsAreTold(t *testing.T) {
	program, err := folder.ReadEmbedded(tillit.Files)
	if err != nil {
		t.Fatal(err)
	}
	carried := func(name string) string {
		data, err := fs.ReadFile(tillit.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	const retention = "layouts/_partials/retention/retention.html"
	for _, tt := range []struct{ file, text, want string }{
		{"layouts/_partials/retention/period.html", "<p>So long as it is needed.</p>", "error"},
		{"layouts/_shortcodes/measures.html", "<p>We are safe.</p>", "error"},
		{"layouts/_partials/recipient/recipient.html", "{{/* .Country .Label */}}<tr></tr>", "error"},
		{retention, strings.ReplaceAll(carried(retention), "{{ with .Law }}{{ . }}{{ else }}–{{ end }}", "–"), "warning .Law"},
		{retention, strings.ReplaceAll(carried(retention), "partial \"retention/period.html\" .", "\"\""), "warning"},
		{"layouts/_shortcodes/retention.html", `{{ partial "mine.html" site.Params.tillit }}`, "warning"},

		{retention, carried(retention), ""},
		{retention, carried(retention) + "<p>And more.</p>", ""},
		{retention, strings.ReplaceAll(carried(retention), "<table>", `<table class="own">`), ""},
		{"layouts/_partials/page/footer.html", "<footer></footer>", ""},
		{"layouts/404.html", "{{ define \"main\" }}{{ end }}", ""},
		{"layouts/_partials/mine.html", "<p></p>", ""},
		{"layouts/_shortcodes/note.html", "{{ .Inner }}", ""},
	} {
		own := folder.Tree{tt.file: {Data: []byte(tt.text), Own: true}, "layouts/_partials/mine.html": {Data: []byte("{{ .Retention }}"), Own: true}}
		got := ""
		for _, d := range effect.Find(&folder.Layers{Own: own, Program: program}, &record.Organisation{Languages: []string{"sv", "en"}}) {
			if d.Rule != "layout-drops" {
				continue
			}
			if d.Pos.File != tt.file {
				t.Errorf("told at %s", d.Pos.File)
			}
			got += "error"
			if d.Severity == diag.Warning {
				_, lacks, _ := strings.Cut(d.Message.EN, "does not read ")
				got = fmt.Sprint("warning ", lacks)
			}
		}
		if !strings.HasPrefix(got, tt.want) || (got == "") != (tt.want == "") {
			t.Errorf("%s: %s: got %q, want %q", tt.file, tt.text[:min(len(tt.text), 60)], got, tt.want)
		}
	}
}
