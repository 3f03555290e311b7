package document

import (
	"tillit/tools/internal/facts/schema"
	"tillit/tools/internal/publish/list"
)

// Downloads are the lists that a site offers and the registers that it does not, for
// docs/format/.
func Downloads() []schema.Download {
	var all []schema.Download
	for _, t := range append(list.Lists(), Registers()...) {
		d := schema.Download{Name: t.Name, Title: t.Title}
		for _, c := range t.Columns {
			d.Columns = append(d.Columns, schema.Column{Name: c.Name, Type: string(c.Type), Label: c.Label, Doc: c.Doc})
		}
		all = append(all, d)
	}
	return all
}
