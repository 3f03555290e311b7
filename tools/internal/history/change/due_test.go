package change

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/trial"
)

// A first day brings its change on that day, a last day on the day after. Each day is
// asked for on its eve, when it is the next; on the day itself it is past.
func TestWhatFallsDueComesOnItsDay(t *testing.T) {
	set := trial.SetOf(t, map[string]string{
		"organisation": "name: Exempel\nlanguages: [sv, en]\nsecurity_contact: {contact: [mailto:x@exempel.example], expires: 2026-11-30}\n" +
			"review: {next_review_on: 2026-12-31}\naccepted: [{rule: unused-record, reason: Prov, until: 2028-02-28}]\n",
		"recipients/helper":  "legal_name: Hjälp AB\nkind: subprocessor\nannounced: 2026-02-28\nobject_by: 2026-03-31\neffective: 2026-05-01\nended: 2026-06-30\n",
		"certifications/iso": "standard: ISO/IEC 27001:2022\nvalid_from: 2026-08-01\nvalid_to: 2026-09-30\n",
	})
	for _, tc := range []struct {
		day    value.Date
		sv, en string
		kind   string
		id     string
	}{
		{"2026-02-28", "Hjälp AB står som kommande i listan", "Hjälp AB stands in the list as upcoming", "recipient", "helper"},
		{"2026-04-01", "tiden att invända mot Hjälp AB har gått ut", "the time to object to Hjälp AB is over", "recipient", "helper"},
		{"2026-05-01", "Hjälp AB får uppgifter", "Hjälp AB gets data", "recipient", "helper"},
		{"2026-07-01", "Hjälp AB står som upphörd", "Hjälp AB stands as ended", "recipient", "helper"},
		{"2026-08-01", "certifikatet ISO/IEC 27001:2022 börjar gälla", "the certificate ISO/IEC 27001:2022 becomes valid", "certification", "iso"},
		{"2026-10-01", "certifikatet ISO/IEC 27001:2022 gäller inte längre", "the certificate ISO/IEC 27001:2022 is no longer valid", "certification", "iso"},
		{"2026-12-01", "security.txt för Exempel gäller inte längre", "security.txt of Exempel is no longer valid", "organisation", "organisation"},
		{"2026-12-31", "uppgifterna om Exempel ska gås igenom", "the facts of Exempel are to be reviewed", "organisation", "organisation"},
		{"2028-02-29", "varningen unused-record godtas inte längre", "the warning unused-record is no longer accepted", "organisation", "organisation"},
	} {
		want := Due{Date: tc.day, Kind: tc.kind, ID: tc.id}
		want.What.SV, want.What.EN = tc.sv, tc.en
		eve := NextDue(set, tc.day.Add(-1))
		if len(eve) == 0 {
			t.Errorf("on the eve of %s nothing falls due", tc.day)
			continue
		}
		if diff := cmp.Diff(want, eve[0]); diff != "" {
			t.Errorf("on the eve of %s: -want +got\n%s", tc.day, diff)
		}
		if after := NextDue(set, tc.day); len(after) != len(eve)-1 {
			t.Errorf("on %s %d things still fall due, of %d the day before", tc.day, len(after), len(eve))
		}
	}
	if list := NextDue(set, "2028-02-29"); len(list) != 0 {
		t.Errorf("after the last day there is still %+v", list)
	}
}

// What falls due on one day comes in the order of its words; a day that is none, or
// not told, is never due.
func TestDaysThatAreNoneAreNeverDue(t *testing.T) {
	set := trial.SetOf(t, map[string]string{
		"recipients/b": "legal_name: B AB\nkind: processor\neffective: 2026-05-01\n",
		"recipients/a": "legal_name: A AB\nkind: processor\neffective: 2026-05-01\n",
		"recipients/c": "legal_name: C AB\nkind: processor\n",
	})
	var got []string
	for _, d := range NextDue(set, "2026-01-01") {
		got = append(got, string(d.Date)+" "+d.What.EN)
	}
	if diff := cmp.Diff([]string{"2026-05-01 A AB gets data", "2026-05-01 B AB gets data"}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for _, r := range set.Recipients {
		r.Effective, r.Ended = "2026-02-30", "2026-13-01"
	}
	set.Organisation = nil
	if list := NextDue(set, "2026-01-01"); len(list) > 0 {
		t.Errorf("days of no calendar: %+v", list)
	}
}
