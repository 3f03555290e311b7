package source

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// explanations yields what may be wrong at line n, the surest first. Some
// mistakes are noticed only when the line after them is read, so the line
// before is looked at as well.
func (s *syntax) explanations(n int) iter.Seq[mistake] {
	return func(yield func(mistake) bool) {
		this := s.explain(n)
		before := 0
		for i := n - 1; i > 0 && before == 0; i-- {
			if !takeApart(s.lines[i-1]).blank() {
				before = i
			}
		}
		for _, m := range []mistake{
			s.tabs(n), this.oddSpace(), this.list(), this.block(), this.inValue(), this.inName(), this.spaceless(), this.dashless(),
			s.explain(before).spaceless(), s.explain(before).dashless(), s.explain(before).colonless(),
			this.colonInFlow(s.explain(before).line), this.colonless(), this.open(),
		} {
			if m.rule != "" && !yield(m) {
				return
			}
		}
		for m := range s.indentations(n) {
			if !yield(m) {
				return
			}
		}
	}
}

// explanation looks for mistakes within one line.
type explanation struct {
	line
	number int
}

// explain takes a line apart; the line 0 is empty and has no mistakes.
func (s *syntax) explain(n int) explanation {
	if n < 1 || n > len(s.lines) {
		return explanation{line: takeApart("")}
	}
	return explanation{takeApart(s.lines[n-1]), n}
}

// at makes a mistake of the text between two offsets. A corrected line, when
// one is known, is its remedy, and its hint unless one is given.
func (e explanation) at(from, to int, rule string, message, hint diag.Text, corrected string) mistake {
	m := mistake{
		line: e.number, column: e.column(from), length: utf8.RuneCountInString(e.text[from:max(from, to)]),
		rule: rule, message: message, hint: hint,
	}
	if corrected != "" {
		m.edits = []edit{{line: e.number, text: corrected}}
		if hint.IsZero() {
			m.hint = write(corrected)
		}
	}
	return m
}

// tabs explains a line that is indented with tabs, and mends all such lines,
// since an editor that writes one writes many.
func (s *syntax) tabs(n int) mistake {
	if !strings.Contains(leading(s.lines[n-1]), "\t") {
		return mistake{}
	}
	m := mistake{
		line: n, column: 1, length: len(leading(s.lines[n-1])), rule: "tab-indent",
		message: say("raden är indragen med tabb; YAML tillåter bara blanksteg", "the line is indented with a tab; YAML allows only spaces"),
		hint:    say("byt varje tabb mot två blanksteg", "replace each tab with two spaces"),
	}
	for _, width := range []int{2, 4, 1, 8, 0} {
		var edits []edit
		for i, l := range s.lines {
			if space := leading(l); strings.Contains(space, "\t") && strings.TrimSpace(l) != "" {
				rest := strings.TrimRight(l[len(space):], "\r\n")
				edits = append(edits, edit{i + 1, strings.ReplaceAll(space, "\t", strings.Repeat(" ", width)) + rest, true})
			}
		}
		if more := len(edits) - 1; more > 0 {
			m.message = say("raden och %d till är indragna med tabb; YAML tillåter bara blanksteg",
				"this line and %d more are indented with tabs; YAML allows only spaces", more)
		}
		if s.mends(mistake{edits: edits}, n, n) {
			m.edits = edits
			break
		}
	}
	return m
}

// leading returns the white space that a line begins with.
func leading(s string) string { return s[:len(s)-len(strings.TrimLeft(s, " \t"))] }

// oddSpace explains an indentation with a no-break space or another relative of
// the space, as text copied from a web page or a word processor has it.
func (e explanation) oddSpace() mistake {
	space := e.text[:len(e.text)-len(strings.TrimLeftFunc(e.text, unicode.IsSpace))]
	odd := strings.IndexFunc(space, func(r rune) bool { return r > unicode.MaxASCII })
	if odd < 0 {
		return mistake{}
	}
	r, _ := utf8.DecodeRuneInString(space[odd:])
	return e.at(0, len(space), "space-in-key",
		say("raden är indragen med tecknet %U, som ser ut som ett blanksteg men är ett annat",
			"the line is indented with the character %U, which looks like a space but is another", r),
		say("skriv indraget på nytt med blanksteg", "type the indentation anew with spaces"),
		strings.Repeat(" ", utf8.RuneCountInString(space))+e.text[len(space):])
}

