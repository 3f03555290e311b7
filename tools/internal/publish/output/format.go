package output

import (
	"strings"
)

// Format is what a file of a list is.
type Format struct {
	Name, Media string
	Order       int  // what most readers want comes first
	Describes   bool // it tells of another file, and holds no rows itself
}

// FormatOf goes by the end of a name: what follows the list and the language.
func FormatOf(ending string) Format {
	switch ending {
	case "xlsx":
		return Format{Name: "XLSX", Media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
	case "pdf":
		return Format{Name: "PDF", Media: "application/pdf", Order: 1}
	case "csv":
		return Format{Name: "CSV", Media: "text/csv", Order: 2}
	case "json":
		return Format{Name: "JSON", Media: "application/json", Order: 3}
	case "csv-metadata.json":
		return Format{Name: "CSVW", Media: "application/csvm+json", Order: 4, Describes: true}
	case "schema.json":
		return Format{Name: "JSON Schema", Media: "application/schema+json", Order: 5, Describes: true}
	}
	return Format{Name: strings.ToUpper(ending), Order: 6}
}
