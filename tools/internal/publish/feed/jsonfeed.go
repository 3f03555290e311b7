package feed

import (
	"time"

	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/publish/list"
)

// jsonFeed writes a feed as JSON Feed 1.1. Its extension, _tillit, holds what
// has no name there: the last version and its digest.
func jsonFeed(f feed) []byte {
	items := make([]any, len(f.entries))
	for i, e := range f.entries {
		issued := e.Began().Format(time.RFC3339)
		text := f.content(e)
		item := list.Object{{Name: "id", Value: f.id(e)}}
		if f.place.BaseURL != "" {
			item = append(item, list.Member{Name: "url", Value: f.place.entry(e, f.lang, f.org)})
		}
		items[i] = append(item,
			list.Member{Name: "title", Value: oneLine(e.Sentence().In(f.lang))},
			list.Member{Name: "content_html", Value: text.HTML()},
			list.Member{Name: "content_text", Value: text.Text()},
			list.Member{Name: "date_published", Value: issued},
			list.Member{Name: "date_modified", Value: issued},
			list.Member{Name: "tags", Value: e.Categories()},
			list.Member{Name: "language", Value: f.lang},
			list.Member{Name: "_tillit", Value: list.Object{{Name: "version", Value: e.Version}, {Name: "digest", Value: e.Digest}, {Name: "applies_from", Value: string(e.Applies())}, {Name: "material", Value: e.Material()}}},
		)
	}
	head := list.Object{
		{Name: "version", Value: "https://jsonfeed.org/version/1.1"},
		{Name: "title", Value: oneLine(f.title)},
		{Name: "description", Value: f.subtitle()},
		{Name: "language", Value: f.lang},
	}
	author := list.Object{{Name: "name", Value: oneLine(f.org.Name)}}
	if f.place.BaseURL != "" {
		head = append(head,
			list.Member{Name: "home_page_url", Value: f.place.page(page.Changes, f.lang, f.org)},
			list.Member{Name: "feed_url", Value: f.place.url(f.path("json"))})
		author = append(author, list.Member{Name: "url", Value: f.place.BaseURL})
	}
	return list.Encode(append(head,
		list.Member{Name: "authors", Value: []any{author}},
		list.Member{Name: "_tillit", Value: list.Object{{Name: "version", Value: f.head.ID}, {Name: "digest", Value: f.head.Digest}}},
		list.Member{Name: "items", Value: items},
	))
}
