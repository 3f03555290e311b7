package law_test

import (
	"fmt"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/rules/law"
)

// A duty and a mistake tell of each thing that is missing, not of the first alone: who
// mends what a run has told finds nothing new in the next.
func TestEachGapIsToldInOneRun(t *testing.T) {
	const purpose = "{id: p%d, text: {sv: 'Att skicka det som du har beställt, del %[1]d.', en: 'To send what you have ordered, part %[1]d.'}, %s}"
	purposes := func(each ...string) string {
		var list []string
		for i, more := range each {
			list = append(list, fmt.Sprintf(purpose, i+1, more))
		}
		return "role: controller\nname: {sv: Köp, en: Purchases}\npurposes: [" + strings.Join(list, ", ") + "]\n"
	}
	rules := func(each ...string) map[string]string {
		files, ids := map[string]string{}, []string{}
		for i, more := range each {
			id := string(rune('a' + i))
			ids = append(ids, id)
			files["retention/"+id] = fmt.Sprintf("name: {sv: Tid %s, en: Period %[1]s}\n%s\n", id, more)
		}
		files["activities/work"] = "role: controller\nname: {sv: Köp, en: Purchases}\nretention: [" + strings.Join(ids, ", ") + "]\n"
		return files
	}
	activity := func(text string) map[string]string { return map[string]string{"activities/work": text} }
	const abroad = "kind: processor\nlegal_name: Lykta Inc.\n"
	for _, tt := range []struct {
		name, rule string
		files      map[string]string
		want       int // places
	}{
		{"four rules without an action", "gdpr-5-1-e", rules("period: P1Y", "period: P2Y", "period: P3Y", "criterion: {sv: Så länge avtalet gäller., en: While the contract is in force.}"), 4},
		{"three, of which one has it", "gdpr-5-1-e", rules("period: P1Y", "period: P2Y\naction: erase", "period: P3Y"), 2},
		{"none without one", "gdpr-5-1-e", rules("period: P1Y\naction: erase", "period: P2Y\naction: archive"), 0},
		{"three rules without a period", "gdpr-13-2-a", rules("action: erase", "action: erase", "action: archive"), 3},
		{"three rules without a start", "gdpr-13-2-a-start", rules("period: P1Y", "period: P2Y", "period: P3Y"), 3},
		{"three purposes without a basis", "gdpr-13-1-c-basis", activity(purposes("class: service", "class: service", "class: service")), 3},
		{"one of three", "gdpr-13-1-c-basis", activity(purposes("bases: [{art6: contract}]", "class: service", "bases: [{art6: consent}]")), 1},
		{"two purposes with two bases each", "basis-combined", activity(purposes("bases: [{art6: contract}, {art6: legal-obligation}]", "bases: [{art6: contract}, {art6: public-task}]")), 2},
		{"consent beside another basis, twice", "consent-stack", activity(purposes("bases: [{art6: contract}, {art6: consent}]", "bases: [{art6: consent}, {art6: public-task}]")), 2},
		{"three obligations without a law", "gdpr-6-3", activity(purposes("bases: [{art6: legal-obligation}]", "bases: [{art6: legal-obligation}]", "bases: [{art6: public-task}]")), 3},
		{"two purposes of marketing on a contract", "basis-misfit", activity(purposes("class: marketing, bases: [{art6: contract}]", "class: statistics, bases: [{art6: contract}]")), 2},
		{"three interests that are none", "li-unnamed", activity(purposes("bases: [{art6: legitimate-interests}]", "bases: [{art6: legitimate-interests, interest: {sv: Säkerhet, en: Security}, whose: {sv: Vårt, en: Ours}}]", "bases: [{art6: legitimate-interests}]")), 3},
		{"an interest that is short, and nobody's", "li-unnamed", activity(purposes("bases: [{art6: legitimate-interests, interest: {sv: Säkerhet, en: Security}}]")), 2},
		{"two purposes that say nothing", "purpose-vague", activity("role: controller\nname: {sv: K, en: P}\npurposes: [{id: a, text: {sv: Statistik, en: Statistics}}, {id: b, text: {sv: Analys, en: Analysis}}]\n"), 2},
		{"two categories without a period", "gdpr-13-1-c-link", map[string]string{
			"activities/work": "role: controller\nname: {sv: K, en: P}\ndata: [{category: a}, {category: b}, {category: c}]\nretention: [r]\n",
			"retention/r":     "name: {sv: T, en: P}\ndata: [b]\nperiod: P1Y\naction: erase\n",
			"categories/a":    "name: {sv: A, en: A}\n", "categories/b": "name: {sv: B, en: B}\n", "categories/c": "name: {sv: C, en: C}\n",
		}, 2},
		{"two regions in place of countries", "location-region", map[string]string{"recipients/r": "kind: processor\nlegal_name: R AB\nlocations: [{region: EU}, {country: SE}, {region: EEA}]\n"}, 2},
		{"two countries that no decision is on", "adequacy-claim", map[string]string{"recipients/r": abroad + "transfer: {third_country: true, mechanism: adequacy, countries: [IN, CN]}\n"}, 2},
		{"an officer of whom the authority does not know, and whom nobody reaches", "gdpr-37-7", map[string]string{"controllers/us": "legal_name: C AB\ndpo:\n  appointed: true\n"}, 1},
		{"the same officer, whom nobody reaches", "dpo-missing", map[string]string{"controllers/us": "legal_name: C AB\ndpo:\n  appointed: true\n"}, 1},
		{"a controller without name and ways of contact", "gdpr-13-1-a", map[string]string{"controllers/us": "trade_name: C\n"}, 2},
		{"the same with both", "gdpr-13-1-a", map[string]string{"controllers/us": "legal_name: C AB\nemail: a@c.example\nphone: '+46 8 657 61 00'\n"}, 0},
		{"two controllers with nothing said of an officer", "dpo-missing", map[string]string{"controllers/us": "legal_name: C AB\n", "controllers/d": "legal_name: D AB\n", "organisation": "name: P\nlanguages: [sv, en]\n"}, 2},
		{"too short a period, from the wrong day", "bfl-period", rules("period: P5Y\nlaw: {sv: Bokföringslagen (1999:1078), en: Accounting Act (1999:1078)}\nstarts_at: {sv: fakturans dag, en: the day of the invoice}"), 2},
		{"a time too long, and none for more", "gdpr-12-3-time", map[string]string{"organisation": "name: P\nlanguages: [sv, en]\nrequests: {response_time: {sv: Inom tre månader., en: Within three months.}}\n"}, 2},
		{"two limits that bar erasure", "right-invented-bar", map[string]string{"rights/erasure": "right: erasure\nlimits: [{sv: Vid intresseavvägning., en: Where legitimate interests apply.}, {sv: Enligt lag., en: By law.}, {sv: Vi har ett berättigat intresse., en: We have a legitimate interest.}]\n"}, 2},
		{"two categories whose backups nobody tells of", "backup-gap", rules("data: [a, b]\nperiod: P1Y\naction: erase"), 2},
	} {
		if _, ok := diag.RuleOf(diag.Rules(law.Rules()...), tt.rule); !ok {
			t.Errorf("%s: there is no rule %s", tt.name, tt.rule)
		}
		set := bare(t, tt.files)
		places := map[diag.Pos]bool{}
		list := law.Check(set, nil, today)
		for _, d := range list {
			if d.Rule == tt.rule {
				places[d.Pos] = true
				for _, r := range d.Related {
					places[r.Pos] = true
				}
			}
		}
		if len(places) != tt.want {
			t.Errorf("%s: %d places, want %d\n%v", tt.name, len(places), tt.want, places)
		}
	}
}
