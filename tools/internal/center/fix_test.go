package center_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
)

const (
	organisation = "data/organisation.yaml"
	recipient    = "data/recipients/puzzel.yaml"
	measure      = "data/measures/backup.yaml"
	activity     = "data/activities/support.yaml"
	controller   = "data/controllers/exempelbolaget.yaml"
	session      = "data/cookies/session.yaml"
	rightsPage   = "content/rights/index.sv.md"
	words        = "i18n/sv.yaml"
)

// fixes are mistakes in a file of the small site: the rule that finds one, what is written
// in place of what, and what stands there once the program has mended it. Where nothing
// is mended somebody must know or choose.
var fixes = []struct {
	rule, file           string
	right, wrong, mended string
}{
	{"accepted-unknown", organisation, "notice_days: 30\n", "notice_days: 30\naccepted:\n  - rule: dpf-uncheckd\n    reason: skäl\n    until: 2026-12-01\n", "notice_days: 30\n"},
	{"accepted-unknown", organisation, "notice_days: 30\n", "notice_days: 30\naccepted:\n  - rule: dpf\n    reason: skäl\n    until: 2026-12-01\n", ""},
	{"accepted-unused", organisation, "notice_days: 30\n", "notice_days: 30\n\n# why\naccepted:\n  - rule: dpf-unchecked\n    reason: skäl\n    until: 2026-12-01\n", "notice_days: 30\n\n# why\n"},
	{"accepted-unused", organisation, "notice_days: 30\n", "notice_days: 30\naccepted:\n  - rule: dpf-unchecked\n    reason: skäl\n    until: 2026-12-01 # why\n", ""},
	{"backslash-in-quotes", recipient, "Puzzel AB", "\"Puzzel\\AB\"", "'Puzzel\\AB'"},
	{"backslash-in-quotes", recipient, "Puzzel AB", "\"Puzz\\tel\\AB\"", ""},
	{"byte-order-mark", recipient, "legal_name", "\ufefflegal_name", "legal_name"},
	{"choice", recipient, "subprocessor", "subprocesor # viktigt", "subprocessor # viktigt"},
	{"choice", recipient, "subprocessor", "\"Underbiträde\"", "\"subprocessor\""},
	{"choice", recipient, "subprocessor", "sub", ""},
	{"colon-in-text", recipient, "Puzzel AB", "Puzzel: ett bolag", "\"Puzzel: ett bolag\""},
	{"colon-in-text", recipient, "Puzzel AB", "Puzzel: ett bolag # viktigt", ""},
	{"colon-in-text", recipient, "Puzzel AB", "puzzel: ab", ""}, // a field?
	{"control-character", recipient, "Puzzel AB", "Puz\u200bzel\u2009AB", "Puzzel AB"},
	{"control-character", recipient, "Puzzel AB", "Puzzel\u0092s AB", ""},
	{"bidi-character", recipient, "Puzzel AB", "Puzzel \u202eBA", ""},
	{"country", recipient, "country: SE\nloc", "country: irland\nloc", "country: IE\nloc"},
	{"country", recipient, "country: SE\nloc", "country: XX\nloc", ""},
	{"country", recipient, "country: SE\nloc", "country: sv\nloc", ""}, // the language, or El Salvador
	{"date", recipient, "2026-01-15", "15 jan 2026", "2026-01-15"},
	{"date", recipient, "2026-01-15", "\"2026/01/15\"", "2026-01-15"},
	{"date", recipient, "2026-01-15", "01/02/2026", ""},
	{"date", recipient, "2026-01-15", "2026-02-30", ""},
	{"date-without-quotes", recipient, "Puzzel AB", "2026-01-15", "\"2026-01-15\""},
	{"double-decoded", measure, "Säkerhetskopior", "SÃ¤kerhetskopior fÃ¶r allt", "Säkerhetskopior för allt"},
	{"double-decoded", rightsPage, "", "Dina rÃ¤ttigheter.\n", "Dina rättigheter.\n"},
	{"double-decoded", measure, "Säkerhetskopior", "Sï¿½kerhetskopior", ""},
	{"double-decoded", measure, "Säkerhetskopior", "S%C3%A4kerhetskopior", ""},
	{"email", controller, "info@example.com", "mailto:info@example.com", "info@example.com"},
	{"email", controller, "info@example.com", "in fo@example.com", ""},
	{"html-entity", measure, "Säkerhetskopior", "S&auml;kerhets&shy;kopior &amp; mer", "Säkerhetskopior & mer"},
	{"html-entity", measure, "Säkerhetskopior", "Säkerhetskopior &lt;b&gt;", ""},
	{"id", activity, "recipients: [puzzel]", "recipients: [Puzzel]", "recipients: [puzzel]"},
	{"id", activity, "recipients: [puzzel]", "recipients: [Puzzel AB]", ""},
	{"language", organisation, "[sv, en]", "[SV, en]", "[sv, en]"},
	{"language", organisation, "[sv, en]", "[xx_yy_zz, en]", ""},
	{"link", organisation, "mailto:security@example.com", "security@example.com", "mailto:security@example.com"},
	{"link", organisation, "mailto:security@example.com", "http://example.com/", ""},
	{"missing-space", recipient, "services: [moln]", "services:[moln]", "services: [moln]"},
	{"missing-space", recipient, "services: [moln]", "services:[moln] # viktigt", ""},
	{"not-a-whole-number", organisation, "notice_days: 30", "notice_days: \"30\"", "notice_days: 30"},
	{"not-a-whole-number", organisation, "notice_days: 30", "notice_days: 30 dagar", ""},
	{"not-true-or-false", session, "consent_required: false", "consent_required: Nej", "consent_required: false"},
	{"number-without-quotes", recipient, "Puzzel AB", "0123", "\"0123\""},
	{"org-number", recipient, "\"556579-4384\"", "\"16556579-4384\"", "\"556579-4384\""},
	{"org-number", recipient, "\"556579-4384\"", "\"556579-4385\"", ""},
	{"period", "data/retention/cases.yaml", "P2Y", "\"2 år\"", "\"P2Y\""},
	{"period", "data/retention/cases.yaml", "P2Y", "ett tag", ""},
	{"phone", controller, "email: info@example.com", "email: info@example.com\nphone: \"0046 8 465 004 20\"", "email: info@example.com\nphone: \"+46 8 465 004 20\""},
	{"period", "data/retention/cases.yaml", "P2Y", "\"2 år\"", "\"P2Y\""},
	{"period", "data/retention/cases.yaml", "P2Y", "ett tag", ""},
	{"phone", controller, "email: info@example.com", "email: info@example.com\nphone: \"08-465 004 20\"", ""},
	{"repeated-item", recipient, "services: [moln]", "services: [moln, moln]", "services: [moln]"},
	{"repeated-item", recipient, "services: [moln]", "services:\n  - moln\n  - moln # och igen", ""},
	{"reserved-character", recipient, "Puzzel AB", "@Puzzel", "\"@Puzzel\""},
	{"reserved-character", recipient, "Puzzel AB", "!Puzzel}", ""},
	{"single-line", recipient, "Puzzel AB", "\" Puzzel AB\"", "\"Puzzel AB\""},
	{"single-line", recipient, "Puzzel AB", "\"Puzzel\\nAB\"", ""},
	{"space-in-key", recipient, "legal_name:", "\"legal_name \":", "\"legal_name\":"},
	{"tab-indent", recipient, "  - country", "\t- country", "  - country"},
	{"text-language", measure, "{sv: Säkerhetskopior", "{svenska: Säkerhetskopior", "{sv: Säkerhetskopior"},
	{"text-language", measure, "{sv: Säkerhetskopior", "{se: Säkerhetskopior", ""},
	{"truth-value-without-quotes", recipient, "Puzzel AB", "Yes", "\"Yes\""},
	{"typographic-quotes", recipient, "Puzzel AB", "”Puzzel AB”", "Puzzel AB"},
	{"unknown-field", recipient, "effective:", "efective:", "effective:"},
	{"unknown-field", recipient, "effective:", "effect:", ""},
	{"unknown-field", recipient, "effective:", "country_: SE\neffective:", ""}, // which is there already
	{"id", activity, "purposes: [answer]", "purposes: [Answer]", "purposes: [answer]"},
	{"unknown-purpose", activity, "purposes: [answer]", "purposes: [answr]", ""},
	{"unknown-reference", activity, "recipients: [puzzel]", "recipients: [puzel]", ""},
	{"cut-text", measure, "{sv: Säkerhetskopior, en: Backups}", "\n  sv: Säkerhetskopior # 1\n  en: Backups", ""},
	{"vat-number", controller, "email:", "vat_number: SE 556016-0680 01\nemail:", "vat_number: SE556016068001\nemail:"},
	{"vat-number", controller, "email:", "vat_number: \"556016-0680\"\nemail:", ""},
	{"web-address", "data/authorities/imy.yaml", "https://www.imy.se/", "https:/www.imy.se/", "https://www.imy.se/"},
	{"web-address", "data/authorities/imy.yaml", "https://www.imy.se/", "http://www.imy.se/", ""},
	{"words-unknown", words, "", "action_chnages: Följ oss\n", "action_changes: Följ oss\n"},
	{"prose-character", rightsPage, "", "Dina rättig\u200bheter.\n", "Dina rättigheter.\n"},
	{"prose-link", rightsPage, "", "Se [oss](HTTPS://example.com/).\n", "Se [oss](https://example.com/).\n"},
	{"prose-link", rightsPage, "", "Se [oss](http://example.com/).\n", ""},
	{"prose-markdown", rightsPage, "", "##Rubrik\n\nSe [oss] (/sv/), (oss)[/sv/] och ** fet ** stil.\n", "## Rubrik\n\nSe [oss](/sv/), [oss](/sv/) och **fet** stil.\n"},
	{"prose-markdown", rightsPage, "", "Se [oss](https://example.com/\n", ""},
	{"prose-markdown", rightsPage, "", "Se [1] (https://example.com/), eller 2 ** 3 ** 4.\n", ""},
	{"prose-shortcode", rightsPage, "", "{{< rigths >}}\n", "{{< rights >}}\n"},
	{"prose-shortcode", rightsPage, "", "{{< rättigheter >}}\n", ""},
}

