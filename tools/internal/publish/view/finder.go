package view

import (
	"slices"

	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
)

// indexName is the file beside the search page that its script reads, and
// indexMark stands on the page where the same topics are listed from A to Ö, which
// is how somebody without scripts finds them. They are made of the finished pages,
// and so they name nothing that is not there.
const (
	IndexName = "index.json"
	IndexMark = "tillitindex"
)

// searchPage adds the page on which the others are found. An issued version has
// none, and a site may have one of its own.
func (b *Making) searchPage(t *tongue, l record.Language) {
	home := slices.IndexFunc(b.Pages, func(p prose.Page) bool { return p.ID == "" && p.Lang == l.Tag })
	if b.Issue != nil || home < 0 {
		return
	}
	p := prose.Page{ID: page.Search, Lang: l.Tag, Title: t.Say("search_title"), URL: b.Pages[home].URL + t.AddressWord("search_address") + "/"}
	if slices.ContainsFunc(b.Pages, func(o prose.Page) bool { return o.URL == p.URL || o.ID == p.ID && o.Lang == p.Lang }) {
		return
	}
	b.addPage(p, l, "type: search\nnav: main\nweight: 1000")
}
