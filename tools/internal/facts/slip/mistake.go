package slip

import (
	"iter"
	"regexp"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// explanations yields what may be wrong at line n, the surest first. Some
// mistakes are noticed only when the line after them is read, so the line
// before is looked at as well.
func (s *syntax) explanations(n int) iter.Seq[Mistake] {
	return func(yield func(Mistake) bool) {
		this := s.explain(n)
		before := 0
		for i := n - 1; i > 0 && before == 0; i-- {
			if !takeApart(s.lines[i-1]).blank() {
				before = i
			}
		}
		within := this.inValue()
		var cut Mistake
		if s.flowsOver(n) {
			within, cut = this.open(), s.cutWithin(n)
		}
		above := s.explain(before)
		for _, m := range []Mistake{
			s.tabs(n), this.oddSpace(), above.cutBefore(this), this.cutInFlow(), cut, this.list(), this.block(), s.quotedOver(n), within, this.inName(),
			this.spaceless(), this.dashless(), above.spaceless(), above.dashless(), above.colonless(),
			this.colonInFlow(above.line), this.colonless(), this.open(),
		} {
			if m.Rule != "" && !yield(m) {
				return
			}
		}
		for m := range s.indentations(n) {
			if !yield(m) {
				return
			}
		}
		if m := this.item(); m.Rule != "" {
			yield(m)
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
func (e explanation) at(from, to int, rule string, message, hint diag.Text, corrected string) Mistake {
	m := Mistake{
		Line: e.number, Column: e.column(from), Length: utf8.RuneCountInString(e.text[from:max(from, to)]),
		Rule: rule, Message: message, Hint: hint,
	}
	if corrected != "" {
		m.edits = []edit{{line: e.number, text: corrected}}
		if hint.IsZero() {
			m.Hint = Write(corrected)
		}
	}
	return m
}

// inValue explains a value that begins with a character that means something else
// to YAML than to the person who wrote it.
func (e explanation) inValue() Mistake {
	v := e.said()
	if v == "" {
		return Mistake{}
	}
	first, _ := utf8.DecodeRuneInString(v)
	switch {
	case strings.ContainsRune(DoubleMarks+SingleMarks, first):
		return e.at(e.value, e.end, "typographic-quotes",
			diag.Say("värdet börjar med ett typografiskt citattecken, som YAML inte känner", "the value begins with a typographic quote, which YAML does not know"),
			diag.Text{}, e.with(InQuotes(strings.Trim(v, DoubleMarks+SingleMarks))))
	case first == '"' || first == '\'':
		return e.quoted()
	case first == '[' || first == '{':
		return e.flow()
	case first == '*' && e.key() == "<<":
		return e.at(e.start, e.start+2, "merge-key", MergeKey(), WriteFields(), e.with(InQuotes(v)))
	case first == '*' && regexp.MustCompile(`^\*[\pL\pN_.-]+$`).MatchString(v):
		return e.at(e.value, e.end, "alias",
			diag.Say("%[1]s hänvisar till ett värde som inte finns i filen", "%[1]s refers to a value that is not in the file", diag.Clip(v, 60)),
			diag.Say("är det text, skriv %[1]s", "if it is meant as text, write %[1]s", diag.Clip(strings.TrimSpace(e.with(InQuotes(v))), 160)), e.with(InQuotes(v)))
	case strings.ContainsRune("@`%&*!|>]},?", first), v == "-":
		m := e.at(e.value, e.value+1, "reserved-character",
			diag.Say("en text får inte börja med %[1]s, som betyder något annat i YAML", "a text must not begin with %[1]s, which means something else in YAML", string(first)),
			diag.Text{}, e.with(InQuotes(v)))
		m.sure = strings.ContainsRune("@`%", first) // the others may have been meant as YAML
		return m
	}
	if i := colonAt(v); i >= 0 && e.colon >= 0 {
		m := e.at(e.value+i, e.value+i+1, "colon-in-text", colonInText(), diag.Text{}, e.with(InQuotes(v)))
		m.sure = !named.MatchString(v[:i]) // else another field may begin there
		return m
	}
	return Mistake{}
}

// named is what the name of a field is made of.
var named = regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)

// block explains a text that begins beside the | or > meant to stand above it.
func (e explanation) block() Mistake {
	v := e.said()
	if e.colon < 0 || v == "" || !strings.ContainsAny(v[:1], "|>") {
		return Mistake{}
	}
	return e.at(e.value, e.value+1, "reserved-character",
		diag.Say("efter %[1]s får ingen text stå på samma rad", "after %[1]s no text may stand on the same line", v[:1]),
		diag.Say("flytta texten till raderna under, indragen; eller skriv %[1]s", "move the text to the lines below, indented; or write %[1]s",
			diag.Clip(strings.TrimSpace(e.with(InQuotes(v))), 160)),
		e.with(v[:1]))
}

func colonInText() diag.Text {
	return diag.Say("texten innehåller ett kolon följt av blanksteg, och läses då som ett nytt fält",
		"the text holds a colon and a space, and is then read as another field")
}

// inName explains a key that begins with a reserved character.
func (e explanation) inName() Mistake {
	if e.colon < 0 || !strings.ContainsAny(e.text[e.start:e.start+1], "@`%&*!|>]},") {
		return Mistake{}
	}
	return e.at(e.start, e.start+1, "reserved-character",
		diag.Say("ett fältnamn får inte börja med %[1]s", "the name of a field must not begin with %[1]s", e.text[e.start:e.start+1]),
		diag.Text{}, e.text[:e.start]+InQuotes(e.key())+e.text[e.colon:])
}

// open explains a quote or bracket that stays open where closing it on the line
// mends nothing.
func (e explanation) open() Mistake {
	v := e.whole()
	switch {
	case v == "":
	case (v[0] == '"' || v[0] == '\'') && Closing(v) == 0:
		return e.at(e.value, e.value+1, "unclosed-quote",
			diag.Say("citattecknet %s stängs inte, eller stängs mitt i texten", "the quote %s is not closed, or is closed amid the text", v[:1]),
			diag.Say("skriv hela texten på en rad inom citattecken", "write the whole text on one line in quotes"), "")
	case v[0] == '[' || v[0] == '{':
		if b := scanFlow(e.said()); len(b.open) > 0 && b.quote < 0 {
			first := b.open[0]
			return e.at(e.value+first.at, e.value+first.at+1, "unclosed-bracket",
				diag.Say("parentesen %s stängs inte, eller så saknas ett kommatecken före en post", "the bracket %s is not closed, or a comma is missing before an item", first.mark),
				diag.Say("skriv hela listan på en rad, eller en post per rad efter bindestreck", "write the whole list on one line, or one item per line after a dash"), "")
		}
	}
	return Mistake{}
}

// list explains a list that begins on the line of its key.
func (e explanation) list() Mistake {
	if e.colon < 0 || !strings.HasPrefix(e.said(), "- ") {
		return Mistake{}
	}
	return e.at(e.value, e.value+1, "list-after-key",
		diag.Say("listan börjar på samma rad som fältets namn", "the list begins on the same line as the name of the field"),
		diag.Say("skriv varje post på en egen rad under %s, eller skriv %s", "write each item on a line of its own below %s, or write %s",
			diag.Clip(e.key(), 60)+":", diag.Clip(e.key(), 60)+": ["+diag.Clip(e.said()[2:], 60)+"]"),
		e.with("["+InQuotes(e.said()[2:])+"]"))
}

// item explains an item of a list that stands among fields.
func (e explanation) item() Mistake {
	if e.start == indent(e.text) {
		return Mistake{}
	}
	at := indent(e.text)
	return e.at(at, at+1, "item-among-fields",
		diag.Say("här står en post i en lista bland fält", "here an item of a list stands among fields"),
		diag.Say("ta bort bindestrecket, eller flytta posten till sin lista", "remove the dash, or move the item to its list"),
		"# "+strings.TrimSpace(e.text))
}

func (e explanation) spaceless() Mistake {
	corrected := Spaceless(e.text)
	if corrected == "" {
		return Mistake{}
	}
	colon := e.start + strings.IndexByte(e.text[e.start:], ':')
	m := e.at(colon, colon+1, "missing-space",
		diag.Say("det saknas ett blanksteg efter kolonet", "a space is missing after the colon"), diag.Text{}, corrected)
	m.sure = named.MatchString(e.text[e.start:colon]) && e.start == indent(e.text)
	return m
}

func (e explanation) dashless() Mistake {
	corrected := Dashless(e.text)
	if corrected == "" {
		return Mistake{}
	}
	return e.at(e.start, e.start+1, "dash-without-space",
		diag.Say("det saknas ett blanksteg efter bindestrecket", "a space is missing after the dash"), diag.Text{}, corrected)
}

// colonless explains a line without a colon among fields.
func (e explanation) colonless() Mistake {
	v := strings.TrimSpace(e.text[e.start:max(e.start, e.end)])
	if e.colon >= 0 || v == "" || strings.ContainsAny(v[:1], "-#[{\"'") {
		return Mistake{}
	}
	name, rest, _ := strings.Cut(v, " ")
	corrected := e.text[:e.start] + name + ":"
	if rest = strings.TrimSpace(rest); rest != "" {
		corrected += " " + rest
	}
	return e.at(e.start, e.end, "missing-colon",
		diag.Say("raden har inget kolon efter ett fältnamn", "the line has no colon after the name of a field"),
		diag.Say("skriv %[1]s, eller dra in raden om den fortsätter texten ovanför", "write %[1]s, or indent the line if it continues the text above",
			diag.Clip(strings.TrimSpace(corrected), 120)),
		corrected)
}

// colonInFlow explains a text over several lines whose later line holds a
// colon: what stands before it is then no field name.
func (e explanation) colonInFlow(before line) Mistake {
	if e.colon < 0 || named.MatchString(e.key()) || before.said() == "" || indent(e.text) <= indent(before.text) && before.colon >= 0 {
		return Mistake{}
	}
	return e.at(e.colon, e.colon+1, "colon-in-text",
		colonInText(),
		diag.Say("sätt hela texten inom citattecken", "put the whole text in quotes"),
		e.text[:e.colon]+string(utf8.RuneError)+e.text[e.colon+1:])
}

// unexplained says only where the trouble is.
func (s *syntax) unexplained(n int) Mistake {
	e := s.explain(n)
	at := len(leading(e.text))
	return e.at(at, max(at, e.end), "yaml-syntax",
		diag.Say("raden går inte att läsa som YAML", "the line cannot be read as YAML"),
		diag.Say("skriv namn, kolon, mellanslag, värde; sätt texter med skiljetecken inom citattecken",
			"write name, colon, space, value; put texts with punctuation in quotes"), "")
}

// MergeKey says that a file may not take fields from elsewhere.
func MergeKey() diag.Text {
	return diag.Say("<< hämtar fält från en annan plats; varje post ska innehålla sina egna fält",
		"<< takes fields from another place; each record must hold its own fields")
}

// WriteFields is the hint of MergeKey.
func WriteFields() diag.Text { return diag.Say("skriv ut fälten här", "write the fields here") }

// The typographic quotes, which are no quotes to YAML.
const (
	DoubleMarks = "“”„‟"
	SingleMarks = "‘’‚‛"
)

// Write is the hint that shows a corrected line.
func Write(line string) diag.Text {
	return diag.Write(diag.Clip(strings.TrimSpace(line), 160))
}

// InQuotes writes a text as a YAML value that nothing can misread: within double
// quotes where nothing in it needs an escape, else within single quotes.
func InQuotes(s string) string {
	if !strings.ContainsAny(s, "\"\\") {
		return `"` + s + `"`
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}
