package law_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
)

// slips are single changes to the repository's own site, each of which is a
// known mistake.
var slips = []struct {
	rule     string
	severity diag.Severity
	file     string // in which it is reported
	made     func(*record.Set)
	says     string // part of the message in English
}{
	{"orgnr-is-pnr", diag.Warning, "data/controllers/exempelbolaget.yaml", func(s *record.Set) { company(s).VATNumber = "SE811218987601" }, "sole trader"},
	{"pnr-unjustified", diag.Warning, "data/activities/invoicing.yaml", func(s *record.Set) { number(s).NationalID.Justification = "" }, "ground in the law is missing"},
	{"pnr-unjustified", diag.Error, "data/activities/newsletter.yaml", func(s *record.Set) { newsletter(s).Data[0].Items[0].Name = text("Personnummer") }, "clearly justified"},
	{"access-frequency", diag.Error, "data/rights/access.yaml", func(s *record.Set) { right(s, "access").FrequencyLimit = text("En gång per år") }, `"En gång per år"`},
	{"right-fee", diag.Error, "data/rights/access.yaml", func(s *record.Set) { right(s, "access").Fee = text("200 kronor") }, `"200 kronor"`},
	{"right-needs-reason", diag.Error, "data/rights/access.yaml", func(s *record.Set) { right(s, "access").Precondition = text("Goda skäl") }, `"Goda skäl"`},
	{"complaint-conditional", diag.Error, "data/rights/complaint.yaml", func(s *record.Set) { right(s, "complaint").Precondition = text("Efter vårt svar") }, `"Efter vårt svar"`},
	{"right-too-narrow", diag.Warning, "data/rights/restriction.yaml", func(s *record.Set) { r := right(s, "restriction"); r.Grounds = r.Grounds[:1] }, "one case"},
	{"right-too-narrow", diag.Warning, "data/rights/restriction.yaml", func(s *record.Set) {
		r := right(s, "restriction")
		r.Grounds, r.Limits = nil, []record.Text{text("Till dess att uppgifterna har rättats")}
	}, "one case"},
	{"right-invented-bar", diag.Error, "data/rights/erasure.yaml", func(s *record.Set) {
		r := right(s, "erasure")
		r.Limits = append(r.Limits, text("Vi stöder behandlingen på en intresseavvägning"))
	}, "bars erasure"},
	{"right-unqualified", diag.Warning, "data/rights/portability.yaml", func(s *record.Set) {
		for _, a := range s.Activities {
			for i := range a.Purposes {
				for j := range a.Purposes[i].Bases {
					a.Purposes[i].Bases[j] = record.Basis{Art6: "legitimate-interests", Interest: text("Intresset av att sköta saken"), Whose: text("Vårt")}
				}
			}
		}
		s.Cookies = nil // a visitor's choice of cookies is consent, too
		r := right(s, "portability")
		r.Conditional, r.Grounds, r.Limits = false, nil, nil
	}, "on none of the legal bases"},
	{"rights-missing", diag.Error, "data/organisation.yaml", both(withoutRight("portability"), withoutRight("erasure")), "says nothing of the right to erasure; the same holds for right to data portability"},
	{"withdraw-missing", diag.Error, "data/activities/newsletter.yaml", withoutRight("withdraw-consent"), "right to withdraw consent"},
	{"objection-buried", diag.Error, "data/rights/objection.yaml", func(s *record.Set) { right(s, "objection").Prominent = false }, "apart"},
	{"dpo-missing", diag.Warning, "data/controllers/exempelbolaget.yaml", func(s *record.Set) { company(s).DPO = nil }, "whether a data protection officer"},
	{"dpo-missing", diag.Error, "data/controllers/exempelbolaget.yaml", unreachableOfficer, "how to reach the data protection officer"},
	{"consent-stack", diag.Warning, "data/activities/newsletter.yaml", func(s *record.Set) {
		p := &newsletter(s).Purposes[0]
		p.Bases = append(p.Bases, record.Basis{Art6: "contract", Contract: text("Avtalet")})
	}, "asks for consent"},
	{"basis-combined", diag.Warning, "data/activities/support.yaml", func(s *record.Set) {
		p := &activity(s, "support").Purposes[0]
		p.Bases = append(p.Bases, record.Basis{Art6: "contract", Contract: text("Avtalet")})
	}, "2 legal bases"},
	{"basis-misfit", diag.Warning, "data/activities/support.yaml", func(s *record.Set) { activity(s, "support").Purposes[1].Bases[0].Art6 = "contract" }, "on a contract"},
	{"li-unnamed", diag.Error, "data/activities/support.yaml", func(s *record.Set) { activity(s, "support").Purposes[0].Bases[0].Interest = nil }, "names none"},
	{"li-unnamed", diag.Error, "data/activities/support.yaml", interest("Säkerhet", "Security"), `"Security"`},
	{"li-unnamed", diag.Error, "data/activities/support.yaml", interest("Intresset av att kunna svara den som frågar.", "Business."), `"Business."`},
	{"li-unnamed", diag.Error, "data/activities/support.yaml", interest("Säkerhets- eller ekonomiska skäl.", "The interest in answering those who ask."), `"Säkerhets- eller ekonomiska skäl."`},
	{"li-unnamed", diag.Error, "data/activities/support.yaml", interest("Intresset av att kunna svara den som frågar.", "Our legitimate business interests."), `"Our legitimate business interests."`},
	{"purpose-vague", diag.Warning, "data/activities/support.yaml", func(s *record.Set) {
		activity(s, "support").Purposes[0].Text["en"] = "Improving and developing our services."
	}, `"Improving and developing`},
	{"purpose-vague", diag.Warning, "data/activities/support.yaml", func(s *record.Set) { activity(s, "support").Purposes[0].Text = text("Statistik") }, `"Statistik"`},
	{"adm-no-logic", diag.Error, "data/activities/newsletter.yaml", func(s *record.Set) { machineDecisions(s); unexplained(s) }, "how the decision is reached"},
	{"role-contradiction", diag.Error, "data/activities/support.yaml", func(s *record.Set) {
		activity(s, "support").Data[1].Items = nil
		activity(s, "helpdesk").Data[1].Items = nil
	}, "in the same service as a processor"},
	{"retention-vague", diag.Warning, "data/retention/newsletter.yaml", func(s *record.Set) { byCriterion(s); rule(s, "newsletter").StartsAt = nil }, "only the criterion"},
	{"retention-conflict", diag.Error, "data/activities/newsletter.yaml", func(s *record.Set) { rule(s, "consent-records").Data = []string{"consent", "contact"} }, "two periods"},
	{"retention-conflict", diag.Error, "data/activities/newsletter.yaml", func(s *record.Set) {
		r := rule(s, "consent-records")
		r.Data, r.Period, r.Range = []string{"consent", "contact"}, "", &record.Range{Min: "P1M", Max: "P9M"}
	}, "1 month–9 months"},
	{"joint-unstated", diag.Warning, "data/recipients/lavnas-webbdrift.yaml", func(s *record.Set) {
		recipient(s, "lavnas-webbdrift").LegalName = "LinkedIn Ireland Unlimited Company"
		company(s).Joint = []record.Joint{{With: "Exempelförbundet", Essence: text("Vi delar på ansvaret.")}}
	}, "social network"},
	{"retention-range-unresolved", diag.Warning, "data/retention/customer-backups.yaml", func(s *record.Set) { rule(s, "customer-backups").Breakdown = nil }, "14 days–35 days"},
	{"retention-just-in-case", diag.Warning, "data/retention/newsletter.yaml", func(s *record.Set) {
		r := rule(s, "newsletter")
		r.Period, r.Law, r.Criterion = "", nil, text("Som bevis, om det skulle bli en tvist")
	}, "just in case"},
	{"retention-law-uncited", diag.Warning, "data/activities/newsletter.yaml", func(s *record.Set) { rule(s, "consent-records").Law = nil }, "names the law"},
	{"backup-gap", diag.Warning, "data/retention/accounts.yaml", func(s *record.Set) {
		r := rule(s, "own-backups")
		r.Data = slices.DeleteFunc(r.Data, func(c string) bool { return c == "contact" })
	}, "about its backups"},
	{"bfl-period", diag.Error, "data/retention/bookkeeping.yaml", func(s *record.Set) { rule(s, "bookkeeping").Period = "P6Y" }, "demands seven years"},
	{"bfl-period", diag.Warning, "data/retention/bookkeeping.yaml", func(s *record.Set) { rule(s, "bookkeeping").Period = "P10Y" }, "only seven years"},
	{"bfl-period", diag.Warning, "data/retention/bookkeeping.yaml", func(s *record.Set) { rule(s, "bookkeeping").StartsAt = text("fakturans dag") }, "calendar year"},
	{"recipient-no-location", diag.Error, "data/recipients/skatteverket.yaml", func(s *record.Set) { recipient(s, "skatteverket").Locations = nil }, "in which country"},
	{"location-region", diag.Warning, "data/recipients/lavnas-webbdrift.yaml", func(s *record.Set) { recipient(s, "lavnas-webbdrift").Locations = []record.Location{{Region: "EEA"}} }, "EU/EEA"},
	{"location-parent", diag.Warning, "data/recipients/lavnas-webbdrift.yaml", func(s *record.Set) {
		recipient(s, "lavnas-webbdrift").Parent = &record.Parent{Name: "Bigco, Inc.", Country: "US"}
	}, "parent company in the United States"},
	{"recipient-product-not-entity", diag.Warning, "data/recipients/lavnas-webbdrift.yaml", func(s *record.Set) {
		r := recipient(s, "lavnas-webbdrift")
		r.LegalName, r.OrgNumber = "Molnverktyget", ""
	}, `"Molnverktyget"`},
	{"role-mislabel", diag.Warning, "data/recipients/lavnas-webbdrift.yaml", func(s *record.Set) { recipient(s, "lavnas-webbdrift").Kind = "subprocessor" }, "is called a sub-processor"},
	{"enf-recipient-incomplete", diag.Warning, "data/recipients/lavnas-webbdrift.yaml", func(s *record.Set) { recipient(s, "lavnas-webbdrift").Data = nil }, "which data it gets"},
	{"joint-unstated", diag.Warning, "data/recipients/lavnas-webbdrift.yaml", func(s *record.Set) { recipient(s, "lavnas-webbdrift").LegalName = "LinkedIn Ireland Unlimited Company" }, "social network"},
	{"adequacy-claim", diag.Error, "data/recipients/lanternview-monitoring.yaml", claims("adequacy", "IN"), "there is none"},
	{"adequacy-claim", diag.Error, "data/recipients/lanternview-monitoring.yaml", claims("adequacy", "US"), "Data Privacy Framework list"},
	{"adequacy-claim", diag.Error, "data/recipients/lanternview-monitoring.yaml", claims("adequacy-dpf", "CH"), "the United States only"},
	{"adequacy-claim", diag.Warning, "data/recipients/lanternview-monitoring.yaml", claims("adequacy", "CA"), "PIPEDA"},
	{"adequacy-claim", diag.Warning, "data/recipients/lanternview-monitoring.yaml", func(s *record.Set) { transfer(s).AdequacyRef = "2016/1250" }, `"2016/1250"`},
	{"dpf-unchecked", diag.Error, "data/recipients/lanternview-monitoring.yaml", func(s *record.Set) { transfer(s).DPFCheckedOn = "" }, "was checked"},
	{"dpf-unchecked", diag.Warning, "data/recipients/lanternview-monitoring.yaml", func(s *record.Set) { transfer(s).DPFCheckedOn = "2025-11-20" }, "more than twelve months ago"},
	{"dpf-fallback", diag.Warning, "data/recipients/lanternview-monitoring.yaml", func(s *record.Set) { transfer(s).Fallback = "" }, "C-703/25"},
	{"scc-module", diag.Error, "data/recipients/lanternview-monitoring.yaml", func(s *record.Set) { transfer(s).SCCModule = 2 }, "module 3 (processor to processor)"},
	{"cookie-no-list", diag.Error, "data/organisation.yaml", func(s *record.Set) { s.Cookies = nil }, "describes none"},
	{"cookie-li", diag.Error, "data/cookies/visit-counter.yaml", func(s *record.Set) { cookie(s, "visit-counter").ConsentRequired = truth(false) }, "statistics"},
	{"enf-cookie-design", diag.Error, "data/organisation.yaml", func(s *record.Set) { s.Organisation.Cookies.Consent.RejectOnFirstLayer = truth(false) }, "look further"},
	{"enf-pixel", diag.Warning, "data/cookies/visit-counter.yaml", func(s *record.Set) { c := cookie(s, "visit-counter"); c.Kind, c.Recipients = "pixel", nil }, "who gets the data"},
	{"enf-analytics-transfer", diag.Warning, "data/cookies/visit-counter.yaml", func(s *record.Set) {
		c := cookie(s, "visit-counter")
		c.Provider, c.Recipients = "Google Ireland Ltd", nil
	}, `"Google Ireland Ltd"`},
	{"old-authority", diag.Error, "data/authorities/imy.yaml", func(s *record.Set) { s.Authorities[0].Name = text("Datainspektionen") }, "changed on 1 January 2021"},
	{"authority-country", diag.Error, "data/authorities/imy.yaml", func(s *record.Set) { s.Authorities[0].Country = "CH" }, "Switzerland"},
	{"authority-stale", diag.Warning, "data/authorities/imy.yaml", func(s *record.Set) { s.Authorities[0].CheckedOn = "2026-05-01" }, "204 days ago"},
	{"authority-differs", diag.Warning, "data/authorities/imy.yaml", func(s *record.Set) { s.Authorities[0].Phone = "+46 8 111 22 33" }, `"+46 8 111 22 33" (known: "+46 8 657 61 00")`},
	{"authority-differs", diag.Warning, "data/authorities/imy.yaml", func(s *record.Set) { s.Authorities[0].ComplaintURL["sv"] = "https://www.imy.se/klaga/" }, "lamna-ett-klagomal"},
	{"authority-no-contact", diag.Warning, "data/authorities/imy.yaml", func(s *record.Set) {
		a := s.Authorities[0]
		a.Address, a.Email, a.Phone = nil, "", ""
	}, "how to reach it"},
	{"enf-purpose-service", diag.Error, "data/services/exempelmejl.yaml", func(s *record.Set) {
		for _, a := range s.Activities {
			a.Services = slices.DeleteFunc(a.Services, func(id string) bool { return id == "exempelmejl" })
		}
	}, "no activity"},
	{"cert-unsupported", diag.Warning, "data/certifications/iso-27001.yaml", func(s *record.Set) { s.Certifications[0].Body = "" }, "who issued it"},
	{"cert-unsupported", diag.Warning, "data/certifications/iso-27001.yaml", func(s *record.Set) { s.Certifications[0].ValidTo = "2026-11-20" }, "has expired"},
	{"dpo-person-name", diag.Info, "data/controllers/exempelbolaget.yaml", func(s *record.Set) { company(s).DPO.Name = "Kim Ek" }, "not required"},
	{"dpo-conflict", diag.Info, "data/controllers/exempelbolaget.yaml", func(s *record.Set) { company(s).DPO.Email = "support@exempelbolaget.example" }, "others share"},
	{"language-mismatch", diag.Warning, "data/organisation.yaml", func(s *record.Set) { s.Organisation.Languages = []string{"en"} }, "but not in Swedish"},
	{"no-date", diag.Warning, "data/organisation.yaml", func(s *record.Set) { s.Organisation.Review.ReviewedOn = "2025-11-20" }, "more than twelve months ago"},
}

