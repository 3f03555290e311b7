package site

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
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
