package effect

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
)

// layouts are the templates of a site, and which of them pages come to.
type layouts struct {
	files     folder.Tree // the site's own over the program's
	program   folder.Tree
	languages []record.Language

	partials   map[string]string // files by the name that calls them, without .html
	shortcodes map[string][]string
	called     map[string]bool // shortcodes in prose
	prose      []string        // the texts of all pages

	live    map[string]bool // files that pages come to
	strings map[string]bool // texts within quotation marks in them
	begun   []string        // those of the site's own that end in a slash: "widgets/"
	formats []format
	unknown struct{ partials, assets bool } // a name is made as a template runs
}

// format is a name with a gap, "css/%s.css", in a template.
type format struct {
	pattern *regexp.Regexp
	within  map[string]bool // the texts of that template; nil where any word may fill the gap
}

var (
	comment = regexp.MustCompile(`\{\{-?\s*/\*[\s\S]*?\*/\s*-?\}\}`)
	actions = regexp.MustCompile(`\{\{[\s\S]*?\}\}`)
	quoted  = regexp.MustCompile("\"((?:[^\"\\\\\n]|\\\\.)*)\"|`([^`]*)`")

	bareCall    = regexp.MustCompile("\\b(?:partial(?:Cached)?|partials\\.Include(?:Cached)?)\\s+[\"`]([^\"`]+)[\"`]")
	madePartial = regexp.MustCompile(`\bpartial(?:Cached)?\s+\(?(?:print\s+|printf\s+)?[$.]|\bpartials\.Include(?:Cached)?\s+\(?[$.]`)
	madeAsset   = regexp.MustCompile(`\bresources\.(?:Get|GetMatch|Match)\s+\(?(?:print\s+|printf\s+)?[$.]|\bresources\.ByType\b`)
	gap         = regexp.MustCompile(`%[svdq]`)
	glob        = regexp.MustCompile(`\\\*(?:\\\*)?|\\\{[^}]*\\\}|\\\?`)
)

// hooks are the templates of parts of prose that Hugo asks for.
var hooks = []string{"link", "image", "table", "heading", "blockquote", "codeblock", "passthrough"}

// follow finds the templates that pages come to.
func follow(l *folder.Layers, files folder.Tree, languages []record.Language) *layouts {
	t := &layouts{files: files, program: l.Program, languages: languages,
		partials: map[string]string{}, shortcodes: map[string][]string{}, called: map[string]bool{},
		live: map[string]bool{}, strings: map[string]bool{}}
	for _, rest := range files.Under("content/") {
		if strings.HasSuffix(rest, ".md") {
			text := string(files["content/"+rest].Data)
			t.prose = append(t.prose, text)
			for _, c := range prose.Calls(text) {
				t.called[c.Name] = t.called[c.Name] || !c.Escaped
			}
		}
	}
	for _, rest := range files.Under("layouts/") { // _partials comes before partials, and is taken
		name := "layouts/" + rest
		dir, below, _ := strings.Cut(rest, "/")
		switch key := strings.TrimSuffix(below, ".html"); dir {
		case "_partials", "partials":
			if t.partials[key] == "" {
				t.partials[key] = name
			}
		case "_shortcodes", "shortcodes":
			key = t.spoken(key)
			if all := t.shortcodes[key]; len(all) == 0 || strings.HasPrefix(all[0], "layouts/"+dir) {
				t.shortcodes[key] = append(all, name)
			}
		}
	}
	for _, rest := range files.Under("layouts/") {
		if dir, _, _ := strings.Cut(rest, "/"); !slices.Contains(calledFolders, dir) && t.page(rest) {
			t.visit("layouts/" + rest)
		}
	}
	for key, names := range t.shortcodes {
		if t.called[key] {
			for _, name := range names {
				t.visit(name)
			}
		}
	}
	t.fill()
	return t
}

// calledFolders are those of templates that others call.
var calledFolders = []string{"_partials", "partials", "_shortcodes", "shortcodes"}

// spoken is a name without the language that it may end in: rights.sv.
func (t *layouts) spoken(name string) string {
	if stem, tag, ok := strings.Cut(name, "."); ok && slices.ContainsFunc(t.languages, func(l record.Language) bool { return strings.EqualFold(l.Tag, tag) || l.Key() == tag }) {
		return stem
	}
	return name
}

