package view

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
)

// The types below are those of schema.org, with its own names of properties. A
// page holds them as a block of data (JSON-LD), which browsers do not run.

type linkedData struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

type linkedID struct {
	ID string `json:"@id"`
}

type linkedPage struct {
	Type        string    `json:"@type"`
	ID          string    `json:"@id"`
	URL         string    `json:"url"`
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	Language    string    `json:"inLanguage"`
	Modified    string    `json:"dateModified,omitempty"`
	Version     string    `json:"version,omitempty"`
	Publisher   linkedID  `json:"publisher"`
	Main        *linkedID `json:"mainEntity,omitempty"`
}

type linkedOrganisation struct {
	Type      string          `json:"@type"`
	ID        string          `json:"@id"`
	Name      string          `json:"name"`
	LegalName string          `json:"legalName,omitempty"`
	Number    string          `json:"iso6523Code,omitempty"`
	VAT       string          `json:"vatID,omitempty"`
	URL       string          `json:"url,omitempty"`
	Email     string          `json:"email,omitempty"`
	Phone     string          `json:"telephone,omitempty"`
	Address   *linkedAddress  `json:"address,omitempty"`
	Contact   []linkedContact `json:"contactPoint,omitempty"`
}

type linkedAddress struct {
	Type     string `json:"@type"`
	Street   string `json:"streetAddress,omitempty"`
	Postcode string `json:"postalCode,omitempty"`
	City     string `json:"addressLocality,omitempty"`
	Country  string `json:"addressCountry,omitempty"`
}

type linkedContact struct {
	Type  string `json:"@type"`
	Kind  string `json:"contactType"`
	Email string `json:"email,omitempty"`
	Phone string `json:"telephone,omitempty"`
}

type linkedDataset struct {
	Type         string           `json:"@type"`
	ID           string           `json:"@id"`
	URL          string           `json:"url"`
	Name         string           `json:"name"`
	Description  string           `json:"description,omitempty"`
	Language     string           `json:"inLanguage"`
	Modified     string           `json:"dateModified,omitempty"`
	Version      string           `json:"version,omitempty"`
	Free         bool             `json:"isAccessibleForFree"`
	Creator      linkedID         `json:"creator"`
	Publisher    linkedID         `json:"publisher"`
	Distribution []linkedDownload `json:"distribution"`
}

type linkedDownload struct {
	Type   string `json:"@type"`
	Name   string `json:"name"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
	Size   string `json:"contentSize"`
}

// LinkedData is what a page tells programs of itself: what it is, who publishes it,
// and where its list can be fetched. The page is named by its folder in content/.
func (p *Plan) LinkedData(lang, id, title, description, address string) (template.JS, error) {
	v, err := p.In(lang)
	if err != nil {
		return "", err
	}
	version, modified := v.edition(p, id)
	publisher := p.linkedPublisher()
	about := linkedPage{
		Type: "WebPage", ID: address, URL: address, Name: title, Description: description,
		Language: v.Lang, Modified: modified, Version: version, Publisher: linkedID{publisher.ID},
	}
	graph := []any{&about, publisher}
	list := linkedDataset{
		Type: "Dataset", ID: address + "#dataset", URL: address, Name: fmt.Sprintf("%s – %s", title, p.Brand.Name), Description: description,
		Language: v.Lang, Modified: modified, Version: version, Free: true,
		Creator: linkedID{publisher.ID}, Publisher: linkedID{publisher.ID},
	}
	shown, _ := page.Find(id)
	for _, o := range v.offers(shown.List) {
		if !o.format.describes {
			list.Distribution = append(list.Distribution, linkedDownload{
				Type: "DataDownload", Name: o.format.name, Format: o.format.media,
				URL: p.full(o.path), Size: fmt.Sprintf("%d B", o.size),
			})
		}
	}
	if len(list.Distribution) > 0 {
		about.Main = &linkedID{list.ID}
		graph = append(graph, list)
	}
	// Encoding escapes < > & and the line ends of scripts, so that no name can end
	// the block. A JSON text is thus safe where a script may stand.
	text, err := json.Marshal(linkedData{"https://schema.org", graph})
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

// publisherOf is the organisation that a site speaks for, or nil.
func publisherOf(set *record.Set) *record.Controller {
	if c := set.Controller(); c != nil || len(set.Controllers) == 0 {
		return c
	}
	return set.Controllers[0]
}

func (p *Plan) linkedPublisher() linkedOrganisation {
	o := linkedOrganisation{Type: "Organization", ID: p.Current(p.base.Path+"#organisation", true), Name: p.Brand.Name}
	c := p.publisher
	if c == nil {
		return o
	}
	o.Name, o.LegalName = cmp.Or(c.TradeName, c.LegalName), c.LegalName
	o.VAT, o.URL, o.Email, o.Phone = c.VATNumber, c.Web, c.Email, c.Phone
	const swedish = "0007:" // numbers of the Swedish register, in the list of ISO 6523
	if number := strings.ReplaceAll(value.OrgNumber(c.OrgNumber), "-", ""); number != "" {
		o.Number = swedish + number
	}
	if a := c.Address; a != nil {
		o.Address = &linkedAddress{Type: "PostalAddress", Street: a.Street, Postcode: a.PostalCode, City: a.City, Country: string(a.Country)}
	}
	if d := c.DPO; d != nil && words.Yes(d.Appointed) && d.Email+d.Phone != "" {
		o.Contact = []linkedContact{{Type: "ContactPoint", Kind: "data protection officer", Email: d.Email, Phone: d.Phone}}
	}
	return o
}

// full is the full address of a file of these pages, where the site's is known.
func (p *Plan) full(file string) string {
	if p.base.Host == "" {
		return p.base.Path + file
	}
	return p.base.JoinPath(file).String()
}
