package center_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// coming are the findings about coming days, each as its place and what it says.
func coming(t *testing.T, c *center.Center, day value.Date) (told []string) {
	t.Helper()
	found, err := c.Check(t.Context(), day)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found.Facts {
		if d.Rule == "coming-day" {
			told = append(told, d.Pos.File+" "+d.Message.EN)
			if d.Severity != diag.Warning || d.Hint.SV == "" || d.Message.SV == d.Message.EN {
				t.Errorf("%+v", d)
			}
		}
	}
	return told
}

// What a coming day makes wrong is told until it comes, at the place where it is put
// right, and once; then the rule speaks for itself.
func TestComingDaysAreTried(t *testing.T) {
	dir := starter(t)
	leaving := "legal_name: Lämnande AB\nkind: processor\norg_number: \"559999-0222\"\nlocations: [{country: SE}]\npurposes: [{sv: Hjälper till., en: Helps.}]\ndata: [{category: contact}]\nended: 2027-02-28\n"
	write(t, dir, "data/recipients/lamnande.yaml", leaving)
	write(t, dir, "data/activities/extra.yaml", "name: {sv: Extra, en: Extra}\nrole: controller\nrecipients: [lamnande]\n")
	c := open(t, dir)
	told := coming(t, c, "2026-11-28")
	if len(told) != 1 || !strings.HasPrefix(told[0], "data/activities/extra.yaml from 1 March 2027: ") || !strings.Contains(told[0], "Lämnande AB") {
		t.Errorf("before: %q", told)
	}
	if told := coming(t, c, "2027-02-28"); len(told) != 1 {
		t.Errorf("on the last day: %q", told)
	}
	if told := coming(t, c, "2027-03-01"); len(told) != 0 {
		t.Errorf("on the day: %q", told)
	}
	// Who takes over is named, and so nothing will be wrong.
	write(t, dir, "data/recipients/nyskogen.yaml", strings.Replace(strings.Replace(leaving, "Lämnande", "Nyskogen", 1), "ended: 2027-02-28", "replaces: lamnande\neffective: 2027-03-01", 1))
	write(t, dir, "data/activities/extra.yaml", "name: {sv: Extra, en: Extra}\nrole: controller\nrecipients: [lamnande, nyskogen]\n")
	c.Forget("data/recipients/nyskogen.yaml", "data/activities/extra.yaml")
	if told := coming(t, c, "2026-11-28"); len(told) != 0 {
		t.Errorf("with a successor: %q", told)
	}
	// A file that cannot be read leaves open what will be.
	write(t, dir, "data/recipients/trasig.yaml", "legal_name: [\n")
	c.Forget("data/recipients/trasig.yaml")
	if told := coming(t, c, "2026-11-28"); len(told) != 0 {
		t.Errorf("with a broken file: %q", told)
	}
}
