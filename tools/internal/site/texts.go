package site

import (
	"io/fs"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// ReadWords returns the words of a site by language (BCP 47, in small letters) and key:
// those of its own over the program's, and among them the phrases of what is published
// beside the pages.
func ReadWords(root string, base fs.FS, o *record.Organisation, phrases map[string]diag.Text) (map[string]map[string]string, error) {
	t, err := readTexts(root, base, o)
	if err != nil {
		return nil, err
	}
	_, list, _ := words(t.languages, spoken(phrases), t.lower, t.upper)
	return list, nil
}

// texts are the files of a site and of the program that hold prose and words.
type texts struct {
	languages           []Language
	lower, upper, files tree
}

func readTexts(root string, base fs.FS, o *record.Organisation) (*texts, error) {
	t := &texts{languages: siteLanguages(o)}
	var err error
	if t.lower, err = embedded(base); err != nil {
		return nil, err
	}
	if t.upper, _, err = own(root); err != nil { // what cannot be read stops a build, which says so
		return nil, err
	}
	t.files = over(t.upper, t.lower)
	return t, nil
}
