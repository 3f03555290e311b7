package law

import (
	"maps"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/rules/wording"
)

// Models are the sentences to begin from, by field.
func Models() map[string]diag.Text { return maps.Clone(wording.Models) }

func OverOneMonth(text string) string { return overOneMonth(text) }
