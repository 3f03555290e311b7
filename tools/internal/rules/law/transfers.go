package law

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/statute"
)

// articles44to49 are transfers to third countries.
var articles44to49 = slices.Concat([]Duty{
	{
		ID: "GDPR-44", Article: "GDPR Art. 44", Profile: "processor", Severity: diag.Warning, Fields: "recipients: transfer, engaged_by",
		Title:  diag.Say("vidare överföringar genom hela kedjan", "onward transfers through the whole chain"),
		Why:    diag.Say("Skyddet ska följa uppgifterna, hur många led de än går.", "The protection shall follow the data, however many links it passes."),
		when:   processing,
		answer: each(chain, noChain, transferTold),
	},
	{
		ID: "GDPR-45", Article: "GDPR Art. 45", Severity: diag.Error, Fields: "recipients: transfer.mechanism: adequacy, countries, adequacy_ref",
		Title:  diag.Say("ett beslut om adekvat skyddsnivå som gäller landet, mottagaren och dagen", "an adequacy decision that covers the country, the recipient and the day"),
		Why:    diag.Say("Ett beslut som inte finns, har upphört eller gäller andra skyddar ingen.", "A decision that does not exist, has ended or covers others protects nobody."),
		when:   using("ingen överföring bygger på ett beslut om adekvat skyddsnivå", "no transfer rests on an adequacy decision", adequate),
		answer: each(abroadOn(adequate), nobody, adequateFor),
	},
	{
		ID: "GDPR-45-dpf", Article: "GDPR Art. 45; Decision (EU) 2023/1795", Severity: diag.Error, Fields: "recipients: transfer.dpf_checked_on, dpf_coverage",
		Title:  diag.Say("att mottagaren står på listan för Data Privacy Framework", "that the recipient is on the Data Privacy Framework list"),
		Why:    diag.Say("Bara den som står på listan omfattas, och listan ändras.", "Only those on the list are covered, and the list changes."),
		when:   using("ingen överföring bygger på Data Privacy Framework", "no transfer rests on the Data Privacy Framework", onFramework),
		answer: each(abroadOn(onFramework), nobody, onTheList),
	},
	{
		ID: "GDPR-46-2", Article: "GDPR Art. 46(2)", Severity: diag.Error, Fields: "recipients: transfer.mechanism",
		Title:  diag.Say("lämpliga skyddsåtgärder där det saknas beslut", "appropriate safeguards where there is no decision"),
		Why:    diag.Say("Utan beslut och utan skyddsåtgärder får uppgifterna inte lämna EU/EES.", "Without a decision and without safeguards, data must not leave the EU/EEA."),
		told:   "transfer-mechanism",
		when:   using("varje överföring bygger på ett beslut om adekvat skyddsnivå", "each transfer rests on an adequacy decision", notAdequate),
		answer: each(abroadOn(notAdequate), nobody, grounded),
	},
	{
		ID: "GDPR-46-2-c-module", Article: "GDPR Art. 46(2)(c); Decision (EU) 2021/914", Profile: "processor", Severity: diag.Error, Fields: "recipients: transfer.scc_module",
		Title:  diag.Say("rätt modul av standardavtalsklausulerna", "the right module of the standard contractual clauses"),
		Why:    diag.Say("Fel modul lägger skyldigheterna på fel part.", "The wrong module lays the duties on the wrong party."),
		when:   using("ingen överföring bygger på standardavtalsklausuler", "no transfer rests on standard contractual clauses", onClauses),
		answer: each(abroadOn(onClauses), nobody, moduleFits),
	},
	{
		ID: "GDPR-46-tia", Article: "GDPR Art. 46(1); Decision (EU) 2021/914 cl. 14", Profile: "processor", Severity: diag.Warning, Fields: "recipients: transfer.tia_on",
		Title: diag.Say("en bedömning av överföringen", "a transfer impact assessment"),
		Why:   diag.Say("Klausuler på papper skyddar inte mot landets lagar (Schrems II).", "Clauses on paper do not protect against the laws of the country (Schrems II)."),
		when:  using("ingen överföring kräver en bedömning", "no transfer requires an assessment", assessed),
		answer: each(abroadOn(assessed), nobody, func(_ *facts, r *record.Recipient) reply {
			return tells(r.Transfer.TIAOn != "", "transfer.tia_on", "när överföringen bedömdes", "when the transfer was assessed", "transfer: {tia_on: …}")
		}),
	},
	{
		ID: "GDPR-46-3", Article: "GDPR Art. 46(3)", Profile: "processor", Severity: diag.Warning, Fields: "recipients: transfer.note",
		Title:  diag.Say("vilken myndighet som har gett tillstånd", "which authority gave its authorisation"),
		Why:    diag.Say("Egna klausuler gäller först när myndigheten har sagt ja.", "Clauses of one's own hold only once the authority has agreed."),
		when:   using("ingen överföring bygger på tillstånd från en myndighet", "no transfer rests on an authority's authorisation", onAuthorisation),
		answer: each(abroadOn(onAuthorisation), nobody, inNote("vilken myndighet som har gett tillstånd", "which authority gave its authorisation")),
	},
	{
		ID: "GDPR-47", Article: "GDPR Art. 47", Severity: diag.Error, Fields: "recipients: transfer.copy.url",
		Title: diag.Say("vilka bindande företagsbestämmelser det gäller, med länk", "which binding corporate rules are concerned, with a link"),
		Why:   diag.Say("Reglerna är publicerade, så läsaren ska kunna läsa dem.", "The rules are published, so the reader shall be able to read them."),
		when:  using("ingen överföring bygger på bindande företagsbestämmelser", "no transfer rests on binding corporate rules", onCorporateRules),
		answer: each(abroadOn(onCorporateRules), nobody, func(_ *facts, r *record.Recipient) reply {
			return tells(r.Transfer.Copy != nil && r.Transfer.Copy.URL != "", "transfer.copy", "var de bindande företagsbestämmelserna finns", "where the binding corporate rules are found", "transfer: {copy: {url: https://…}}")
		}),
	},
}, derogations("a", "b", "c", "d", "e", "f", "g"), []Duty{
	{
		ID: "GDPR-49-1-2", Article: "GDPR Art. 49(1) second subparagraph", Severity: diag.Error, Fields: "recipients: transfer.note",
		Title:  diag.Say("att myndigheten och personen har underrättats om överföringen", "that the authority and the person were told of the transfer"),
		Why:    diag.Say("Undantaget för tvingande intressen gäller bara den som säger det öppet.", "The exception for compelling interests holds only for those who say so openly."),
		when:   using("ingen överföring bygger på tvingande berättigade intressen", "no transfer rests on compelling legitimate interests", onMechanism("art49-1-2")),
		answer: each(abroadOn(onMechanism("art49-1-2")), nobody, inNote("att myndigheten och personen har underrättats", "that the authority and the person were told")),
	},
})

