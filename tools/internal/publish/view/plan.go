// Package view plans the pages of a site: which there are, and what each shows in each
// language, sorted, formatted and resolved. It knows no Hugo, and templates get its Plan.
package view

import (
	"fmt"
	"net/url"
	"strings"

	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/publish/output"
)

// Plan is what the templates get: every fact of the site, once per language, in
// the order and with the words in which it is shown. It is the value that
// site.Params.tillit holds. Templates choose words and order; they never
// validate, join or compute.
type Plan struct {
	output.Marked // the rows of long lists

	Preview   bool   // keep out of search engines, and say so on each page
	Draft     bool   // what the pages say has not been issued
	Version   string // of the program; none in what is issued
	Policy    string // the Content-Security-Policy, for hosts that send no headers
	AsOf      value.Date
	Brand     Brand
	Languages []record.Language // of the site; the first one is at the root address

	words.Addresses
	publisher  *record.Controller
	base, root *url.URL // of these pages, and of the site; they differ for a version
	Views      map[string]*View
	absent     map[string]bool
	downloads  func() []offer // what the pages may link to; nil for nothing
}

// Brand is what may make one site look different from another.
type Brand struct {
	Name   string
	Logo   string // a file in assets/
	Colour string // #rrggbb, for light and for dark pages
	Dark   string
}

// CSP lets a page load its stylesheet, its pictures, its little script
// and the index of its search from its own origin, and nothing else from anywhere.
const CSP = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

// addresses are those of the pages, by language and by folder in content/.
type addresses map[string]map[string]string

// addressesOf returns where pages stand whose site begins at a path.
func addressesOf(pages []prose.Page, root string) addresses {
	at := addresses{}
	for _, p := range pages {
		lang := strings.ToLower(p.Lang)
		if at[lang] == nil {
			at[lang] = map[string]string{}
		}
		at[lang][p.ID] = strings.TrimSuffix(root, "/") + p.URL
	}
	return at
}

// newPlan makes the plan of a checked set as it stands on a day. Texts are those
// of the interface by language and key; they may be nil, and then the words of
// choices are those of the program.
func newPlan(set *record.Set, asOf value.Date, texts map[string]map[string]string, at addresses) *Plan {
	p := &Plan{
		AsOf:   asOf,
		Policy: CSP,
		absent: page.Absent(set), publisher: set.Publisher(),
		Views: map[string]*View{},
	}
	o := set.Organisation
	if o == nil {
		o = &record.Organisation{}
	}
	p.Brand.Name = o.Name
	if o.Brand != nil {
		p.Brand.Logo, p.Brand.Colour, p.Brand.Dark = o.Brand.Logo, o.Brand.Colour, o.Brand.ColourDark
	}
	p.Languages = record.SiteLanguages(o)
	views := make([]*View, len(p.Languages))
	disk.Each(len(views), func(i int) {
		l := p.Languages[i]
		views[i] = newView(newTongue(set, l.Tag, asOf, texts[l.Key()], p.absent, at[l.Key()]), p)
	})
	for i, l := range p.Languages {
		p.Views[l.Key()] = views[i]
	}
	return p
}

// In returns the view in a language of the site.
func (p *Plan) In(lang string) (*View, error) {
	if v := p.Views[strings.ToLower(lang)]; v != nil {
		return v, nil
	}
	return nil, fmt.Errorf("the site has no language %q", lang)
}

// Shows tells whether a page is published: one of the known pages is left out
// when there is nothing to show on it, any other is the site's own.
func (p *Plan) Shows(page string) bool { return !p.absent[page] }

// BrandCSS sets the organisation's colours. It is a stylesheet of its own
// because the policy of the pages allows no style within them.
func (p *Plan) BrandCSS() string {
	var css strings.Builder
	if p.Brand.Colour != "" {
		fmt.Fprintf(&css, ":root { --accent: %s; }\n", p.Brand.Colour)
		fmt.Fprintf(&css, "@media print { :root { --accent: %s; } }\n", p.Brand.Colour)
	}
	if p.Brand.Dark != "" {
		fmt.Fprintf(&css, "@media screen and (prefers-color-scheme: dark) { :root { --accent: %s; } }\n", p.Brand.Dark)
	}
	return css.String()
}
