package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tillit/tools/internal/cli"
	"tillit/tools/internal/publish/hugo"
)

// suppliersDay is the day on which the made-up sites are read: some suppliers are
// then ended, and some announced.
const suppliersDay = "2026-11-29"

// siteOf writes the starter with so many suppliers, one file each, and returns its
// folder. The same number gives the same bytes. tillit check has nothing to say of it.
func siteOf(tb testing.TB, suppliers int) string {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "site")
	if status := cli.Main([]string{"init", "--example", dir, "--lang", "en"}, nil, io.Discard, io.Discard, hugo.Render); status != 0 {
		tb.Fatal("init failed")
	}
	organisation := filepath.Join(dir, "data", "organisation.yaml")
	text, err := os.ReadFile(organisation)
	if err != nil {
		tb.Fatal(err)
	}
	text = bytes.Replace(text, []byte("  transfers: none\n"), nil, 1) // some suppliers are outside of the EEA
	text = append(text, exampleAccepted...)
	if err := os.WriteFile(organisation, text, 0o644); err != nil {
		tb.Fatal(err)
	}
	for i := range suppliers {
		if err := os.WriteFile(supplierFile(dir, i), []byte(supplier(i)), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	return dir
}

// exampleAccepted lets a site publish what the made-up company says.
const exampleAccepted = `accepted:
  - {rule: starter-text, reason: Webbplatsen visar exemplet, until: 2099-12-31}
`

func supplierFile(dir string, i int) string {
	return filepath.Join(dir, "data", "recipients", fmt.Sprintf("supplier-%05d.yaml", i))
}

// sayings are a text in Swedish and English, of which each supplier takes its own.
type sayings [][2]string

func (s sayings) of(i int) [2]string { return s[i%len(s)] }

// The numbers of the entries have no common factor, so that suppliers differ.
var (
	supplierPlaces = []struct{ code, city, street, form, register string }{
		{"SE", "Sundsvall", "Påhittade vägen", "AB", "Org.nr"},
		{"DE", "Nürnberg", "Erfundene Straße", "GmbH", "HRB"},
		{"FI", "Tampere", "Keksittykatu", "Oy", "Y-tunnus"},
		{"DK", "Aarhus", "Opdigtet Vej", "ApS", "CVR"},
		{"US", "Portland, Oregon", "Imaginary Avenue", "Inc.", "Oregon Secretary of State no."},
		{"IE", "Galway", "Madeup Quay", "Ltd", "CRO"},
		{"NL", "Utrecht", "Verzonnen Kade", "B.V.", "KvK"},
		{"IN", "Pune", "Invented Road", "Pvt. Ltd.", "CIN"},
		{"PL", "Gdańsk", "Zmyślona", "sp. z o.o.", "KRS"},
		{"FR", "Nantes", "Rue Inventée", "SAS", "RCS Nantes"},
		{"EE", "Tartu", "Väljamõeldud", "OÜ", "Registrikood"},
	}
	supplierTasks = sayings{
		{"Datahall med el, kyla, nät och låsta skåp för våra servrar", "Data hall with power, cooling, network and locked cabinets for our servers"},
		{"Lagring av säkerhetskopior på en annan plats än driften", "Storage of backups at a place apart from live operation"},
		{"Ärendesystem och chatt för kundtjänsten", "Case system and chat for the support desk"},
		{"Insamling av felrapporter från bokningssystemet", "Collection of error reports from the booking system"},
		{"Utskick av påminnelser som sms", "Sending of reminders as text messages"},
		{"Filter som stoppar skräppost och skadlig kod", "Filter that stops spam and malware"},
		{"Övervakning av att systemet svarar, dygnet runt", "Monitoring, around the clock, that the system answers"},
	}
	supplierAims = sayings{
		{"Hålla bokningssystemet i drift, dygnet runt.", "Keep the booking system running around the clock."},
		{"Ta emot, fördela och besvara frågor från kundens användare.", "Receive, assign and answer questions from the customer's users."},
		{"Kunna återställa bokningarna efter brand, haveri eller angrepp.", "Be able to restore the bookings after a fire, a breakdown or an attack."},
		{"Hitta och rätta fel som användaren möter.", "Find and correct errors that the user meets."},
		{"Påminna den som har bokat en tid.", "Remind a person who has booked an appointment."},
	}
	supplierItems = sayings{
		{"namn", "name"}, {"e-postadress", "e-mail address"}, {"telefonnummer", "telephone number"},
		{"bokad tid", "time booked"}, {"frågan och svaren", "the question and the answers"},
		{"webbläsare och version", "browser and version"}, {"felmeddelande, tid och sida", "error message, time and page"},
		{"IP-adress med de sista siffrorna borttagna", "IP address with its last digits removed"},
	}
	supplierSubjects = sayings{
		{"De som bokar en tid hos kunden.", "Those who book an appointment with the customer."},
		{"Kundens användare, och alla som kunden lagrar uppgifter om.", "The customer's users, and everyone about whom the customer stores data."},
		{"Den som vänder sig till den kundtjänst vi sköter åt en kund.", "A person who turns to the support that we run for a customer."},
	}
	supplierDurations = sayings{
		{"Under kundens avtal, och 30 dagar därefter.", "During the customer's agreement, and 30 days after it."},
		{"Högst 35 dagar per säkerhetskopia.", "At most 35 days for each backup."},
		{"30 dagar per felrapport.", "30 days for each error report."},
	}
	supplierKinds = []string{"hosting, storage", "storage, backup", "hosting, storage, support", "support, remote-access"}
)

// supplier is one sub-processor as those of real lists are: about 2.3 kB of YAML in
// two languages. Two of eleven are outside of the EEA; one in ten is ended, one in
// twenty only announced.
func supplier(i int) string {
	at, task := supplierPlaces[i%len(supplierPlaces)], supplierTasks.of(i)
	name := fmt.Sprintf("Leverantör %05d %s", i, at.form)
	var b strings.Builder
	put := func(format string, args ...any) { fmt.Fprintf(&b, format, args...) }
	both := func(indent string, text [2]string) { put("%[1]ssv: %[2]s\n%[1]sen: %[3]s\n", indent, text[0], text[1]) }

	put("legal_name: %s\nforeign_registration: %s 000 %05d\n", name, at.register, i)
	put("kind: subprocessor\nlevel: 1\naddress:\n  street: %s %d\n  postal_code: \"%05d\"\n  city: %s\n  country: %s\n", at.street, i%97+1, i, at.city, at.code)
	put("contact:\n  position:\n    sv: Dataskyddsombud\n    en: Data protection officer\n  email: privacy-%05d@leverantor.example\n", i)
	put("web: https://www.leverantor.example/%05d/\ncountry: %s\nlocations:\n", i, at.code)
	put("  - country: %s\n    city: %s\n    kinds: [%s]\n", at.code, at.city, supplierKinds[i%len(supplierKinds)])
	put("  - country: IE\n    city: Dublin\n    kinds: [backup]\n")
	put("service:\n")
	both("  ", [2]string{fmt.Sprintf("%s, i anläggning %05d.", task[0], i), fmt.Sprintf("%s, at site %05d.", task[1], i)})
	put("purposes:\n")
	for k := range 2 + i%2 {
		put("  -\n")
		both("    ", supplierAims.of(i+k))
	}
	put("data:\n  - category: content\n    items:\n")
	for k := range 2 + i%3 {
		put("      - name:\n")
		both("          ", supplierItems.of(i+k))
	}
	put("  - category: contact\n    condition:\n      sv: Krypterade innan de lämnar våra servrar.\n      en: Encrypted before they leave our servers.\n")
	put("data_subjects:\n  -\n")
	both("    ", supplierSubjects.of(i))
	put("services: [bokning]\nduration:\n")
	both("  ", supplierDurations.of(i))
	put("%s", supplierTransfer(at.code))
	put("measures: [encryption, backup]\ndpa:\n  signed_on: 2025-%02d-%02d\n  type:\n", i%6+1, i%28+1)
	put("    sv: Personuppgiftsbiträdesavtal enligt artikel 28.4\n    en: Data processing agreement under Article 28(4)\nflow_down: true\n")
	put("subprocessors_url: https://www.leverantor.example/%05d/subprocessors/\nalternative:\n", i)
	put("  sv: Kunden kan stänga av tjänsten i administrationen. Ingenting skickas då till %s\n", name)
	put("  en: The customer can turn the service off in the administration. Nothing is then sent to %s\noptional: true\n", name)
	put("%s", supplierDates(i))
	return b.String()
}

// supplierTransfer is what is stated of where the data goes.
func supplierTransfer(country string) string {
	if country != "US" && country != "IN" {
		return "transfer:\n  third_country: false\n"
	}
	return `transfer:
  third_country: true
  countries: [` + country + `]
  mechanism: art46-2-c
  scc_module: 3
  copy:
    text:
      sv: Skriv till oss, så skickar vi standardavtalsklausulerna utan kostnad.
      en: Write to us, and we send the standard contractual clauses free of charge.
  tia_on: 2026-09-21
  supplementary:
    sv: >-
      Namnet ersätts av en pseudonym innan rapporten skickas, och nyckeln till den
      lämnar inte våra servrar.
    en: >-
      The name is replaced by a pseudonym before the report is sent, and the key to it
      does not leave our servers.
`
}

// supplierDates are the days of a supplier, 30 or more between telling and starting.
func supplierDates(i int) string {
	if i%20 == 7 {
		return fmt.Sprintf("announced: 2026-11-%02d\nobject_by: 2026-12-20\neffective: 2027-01-%02d\n", i%28+1, i%28+1)
	}
	text := fmt.Sprintf("announced: 2025-07-%02d\nobject_by: 2025-08-28\neffective: 2025-09-%02d\n", i%28+1, i%28+1)
	if i%10 == 3 {
		text += fmt.Sprintf("ended: 2026-%02d-%02d\n", i%9+1, i%28+1)
	}
	return text
}

// What the numbers are about is right in itself, and as large as it says.
func TestSuppliersAreWithoutFaultAndAsLargeAsRealOnes(t *testing.T) {
	const suppliers, want, slack = 60, 2300, 100
	dir := siteOf(t, suppliers)
	var said bytes.Buffer
	if status := cli.Main([]string{"check", "--dir", dir, "--as-of", suppliersDay, "--lang", "en"}, nil, &said, &said, hugo.Render); status != 0 || !strings.HasPrefix(said.String(), "No errors.") || strings.Count(said.String(), "\n") != 1 {
		t.Errorf("check ended with %d:\n%s", status, said.String())
	}
	size := 0
	for i := range suppliers {
		size += len(supplier(i))
	}
	if size /= suppliers; size < want-slack || size > want+slack {
		t.Errorf("a supplier has %d bytes; want about %d", size, want)
	}
}