// derogations are the duties on the single letters of Art. 49(1).
func derogations(letters ...string) []Duty {
	var list []Duty
	for _, l := range letters {
		code := "art49-1-" + l
		list = append(list, Duty{
			ID: "GDPR-49-1-" + l, Article: "GDPR Art. 49(1)(" + l + ")", Severity: diag.Warning, Fields: "recipients: transfer.mechanism: " + code,
			Title:  diag.Say("undantaget %s %s", "the derogation %s %s", record.ChoiceWords("mechanism", code), narrow(code)),
			Why:    diag.Say("Undantagen är inte till för ett biträdes löpande arbete (EDPB 2/2018).", "The derogations are not meant for a processor's daily work (EDPB 2/2018)."),
			when:   using("ingen överföring bygger på det undantaget", "no transfer rests on that derogation", onMechanism(code)),
			answer: each(abroadOn(onMechanism(code)), nobody, single),
		})
	}
	return list
}

func abroadOn(match func(*record.Transfer) bool) func(*facts) []*record.Recipient {
	return func(f *facts) []*record.Recipient {
		return only(f.abroad, func(r *record.Recipient) bool { return match(r.Transfer) })
	}
}

func onMechanism(code string) func(*record.Transfer) bool {
	return func(t *record.Transfer) bool { return t.Mechanism == code }
}

func adequate(t *record.Transfer) bool {
	m, _ := statute.MechanismOf(t.Mechanism)
	return m.Adequate
}

func notAdequate(t *record.Transfer) bool      { return !adequate(t) }
func onFramework(t *record.Transfer) bool      { return t.Mechanism == "adequacy-dpf" }
func onCorporateRules(t *record.Transfer) bool { return t.Mechanism == "art46-2-b" }
func onAuthorisation(t *record.Transfer) bool  { return strings.HasPrefix(t.Mechanism, "art46-3-") }

// onClauses tells whether standard contractual clauses are, or would be, the
// ground.
func onClauses(t *record.Transfer) bool {
	return t.Mechanism == "art46-2-c" || t.Fallback == "art46-2-c"
}

func assessed(t *record.Transfer) bool {
	m, _ := statute.MechanismOf(t.Mechanism)
	fallback, _ := statute.MechanismOf(t.Fallback)
	return m.Assessment || fallback.Assessment
}

