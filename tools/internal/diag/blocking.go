package diag

import (
	"slices"
)

// Blocking are the findings that stop a build.
func Blocking(list List) List {
	return slices.DeleteFunc(list, func(d Diagnostic) bool { return d.Severity != Error })
}