func interest(sv, en string) func(*record.Set) {
	return func(s *record.Set) {
		activity(s, "support").Purposes[0].Bases[0].Interest = record.Text{"sv": sv, "en": en}
	}
}

// The language that says nothing is pointed at.
func TestTheEmptiestLanguageIsPointedAt(t *testing.T) {
	set := root(t)
	interest("Intresset av att kunna svara den som frågar.", "Business.")(set)
	d, _ := found(law.Check(set, nil, today), "li-unnamed")
	if want := set.At(activity(set, "support"), "purposes[0].bases[0].interest[en]"); d.Pos != want {
		t.Errorf("points at %v, not %v", d.Pos, want)
	}
}

func claims(mechanism string, country value.Country) func(*record.Set) {
	return func(s *record.Set) {
		t := transfer(s)
		for _, r := range s.Recipients {
			if r.Transfer == t {
				r.Locations = nil
			}
		}
		t.Mechanism, t.Countries, t.AdequacyRef, t.Fallback, t.SCCModule = mechanism, []value.Country{country}, "", "art46-2-c", 3
	}
}

// The site without a slip is the case in which every rule is silent.
func TestTheRepositorysSiteHasNoMistake(t *testing.T) {
	for _, d := range law.Check(root(t), nil, today) {
		if d.Rule != "reference-stale" && d.Severity != diag.Info {
			t.Errorf("%s:%d: %s [%s]", d.Pos.File, d.Pos.Line, d.Message.EN, d.Rule)
		}
	}
}

