package seal

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"tillit/tools/internal/diag"
)

// remarkable is a finding under way, in the words of the fault alone: where it stands is
// known when every page has been looked at.
type remarkable struct {
	rule          string
	pos           diag.Pos
	page          string // the address of a page that has the fault
	shared        bool   // it stands in a file that is a part of many pages
	message, hint diag.Text
}

// report notes what is wrong with a page, at the line of prose where the culprit stands,
// or else in a layout or stylesheet of the site's own.
func (s *sealing) report(rule, page, culprit string, message, hint diag.Text) {
	s.at(rule, page, culprit, []string{culprit, html.EscapeString(culprit), readable(culprit)}, message, hint)
}

// at does the same of a fault that templates write in other letters than the page.
func (s *sealing) at(rule, page, culprit string, marks []string, message, hint diag.Text) {
	if pos := s.inProse(page, culprit); pos.File != "" {
		s.note(remarkable{rule: rule, pos: pos, message: message, hint: hint}, page)
		return
	}
	pos := s.inLayouts(marks)
	s.note(remarkable{rule: rule, pos: pos, shared: pos.File != "", message: message, hint: hint}, page)
}

func (s *sealing) note(r remarkable, page string) {
	r.page = "/" + strings.TrimSuffix(page, "index.html")
	if !slices.Contains(s.noted, r) {
		s.noted = append(s.noted, r)
	}
}

// atID does the same of an id, which stands in prose as {#id}, or is made of a heading.
func (s *sealing) atID(page, id string, message, hint diag.Text) {
	pos := s.inProse(page, "{#"+id+"}")
	if pos.File == "" {
		pos = s.inLayouts([]string{`id="` + id + `"`, "id=" + id + ">", "id=" + id + " "})
	} else {
		pos.Column, pos.Length = pos.Column+len("{#"), utf8.RuneCountInString(id)
	}
	if pos.File == "" {
		pos = s.inProse(page, id)
	}
	s.note(remarkable{rule: "page-id", pos: pos, shared: pos.File != "" && pos.File != s.origin.Files[page], message: message, hint: hint}, page)
}

// headings is the place of a heading that a layout adds to the one of the page.
func (s *sealing) headings() diag.Pos {
	s.inLayouts(nil)
	for _, name := range s.own {
		data := s.source[name].Data
		text := lower(data)
		first, last := strings.Index(text, "<h1"), strings.LastIndex(text, "<h1")
		within := strings.HasPrefix(name, "layouts/_") && name != "layouts/_partials/page/title.html" || name == "layouts/baseof.html"
		if first >= 0 && strings.HasPrefix(name, "layouts/") && (within || last > first) {
			return placeOf(name, data, last, "<h1")
		}
	}
	return diag.Pos{}
}

// inProse is the place where a culprit stands in the file that a page was made of.
func (s *sealing) inProse(page, culprit string) diag.Pos {
	file := s.origin.Files[page]
	if file == "" || culprit == "" {
		return diag.Pos{}
	}
	i := s.read(file).Find(culprit)
	if said := readable(culprit); i < 0 && said != culprit { // as its writer wrote it
		i, culprit = s.read(file).Find(said), said
	}
	if _, anchor, ok := strings.Cut(culprit, "#"); ok && i < 0 {
		i, culprit = s.read(file).Leads(anchor), anchor
	}
	if i < 0 {
		return diag.Pos{}
	}
	return placeOf(file, s.source[file].Data, i, culprit)
}

func placeOf(file string, data []byte, at int, culprit string) diag.Pos {
	line, column := diag.LineOf(data, at)
	return diag.Pos{File: file, Line: line, Column: column, Length: utf8.RuneCountInString(culprit)}
}

// inLayouts is the first place in the site's own layouts, and in its stylesheets and pages
// that are published as they lie, where one of some texts stands.
func (s *sealing) inLayouts(marks []string) diag.Pos {
	if s.own == nil {
		s.own = []string{}
		for name, f := range s.source {
			folder, _, _ := strings.Cut(name, "/")
			if f.Own && (folder == "layouts" || slices.Contains([]string{".css", ".html", ""}, path.Ext(name)) && (folder == "assets" || folder == "static")) {
				s.own = append(s.own, name)
			}
		}
		slices.SortFunc(s.own, func(a, b string) int { // layouts before the rest
			if inLayouts := strings.HasPrefix(a, "layouts/"); inLayouts != strings.HasPrefix(b, "layouts/") {
				if inLayouts {
					return -1
				}
				return 1
			}
			return strings.Compare(a, b)
		})
	}
	for _, name := range s.own {
		text := lower(notRun.ReplaceAllFunc(s.source[name].Data, func(b []byte) []byte { return bytes.Repeat([]byte(" "), len(b)) }))
		for _, mark := range marks {
			if i := strings.Index(text, lower([]byte(mark))); mark != "" && i >= 0 {
				bare := strings.TrimLeft(mark, " ")
				return placeOf(name, s.source[name].Data, i+len(mark)-len(bare), bare)
			}
		}
	}
	return diag.Pos{}
}

// notRun is a comment of a template.
var notRun = regexp.MustCompile(`\{\{-?\s*/\*[\s\S]*?\*/\s*-?\}\}`)

// lower has small letters for those of ASCII alone, so that each keeps its place.
func lower(data []byte) string {
	small := bytes.Clone(data)
	for i, b := range small {
		if 'A' <= b && b <= 'Z' {
			small[i] = b + 'a' - 'A'
		}
	}
	return string(small)
}

// tell makes findings of what was noted: one for each fault, however many pages have it.
func (s *sealing) tell() {
	type fault struct {
		rule          string
		pos           diag.Pos
		message, hint diag.Text
	}
	pages := map[fault][]remarkable{}
	var order []fault
	for _, r := range s.noted {
		f := fault{r.rule, r.pos, r.message, r.hint}
		if pages[f] == nil {
			order = append(order, f)
		}
		pages[f] = append(pages[f], r)
	}
	for _, f := range order {
		with := pages[f]
		message := f.message
		switch first, more := with[0], len(with)-1; {
		case first.shared && more > 0:
			message = diag.Say("%s; det gäller %d sidor", "%s; this holds for %d pages", message, more+1)
		case first.shared:
			message = diag.Say("%s; det gäller sidan %s", "%s; this holds for the page %s", message, first.page)
		case more > 1:
			message = diag.Say("sidan %s och %d till: %s", "the page %s and %d more: %s", first.page, more, message)
		case more == 1:
			message = diag.Say("sidorna %s och %s: %s", "the pages %s and %s: %s", first.page, with[1].page, message)
		default:
			message = diag.Say("sidan %s: %s", "the page %s: %s", first.page, message)
		}
		s.found = append(s.found, diag.New(f.rule, f.pos, message, f.hint))
	}
	s.noted = nil
}
