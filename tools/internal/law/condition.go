package law

import (
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// applies is what a condition returns where the duty is owed.
func applies() (answer, bool) { return answer{}, true }

// spared is what it returns where the facts say that it is not.
func spared(why diag.Text, by ...spot) (answer, bool) {
	return answer{state: NotApplicable, why: why, by: by}, false
}

// unsaid is what it returns where nothing is declared, with what to declare and
// the duty that tells it.
func unsaid(f *facts, duty, path string, predicate diag.Text, write string) (answer, bool) {
	var a answer
	a.add(f, f.org, reply{state: Unknown, path: path, text: predicate, write: write, duty: duty})
	return a, false
}

// unfounded is what it returns where that depends on a legal basis that is not
// told. Another duty says so.
func unfounded() (answer, bool) {
	return answer{state: Unknown, why: both(
		"minst ett ändamål saknar rättslig grund, så det går inte att veta om skyldigheten gäller",
		"at least one purpose has no legal basis, so it cannot be known whether the duty applies")}, false
}

// resting is the condition that a purpose of ours rests on one of some bases.
func resting(sv, en string, bases ...string) condition {
	return func(f *facts) (answer, bool) {
		if _, ok := f.first(bases...); ok {
			return applies()
		}
		if f.baseless || len(f.ours) == 0 {
			return unfounded()
		}
		return spared(both(sv, en), f.purposesOfOurs()...)
	}
}

// purposesOfOurs is where the purposes of our activities stand.
func (f *facts) purposesOfOurs() []spot {
	var at []spot
	for _, a := range f.ours {
		at = append(at, spot{a, "purposes"})
	}
	return at
}

var (
	onConsent = resting("inget ändamål bygger på samtycke", "no purpose rests on consent",
		"consent", "art9-explicit-consent")
	onInterest = resting("inget ändamål bygger på en intresseavvägning", "no purpose rests on legitimate interests",
		"legitimate-interests")
	onLaw = resting("inget ändamål bygger på en rättslig förpliktelse eller ett allmänt intresse",
		"no purpose rests on a legal obligation or on a public task", "legal-obligation", "public-task")
	onObligation = resting("inget ändamål bygger på en rättslig förpliktelse", "no purpose rests on a legal obligation",
		"legal-obligation")
)

// objectable is the condition that a person can object: to what rests on
// interests or a public task, and to direct marketing.
func objectable(f *facts) (answer, bool) {
	if _, ok := f.first("legitimate-interests", "public-task"); ok || f.markets.record != nil || f.rights["objection"] != nil {
		return applies()
	}
	if f.baseless || len(f.ours) == 0 {
		return unfounded()
	}
	return spared(both("inget ändamål bygger på en intresseavvägning eller ett allmänt intresse, och inget är direktmarknadsföring",
		"no purpose rests on legitimate interests or on a public task, and none is direct marketing"), f.purposesOfOurs()...)
}

// unlessSpared turns a condition that cannot be known into one that applies: the
// right is to be told unless it is known not to exist.
func unlessSpared(c condition) condition {
	return func(f *facts) (answer, bool) {
		if a, ok := c(f); !ok && a.state == NotApplicable {
			return a, false
		}
		return applies()
	}
}

var portable = resting("inget ändamål bygger på samtycke eller avtal", "no purpose rests on consent or a contract",
	"consent", "contract", "art9-explicit-consent")

// marketing is the condition that there is direct marketing.
func marketing(f *facts) (answer, bool) {
	if f.markets.record != nil {
		return applies()
	}
	return spared(both("inget ändamål är direktmarknadsföring", "no purpose is direct marketing"), f.purposesOfOurs()...)
}

// deciding is the condition that decisions are made by machines alone.
func deciding(f *facts) (answer, bool) {
	var denied []spot
	open := len(f.ours) == 0
	for _, a := range f.ours {
		switch d := a.AutomatedDecisions; {
		case d != nil && yes(d.Used):
			return applies()
		case d != nil && no(d.Used):
			denied = append(denied, spot{a, "automated_decisions.used"})
		default:
			open = true
		}
	}
	why := both("inga beslut fattas enbart automatiserat", "no decisions are made by machines alone")
	if f.declared().AutomatedDecisions == "none" {
		return spared(why, spot{f.org, "declarations.automated_decisions"})
	}
	if open {
		return answer{state: Unknown, why: both("det är inte sagt om beslut fattas enbart automatiserat", "it is not said whether decisions are made by machines alone")}, false
	}
	return spared(why, denied...)
}

// transferring is the condition that some of the recipients in question get data
// outside of the EU/EEA.
func transferring(among, list func(*facts) []*record.Recipient) condition {
	return func(f *facts) (answer, bool) {
		if len(list(f)) > 0 {
			return applies()
		}
		why := both("inga av uppgifterna lämnar EU/EES", "none of the data leaves the EU/EEA")
		if f.declared().Transfers == "none" {
			return spared(why, spot{f.org, "declarations.transfers"})
		}
		var by []spot
		for _, r := range among(f) {
			got := transferTold(f, r)
			if got.state != Covered && got.state != NotApplicable {
				return answer{state: Unknown, why: say(
					"%s säger inte om uppgifter lämnar EU/EES", "%s does not say whether data leaves the EU/EEA", f.called(r))}, false
			}
			by = append(by, spot{r, got.path})
		}
		return spared(why, by...)
	}
}

// using narrows a condition to the transfers with certain mechanisms.
func using(sv, en string, match func(*record.Transfer) bool) condition {
	matching := func(f *facts) []*record.Recipient {
		var list []*record.Recipient
		for _, r := range f.abroad {
			if match(r.Transfer) {
				list = append(list, r)
			}
		}
		return list
	}
	none := transferring(standingRecipients, abroad)
	return func(f *facts) (answer, bool) {
		if a, ok := none(f); !ok {
			return a, false
		}
		if len(matching(f)) > 0 {
			return applies()
		}
		var by []spot
		for _, r := range f.abroad {
			by = append(by, spot{r, "transfer.mechanism"})
		}
		return spared(both(sv, en), by...)
	}
}

func abroad(f *facts) []*record.Recipient { return f.abroad }

// receivedAbroad are those who get data of ours outside of the EU/EEA.
func receivedAbroad(f *facts) []*record.Recipient {
	var list []*record.Recipient
	for _, r := range f.received {
		if r.Transfer != nil && yes(r.Transfer.ThirdCountry) {
			list = append(list, r)
		}
	}
	return list
}

// targetingChildren is the condition that a service is directed at children.
func targetingChildren(f *facts) (answer, bool) {
	var denied []spot
	open := len(f.ours) == 0
	for _, a := range f.ours {
		switch c := a.Children; {
		case c != nil && yes(c.Targeted):
			return applies()
		case c != nil && no(c.Targeted):
			denied = append(denied, spot{a, "children.targeted"})
		default:
			open = true
		}
	}
	why := both("tjänsterna riktar sig inte till barn", "the services are not directed at children")
	if f.declared().Children == "not_targeted" {
		return spared(why, spot{f.org, "declarations.children"})
	}
	if open {
		return unsaid(f, "GDPR-8-1", "declarations.children",
			both("säger inte om tjänsterna riktar sig till barn", "does not say whether the services are directed at children"),
			"declarations: {children: not_targeted}")
	}
	return spared(why, denied...)
}

// special is the condition that special categories of data are processed.
func special(f *facts) (answer, bool) {
	for _, a := range f.ours {
		if specialItem(a) != "" {
			return applies()
		}
		for _, p := range a.Purposes {
			if p.Art9 != "" {
				return applies()
			}
		}
	}
	if f.declared().SpecialCategories == "none" {
		return spared(both("inga känsliga personuppgifter behandlas", "no special categories of data are processed"),
			spot{f.org, "declarations.special_categories"})
	}
	return unsaid(f, "GDPR-9-2", "declarations.special_categories",
		both("säger inte om känsliga personuppgifter behandlas", "does not say whether special categories of data are processed"),
		"declarations: {special_categories: none}")
}

// specialItem is where the first datum of a special category stands.
func specialItem(a *record.Activity) string {
	for i, d := range a.Data {
		for j, it := range d.Items {
			if it.Special != "" {
				return item(item("data", i)+".items", j) + ".special"
			}
		}
	}
	return ""
}

// offences is the condition that data on criminal offences is processed.
func offences(f *facts) (answer, bool) {
	for _, a := range f.ours {
		for _, p := range a.Purposes {
			if len(p.Art10) > 0 {
				return applies()
			}
		}
	}
	if f.declared().CriminalOffences == "none" {
		return spared(both("inga uppgifter om lagöverträdelser behandlas", "no data on criminal offences is processed"),
			spot{f.org, "declarations.criminal_offences"})
	}
	return unsaid(f, "GDPR-10", "declarations.criminal_offences",
		both("säger inte om uppgifter om lagöverträdelser behandlas", "does not say whether data on criminal offences is processed"),
		"declarations: {criminal_offences: none}")
}

// jointly is the condition that there are joint controllers.
func jointly(f *facts) (answer, bool) {
	for _, c := range f.set.Controllers {
		if len(c.Joint) > 0 {
			return applies()
		}
	}
	for _, a := range f.ours {
		if a.Role == "joint" {
			return applies()
		}
	}
	for _, r := range f.recipients {
		if r.Kind == "joint" {
			return applies()
		}
	}
	if f.declared().JointControllers == "none" {
		return spared(both("ingen är gemensamt ansvarig med organisationen", "nobody is a joint controller with the organisation"),
			spot{f.org, "declarations.joint_controllers"})
	}
	return unsaid(f, "GDPR-26-2", "declarations.joint_controllers",
		both("säger inte om någon är gemensamt ansvarig", "does not say whether anybody is a joint controller"),
		"declarations: {joint_controllers: none}")
}

// outsideUnion is the condition that a controller is established outside of the
// EU, and so needs a representative there.
func outsideUnion(f *facts) (answer, bool) {
	var by []spot
	for _, c := range f.controllers {
		if no(c.EstablishedInEU) {
			return applies()
		}
		by = append(by, spot{c, "established_in_eu"})
	}
	if f.declared().Representative == "not_required" {
		by = []spot{{f.org, "declarations.representative"}}
	}
	return spared(both("organisationen är etablerad i EU/EES", "the organisation is established in the EU/EEA"), by...)
}

// officer is the condition that a data protection officer is appointed.
func officer(f *facts) (answer, bool) {
	var by []spot
	for _, c := range f.controllers {
		if c.DPO == nil || c.DPO.Appointed == nil {
			var a answer
			a.add(f, c, officerUndeclared())
			return a, false
		}
		if *c.DPO.Appointed {
			return applies()
		}
		by = append(by, spot{c, "dpo.appointed"})
	}
	return spared(both("inget dataskyddsombud är utsett", "no data protection officer is appointed"), by...)
}

// processing is the condition that the organisation processes data for others.
func processing(f *facts) (answer, bool) {
	if len(f.customers) > 0 {
		return applies()
	}
	var by []spot
	for _, c := range f.set.Controllers {
		for _, role := range c.Roles {
			if role == "processor" {
				return applies()
			}
		}
		by = append(by, spot{c, "roles"})
	}
	return spared(both("organisationen är inte personuppgiftsbiträde åt någon", "the organisation is nobody's processor"), by...)
}

// cookiesUsed is the condition that something is stored on a visitor's device.
func cookiesUsed(f *facts) (answer, bool) {
	if len(f.set.Cookies) > 0 {
		return applies()
	}
	switch p := f.org.Cookies; {
	case p != nil && yes(p.Used):
		return applies()
	case p != nil && no(p.Used):
		return spared(both("inga kakor används", "no cookies are used"), spot{f.org, "cookies.used"})
	}
	return unsaid(f, "SE-LEK-9-28-purpose", "cookies.used",
		both("säger inte om kakor eller liknande används", "does not say whether cookies or the like are used"),
		"cookies: {used: false}")
}

// consenting is the condition that a cookie is not strictly necessary.
func consenting(f *facts) (answer, bool) {
	if a, ok := cookiesUsed(f); !ok {
		return a, false
	}
	var by []spot
	for _, c := range f.set.Cookies {
		if c.Category != "necessary" {
			return applies()
		}
		by = append(by, spot{c, "category"})
	}
	if len(by) == 0 {
		return answer{state: Unknown, why: both("inga kakor är beskrivna, så det går inte att veta om någon kräver samtycke",
			"no cookies are described, so it cannot be known whether any needs consent")}, false
	}
	return spared(both("alla kakor är nödvändiga", "all cookies are necessary"), by...)
}

// limited is the condition that a controller is a limited company.
func limited(f *facts) (answer, bool) {
	var by []spot
	for _, c := range f.controllers {
		if c.LegalForm == "ab" || c.LegalForm == "" && strings.HasSuffix(c.LegalName, " AB") {
			return applies()
		}
		by = append(by, spot{c, "legal_form"})
	}
	return spared(both("organisationen är inget aktiebolag", "the organisation is no limited company"), by...)
}

// identified is the condition that national identification numbers are
// processed.
func identified(f *facts) (answer, bool) {
	if len(f.numbers) > 0 {
		return applies()
	}
	if f.declared().NationalID == "not_used" {
		return spared(both("inga personnummer behandlas", "no national identification numbers are processed"),
			spot{f.org, "declarations.national_id"})
	}
	return unsaid(f, "SE-DSL-3-10", "declarations.national_id",
		both("säger inte om personnummer behandlas", "does not say whether national identification numbers are processed"),
		"declarations: {national_id: not_used}")
}
