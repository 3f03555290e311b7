package view

import (
	"encoding/json"
	"fmt"
	"html/template"

	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/publish/linked"
)

// The types below are those of schema.org, with its own names of properties. A
// page holds them as a block of data (JSON-LD), which browsers do not run.

// LinkedData is what a page tells programs of itself: what it is, who publishes it,
// and where its list can be fetched. The page is named by its folder in content/.
func (p *Plan) LinkedData(lang, id, title, description, address string) (template.JS, error) {
	v, err := p.In(lang)
	if err != nil {
		return "", err
	}
	version, modified := v.edition(p, id)
	publisher := linked.Publisher(p.publisher, p.Current(p.base.EscapedPath()+"#organisation", true), p.Brand.Name)
	about := linked.Page{
		Type: "WebPage", ID: address, URL: address, Name: title, Description: description,
		Language: v.Lang, Modified: modified, Version: version, Publisher: linked.ID{ID: publisher.ID},
	}
	graph := []any{&about, publisher}
	list := linked.Dataset{
		Type: "Dataset", ID: address + "#dataset", URL: address, Name: fmt.Sprintf("%s – %s", title, p.Brand.Name), Description: description,
		Language: v.Lang, Modified: modified, Version: version, Free: true,
		Creator: linked.ID{ID: publisher.ID}, Publisher: linked.ID{ID: publisher.ID},
	}
	shown, _ := page.Find(id)
	for _, o := range v.offers(shown.List) {
		if !o.format.Describes {
			list.Distribution = append(list.Distribution, linked.Download{
				Type: "DataDownload", Name: o.format.Name, Format: o.format.Media,
				URL: p.full(o.path), Size: fmt.Sprintf("%d B", o.size),
			})
		}
	}
	if len(list.Distribution) > 0 {
		about.Main = &linked.ID{ID: list.ID}
		graph = append(graph, list)
	}
	// Encoding escapes < > & and the line ends of scripts, so that no name can end
	// the block. A JSON text is thus safe where a script may stand.
	text, err := json.Marshal(linked.Graph(graph...))
	return template.JS(text), err
}

// edition is the issued version of a page, and the day on which it last changed
// what it says. Both are empty where nobody has issued what the page says.
func (v *View) edition(p *Plan, page string) (version, modified string) {
	if v.Issue != nil {
		return v.Issue.ID, v.Issue.From.ISO
	}
	if changed := v.Changed(page); changed != nil && v.Head != nil && !p.Draft {
		return v.Head.ID, changed.From.ISO
	}
	return "", ""
}

// full is the full address of a file of these pages, where the site's is known.
func (p *Plan) full(file string) string {
	if p.base.Host == "" {
		return p.base.EscapedPath() + file
	}
	return p.base.JoinPath(file).String()
}
