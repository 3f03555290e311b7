package list

import (
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/words"
)

// DatedIn is the dated path that a file had in another version, of an organisation
// that went by another name then, from the path that it has in this edition.
func DatedIn(path, organisation string, e Edition, before, version string) string {
	rest := strings.TrimPrefix(path, Folder+words.Fold(organisation)+"-")
	at := strings.LastIndex(rest, words.Fold(e.name())+".")
	if rest == path || at < 0 {
		return path
	}
	return Folder + diag.Join("-", words.Fold(before), rest[:at]+words.Fold(version)) + rest[at+len(words.Fold(e.name())):]
}

// name is what tells the edition from others: its version, or its day.
func (e Edition) name() string {
	if e.Version != "" {
		return e.Version
	}
	return string(e.AsOf)
}
