package hugo_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/seal"
	"tillit/tools/internal/publish/view"
)

// All that the index names is there, all of the page from A to Ö is in the index,
// and the other way round.
func TestIndexAndPageNameWhatIsThere(t *testing.T) {
	files := built(t, nil, view.Input{})
	for page, wanted := range map[string][]string{
		"sok/":       {"Underbiträden", "Kloverwatch Signals Ltd", "Exempelmejl", "Pseudonymisering", "chat_open", "Kryptering och pseudonymer", "Rätt till radering (rätten att bli bortglömd)"},
		"en/search/": {"Sub-processors", "Kloverwatch Signals Ltd", "Exempelmejl", "Pseudonymisation", "chat_open", "Encryption and pseudonyms"},
	} {
		var topics []seal.Topic
		if err := json.Unmarshal([]byte(files[page+view.IndexName]), &topics); err != nil {
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
	}, view.Input{})
	index := files["sok/"+view.IndexName]
	if strings.ContainsAny(index, "<>\u2028") {
		t.Error("the index holds characters that mean something in HTML or in a script")
	}
	var topics []seal.Topic
	if err := json.Unmarshal([]byte(index), &topics); err != nil {
		t.Fatal(err)
	}
	plain := strings.Join(strings.Fields(name), " ")
	if !slices.ContainsFunc(topics, func(topic seal.Topic) bool { return topic.Title == plain }) {
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
	for name, text := range built(t, nil, view.Input{Issue: &version.Version{ID: "2026-11-21", Effective: "2026-11-21"}}) {
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
