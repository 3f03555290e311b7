package page

import (
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/facts/record"
)

// A kind of record, a field or a page that is renamed must not fall out of the map.
func TestPagesAreOfFieldsAndProseThatExist(t *testing.T) {
	for _, k := range record.Kinds() {
		fields := shows[k.Name]
		if _, ok := fields[""]; !ok && k.Name != "change" {
			t.Errorf("no page shows the kind %s", k.Name)
		}
		for field, pages := range fields {
			if field != "" && !hasField(k, field) {
				t.Errorf("%s has no field %s", k.Name, field)
			}
			for _, id := range pages {
				if _, err := os.Stat(path.Join("../../../../content", id)); err != nil {
					t.Errorf("%s of %s is shown on %s, which is not there", field, k.Name, id)
				}
			}
		}
	}
}

// hasField tells whether a record has a field, by its path of YAML keys.
func hasField(k record.Kind, field string) bool {
	of := reflect.TypeOf(k.New("x")).Elem()
	for name := range strings.SplitSeq(field, ".") {
		for of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		i := slices.IndexFunc(reflect.VisibleFields(of), func(f reflect.StructField) bool { return f.Tag.Get("yaml") == name })
		if i < 0 {
			return false
		}
		of = reflect.VisibleFields(of)[i].Type
	}
	return true
}
