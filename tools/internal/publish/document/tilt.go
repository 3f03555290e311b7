package document

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/publish/list"
)

// tiltSchema is the name that the schema of TILT 1 gives itself.
const tiltSchema = "https://github.com/Transparency-Information-Language/schema"

// tiltFiles are the notices of the controllers in the Transparency Information
// Language, which programs compare notices by. A controller that cannot be written
// in it, because TILT asks for what is not known, has none.
func tiltFiles(set *record.Set, lang string, e list.Edition) []list.File {
	var files []list.File
	for _, c := range set.Controllers {
		n := tilt{set: set, lang: lang, edition: e, c: c, path: list.Folder + "tilt-" + c.ID + "." + lang + ".json"}
		if data := n.document(); data != nil {
			files = append(files, list.File{Path: n.path, Data: data})
		}
	}
	return files
}

// tilt is one notice on its way to TILT.
type tilt struct {
	set     *record.Set
	lang    string
	edition list.Edition
	c       *record.Controller
	path    string
	notes   []string // what TILT has no words for, and how it was put instead
}

func (n *tilt) say(sv, en string) string { return diag.Say(sv, en).In(n.lang) }

func (n *tilt) note(sv, en string) {
	if text := n.say(sv, en); !slices.Contains(n.notes, text) {
		n.notes = append(n.notes, text)
	}
}

// document returns nil when TILT asks for what is not known: an activity, an e-mail
// address, a country, or a language of two letters.
func (n *tilt) document() []byte {
	primary, _, _ := strings.Cut(n.lang, "-")
	if len(primary) != 2 || n.email() == "" || n.country(n.c.Address) == "" || len(n.activities()) == 0 {
		return nil
	}
	body := list.Object{
		{Name: "controller", Value: n.controller()},
		{Name: "dataProtectionOfficer", Value: n.officer()},
		{Name: "dataDisclosed", Value: n.disclosed()},
		{Name: "thirdCountryTransfers", Value: n.transfers()},
		{Name: "accessAndDataPortability", Value: n.portability()},
		{Name: "sources", Value: n.sources()},
		{Name: "rightToInformation", Value: n.right("access")},
		{Name: "rightToRectificationOrDeletion", Value: n.right("rectification", "erasure")},
		{Name: "rightToDataPortability", Value: n.right("portability")},
		{Name: "rightToWithdrawConsent", Value: n.right("withdraw-consent")},
		{Name: "rightToComplain", Value: n.complaint()},
		{Name: "automatedDecisionMaking", Value: n.decisions()},
		{Name: "changesOfPurpose", Value: []any{}},
	}
	n.note("TILT saknar fält för rätten till begränsning, rätten att invända och rätten att inte bli föremål för automatiserade beslut; de beskrivs på webbplatsen.",
		"TILT has no field for the rights to restriction, to object and not to be subject to automated decisions; they are described on the site.")
	body = append(body, list.Member{Name: "notes", Value: n.notes})
	// The digest is of the same document with an empty digest.
	digest := sha256.Sum256(list.Encode(append(list.Object{{Name: "meta", Value: n.meta(primary, "")}}, body...)))
	return list.Encode(append(list.Object{{Name: "meta", Value: n.meta(primary, hex.EncodeToString(digest[:]))}}, body...))
}

func (n *tilt) meta(language, digest string) list.Object {
	day := string(n.edition.AsOf)
	if id := n.edition.Version; len(id) >= len(day) {
		day = id[:len(day)]
	}
	return list.Object{
		{Name: "_id", Value: n.edition.BaseURL + n.path}, {Name: "name", Value: n.c.Label(n.lang)}, {Name: "created", Value: day}, {Name: "modified", Value: day},
		{Name: "version", Value: max(n.edition.Number, 1)}, {Name: "language", Value: language}, {Name: "status", Value: "active"},
		{Name: "url", Value: tiltSchema}, {Name: "_hash", Value: digest},
	}
}

// email is where the controller is reached.
func (n *tilt) email() string {
	if r := n.c.RightsContact; r != nil && r.Email != "" {
		return r.Email
	}
	if d := n.c.DPO; d != nil && d.Email != "" {
		return cmp.Or(n.c.Email, d.Email)
	}
	return n.c.Email
}

// country is that of an address. A Swedish organisation need not name its own.
func (n *tilt) country(a *record.Address) string {
	if a != nil && a.Country != "" {
		return string(a.Country)
	}
	if n.c.OrgNumber != "" {
		return "SE"
	}
	return ""
}

// dialled is how TILT lets a telephone number be written.
var dialled = regexp.MustCompile(`^\+*\(?[0-9]{1,4}\)?[-\s./0-9]*$`)

func phoned(o list.Object, phone string) list.Object {
	if dialled.MatchString(phone) {
		return append(o, list.Member{Name: "phone", Value: phone})
	}
	return o
}

func (n *tilt) controller() list.Object {
	speaker := phoned(list.Object{{Name: "name", Value: n.c.Label(n.lang)}, {Name: "email", Value: value.WireMail(n.email())}}, n.c.Phone)
	if r := n.c.Representative; r != nil && r.Email != "" {
		speaker = phoned(list.Object{{Name: "name", Value: r.Name}, {Name: "email", Value: value.WireMail(r.Email)}}, r.Phone)
	} else {
		n.note("TILT kräver en företrädare. Ingen företrädare enligt artikel 27 finns; den personuppgiftsansvarigas egna kontaktuppgifter står i stället.",
			"TILT demands a representative. There is none under Art. 27; the controller's own contact details stand in its place.")
	}
	return list.Object{{Name: "name", Value: n.c.Label(n.lang)}, {Name: "address", Value: list.Address(n.c.Address, n.lang)}, {Name: "country", Value: n.country(n.c.Address)}, {Name: "representative", Value: speaker}}
}

