package law

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// textOn names the record of a right, whose label is a right and no thing.
func textOn(r *record.Right) diag.Text {
	if len(r.Title) > 0 {
		return diag.Say("texten om %s", "the text on %s", quoted(r.Title))
	}
	return diag.Say("texten om %s", "the text on the %s", choiceName("right", r.Right))
}
