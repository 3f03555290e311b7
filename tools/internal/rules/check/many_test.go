package check_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/check"
)

// mistakes are 25 different ones, each in a file of its own.
var mistakes = []struct{ file, text, rule string }{
	{"data/organisation.yaml", "name: Exempelbolaget\nlanguages: [sv, en]\ncontroller: exempelbolaget\nauthority: imy\nnotice_days: 400\nprocessor_terms:\n  authorisation: general\n", "number-range"},
	{"data/controllers/exempelbolaget.yaml", "legal_name: Exempelbolaget AB\nphone: 08-123 45 67\n", "phone"},
	{"data/services/moln.yaml", "name: Exempelmolnet\nurl: javascript:alert(1)\n", "web-address"},
	{"data/services/lager.yaml", "name: Lager: stort\n", "colon-in-text"},
	{"data/categories/contact.yaml", "name: {sv: Kontaktuppgifter}\n", "text-language"},
	{"data/categories/log.yaml", "name: {sv: Loggar, en: Logs}\nname: {sv: Loggar, en: Logs}\n", "repeated-key"},
	{"data/recipients/puzzel.yaml", "legal_name: Puzzel AB\nkind: subprocessor\nlocations:\n  - contry: SE\nservices: [moln]\n", "unknown-field"},
	{"data/recipients/acme.yaml", "legal_name: Acme AB\norg_number: 5560160680\nkind: subprocessor\nlocations:\n  - country: SE\nservices: [moln]\n", "number-without-quotes"},
	{"data/recipients/beta.yaml", "legal_name: Beta AB\norg_number: \"556016-0681\"\nkind: subprocessor\nlocations:\n  - country: SE\nservices: [moln]\n", "org-number"},
	{"data/recipients/gamma.yaml", "legal_name: Gamma Inc.\nkind: subprocessor\nlocations:\n  - country: US\nservices: [moln]\ntransfer:\n  third_country: true\n  mechanism: adequacy\n  countries: [NL]\n", "transfer-contradiction"},
	{"data/recipients/delta.yaml", "legal_name: Delta AB\nlocations:\n  - country: SE\nservices: [moln]\n", "missing-field"},
	{"data/recipients/epsilon.yaml", "legal_name: Epsilon AB\nkind: subprocessor\nlocations:\n  - country: UK\nservices: [moln]\n", "country"},
	{"data/recipients/zeta.yaml", "legal_name: Zeta AB\nkind: subprocessor\nlocations:\n  - country: SE\nservices: [moln]\nannounced: 2026-05-01\neffective: 2026-04-01\n", "date-order"},
	{"data/recipients/eta.yaml", "legal_name: Eta AB\nkind: subprocessor\nlocations:\n  - country: SE\nservices: [moln]\nengaged_by: eta\n", "engagement-loop"},
	{"data/recipients/theta.yaml", "legal_name: Theta AB\nkind: underbitrade\nlocations:\n  - country: SE\nservices: [moln]\n", "choice"},
	{"data/retention/cases.yaml", "name: {sv: Ärenden, en: Cases}\n", "retention-period"},
	{"data/retention/logs.yaml", "name: {sv: Loggar, en: Logs}\nperiod: 7 år\n", "period"},
	{"data/activities/support.yaml", "name: {sv: Kundsupport, en: Customer support}\nrole: controller\nservices: [moln]\ndata:\n  - category: contact\nrecipients: [puzzel, ../../etc/passwd]\nretention: [cases]\n", "id"},
	{"data/activities/sale.yaml", "name: {sv: Försäljning, en: Sales}\nrole: controller\ndata:\n  - category: contakt\n", "unknown-reference"},
	{"data/rights/access.yaml", "right: access\nmeaning: {sv: Du får veta, en: <script>alert(1)</script>}\n", "text-markup"},
	{"data/measures/backup.yaml", "title: {sv: Säkerhetskopior, en: Backups}\ndomain: recovery\norder:\n", "no-value"},
	{"data/certifications/iso27001.yaml", "standard: ISO/IEC 27001:2022\nvalid_to: 2026-02-30\n", "date"},
	{"data/cookies/session.yaml", "name: session_id\nkind: cookie\npurpose: {sv: håller dig inloggad, en: keeps you signed in}\ncategory: necessary\nconsent_required: ja\nsession: true\n", "not-true-or-false"},
	{"data/authorities/imy.yaml", "country: SE\ntasks: [complaints]\nname: {sv: IMY, en: IMY}\nemail: imy (at) imy.se\nchecked_on: 2026-10-01\n", "email"},
	{"data/measures/Brand.yaml", "title: {sv: Brandskydd, en: Fire safety}\ndomain: physical\n", "file-name"},
}

