// Package effect finds what lies in the folders of a site and nothing reads: a setting
// of Hugo's, a misspelt template, a stylesheet that no page loads. Whoever wrote it
// believes that it works, so each is told by name, with what was meant.
//
// Where it cannot be told, because a template of the site's own makes up names as it
// runs, nothing is said.
package effect

import (
	"maps"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
)

// Custom is the stylesheet of a site's own that every page loads last.
const Custom = "assets/css/custom.css"

// search is a look at the files of one site.
type search struct {
	*folder.Layers
	files        folder.Tree // the site's own over the program's
	organisation *record.Organisation
	languages    []record.Language

	layouts *layouts
	found   diag.List
}

// Find returns what has no effect on the site of an organisation, and what its templates
// leave out of the facts.
func Find(l *folder.Layers, o *record.Organisation) diag.List {
	if len(l.Own) == 0 && len(l.Beside) == 0 && len(l.Hidden) == 0 {
		return nil
	}
	s := &search{Layers: l, files: l.Files(), organisation: o, languages: record.SiteLanguages(o)}
	s.beside()
	for _, name := range l.Hidden {
		s.tell(name, diag.Say("filer vars namn börjar med punkt publiceras inte", "files whose names begin with a dot are not published"),
			diag.Say("ställ in webbservern där den står; det som hör till adresser är mappen static/.well-known", "configure the web server where it stands; what belongs to addresses is the folder static/.well-known"))
	}
	if slices.ContainsFunc(slices.Collect(maps.Keys(l.Own)), mayHaveNone) {
		s.layouts = follow(l, s.files, s.languages)
		s.words()
		s.templates()
		s.drops()
		s.assets()
	}
	s.found.Sort()
	return s.found
}

// mayHaveNone tells whether a file may be one that nothing reads. Prose is not: it is a
// page, and told of as one.
func mayHaveNone(name string) bool {
	return !strings.HasPrefix(name, "content/") || !strings.HasSuffix(name, ".md")
}

// own lists the site's own files below a folder, from there, sorted.
func (s *search) own(dir string) []string { return s.Own.Under(dir) }

func (s *search) tell(name string, why, hint diag.Text) {
	s.found = append(s.found, diag.New("no-effect", diag.Pos{File: name},
		diag.Say("%q har ingen verkan: %s", "%q has no effect: %s", name, why), hint))
}

// rename tells to give a file the name that was meant, unless the site has a file there.
func (s *search) rename(to string) diag.Text {
	if s.Own.Has(to) {
		return diag.Say("ta bort filen; %s finns redan", "remove the file; there is a %s already", to)
	}
	return diag.Say("menade du %s?", "did you mean %s?", to)
}

var remove = diag.Say("ta bort filen", "remove the file")

// words looks for words of a language that the site lacks. English lends its words to others.
func (s *search) words() {
	for _, rest := range s.own("i18n/") {
		tag, ok := strings.CutSuffix(rest, ".yaml")
		if !ok || strings.Contains(tag, "/") || strings.EqualFold(tag, "en") || s.speaks(tag) {
			continue // another name is told by the reader of words
		}
		hint := diag.Say("lägg till %q under languages i data/organisation.yaml, eller ta bort filen", "add %q to languages in data/organisation.yaml, or remove the file", tag)
		if near := s.meant(tag); near != "" {
			hint = s.rename("i18n/" + near + ".yaml")
		}
		s.tell("i18n/"+rest, diag.Say("webbplatsen finns inte på språket %q", "the site is not in the language %q", tag), hint)
	}
}

func (s *search) speaks(tag string) bool {
	return slices.ContainsFunc(s.languages, func(l record.Language) bool { return strings.EqualFold(l.Tag, tag) || l.Key() == tag })
}

// slips are names that people give a language after its country, or in full.
var slips = map[string]string{"se": "sv", "swe": "sv", "svenska": "sv", "swedish": "sv", "gb": "en", "uk": "en", "us": "en", "eng": "en", "english": "en", "dk": "da", "no": "nb"}

// meant is the site's language that a name was meant to be.
func (s *search) meant(tag string) string {
	tag = strings.ToLower(strings.ReplaceAll(tag, "_", "-"))
	first, _, _ := strings.Cut(tag, "-")
	for _, l := range s.languages {
		key := strings.ToLower(l.Tag)
		if key == tag || key == first || key == slips[tag] || strings.HasPrefix(key, tag+"-") {
			return l.Tag
		}
	}
	return ""
}

// oneSlip is the candidate that a word was meant to be, if a single letter or the
// transposition of two tells them apart.
func oneSlip(word string, candidates []string) string {
	for _, c := range candidates {
		if d := len(word) - len(c); -1 <= d && d <= 1 && slip(strings.ToLower(word), c) {
			return c
		}
	}
	return ""
}

func slip(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	restA, restB := a[i:], b[i:]
	switch {
	case restA == "" || restB == "":
		return true // of names that differ by a letter at most
	case len(a) == len(b):
		return restA[1:] == restB[1:] ||
			len(restA) > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2:] == restB[2:]
	case len(a) > len(b):
		return restA[1:] == restB
	}
	return restA == restB[1:]
}

// nearest is the candidate whose stem is nearest to that of a name.
func nearest(name string, candidates []string) string {
	var bases []string
	whole := map[string]string{}
	for _, c := range candidates {
		base := stem(c)
		if whole[base] == "" || path.Dir(c) == path.Dir(name) {
			whole[base] = c
		}
		bases = append(bases, base)
	}
	near := diag.Nearest(stem(name), bases)
	if near == "" || near[0] != strings.ToLower(stem(name))[0] && oneSlip(stem(name), []string{near}) == "" {
		return "" // a slip seldom hits the first letter
	}
	return whole[near]
}

// stem is the last part of a name, without its ending.
func stem(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }
