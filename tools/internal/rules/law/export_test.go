package law

import (
	"maps"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/rules/wording"
)

// Beginnings are the sentences to begin from, by field.
func Beginnings() map[string]diag.Text { return maps.Clone(wording.Beginnings) }

func OverOneMonth(text string) string { return overOneMonth(text) }
