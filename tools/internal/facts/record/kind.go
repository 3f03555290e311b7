package record

import (
	"reflect"
	"slices"

	"tillit/tools/internal/diag"
)

// Kind is one kind of record: where it lies, and what it is called.
type Kind struct {
	Name   string    // "recipient": in schemas and ref tags
	Folder string    // "recipients": below data/; empty for organisation.yaml
	Word   diag.Text // the noun in its definite form, as messages use it
	Plural diag.Text // the noun in the plural, as headings use it
	New    func(id string) Record
}

// Kinds are all kinds, in the order in which a newcomer would fill them in.
func Kinds() []Kind { return slices.Clone(kinds) }

// KindOf returns the kind of a name ("recipient") or folder ("recipients").
func KindOf(name string) (Kind, bool) {
	for _, k := range kinds {
		if k.Name == name || k.Folder != "" && k.Folder == name {
			return k, true
		}
	}
	return Kind{}, false
}

// KindFor returns the kind that a record is of.
func KindFor(r Record) (Kind, bool) {
	i := slices.IndexFunc(kinds, func(k Kind) bool { return reflect.TypeOf(k.New("")) == reflect.TypeOf(r) })
	if i < 0 {
		return Kind{}, false
	}
	return kinds[i], true
}

var kinds = []Kind{
	{"organisation", "", diag.Text{SV: "organisationen", EN: "the organisation"}, diag.Text{SV: "organisation", EN: "organisation"},
		func(id string) Record { return &Organisation{ID: id} }},
	{"controller", "controllers", diag.Text{SV: "den ansvariga", EN: "the controller"}, diag.Text{SV: "ansvariga", EN: "controllers"},
		func(id string) Record { return &Controller{ID: id} }},
	{"service", "services", diag.Text{SV: "tjänsten", EN: "the service"}, diag.Text{SV: "tjänster", EN: "services"},
		func(id string) Record { return &Service{ID: id} }},
	{"category", "categories", diag.Text{SV: "kategorin", EN: "the category"}, diag.Text{SV: "kategorier", EN: "categories"},
		func(id string) Record { return &Category{ID: id} }},
	{"recipient", "recipients", diag.Text{SV: "mottagaren", EN: "the recipient"}, diag.Text{SV: "mottagare", EN: "recipients"},
		func(id string) Record { return &Recipient{ID: id} }},
	{"retention", "retention", diag.Text{SV: "lagringstiden", EN: "the retention rule"}, diag.Text{SV: "lagringstider", EN: "retention rules"},
		func(id string) Record { return &Retention{ID: id} }},
	{"activity", "activities", diag.Text{SV: "behandlingen", EN: "the activity"}, diag.Text{SV: "behandlingar", EN: "activities"},
		func(id string) Record { return &Activity{ID: id} }},
	{"right", "rights", diag.Text{SV: "rättigheten", EN: "the right"}, diag.Text{SV: "rättigheter", EN: "rights"},
		func(id string) Record { return &Right{ID: id} }},
	{"measure", "measures", diag.Text{SV: "åtgärden", EN: "the measure"}, diag.Text{SV: "åtgärder", EN: "measures"},
		func(id string) Record { return &Measure{ID: id} }},
	{"certification", "certifications", diag.Text{SV: "certifieringen", EN: "the certification"}, diag.Text{SV: "certifieringar", EN: "certifications"},
		func(id string) Record { return &Certification{ID: id} }},
	{"cookie", "cookies", diag.Text{SV: "kakan", EN: "the cookie"}, diag.Text{SV: "kakor", EN: "cookies"},
		func(id string) Record { return &Cookie{ID: id} }},
	{"authority", "authorities", diag.Text{SV: "myndigheten", EN: "the authority"}, diag.Text{SV: "myndigheter", EN: "authorities"},
		func(id string) Record { return &Authority{ID: id} }},
	{"change", "changes", diag.Text{SV: "ändringen", EN: "the change"}, diag.Text{SV: "ändringar", EN: "changes"},
		func(id string) Record { return &Change{ID: id} }},
}