// inValue explains a value that begins with a character that means something else
// to YAML than to the person who wrote it.
func (e explanation) inValue() mistake {
	v := e.said()
	if v == "" {
		return mistake{}
	}
	first, _ := utf8.DecodeRuneInString(v)
	switch {
	case strings.ContainsRune(doubleQuotes+singleQuotes, first):
		return e.at(e.value, e.end, "typographic-quotes",
			say("värdet börjar med ett typografiskt citattecken, som YAML inte känner", "the value begins with a typographic quote, which YAML does not know"),
			diag.Text{}, e.with(inQuotes(strings.Trim(v, doubleQuotes+singleQuotes))))
	case first == '"' || first == '\'':
		return e.quoted()
	case first == '[' || first == '{':
		return e.flow()
	case first == '*' && e.key() == "<<":
		return e.at(e.start, e.start+2, "merge-key", mergeKey(), writeFields(), e.with(inQuotes(v)))
	case first == '*' && regexp.MustCompile(`^\*[\pL\pN_.-]+$`).MatchString(v):
		return e.at(e.value, e.end, "alias",
			say("%[1]s hänvisar till ett värde som inte finns i filen", "%[1]s refers to a value that is not in the file", clip(v, 60)),
			say("är det text, skriv %[1]s", "if it is meant as text, write %[1]s", clip(strings.TrimSpace(e.with(inQuotes(v))), 160)), e.with(inQuotes(v)))
	case strings.ContainsRune("@`%&*!|>]},?", first):
		return e.at(e.value, e.value+1, "reserved-character",
			say("en text får inte börja med %[1]s, som betyder något annat i YAML", "a text must not begin with %[1]s, which means something else in YAML", string(first)),
			diag.Text{}, e.with(inQuotes(v)))
	}
	if i := colonAt(v); i >= 0 && e.colon >= 0 {
		return e.at(e.value+i, e.value+i+1, "colon-in-text",
			say("texten innehåller ett kolon följt av blanksteg, och läses då som ett nytt fält", "the text holds a colon and a space, and is then read as another field"),
			diag.Text{}, e.with(inQuotes(v)))
	}
	return mistake{}
}

// block explains a text that begins beside the | or > meant to stand above it.
func (e explanation) block() mistake {
	v := e.said()
	if e.colon < 0 || v == "" || !strings.ContainsAny(v[:1], "|>") {
		return mistake{}
	}
	return e.at(e.value, e.value+1, "reserved-character",
		say("efter %[1]s får ingen text stå på samma rad", "after %[1]s no text may stand on the same line", v[:1]),
		say("flytta texten till raderna under, indragen; eller skriv %[1]s", "move the text to the lines below, indented; or write %[1]s",
			clip(strings.TrimSpace(e.with(inQuotes(v))), 160)),
		e.with(v[:1]))
}

// inName explains a key that begins with a reserved character.
func (e explanation) inName() mistake {
	if e.colon < 0 || !strings.ContainsAny(e.text[e.start:e.start+1], "@`%&*!|>]},") {
		return mistake{}
	}
	return e.at(e.start, e.start+1, "reserved-character",
		say("ett fältnamn får inte börja med %[1]s", "the name of a field must not begin with %[1]s", e.text[e.start:e.start+1]),
		diag.Text{}, e.text[:e.start]+inQuotes(e.key())+e.text[e.colon:])
}

// quoted explains a value that begins with a quote.
func (e explanation) quoted() mistake {
	v := e.whole()
	mark := v[:1]
	end := closing(v)
	if end == 0 {
		return e.at(e.value, e.value+1, "unclosed-quote",
			say("citattecknet %s stängs inte på raden", "the quote %s is not closed on the line", mark),
			diag.Text{}, e.with(v+mark))
	}
	if i := badEscape(v[:end]); i >= 0 {
		_, size := utf8.DecodeRuneInString(v[i+1:])
		return e.at(e.value+i, e.value+i+1+size, "backslash-in-quotes",
			say("%s betyder ingenting inom dubbla citattecken", "%s means nothing within double quotes", v[i:i+1+size]),
			diag.Text{}, e.with("'"+strings.ReplaceAll(v[1:end-1], "'", "''")+"'"))
	}
	after := plainText(v[end:])
	if strings.TrimSpace(after) == "" {
		return mistake{}
	}
	inner := strings.TrimRight(v, " ")
	if strings.HasSuffix(inner, mark) {
		inner = inner[1 : len(inner)-1]
	}
	at := e.value + end + indent(after)
	return e.at(at, e.value+len(v), "text-after-quote",
		say("här fortsätter texten efter att citattecknet %s har stängts", "here the text goes on after the quote %s was closed", mark),
		diag.Text{}, e.with(inQuotes(strings.ReplaceAll(inner, "''", "'"))))
}

