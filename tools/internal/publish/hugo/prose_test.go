package hugo_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/trial"
)

// What the reader of prose says of a page is what Hugo makes of it: its words, its
// headings with their anchors, and where it leads.
func TestHugoReadsProseAsWeDo(t *testing.T) {
	const dot = "·" // stands for what is no word of a text
	samples := []string{
		"ett *två* **tre** `fyra` fem\\*",
		"a {{< dot >}} b\n\n{{< dot >}}\n\nc {{< dot\n\"x\"\n>}}",
		"a {{< dot `x\n\ny` >}} b",
		"a {{% dot \">}}\" %}} `b {{< dot >}} c` d",
		"a {{</* dot \"x\" */>}} `{{%/* dot */%}}` b",
		"<!-- {{< dot >}} --> a\n\nb <!-- c --> d\n\ne <!-- f\ng --> h\n\ni\n<!-- j\n\nk --> l\nm",
		"a <!-- b",
		"a\n<!-- b\n\nc",
		"a `b\nc` d `` e ` f `` g ` h\n\ni ` j",
		"a `b``c` d",
		"a `b\n# c` d",
		"````\na\n```\nb\n````\nc\n~~~ x\n```\n~~~\nd",
		"```\na\n```b\nc\n```\nd\n\n```e``` f",
		"> ```\n> a\n\nb\n\n```\nc",
		"## Vad *vi* gör, och varför\n\n### Egen {#egen-en}\n\n## Vad *vi* gör, och varför\n\n#### `x` [y](/z/)\n\nEn\nrubrik\n---\n\nA\n=\n\n#\n\n##### C#\n\n###### två – 2 ######\n\n#ingen\n\n## !\n\n## https://e.example/\n\n## _a_ &amp; `b_c` <https://d.example/>",
		"| a {{< dot \"b|c\" >}} | d |\n| --- | --- |\n| `e` | [f](/g/) |\n",
		"[a](/b/ \"c\") ![d](e.png) <https://f.example/> https://g.example/h [i](<j k>) `[l](/m/)` [n](o(p)q)",
		"a & b &amp; c &aring; 1 < 2 \\`d`",
	}
	const front = "--- \ntitle: T\nslug: front\n---x\ny\n\n---\n"
	site := map[string]string{
		"layouts/page.html":            `{{ define "main" }}<main>{{ .Content }}</main>{{ end }}`,
		"layouts/_shortcodes/dot.html": dot,
		"content/front/index.sv.md":    front,
	}
	for i, text := range samples {
		site[fmt.Sprintf("content/p%d/index.sv.md", i)] = "---\ntitle: T\n---\n" + text
	}
	pages := rendered(t, trial.Site(site))
	compare := func(name, text string) {
		t.Helper()
		d := prose.File{File: name, Data: []byte(text)}.Read()
		var ours, theirs shown
		for _, p := range d.Passages {
			if p.File == nil {
				ours.words = append(ours.words, strings.NewReplacer(string(prose.Object), dot, "`", " ").Replace(p.Text))
			}
		}
		for _, h := range d.Headings {
			ours.headings = append(ours.headings, fmt.Sprintf("h%d#%s", h.Level, h.Anchor))
		}
		for _, l := range d.Links {
			ours.links = append(ours.links, strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29").Replace(l.To))
		}
		theirs.take(element(parsed(t, pages[name+"/index.html"]), "main"), dot)
		for _, part := range []struct {
			what         string
			ours, theirs []string
		}{{"words", ours.words, theirs.words}, {"headings", ours.headings, theirs.headings}, {"links", ours.links, theirs.links}} {
			if diff := cmp.Diff(strings.Fields(strings.Join(part.theirs, " ")), strings.Fields(strings.Join(part.ours, " "))); diff != "" {
				t.Errorf("%q: %s (-Hugo +we):\n%s", text, part.what, diff)
			}
		}
	}
	for i, text := range samples {
		compare(fmt.Sprintf("p%d", i), text)
	}
	compare("front", front)
}

// shown is what a page shows.
type shown struct{ words, headings, links []string }

func (s *shown) take(n *html.Node, dot string) {
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			s.words = append(s.words, strings.ReplaceAll(c.Data, "`", " ")) // marks are no words, whatever they end
			continue
		case c.Type != html.ElementNode || c.Data == "pre":
			continue
		case c.Data == "code":
			s.words = append(s.words, dot)
			continue
		case len(c.Data) == 2 && c.Data[0] == 'h' && c.Data != "hr":
			s.headings = append(s.headings, c.Data+"#"+attr(c, "id"))
		case c.Data == "img":
			s.links = append(s.links, attr(c, "src"))
			s.words = append(s.words, attr(c, "alt"))
		case c.Data == "a":
			s.links = append(s.links, attr(c, "href"))
			if content(c) == attr(c, "href") {
				s.words = append(s.words, dot)
				continue
			}
		}
		s.take(c, dot)
	}
}

// What a check calls a mistake in a shortcode is what Hugo stops at.
func TestHugoStopsAtShortcodesThatWeReport(t *testing.T) {
	for text, stops := range map[string]bool{
		"{{< greeting >}}":                      false,
		"{{</* nix */>}}":                       false,
		"{{</* nix >}}":                         true,
		"{{< /* nix */>}}":                      true,
		"{{< greeting \"a\nb\" >}}":             true,
		"{{< greeting `a\nb` >}}":               false,
		"{{< greeting/nix >}}":                  true,
		"`{{< nix >}}`":                         true,
		"<!-- {{< nix >}} -->":                  true,
		"~~~\n{{< nix >}}\n~~~":                 true,
		"{{< greeting":                          true,
		"{{< box />}} {{% box %}}a{{% /box %}}": false,
		"{{% box %}}a":                          true,
	} {
		files := trial.Site(map[string]string{"content/about/index.sv.md": "---\ntitle: Om\nslug: om\n---\n" + text + "\n"})
		_, ours := prose.ReadPages(files, nil, trial.SwedishAndEnglish)
		_, theirs, err := hugo.Render(t.Context(), inputOf(files))
		if err != nil {
			t.Fatal(err)
		}
		if len(ours) > 0 != stops || len(theirs) > 0 != stops {
			t.Errorf("%q: we say %v, Hugo says %v", text, trial.Briefs(ours, "en"), trial.Briefs(theirs, "en"))
		}
	}
}