// adequateFor tells whether a decision covers each country of a transfer.
func adequateFor(f *facts, r *record.Recipient) reply {
	countries := destinations(r)
	if len(countries) == 0 {
		return tells(false, "transfer", "vilket land beslutet gäller", "which country the decision covers", "transfer: {countries: […]}")
	}
	var gaps []reply
	for i, c := range countries {
		got := adequateIn(f, r, c)
		if i > 0 && len(r.Transfer.Countries) > 0 { // each at a place of its own
			got.path = item("transfer.countries", slices.Index(r.Transfer.Countries, c))
		}
		gaps = append(gaps, got)
	}
	return all(gaps, covered("transfer.mechanism"))
}

// destinations are the third countries of a transfer.
func destinations(r *record.Recipient) []value.Country {
	return only(r.Destinations(), func(c value.Country) bool { return c.Zone() != value.Within })
}

func adequateIn(f *facts, r *record.Recipient, c value.Country) reply {
	const at = "transfer.mechanism"
	t := r.Transfer
	d, known := statute.Decision(c)
	switch {
	case !known:
		return lacks(coverage.Missing, at, diag.Say("åberopar ett beslut om adekvat skyddsnivå för %s, men inget sådant beslut finns", "relies on an adequacy decision for %s, but there is none", record.CountryWords(c)),
			"transfer: {mechanism: …}").advised("välj en skyddsåtgärd i artikel 46", "choose a safeguard of Article 46")
	case !d.Holds(f.asOf) && d.Ends != "" && d.Ends.Before(f.asOf):
		return lacks(coverage.Missing, at, diag.Say("åberopar beslutet %s om %s, som upphörde %s", "relies on decision %s on %s, which ended on %s", d.Decision, record.CountryWords(c), record.DayWords(d.Ends)),
			"transfer: {mechanism: …}").advised("välj en skyddsåtgärd i artikel 46", "choose a safeguard of Article 46")
	case !d.Holds(f.asOf):
		return lacks(coverage.Missing, at, diag.Say("åberopar beslutet %s om %s, som antogs först %s", "relies on decision %s on %s, which was adopted only on %s", d.Decision, record.CountryWords(c), record.DayWords(d.Adopted)), "")
	case c == "US" && t.Mechanism == "adequacy":
		return lacks(coverage.Missing, at, diag.Say("åberopar ett beslut om adekvat skyddsnivå för USA, som bara gäller dem som står på listan för Data Privacy Framework",
			"relies on an adequacy decision for the United States, which covers only those on the Data Privacy Framework list"),
			"transfer: {mechanism: adequacy-dpf, dpf_checked_on: …, dpf_coverage: …}")
	case c != "US" && t.Mechanism == "adequacy-dpf":
		return lacks(coverage.Missing, at, diag.Say("åberopar Data Privacy Framework för %s, men det gäller bara USA", "relies on the Data Privacy Framework for %s, but that covers the United States only", record.CountryWords(c)),
			"transfer: {mechanism: adequacy}")
	case d.Narrow && c != "US" && len(t.Note) == 0:
		return lacks(coverage.Partial, at, diag.Say("åberopar beslutet om %s, som omfattar %s; det sägs inte att mottagaren gör det", "relies on the decision on %s, which covers %s; it is not said that the recipient is one", record.CountryWords(c), d.Scope),
			"transfer: {note: {sv: Mottagaren omfattas av beslutet eftersom …, en: The recipient is covered by the decision because …}}").warned()
	case t.AdequacyRef != "" && !strings.Contains(t.AdequacyRef, strings.TrimPrefix(d.Decision, "(EU) ")):
		return lacks(coverage.Partial, "transfer.adequacy_ref", diag.Say("anger beslutet %s, men för %s gäller %s", "names the decision %s, but for %s it is %s", diag.Quote(t.AdequacyRef), record.CountryWords(c), d.Decision),
			"transfer: {adequacy_ref: "+d.Decision+"}").warned()
	}
	return covered(at)
}

