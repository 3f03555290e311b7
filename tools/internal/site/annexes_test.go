package site

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