// What the program mends is right to the byte, and done once; what it cannot know it
// leaves as it is.
func TestFixes(t *testing.T) {
	shown := map[string]bool{}
	for _, f := range fixes {
		root := t.TempDir()
		if err := os.CopyFS(root, os.DirFS(filepath.Join(house, "tools/internal/rules/check/testdata/site"))); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(root, f.file)
		text, lead := "", ""
		switch f.file {
		case rightsPage:
			lead = "---\ntitle: Rättigheter\nslug: rattigheter\n---\n\n"
		case words:
		default:
			text = readFile(t, name)
			if !strings.Contains(text, f.right) {
				t.Fatalf("%s does not hold %q", f.file, f.right)
			}
		}
		spoilt := lead + strings.Replace(text, f.right, f.wrong, 1)
		putFile(t, name, spoilt)
		want := spoilt
		if f.mended != "" {
			want, shown[f.rule] = lead+strings.Replace(text, f.right, f.mended, 1), true
		}
		m := fixed(t, root, false)
		about := func(d diag.Diagnostic) bool { return d.Rule == f.rule && d.Pos.File == f.file }
		if was := slices.ContainsFunc(m.Repairs, func(r diag.Repair) bool { return about(r.Of) }); was != (f.mended != "") || !was && !slices.ContainsFunc(m.Left, about) {
			t.Errorf("%s is mended in %q: %t; left is %v", f.rule, f.wrong, was, m.Left)
			continue
		}
		if diff := cmp.Diff(want, readFile(t, name)); diff != "" {
			t.Errorf("%s: -want +got\n%s", f.rule, diff)
		}
		if f.mended == "" {
			continue
		}
		if again := fixed(t, root, false); len(again.Repairs) > 0 || len(again.Written) > 0 {
			t.Errorf("%s: is mended a second time: %+v", f.rule, again.Repairs)
		}
	}
	for _, r := range diag.Rules() {
		if r.Mends != shown[r.ID] {
			t.Errorf("%s: the table says that it is mended: %t", r.ID, r.Mends)
		}
	}
}

