package site

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/record"
)

// Prose is the Markdown of one page in one language, as it is published: the
// site's own file, or else the one that the program carries.
type Prose struct {
	Page     string // the folder in content/, "home" for the start page
	Language string
	File     string // content/rights/index.sv.md
	Own      bool   // the site's own
	Data     []byte
}

// ReadProse returns the prose of a site in its languages, sorted by page and
// language. Findings are about files that could not be read.
func ReadProse(root string, base fs.FS, languages []string) ([]Prose, diag.List, error) {
	lower, err := embedded(base)
	if err != nil {
		return nil, nil, err
	}
	upper, list, err := own(root)
	if err != nil {
		return nil, nil, err
	}
	files := over(upper, lower)
	var all []Prose
	for _, name := range slices.Sorted(maps.Keys(files)) {
		rest, ok := strings.CutPrefix(name, "content/")
		if !ok || path.Ext(rest) != ".md" {
			continue
		}
		page, base := path.Split(rest)
		_, lang, _ := strings.Cut(strings.TrimSuffix(base, ".md"), ".")
		if !slices.Contains(languages, lang) {
			continue
		}
		if page = strings.TrimSuffix(page, "/"); page == "" {
			page = "home"
		}
		f := files[name]
		all = append(all, Prose{Page: page, Language: lang, File: name, Own: f.own, Data: f.data})
	}
	return all, list, nil
}

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

// blocking are the findings that stop a build.
func blocking(list diag.List) diag.List {
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
}
