package view

import (
	"slices"

	"tillit/tools/internal/facts/value"
)

// Has tells whether a condition of prose holds, as page.Conditions has it.
func (v *View) Has(condition string) (bool, error) { return v.conditions.Has(condition) }

func known(list, code string) bool {
	return slices.ContainsFunc(value.Choices(list), func(c value.Choice) bool { return c.Code == code })
}