func TestTwentyFiveMistakesGiveTwentyFiveFindings(t *testing.T) {
	files := map[string][]byte{}
	want := map[string]string{}
	for _, m := range mistakes {
		files[m.file] = []byte(m.text)
		want[m.file] = m.rule
	}
	root := site(t, files)
	got := map[string]string{}
	list := findings(t, root)
	for _, d := range list {
		got[d.Pos.File] += d.Rule
		if d.Severity != diag.Error || d.Message.SV == d.Message.EN || d.Hint.IsZero() || d.Pos.Line == 0 && d.Rule != "file-name" {
			t.Errorf("an odd finding: %+v", d)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" || len(list) != 25 {
		t.Errorf("%d findings; -want +got:\n%s\n%s", len(list), diff, printed(t, root, list))
	}
}

func TestFindingsAreTheSameEachTime(t *testing.T) {
	files := map[string][]byte{}
	for _, m := range mistakes {
		files[m.file] = []byte(m.text)
	}
	root := site(t, files)
	want := printed(t, root, findings(t, root))
	for range 20 {
		if diff := cmp.Diff(want, printed(t, root, findings(t, root))); diff != "" {
			t.Fatal(diff)
		}
	}
}

// hostile values are put in every text field of a record in turn. Nothing may
// panic, and whatever is said of them is short and can be seen.
var hostile = []string{
	"<script>alert(1)</script>", `"onmouseover="alert(1)`, "javascript:alert(1)", "../../etc/passwd", "/etc/passwd",
	"{{ .Site }}", "{{< name >}}", "${jndi:ldap://x}", "'; DROP TABLE x; --", "=cmd|'/c calc'!A1", "%00", "\u200b", "٠", "𝕊𝔼",
	strings.Repeat("a", 15_000), strings.Repeat("a-", 5_000) + "a", strings.Repeat("<", 5_000), strings.Repeat("P1", 5_000), "https://" + strings.Repeat("a.", 5_000), "https://[::1]/", "https://\\", "mailto:", "tel:", "none", "organisation", "-", "a/b/c", "#", "P", "PT", "+", "0",
}

func TestHostileValuesAreRefusedOrHarmless(t *testing.T) {
	template, err := os.ReadFile("testdata/hostile.yaml")
	if err != nil {
		t.Fatal(err)
	}
	root := site(t, map[string][]byte{"data/authorities/imy.yaml": nil})
	for _, value := range hostile {
		quoted := "'" + strings.ReplaceAll(value, "'", "''") + "'"
		for line := range strings.SplitSeq(string(template), "\n=\n") {
			name, text, _ := strings.Cut(line, "\n")
			place(t, filepath.Join(root, name), []byte(strings.ReplaceAll(text, "VALUE", quoted)))
		}
		for _, d := range findings(t, root) {
			for _, s := range []string{d.Message.SV, d.Message.EN, d.Hint.SV, d.Hint.EN} {
				if len([]rune(s)) > 700 {
					t.Errorf("%.20q: a sentence of %d characters [%s]: %.300s", value, len([]rune(s)), d.Rule, s)
				}
			}
		}
	}
}

func recipients(t testing.TB, n int) string {
	files := map[string][]byte{}
	for i := range n {
		files[fmt.Sprintf("data/recipients/company-%05d.yaml", i)] = []byte(fmt.Sprintf(`legal_name: Bolaget %[1]d AB
kind: subprocessor
country: SE
address: {street: Storgatan %[1]d, postal_code: "111 22", city: Stockholm, country: SE}
contact: {position: {sv: Dataskydd, en: Privacy}, email: privacy%[1]d@example.com}
web: https://www.example.com/%[1]d
locations:
  - {country: SE, city: Stockholm, kinds: [storage, hosting]}
  - {country: DE, kinds: [backup]}
service: {sv: Lagrar filer, en: Stores files}
purposes:
  - {sv: lagring, en: storage}
data:
  - {category: contact, items: [{name: {sv: namn, en: name}}, {name: {sv: e-post, en: e-mail}}]}
data_subjects:
  - {sv: användare, en: users}
services: [moln]
transfer: {third_country: false}
measures: [backup]
announced: 2026-01-15
object_by: 2026-02-15
effective: 2026-03-01
`, i))
	}
	return site(t, files)
}

// BenchmarkAll measures the check alone, without reading: of 10,000 recipients it
// should cost ten times that of 1,000.
func BenchmarkAll(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			set, list, err := record.Load(recipients(b, n))
			if err != nil || len(list) > 0 {
				b.Fatal(list, err)
			}
			for b.Loop() {
				if list := check.All(set, today); len(list) > 0 {
					b.Fatal(list[0])
				}
			}
		})
	}
}