func (n *tilt) officer() list.Object {
	d := n.c.DPO
	if d == nil || !record.Yes(d.Appointed) {
		n.note("TILT kräver ett dataskyddsombud. Inget är utsett; den personuppgiftsansvarigas egna kontaktuppgifter står i stället.",
			"TILT demands a data protection officer. None is appointed; the controller's own contact details stand in its place.")
		return list.Object{{Name: "name", Value: n.say("Inget dataskyddsombud är utsett", "No data protection officer is appointed")},
			{Name: "address", Value: list.Address(n.c.Address, n.lang)}, {Name: "country", Value: n.country(n.c.Address)}, {Name: "email", Value: value.WireMail(n.email())}}
	}
	name := cmp.Or(d.Name, d.Title.In(n.lang), n.say("Dataskyddsombud", "Data protection officer"))
	where := cmp.Or(d.Address, n.c.Address)
	return phoned(list.Object{{Name: "name", Value: name}, {Name: "address", Value: list.Address(where, n.lang)}, {Name: "country", Value: n.country(where)}, {Name: "email", Value: value.WireMail(cmp.Or(d.Email, n.email()))}}, d.Phone)
}

// activities are those for which the controller itself answers.
func (n *tilt) activities() []*record.Activity {
	return slices.DeleteFunc(slices.Clone(n.set.Activities), func(a *record.Activity) bool {
		return a.Role == "processor" || controllerOf(n.set, a).ID != n.c.ID
	})
}

func (n *tilt) portability() list.Object {
	o := n.right("portability")
	if r := n.set.Organisation.Requests; r != nil && record.Yes(r.FreeOfCharge) {
		o = append(o, list.Member{Name: "administrativeFee", Value: list.Object{{Name: "amount", Value: 0}, {Name: "currency", Value: "EUR"}}})
	}
	return o
}

// right is what the site says of one right, or of two that TILT takes together.
func (n *tilt) right(codes ...string) list.Object {
	var told []string
	for _, r := range n.set.Rights {
		if slices.Contains(codes, r.Right) {
			told = append(told, r.Meaning.In(n.lang), r.How.In(n.lang))
		}
	}
	o := list.Object{{Name: "available", Value: len(told) > 0}, {Name: "description", Value: cmp.Or(diag.Join(" ", told...), n.called(codes...))}}
	if r := n.c.RightsContact; r != nil && r.FormURL != "" {
		o = append(o, list.Member{Name: "url", Value: r.FormURL})
	}
	o = append(o, list.Member{Name: "email", Value: value.WireMail(n.email())})
	if r := n.set.Organisation.Requests; r != nil && r.IdentityCheck.In(n.lang) != "" {
		o = append(o, list.Member{Name: "identificationEvidences", Value: []string{r.IdentityCheck.In(n.lang)}})
	}
	return o
}

// called is what rights are called.
func (n *tilt) called(codes ...string) string {
	var names []string
	for _, code := range codes {
		names = append(names, value.ChoiceName("right", code, n.lang))
	}
	return diag.Capital(strings.Join(names, "; "))
}

// complaint goes to the authority, and so is not made to the controller.
func (n *tilt) complaint() list.Object {
	var told []string
	for _, r := range n.set.Rights {
		if r.Right == "complaint" {
			told = append(told, r.Meaning.In(n.lang), r.How.In(n.lang))
		}
	}
	// Art. 77 GDPR gives it without condition.
	o := list.Object{{Name: "available", Value: true}, {Name: "description", Value: cmp.Or(diag.Join(" ", told...), n.called("complaint"))}}
	e := n.set.Find("authority", n.set.Organisation.Authority)
	if e == nil {
		return o
	}
	a := e.Value.(*record.Authority)
	if url := cmp.Or(a.ComplaintURL[n.lang], a.ComplaintURL["en"], a.Web); url != "" {
		o = append(o, list.Member{Name: "url", Value: value.Wire(url)})
	}
	watch := list.Object{{Name: "name", Value: a.Label(n.lang)}, {Name: "address", Value: list.Address(a.Address, n.lang)}, {Name: "country", Value: string(a.Country)}}
	if a.Email != "" {
		o, watch = append(o, list.Member{Name: "email", Value: value.WireMail(a.Email)}), append(watch, list.Member{Name: "email", Value: value.WireMail(a.Email)})
	}
	return append(o, list.Member{Name: "supervisoryAuthority", Value: phoned(watch, a.Phone)})
}

func (n *tilt) decisions() list.Object {
	used, declared := false, false
	var logic, effects []string
	for _, a := range n.activities() {
		d := a.AutomatedDecisions
		if d == nil || d.Used == nil {
			continue
		}
		declared = true
		if *d.Used {
			used = true
			logic = append(logic, a.Label(n.lang)+": "+d.Logic.In(n.lang))
			effects = append(effects, diag.Join(" ", a.Label(n.lang)+":", d.Significance.In(n.lang), d.Consequences.In(n.lang)))
		}
	}
	declared = declared || n.set.Declared().NoAutomatedDecisions()
	switch {
	case used:
		return list.Object{{Name: "inUse", Value: true}, {Name: "logicInvolved", Value: strings.Join(logic, " ")}, {Name: "scopeAndIntendedEffects", Value: strings.Join(effects, " ")}}
	case declared:
		return list.Object{{Name: "inUse", Value: false}}
	}
	return list.Object{} // silence is no answer
}
