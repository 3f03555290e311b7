package site

import (
	"io/fs"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// CheckTexts says what is wrong with the prose, the words and the logotype of a
// site, as far as it can be said without rendering them, and what its languages
// still lack.
func CheckTexts(root string, base fs.FS, set *record.Set, phrases map[string]diag.Text) (diag.List, error) {
	t, err := readTexts(root, base, set.Organisation)
	if err != nil {
		return nil, err
	}
	_, found := readProse(t.files, t.languages)
	_, _, list := words(t.languages, spoken(phrases), t.lower, t.upper)
	found = append(found, list...)
	found = append(found, checkLogo(set, t.files)...)
	found.Sort()
	return found, nil
}