func TestEachMistakeIsTold(t *testing.T) {
	told := map[string]bool{"pnr-leak": true}
	for _, slip := range slips {
		told[slip.rule] = true
		t.Run(slip.rule, func(t *testing.T) {
			t.Parallel()
			set := root(t)
			slip.made(set)
			d, ok := found(law.Check(set, nil, today), slip.rule)
			if !ok {
				t.Fatal("not told")
			}
			if d.Severity != slip.severity || d.Pos.File != slip.file {
				t.Errorf("%s in %s, want %s in %s", d.Severity, d.Pos.File, slip.severity, slip.file)
			}
			if !strings.Contains(d.Message.EN, slip.says) {
				t.Errorf("says %q, not %q", d.Message.EN, slip.says)
			}
			if d.Message.SV == "" || d.Message.SV == d.Message.EN || d.Hint.SV == "" || d.Hint.EN == "" || d.Law == "" {
				t.Errorf("incomplete: %+v", d)
			}
		})
	}
	for _, m := range law.Mistakes() {
		if !told[m.ID] {
			t.Errorf("no case makes the mistake %s", m.ID)
		}
	}
}

func found(list diag.List, rule string) (diag.Diagnostic, bool) {
	i := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Rule == rule })
	if i < 0 {
		return diag.Diagnostic{}, false
	}
	return list[i], true
}

