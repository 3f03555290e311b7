package prose

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// shortcodes reports every shortcode that does not exist or is not closed. Hugo
// would stop at the first, and which is first depends on the machine.
func (p *prose) shortcodes() {
	known := map[string]bool{} // and whether it takes text within
	for name, f := range p.files {
		if s, ok := strings.CutPrefix(name, "layouts/_shortcodes/"); ok {
			s, _, _ = strings.Cut(s, ".")
			known[s] = known[s] || strings.Contains(string(f.Data), ".Inner")
		}
	}
	names := slices.Sorted(maps.Keys(known))
	for _, page := range p.pages {
		p.calls(page.doc, known, names)
	}
}

func (p *prose) calls(d *Document, known map[string]bool, names []string) {
	place := func(c Call, length int) diag.Pos {
		line, column := diag.LineOf(d.Data, c.From)
		return diag.Pos{File: d.Name, Line: line, Column: column, Length: length}
	}
	var open []Call
	unknown := map[string]bool{}
	for _, c := range d.Calls {
		pos := func() diag.Pos {
			return place(c, utf8.RuneCount(d.Data[c.From:min(c.To, c.From+60)]))
		}
		switch takesText, exists := known[c.Name]; {
		case c.Broken:
			p.report("prose-shortcode", place(c, 3),
				diag.Say("kortkoden %q avslutas inte", "the shortcode %q has no end", c.Name),
				diag.Say("avsluta den med %s", "end it with %s", c.end()))
			return // what follows would be read as its words
		case c.Escaped:
		case !exists:
			if !c.Ends || !unknown[c.Name] { // the end of one is no second mistake
				p.unknownShortcode(pos(), d, c.Name, names)
			}
			unknown[c.Name] = true
		case c.Ends:
			i := lastOpen(open, c.Name)
			if i < 0 {
				p.report("prose-shortcode", pos(),
					diag.Say("kortkoden %q avslutas här men har inte börjat", "the shortcode %q ends here but has not begun", c.Name),
					diag.Say("ta bort raden, eller skriv {{%s %s %s där den ska börja", "remove the line, or write {{%s %s %s where it is to begin", c.Mark, c.Name, c.end()))
				continue
			}
			for _, o := range open[i+1:] {
				p.unclosed(place(o, 3), o)
			}
			open = open[:i]
		case takesText && !c.Whole:
			open = append(open, c)
		}
	}
	for _, o := range open {
		p.unclosed(place(o, 3), o)
	}
}

func (p *prose) unknownShortcode(pos diag.Pos, page *Document, name string, names []string) {
	hint := diag.Say("ta bort den", "remove it")
	if near := diag.Nearest(name, names); near != "" {
		hint = diag.Say("menade du %s?", "did you mean %s?", near)
	}
	d := p.report("prose-shortcode", pos, diag.Say("kortkoden %q finns inte", "the shortcode %q does not exist", name), hint)
	now := diag.Meant(name, names)
	for _, c := range page.Calls { // its end is named as well
		if at := bytes.Index(page.Data[c.From:c.To], []byte(name)); now != "" && c.Name == name && at >= 0 {
			line, column := diag.LineOf(page.Data, c.From+at)
			d.Mend(diag.Edit{Pos: diag.Pos{File: page.Name, Line: line, Column: column}, Deed: diag.Splice, Was: name, Now: now})
		}
	}
}

func (p *prose) unclosed(pos diag.Pos, c Call) {
	p.report("prose-shortcode", pos,
		diag.Say("kortkoden %q börjar här men avslutas aldrig", "the shortcode %q begins here but never ends", c.Name),
		diag.Say("skriv {{%[1]s /%[2]s %[3]s där den ska sluta", "write {{%[1]s /%[2]s %[3]s where it is to end", c.Mark, c.Name, c.end()))
}

func lastOpen(open []Call, name string) int {
	for i := len(open) - 1; i >= 0; i-- {
		if open[i].Name == name {
			return i
		}
	}
	return -1
}
