package prose

import (
	"maps"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/facts/folder"
)

// Source is the Markdown of one page in one language, as it is published: the
// site's own file, or else the one that the program carries.
type Source struct {
	Page     string // the folder in content/, "home" for the start page
	Language string
	File     string // content/rights/index.sv.md
	Own      bool   // the site's own
	Data     []byte
}

// Sources returns the prose of a site in its languages, sorted by page and
// language.
func Sources(files folder.Tree, languages []string) []Source {
	var all []Source
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
		all = append(all, Source{Page: page, Language: lang, File: name, Own: f.Own, Data: f.Data})
	}
	return all
}

// ByPage returns what each page says, by page and language.
func ByPage(sources []Source) map[string]map[string]string {
	said := map[string]map[string]string{}
	for _, s := range sources {
		if said[s.Page] == nil {
			said[s.Page] = map[string]string{}
		}
		said[s.Page][s.Language] = string(s.Data)
	}
	return said
}