// onTheList asks for the day on which the list was looked at.
func onTheList(f *facts, r *record.Recipient) reply {
	t := r.Transfer
	var gaps []reply
	switch {
	case t.DPFCheckedOn == "":
		gaps = append(gaps, tells(false, "transfer.mechanism", "när listan för Data Privacy Framework kontrollerades", "when the Data Privacy Framework list was checked", "transfer: {dpf_checked_on: …}").
			advised("sök mottagaren på dataprivacyframework.gov", "look the recipient up on dataprivacyframework.gov"))
	case t.DPFCheckedOn.Before(yearBefore(f.asOf)):
		gaps = append(gaps, lacks(coverage.Partial, "transfer.dpf_checked_on", diag.Say("kontrollerades mot listan för Data Privacy Framework senast %s, för mer än tolv månader sedan", "was last checked against the Data Privacy Framework list on %s, more than twelve months ago", record.DayWords(t.DPFCheckedOn)),
			"transfer: {dpf_checked_on: …}").advised("sök mottagaren på dataprivacyframework.gov på nytt", "look the recipient up on dataprivacyframework.gov again").warned())
	}
	if t.DPFCoverage == "" {
		r := tells(false, "transfer.dpf_coverage", "vilka uppgifter certifieringen omfattar", "which data the certification covers", "transfer: {dpf_coverage: …}").warned()
		r.state = coverage.Partial
		gaps = append(gaps, r)
	}
	return all(gaps, covered("transfer.dpf_checked_on"))
}

func yearBefore(d value.Date) value.Date { return value.DateOf(d.Time().AddDate(-1, 0, 0)) }

// moduleFits compares the module of the clauses with who sends data to whom.
func moduleFits(f *facts, r *record.Recipient) reply {
	n, fitting := r.Transfer.SCCModule, f.modules(r)
	switch {
	case n == 0:
		return tells(false, "transfer.mechanism", "vilken modul av standardavtalsklausulerna som gäller", "which module of the standard contractual clauses applies", "transfer: {scc_module: "+digit(fitting[0])+"}")
	case slices.Contains(fitting, n):
		return covered("transfer.scc_module")
	}
	return lacks(coverage.Missing, "transfer.scc_module", diag.Say("anger modul %d (%s), men rollerna kräver modul %d (%s)", "gives module %d (%s), but the roles call for module %d (%s)",
		n, statute.SCCTable[min(max(n, 1), 4)-1].Name, fitting[0], statute.SCCTable[fitting[0]-1].Name), "transfer: {scc_module: "+digit(fitting[0])+"}")
}

func digit(n int) string { return string(rune('0' + n)) }

// modules returns the modules that fit the roles in which a recipient gets data:
// ours as controller or processor, and its own.
func (f *facts) modules(r *record.Recipient) []int {
	processor := r.IsProcessor()
	asProcessor, asController := r.EngagedBy != "", false
	if !asProcessor {
		asProcessor = slices.ContainsFunc(f.users[r.ID], customers)
		asController = slices.ContainsFunc(f.users[r.ID], func(a *record.Activity) bool { return !customers(a) })
	}
	if !asController && !asProcessor {
		asProcessor = r.IsSubprocessor()
		asController = !asProcessor
	}
	var fit []int
	if asProcessor {
		fit = append(fit, pickModule(processor, 3, 4))
	}
	if asController {
		fit = append(fit, pickModule(processor, 2, 1))
	}
	if r.Kind == "group" {
		fit = append(fit, 2, 1)
	}
	return fit
}

func pickModule(processor bool, toProcessor, toController int) int {
	if processor {
		return toProcessor
	}
	return toController
}

// inNote asks for what only words can tell. That something is said can be seen,
// what it says cannot.
func inNote(sv, en string) func(*facts, *record.Recipient) reply {
	return func(_ *facts, r *record.Recipient) reply {
		return tells(len(r.Transfer.Note) > 0, "transfer.note", sv, en, "transfer: {note: {sv: …, en: …}}")
	}
}

// narrow is how far a derogation reaches: (b), (c) and (e) are for occasional transfers
// (recital 111), the others are exceptions and read narrowly (EDPB 2/2018).
func narrow(code string) diag.Text {
	if slices.Contains([]string{"art49-1-b", "art49-1-c", "art49-1-e"}, code) {
		return diag.Say("bara för tillfälliga överföringar", "for occasional transfers only")
	}
	return diag.Say("bara som undantag, snävt tolkat", "as an exception only, read narrowly")
}

// single warns of a derogation used for what goes on all the time.
func single(_ *facts, r *record.Recipient) reply {
	if !r.IsProcessor() {
		return covered("transfer.mechanism")
	}
	return lacks(coverage.Missing, "transfer.mechanism", diag.Say("är ett biträde, men överföringen bygger på %s, som får användas %s", "is a processor, but the transfer rests on %s, which may be used %s", record.ChoiceWords("mechanism", r.Transfer.Mechanism), narrow(r.Transfer.Mechanism)),
		"transfer: {mechanism: …}").advised("välj en skyddsåtgärd i artikel 46", "choose a safeguard of Article 46")
}
