package source

import (
	"errors"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/slip"
)

// text fills a string, which only text may do.
func (d *decoder) text(v reflect.Value, n *Node, p place) {
	free := p.free()
	switch {
	case !free:
		v.SetString(n.Value)
	case p.field == nil:
		v.SetString(Tidy(n.Value))
	default: // spaces around a name are told, for a name is typed elsewhere, too
		v.SetString(Composed(strings.TrimRight(n.Value, "\r\n")))
	}
	if n.bad || n.Style != 0 {
		return
	}
	if free && d.remarked() && d.cut(n, p) {
		return
	}
	switch n.Type {
	case Whole, Number:
		found := d.blame("number-without-quotes", n, numberSentence(n.Value, p), slip.Write(p.corrected(slip.InQuotes(asDate(v.Type(), n.Value)))))
		if dated := asDate(v.Type(), n.Value); dated == n.Value || len(n.Value) == len("20260301") { // of six digits, the year may be any two
			found.Mend(diag.Edit{Deed: diag.Phrase, Was: n.Value, Now: dated})
		}
	case Day:
		if !v.Type().Implements(reflect.TypeFor[interface{ YAMLDate() }]()) {
			d.blame("date-without-quotes", n,
				diag.Say("%s innehåller %s utan citattecken, som andra program läser som ett datum och skriver om",
					"%s holds %s without quotes, which other programs read as a date and rewrite", p.name(), n.Value),
				slip.Write(p.corrected(slip.InQuotes(n.Value)))).
				Mend(diag.Edit{Deed: diag.Phrase, Was: n.Value, Now: n.Value})
		}
	default:
		if isTruth(n.Value) {
			d.blame("truth-value-without-quotes", n,
				diag.Say("%s innehåller %s utan citattecken, som andra program läser som %s",
					"%s holds %s without quotes, which other programs read as %s", p.name(), n.Value, truthOf(n.Value)),
				slip.Write(p.corrected(slip.InQuotes(n.Value)))).
				Mend(diag.Edit{Deed: diag.Phrase, Was: n.Value, Now: n.Value})
		}
	}
}

// remarked tells whether the file has a remark at the end of a line, or looks so.
func (d *decoder) remarked() bool {
	if d.remarks == 0 {
		d.remarks = -1
		if text := d.file.Text; strings.Contains(text, " #") || strings.Contains(text, "\t#") {
			d.remarks = 1
		}
	}
	return d.remarks > 0
}

// cut reports words without quotes that have a remark on their line, and tells whether
// it did: to a person who writes "kund # 12" all of it is text, and no reader would
// ever know that it went on.
func (d *decoder) cut(n *Node, p place) bool {
	pos, remark := d.file.remark(n)
	if remark == "" {
		return false
	}
	d.spoil(n)
	d.report("cut-text", pos, slip.CutText(p.name(), remark), slip.Uncut(p.corrected(slip.InQuotes(n.Value+" "+remark))))
	return true
}

// CutTexts reports each text without quotes that a remark ends, in a file that is made
// of texts alone.
func (f *File) CutTexts() diag.List {
	d := &decoder{reader: reader{file: f}}
	if !d.remarked() {
		return nil
	}
	var walk func(n *Node)
	walk = func(n *Node) {
		for key, value := range n.Fields() {
			if value.Kind == Scalar && value.Style == 0 && !value.bad {
				d.cut(value, place{key: key, field: &reflect.StructField{}})
			}
			walk(value)
		}
	}
	walk(f.Root())
	return d.all()
}

// numberSentence says what is lost when a text is read as a number.
func numberSentence(raw string, p place) diag.Text {
	digits := strings.TrimLeft(raw, "+-")
	switch {
	case strings.HasPrefix(raw, "+"):
		return diag.Say("%s innehåller %s utan citattecken, som läses som ett tal och då förlorar plustecknet",
			"%s holds %s without quotes, which is read as a number and then loses the plus sign", p.name(), diag.Clip(raw, 60))
	case len(digits) > 1 && digits[0] == '0' && '0' <= digits[1] && digits[1] <= '9':
		return diag.Say("%s innehåller %s utan citattecken, som läses som ett tal och då förlorar den inledande nollan",
			"%s holds %s without quotes, which is read as a number and then loses the leading zero", p.name(), diag.Clip(raw, 60))
	case strings.Contains(raw, ".") && strings.HasSuffix(raw, "0"):
		return diag.Say("%s innehåller %s utan citattecken, som läses som ett tal och då förlorar den sista nollan",
			"%s holds %s without quotes, which is read as a number and then loses the last zero", p.name(), diag.Clip(raw, 60))
	}
	return diag.Say("%s innehåller %s utan citattecken, som läses som ett tal och inte som text",
		"%s holds %s without quotes, which is read as a number and not as text", p.name(), diag.Clip(raw, 60))
}

