package words

import (
	"html/template"

	"tillit/tools/internal/facts/value"
)

// Addresses writes addresses for templates as programs read them, see value.Wire.
type Addresses struct{}

// Mail is the address of a link to an e-mail address.
func (Addresses) Mail(address string) template.URL {
	return template.URL("mailto:" + value.WireMail(address))
}

// Web is the address of a link to another site, or nothing for what is none.
func (Addresses) Web(address string) template.URL { return linkTo(address, "").Href }
