// Package record holds the facts of a trust center: one Go struct per kind of
// record, the words a choice may take, and a folder of YAML loaded into a Set.
//
// A field's constraints, names and description stand on its struct and nowhere else.
// The check, the JSON Schemas, docs/format/, the messages and the comparison
// of versions are all made from there:
//
//   - yaml is the key in the file;
//   - validate holds the constraints (go-playground/validator, with the words of constraint.go);
//   - en and sv are the field's short names, for messages and comparisons;
//   - ref names the kind whose ids the field holds;
//   - the comment is the English description, its line "sv:" the Swedish one,
//     "law:" the article that asks for the fact, "example:" a value.
//
// The package loads; it does not judge. What is wrong inside and between
// records is the business of package check, what the law asks of package law.
package record

import "embed"

// Files holds the Go source of the record structs, because the descriptions of
// the fields are their comments, and a program cannot see its own comments.
//
//go:embed *.go
var Files embed.FS

// Record is one fact file, read.
type Record interface {
	// Key is the record's id: the name of its file without ".yaml".
	Key() string
	// Label is the name by which a person would call the record, in the
	// language given, or its id when it has no name.
	Label(lang string) string
}

// Text is free text that a reader sees, by language (BCP 47): {sv: …, en: …}.
type Text map[string]string

// In returns the text in a language, or "" when it is not written in it. There
// is no falling back to another language: a reader who gets a legal text in the
// wrong language has not been informed (GDPR Art. 12(1)).
func (t Text) In(lang string) string { return t[lang] }

// Any returns the text in the language, else in Swedish, else in English, else
// in the first language by name. It is for naming a record in a message only.
func (t Text) Any(lang string) string {
	for _, l := range []string{lang, "sv", "en"} {
		if s := t[l]; s != "" {
			return s
		}
	}
	first := ""
	for l, s := range t {
		if s != "" && (first == "" || l < first) {
			first = l
		}
	}
	return t[first]
}

// OrNone is a list, or the word none: a declared negative. "We share with
// nobody" is an answer, an empty or missing list is not (legal duty to tell
// "where applicable", GDPR Art. 13(1)(e)).
type OrNone[T any] struct {
	None bool `yaml:",none"`
	List []T  `yaml:",list" validate:"dive"`
}

// Declared tells whether the question has been answered at all.
func (o OrNone[T]) Declared() bool { return o.None || len(o.List) > 0 }
