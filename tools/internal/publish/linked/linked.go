// Package linked is what a page tells programs of itself, as JSON-LD in the words of
// schema.org: what it is, who publishes it, and where its list can be fetched.
package linked

import (
	"cmp"
	"strings"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Data is the block that a page holds.
type Data struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

// Graph is the block with things in it.
func Graph(things ...any) Data { return Data{"https://schema.org", things} }

// ID refers to a thing that is told elsewhere in the block.
type ID struct {
	ID string `json:"@id"`
}

// Page is a WebPage.
type Page struct {
	Type        string `json:"@type"`
	ID          string `json:"@id"`
	URL         string `json:"url"`
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
	Language    string `json:"inLanguage"`
	Modified    string `json:"dateModified,omitempty"`
	Version     string `json:"version,omitempty"`
	Publisher   ID     `json:"publisher"`
	Main        *ID    `json:"mainEntity,omitempty"`
}

// Organisation is who publishes.
type Organisation struct {
	Type      string    `json:"@type"`
	ID        string    `json:"@id"`
	Name      string    `json:"name"`
	LegalName string    `json:"legalName,omitempty"`
	Number    string    `json:"iso6523Code,omitempty"`
	VAT       string    `json:"vatID,omitempty"`
	URL       string    `json:"url,omitempty"`
	Email     string    `json:"email,omitempty"`
	Phone     string    `json:"telephone,omitempty"`
	Address   *Address  `json:"address,omitempty"`
	Contact   []Contact `json:"contactPoint,omitempty"`
}

// Address is a PostalAddress.
type Address struct {
	Type     string `json:"@type"`
	Street   string `json:"streetAddress,omitempty"`
	Postcode string `json:"postalCode,omitempty"`
	City     string `json:"addressLocality,omitempty"`
	Country  string `json:"addressCountry,omitempty"`
}

// Contact is a ContactPoint.
type Contact struct {
	Type  string `json:"@type"`
	Kind  string `json:"contactType"`
	Email string `json:"email,omitempty"`
	Phone string `json:"telephone,omitempty"`
}

// Dataset is a list of facts.
type Dataset struct {
	Type         string     `json:"@type"`
	ID           string     `json:"@id"`
	URL          string     `json:"url"`
	Name         string     `json:"name"`
	Description  string     `json:"description,omitempty"`
	Language     string     `json:"inLanguage"`
	Modified     string     `json:"dateModified,omitempty"`
	Version      string     `json:"version,omitempty"`
	Free         bool       `json:"isAccessibleForFree"`
	Creator      ID         `json:"creator"`
	Publisher    ID         `json:"publisher"`
	Distribution []Download `json:"distribution"`
}

// Download is a file of a list.
type Download struct {
	Type   string `json:"@type"`
	Name   string `json:"name"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
	Size   string `json:"contentSize"`
}

// Publisher tells who publishes: a controller, under an address of its own, or the
// name of the site alone where there is none.
func Publisher(c *record.Controller, id, name string) Organisation {
	o := Organisation{Type: "Organization", ID: id, Name: name}
	if c == nil {
		return o
	}
	o.Name, o.LegalName = cmp.Or(c.TradeName, c.LegalName), c.LegalName
	o.VAT, o.URL, o.Email, o.Phone = c.VATNumber, value.Wire(c.Web), value.WireMail(c.Email), c.Phone
	const swedish = "0007:" // numbers of the Swedish register, in the list of ISO 6523
	if number := strings.ReplaceAll(value.OrgNumber(c.OrgNumber), "-", ""); number != "" {
		o.Number = swedish + number
	}
	if a := c.Address; a != nil {
		o.Address = &Address{Type: "PostalAddress", Street: a.Street, Postcode: a.PostalCode, City: a.City, Country: string(a.Country)}
	}
	if d := c.DPO; d != nil && record.Yes(d.Appointed) && d.Email+d.Phone != "" {
		o.Contact = []Contact{{Type: "ContactPoint", Kind: "data protection officer", Email: value.WireMail(d.Email), Phone: d.Phone}}
	}
	return o
}
