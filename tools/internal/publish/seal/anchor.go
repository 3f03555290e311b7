package seal

import (
	"bytes"
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
)

// loses notes a place that the own prose of a page lacks although others lead there: a
// heading that the program's page has, or what no writer of the other page has put
// there. It tells whether that is so; else the link is wrong where it stands.
func (s *sealing) loses(from string, l link) bool {
	u, err := url.Parse(strings.TrimSpace(l.to))
	if err != nil || u.Path == "" {
		return false
	}
	name, _ := s.target(from, u)
	file := s.origin.Files[name]
	if name == from || file == "" || !s.source[file].Own || bytes.Equal(s.source[file].Data, s.origin.Program[file].Data) {
		return false
	}
	by := s.origin.Files[from]
	written := s.source[by].Own && (s.read(by).Find(l.to) >= 0 || s.read(by).Find(readable(l.to)) >= 0 || s.read(by).Leads(u.Fragment) >= 0)
	if _, had := s.heading(file, u.Fragment); written && !had {
		return false
	}
	if s.lost[file] == nil {
		s.lost[file] = map[string]int{}
	}
	s.lost[file][u.Fragment]++
	return true
}

// heading is that of the program's page which has an anchor.
func (s *sealing) heading(file, anchor string) (prose.Heading, bool) {
	headings := prose.File{File: file, Data: s.origin.Program[file].Data}.Read().Headings
	i := slices.IndexFunc(headings, func(h prose.Heading) bool { return h.Anchor == anchor })
	if i < 0 {
		return prose.Heading{}, false
	}
	return headings[i], true
}

// anchors tells of each file of own prose, once, which places it lacks that others lead
// to, and what brings them back.
func (s *sealing) anchors() {
	for _, file := range slices.Sorted(maps.Keys(s.lost)) {
		var names []diag.Text
		var write []string
		for _, anchor := range slices.Sorted(maps.Keys(s.lost[file])) {
			name, call := s.called(file, anchor)
			if names = append(names, name); !slices.Contains(write, call) {
				write = append(write, call)
			}
		}
		s.found = append(s.found, diag.New("page-anchors", s.read(file).Begins(),
			diag.Say("sidans egen text saknar det som andra sidor leder till: %s", "the page's own text lacks what other pages lead to: %s", diag.Some(names)),
			diag.Say("skriv i texten, där det ska stå:\n%s", "write in the text, where it is to stand:\n%s", strings.Join(write, "\n\n"))))
	}
}

// called names what stands at an anchor, and what to write for it.
func (s *sealing) called(file, anchor string) (name diag.Text, write string) {
	if h, ok := s.heading(file, anchor); ok {
		return diag.Say("rubriken %q", "the heading %q", h.Text), fmt.Sprintf("%s %s {#%s}", strings.Repeat("#", h.Level), h.Text, anchor)
	}
	if s.origin.Record != nil {
		if name, folder := s.origin.Record(anchor); !name.IsZero() {
			return name, showing(path.Base(path.Dir(file)), folder, anchor)
		}
	}
	return diag.Say("#%s", "#%s", anchor), heading(anchor)
}

// heading is one that has an anchor.
func heading(anchor string) string { return "## … {#" + anchor + "}" }

// showing is the shortcode by which a page shows the records of a folder.
func showing(id, folder, anchor string) string {
	for _, f := range page.Facts() {
		if f.Page == id && f.ShowsRecords(folder) {
			return "{{< " + f.Call + " >}}"
		}
	}
	return heading(anchor)
}
