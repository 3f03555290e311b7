package law_test

import (
	"errors"
	"os"
	"reflect"
	"sync"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
)

// attempt is what becomes of the repository's own site when the fact of a breach
// is taken away.
type attempt struct {
	before, after map[string]coverage.State // with and without the fact
	said, says    diag.List                 // what is reported then, of all profiles
}

// attempts are those of every breach, in the order of breaches. They are tried one
// after the other on a site that is read once and put right again each time.
func attempts(t *testing.T) []attempt {
	t.Helper()
	list, err := allAttempts()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

var allAttempts = sync.OnceValues(func() ([]attempt, error) {
	set, _, err := record.LoadFS(os.DirFS("../../../.."))
	if err != nil {
		return nil, err
	}
	untouched := attempt{after: states(law.Cover(set, today, everything)), says: law.CheckFacts(set, today)}
	var list []attempt
	for _, b := range breaches {
		restore := remember(set)
		list = append(list, b.try(set))
		restore()
	}
	restored := attempt{after: states(law.Cover(set, today, everything)), says: law.CheckFacts(set, today)}
	if !reflect.DeepEqual(untouched, restored) {
		return nil, errors.New("the site is not as it was before the attempts")
	}
	return list, nil
})

func (b breach) try(set *record.Set) attempt {
	var r attempt
	if b.given != nil {
		b.given(set)
	}
	claimed := set.Organisation.Profiles
	reported := func() diag.List {
		set.Organisation.Profiles = everything.Profiles
		defer func() { set.Organisation.Profiles = claimed }()
		return law.CheckFacts(set, today)
	}
	r.before, r.said = states(law.Cover(set, today, everything)), reported()
	b.broken(set)
	r.after, r.says = states(law.Cover(set, today, everything)), reported()
	return r
}

// remember returns what puts a set back into the state that it is in.
func remember(set *record.Set) (restore func()) {
	lists := reflect.ValueOf(set).Elem()
	var undo []func()
	for i := range lists.NumField() {
		list := lists.Field(i)
		if !list.CanSet() || list.Kind() != reflect.Slice {
			continue
		}
		whole := reflect.AppendSlice(reflect.MakeSlice(list.Type(), 0, list.Len()), list)
		undo = append(undo, func() { list.Set(whole) })
	}
	organisation := set.Organisation
	undo = append(undo, func() { set.Organisation = organisation })
	for _, e := range set.All() {
		value := reflect.ValueOf(e.Value).Elem()
		kept := deep(value)
		undo = append(undo, func() { value.Set(kept) })
	}
	return func() {
		for _, f := range undo {
			f()
		}
	}
}

// deep copies a value and all that it points to.
func deep(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(deep(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(deep(v.Index(i)))
			}
		}
	case reflect.Map:
		if !v.IsNil() {
			out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
			for key, value := range v.Seq2() {
				out.SetMapIndex(key, deep(value))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := out.Field(i); f.CanSet() {
				f.Set(deep(v.Field(i)))
			}
		}
	}
	return out
}
