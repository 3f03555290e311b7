package prose

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// A shortcode in prose: {{< name "word" >}}, {{% when "x" %}} … {{% /when %}}.
// One within comment marks, {{</* name */>}}, is text about shortcodes.
var shortcodeTag = regexp.MustCompile(`\{\{([<%])\s*(/\*)?\s*(/?)\s*([^\s"<>%{}/]*)`)

type openTag struct {
	name, mark string
	at         int
}

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
		p.tags(page.File, p.files[page.File].Data, known, names)
	}
}

func (p *prose) tags(file string, data []byte, known map[string]bool, names []string) {
	text := string(data)
	place := func(at, length int) diag.Pos {
		line, column := diag.LineOf(data, at)
		return diag.Pos{File: file, Line: line, Column: column, Length: length}
	}
	var open []openTag
	unknown := map[string]bool{}
	for at := 0; ; {
		m := shortcodeTag.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		start := at + m[0]
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[at+m[2*i] : at+m[2*i+1]]
		}
		mark, comment, slash, name := part(1), part(2), part(3), part(4)
		end, selfClosed, ok := tagEnd(text, at+m[1], mark)
		at = max(end, at+m[1])
		pos := func() diag.Pos { return place(start, utf8.RuneCountInString(text[start:min(at, start+60)])) }
		switch takesText, exists := known[name]; {
		case comment != "":
		case !ok:
			p.report("prose-shortcode", place(start, 3),
				diag.Say("kortkoden %q avslutas inte", "the shortcode %q has no end", name),
				diag.Say("avsluta den med %s}}", "end it with %s}}", closing(mark)))
			return // what follows would be read as its words
		case !exists:
			if slash == "" || !unknown[name] { // the end of one is no second mistake
				p.unknownShortcode(pos(), name, names)
			}
			unknown[name] = true
		case slash != "":
			i := lastOpen(open, name)
			if i < 0 {
				p.report("prose-shortcode", pos(),
					diag.Say("kortkoden %q avslutas här men har inte börjat", "the shortcode %q ends here but has not begun", name),
					diag.Say("ta bort raden, eller skriv {{%s %s %s}} där den ska börja", "remove the line, or write {{%s %s %s}} where it is to begin", mark, name, closing(mark)))
				continue
			}
			for _, tag := range open[i+1:] {
				p.unclosed(place(tag.at, 3), tag)
			}
			open = open[:i]
		case takesText && !selfClosed:
			open = append(open, openTag{name, mark, start})
		}
	}
	for _, tag := range open {
		p.unclosed(place(tag.at, 3), tag)
	}
}

func (p *prose) unknownShortcode(pos diag.Pos, name string, names []string) {
	hint := diag.Say("ta bort den", "remove it")
	if near := diag.Nearest(name, names); near != "" {
		hint = diag.Say("menade du %s?", "did you mean %s?", near)
	}
	p.report("prose-shortcode", pos, diag.Say("kortkoden %q finns inte", "the shortcode %q does not exist", name), hint)
}

func (p *prose) unclosed(pos diag.Pos, tag openTag) {
	p.report("prose-shortcode", pos,
		diag.Say("kortkoden %q börjar här men avslutas aldrig", "the shortcode %q begins here but never ends", tag.name),
		diag.Say("skriv {{%[1]s /%[2]s %[3]s}} där den ska sluta", "write {{%[1]s /%[2]s %[3]s}} where it is to end", tag.mark, tag.name, closing(tag.mark)))
}

func lastOpen(open []openTag, name string) int {
	for i := len(open) - 1; i >= 0; i-- {
		if open[i].name == name {
			return i
		}
	}
	return -1
}

// closing is the mark that ends what a mark began.
func closing(mark string) string {
	if mark == "<" {
		return ">"
	}
	return mark
}

// tagEnd returns where a tag ends, looking past what is within quotation marks.
func tagEnd(text string, from int, mark string) (end int, selfClosed, ok bool) {
	stop := closing(mark) + "}}"
	quoted := byte(0)
	for i := from; i < len(text); i++ {
		switch c := text[i]; {
		case quoted != 0:
			if c == '\\' && quoted == '"' {
				i++
			} else if c == quoted {
				quoted = 0
			}
		case c == '"' || c == '`':
			quoted = c
		case strings.HasPrefix(text[i:], stop):
			return i + len(stop), strings.HasSuffix(strings.TrimRight(text[from:i], " \t\n"), "/"), true
		case strings.HasPrefix(text[i:], "{{"):
			return i, false, false
		}
	}
	return from, false, false
}
