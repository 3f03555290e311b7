package site

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"tillit/tools/internal/history"
	"tillit/tools/internal/record"
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
		for _, l := range letters(topics, lang) {
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
	list := letters([]Topic{
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
	doc := parsed(t, `<main><header><h1>Sida</h1><p>Om <strong>allt</strong>.</p><dl class="ti-title__facts"><dd>Ansvarig</dd></dl></header>
<nav><a href="#a">Innehåll</a></nav><p>Först.</p><h2 id="a"><a class="ti-anchor" href="#a">Rubrik &amp; <em>så</em></a></h2><p>Text<br>på
två&nbsp;rader.</p><p>Mer.</p><table><caption>Tabell</caption><tr id="b"><th><a class="ti-anchor" href="#b">Bolaget</a><span class="ti-note">556</span></th><td>Drift</td></tr></table>
<ul class="ti-downloads"><li>CSV 12 kB</li></ul><script>x</script></main>`)
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

// All that the index names is there, all of the page from A to Ö is in the index,
// and the other way round.
func TestIndexAndPageNameWhatIsThere(t *testing.T) {
	files := built(t, nil, Input{})
	for page, wanted := range map[string][]string{
		"sok/":       {"Underbiträden", "Kloverwatch Signals Ltd", "Exempelmejl", "Pseudonymisering", "chat_open", "Kryptering och pseudonymer", "Rätt till radering (rätten att bli bortglömd)"},
		"en/search/": {"Sub-processors", "Kloverwatch Signals Ltd", "Exempelmejl", "Pseudonymisation", "chat_open", "Encryption and pseudonyms"},
	} {
		var topics []Topic
		if err := json.Unmarshal([]byte(files[page+indexName]), &topics); err != nil {
			t.Fatalf("%s: %v", page, err)
		}
		listed := map[string]int{}
		doc := parsed(t, files[page+"index.html"])
		index := first(doc, func(n *html.Node) bool { return attr(n, "class") == "ti-index" })
		for n := range index.Descendants() {
			if n.Data == "a" && strings.HasPrefix(attr(n, "href"), "/") {
				listed[attr(n, "href")]++
			}
		}
		if len(topics) < 100 {
			t.Errorf("%s knows %d topics only", page, len(topics))
		}
		named := map[string]bool{}
		for _, topic := range topics {
			named[topic.Title] = true
			if strings.Contains(topic.URL, "/land/") || strings.Contains(topic.URL, "/country/") || strings.Contains(topic.URL, page) {
				t.Errorf("%s names %s, which says nothing of its own", page, topic.URL)
			}
			if listed[topic.URL] != 1 {
				t.Errorf("%s lists %s %d times", page, topic.URL, listed[topic.URL])
			}
			address, anchor, _ := strings.Cut(strings.TrimPrefix(topic.URL, "/a/"), "#")
			text, ok := files[address+"index.html"]
			if !ok || anchor != "" && !strings.Contains(text, `id="`+anchor+`"`) {
				t.Errorf("%s names %s, which is not there", page, topic.URL)
			}
		}
		if len(listed) != len(topics) {
			t.Errorf("%s lists %d topics of %d", page, len(listed), len(topics))
		}
		for _, title := range wanted {
			if !named[title] {
				t.Errorf("%s does not know %q", page, title)
			}
		}
	}
}

func TestHostileNamesAreHarmlessInTheIndex(t *testing.T) {
	const name = `</script><script>alert("x")</script>` + "\u2028" + `&<b> Bolaget`
	files := built(t, func(set *record.Set) {
		for _, r := range set.Recipients {
			if r.ID == "kloverwatch" {
				r.LegalName = name
			}
		}
		for _, s := range set.Services {
			if s.ID == "exempelmejl" {
				s.Name = name
			}
		}
	}, Input{})
	index := files["sok/"+indexName]
	if strings.ContainsAny(index, "<>\u2028") {
		t.Error("the index holds characters that mean something in HTML or in a script")
	}
	var topics []Topic
	if err := json.Unmarshal([]byte(index), &topics); err != nil {
		t.Fatal(err)
	}
	plain := strings.Join(strings.Fields(name), " ")
	if !slices.ContainsFunc(topics, func(topic Topic) bool { return topic.Title == plain }) {
		t.Errorf("the index does not know %q", plain)
	}
	for _, page := range []string{"sok/index.html", "underbitraden/index.html", "underbitraden/tjanst/exempelmejl/index.html"} {
		found := false
		for n := range parsed(t, files[page]).Descendants() {
			harmless(t, page, n)
			found = found || n.Type == html.TextNode && strings.Contains(n.Data, `<script>alert("x")</script>`)
		}
		if !found {
			t.Errorf("%s does not show the name", page)
		}
	}
}

func TestAnIssuedVersionHasNeitherFiltersNorSearch(t *testing.T) {
	for name, text := range built(t, nil, Input{Issue: &history.Version{ID: "2026-11-21", Effective: "2026-11-21"}}) {
		for _, word := range []string{"ti-filter", "data-keys", "tillitindex", "/sok/"} {
			if strings.Contains(name+"/"+text, word) && !strings.HasSuffix(name, ".css") {
				t.Errorf("%s holds %q", name, word)
			}
		}
		if strings.HasPrefix(name, "underbitraden/land") {
			t.Errorf("there is %s", name)
		}
	}
}
