package check

import (
	"maps"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/slip"
	"tillit/tools/internal/facts/words"
)

// Texts are the pages, the words and the logotype of a site, read and judged as
// far as it can be done without rendering them.
type Texts struct {
	Languages []record.Language
	Files     folder.Tree // the site's own over the program's, with one file of words per language
	Program   folder.Tree // what of them the program brings along
	Pages     []prose.Page
	Words     map[string]map[string]string // by language (BCP 47, in small letters) and key

	unread, words, rest diag.List

	typeset map[string][]byte // nil before it is asked for
}

// Typeset are the texts of the pages, by file, as they are set in type.
func (t *Texts) Typeset() map[string][]byte {
	if t.typeset == nil {
		t.typeset = make(map[string][]byte, len(t.Pages))
		for _, p := range t.Pages {
			t.typeset[p.File] = words.TypesetProse(p.Document())
		}
	}
	return t.typeset
}

// ReadTexts reads the texts of a site whose organisation is known. phrases are
// what is said beside the pages, by the key of their words in other languages. pages
// are those that others read as well, so that each is read once.
func ReadTexts(l *folder.Layers, set *record.Set, pages []prose.File, phrases map[string]diag.Text) *Texts {
	t := &Texts{Languages: record.SiteLanguages(set.Organisation), Files: l.Files(), Program: l.Program, unread: l.Found}
	var merged folder.Tree
	merged, t.Words, t.words = words.Merge(t.Languages, words.Program(phrases), l.Program, l.Own)
	t.Pages, t.rest = prose.ReadPages(t.Files, pages, t.Languages)
	t.rest = append(t.rest, t.logo(set)...)
	t.rest = append(t.rest, unfinished(t.Files, t.Pages)...)
	t.rest = append(t.rest, conditions(t.Pages)...)
	t.rest = append(t.rest, unlike(t.Pages, t.Languages, t.Files, t.rest)...)
	maps.DeleteFunc(t.Files, func(name string, _ folder.File) bool { return strings.HasPrefix(name, "i18n/") })
	t.Files = folder.Over(merged, t.Files)
	return t
}

// logo judges the logotype, unless why it cannot be read has been told.
func (t *Texts) logo(set *record.Set) diag.List {
	list := CheckLogo(set, t.Files)
	return slices.DeleteFunc(list, func(diag.Diagnostic) bool {
		return slices.ContainsFunc(t.unread, func(d diag.Diagnostic) bool {
			return d.Pos.File == "assets/"+set.Organisation.Brand.Logo || d.Pos.File == "assets" && d.Severity == diag.Error
		})
	})
}

// Findings are all that is wrong with them, and what the languages lack, sorted.
func (t *Texts) Findings() diag.List {
	list := slices.Concat(t.rest, t.words)
	list.Sort()
	return list
}

// Blocking are those that a build tells: what could not be read, and what is
// wrong. Words that a language lacks are lent from English.
func (t *Texts) Blocking() diag.List {
	return slices.Concat(t.unread, diag.Blocking(slices.Clone(t.words)), t.rest)
}

// conflicts finds what a merge has left in a layout, a stylesheet or another file of
// text. Those of facts, words and prose are found where they are read.
func conflicts(name string, data []byte) diag.List {
	var list diag.List
	_, found := slip.Settle(string(data), true)
	for _, c := range found {
		pos := diag.Pos{File: name, Line: c.Line, Column: c.Column, Length: c.Length}
		list = append(list, diag.New("merge-conflict", pos, c.Message(), c.Hint()))
	}
	return list
}