// A decision stops helping the day after its last.
func TestAdequacyEnds(t *testing.T) {
	for _, tt := range []struct {
		asOf value.Date
		told bool
	}{{"2031-12-27", false}, {"2031-12-28", true}} {
		set := root(t)
		claims("adequacy", "GB")(set)
		d, told := found(law.Check(set, nil, tt.asOf), "adequacy-claim")
		if told != tt.told || told && !strings.Contains(d.Message.EN, "27 December 2031") {
			t.Errorf("%s: told %t: %s", tt.asOf, told, d.Message.EN)
		}
	}
}

// The module follows from who sends to whom.
func TestModuleFollowsFromTheRoles(t *testing.T) {
	for _, tt := range []struct {
		kind, user string
		want       int
	}{
		{"processor", "newsletter", 2}, {"controller", "newsletter", 1}, {"subprocessor", "hosting", 3}, {"controller", "hosting", 4},
	} {
		for module := 1; module <= 4; module++ {
			set := root(t)
			for _, a := range set.Activities {
				a.Recipients.List = slices.DeleteFunc(a.Recipients.List, func(id string) bool { return id == "lanternview-monitoring" })
			}
			a := activity(set, tt.user)
			a.Recipients.List = append(a.Recipients.List, "lanternview-monitoring")
			recipient(set, "lanternview-monitoring").Kind = tt.kind
			transfer(set).SCCModule = module
			if _, told := found(law.Check(set, nil, today), "scc-module"); told == (module == tt.want) {
				t.Errorf("%s of %s, module %d: told %t", tt.kind, tt.user, module, told)
			}
		}
	}
}

