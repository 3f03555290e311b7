package finish

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// address is a web address within a text, whose signs mean nothing here.
var address = regexp.MustCompile(`https?://[^\s<>"]+`)

// unfilled is a place that nobody has filled in, shown to its reader.
func unfilled(text string, from, to int, guess bool) Sign {
	s := Sign{From: from, To: to, Rule: "unfilled-place", Guess: guess}
	shown := diag.Quote(text[from:to])
	s.Message = diag.Say("%s är en plats som ingen har fyllt i", "%s is a place that nobody has filled in", shown)
	if guess {
		s.Message = diag.Say("%s ser ut som en plats att fylla i", "%s looks like a place to fill in", shown)
	}
	s.Hint = diag.Say("skriv det som ska stå där", "write what is to stand there")
	return s
}

// template is what is left of a template.
func template(text string, from, to int, guess bool) Sign {
	s := unfilled(text, from, to, guess)
	shown := diag.Quote(text[from:to])
	s.Message = diag.Say("%s är ett märke i en mall som ingen har fyllt i", "%s is a mark of a template that nobody has filled in", shown)
	if guess {
		s.Message = diag.Say("%s ser ut som ett märke i en mall", "%s looks like a mark of a template", shown)
	}
	return s
}

// notes are words that people write to themselves; in capitals, because a name may be
// spelt otherwise.
var (
	note      = regexp.MustCompile(`(?:^|[^\pL\pN_-])(TODO|FIXME|TBD|TBC|TBA|XXX+|ATT GÖRA|FYLL I)(?:[^\pL\pN_-]|$)`)
	latin     = regexp.MustCompile(`(?i)\b(?:lorem ipsum|dolor sit amet)\b`)
	noteWords = []string{"TODO", "FIXME", "TB", "XXX", "ATT GÖRA", "FYLL I", "orem ipsum", "OREM IPSUM", "olor sit amet"}
)

// whole are texts that say nothing but that something is to be said.
var whole = setOf("todo|to do|to-do|fixme|tbd|tbc|tba|xx|xxx|xxxx|xxxxx|asdf|qwerty|foo|bar|foobar|blabla|bla bla|lorem|ipsum|" +
	"att göra|att fylla i|fyll i|fylls i|fylls i senare|fyll i här|ska fyllas i|kompletteras|kompletteras senare|text här|text kommer|" +
	"skriv här|skriv text här|din text här|platshållare|exempeltext|kommer snart|återkommer|rubrik här|" +
	"to be completed|to be confirmed|to be decided|to be defined|to be determined|to be announced|to be written|to be done|" +
	"fill in|fill me in|fill in here|please fill in|text here|your text here|insert text here|insert here|write here|" +
	"placeholder|placeholder text|dummy|dummy text|sample text|coming soon|title here")

// doubtful are those among them that are names, or an answer, as well.
var doubtful = setOf("bar|foo|tba|tbc|xx|dummy|lorem|ipsum|blabla|återkommer|kompletteras|exempeltext|placeholder|platshållare")

func setOf(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.SplitSeq(list, "|") {
		set[word] = true
	}
	return set
}

// most is how long such a text may be.
const most = 24

// worded tells whether a text may hold a word that people write to themselves.
func worded(text string) bool {
	return slices.ContainsFunc(noteWords, func(w string) bool { return strings.Contains(text, w) })
}

// fillers finds words that stand where a text is to be.
func fillers(text string, kind Kind, noted bool) []Sign {
	if len(text) <= most && kind != Word {
		trimmed := strings.Trim(text, " \t\n.…:;!?-–—*_#[](){}<>\"'”“’/\\=")
		if trimmed != "" && whole[strings.ToLower(trimmed)] {
			from := strings.Index(text, trimmed)
			return []Sign{unfilled(text, from, from+len(trimmed), doubtful[strings.ToLower(trimmed)] || kind == Passage && !capitals(trimmed))}
		}
	}
	if !noted {
		return nil
	}
	var found []Sign
	if m := latin.FindStringIndex(text); m != nil {
		s := unfilled(text, m[0], m[1], false)
		s.Message = diag.Say("%s är utfyllnad", "%s is filler", diag.Quote(text[m[0]:m[1]]))
		found = append(found, s)
	}
	for _, m := range note.FindAllStringSubmatchIndex(text, -1) {
		rest := strings.TrimLeft(text[m[3]:], " ")
		begins := strings.TrimSpace(text[:m[2]]) == "" && kind != Line && !strings.HasPrefix(text[m[2]:], "TB") && !strings.HasPrefix(text[m[2]:], "XXX")
		sure := strings.HasPrefix(rest, ":") || begins ||
			m[2] > 0 && strings.IndexByte("[(<{/*#", text[m[2]-1]) >= 0 && text[m[2]:m[3]] != "TBA"
		found = append(found, unfilled(text, m[2], m[3], !sure))
	}
	return found
}

func capitals(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }

