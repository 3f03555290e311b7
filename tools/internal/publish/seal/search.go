package seal

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

// Topic is something that can be found on the site: a page, or a place in it that
// has an address of its own.
type Topic struct {
	Title string `json:"title"`
	Page  string `json:"page"` // the title of the page, where the topic is a place in it
	URL   string `json:"url"`
	Text  string `json:"text"` // what stands there
}

// Initial is the titles that begin with a letter.
type Initial struct {
	ID, Name string
	Titles   []*Title
}

// Title is the topics that bear it: one, or places of the same name on many pages.
type Title struct {
	Topic
	More []Topic
}

// Index writes the topics of each language beside its search page and into it.
func Index(b *view.Making, files []output.File, read *Readings) ([]output.File, error) {
	at := map[string]int{}
	for i, f := range files {
		at[f.Path] = i
	}
	searched := map[string]bool{}
	for _, p := range b.Pages {
		if _, ok := at[pageFile(p)]; ok && p.ID == page.Search {
			searched[pageFile(p)] = true
		}
	}
	if len(searched) == 0 {
		return files, nil
	}
	read.read(b, slices.DeleteFunc(slices.Clone(files), func(f output.File) bool { return searched[f.Path] }))
	found := topics(b, read)
	for _, p := range b.Pages {
		if !searched[pageFile(p)] {
			continue
		}
		i := at[pageFile(p)]
		data, err := json.Marshal(found[p.Lang])
		if err != nil {
			return nil, fmt.Errorf("write the index: %w", err)
		}
		files = append(files, output.File{Path: path.Join(path.Dir(pageFile(p)), view.IndexName), Data: append(data, '\n')})
		var list bytes.Buffer
		if err := indexList.Execute(&list, initials(found[p.Lang], p.Lang)); err != nil {
			return nil, fmt.Errorf("write the index as a page: %w", err)
		}
		files[i].Data = bytes.Replace(files[i].Data, []byte(view.IndexMark), list.Bytes(), 1)
	}
	return files, nil
}

// pageFile is the file that holds a page.
func pageFile(p prose.Page) string { return strings.TrimPrefix(p.URL, "/") + "index.html" }

// findable tells whether what stands on a page can be found. The pages that tell what
// one version changed, and those with a part of a list, say nothing that does not
// stand elsewhere.
func findable(p prose.Page) bool {
	return !p.Part && p.ID != page.Search && !strings.HasPrefix(p.ID, "change-") && !strings.HasPrefix(p.ID, "changes-")
}

// topics are those of the pages that were read, by language and in its alphabetical
// order.
func topics(b *view.Making, read *Readings) map[string][]Topic {
	byLang := map[string][]Topic{}
	for _, p := range b.Pages {
		if r := read.pages[pageFile(p)]; r != nil {
			byLang[p.Lang] = append(byLang[p.Lang], r.topics...)
		}
	}
	for lang, list := range byLang {
		order := alphabet(lang)
		slices.SortStableFunc(list, func(a, b Topic) int { return order.CompareString(a.Title, b.Title) })
	}
	return byLang
}

// topicsOf are those of one page, from its main part.
func topicsOf(p prose.Page, root string, main *html.Node) []Topic {
	g := gathering{list: []Topic{{Title: p.Title, URL: root + p.URL}}}
	g.gather(main)
	return g.done()
}

// gathering takes a page apart into topics. What leads to itself, so that its
// address can be copied, is a topic, and what follows is what it says.
type gathering struct {
	list []Topic // that of the whole page first
	text flow
}

// flow is text with a single space between its words, whatever stood there.
type flow struct {
	strings.Builder
	space bool // one comes before the next word
}

func (f *flow) write(text string) {
	for {
		word := strings.TrimLeftFunc(text, unicode.IsSpace)
		if len(word) < len(text) {
			f.space = f.Len() > 0
		}
		if word == "" {
			return
		}
		if f.space {
			f.WriteByte(' ')
			f.space = false
		}
		end := strings.IndexFunc(word, unicode.IsSpace)
		if end < 0 {
			end = len(word)
		}
		f.WriteString(word[:end])
		text = word[end:]
	}
}

// take returns the text and begins anew.
func (f *flow) take() string {
	defer func() { *f = flow{} }()
	return f.String()
}

// maxTopicText is how much of what a topic says is searched, in bytes. No section
// of the prose that the program carries is longer.
const maxTopicText = 1200

