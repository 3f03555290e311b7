package seal

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/publish/view"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/trial"
)

// The block of data that a page tells programs is no script, whatever a name in it
// holds; and a script does not pass for such a block.
func TestABlockOfDataIsToldFromAScript(t *testing.T) {
	name := "</script><script>alert(1)</script><!--\u2028\u2029&\"'\\"
	b, err := view.Begin(view.Input{
		Texts: &check.Texts{Languages: trial.SwedishAndEnglish[:1]}, AsOf: "2026-11-21",
		Set: &record.Set{
			Organisation: &record.Organisation{Name: name, Languages: []string{"sv"}},
			Controllers:  []*record.Controller{{ID: "a", LegalName: name}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	b.MakePlan()
	text, err := b.Plan.LinkedData("sv", "home", name, name, "/")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(strings.NewReader(`<script type="application/ld+json">` + string(text) + `</script><p>x</p>`))
	if err != nil {
		t.Fatal(err)
	}
	script := first(doc, func(n *html.Node) bool { return n.Data == "script" })
	if !isData(script) || !strings.Contains(string(text), "alert(1)") {
		t.Errorf("the block is %q", script.FirstChild.Data)
	}
	if isData(&html.Node{Type: html.ElementNode, Data: "script", FirstChild: &html.Node{Data: "{}"}}) {
		t.Error("a script passes for data")
	}
}
