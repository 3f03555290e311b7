package list

import (
	"crypto/sha256"
	"encoding/hex"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/history/change"
)

// Sum is a digest, and what it is the digest of.
type Sum struct{ Label, Value string }

// FactsOf is the digest of the facts, in the form in which versions hold them.
func FactsOf(set *record.Set) string {
	facts, err := change.Of(set, nil).Encode()
	if err != nil { // cannot be: facts are text, numbers and truth values
		facts = nil
	}
	digest := sha256.Sum256(facts)
	return hex.EncodeToString(digest[:])
}

// called is the name of the issued version, or that there is none.
func (e Edition) called(lang string) string {
	if e.Version != "" {
		return e.Version
	}
	return e.Words.In(lang, diag.Say("inte utgiven", "not issued"))
}

// version is what the edition is called in the language of the table.
func (t Table) version() string { return t.called(t.Language) }

// sum is what a reader can check the list against: the digest of the issued
// version, or, where there is none, that of the same list as CSV.
func (t Table) sum() Sum {
	if t.Digest != "" {
		return t.VersionSum(t.Language)
	}
	digest := sha256.Sum256(CSV(t))
	return Sum{"SHA-256, " + t.Name + "." + t.Language + ".csv", hex.EncodeToString(digest[:])}
}

func (e Edition) VersionSum(lang string) Sum {
	return Sum{e.Words.In(lang, diag.Say("Versionens kontrollsumma (SHA-256)", "Digest of the version (SHA-256)")), e.Digest}
}