// everywhere are the classes of what says much the same on many pages: who answers
// for the page, files, and when it is gone through next.
var everywhere = []string{"ti-title__facts", "ti-downloads", "ti-reviewed"}

func (g *gathering) gather(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		g.text.write(n.Data)
		return
	case n.Type != html.ElementNode || slices.Contains([]string{"nav", "script", "form", "h1", "caption", "thead"}, n.Data):
		return
	}
	if slices.ContainsFunc(everywhere, func(class string) bool { return hasClass(n, class) }) {
		return
	}
	if id, own := strings.CutPrefix(attr(n, "href"), "#"); own && hasClass(n, "ti-anchor") {
		g.close()
		title := g.plain(n)
		g.list = append(g.list, Topic{Title: title, Page: g.list[0].Title, URL: g.list[0].URL + "#" + id})
		return
	}
	apart := !slices.Contains([]string{"a", "abbr", "b", "code", "em", "i", "strong", "time"}, n.Data)
	if apart {
		g.text.write(" ")
	}
	for c := range n.ChildNodes() {
		g.gather(c)
	}
	if apart {
		g.text.write(" ")
	}
}

// close gives the text that has been read to the topic that it follows.
func (g *gathering) close() {
	last := &g.list[len(g.list)-1]
	last.Text = shortened(g.text.take())
}

func (g *gathering) plain(n *html.Node) string {
	for c := range n.ChildNodes() {
		g.gather(c)
	}
	return g.text.take()
}

func (g *gathering) done() []Topic {
	g.close()
	return g.list
}

// shortened ends a long text after a whole word.
func shortened(text string) string {
	if len(text) <= maxTopicText {
		return text
	}
	text = text[:maxTopicText]
	return strings.Clone(text[:max(strings.LastIndexByte(text, ' '), 0)])
}

// alphabet is the order of a language's letters: å, ä and ö last in Swedish.
func alphabet(lang string) *collate.Collator {
	return collate.New(language.Make(lang), collate.Numeric)
}

// initials puts sorted topics under the letters of a language. A letter is told by
// the order rather than by how a name is written, so that É stands under E.
func initials(topics []Topic, lang string) []*Initial {
	names := strings.Split("a b c d e f g h i j k l m n o p q r s t u v w x y z", " ")
	switch base, _ := language.Make(lang).Base(); base.String() {
	case "sv", "fi":
		names = append(names, "å", "ä", "ö")
	case "da", "nb", "nn", "no":
		names = append(names, "æ", "ø", "å")
	}
	order := alphabet(lang)
	var list []*Initial
	for _, t := range topics {
		i := 0
		for i < len(names) && order.CompareString(names[i], strings.ToLower(t.Title)) <= 0 {
			i++
		}
		l := &Initial{ID: "letter-0", Name: "0–9"}
		if i > 0 {
			l = &Initial{ID: "letter-" + initialIDs.Replace(names[i-1]), Name: strings.ToUpper(names[i-1])}
		}
		if n := len(list); n == 0 || list[n-1].ID != l.ID {
			list = append(list, l)
		}
		l = list[len(list)-1]
		if n := len(l.Titles); n > 0 && l.Titles[n-1].Title == t.Title && t.Page != "" && l.Titles[n-1].Page != "" {
			l.Titles[n-1].More = append(l.Titles[n-1].More, t)
		} else {
			l.Titles = append(l.Titles, &Title{Topic: t})
		}
	}
	return list
}

var initialIDs = strings.NewReplacer("å", "aa", "ä", "ae", "æ", "ae", "ö", "oe", "ø", "oe")

// indexList is written here rather than in layouts, since the pages that it lists
// must be there first.
var indexList = template.Must(template.New("index").Parse(`<ul>
{{- range . }}<li><a href="#{{ .ID }}">{{ .Name }}</a></li>{{ end }}</ul>
{{ range . }}<h3 id="{{ .ID }}">{{ .Name }}</h3>
<ul>
{{ range .Titles }}<li>{{ if .More }}{{ .Title }} – <a href="{{ .URL }}">{{ .Page }}</a>{{ range .More }}, <a href="{{ .URL }}">{{ .Page }}</a>{{ end }}
{{- else }}<a href="{{ .URL }}">{{ .Title }}</a>{{ with .Page }} <span class="ti-note">{{ . }}</span>{{ end }}{{ end }}</li>
{{ end }}</ul>
{{ end }}`))
