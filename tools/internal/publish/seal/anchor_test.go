package seal

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/trial"
)

// Places that own prose lacks are told once, at its file, however many pages lead there;
// a link that somebody has written to a place that never was is wrong where it stands.
func TestPlacesThatOwnProseLacksAreToldAtItsFile(t *testing.T) {
	const front, security, about = "---\ntitle: T\n---\n", "content/security/index.sv.md", "content/about/index.sv.md"
	program := folder.Tree{
		security: {Data: []byte(front + "\n## Efter en incident {#incident}\n")},
		about:    {Data: []byte(front + "\n[Se](/sakerhet/#incident)\n")},
	}
	record := func(anchor string) (diag.Text, string) {
		if anchor != "kryptering" {
			return diag.Text{}, ""
		}
		return diag.Say("åtgärden Kryptering", "the measure Encryption"), "measures"
	}
	const (
		lacks  = "content/security/index.sv.md:5:1 [page-anchors] sidans egen text saknar det som andra sidor leder till: "
		write  = " → skriv i texten, där det ska stå:\n"
		broken = "[link-broken] sidan /om/: länken %q går till en plats som inte finns på sidan → ge rubriken detta id: ## Rubrik {#id}"
	)
	for _, tt := range []struct {
		name       string
		own        map[string]string // prose by file
		links      []string          // of the page about
		ids        string            // of the page on security
		want       []string
		everywhere bool // the start page has the same links
	}{
		{name: "the program's page lacks a place", links: []string{"/sakerhet/#nix"}, want: []string{fmt.Sprintf(broken, "/sakerhet/#nix")}},
		{name: "a heading of the program's", own: map[string]string{security: "Hej."}, links: []string{"/sakerhet/#incident"},
			want: []string{lacks + `rubriken "Efter en incident"` + write + "## Efter en incident {#incident}"}},
		{name: "from several pages", own: map[string]string{security: "Hej."}, links: []string{"/sakerhet/#incident"}, everywhere: true,
			want: []string{lacks + `rubriken "Efter en incident"` + write + "## Efter en incident {#incident}"}},
		{name: "a record", own: map[string]string{security: "Hej."}, links: []string{"/sakerhet/#kryptering"},
			want: []string{lacks + "åtgärden Kryptering" + write + "{{< measures >}}"}},
		{name: "a record and a heading", own: map[string]string{security: "Hej."}, links: []string{"/sakerhet/#kryptering", "/sakerhet/#incident"},
			want: []string{lacks + `rubriken "Efter en incident" och åtgärden Kryptering` + write + "## Efter en incident {#incident}\n\n{{< measures >}}"}},
		{name: "what a layout leads to", own: map[string]string{security: "Hej."}, links: []string{"/sakerhet/#nix"},
			want: []string{lacks + "#nix" + write + "## … {#nix}"}},
		{name: "the place is there", own: map[string]string{security: "Hej."}, links: []string{"/sakerhet/#incident"}, ids: `<h2 id="incident">I</h2>`},
		{name: "a copy of the program's page", own: map[string]string{security: "\n## Efter en incident {#incident}\n"}, links: []string{"/sakerhet/#nix"},
			want: []string{fmt.Sprintf(broken, "/sakerhet/#nix")}},
		{name: "a link that own prose has made up", own: map[string]string{security: "Hej.", about: "Se [där](/sakerhet/#nix)."}, links: []string{"/sakerhet/#nix"},
			want: []string{"content/about/index.sv.md:5:10 " + fmt.Sprintf(broken, "/sakerhet/#nix")}},
		{name: "the same by the shortcode", own: map[string]string{security: "Hej.", about: `Se {{< page "security" "nix" "där" >}}.`}, links: []string{"/sakerhet/#nix"},
			want: []string{"content/about/index.sv.md:5:25 " + fmt.Sprintf(broken, "/sakerhet/#nix")}},
		{name: "a link of own prose to a heading that was", own: map[string]string{security: "Hej.", about: "Se [där](/sakerhet/#incident)."}, links: []string{"/sakerhet/#incident"},
			want: []string{lacks + `rubriken "Efter en incident"` + write + "## Efter en incident {#incident}"}},
		{name: "a link within the page", own: map[string]string{about: "[a](#nix)"}, links: []string{"#nix"},
			want: []string{"content/about/index.sv.md:5:5 " + fmt.Sprintf(broken, "#nix")}},
	} {
		source := folder.Tree{}
		for name, f := range program {
			source[name] = f
		}
		for name, text := range tt.own {
			if text[0] != '\n' {
				text = "\n" + text
			}
			source[name] = folder.File{Data: []byte(front + text), Own: true}
		}
		page := func(body string) []byte {
			return []byte(`<!doctype html><html lang="sv"><head><title>T</title></head><body><h1>T</h1>` + body + `</body></html>`)
		}
		links := ""
		for _, to := range tt.links {
			links += fmt.Sprintf("<a href=%q>x</a>", to)
		}
		files := []output.File{{Path: "om/index.html", Data: page(links)}, {Path: "sakerhet/index.html", Data: page(tt.ids)}}
		if tt.everywhere {
			files = append(files, output.File{Path: "index.html", Data: page(links)})
		}
		_, list := Seal(files, mustParse(t, "https://example.com/"), nil, Origin{
			Files: map[string]string{"om/index.html": about, "sakerhet/index.html": security}, Program: program, Record: record,
		}, source, nil)
		if diff := cmp.Diff(tt.want, trial.Briefs(list, "sv")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
