package law

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
)

// applies is what a condition returns where the duty is owed.
func applies() (answer, bool) { return answer{}, true }

// spared is what it returns where the facts say that it is not.
func spared(why diag.Text, by ...spot) (answer, bool) {
	return answer{state: coverage.NotApplicable, why: why, by: by}, false
}

// unsaid is what it returns where nothing is declared, with what to declare and
// the duty that tells it.
func unsaid(f *facts, duty, path string, predicate diag.Text, write string) (answer, bool) {
	var a answer
	a.add(f, f.org, reply{state: coverage.Unknown, path: path, text: predicate, write: write, duty: duty})
	return a, false
}

// unfounded is what it returns where that depends on a legal basis that is not
// told. Other duties say so.
func unfounded(f *facts) (answer, bool) {
	var a answer
	if len(f.ours) == 0 {
		a.add(f, f.org, pending("GDPR-13-1-c-purpose", "profiles", diag.Say("har ingen behandling som den är personuppgiftsansvarig för", "has no activity for which it is the controller")))
	}
	for _, act := range f.ours {
		got := purposedAndBased(f, act)
		if got.state != coverage.Covered {
			duty := "GDPR-13-1-c-basis"
			if len(act.Purposes) == 0 {
				duty = "GDPR-13-1-c-purpose"
			}
			a.add(f, act, pending(duty, got.path, got.text))
		}
	}
	return a, false
}

// nobodyNamed is the answer on recipients where there is none to ask. Nobody gets
// the data only where each activity of ours says so; else who does is an open
// question.
func nobodyNamed(sv, en string) func(*facts) answer {
	return func(f *facts) answer {
		if a := f.undisclosed(); a.state != "" {
			return a
		}
		a := answer{state: coverage.NotApplicable, why: diag.Say(sv, en)}
		for _, act := range f.ours {
			a.by = append(a.by, spot{act, "recipients"})
		}
		return a
	}
}

// undisclosed is what the activities of ours leave open that do not say who gets
// their data, and nothing where each does.
func (f *facts) undisclosed() answer {
	var a answer
	if len(f.ours) == 0 {
		a.add(f, f.org, pending("GDPR-13-1-e", "profiles", diag.Say("har ingen behandling som den är personuppgiftsansvarig för", "has no activity for which it is the controller")))
	}
	for _, act := range f.ours {
		if act.Recipients.Declared() {
			continue
		}
		duty := "GDPR-13-1-e"
		if !fromPerson(act) {
			duty = "GDPR-14-1-e"
		}
		a.add(f, act, pending(duty, "recipients", disclosed(f, act).text))
	}
	return a
}

// unkept is what the activities of ours leave open that have no retention rule.
func (f *facts) unkept() answer {
	var a answer
	if len(f.ours) == 0 {
		a.add(f, f.org, pending("GDPR-13-2-a", "profiles", diag.Say("har ingen behandling som den är personuppgiftsansvarig för", "has no activity for which it is the controller")))
	}
	for _, act := range f.ours {
		if len(f.kept(act)) == 0 {
			duty := "GDPR-13-2-a"
			if !fromPerson(act) {
				duty = "GDPR-14-2-a"
			}
			a.add(f, act, pending(duty, "retention", keptFor(f, act).text))
		}
	}
	return a
}

