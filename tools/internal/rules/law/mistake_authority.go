package law

import (
	"cmp"
	"encoding/json"
	"maps"
	"net/url"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/skeleton"
	"tillit/tools/internal/rules/statute"
)

// authorityMistakes are about the authorities that a site names.
var authorityMistakes = []Mistake{
	{
		Rule: diag.Rule{ID: "old-authority", Severity: diag.Error, Law: "GDPR Art. 13(2)(d)",
			Title: diag.Say("en myndighet som har bytt namn", "an authority that has changed its name")},
		find: asked(each(authorities, quiet, renamed)),
	},
	{
		Rule: diag.Rule{ID: "authority-country", Severity: diag.Error, Law: "GDPR Art. 51, 77",
			Title: diag.Say("ett land utan tillsynsmyndighet enligt dataskyddsförordningen", "a country without a supervisory authority under the GDPR")},
		find: asked(each(authorities, quiet, outsideEEA)),
	},
	{
		Rule: diag.Rule{ID: "authority-stale", Severity: diag.Warning, Law: "GDPR Art. 13(2)(d)",
			Title: diag.Say("en myndighets uppgifter har inte kontrollerats på länge", "an authority's details have not been checked for long")},
		find: asked(each(authorities, quiet, unchecked)),
	},
	{
		Rule: diag.Rule{ID: "authority-differs", Severity: diag.Warning, Law: "GDPR Art. 13(2)(d)",
			Title: diag.Say("en myndighets uppgifter skiljer sig från de kända", "an authority's details differ from those known")},
		find: asked(each(authorities, quiet, differs)),
	},
}

func authorities(f *facts) []*record.Authority { return f.set.Authorities }

// renamed finds the name that only the authority of Åland still has.
func renamed(_ *facts, a *record.Authority) reply {
	if a.Country == "AX" {
		return reply{}
	}
	for _, name := range append([]string{a.LocalName}, slices.Sorted(maps.Values(a.Name))...) {
		lower := strings.ToLower(name)
		if strings.Contains(lower, "datainspektionen") || strings.Contains(lower, "data inspection board") {
			return lacks(coverage.Missing, "name", diag.Say("kallas %s, ett namn som myndigheten bytte den 1 januari 2021", "is called %s, a name that the authority changed on 1 January 2021", diag.Quote(name)),
				"name: {sv: Integritetsskyddsmyndigheten, en: Swedish Authority for Privacy Protection}").
				advised("bara Ålands myndighet heter fortfarande Datainspektionen (country: AX)", "only the authority of Åland is still called Datainspektionen (country: AX)")
		}
	}
	return reply{}
}

func outsideEEA(_ *facts, a *record.Authority) reply {
	if _, known := statute.AuthorityOf(a.Country); known || a.Country == "" || !slices.Contains(a.Tasks, "complaints") {
		return reply{}
	}
	return lacks(coverage.Missing, "country", diag.Say("ligger i %s, där ingen myndighet tar emot klagomål enligt dataskyddsförordningen", "is in %s, where no authority receives complaints under the GDPR", record.CountryWords(a.Country)), "").
		advised("ange en myndighet i ett EU/EES-land, eller stryk complaints ur tasks", "name an authority of an EU/EEA country, or strike complaints from tasks")
}

func unchecked(f *facts, a *record.Authority) reply {
	days := a.CheckedOn.DaysUntil(f.asOf)
	if !a.CheckedOn.Valid() || days <= statute.FreshDays {
		return reply{}
	}
	return lacks(coverage.Missing, "checked_on", diag.Say("kontrollerades senast %s, för %d dagar sedan", "was last checked on %s, %d days ago", record.DayWords(a.CheckedOn), days), "checked_on: "+string(f.asOf)).
		advised("jämför med myndighetens egna sidor och skriv dagen", "compare with the authority's own pages and write the day")
}

