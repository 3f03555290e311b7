package record

import (
	"cmp"
	"tillit/tools/internal/diag"
)

// TextOn names the record of a right, whose label is a right and no thing.
func TextOn(r *Right) diag.Text {
	if len(r.Title) > 0 {
		return diag.Say("texten om %s", "the text on %s", QuotedWords(r.Title))
	}
	return diag.Say("texten om %s", "the text on the %s", ChoiceWords("right", cmp.Or(r.Right, r.ID)))
}