// badEscape returns where an escape stands that YAML does not know, or -1.
func badEscape(quoted string) int {
	if quoted[0] != '"' {
		return -1
	}
	for i := 1; i+1 < len(quoted); i++ {
		if quoted[i] != '\\' {
			continue
		}
		digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[quoted[i+1]]
		valid := strings.IndexByte(`0abt nvfre"/\N_LP`+"\txuU", quoted[i+1]) >= 0
		hex := regexp.MustCompile(`^[0-9A-Fa-f]*`).FindString(quoted[i+2:])
		if !valid || len(hex) < digits {
			return i
		}
		i++
	}
	return -1
}

// open explains a quote or bracket that stays open where closing it on the line
// mends nothing.
func (e explanation) open() mistake {
	v := e.whole()
	switch {
	case v == "":
	case (v[0] == '"' || v[0] == '\'') && closing(v) == 0:
		return e.at(e.value, e.value+1, "unclosed-quote",
			say("citattecknet %s stängs inte, eller stängs mitt i texten", "the quote %s is not closed, or is closed amid the text", v[:1]),
			say("skriv hela texten på en rad inom citattecken", "write the whole text on one line in quotes"), "")
	case v[0] == '[' || v[0] == '{':
		if b := scanFlow(e.said()); len(b.open) > 0 && b.quote < 0 {
			first := b.open[0]
			return e.at(e.value+first.at, e.value+first.at+1, "unclosed-bracket",
				say("parentesen %s stängs inte, eller så saknas ett kommatecken före en post", "the bracket %s is not closed, or a comma is missing before an item", first.mark),
				say("skriv hela listan på en rad, eller en post per rad efter bindestreck", "write the whole list on one line, or one item per line after a dash"), "")
		}
	}
	return mistake{}
}

// list explains a list that begins on the line of its key.
func (e explanation) list() mistake {
	if e.colon < 0 || !strings.HasPrefix(e.said(), "- ") {
		return mistake{}
	}
	return e.at(e.value, e.value+1, "list-after-key",
		say("listan börjar på samma rad som fältets namn", "the list begins on the same line as the name of the field"),
		say("skriv varje post på en egen rad under %s, eller skriv %s", "write each item on a line of its own below %s, or write %s",
			clip(e.key(), 60)+":", clip(e.key(), 60)+": ["+clip(e.said()[2:], 60)+"]"),
		e.with("["+inQuotes(e.said()[2:])+"]"))
}

func (e explanation) spaceless() mistake {
	corrected := spaceless(e.text)
	if corrected == "" {
		return mistake{}
	}
	colon := e.start + strings.IndexByte(e.text[e.start:], ':')
	return e.at(colon, colon+1, "missing-space",
		say("det saknas ett blanksteg efter kolonet", "a space is missing after the colon"), diag.Text{}, corrected)
}

func (e explanation) dashless() mistake {
	corrected := dashless(e.text)
	if corrected == "" {
		return mistake{}
	}
	return e.at(e.start, e.start+1, "dash-without-space",
		say("det saknas ett blanksteg efter bindestrecket", "a space is missing after the dash"), diag.Text{}, corrected)
}

// colonless explains a line without a colon among fields.
func (e explanation) colonless() mistake {
	v := strings.TrimSpace(e.text[e.start:max(e.start, e.end)])
	if e.colon >= 0 || v == "" || strings.ContainsAny(v[:1], "-#[{\"'") {
		return mistake{}
	}
	name, rest, _ := strings.Cut(v, " ")
	corrected := e.text[:e.start] + name + ":"
	if rest = strings.TrimSpace(rest); rest != "" {
		corrected += " " + rest
	}
	return e.at(e.start, e.end, "missing-colon",
		say("raden har inget kolon efter ett fältnamn", "the line has no colon after the name of a field"),
		say("skriv %[1]s, eller dra in raden om den fortsätter texten ovanför", "write %[1]s, or indent the line if it continues the text above",
			clip(strings.TrimSpace(corrected), 120)),
		corrected)
}

