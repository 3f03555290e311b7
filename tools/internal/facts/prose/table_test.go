package prose

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A cell knows the head of its column and what else its row says, in Markdown and HTML.
func TestCellsKnowTheirTable(t *testing.T) {
	want := []string{"Uppgift||", "Tid||", "Telefon|uppgift|två år", "Två år|tid|telefon", "Logg|uppgift|", "Efteråt||"}
	for name, text := range map[string]string{
		"a.md":   "| Uppgift | Tid |\n|---|---|\n| Telefon | Två år |\n| Logg | |\n\nEfteråt\n",
		"a.html": "<html><body><table><tr><th>Uppgift</th><th>Tid</th></tr><tr><td>Telefon</td><td>Två år</td></tr><tr><td>Logg</td><td></td></tr></table><p>Efteråt</p></body></html>",
	} {
		var got []string
		for _, p := range (File{File: name, Lang: "sv", HTML: name == "a.html", Data: []byte(text)}).Read().Passages {
			c, row := p.Column, p.Row
			if p.Text == "Uppgift" || p.Text == "Tid" {
				row = ""
			}
			got = append(got, p.Text+"|"+c+"|"+row)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