// resting is the condition that a purpose of ours rests on one of some bases.
func resting(sv, en string, bases ...string) condition {
	return func(f *facts) (answer, bool) {
		if f.rests(bases...) {
			return applies()
		}
		if f.baseless || len(f.ours) == 0 {
			return unfounded(f)
		}
		return spared(diag.Say(sv, en), f.purposesOfOurs()...)
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
	onConsent = unlessCookiesUntold(resting("inget ändamål bygger på samtycke, och ingen kaka kräver det", "no purpose rests on consent, and no cookie needs it",
		"consent"))
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
	if f.rests("legitimate-interests", "public-task") || f.markets.record != nil || f.rights["objection"] != nil {
		return applies()
	}
	if f.baseless || len(f.ours) == 0 {
		return unfounded(f)
	}
	return spared(diag.Say("inget ändamål bygger på en intresseavvägning eller ett allmänt intresse, och inget är direktmarknadsföring",
		"no purpose rests on legitimate interests or on a public task, and none is direct marketing"), f.purposesOfOurs()...)
}

// unlessSpared turns a condition that cannot be known into one that applies: the
// right is to be told unless it is known not to exist.
func unlessSpared(c condition) condition {
	return func(f *facts) (answer, bool) {
		if a, ok := c(f); !ok && a.state == coverage.NotApplicable {
			return a, false
		}
		return applies()
	}
}

var portable = resting("inget ändamål bygger på samtycke eller avtal", "no purpose rests on consent or a contract",
	"consent", "contract")

// unlessCookiesUntold leaves a condition on consent open where it is not said
// whether cookies are used: some need consent.
func unlessCookiesUntold(c condition) condition {
	return func(f *facts) (answer, bool) {
		a, ok := c(f)
		if ok || a.state != coverage.NotApplicable {
			return a, ok
		}
		if cookies, used := cookiesUsed(f); used && len(f.set.Cookies) == 0 || cookies.state == coverage.Unknown {
			var open answer
			open.add(f, f.org, pending("SE-LEK-9-28-purpose", "cookies", diag.Say("säger inte om några kakor kräver samtycke", "does not say whether any cookies need consent")))
			return open, false
		}
		return a, false
	}
}

// marketing is the condition that there is direct marketing.
func marketing(f *facts) (answer, bool) {
	if f.markets.record != nil {
		return applies()
	}
	if len(f.ours) == 0 {
		return unfounded(f)
	}
	return spared(diag.Say("inget ändamål är direktmarknadsföring", "no purpose is direct marketing"), f.purposesOfOurs()...)
}

// deciding is the condition that decisions are made by machines alone.
func deciding(f *facts) (answer, bool) {
	var denied []spot
	var open answer
	if len(f.ours) == 0 {
		open.add(f, f.org, pending("GDPR-13-2-f", "declarations.automated_decisions", undecidedMachines))
	}
	for _, a := range f.ours {
		switch d := a.AutomatedDecisions; {
		case d != nil && record.Yes(d.Used):
			return applies()
		case d != nil && record.No(d.Used):
			denied = append(denied, spot{a, "automated_decisions.used"})
		case fromPerson(a):
			open.add(f, a, pending("GDPR-13-2-f", "automated_decisions", undecidedMachines))
		default:
			open.add(f, a, pending("GDPR-14-2-g", "automated_decisions", undecidedMachines))
		}
	}
	why := diag.Say("inga beslut fattas enbart automatiserat", "no decisions are made by machines alone")
	if f.org.Declared().NoAutomatedDecisions() {
		return spared(why, spot{f.org, "declarations.automated_decisions"})
	}
	if open.state != "" {
		return open, false
	}
	return spared(why, denied...)
}

var undecidedMachines = diag.Say("säger inte om beslut fattas enbart automatiserat", "does not say whether decisions are made by machines alone")

// transferring is the condition that some of the recipients in question get data
// outside of the EU/EEA. It is known not to be so only where that is declared, or
// where everybody who gets data is named and says that it does not leave.
func transferring(among, list func(*facts) []*record.Recipient) condition {
	return func(f *facts) (answer, bool) {
		if len(list(f)) > 0 {
			return applies()
		}
		why := diag.Say("inga av uppgifterna lämnar EU/EES", "none of the data leaves the EU/EEA")
		if f.org.Declared().NoTransfers() {
			return spared(why, spot{f.org, "declarations.transfers"})
		}
		var by []spot
		open := f.undisclosed()
		for _, r := range among(f) {
			got := transferTold(f, r)
			if got.state == coverage.Missing {
				then := pending("GDPR-13-1-f-fact", got.path, got.text)
				then.untold = got.untold
				open.add(f, r, then)
			}
			by = append(by, spot{r, got.path})
		}
		if open.state != "" {
			return open, false
		}
		if len(by) == 0 {
			return nobodyNamed("ingen mottagare får uppgifterna", "no recipient gets the data")(f), false
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
		return spared(diag.Say(sv, en), by...)
	}
}

func abroad(f *facts) []*record.Recipient { return f.abroad }

// receivedAbroad are those who get data of ours outside of the EU/EEA.
func receivedAbroad(f *facts) []*record.Recipient {
	var list []*record.Recipient
	for _, r := range f.received {
		if r.Transfers() {
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
		case c != nil && record.Yes(c.Targeted):
			return applies()
		case c != nil && record.No(c.Targeted):
			denied = append(denied, spot{a, "children.targeted"})
		default:
			open = true
		}
	}
	why := diag.Say("tjänsterna riktar sig inte till barn", "the services are not directed at children")
	if f.org.Declared().NotForChildren() {
		return spared(why, spot{f.org, "declarations.children"})
	}
	if open {
		return unsaid(f, "GDPR-8-1", "declarations.children",
			diag.Say("säger inte om tjänsterna riktar sig till barn", "does not say whether the services are directed at children"),
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
	if f.org.Declared().NoSpecialCategories() {
		return spared(diag.Say("inga känsliga personuppgifter behandlas", "no special categories of data are processed"),
			spot{f.org, "declarations.special_categories"})
	}
	return unsaid(f, "GDPR-9-2", "declarations.special_categories",
		diag.Say("säger inte om känsliga personuppgifter behandlas", "does not say whether special categories of data are processed"),
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
	if f.org.Declared().NoCriminalOffences() {
		return spared(diag.Say("inga uppgifter om lagöverträdelser behandlas", "no data on criminal offences is processed"),
			spot{f.org, "declarations.criminal_offences"})
	}
	return unsaid(f, "GDPR-10", "declarations.criminal_offences",
		diag.Say("säger inte om uppgifter om lagöverträdelser behandlas", "does not say whether data on criminal offences is processed"),
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
	if f.org.Declared().NoJointControllers() {
		return spared(diag.Say("ingen är gemensamt ansvarig med organisationen", "nobody is a joint controller with the organisation"),
			spot{f.org, "declarations.joint_controllers"})
	}
	return unsaid(f, "GDPR-26-2", "declarations.joint_controllers",
		diag.Say("säger inte om någon är gemensamt ansvarig", "does not say whether anybody is a joint controller"),
		"declarations: {joint_controllers: none}")
}

// outsideUnion is the condition that a controller is established outside of the
// EU, and so needs a representative there.
func outsideUnion(f *facts) (answer, bool) {
	var by []spot
	var open answer
	for _, c := range f.controllers {
		switch {
		case record.No(c.EstablishedInEU):
			return applies()
		case record.Yes(c.EstablishedInEU):
			by = append(by, spot{c, "established_in_eu"})
		case value.OrgNumber(c.OrgNumber) != "":
			by = append(by, spot{c, "org_number"}) // a company under Swedish law is at home there
		case c.Address != nil && c.Address.Country.Zone() == value.Within:
			by = append(by, spot{c, "address.country"})
		default:
			open.add(f, c, reply{state: coverage.Unknown, path: "established_in_eu", duty: "GDPR-27-1", write: "established_in_eu: true",
				text: diag.Say("säger inte om den är etablerad i EU/EES", "does not say whether it is established in the EU/EEA")})
		}
	}
	why := diag.Say("organisationen är etablerad i EU/EES", "the organisation is established in the EU/EEA")
	switch {
	case f.org.Declared().NoRepresentative():
		return spared(why, spot{f.org, "declarations.representative"})
	case open.state != "":
		return open, false
	case len(by) == 0:
		return noController(f), false
	}
	return spared(why, by...)
}

// officer is the condition that a data protection officer is appointed.
func officer(f *facts) (answer, bool) {
	var by []spot
	var open answer
	for _, c := range f.controllers {
		switch d := c.DPO; {
		case d == nil || d.Appointed == nil:
			open.add(f, c, officerUndeclared())
		case *d.Appointed:
			return applies()
		}
		by = append(by, spot{c, "dpo.appointed"})
	}
	if open.state != "" {
		return open, false
	}
	return spared(diag.Say("inget dataskyddsombud är utsett", "no data protection officer is appointed"), by...)
}

// processing is the condition that the organisation processes data for others.
func processing(f *facts) (answer, bool) {
	if len(f.customers) > 0 {
		return applies()
	}
	var by []spot
	var open answer
	for _, c := range f.set.Controllers {
		if slices.Contains(c.Roles, "processor") {
			return applies()
		}
		if len(c.Roles) == 0 {
			open.add(f, c, reply{state: coverage.Unknown, path: "roles", duty: "GDPR-28-3", write: "roles: [controller]",
				text: diag.Say("säger inte om den också är personuppgiftsbiträde", "does not say whether it is a processor, too")})
		}
		by = append(by, spot{c, "roles"})
	}
	switch {
	case open.state != "":
		return open, false
	case len(by) == 0:
		return noController(f), false
	}
	return spared(diag.Say("organisationen är inte personuppgiftsbiträde åt någon", "the organisation is nobody's processor"), by...)
}

// cookiesUsed is the condition that something is stored on a visitor's device.
func cookiesUsed(f *facts) (answer, bool) {
	if len(f.set.Cookies) > 0 {
		return applies()
	}
	switch p := f.org.Cookies; {
	case p != nil && record.Yes(p.Used):
		return applies()
	case p != nil && record.No(p.Used):
		return spared(diag.Say("inga kakor används", "no cookies are used"), spot{f.org, "cookies.used"})
	}
	return unsaid(f, "SE-LEK-9-28-purpose", "cookies.used",
		diag.Say("säger inte om kakor eller liknande används", "does not say whether cookies or the like are used"),
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
		var a answer
		a.add(f, f.org, pending("SE-LEK-9-28-purpose", "cookies.used", diag.Say("använder kakor men beskriver inga, så det går inte att veta om någon kräver samtycke",
			"uses cookies but describes none, so it cannot be known whether any needs consent")))
		return a, false
	}
	return spared(diag.Say("alla kakor är nödvändiga", "all cookies are necessary"), by...)
}

// limited is the condition that a controller is a limited company.
func limited(f *facts) (answer, bool) {
	var by []spot
	var open answer
	for _, c := range f.controllers {
		if c.LegalForm == "ab" || c.LegalForm == "" && calledLimited(c.LegalName) {
			return applies()
		}
		if c.LegalForm == "" {
			open.add(f, c, reply{state: coverage.Unknown, path: "legal_form", duty: "SE-ABL-28-5", write: "legal_form: …",
				text: diag.Say("säger inte vilken bolagsform den har", "does not say which legal form it has")})
		}
		by = append(by, spot{c, "legal_form"})
	}
	switch {
	case open.state != "":
		return open, false
	case len(by) == 0:
		return noController(f), false
	}
	return spared(diag.Say("organisationen är inget aktiebolag", "the organisation is no limited company"), by...)
}

// calledLimited tells whether a name is that of a limited company, which must say
// so: ABL 1 kap. 3 § and 28 kap. 1 §.
func calledLimited(name string) bool {
	return slices.ContainsFunc(strings.Fields(name), func(word string) bool {
		return word == "AB" || strings.EqualFold(word, "aktiebolag") || strings.HasSuffix(word, "aktiebolaget")
	})
}

// identified is the condition that national identification numbers are
// processed.
func identified(f *facts) (answer, bool) {
	if len(f.numbers) > 0 {
		return applies()
	}
	if f.org.Declared().NoNationalID() {
		return spared(diag.Say("inga personnummer behandlas", "no national identification numbers are processed"),
			spot{f.org, "declarations.national_id"})
	}
	return unsaid(f, "SE-DSL-3-10", "declarations.national_id",
		diag.Say("säger inte om personnummer behandlas", "does not say whether national identification numbers are processed"),
		"declarations: {national_id: not_used}")
}
