package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// tiltSchema is the name that the schema of TILT 1 gives itself.
const tiltSchema = "https://github.com/Transparency-Information-Language/schema"

// tiltFiles are the notices of the controllers in the Transparency Information
// Language, which programs compare notices by. A controller that cannot be written
// in it, because TILT asks for what is not known, has none.
func tiltFiles(set *record.Set, lang string, e Edition) []File {
	var files []File
	for _, c := range set.Controllers {
		n := tilt{set: set, lang: lang, edition: e, c: c, path: folder + "tilt-" + c.ID + "." + lang + ".json"}
		if data := n.document(); data != nil {
			files = append(files, File{Path: n.path, Data: data})
		}
	}
	return files
}

// tilt is one notice on its way to TILT.
type tilt struct {
	set     *record.Set
	lang    string
	edition Edition
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
	body := object{
		{"controller", n.controller()},
		{"dataProtectionOfficer", n.officer()},
		{"dataDisclosed", n.disclosed()},
		{"thirdCountryTransfers", n.transfers()},
		{"accessAndDataPortability", n.portability()},
		{"sources", n.sources()},
		{"rightToInformation", n.right("access")},
		{"rightToRectificationOrDeletion", n.right("rectification", "erasure")},
		{"rightToDataPortability", n.right("portability")},
		{"rightToWithdrawConsent", n.right("withdraw-consent")},
		{"rightToComplain", n.complaint()},
		{"automatedDecisionMaking", n.decisions()},
		{"changesOfPurpose", []any{}},
	}
	n.note("TILT saknar fält för rätten till begränsning, rätten att invända och rätten att inte bli föremål för automatiserade beslut; de beskrivs på webbplatsen.",
		"TILT has no field for the rights to restriction, to object and not to be subject to automated decisions; they are described on the site.")
	body = append(body, member{"notes", n.notes})
	// The digest is of the same document with an empty digest.
	digest := sha256.Sum256(encode(append(object{{"meta", n.meta(primary, "")}}, body...)))
	return encode(append(object{{"meta", n.meta(primary, hex.EncodeToString(digest[:]))}}, body...))
}

