package check_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/check"
)

const company = "../../../../examples/starter"

func setIn(t *testing.T, dir string) *record.Set {
	t.Helper()
	set, list, err := record.Load(dir)
	if err != nil || list.Blocks() {
		t.Fatal(list, err)
	}
	return set
}

// leftIn is what is told of a copy of the made-up company's site with some files replaced,
// or taken away where there is no text: a line for each file.
func leftIn(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(company)); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		name = filepath.Join(dir, "data", name)
		err := os.RemoveAll(name)
		if err == nil && text != "" {
			err = os.WriteFile(name, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var told []string
	for _, d := range check.StarterOf(setIn(t, company)).Left(setIn(t, dir)) {
		if d.Rule != check.StarterRule || d.Pos.Line == 0 || d.Hint.SV == "" {
			t.Errorf("%+v", d)
		}
		_, fields, ok := strings.Cut(d.Message.EN, "words in ")
		if !ok {
			fields = "whole"
		}
		told = append(told, strings.TrimPrefix(d.Pos.File, "data/")+": "+fields)
	}
	return strings.Join(told, "\n")
}

func TestEachInventedFileOfTheStarterIsTold(t *testing.T) {
	got := leftIn(t, nil)
	names, err := filepath.Glob(filepath.Join(company, "data", "*", "*.yaml"))
	if err != nil || len(names) < 20 {
		t.Fatal(names, err)
	}
	for _, name := range append(names, company+"/data/organisation.yaml") {
		rel, _ := filepath.Rel(filepath.Join(company, "data"), name)
		kind, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
		want := kind != "authorities" && kind != "rights" && kind != "categories" &&
			rel != "recipients/skatteverket.yaml" && rel != "retention/bookkeeping.yaml"
		if strings.Contains(got, filepath.ToSlash(rel)+": whole") != want {
			t.Errorf("%s: told is not %t", rel, want)
		}
	}
}

// emptied is a site of the company's organisation alone.
func emptied(more map[string]string) map[string]string {
	all := map[string]string{"organisation.yaml": "name: Björkdungen\nlanguages: [sv, en]\n"}
	for _, folder := range []string{"activities", "categories", "controllers", "measures", "recipients", "retention", "services"} {
		all[folder] = ""
	}
	for name, text := range more {
		delete(all, filepath.Dir(name))
		if folder := filepath.Dir(name); folder != "." {
			for _, other := range []string{"bookkeeping", "customers", "hosting", "content", "access", "backup", "encryption", "testing", "serverskogen", "sifferverket", "skatteverket", "mitt-foretag", "bokning"} {
				if file := folder + "/" + other + ".yaml"; file != name {
					all[file] = ""
				}
			}
		}
		all[name] = text
	}
	return all
}

func TestWhatIsLeftOfTheStarterIsNamed(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		// What still says what was made up.
		{"a sentence in one language", "measures/backup.yaml", "title: {sv: Kopior, en: Copies}\ntext: {sv: Vi tar kopior., en: Backups are made every night and erased after 30 days. Every quarter we test that they can be read back.}\n", `"text"`},
		{"broken over lines", "measures/backup.yaml", "title: {sv: Kopior, en: Copies}\ntext:\n  sv: Vi tar kopior.\n  en: >-\n    Backups are made every night and erased after\n    30 days. Every quarter we test that they can be read back.\n", `"text"`},
		{"a name and a number", "recipients/serverskogen.yaml", "legal_name: Serverskogen AB\norg_number: \"559999-0206\"\nkind: processor\nservice: {sv: Drift, en: Hosting}\n", `"legal_name" and "org_number"`},
		{"a day on which nothing was signed", "recipients/sifferverket.yaml", "legal_name: Talverket AB\nkind: processor\nservice: {sv: Bokföring, en: Books}\ndpa: {signed_on: 2025-10-01}\n", `"dpa.signed_on"`},
		{"a mailbox", "controllers/mitt-foretag.yaml", "legal_name: Björkdungen AB\nemail: info@mittforetag.example\n", `"email"`},
		{"a street, with its town", "controllers/mitt-foretag.yaml", "legal_name: Björkdungen AB\naddress: {street: Exempelgatan 1, postal_code: \"123 45\", city: Stockholm}\n", `"address.street", "address.postal_code" and "address.city"`},
		{"a promise", "organisation.yaml", "name: Björkdungen\nlanguages: [sv, en]\nprocessor_terms:\n  assistance_rights: {sv: Vi hjälper kunden., en: We help the customer to answer requests from data subjects within five working days.}\n", `"processor_terms.assistance_rights"`},
		{"a statement to everybody", "organisation.yaml", "name: Björkdungen\nlanguages: [sv, en]\nstatements:\n  - id: sales\n    topic: sharing\n    text: {sv: Nej. Vi säljer inte dina uppgifter., en: Never.}\n", `"statements.text"`},
		{"a reason against an officer", "controllers/mitt-foretag.yaml", "legal_name: Björkdungen AB\ndpo:\n  appointed: false\n  basis: {sv: Behövs inte., en: We are not obliged to appoint a data protection officer. Questions go to the address for rights.}\n", `"dpo.basis"`},
		{"a copy under another name", "recipients/molnbacken.yaml", "legal_name: Molnbacken AB\nkind: subprocessor\nservice: {sv: Servrar för bokningssystemet., en: Servers.}\npurposes:\n  - {sv: Lagra., en: Store the bookings and keep the system running.}\n", `"service" and "purposes"`},
		{"a service", "services/bokning.yaml", "name: Tidbok\ndescription: {sv: Ett system där kundens egna kunder bokar tider., en: A diary.}\n", `"description"`},

		// What is the site's own, the law's, or nothing but a word.
		{"other sentences", "measures/backup.yaml", "title: {sv: Kopior, en: Copies}\ntext: {sv: Vi tar kopior varje timme., en: We make copies every hour.}\n", ""},
		{"headings of two words", "measures/access.yaml", "title: {sv: Kryptering, en: Backups}\ntext: {sv: Vi tar kopior varje timme., en: We make copies every hour.}\n", ""},
		{"a town", "controllers/mitt-foretag.yaml", "legal_name: Björkdungen AB\nseat: Stockholm\naddress: {street: Björkgatan 2, postal_code: \"123 45\", city: Stockholm, country: SE}\n", ""},
		{"days of notice", "organisation.yaml", "name: Björkdungen\nlanguages: [sv, en]\nnotice_days: 30\naudience_countries: [SE]\nprofiles: [notice, cookies, company]\n", ""},
		{"a day of review", "organisation.yaml", "name: Björkdungen\nlanguages: [sv, en]\nreview: {reviewed_on: 2026-11-21}\n", ""},
		{"what Art. 12 says of requests", "organisation.yaml", "name: Björkdungen\nlanguages: [sv, en]\nrequests:\n  identity_check: {sv: Vi ber dig styrka vem du är bara när vi har rimliga skäl att tvivla., en: We ask you to prove who you are only where we have reasonable doubts.}\n", ""},
		{"a period", "retention/customers.yaml", "name: {sv: Kunder, en: Customers}\nperiod: P12M\nstarts_at: {sv: vår senaste kontakt med dig, en: our latest contact with you}\n", ""},
		{"what the law prescribes", "retention/bookkeeping.yaml", "name: {sv: Fakturor och annan räkenskapsinformation, en: Invoices and other accounting records}\nperiod: P7Y\nlaw: {sv: Bokföringslagen, en: The Accounting Act}\n", ""},
		{"an authority that gets data", "recipients/skatteverket.yaml", "name: {sv: Skatteverket, en: Swedish Tax Agency (Skatteverket)}\nkind: authority\nservice: {sv: Tar emot våra deklarationer och granskar dem., en: Receives and examines our tax returns.}\n", ""},
		{"one sentence in a record of one's own", "recipients/molnbacken.yaml", "legal_name: Molnbacken AB\nkind: subprocessor\nservice: {sv: Servrar., en: Servers.}\nduration: {sv: \"Under kundens avtal, och 30 dagar därefter.\", en: \"During the customer's agreement, and 30 days after it.\"}\n", ""},
		{"the same days as another", "recipients/molnbacken.yaml", "legal_name: Molnbacken AB\nkind: subprocessor\nservice: {sv: Servrar., en: Servers.}\nannounced: 2025-10-13\nobject_by: 2025-11-12\neffective: 2025-12-01\n", ""},
		{"names of data", "activities/customers.yaml", "name: {sv: Kunder, en: Customers}\nrole: controller\ndata:\n  - category: order\n    items:\n      - name: {sv: din fråga och våra svar, en: your question and our answers}\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.TrimPrefix(leftIn(t, emptied(map[string]string{c.file: c.text})), c.file+": ")
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// The sites of this repository are nobody's starter.
func TestOtherSitesAreNotTheStarter(t *testing.T) {
	starter := check.StarterOf(setIn(t, company))
	sites, err := filepath.Glob("../../../../examples/*")
	if err != nil || len(sites) < 5 {
		t.Fatal(sites, err)
	}
	for _, site := range append(sites, "../../../..") {
		if filepath.Base(site) == "starter" {
			continue
		}
		for _, d := range starter.Left(setIn(t, site)) {
			t.Errorf("%s: %s: %s", site, d.Pos, d.Message.EN)
		}
	}
}
