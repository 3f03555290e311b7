package record

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// constraints are those of values, and that of the name of a record, which the kinds
// decide.
var constraints = slices.Insert(value.Constraints(), len(value.Constraints())-2, value.Constraint{
	Tag: "recordref", Rule: "record-name", Pattern: `^(?:organisation|[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*)$`,
	Doc:   diag.Say("En post som mapp/id, till exempel recipients/puzzel.", "A record as folder/id, such as recipients/puzzel."),
	Valid: validRecordName, Explain: explainRecordName,
})

// Constraints returns every constraint, in the order in which they are documented.
func Constraints() []value.Constraint { return slices.Clone(constraints) }

// ConstraintOf returns that of a word in a validate tag.
func ConstraintOf(tag string) (value.Constraint, bool) {
	for i := range constraints {
		if constraints[i].Tag == tag {
			return constraints[i], true
		}
	}
	return value.Constraint{}, false
}

func validRecordName(name, _ string) bool {
	folder, id, ok := strings.Cut(name, "/")
	if !ok {
		return name == "organisation"
	}
	k, known := KindOf(folder)
	return known && k.Folder == folder && value.ValidID(id, "")
}

func explainRecordName(name, _ string) (message, hint diag.Text) {
	message = diag.Say("en post nämns som mapp/id", "a record is named as folder/id")
	folder, id, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(name, "data/"), ".yaml"), "/")
	if k, ok := KindOf(folder); ok && k.Folder != "" && value.ValidID(id, "") {
		return message, diag.Write(k.Folder + "/" + id)
	}
	var folders []string
	for _, k := range kinds[1:] {
		folders = append(folders, k.Folder)
	}
	if near := diag.Nearest(folder, folders); near != "" && value.ValidID(id, "") {
		return message, diag.Write(near + "/" + id)
	}
	return message, diag.Say("skriv till exempel recipients/puzzel; mapparna är %[1]s", "write for instance recipients/puzzel; the folders are %[1]s", strings.Join(folders, ", "))
}