var (
	bracket = regexp.MustCompile(`\[([^\[\]\n]{0,80})\]`)
	// double are the marks in which templates of many programs put a name.
	double = regexp.MustCompile(`\{\{[^{}\n]{0,80}\}\}|\{%[^%\n]{0,80}%\}|<%[^%\n]{0,80}%>|[$#@]\{[^{}\n]{1,80}\}|\[\[[^\[\]\n]{1,80}\]\]|<<[\pL_][^<>\n]{0,80}>>|\{\{`)
	named  = regexp.MustCompile(`%\([A-Za-z_]+\)s|%[A-ZÅÄÖ][A-ZÅÄÖ_]{2,40}%|@@[\pL_]+@@|__[A-ZÅÄÖ][A-ZÅÄÖ0-9_]{1,40}__|\$[A-ZÅÄÖ]{1,20}_[A-ZÅÄÖ_]{1,20}|\$[A-ZÅÄÖ]{6,40}|##[A-ZÅÄÖ_]{2,40}##`)
	verb   = regexp.MustCompile(`(?:^|[^0-9%A-Za-z])(%(?:[1-9]\$)?[sdvqf])(?:[^\pL\pN%]|$)`)
	single = regexp.MustCompile(`(?:^|[^/{$#@])(\{(?:[\pL_][\pL\pN_. -]{0,40}|[0-9])\})(?:[^}]|$)`)
	angled = regexp.MustCompile(`<(\pL[\pL\pN _.-]{1,60})>`)
	blank  = regexp.MustCompile(`_{4,}|\.{6,}|…{2,}`)
)

// places finds places to fill in, and what is left of templates.
func places(text string, kind Kind) []Sign {
	var found []Sign
	if kind != Word {
		for _, m := range double.FindAllStringIndex(text, -1) {
			found = append(found, template(text, m[0], m[1], false))
		}
		for _, m := range named.FindAllStringIndex(text, -1) {
			found = append(found, template(text, m[0], m[1], false))
		}
		for _, m := range verb.FindAllStringSubmatchIndex(text, -1) {
			found = append(found, template(text, m[2], m[3], false))
		}
		for _, m := range single.FindAllStringSubmatchIndex(text, -1) {
			found = append(found, template(text, m[2], m[3], true))
		}
		if kind != Line {
			for _, m := range blank.FindAllStringIndex(text, -1) {
				found = append(found, unfilled(text, m[0], m[1], true))
			}
		}
	}
	for _, m := range angled.FindAllStringSubmatchIndex(text, -1) {
		if asked(text[m[2]:m[3]]) {
			found = append(found, unfilled(text, m[0], m[1], false))
		}
	}
	for _, m := range bracket.FindAllStringSubmatchIndex(text, -1) {
		if next := text[m[1]:]; strings.HasPrefix(next, "(") || strings.HasPrefix(next, "[") || strings.HasPrefix(next, "]") || m[0] > 0 && text[m[0]-1] == '[' {
			continue // a link, or a mark of a template
		}
		switch gap(text[m[2]:m[3]], kind) {
		case certain:
			found = append(found, unfilled(text, m[0], m[1], false))
		case likely:
			found = append(found, unfilled(text, m[0], m[1], true))
		}
	}
	return found
}

// sureness is how surely a place is to be filled in.
type sureness int

const (
	not sureness = iota
	likely
	certain
)

// gap judges what stands within brackets.
func gap(inside string, kind Kind) sureness {
	inside = strings.TrimSpace(inside)
	seen := strings.Trim(inside, "_.…●•○◦■□▪*–—-? ")
	const few, many = 3, 5
	switch letters := letters(inside); {
	case inside == "" && kind != Passage:
		return likely
	case inside == "":
		return not // a box to tick
	case seen == "" && strings.Trim(inside, ".… ") == "":
		return likely // words left out of a quotation
	case seen == "" && strings.Trim(inside, "*–—- ") == "":
		return not
	case seen == "", asked(inside):
		return certain
	case strings.Trim(strings.ToLower(inside), "x") == "" && utf8.RuneCountInString(inside) > 1:
		return certain
	case letters >= many && capitals(inside), letters >= few && capitals(inside) && strings.Contains(inside, "_"):
		return likely
	}
	return not
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// askers are words with which a template asks for something, and stems of such words.
var (
	askers = strings.Fields(`namn name ort city datum date adress address epost email e-post e-mail mail telefon phone telefonnummer
		org orgnr orgnummer organisationsnummer nummer number antal amount belopp beloppet kontakt contact webbplats website webbadress url domän
		domain titel title ange angiv infoga insert skriv enter fyll fill välj choose your ert din ditt dina ditt-namn xxx todo tbd tba tbc fixme kund
		customer leverantör supplier vendor land country roll role avdelning department postadress postnummer gatuadress`)
	stems = []string{"företag", "foretag", "bolag", "company", "organisationens", "verksamhetens", "personuppgiftsansvarig"}
)

// asked tells whether words are such as a template asks with: few, and one of them
// an asker's. What a sentence adds to a quotation in brackets has none, or more words.
func asked(words string) bool {
	list := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '-'
	})
	const few = 7
	if len(list) == 0 || len(list) > few {
		return false
	}
	begins := slices.Contains([]string{"ange", "angiv", "infoga", "insert", "skriv", "enter", "fyll", "fill", "välj", "choose", "your", "ert", "din", "ditt", "dina", "todo", "tbd", "fixme", "xxx"}, list[0])
	if own := slices.Contains([]string{"your", "ert", "din", "ditt", "dina"}, list[0]); begins {
		return !own || len(list) > 1 // alone it stands in a quotation for another word
	}
	const phrase = 3
	return len(list) <= phrase && slices.ContainsFunc(list, func(w string) bool {
		return slices.Contains(askers, w) || slices.ContainsFunc(stems, func(s string) bool { return strings.HasPrefix(w, s) || strings.HasSuffix(w, "namn") })
	})
}
