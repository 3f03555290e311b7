package trial

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/schema"
	"tillit/tools/internal/facts/value"
)

// Today is the day on which Small is looked at.
const Today = value.Date("2026-11-21")

// Small is three sub-processors, one of each status, two recipients of our own,
// and a little of all else that the lists show.
func Small(t *testing.T) *record.Set {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"data/organisation.yaml":       "name: Exempelbolaget\nlanguages: [sv, en]\n",
		"data/services/cloud.yaml":     "name: Exempelmolnet\n",
		"data/categories/contact.yaml": "name: {sv: Kontaktuppgifter, en: Contact details}\n",
		"data/measures/backup.yaml":    "title: {sv: Säkerhetskopior, en: Backups}\ndomain: recovery\n",
		"data/recipients/ost.yaml": `
legal_name: Öst Drift AB
org_number: 556579–4384
kind: subprocessor
level: 1
country: SE
address: {street: Hamngatan 1, postal_code: "302 43", city: Halmstad, country: SE}
contact: {email: ombud@ost.example}
parent: {name: East Inc., country: US}
locations: [{country: SE, city: Halmstad, kinds: [hosting, storage]}, {region: EEA}]
service: {sv: "Drift, med \"citat\"", en: "Hosting, with \"quotes\""}
purposes: [{sv: Leverera tjänsten, en: Deliver the service}]
data: [{category: contact, items: [{name: {sv: Namn, en: Name}}, {name: {sv: E-post, en: E-mail}}]}]
data_subjects: [{sv: Användare, en: Users}]
services: [cloud]
measures: [backup]
transfer: {third_country: false, note: {sv: Moderbolaget kommer inte åt något., en: The parent has no access.}}
duration: {sv: Så länge tjänsten levereras., en: As long as the service is provided.}
dpa: {signed_on: 2025-12-20, type: {sv: Vårt eget avtal, en: Our own agreement}, url: "https://ost.example/dpa"}
flow_down: true
subprocessors_url: https://ost.example/subs
announced: 2026-01-01
effective: 2026-03-01
`,
		"data/recipients/new.yaml": `
legal_name: Ny AB
kind: subprocessor
effective: 2027-01-01
announced: 2026-11-01
replaces: gammal
transfer: {third_country: true, countries: [US], mechanism: art46-2-c, scc_module: 3}
service: {sv: "=HYPERLINK(\"https://evil.example\")", en: "+1-800"}
alternative: {sv: "rad ett\nrad två", en: "@SUM(A1)"}
`,
		"data/recipients/gammal.yaml": "legal_name: Gammal AB\nkind: subprocessor\nended: 2026-11-20\n",
		"data/recipients/bokforing.yaml": `
legal_name: Bokföring AB
kind: processor
duration: {sv: Så länge avtalet gäller., en: As long as the agreement is in force.}
transfer: {third_country: true, countries: [GB, US], mechanism: adequacy-dpf, fallback: art46-2-c, scc_module: 2, dpf_checked_on: 2026-09-14, dpf_coverage: non-hr, tia_on: 2026-09-15, supplementary: {sv: Kryptering., en: Encryption.}, copy: {url: "https://copy.example/", text: {sv: Fråga oss., en: Ask us.}}}
effective: 2024-01-01
`,
		"data/recipients/skatt.yaml": "name: {sv: Skatteverket, en: The Swedish Tax Agency}\nkind: authority\n",
		"data/measures/kryptering.yaml": `
title: {sv: Kryptering, en: Encryption}
domain: pseudonymisation-encryption
applies_to: both
text: {sv: Allt är krypterat., en: All is encrypted.}
items: [{sv: Diskar, en: Disks}, {sv: Nät, en: Networks}]
`,
		"data/measures/kontor.yaml": "title: {sv: Låsta kontor, en: Locked offices}\ndomain: physical\napplies_to: controller\n",
		"data/retention/fakturor.yaml": `
name: {sv: Fakturor, en: Invoices}
data: [contact]
period: P7Y
starts_at: {sv: årets slut, en: the end of the year}
action: erase
storage: [primary, backup]
law: {sv: Bokföringslagen, en: The Accounting Act}
`,
		"data/retention/loggar.yaml": `
name: {sv: Loggar, en: Logs}
range: {min: P30D, max: P1Y}
breakdown: [{service: cloud, period: P90D}]
action: anonymise
`,
		"data/activities/fakturering.yaml": `
name: {sv: Fakturering, en: Invoicing}
role: controller
recipients: [bokforing, skatt]
retention: [fakturor]
`,
		"data/activities/drift.yaml": `
name: {sv: Drift åt kunder, en: Hosting for customers}
role: processor
controller: bolaget
data_subjects: [{sv: Kundens användare., en: The customer's users.}]
data: [{category: contact, items: [{name: {sv: Hälsa, en: Health}, special: health}]}]
purposes: [{id: run, text: {sv: Hålla tjänsten i drift., en: Keep the service running.}}]
operations: [{sv: Lagring., en: Storage.}]
services: [cloud]
recipients: [ost, gammal]
retention: [loggar]
`,
		"data/controllers/bolaget.yaml": `
legal_name: Exempelbolaget AB
org_number: 559999-0008
roles: [controller, processor]
address: {street: Storgatan 1, city: Lund, country: SE}
dpo: {appointed: true, email: dso@bolaget.example}
`,
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, findings, err := record.LoadFS(fsys)
	if err != nil || findings.Blocks() {
		t.Fatal(err, findings)
	}
	return set
}

// Labels are the short names that the struct of a kind gives its fields, each with
// the way to the first field that has it: transfer.mechanism.
func Labels(kind string) map[diag.Text]string {
	return said(kind, func(_ reflect.Type, f record.Field) diag.Text { return diag.Text{SV: f.SV, EN: f.EN} })
}

// Meanings are what the comments in the struct of a kind say that its fields mean,
// in the same way.
func Meanings(kind string) map[diag.Text]string {
	return said(kind, func(in reflect.Type, f record.Field) diag.Text { return schema.Meaning(in, f.Key) })
}

// said is what is said of each field of a kind, with the way to the first of which
// it is said. Of is asked of a field and the struct that it stands in.
func said(kind string, of func(in reflect.Type, f record.Field) diag.Text) map[diag.Text]string {
	all := map[diag.Text]string{}
	k, _ := record.KindOf(kind)
	var walk func(in reflect.Type, path []string)
	walk = func(in reflect.Type, path []string) {
		for _, key := range record.Keys(k, path...) {
			at := append(slices.Clone(path), key)
			f, _ := record.FieldAt(k, at...)
			if text := of(in, f); all[text] == "" {
				all[text] = strings.Join(at, ".")
			}
			walk(f.Type, at)
		}
	}
	walk(reflect.TypeOf(k.New("")), nil)
	return all
}