// asDate returns the digits of a day with its hyphens where a day is wanted.
func asDate(t reflect.Type, raw string) string {
	if !t.Implements(reflect.TypeFor[interface{ YAMLDate() }]()) {
		return raw
	}
	switch {
	case regexp.MustCompile(`^(19|20)\d{6}$`).MatchString(raw):
		return raw[:4] + "-" + raw[4:6] + "-" + raw[6:]
	case regexp.MustCompile(`^\d{6}$`).MatchString(raw): // as Swedes write days in short
		return "20" + raw[:2] + "-" + raw[2:4] + "-" + raw[4:]
	}
	return raw
}

// isTruth tells whether YAML 1.1, which many programs still read, or YAML 1.2
// takes an unquoted word for true or false. The y and n of YAML 1.1 are among
// them, and so is the country code of Norway.
func isTruth(word string) bool {
	if len(word) > len("false") {
		return false
	}
	switch word {
	case "y", "Y", "n", "N":
		return true
	}
	lower := strings.ToLower(word)
	if word != lower && word != strings.ToUpper(word) && word != strings.ToUpper(word[:1])+lower[1:] {
		return false // tRUE
	}
	switch lower {
	case "true", "false", "yes", "no", "on", "off":
		return true
	}
	return false
}

func truthOf(word string) diag.Text {
	switch strings.ToLower(word) {
	case "y", "yes", "true", "on":
		return diag.Say("sant", "true")
	}
	return diag.Say("falskt", "false")
}

// truth fills a bool.
func (d *decoder) truth(v reflect.Value, n *Node, p place) {
	if n.bad {
		return
	}
	if n.Style == 0 && (n.Value == "true" || n.Value == "false") {
		v.SetBool(n.Value == "true")
		return
	}
	hint := diag.Say("skriv %s eller %s", "write %s or %s", p.corrected("true"), p.corrected("false"))
	message := diag.Say("%s ska vara true eller false, men innehåller %s", "%s must be true or false, but holds %s", p.name(), shown(n))
	if word := answer(n.Value); word != "" {
		hint = slip.Write(p.corrected(word))
	}
	if n.Style != 0 && (n.Value == "true" || n.Value == "false") {
		message = diag.Say("%s ska stå utan citattecken", "%s must stand without quotes", p.name())
	}
	found := d.blame("not-true-or-false", n, message, hint)
	if word := answer(n.Value); word != "" {
		found.Mend(diag.Edit{Deed: diag.Word, Was: n.Value, Now: word})
	}
}

// answer is the truth value that a person means by a word, or "".
func answer(word string) string {
	switch strings.ToLower(trimmed(word)) {
	case "true", "yes", "ja", "j", "y", "on", "sant":
		return "true"
	case "false", "no", "nej", "n", "off", "falskt":
		return "false"
	}
	return ""
}

// trimmed is a word without white space and what cannot be seen around it.
func trimmed(word string) string {
	return strings.TrimFunc(word, func(r rune) bool { return unicode.IsSpace(r) || diag.Unseen(r) })
}

// whole fills an int.
func (d *decoder) whole(v reflect.Value, n *Node, p place) {
	if n.bad {
		return
	}
	const most = 1_000_000_000
	i, err := strconv.ParseInt(n.Value, 10, 64)
	plain := strconv.FormatInt(i, 10) == n.Value || errors.Is(err, strconv.ErrRange) && !strings.HasPrefix(n.Value, "+")
	switch {
	case plain && (err != nil || i > most || i < -most):
		d.blame("not-a-whole-number", n,
			diag.Say("%s innehåller talet %s, som är för stort", "%s holds the number %s, which is too large", p.name(), diag.Clip(n.Value, 30)),
			diag.Say("skriv ett tal under en miljard", "write a number below one billion"))
	case plain && n.Style != 0:
		d.blame("not-a-whole-number", n,
			diag.Say("%s är ett tal och ska stå utan citattecken", "%s is a number and must stand without quotes", p.name()),
			slip.Write(p.corrected(n.Value))).
			Mend(diag.Edit{Deed: diag.Word, Was: n.Value, Now: n.Value})
	case plain:
		v.SetInt(i)
	default:
		hint := diag.Say("skriv bara siffror, till exempel %s", "write digits only, such as %s", p.corrected("30"))
		digits := strings.TrimLeft(trimmed(n.Value), "0")
		sure := digits != n.Value && regexp.MustCompile(`^[1-9][0-9]{0,8}$`).MatchString(digits)
		if sure {
			hint = slip.Write(p.corrected(digits))
		}
		found := d.blame("not-a-whole-number", n,
			diag.Say("%s ska vara ett heltal, men innehåller %s", "%s must be a whole number, but holds %s", p.name(), shown(n)), hint)
		if sure {
			found.Mend(diag.Edit{Deed: diag.Word, Was: n.Value, Now: digits})
		}
	}
}