// page tells whether Hugo looks for a template of this name by itself, given from layouts/.
func (t *layouts) page(rest string) bool {
	stem, ok := strings.CutSuffix(rest, ".html")
	if !ok {
		return false
	}
	dir, base := path.Split(stem)
	dir, base = strings.TrimSuffix(dir, "/"), t.spoken(base)
	switch {
	case dir == "_markup" || path.Base(dir) == "_markup":
		hook, ok := strings.CutPrefix(base, "render-")
		first, _, _ := strings.Cut(hook, "-")
		return ok && slices.Contains(hooks, first)
	case dir == "" || dir == "_default":
		return slices.Contains([]string{"baseof", "home", "page", "404"}, base)
	case t.program.Has("layouts/" + dir + "/page.html"): // a kind of page
		return base == "page" || base == "baseof"
	}
	first, _, _ := strings.Cut(dir, "/")
	return len(t.files.Under("content/"+first+"/")) > 0 && slices.Contains([]string{"page", "single", "baseof"}, base)
}

// visit follows what a template calls.
func (t *layouts) visit(name string) {
	if t.live[name] {
		return
	}
	t.live[name] = true
	text := comment.ReplaceAllString(string(t.files[name].Data), "")
	fresh := ""
	if t.files[name].Own {
		fresh = novel(text, comment.ReplaceAllString(string(t.program[name].Data), ""))
	}
	t.unknown.partials = t.unknown.partials || madePartial.MatchString(fresh)
	t.unknown.assets = t.unknown.assets || madeAsset.MatchString(fresh)
	within := textsIn(text)
	for s := range within {
		t.strings[strings.TrimPrefix(s, "/")] = true
		mine := strings.Contains(fresh, s)
		if mine && strings.HasSuffix(s, "/") && len(s) > 1 {
			t.begun = append(t.begun, s)
		}
		switch {
		case gap.MatchString(s) && !strings.Contains(s, " "):
			f := format{within: within}
			f.pattern = regexp.MustCompile("^" + gap.ReplaceAllString(regexp.QuoteMeta(strings.TrimPrefix(s, "/")), "(.+)") + "$")
			if mine {
				f.within = nil
			}
			t.formats = append(t.formats, f)
		case strings.ContainsAny(s, "*{") && !strings.Contains(s, " ") && mine:
			t.formats = append(t.formats, format{pattern: regexp.MustCompile("(?i)^" + glob.ReplaceAllString(regexp.QuoteMeta(strings.TrimPrefix(s, "/")), ".*") + "$")})
		}
		if key, ok := strings.CutSuffix(strings.TrimPrefix(s, "_partials/"), ".html"); ok && t.partials[key] != "" {
			t.visit(t.partials[key])
		}
	}
	for _, m := range bareCall.FindAllStringSubmatch(text, -1) {
		if to := t.partials[m[1]]; to != "" {
			t.visit(to)
		}
	}
}

// fill visits the partials whose names are made with a gap, until there are no more.
func (t *layouts) fill() {
	for more := true; more; {
		more = false
		for key, name := range t.partials {
			if !t.live[name] && (t.unknown.partials || t.made(key) || t.made(key+".html")) {
				t.visit(name)
				more = true
			}
		}
	}
}

// made tells whether a template makes a name of parts.
func (t *layouts) made(name string) bool {
	if slices.ContainsFunc(t.begun, func(s string) bool { return strings.HasPrefix(name, s) }) {
		return true
	}
	return slices.ContainsFunc(t.formats, func(f format) bool {
		m := f.pattern.FindStringSubmatch(name)
		return m != nil && (f.within == nil || !slices.ContainsFunc(m[1:], func(part string) bool { return !f.within[part] }))
	})
}

// textsIn are the texts within quotation marks in the actions of a template.
func textsIn(text string) map[string]bool {
	all := map[string]bool{}
	for _, action := range actions.FindAllString(text, -1) {
		for _, m := range quoted.FindAllStringSubmatch(action, -1) {
			if s := m[1] + m[2]; s != "" {
				all[s] = true
			}
		}
	}
	return all
}

// novel are the lines of a text that another lacks.
func novel(text, other string) string {
	known := map[string]bool{}
	for line := range strings.Lines(other) {
		known[strings.TrimSpace(line)] = true
	}
	var lines strings.Builder
	for line := range strings.Lines(text) {
		if !known[strings.TrimSpace(line)] {
			lines.WriteString(line)
		}
	}
	return lines.String()
}