// differs compares a record with what is known. Only what was verified is held
// against it; of others the name and the site alone. Where a country has several
// authorities, any of them may be meant.
func differs(f *facts, a *record.Authority) reply {
	if got := outdated(f, a); got.state != "" {
		return got
	}
	known, ok := knownOf(a)
	if !ok || known.CheckedOn.Valid() && known.CheckedOn.Before(a.CheckedOn) {
		return reply{} // who has looked since knows better
	}
	var paths, sv, en, write []string
	compare := func(path, value, label, svLabel, got, want string, same bool) {
		if got == "" || want == "" || same {
			return
		}
		paths = append(paths, path)
		sv = append(sv, svLabel+" "+diag.Quote(got)+" (känt: \""+want+"\")")
		en = append(en, label+" "+diag.Quote(got)+" (known: \""+want+"\")")
		write = append(write, value)
	}
	names := append([]string{a.LocalName}, slices.Sorted(maps.Values(a.Name))...)
	compare("name", "name: {sv: "+yamlText(known.Name["sv"], known.LocalName)+", en: "+yamlText(known.Name["en"], known.LocalName)+"}", "the name", "namnet", firstFilled(names), firstFilled([]string{known.LocalName}), slices.ContainsFunc(names, func(n string) bool { return sameName(n, known) }))
	compare("web", "web: "+known.Web, "the site", "webbplatsen", a.Web, known.Web, host(a.Web) == host(known.Web))
	compare("email", "email: "+known.Email, "the e-mail address", "e-postadressen", a.Email, known.Email, strings.EqualFold(a.Email, known.Email))
	compare("phone", "phone: "+yamlText(known.Phone), "the telephone number", "telefonnumret", a.Phone, known.Phone, digitsOf(a.Phone) == digitsOf(known.Phone))
	if a.Address != nil && known.Address != nil {
		got, want := postal(a.Address), postal(known.Address)
		compare("address", "address: {street: "+yamlText(known.Address.Street)+", postal_code: "+yamlText(known.Address.PostalCode)+", city: "+yamlText(known.Address.City)+"}", "the address", "adressen", got, want, strings.EqualFold(strings.ReplaceAll(got, " ", ""), strings.ReplaceAll(want, " ", "")))
	}
	for _, l := range slices.Sorted(maps.Keys(a.ComplaintURL)) {
		want := known.ComplaintURL[l]
		compare("complaint_url["+l+"]", "complaint_url: {"+l+": "+yamlText(want)+"}", "the complaint page", "sidan för klagomål", a.ComplaintURL[l], want, strings.TrimSuffix(a.ComplaintURL[l], "/") == strings.TrimSuffix(want, "/"))
	}
	if len(paths) == 0 {
		return reply{}
	}
	return lacks(coverage.Missing, paths[0], diag.Say("har andra uppgifter än dem som är kända sedan %s: %s", "has other details than those known since %s: %s", record.DayWords(known.CheckedOn), diag.Text{SV: diag.And(sv, "och"), EN: diag.And(en, "and")}),
		strings.Join(write, "; ")).advised("jämför med myndighetens egna sidor; har den ändrat sig, behåll ert och skriv dagen då ni såg efter i checked_on", "compare with the authority's own pages; if it has changed, keep yours and write the day on which you looked in checked_on")
}

// outdated finds what the texts of an authority say of the law and is not so. Whoever
// has looked since may know of a newer law, but hardly of an older one.
func outdated(f *facts, a *record.Authority) reply {
	texts := map[string]record.Text{"scope": a.Scope}
	if a.Complaint != nil {
		texts["complaint.remedy"] = a.Complaint.Remedy
	}
	var at string
	var sv, en []string
	for _, c := range statute.Claims(a.Country, f.asOf) {
		for _, lang := range slices.Sorted(maps.Keys(texts[c.Field])) {
			if says := c.In(texts[c.Field][lang]); says != "" {
				at = cmp.Or(at, c.Field+"["+lang+"]")
				sv, en = append(sv, diag.Quote(says)+" ("+c.Truth.SV+")"), append(en, diag.Quote(says)+" ("+c.Truth.EN+")")
			}
		}
	}
	if at == "" {
		return reply{}
	}
	return lacks(coverage.Missing, at, diag.Say("säger %s", "says %s", diag.Text{SV: diag.And(sv, "och"), EN: diag.And(en, "and")}), "").
		advised("rätta texten, och jämför med lagen", "correct the text, and compare it with the law")
}

// yamlText is the first of some texts that is not empty, as YAML within a map.
func yamlText(texts ...string) string {
	quoted, err := json.Marshal(firstFilled(texts)) // JSON is YAML
	if err != nil {
		return skeleton.Mark
	}
	return string(quoted)
}

// knownOf returns what is known of the authority that a record means.
func knownOf(a *record.Authority) (record.Authority, bool) {
	for _, known := range statute.Authorities() {
		if known.Country == a.Country && slices.ContainsFunc(a.Tasks, func(t string) bool { return slices.Contains(known.Tasks, t) }) {
			t, _ := statute.AuthorityOf(a.Country)
			return known, !t.Several
		}
	}
	return record.Authority{}, false
}

func sameName(name string, known record.Authority) bool {
	lower := strings.ToLower(name)
	for _, n := range []string{known.LocalName, known.Name["en"], known.Abbreviation} {
		if n != "" && (strings.Contains(lower, strings.ToLower(n)) || strings.Contains(strings.ToLower(n), lower) && lower != "") {
			return true
		}
	}
	return false
}

func firstFilled(list []string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.")
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

func postal(a *record.Address) string {
	return strings.Trim(strings.Join(strings.Fields(a.Street+", "+a.PostalCode+" "+a.City), " "), ", ")
}
