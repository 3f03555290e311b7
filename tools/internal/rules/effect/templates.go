package effect

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
)

// templates tells of the site's own templates that no page comes to.
func (s *search) templates() {
	for _, rest := range s.own("layouts/") {
		name := "layouts/" + rest
		if s.layouts.live[name] {
			s.emptyData(name)
			s.deprecated(name)
			continue
		}
		dir, below, _ := strings.Cut(rest, "/")
		switch dir {
		case "_partials", "partials":
			s.partial(name, dir, below)
		case "_shortcodes", "shortcodes":
			s.shortcode(name, dir, below)
		default:
			s.template(name, rest)
		}
	}
}

// emptyData tells of a template that asks Hugo for the facts.
func (s *search) emptyData(name string) {
	data := s.files[name].Data
	for _, at := range hugoData.FindAllIndex(data, -1) {
		line, column := diag.LineOf(data, at[0])
		s.found = append(s.found, diag.New("no-effect", diag.Pos{File: name, Line: line, Column: column, Length: at[1] - at[0]},
			diag.Say("%q är tomt: Hugo ser inget av data/", "%q is empty: Hugo sees nothing of data/", string(data[at[0]:at[1]])),
			diag.Say("läs fakta ur site.Params.tillit, som mallarna som följer med tillit gör", "read facts from site.Params.tillit, as the layouts that come with tillit do")))
	}
}

var hugoData = regexp.MustCompile(`\bhugo\.Data\b`)

// gone is what Hugo will soon do without, in the words of a template, and what to write
// instead; nothing for facts. Hugo tells of more, in a build.
var gone = []struct {
	pattern *regexp.Regexp
	instead string
}{
	{regexp.MustCompile(`\.?\b[sS]ite\.Data\b`), ""},
	{regexp.MustCompile(`\.?\b[sS]ite\.AllPages\b`), "site.RegularPages"},
	{regexp.MustCompile(`\.?\b[sS]ite\.Languages\b`), "site.Params.tillit.Languages"},
	{regexp.MustCompile(`\.?\b[sS]ite\.LanguageCode\b`), "site.Language.Locale"},
	{regexp.MustCompile(`\bLanguage\.LanguageCode\b`), "Language.Locale"},
	{regexp.MustCompile(`\bLanguage\.LanguageName\b`), "Language.Label"},
	{regexp.MustCompile(`\bLanguage\.LanguageDirection\b`), "Language.Direction"},
	{regexp.MustCompile(`\bresources\.PostProcess\b`), "templates.Defer"},
}

// deprecated tells of what stops a build as soon as a page comes to it.
func (s *search) deprecated(name string) {
	data := s.files[name].Data
	text := comment.ReplaceAllFunc(data, func(b []byte) []byte { return bytes.Repeat([]byte(" "), len(b)) })
	for _, g := range gone {
		hint := diag.Say("skriv %s", "write %s", g.instead)
		if g.instead == "" {
			hint = diag.Say("läs fakta ur site.Params.tillit, som mallarna som följer med tillit gör; Hugo ser inget av data/",
				"read facts from site.Params.tillit, as the layouts that come with tillit do; Hugo sees nothing of data/")
		}
		for _, at := range g.pattern.FindAllIndex(text, -1) {
			line, column := diag.LineOf(data, at[0])
			word := string(data[at[0]:at[1]])
			s.found = append(s.found, diag.New("layout-deprecated", diag.Pos{File: name, Line: line, Column: column, Length: len(word)},
				diag.Say("en mall använder %s, som snart inte finns längre", "a layout uses %s, which will soon be gone", word), hint))
		}
	}
}

// older are the names that older versions of Hugo gave templates, or that other themes
// have, and the one here.
var older = map[string]string{
	"index": "home.html", "single": "page.html", "section": "page.html", "list": "page.html", "all": "page.html",
}