func fixed(t *testing.T, root string, dry bool) center.Mended {
	t.Helper()
	m, err := open(t, root).Fix(context.Background(), hintDay, center.Fix{Dry: dry})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// manyWrong is a small site with mistakes in two files.
func manyWrong(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(root, os.DirFS(filepath.Join(house, "tools/internal/rules/check/testdata/site"))); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string][]string{
		recipient:    {"kind: subprocessor", "kind: subprocesor", "effective:", "efective:", "services: [moln]", "services: [moln, moln]"},
		organisation: {"notice_days: 30", "notice_days: \"30\""},
	} {
		name = filepath.Join(root, name)
		putFile(t, name, strings.NewReplacer(spoil...).Replace(readFile(t, name)))
	}
	return root
}

// Without a word about rules or files all is mended; with one, that alone.
func TestFixOfSome(t *testing.T) {
	for name, tc := range map[string]struct {
		of      func(d diag.Diagnostic) bool
		repairs int
		written []string
	}{
		"all":     {nil, 4, []string{organisation, recipient}},
		"a rule":  {func(d diag.Diagnostic) bool { return d.Rule == "choice" }, 1, []string{recipient}},
		"a file":  {func(d diag.Diagnostic) bool { return d.Pos.File == organisation }, 1, []string{organisation}},
		"neither": {func(d diag.Diagnostic) bool { return false }, 0, nil},
	} {
		root := manyWrong(t)
		m, err := open(t, root).Fix(context.Background(), hintDay, center.Fix{Concerns: tc.of})
		if err != nil || len(m.Repairs) != tc.repairs || mendable(m.Left) && tc.of == nil || !slices.Equal(m.Written, tc.written) {
			t.Errorf("%s: %v: %d repairs, written %v", name, err, len(m.Repairs), m.Written)
		}
	}
}

