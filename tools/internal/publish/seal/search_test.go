package seal

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func TestLettersFollowTheOrderOfTheLanguage(t *testing.T) {
	titles := []string{"Öresund", "Åland", "Ärlig", "Über", "Écart", "eka", "Apa", "2 mars", "10 mars", "Wik", "Vik", "Zeta", "”Citat”", "Æble"}
	grouped := func(lang string) (got []string) {
		var topics []Topic
		for _, title := range titles {
			topics = append(topics, Topic{Title: title})
		}
		order := alphabet(lang)
		slices.SortStableFunc(topics, func(a, b Topic) int { return order.CompareString(a.Title, b.Title) })
		for _, l := range initials(topics, lang) {
			line := l.ID + " " + l.Name + ":"
			for _, title := range l.Titles {
				line += " " + title.Title
			}
			got = append(got, line)
		}
		return got
	}
	want := []string{
		"letter-0 0–9: ”Citat” 2 mars 10 mars", "letter-a A: Apa", "letter-e E: Écart eka", "letter-v V: Vik", "letter-w W: Wik",
		"letter-y Y: Über", "letter-z Z: Zeta", "letter-aa Å: Åland", "letter-ae Ä: Æble Ärlig", "letter-oe Ö: Öresund",
	}
	if diff := cmp.Diff(want, grouped("sv")); diff != "" {
		t.Errorf("sv (-want +got):\n%s", diff)
	}
	want = []string{
		"letter-0 0–9: ”Citat” 2 mars 10 mars", "letter-a A: Æble Åland Apa Ärlig", "letter-e E: Écart eka", "letter-o O: Öresund",
		"letter-u U: Über", "letter-v V: Vik", "letter-w W: Wik", "letter-z Z: Zeta",
	}
	if diff := cmp.Diff(want, grouped("en")); diff != "" {
		t.Errorf("en (-want +got):\n%s", diff)
	}
}

func TestPlacesOfTheSameNameStandTogether(t *testing.T) {
	list := initials([]Topic{
		{Title: "Mer", Page: "Kakor", URL: "/kakor/#mer"},
		{Title: "Mer", Page: "Om", URL: "/om/#mer"},
		{Title: "Mottagare", URL: "/mottagare/"},
		{Title: "Mottagare", Page: "Om", URL: "/om/#mottagare"},
	}, "sv")
	var got []string
	for _, title := range list[0].Titles {
		got = append(got, title.URL)
		for _, more := range title.More {
			got[len(got)-1] += " " + more.URL
		}
	}
	want := []string{"/kakor/#mer /om/#mer", "/mottagare/", "/om/#mottagare"} // a page stands alone
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAPageIsTakenApartWhereItCanBeLinkedTo(t *testing.T) {
	doc, err := html.Parse(strings.NewReader(`<main><header><h1>Sida</h1><p>Om <strong>allt</strong>.</p><dl class="ti-title__facts"><dd>Ansvarig</dd></dl></header>
<nav><a href="#a">Innehåll</a></nav><p>Först.</p><h2 id="a"><a class="ti-anchor" href="#a">Rubrik &amp; <em>så</em></a></h2><p>Text<br>på
två&nbsp;rader.</p><p>Mer.</p><table><caption>Tabell</caption><tr id="b"><th><a class="ti-anchor" href="#b">Bolaget</a><span class="ti-note">556</span></th><td>Drift</td></tr></table>
<ul class="ti-downloads"><li>CSV 12 kB</li></ul><script>x</script></main>`))
	if err != nil {
		t.Fatal(err)
	}
	main := first(doc, func(n *html.Node) bool { return n.Data == "main" })
	g := gathering{list: []Topic{{Title: "Sida", URL: "/sida/"}}}
	g.gather(main)
	want := []Topic{
		{Title: "Sida", URL: "/sida/", Text: "Om allt. Först."},
		{Title: "Rubrik & så", Page: "Sida", URL: "/sida/#a", Text: "Text på två rader. Mer."},
		{Title: "Bolaget", Page: "Sida", URL: "/sida/#b", Text: "556 Drift"},
	}
	if diff := cmp.Diff(want, g.done()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestALongTextIsCutAfterAWord(t *testing.T) {
	got := shortened(strings.Repeat("åäö ", 1000))
	if len(got) > maxTopicText || !strings.HasSuffix(got, "åäö") {
		t.Errorf("%d bytes, ending in %q", len(got), got[len(got)-8:])
	}
	if got := shortened(strings.Repeat("å", 1000)); got != "" {
		t.Errorf("one endless word leaves %q", got)
	}
}