// template tells of one that Hugo would have to look for by itself.
func (s *search) template(name, rest string) {
	dir, base := path.Split(rest)
	stem, _, _ := strings.Cut(base, ".")
	why := diag.Say("ingen sida använder en mall med det namnet", "no page uses a layout of that name")
	now := older[stem]
	if dir == "" && now == "" && path.Ext(base) == ".html" {
		now = diag.Nearest(base, []string{"baseof.html", "home.html", "page.html", "404.html"})
	}
	kind := strings.TrimSuffix(dir, "/")
	var candidates []string
	for _, own := range s.Program.Under("layouts/") {
		if first, _, _ := strings.Cut(own, "/"); !slices.Contains(calledFolders, first) {
			candidates = append(candidates, own)
		}
	}
	switch {
	case strings.EqualFold(path.Ext(base), ".htm"), path.Ext(base) != ".html" && strings.EqualFold(path.Ext(base), ".html"):
		s.tell(name, why, s.rename(strings.TrimSuffix(name, path.Ext(name))+".html"))
	case path.Ext(base) != ".html":
		s.tell(name, diag.Say("sidorna görs av mallar vars namn slutar på .html; flöden, sitemap och robots.txt görs av programmet", "pages are made by layouts whose names end in .html; feeds, the sitemap and robots.txt are made by the program"), remove)
	case now != "" && (kind == "" || kind == "_default"):
		s.tell(name, why, s.rename("layouts/"+now))
	case now != "" && s.Program.Has("layouts/"+dir+now):
		s.tell(name, why, s.rename("layouts/"+dir+now))
	case kind == "_markup":
		s.tell(name, why, s.or(nearest(rest, candidates)))
	case dir == "" && slices.Contains(s.pages(), stem):
		s.tell(name, why, s.rename("layouts/"+stem+"/page.html"))
	case oneSlip(kind, s.pages()) != "" && slices.Contains([]string{"page", "single", "baseof"}, stem):
		s.tell(name, why, s.rename("layouts/"+oneSlip(kind, s.pages())+"/"+base))
	default:
		near := ""
		for _, c := range candidates {
			if oneSlip(kind, []string{path.Dir(c)}) != "" && kind != "" {
				near = c
			}
		}
		s.tell(name, why, s.or(near))
	}
}

// pages are the folders of pages.
func (s *search) pages() []string {
	var ids []string
	for _, rest := range s.files.Under("content/") {
		if id, _, ok := strings.Cut(rest, "/"); ok && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// or suggests a template of the program's, or else to remove the file.
func (s *search) or(near string) diag.Text {
	if near == "" {
		return diag.Say("mallarna som kan ersättas är baseof.html, home.html, page.html, 404.html och de i _partials och _shortcodes; ta annars bort filen",
			"the layouts that may be replaced are baseof.html, home.html, page.html, 404.html and those in _partials and _shortcodes; else remove the file")
	}
	return s.rename("layouts/" + near)
}

// partial tells of one that no layout calls.
func (s *search) partial(name, dir, below string) {
	now := below
	if moved := folder.Moved[below]; moved != "" {
		now = moved
	}
	why := diag.Say("ingen mall anropar den", "no layout calls it")
	switch {
	case dir == "partials" && s.Program.Has(folder.Partials+now):
		s.tell(name, diag.Say("delmallar ligger i layouts/_partials", "partials lie in layouts/_partials"), s.rename(folder.Partials+now))
	case s.Program.Has(name): // replaced, but a layout of the site's own no longer calls it
		s.tell(name, diag.Say("ingen mall anropar den längre, för webbplatsen har egna mallar i stället för dem som gjorde det", "no layout calls it any more, since the site has layouts of its own in place of those that did"), remove)
	default:
		candidates := s.Program.Under(folder.Partials)
		near := nearest(s.bare(below), candidates)
		if near == "" {
			near = folder.Moved[nearest(s.bare(below), old)]
		}
		hint := diag.Say(`anropa den i en egen mall, {{ partial %q . }}, eller ta bort filen`, `call it in a layout of your own, {{ partial %q . }}, or remove the file`, below)
		if near != "" {
			hint = s.rename(folder.Partials + near)
		}
		s.tell(name, why, hint)
	}
}

// old are the old names of partials.
var old = func() []string {
	var names []string
	for name := range folder.Moved {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}()

// bare is the name of a partial without a language, which partials do not have.
func (s *search) bare(below string) string {
	return s.layouts.spoken(strings.TrimSuffix(below, path.Ext(below))) + ".html"
}

// shortcode tells of one that no page calls.
func (s *search) shortcode(name, dir, below string) {
	key := s.layouts.spoken(strings.TrimSuffix(below, ".html"))
	candidates := s.Program.Under("layouts/_shortcodes/")
	there := "layouts/_shortcodes/" + key + ".html"
	switch {
	case dir == "shortcodes" && len(s.layouts.shortcodes[key]) > 0 && s.layouts.called[key]:
		s.tell(name, diag.Say("kortkoder ligger i layouts/_shortcodes", "shortcodes lie in layouts/_shortcodes"), s.rename(there))
	case s.Program.Has(there):
		s.tell(name, diag.Say("ingen sida använder kortkoden %q", "no page uses the shortcode %q", key),
			diag.Say("skriv {{< %s >}} i en text, eller ta bort filen", "write {{< %s >}} in prose, or remove the file", key))
	case nearest(key+".html", candidates) != "":
		s.tell(name, diag.Say("ingen sida använder kortkoden %q", "no page uses the shortcode %q", key), s.rename("layouts/_shortcodes/"+nearest(key+".html", candidates)))
	default:
		s.tell(name, diag.Say("ingen sida använder kortkoden %q", "no page uses the shortcode %q", key),
			diag.Say("skriv {{< %s >}} i en text, eller ta bort filen", "write {{< %s >}} in prose, or remove the file", key))
	}
}