// Åland's authority is still called Datainspektionen.
func TestAlandMayKeepTheName(t *testing.T) {
	set := root(t)
	set.Authorities = append(set.Authorities, &record.Authority{ID: "di", Country: "AX", Tasks: []string{"complaints"},
		Name: text("Datainspektionen"), LocalName: "Datainspektionen", Web: "https://www.di.ax", CheckedOn: today})
	for _, d := range law.Check(set, nil, today) {
		if d.Rule == "old-authority" || d.Rule == "authority-differs" {
			t.Errorf("%s [%s]", d.Message.EN, d.Rule)
		}
	}
}

// A personal identity number is found wherever it stands, and nothing else is
// taken for one.
func TestPersonalNumbersAreFoundAnywhere(t *testing.T) {
	for line, want := range map[string]int{
		`criterion: {sv: "Till exempel 811218-9876.", en: x}`:    42,
		`criterion: {sv: "Numret 19811218–9876 gäller.", en: x}`: 27,
		"criterion: {sv: 'å 8112189876', en: x}":                 21,
		"# 811218+9876": 3,
		"criterion: {sv: 'tel +46811218-9876', en: x}": 0,
		"criterion: {sv: '556036-0793', en: x}":        0,
		"criterion: {sv: '811218-9877', en: x}":        0,
		"criterion: {sv: 'a811218-9876', en: x}":       0,
		"criterion: {sv: '811218-98765', en: x}":       0,
		"criterion: {sv: '811318-9876', en: x}":        0,
		"criterion: {sv: '/811218-9876/', en: x}":      0,
	} {
		set, _, err := record.LoadFS(fstest.MapFS{"data/retention/x.yaml": &fstest.MapFile{Data: []byte("name: {sv: å, en: a}\n" + line + "\n")}})
		if err != nil {
			t.Fatal(err)
		}
		d, told := found(law.Check(set, nil, today), "pnr-leak")
		if told != (want > 0) {
			t.Errorf("%s: told %t", line, told)
		}
		if told && (d.Pos.Line != 2 || strings.Contains(d.Message.EN, "9876")) {
			t.Errorf("%s: %+v", line, d)
		}
	}
}

