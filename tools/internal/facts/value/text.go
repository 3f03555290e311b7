package value

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// The longest line and the longest text in one language, in code points. A text
// of 10,000 is three printed pages: more belongs on a page of its own.
const (
	MaxLine = 300
	MaxText = 10_000
	MaxID   = 64
)

// IDPattern is the shape of an id.
const IDPattern = `^[a-z0-9]+(?:-[a-z0-9]+)*$`

// ValidLine judges a line. It may hold "<": a company may be called so, and a name is not
// ours to correct; a whole tag of HTML is no name. What cannot be seen is refused, because two names
// that look the same would not be the same.
func ValidLine(line, _ string) bool {
	n := utf8.RuneCountInString(line)
	return n > 0 && n <= MaxLine && strings.TrimFunc(line, unicode.IsSpace) == line &&
		hidden(line) < 0 && lettered(line) && Tag(line) == ""
}

// ExplainLine says what is wrong with a line, and what to write.
func ExplainLine(line, _ string) (message, hint diag.Text) {
	trimmed := strings.TrimFunc(line, unicode.IsSpace)
	switch {
	case trimmed == "":
		return diag.Say("det behövs minst ett synligt tecken", "at least one visible character is needed"),
			diag.Say("fyll i fältet, eller ta bort det", "fill in the field, or remove it")
	case strings.ContainsAny(trimmed, "\n\r"):
		return diag.Say("fältet rymmer en enda rad, utan radbrytning", "the field holds a single line, without line breaks"),
			diag.Say("skriv allt på en rad", "write it all on one line")
	case hidden(trimmed) >= 0:
		r, _ := utf8.DecodeRuneInString(trimmed[hidden(trimmed):])
		return diag.SayHidden(r)
	case !lettered(trimmed):
		return letterless(), diag.Say("fyll i fältet, eller ta bort det", "fill in the field, or remove it")
	case Tag(trimmed) != "":
		return diag.Say("%q är HTML, och namn skrivs utan sådan", "%q is HTML, and names are written without it", Tag(trimmed)),
			diag.Say("ta bort märket, eller fyll i det som ska stå där", "remove the tag, or fill in what is to stand there")
	case trimmed != line:
		return diag.Say("värdet börjar eller slutar med blanksteg", "the value begins or ends with a space"),
			diag.Say("skriv %q", "write %q", trimmed)
	}
	return diag.Say("det är %d tecken, och högst %d ryms", "that is %d characters, and %d are the most", utf8.RuneCountInString(line), MaxLine),
		diag.Say("korta värdet", "shorten the value")
}

// ValidText judges a text, one language at a time.
func ValidText(value, _ string) bool {
	return lettered(value) && utf8.RuneCountInString(value) <= MaxText && Markup(value) == ""
}

// letterless says that a value holds nothing to read.
func letterless() diag.Text {
	return diag.Say("det behövs minst en bokstav eller siffra", "at least one letter or digit is needed")
}

// whole is a tag of HTML from its beginning to its end.
var whole = regexp.MustCompile(`</?[A-Za-z!?][^<>]*>`)

// Tag returns the first tag of HTML in a line, or "".
func Tag(line string) string {
	if !strings.Contains(line, ">") {
		return ""
	}
	return whole.FindString(line)
}

var markup = regexp.MustCompile(`<[A-Za-z/!?][^<>]{0,40}>?`)

// Markup returns the first thing in a text that looks like a tag of HTML, or "".
// The pages would show it as it stands, which no writer of a notice means; and
// what is meant as "less than" is followed by a space or a digit.
func Markup(text string) string {
	if !strings.Contains(text, "<") {
		return ""
	}
	return markup.FindString(text)
}

// ExplainText says what is wrong with a text, and what to write.
func ExplainText(value, _ string) (message, hint diag.Text) {
	if tag := Markup(value); tag != "" {
		return diag.Say("%q är HTML, och texter skrivs utan sådan", "%q is HTML, and texts are written without it", tag),
			diag.Say("ta bort märket; är < ett mindre än-tecken, sätt ett blanksteg efter det",
				"remove the tag; if < means less than, put a space after it")
	}
	if n := utf8.RuneCountInString(value); n > MaxText {
		return diag.Say("texten är %d tecken, och högst %d ryms", "the text has %d characters, and %d are the most", n, MaxText),
			diag.Say("korta texten, eller lägg den på en egen sida", "shorten the text, or give it a page of its own")
	}
	if strings.TrimFunc(value, unicode.IsSpace) != "" {
		return letterless(), diag.Say("skriv texten, eller ta bort fältet", "write the text, or remove the field")
	}
	return diag.Say("texten är tom", "the text is empty"), diag.Say("skriv texten, eller ta bort fältet", "write the text, or remove the field")
}

var idMatch = regexp.MustCompile(IDPattern)

// ValidID judges the id of a record, a purpose or a page.
func ValidID(value, _ string) bool {
	return utf8.RuneCountInString(value) <= MaxID && idMatch.MatchString(value)
}

// ExplainID says what is wrong with an id, and what to write.
func ExplainID(value, _ string) (message, hint diag.Text) {
	message = diag.Say("ett id består av små bokstäver a–z och siffror, med bindestreck emellan",
		"an id is made of small letters a–z and digits, with hyphens between")
	if id := toID(value); ValidID(id, "") && !strings.ContainsAny(value, `/\`) {
		return message, diag.Write(id)
	}
	return message, diag.Say("skriv till exempel puzzel eller kund-support", "write for instance puzzel or customer-support")
}

// toID makes an id of a name, as somebody would who knows the rule.
func toID(name string) string {
	name = strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "é", "e", "ü", "u", "ø", "o", "æ", "ae").Replace(strings.ToLower(name))
	words := strings.FieldsFunc(name, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	return strings.Join(words, "-")
}

// ExplainAssetName says what the name of a picture is.
func ExplainAssetName(string, string) (message, hint diag.Text) {
	return diag.Say("här står bara namnet på en fil i assets/, och den slutar på .svg eller .png",
			"here stands only the name of a file in assets/, and it ends in .svg or .png"),
		diag.Say("lägg filen i assets/ och skriv till exempel logo.svg", "put the file in assets/ and write for instance logo.svg")
}

// ExplainColour says how a colour is written.
func ExplainColour(string, string) (message, hint diag.Text) {
	return diag.Say("en färg skrivs som # och sex hexadecimala siffror", "a colour is written as # and six hexadecimal digits"),
		diag.Say("skriv till exempel \"#1a5276\", inom citattecken", "write for instance \"#1a5276\", within quotation marks")
}
