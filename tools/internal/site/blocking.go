package site

import (
	"slices"

	"tillit/tools/internal/diag"
)

// blocking are the findings that stop a build.
func blocking(list diag.List) diag.List {
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
}
