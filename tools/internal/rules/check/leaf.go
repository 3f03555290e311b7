package check

import (
	"reflect"
	"strings"

	"tillit/tools/internal/facts/record"
)

// leaves walks through the values that a record holds, in the form that record.Plain
// gives them and without making that form: each costs nothing until it is asked for.
type leaves struct {
	visit func(l *leaves, v any)
	at    []place
}

// place is a key, or the number of an item in a list.
type place struct {
	key  string
	item int // from 0; -1 for a key
}

// leavesOf calls visit with each text, number and truth value of a record.
func leavesOf(r record.Record, visit func(l *leaves, v any)) {
	l := &leaves{visit: visit}
	l.walk(reflect.ValueOf(r))
}

// path is where the value stands: locations[0].city.
func (l *leaves) path() string {
	path := ""
	for _, p := range l.at {
		if p.item >= 0 {
			path = item(path, p.item)
		} else {
			path = child(path, p.key)
		}
	}
	return path
}

// field is the path without the numbers of items.
func (l *leaves) field() string {
	var keys []string
	for _, p := range l.at {
		if p.item < 0 {
			keys = append(keys, p.key)
		}
	}
	return strings.Join(keys, ".")
}

func (l *leaves) leaf(there bool, v any) bool {
	if there {
		l.visit(l, v)
	}
	return there
}

// below walks on at a place, and tells whether there is anything.
func (l *leaves) below(p place, v reflect.Value) bool {
	l.at = append(l.at, p)
	there := l.walk(v)
	l.at = l.at[:len(l.at)-1]
	return there
}

// walk tells whether there was anything: what is empty is no item of a list.
func (l *leaves) walk(v reflect.Value) (there bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return false
		}
		if e := v.Elem(); e.Kind() == reflect.Bool {
			return l.leaf(true, e.Bool()) // false is an answer here
		}
		return l.walk(v.Elem())
	case reflect.String:
		return l.leaf(v.Len() > 0, v.String())
	case reflect.Bool:
		return l.leaf(v.Bool(), true)
	case reflect.Int:
		return l.leaf(v.Int() != 0, int(v.Int()))
	case reflect.Slice:
		items := 0
		for i := range v.Len() {
			if l.below(place{item: items}, v.Index(i)) {
				items++
			}
		}
		return items > 0
	case reflect.Map:
		for i := v.MapRange(); i.Next(); {
			there = l.below(place{i.Key().String(), -1}, i.Value()) || there
		}
	case reflect.Struct:
		for i, key := range record.KeysOf(v.Type()) {
			switch key {
			case "-", "":
			case ",none":
				if v.Field(i).Bool() {
					return l.leaf(true, "none")
				}
			case ",list":
				return l.walk(v.Field(i))
			default:
				there = l.below(place{key, -1}, v.Field(i)) || there
			}
		}
	}
	return there
}
