package effect

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/page"
)

// read is a field that a template reads of what it is given.
var read = regexp.MustCompile(`\.([A-Z][A-Za-z]*)`)

// ofHugo are fields that hold no facts.
var ofHugo = []string{"Get", "Page", "Inner", "Position", "Params", "Language", "Lang", "Site", "ID", "In", "Key", "Keys", "Count", "Text",
	"GetPage", "RelPermalink", "Permalink", "Parent", "SetInMap", "Store", "Scratch", "Where", "IsHome", "Ordinal"}

// apart are the folders of templates that hold no facts of their own: what stands around
// a page, and how a word is set.
var apart = []string{"page/", "fact/"}

// showing are the templates by which pages show facts, as the program has them: the
// shortcodes of the table of facts, and what those call.
func showing(program folder.Tree) []string {
	seen := map[string]bool{}
	var add func(name string)
	add = func(name string) {
		if f, ok := program[name]; ok && !seen[name] {
			seen[name] = true
			for _, m := range bareCall.FindAllStringSubmatch(bare(f.Data), -1) {
				if !slices.ContainsFunc(apart, func(dir string) bool { return strings.HasPrefix(m[1], dir) }) {
					add("layouts/_partials/" + m[1])
				}
			}
		}
	}
	for _, f := range page.Facts() {
		name, _, _ := strings.Cut(f.Call, " ")
		add("layouts/_shortcodes/" + name + ".html")
	}
	return slices.Sorted(maps.Keys(seen))
}

// bare is a template without its comments.
func bare(data []byte) string { return comment.ReplaceAllString(string(data), "") }

// fields are what a template reads, and the templates that it calls which are its own in
// one of two sites: what has moved from one to another is still read.
func fields(files folder.Tree, name string, seen map[string]bool) map[string]bool {
	all := map[string]bool{}
	if seen[name] {
		return all
	}
	seen[name] = true
	text := bare(files[name].Data)
	for _, action := range actions.FindAllString(text, -1) {
		for _, m := range read.FindAllStringSubmatch(action, -1) {
			if !slices.Contains(ofHugo, m[1]) {
				all[m[1]] = true
			}
		}
	}
	for _, m := range bareCall.FindAllStringSubmatch(text, -1) {
		if slices.ContainsFunc(apart, func(dir string) bool { return strings.HasPrefix(m[1], dir) }) {
			continue
		}
		maps.Copy(all, fields(files, "layouts/_partials/"+m[1], seen))
	}
	return all
}

// drops tells of each template of the site's own that shows less of the facts than the
// program's in whose place it stands: what it does not read reaches no reader.
func (s *search) drops() {
	for _, name := range showing(s.Program) {
		own, ok := s.Own[name]
		if !ok || string(own.Data) == string(s.Program[name].Data) {
			continue
		}
		had, has := fields(s.Program, name, map[string]bool{}), fields(s.files, name, map[string]bool{})
		var lacks []diag.Text
		for _, field := range slices.Sorted(maps.Keys(had)) {
			if !has[field] {
				lacks = append(lacks, diag.Text{SV: "." + field, EN: "." + field})
			}
		}
		if len(lacks) == 0 {
			continue
		}
		names := diag.Some(lacks)
		d := diag.New("layout-drops", diag.Pos{File: name, Line: 1, Column: 1},
			diag.Say("mallen visar inte de fakta som programmets mall visar: den läser inte %s", "the template does not show the facts that the program's shows: it does not read %s", names),
			diag.Say("läs dem i mallen eller i en som den anropar; docs/layouts.md säger vad de är", "read them in the template, or in one that it calls; docs/layouts.md tells what they are"))
		if len(lacks) < len(had) {
			d.Severity = diag.Warning
		}
		s.found = append(s.found, d)
	}
}
