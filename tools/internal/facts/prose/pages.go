package prose

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"tillit/tools/internal/facts/folder"
)

// File is a file of text: a page of content/ in Markdown, as it is published, or a
// page that was written elsewhere (see Import).
type File struct {
	File string // slash-separated, relative to the site's folder: content/rights/index.sv.md
	Lang string // BCP 47; empty when nobody knows
	Page string // the folder in content/, such as rights, or "home"; empty for other text
	Own  bool   // the site's own, rather than one that the program carries
	HTML bool   // Markdown otherwise
	Data []byte

	read func() *Document // reads it once, for all who ask
}

// Read takes the file apart. One that Files returned is read once.
func (f File) Read() *Document {
	if f.read != nil {
		return f.read()
	}
	return f.document()
}

// Same tells whether another file is the same page and says the same.
func (f File) Same(o File) bool {
	return f.File == o.File && f.Lang == o.Lang && f.Page == o.Page && f.Own == o.Own && f.HTML == o.HTML && bytes.Equal(f.Data, o.Data)
}

// Files returns the prose of a site in its languages, sorted by page and language:
// the site's own files, or else those that the program carries.
func Files(files folder.Tree, languages []string) []File {
	var all []File
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
		f := File{Page: page, Lang: lang, File: name, Own: files[name].Own, Data: files[name].Data}
		f.read = sync.OnceValue(f.document)
		all = append(all, f)
	}
	return all
}

// ByPage returns what each page says, by page and language.
func ByPage(files []File) map[string]map[string]string {
	said := map[string]map[string]string{}
	for _, f := range files {
		if said[f.Page] == nil {
			said[f.Page] = map[string]string{}
		}
		said[f.Page][f.Lang] = string(f.Data)
	}
	return said
}
