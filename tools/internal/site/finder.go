package site

import (
	"slices"
)

// indexName is the file beside the search page that its script reads, and
// indexMark stands on the page where the same topics are listed from A to Ö, which
// is how somebody without scripts finds them. They are made of the finished pages,
// and so they name nothing that is not there.
const (
	searchID  = "search"
	indexName = "index.json"
	indexMark = "tillitindex"
)

// searchPage adds the page on which the others are found. An issued version has
// none, and a site may have one of its own.
func (b *building) searchPage(t *tongue, l Language) {
	home := slices.IndexFunc(b.pages, func(p Page) bool { return p.ID == "" && p.Lang == l.Tag })
	if b.Issue != nil || home < 0 {
		return
	}
	p := Page{ID: searchID, Lang: l.Tag, Title: t.say("search_title"), URL: b.pages[home].URL + t.addressWord("search_address") + "/"}
	if slices.ContainsFunc(b.pages, func(o Page) bool { return o.URL == p.URL || o.ID == p.ID && o.Lang == p.Lang }) {
		return
	}
	b.addPage(p, l, "type: search\nnav: main\nweight: 1000")
}
