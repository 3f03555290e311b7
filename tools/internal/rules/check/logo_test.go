package check_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/trial"
)

const drawing = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>å</title><defs><path id="a" d="M0 0h9"/></defs><use href="#a" style="fill:url(#b)"/></svg>`

func pngOf(t *testing.T, width, height int) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestALogoIsADrawingAndNothingElse(t *testing.T) {
	svg := func(inside string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + inside + `</svg>`
	}
	for _, tt := range []struct{ name, file, data, want string }{
		{"a drawing", "logo.svg", drawing, ""},
		{"a picture within it", "logo.svg", svg(`<image href="data:image/png;base64,AAAA"/>`), ""},
		{"a picture", "logo.png", pngOf(t, 64, 32), ""},
		{"a script", "logo.svg", svg(`<script>alert(1)</script>`), `"logo.svg" holds <script>`},
		{"a script in capitals", "logo.svg", svg(`<SCRIPT/>`), `holds <script>`},
		{"an event", "logo.svg", svg(`<path OnClick="x()"/>`), `a script in onclick`},
		{"a page", "logo.svg", svg(`<foreignObject><b xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>`), `holds <foreignobject>`},
		{"a link", "logo.svg", svg(`<a xlink:href="https://evil.example/"/>`), `a link to something else`},
		{"a link that is a script", "logo.svg", svg(`<a href=" javascript:alert(1)"/>`), `a link to something else`},
		{"a page as data", "logo.svg", svg(`<image href="data:text/html;base64,AAAA"/>`), `a link to something else`},
		{"a style that imports", "logo.svg", svg(`<style>@import "https://evil.example/a.css";</style>`), `a style that fetches`},
		{"a style that fetches", "logo.svg", svg(`<style>path{fill:url( 'https://evil.example/a.svg#b')}</style>`), `a style that fetches`},
		{"an attribute that fetches", "logo.svg", svg(`<path fill="url(//evil.example/#a)"/>`), `fetched from outside`},
		{"a type of document", "logo.svg", `<!DOCTYPE svg [<!ENTITY a "b">]>` + svg(`&a;`), `a DOCTYPE`},
		{"a stylesheet", "logo.svg", `<?xml-stylesheet href="a.css"?>` + svg(``), `an instruction to other programs`},
		{"a page called a drawing", "logo.svg", `<html></html>`, `is no SVG, whatever`},
		{"words called a drawing", "logo.svg", `en logotyp`, `is no SVG that can be read`},
		{"nothing", "logo.svg", ``, `is no SVG that can be read`},
		{"half a drawing", "logo.svg", `<svg xmlns="http://www.w3.org/2000/svg"><path`, `is no SVG that can be read`},
		{"deep parts", "logo.svg", svg(strings.Repeat("<g>", 300) + strings.Repeat("</g>", 300)), `too many parts within one another`},
		{"a large drawing", "logo.svg", svg(strings.Repeat(" ", 60_000)), `at most 50 kB`},
		{"noise called a picture", "logo.png", "\x00\x01\x02", `is no PNG picture`},
		{"a wide picture", "logo.png", pngOf(t, 2001, 1), `2001 × 1 pixels`},
		{"a misspelt name", "loga.svg", drawing, `did you mean "loga.svg"?`},
	} {
		set := trial.SetOf(t, map[string]string{"organisation": "name: Prov\nlanguages: [sv, en]\nbrand:\n  logo: logo" + tt.file[strings.LastIndex(tt.file, "."):] + "\n"})
		list := check.CheckLogo(set, folder.Tree{"assets/" + tt.file: {Data: []byte(tt.data)}})
		if len(list) == 0 {
			if tt.want != "" {
				t.Errorf("%s: nothing is said, want %q", tt.name, tt.want)
			}
			continue
		}
		d := list[0]
		if tt.want == "" || !strings.Contains(d.Message.EN+"; "+d.Hint.EN, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, d.Message.EN+"; "+d.Hint.EN, tt.want)
		}
		if (d.Pos.Line != 4 || d.Pos.Column != 9) || d.Message.SV == "" || d.Hint == (diag.Text{}) {
			t.Errorf("%s: the finding is at %v, with the hint %q", tt.name, d.Pos, d.Hint.EN)
		}
	}
}
