package law

import (
	"maps"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/rules/skeleton"
)

// Beginnings are the sentences to begin from, by field.
func Beginnings() map[string]diag.Text { return maps.Clone(skeleton.Beginnings) }

func OverOneMonth(text string) string { return overOneMonth(text) }
