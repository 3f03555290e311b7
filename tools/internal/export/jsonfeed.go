package export

import "time"

// jsonFeed writes a feed as JSON Feed 1.1. Its extension, _tillit, holds what
// has no name there: the last version and its digest.
func jsonFeed(f feed) []byte {
	items := make([]any, len(f.entries))
	for i, e := range f.entries {
		issued := midnight(e.Issued).Format(time.RFC3339)
		text := f.content(e)
		item := object{{"id", f.id(e)}}
		if f.place.BaseURL != "" {
			item = append(item, member{"url", f.place.entry(e, f.lang, f.org)})
		}
		items[i] = append(item,
			member{"title", oneLine(e.Title.In(f.lang))},
			member{"content_html", text.html()},
			member{"content_text", text.text()},
			member{"date_published", issued},
			member{"date_modified", issued},
			member{"tags", e.Categories()},
			member{"language", f.lang},
			member{"_tillit", object{{"version", e.Version}, {"digest", e.Digest}, {"applies_from", string(e.Applies())}, {"material", e.Material()}}},
		)
	}
	head := object{
		{"version", "https://jsonfeed.org/version/1.1"},
		{"title", oneLine(f.title)},
		{"description", f.subtitle()},
		{"language", f.lang},
	}
	author := object{{"name", oneLine(f.org.Name)}}
	if f.place.BaseURL != "" {
		head = append(head,
			member{"home_page_url", f.place.page("changes", f.lang, f.org)},
			member{"feed_url", f.place.url(f.path("json"))})
		author = append(author, member{"url", f.place.BaseURL})
	}
	return encode(append(head,
		member{"authors", []any{author}},
		member{"_tillit", object{{"version", f.head.ID}, {"digest", f.head.Digest}}},
		member{"items", items},
	))
}