// colonInFlow explains a text over several lines whose later line holds a
// colon: what stands before it is then no field name.
func (e explanation) colonInFlow(before line) mistake {
	fieldName := regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)
	if e.colon < 0 || fieldName.MatchString(e.key()) || before.said() == "" || indent(e.text) <= indent(before.text) && before.colon >= 0 {
		return mistake{}
	}
	return e.at(e.colon, e.colon+1, "colon-in-text",
		say("texten innehåller ett kolon följt av blanksteg, och läses då som ett nytt fält", "the text holds a colon and a space, and is then read as another field"),
		say("sätt hela texten inom citattecken", "put the whole text in quotes"),
		e.text[:e.colon]+string(utf8.RuneError)+e.text[e.colon+1:])
}

// indentations yields the indentations of the lines above as remedies, the
// nearest to that of line n first. The lines that follow in the same group move
// with it where that reads further.
func (s *syntax) indentations(n int) iter.Seq[mistake] {
	return func(yield func(mistake) bool) {
		e := s.explain(n)
		now := indent(e.text)
		var widths []int
		for i := n - 1; i > 0 && len(widths) < 20; i-- {
			above := takeApart(s.lines[i-1])
			for _, w := range []int{indent(above.text), above.start} {
				if !above.blank() && w != now && !slices.Contains(widths, w) {
					widths = append(widths, w)
				}
			}
		}
		slices.SortStableFunc(widths, func(a, b int) int { return abs(a-now) - abs(b-now) })
		for _, width := range widths {
			m := e.at(now, e.end, "bad-indentation", s.misfit(n), indentBy(width), strings.Repeat(" ", width)+e.text[now:])
			m.column, m.length = 1, now
			m.edits[0].moved = true
			if !yield(s.farthest(m, s.group(n, width), n)) {
				return
			}
		}
	}
}

// misfit says why the indentation of a line is wrong.
func (s *syntax) misfit(n int) diag.Text {
	this := s.explain(n)
	for i := n - 1; i > 0; i-- {
		if above := takeApart(s.lines[i-1]); !above.blank() {
			if indent(this.text) > above.start && above.colon >= 0 && above.said() != "" {
				return say("raden är indragen under fältet %s, som redan har ett värde", "the line is indented below the field %s, which has a value already", quote(above.key()))
			}
			break
		}
	}
	return say("radens indrag, %[1]s, stämmer inte med raderna ovanför", "the indentation of the line, %[1]s, does not fit the lines above", spaces(indent(this.text)))
}

func indentBy(width int) diag.Text {
	if width == 0 {
		return say("ta bort indraget", "remove the indentation")
	}
	return say("dra in raden med %[1]s, som raderna den hör ihop med", "indent the line by %[1]s, like the lines it belongs with", spaces(width))
}

func spaces(n int) diag.Text {
	if n == 1 {
		return say("1 blanksteg", "1 space")
	}
	return say("%d blanksteg", "%d spaces", n)
}

// group moves line n and the lines after it that are indented no less.
func (s *syntax) group(n, width int) []edit {
	now := indent(s.lines[n-1])
	var edits []edit
	for i := n; i <= len(s.lines) && len(edits) < 1000; i++ {
		l := takeApart(s.lines[i-1])
		if l.blank() {
			continue
		}
		if indent(l.text) < now {
			break
		}
		edits = append(edits, edit{i, strings.Repeat(" ", indent(l.text)+width-now) + l.text[indent(l.text):], true})
	}
	return edits
}

// farthest returns the mistake with those edits after which more can be read.
func (s *syntax) farthest(m mistake, others []edit, n int) mistake {
	if !s.begins(s.edited(m.edits)[:n]) {
		return m
	}
	_, alone := s.read(s.edited(m.edits))
	if _, together := s.read(s.edited(others)); together > alone {
		m.edits = others
	}
	return m
}

func abs(n int) int { return max(n, -n) }

// unexplained says only where the trouble is.
func (s *syntax) unexplained(n int) mistake {
	e := s.explain(n)
	at := len(leading(e.text))
	return e.at(at, max(at, e.end), "yaml-syntax",
		say("raden går inte att läsa som YAML", "the line cannot be read as YAML"),
		say("skriv namn, kolon, mellanslag, värde; sätt texter med skiljetecken inom citattecken",
			"write name, colon, space, value; put texts with punctuation in quotes"), "")
}
