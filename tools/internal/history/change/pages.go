package change

import (
	"slices"
	"strings"
)

// shows are the pages that show a field of a kind of record, in content/. What
// stands under "" holds for all fields that have no line of their own; a field
// without pages is on none of those that say when they last changed, or on all alike.
var shows = map[string]map[string][]string{
	"organisation": {
		"":                         {"privacy-policy"},
		"accepted":                 nil,
		"aims":                     {"privacy-policy"},
		"audience_countries":       {"complaints"},
		"authority":                {"complaints", "privacy-policy"},
		"base_url":                 nil,
		"brand":                    nil,
		"change_policy":            {"changes", "privacy-policy"},
		"cookies":                  {"cookies"},
		"hosting":                  {"about"},
		"incident":                 {"security"},
		"languages":                nil,
		"name":                     {"privacy-policy", "about"},
		"notice_days":              {"subprocessors"},
		"processor_terms":          {"processor", "subprocessors"},
		"requests":                 {"rights"},
		"review":                   nil,
		"security_contact":         {"contact"},
		"security_contact.expires": nil,
		"statements":               {"privacy-policy", "about", "changes", "contact", "cookies", "processor", "retention", "rights", "security", "transfers"},
	},
	"controller": {
		"":               {"privacy-policy", "processor", "contact"},
		"dpo":            {"privacy-policy", "contact", "complaints", "processor"},
		"joint":          {"privacy-policy"},
		"rights_contact": {"privacy-policy", "rights", "complaints", "contact", "transfers"},
	},
	"service": {
		"":      {"privacy-policy", "processor"},
		"name":  {"privacy-policy", "processor", "subprocessors"},
		"terms": {"glossary"},
	},
	"category": {"": {"privacy-policy", "processing", "processor", "recipients", "subprocessors"}},
	"activity": {"": {"privacy-policy", "processing", "processor"}},
	"recipient": {
		"":           {"recipients", "subprocessors"},
		"legal_name": {"recipients", "subprocessors", "privacy-policy", "processing", "processor", "transfers"},
		"trade_name": {"recipients", "subprocessors", "privacy-policy", "processing", "processor", "transfers"},
		"transfer":   {"recipients", "subprocessors", "transfers"},

		// That nothing goes to a third country is no transfer to tell of.
		"transfer.third_country": {"recipients", "subprocessors"},
	},
	"retention":     {"": {"retention", "privacy-policy", "processing", "processor"}},
	"right":         {"": {"rights", "privacy-policy"}},
	"measure":       {"": {"security"}},
	"certification": {"": {"security"}},
	"cookie":        {"": {"cookies"}},
	"authority": {
		"":           {"complaints", "cookies"},
		"name":       {"complaints", "cookies", "privacy-policy"},
		"local_name": {"complaints", "cookies", "privacy-policy"},
	},
}

// Pages are the pages on which the entry is read, in content/. Those of an
// activity depend on the role in which data is processed, and those of a recipient
// on whether it is a sub-processor.
func (e Entry) Pages(role string) []string {
	if e.Kind == PageEntry {
		return []string{e.Record}
	}
	pages := pagesOf(e.Kind, e.Lines)
	hidden := map[string][]string{
		"controller": {"processor"},
		"joint":      {"processor"},
		"processor":  {"privacy-policy"},
	}[role]
	if e.Kind == "recipient" && e.Subprocessor() {
		hidden = []string{"recipients", "privacy-policy"}
	} else if e.Kind == "recipient" {
		hidden = []string{"subprocessors", "processor"}
	}
	return slices.DeleteFunc(pages, func(p string) bool { return slices.Contains(hidden, p) })
}

// pagesOf are the pages that show what changed of a record, sorted. A recipient that
// is new is named where an activity names it, which is a change of the activity.
func pagesOf(kind string, fields []FieldChange) []string {
	seen := []string{}
	for _, f := range fields {
		if kind == "recipient" && f.Path[0] == "legal_name" && f.Verb == Added {
			continue
		}
		seen = append(seen, showing(kind, f.Path)...)
	}
	if len(fields) == 0 { // of a record that was removed, or renamed and nothing else
		for _, pages := range shows[kind] {
			seen = append(seen, pages...)
		}
	}
	slices.Sort(seen)
	return slices.Compact(seen)
}

// showing are the pages that show a field: those of the longest beginning of its
// path that has a line.
func showing(kind string, path []string) []string {
	for n := len(path); n > 0; n-- {
		if pages, ok := shows[kind][strings.Join(path[:n], ".")]; ok {
			return pages
		}
	}
	return shows[kind][""]
}
