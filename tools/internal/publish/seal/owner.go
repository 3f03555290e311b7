package seal

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/rules/static"
)

// owned reports files at addresses that are not theirs, and those that some host or disk
// takes for one: the same but for letter case, or a file where others need a folder.
func (s *sealing) owned(files []output.File) {
	at := map[string]output.File{} // by folded paths
	for _, f := range files {
		if f.By == address.Version && strings.HasPrefix(f.Path, "versions/") {
			continue // where nobody else may write
		}
		if ok, taken := address.May(f.By, f.Path); !ok {
			s.misplaced("address-owner", f, taken, elsewhere(f))
			continue
		}
		folded := address.Folded(f.Path)
		if other, twice := at[folded]; twice {
			s.twice(f, other)
			continue
		}
		at[folded] = f
	}
	for _, f := range files {
		folded := address.Folded(f.Path)
		if _, lies := at[folded]; !lies {
			continue
		}
		for dir := path.Dir(folded); dir != "."; dir = path.Dir(dir) {
			if other, ok := at[dir]; ok {
				s.twice(f, other)
				break
			}
		}
	}
}

// twice reports two files that are to be published in one place.
func (s *sealing) twice(a, b output.File) {
	if a.By != address.Static { // a static file can be renamed the most easily
		a, b = b, a
	}
	message := diag.Say("två filer ska publiceras på adressen %q", "two files are to be published at the address %q", "/"+a.Path)
	if a.Path != b.Path {
		message = diag.Say("%q och %q är samma adress på en del webbservrar", "%q and %q are one address on some hosts", "/"+a.Path, "/"+b.Path)
	}
	s.misplaced("page-twice", a, message, diag.Say("döp om den ena, till exempel i mappen static", "rename one of them, for example in the folder static"))
}

// misplaced reports a file at its source, where that is a static file, and else at the
// layout or the page that makes it.
func (s *sealing) misplaced(rule string, f output.File, message, hint diag.Text) {
	if name := "static/" + f.Path; f.By == address.Static && s.source.Has(name) {
		if d := diag.New(rule, diag.Pos{File: name}, message, hint); !slices.ContainsFunc(s.found, func(o diag.Diagnostic) bool { return o.Pos == d.Pos && o.Rule == rule }) {
			s.found = append(s.found, d)
		}
		return
	}
	s.at(rule, f.Path, "", marksOf(f), message, hint)
}

// judged reports what a layout publishes that is more than its name says. Static files and
// pictures of texts have been judged where they lie, and pages and styles are read.
func (s *sealing) judged(f output.File) {
	if f.By != address.Page || slices.Contains([]string{".css", ".html", ".json", ".md"}, path.Ext(f.Path)) {
		return
	}
	for name, own := range s.source {
		if path.Base(name) == path.Base(f.Path) && strings.HasPrefix(name, "content/") && bytes.Equal(own.Data, f.Data) {
			return
		}
	}
	rule := "file-kind"
	wrong, hint := static.Kindless(f.Path)
	if wrong.IsZero() {
		rule = "file-content"
		wrong, hint = static.Judge(f.Path, f.Data)
	}
	if !wrong.IsZero() {
		s.at(rule, f.Path, "", marksOf(f), wrong, hint)
	}
}

// elsewhere says what to do with a file at an address that is not its own.
func elsewhere(f output.File) diag.Text {
	if f.By == address.Static {
		return static.Move
	}
	return diag.Say("låt mallen skriva filen under ett annat namn", "let the layout write the file under another name")
}

// marksOf are what a layout has where it makes a file: its path, or the end of it.
func marksOf(f output.File) []string {
	base := path.Base(f.Path)
	return []string{f.Path, "/" + base + `"`, `"` + base + `"`, "`" + base + "`"}
}