// A fault is told once, however many duties the fact would answer.
func TestAFaultIsToldOnce(t *testing.T) {
	set := root(t)
	orders := activity(set, "orders") // from the person and from others, so Art. 13 and 14 apply
	orders.Purposes[0].Bases = nil
	var told []string
	for _, d := range law.Check(set, nil, today) {
		if d.Pos.File == "data/activities/orders.yaml" {
			told = append(told, d.Rule)
		}
	}
	if !slices.Equal(told, []string{"gdpr-13-1-c-basis"}) {
		t.Errorf("told by %v", told)
	}
}

// Several records with one fault are one finding that names them.
func TestManyRecordsAreOneFinding(t *testing.T) {
	set := root(t)
	for _, a := range set.Activities {
		a.Provision = nil
	}
	d, ok := found(law.Check(set, nil, today), "gdpr-13-2-e")
	if !ok || len(d.Related) != 7 || !strings.HasSuffix(d.Message.EN, "and 4 more") {
		t.Errorf("%s, with %d places", d.Message.EN, len(d.Related))
	}
}

// What a file that cannot be read may hold is not said to be missing.
func TestUnreadableFilesAreNotMissing(t *testing.T) {
	files := fstest.MapFS{}
	if err := copyInto(files, "../../../..", "data"); err != nil {
		t.Fatal(err)
	}
	files["data/rights/erasure.yaml"] = &fstest.MapFile{Data: []byte("right: erasure\n\tmeaning: x\n")}
	set, _, err := record.LoadFS(files)
	if err != nil {
		t.Fatal(err)
	}
	if d, told := found(law.Check(set, nil, today), "rights-missing"); told {
		t.Error(d.Message.EN)
	}
}

