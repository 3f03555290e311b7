package effect

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
)

// loaded are the endings of files that nobody opens by themselves: a page loads them, or
// nothing does.
var loaded = []string{".css", ".scss", ".sass", ".less", ".js", ".mjs", ".cjs", ".ts", ".jsx", ".tsx", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot"}

// pictures are the endings of what lies beside a text to be shown in it.
var pictures = []string{".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}

// assets tells of files in assets/, static/ and content/ that nothing reads.
func (s *search) assets() {
	live := s.liveAssets()
	for _, rest := range s.own("assets/") {
		if !live[rest] {
			s.asset(rest)
		}
	}
	for _, rest := range s.own("static/") {
		if ending := strings.ToLower(path.Ext(rest)); !slices.Contains(loaded, ending) || s.named(rest) || s.inFiles(rest, live) {
			continue
		}
		hint := diag.Say("ladda den i en egen mall, eller ta bort filen", "load it in a layout of your own, or remove the file")
		if strings.HasSuffix(rest, ".css") {
			hint = diag.Say("lägg stilarna i %s, som varje sida laddar sist", "put the styles into %s, which every page loads last", Custom)
		}
		s.tell("static/"+rest, diag.Say("ingen sida laddar den", "no page loads it"), hint)
	}
	for _, rest := range s.own("content/") {
		if slices.Contains(pictures, strings.ToLower(path.Ext(rest))) && !s.named(rest) {
			s.tell("content/"+rest, diag.Say("ingen text visar bilden", "no text shows the picture"),
				diag.Say("visa den med ![vad den visar](%s), eller ta bort filen", "show it with ![what it shows](%s), or remove the file", path.Base(rest)))
		}
	}
}

// liveAssets are the files of assets/ that a template, a text or the facts name, and those
// that these name in their turn.
func (s *search) liveAssets() map[string]bool {
	live := map[string]bool{}
	names := s.files.Under("assets/")
	for _, rest := range names {
		if s.layouts.unknown.assets || s.layouts.strings[rest] || s.layouts.made(rest) || s.shown(rest) ||
			s.organisation.Brand != nil && s.organisation.Brand.Logo == rest {
			live[rest] = true
		}
	}
	for more := true; more; {
		more = false
		for _, rest := range names {
			if !live[rest] && s.inFiles(rest, live) {
				live[rest], more = true, true
			}
		}
	}
	return live
}

// inFiles tells whether one of the site's own stylesheets, scripts or pages that are not
// made by a layout names a file: @import, url(), import.
func (s *search) inFiles(rest string, live map[string]bool) bool {
	stem := strings.TrimPrefix(strings.TrimSuffix(path.Base(rest), path.Ext(rest)), "_")
	called := regexp.MustCompile(`(?:^|[/"'(\s])_?` + regexp.QuoteMeta(stem) + `(?:\.[A-Za-z0-9]+)?["')\s;?#]`)
	for name, f := range s.Own {
		dir, from, _ := strings.Cut(name, "/")
		if from == rest || !f.Own || !slices.Contains([]string{".css", ".scss", ".sass", ".less", ".js", ".mjs", ".ts", ".jsx", ".tsx", ".html", ".htm", ".svg"}, path.Ext(name)) {
			continue
		}
		if (dir == "static" || dir == "assets" && live[from]) && called.Match(f.Data) {
			return true
		}
	}
	return false
}

// shown tells whether the prose of a page names a file of assets/ by its whole name.
func (s *search) shown(rest string) bool {
	return slices.ContainsFunc(s.layouts.prose, func(text string) bool { return strings.Contains(text, rest) })
}

// named tells whether the prose of a page or a layout that pages come to names a file.
func (s *search) named(rest string) bool {
	base := path.Base(rest)
	if s.shown(base) || s.layouts.made(rest) || s.layouts.made(base) {
		return true
	}
	for text := range s.layouts.strings {
		if strings.HasSuffix(text, base) {
			return true
		}
	}
	for name := range s.layouts.live { // and within attributes of HTML that Go's quotation marks cut
		if f := s.files[name]; f.Own && strings.Contains(string(f.Data), base) {
			return true
		}
	}
	return false
}

// asset tells of one file in assets/.
func (s *search) asset(rest string) {
	name := "assets/" + rest
	var hint diag.Text
	switch ending := strings.ToLower(path.Ext(rest)); {
	case name == Custom:
		s.tell(name, diag.Say("webbplatsens egen mall page/head.html laddar den inte", "the site's own layout page/head.html does not load it"),
			diag.Say("ta med den som i den mall som följer med tillit", "load it as the layout that comes with tillit does"))
		return
	case s.Program.Has(name):
		hint = remove
	case nearest(rest, append(s.Program.Under("assets/"), "css/custom.css")) != "" && slices.Contains(loaded, ending):
		hint = s.rename("assets/" + nearest(rest, append(s.Program.Under("assets/"), "css/custom.css")))
	case ending == ".css" || ending == ".scss" || ending == ".sass" || ending == ".less":
		hint = diag.Say("lägg stilarna i %s, som varje sida laddar sist", "put the styles into %s, which every page loads last", Custom)
	case slices.Contains(pictures, ending):
		hint = diag.Say("visa bilden i en text, skriv den som logotyp under brand i data/organisation.yaml, eller ta bort filen", "show the picture in a text, write it as the logotype under brand in data/organisation.yaml, or remove the file")
	default:
		hint = diag.Say("ladda den i en egen mall, eller ta bort filen", "load it in a layout of your own, or remove the file")
	}
	s.tell(name, diag.Say("ingen sida laddar den", "no page loads it"), hint)
}
