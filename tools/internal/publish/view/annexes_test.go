package view

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAnnexesNameTheProcessorsAndWhatProtectsTheirCustomers(t *testing.T) {
	v := viewOf(t, "sv", map[string]string{
		"controllers/drift":     "legal_name: Drift AB\nroles: [processor]\n",
		"controllers/kontor":    "legal_name: Kontor AB\nroles: [controller]\n",
		"controllers/uppdrag":   "legal_name: Uppdrag AB\nroles: [controller]\n",
		"activities/hosting":    "name: {sv: Drift, en: Hosting}\nrole: processor\ncontroller: uppdrag\n",
		"measures/doors":        "domain: physical\ntitle: {sv: Lås, en: Locks}\napplies_to: controller\n",
		"measures/cameras":      "domain: physical\ntitle: {sv: Kameror, en: Cameras}\napplies_to: both\n",
		"measures/own-payroll":  "domain: personnel\ntitle: {sv: Löner, en: Payroll}\napplies_to: controller\n",
		"measures/for-customer": "domain: recovery\ntitle: {sv: Kopior, en: Backups}\napplies_to: processor\n",
	})
	var names, measures []string
	for _, c := range v.Processors() {
		names = append(names, c.LegalName)
	}
	if diff := cmp.Diff([]string{"Drift AB", "Uppdrag AB"}, names); diff != "" {
		t.Errorf("processors (-want +got):\n%s", diff)
	}
	for _, d := range v.CustomerMeasures() {
		for _, m := range d.Measures {
			measures = append(measures, m.Title)
		}
	}
	if diff := cmp.Diff([]string{"Kopior", "Kameror"}, measures); diff != "" {
		t.Errorf("measures (-want +got):\n%s", diff)
	}
	if n := len(v.Measures); n != 3 {
		t.Errorf("the security page lost measures: %d domains are left", n)
	}
}

func TestRowsNameThoseWhoGetTheCategory(t *testing.T) {
	const effective = "effective: 2027-01-11\n"
	v := viewOf(t, "sv", map[string]string{
		"categories/log":        "name: {sv: Loggar, en: Logs}\n",
		"categories/contact":    "name: {sv: Kontakt, en: Contact}\n",
		"recipients/all":        "legal_name: Allt AB\nkind: subprocessor\n",
		"recipients/other":      "legal_name: Annat AB\nkind: subprocessor\ndata: [{category: case}]\n",
		"recipients/only-logs":  "legal_name: Logg AB\nkind: subprocessor\ndata: [{category: log}]\n",
		"recipients/to-come":    "legal_name: Snart AB\nkind: subprocessor\ndata: [{category: contact}]\n" + effective,
		"activities/monitoring": "name: {sv: Drift, en: Operation}\nrole: processor\nrecipients: [all, other, only-logs, to-come]\ndata: [{category: log}, {category: contact}]\n",
	})
	var got []string
	for _, row := range v.Customers[0].Rows {
		line := row.Category + ":"
		for _, r := range row.Recipients {
			line += " " + r.Name
			if r.From.ISO != "" {
				line += " from " + r.From.ISO
			}
		}
		got = append(got, line)
	}
	want := []string{"Loggar: Allt AB Annat AB Logg AB", "Kontakt: Allt AB Annat AB Snart AB from 2027-01-11"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