func (n *tilt) meta(language, digest string) object {
	day := string(n.edition.AsOf)
	if id := n.edition.Version; len(id) >= len(day) {
		day = id[:len(day)]
	}
	return object{
		{"_id", n.edition.BaseURL + n.path}, {"name", n.c.Label(n.lang)}, {"created", day}, {"modified", day},
		{"version", max(n.edition.Number, 1)}, {"language", language}, {"status", "active"},
		{"url", tiltSchema}, {"_hash", digest},
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

func phoned(o object, phone string) object {
	if dialled.MatchString(phone) {
		return append(o, member{"phone", phone})
	}
	return o
}

func (n *tilt) controller() object {
	speaker := phoned(object{{"name", n.c.Label(n.lang)}, {"email", n.email()}}, n.c.Phone)
	if r := n.c.Representative; r != nil && r.Email != "" {
		speaker = phoned(object{{"name", r.Name}, {"email", r.Email}}, r.Phone)
	} else {
		n.note("TILT kräver en företrädare. Ingen företrädare enligt artikel 27 finns; den personuppgiftsansvarigas egna kontaktuppgifter står i stället.",
			"TILT demands a representative. There is none under Art. 27; the controller's own contact details stand in its place.")
	}
	return object{{"name", n.c.Label(n.lang)}, {"address", address(n.c.Address, n.lang)}, {"country", n.country(n.c.Address)}, {"representative", speaker}}
}

func (n *tilt) officer() object {
	d := n.c.DPO
	if d == nil || d.Appointed == nil || !*d.Appointed {
		n.note("TILT kräver ett dataskyddsombud. Inget är utsett; den personuppgiftsansvarigas egna kontaktuppgifter står i stället.",
			"TILT demands a data protection officer. None is appointed; the controller's own contact details stand in its place.")
		return object{{"name", n.say("Inget dataskyddsombud är utsett", "No data protection officer is appointed")},
			{"address", address(n.c.Address, n.lang)}, {"country", n.country(n.c.Address)}, {"email", n.email()}}
	}
	name := cmp.Or(d.Name, d.Title.In(n.lang), n.say("Dataskyddsombud", "Data protection officer"))
	where := cmp.Or(d.Address, n.c.Address)
	return phoned(object{{"name", name}, {"address", address(where, n.lang)}, {"country", n.country(where)}, {"email", cmp.Or(d.Email, n.email())}}, d.Phone)
}

// activities are those for which the controller itself answers.
func (n *tilt) activities() []*record.Activity {
	return slices.DeleteFunc(slices.Clone(n.set.Activities), func(a *record.Activity) bool {
		return a.Role == "processor" || controllerOf(n.set, a).ID != n.c.ID
	})
}

func (n *tilt) portability() object {
	o := n.right("portability")
	if r := n.set.Organisation.Requests; r != nil && r.FreeOfCharge != nil && *r.FreeOfCharge {
		o = append(o, member{"administrativeFee", object{{"amount", 0}, {"currency", "EUR"}}})
	}
	return o
}

// right is what the site says of one right, or of two that TILT takes together.
func (n *tilt) right(codes ...string) object {
	var told []string
	for _, r := range n.set.Rights {
		if slices.Contains(codes, r.Right) {
			told = append(told, r.Meaning.In(n.lang), r.How.In(n.lang))
		}
	}
	o := object{{"available", len(told) > 0}, {"description", cmp.Or(join(" ", told...), n.called(codes...))}}
	if r := n.c.RightsContact; r != nil && r.FormURL != "" {
		o = append(o, member{"url", r.FormURL})
	}
	o = append(o, member{"email", n.email()})
	if r := n.set.Organisation.Requests; r != nil && r.IdentityCheck.In(n.lang) != "" {
		o = append(o, member{"identificationEvidences", []string{r.IdentityCheck.In(n.lang)}})
	}
	return o
}

// called is what rights are called.
func (n *tilt) called(codes ...string) string {
	var names []string
	for _, code := range codes {
		names = append(names, record.ChoiceName("right", code, n.lang))
	}
	return diag.Capital(strings.Join(names, "; "))
}

// complaint goes to the authority, and so is not made to the controller.
func (n *tilt) complaint() object {
	var told []string
	for _, r := range n.set.Rights {
		if r.Right == "complaint" {
			told = append(told, r.Meaning.In(n.lang), r.How.In(n.lang))
		}
	}
	// Art. 77 GDPR gives it without condition.
	o := object{{"available", true}, {"description", cmp.Or(join(" ", told...), n.called("complaint"))}}
	e := n.set.Find("authority", n.set.Organisation.Authority)
	if e == nil {
		return o
	}
	a := e.Value.(*record.Authority)
	if url := cmp.Or(a.ComplaintURL[n.lang], a.ComplaintURL["en"], a.Web); url != "" {
		o = append(o, member{"url", url})
	}
	watch := object{{"name", a.Label(n.lang)}, {"address", address(a.Address, n.lang)}, {"country", string(a.Country)}}
	if a.Email != "" {
		o, watch = append(o, member{"email", a.Email}), append(watch, member{"email", a.Email})
	}
	return append(o, member{"supervisoryAuthority", phoned(watch, a.Phone)})
}

func (n *tilt) decisions() object {
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
			effects = append(effects, join(" ", a.Label(n.lang)+":", d.Significance.In(n.lang), d.Consequences.In(n.lang)))
		}
	}
	if d := n.set.Organisation.Declarations; d != nil && d.AutomatedDecisions == "none" {
		declared = true
	}
	switch {
	case used:
		return object{{"inUse", true}, {"logicInvolved", strings.Join(logic, " ")}, {"scopeAndIntendedEffects", strings.Join(effects, " ")}}
	case declared:
		return object{{"inUse", false}}
	}
	return object{} // silence is no answer
}
