package view

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestASheetTellsTheLongestTimeAndEachGroundOnce(t *testing.T) {
	view, err := planOf(t, "2026-11-21", map[string]string{
		"retention/logs":    "name: {sv: Loggar, en: Logs}\nperiod: P90D\n",
		"retention/books":   "name: {sv: Bokföring, en: Books}\nrange: {min: P1Y, max: P7Y}\n",
		"retention/account": "name: {sv: Konto, en: Account}\ncriterion: {sv: så länge kontot finns, en: as long as the account exists}\n",
		"activities/shop": "name: {sv: Köp, en: Purchases}\nrole: controller\nretention: [logs, books, account]\n" +
			"purposes: [{id: a, text: {sv: A, en: A}, bases: [{art6: contract}, {art6: consent}]}, {id: b, text: {sv: B, en: B}, bases: [{art6: contract}]}]\n",
	}).In("sv")
	if err != nil {
		t.Fatal(err)
	}
	a := view.Own[0]
	if diff := cmp.Diff([]string{"7\u00a0år", "så länge kontot finns"}, a.Longest); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff("Avtal; samtycke", a.Grounds()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