// mendable tells whether something is left that could be mended.
func mendable(list diag.List) bool {
	return slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return len(d.Edits) > 0 })
}

func TestDryFixWritesNothing(t *testing.T) {
	root := manyWrong(t)
	before := readFile(t, filepath.Join(root, recipient))
	m := fixed(t, root, true)
	if len(m.Repairs) != 4 || len(m.Written) > 0 || mendable(m.Left) || readFile(t, filepath.Join(root, recipient)) != before {
		t.Errorf("%+v", m.Repairs)
	}
	want := "--- a/data/organisation.yaml\n+++ b/data/organisation.yaml\n@@ -2,7 +2,7 @@\n languages: [sv, en]\n controller: exempelbolaget\n authority: imy\n" +
		"-notice_days: \"30\"\n+notice_days: 30\n processor_terms:\n   authorisation: general\n security_contact:\n"
	if diff := cmp.Diff(want, m.Diffs[0]); diff != "" {
		t.Error(diff)
	}
}

// A file that cannot be mended whole is not mended at all, and the others are.
func TestAFileIsMendedWholeOrNotAtAll(t *testing.T) {
	for name, tc := range map[string]struct {
		spoil func(t *testing.T, root string)
		why   string
	}{
		"a remark in the way": {func(t *testing.T, root string) {
			text := readFile(t, filepath.Join(root, recipient))
			putFile(t, filepath.Join(root, recipient), strings.Replace(text, "[moln, moln]", "\n  - moln\n  - moln # och igen", 1))
		}, "remark"},
		"a link": {func(t *testing.T, root string) {
			other := filepath.Join(root, "elsewhere.yaml")
			putFile(t, other, readFile(t, filepath.Join(root, recipient)))
			if err := os.Remove(filepath.Join(root, recipient)); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink("../../elsewhere.yaml", filepath.Join(root, recipient)); err != nil {
				t.Skip(err)
			}
		}, "link"},
		"a reference within YAML": {func(t *testing.T, root string) {
			text := readFile(t, filepath.Join(root, recipient))
			putFile(t, filepath.Join(root, recipient), strings.Replace(text, "legal_name: Puzzel", "legal_name: &name Puzzel", 1))
		}, "names the value"},
	} {
		root := manyWrong(t)
		tc.spoil(t, root)
		before := readFile(t, filepath.Join(root, recipient))
		m := fixed(t, root, false)
		if readFile(t, filepath.Join(root, recipient)) != before || !slices.Equal(m.Written, []string{organisation}) || len(m.Refused) != 3 || !mendable(m.Left) {
			t.Errorf("%s: written %v, refused %v", name, m.Written, m.Refused)
		}
		for _, d := range m.Refused {
			if !strings.Contains(d.Hint.EN, tc.why) || d.Hint.SV == "" {
				t.Errorf("%s: %s", name, d.Hint.EN)
			}
		}
	}
}

// What somebody saves while it is judged is not written over.
func TestAFileThatChangesMeanwhileStays(t *testing.T) {
	root := manyWrong(t)
	c := open(t, root)
	const theirs = "legal_name: Puzzel AB\nkind: subprocesor\n# ours\n"
	changed := false
	m, err := c.Fix(context.Background(), hintDay, center.Fix{Concerns: func(d diag.Diagnostic) bool {
		if !changed { // the site has been judged, and nothing is written yet
			changed = true
			putFile(t, filepath.Join(root, recipient), theirs)
		}
		return d.Pos.File == recipient
	}})
	if err != nil || readFile(t, filepath.Join(root, recipient)) != theirs || len(m.Written) > 0 || len(m.Refused) != 3 || !strings.Contains(m.Refused[0].Hint.EN, "while it was checked") {
		t.Errorf("%v: written %v, refused %v\n%s", err, m.Written, m.Refused, readFile(t, filepath.Join(root, recipient)))
	}
}