func copyInto(files fstest.MapFS, root, dir string) error {
	entries, err := os.ReadDir(root + "/" + dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := dir + "/" + e.Name()
		if e.IsDir() {
			if err := copyInto(files, root, name); err != nil {
				return err
			}
			continue
		}
		data, err := os.ReadFile(root + "/" + name)
		if err != nil {
			return err
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return nil
}

// A site without anything in it is answered, too.
func TestEmptySet(t *testing.T) {
	set, _, err := record.LoadFS(fstest.MapFS{"data/rights/x.yaml": &fstest.MapFile{Data: []byte("a\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if list := law.Check(set, nil, today); len(list) == 0 {
		t.Error("nothing is missing from nothing")
	}
	if n := len(law.Cover(set, today, everything).Groups); n != 7 {
		t.Errorf("%d profiles", n)
	}
}

// A company that is nobody's processor owes no list of sub-processors.
func TestOnlyAProcessorOwesTheList(t *testing.T) {
	set := root(t)
	set.Activities = slices.DeleteFunc(set.Activities, func(a *record.Activity) bool { return a.Role == "processor" })
	company(set).Roles = []string{"controller"}
	for _, g := range law.Cover(set, today, law.Options{Profiles: []string{"processor"}}).Groups {
		for _, d := range g.Results {
			if strings.HasPrefix(d.ID, "GDPR-28") && d.State != coverage.NotApplicable {
				t.Errorf("%s is %s", d.ID, d.State)
			}
		}
	}
}

func TestRulesAreKnownOnce(t *testing.T) {
	seen := map[string]bool{}
	id, _ := record.ConstraintOf("id")
	for _, r := range law.Rules() {
		if seen[r.ID] || !id.Valid(r.ID, "") && len(r.ID) < 64 || r.Title.SV == "" || r.Title.EN == "" {
			t.Errorf("%+v", r)
		}
		seen[r.ID] = true
	}
	for _, want := range []string{"gdpr-13-1-c-basis", "rights-missing", "pnr-leak", "consent-by-use"} {
		if !seen[want] {
			t.Errorf("%s is not among the rules", want)
		}
	}
}

// One rule that sees different mistakes makes a finding of each: what is said of
// one recipient does not hold for another, nor does its severity.
func TestDifferentMistakesAreDifferentFindings(t *testing.T) {
	files := fstest.MapFS{"data/organisation.yaml": {Data: []byte("name: Bolaget\nlanguages: [sv]\n")}}
	for id, country := range map[string]string{"canada": "CA", "india": "IN", "china": "CN"} {
		files["data/recipients/"+id+".yaml"] = &fstest.MapFile{Data: []byte("legal_name: " + id + " Ltd\nkind: processor\ncountry: " + country +
			"\nlocations: [{country: " + country + ", kinds: [storage]}]\ntransfer: {third_country: true, countries: [" + country + "], mechanism: adequacy}\n")}
	}
	set, _, err := record.LoadFS(files)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range law.Check(set, nil, today) {
		if d.Rule == "adequacy-claim" {
			got = append(got, fmt.Sprintf("%s %s and %d more", d.Pos.File, d.Severity, len(d.Related)))
		}
	}
	want := []string{"data/recipients/canada.yaml warning and 0 more", "data/recipients/china.yaml error and 1 more"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
