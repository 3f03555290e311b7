package record

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// Rule is one word of a validate tag: what a value must be, how to say so, and
// what a JSON Schema can express of it. The check runs Valid, the schema carries
// Pattern and MaxLen, and both speak with Explain and Doc.
type Rule struct {
	Tag     string    // as in the validate tag
	ID      string    // the finding's rule in the table of rules
	Pattern string    // for RE2 and ECMA 262 alike; it matches whatever Valid accepts, and may match more
	Format  string    // a format of JSON Schema
	MaxLen  int       // in code points; 0 is no limit
	Doc     diag.Text // what a right value is, in one sentence

	// Valid judges a value; param is what stands after = in the tag.
	Valid func(value, param string) bool
	// Explain says what is wrong with a value that Valid refuses, as a clause
	// that follows "the field Country says "UK";", and what to write instead.
	Explain func(value, param string) (message, hint diag.Text)
}

// The longest line and the longest text in one language, in code points. A text
// of 10,000 is three printed pages: more belongs on a page of its own.
const (
	maxLine = 300
	maxText = 10_000
	maxID   = 64
)

var rules = []Rule{
	{
		Tag: "line", ID: "single-line", MaxLen: maxLine,
		Pattern: `^[^\x00-\x20\x7f](?:[^\x00-\x1f\x7f]*[^\x00-\x20\x7f])?$`,
		Doc: diag.Say("En rad med 1–300 tecken, utan radbrytning eller osynliga tecken.",
			"One line of 1–300 characters, without line breaks or invisible characters."),
		Valid: validLine, Explain: explainLine,
	},
	{
		Tag: "text", ID: "text", MaxLen: maxText,
		Pattern: `^[\t\n\r ]*(?:(?:[^<\t\n\r ]|<+[^<A-Za-z/!?])(?:[^<]|<+[^<A-Za-z/!?])*<*|<+)$`,
		Doc: diag.Say("En text med högst 10 000 tecken och utan HTML, på varje språk som webbplatsen har.",
			"A text of at most 10,000 characters and without HTML, in each language of the site."),
		Valid: validText, Explain: explainText,
	},
	{
		Tag: "language", ID: "language", Pattern: `^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$`,
		Doc:   diag.Say("En språkkod enligt BCP 47, till exempel sv eller en.", "A language tag of BCP 47, such as sv or en."),
		Valid: value.ValidLanguage, Explain: value.ExplainLanguage,
	},
	{
		Tag: "country", ID: "country", Pattern: `^[A-Z]{2}$`,
		Doc: diag.Say("En landskod enligt ISO 3166-1 med två stora bokstäver, till exempel SE.",
			"A country code of ISO 3166-1 with two capital letters, such as SE."),
		Valid: value.ValidCountry, Explain: value.ExplainCountry,
	},
	{
		Tag: "https", ID: "web-address", MaxLen: value.MaxURL, Pattern: `^https://[^\s"<>\\^` + "`" + `{|}@]+$`,
		Doc:   diag.Say("En webbadress som börjar med https://.", "A web address that begins with https://."),
		Valid: value.ValidHTTPS, Explain: value.ExplainHTTPS,
	},
	{
		Tag: "link", ID: "link", MaxLen: value.MaxURL, Pattern: `^(?:https://|mailto:|tel:)[^\s"<>\\^` + "`" + `{|}]+$`,
		Doc: diag.Say("En adress som börjar med https://, mailto: eller tel:.",
			"An address that begins with https://, mailto: or tel:."),
		Valid: value.ValidLink, Explain: value.ExplainLink,
	},
	{
		Tag: "id", ID: "id", MaxLen: maxID, Pattern: idPattern,
		Doc: diag.Say("Små bokstäver a–z och siffror, med bindestreck emellan.",
			"Small letters a–z and digits, with hyphens between."),
		Valid: validID, Explain: explainID,
	},
	{
		Tag: "choice", ID: "choice",
		Doc:   diag.Say("Ett av de uppräknade orden.", "One of the words in the list."),
		Valid: value.ValidChoice, Explain: value.ExplainChoice,
	},
	{
		Tag: "orgnumber", ID: "org-number", Pattern: `^[0-9]{2}[2-9][0-9]{3}[\p{Pd}\p{Zs}−]{0,3}[0-9]{4}$`,
		Doc: diag.Say("Ett svenskt organisationsnummer inom citattecken, till exempel \"556016-0680\".",
			"A Swedish organisation number within quotation marks, such as \"556016-0680\"."),
		Valid: value.ValidOrgNumber, Explain: value.ExplainOrgNumber,
	},
	{
		Tag: "vatnumber", ID: "vat-number", Pattern: `^[A-Z]{2}[0-9A-Z+*]{2,13}$`,
		Doc: diag.Say("Ett registreringsnummer för moms utan mellanslag, till exempel SE556016068001.",
			"A VAT number without spaces, such as SE556016068001."),
		Valid: value.ValidVATNumber, Explain: value.ExplainVATNumber,
	},
	{
		Tag: "email", ID: "email", MaxLen: value.MaxEmail, Pattern: value.EmailPattern,
		Doc:   diag.Say("En e-postadress, till exempel namn@exempel.se.", "An e-mail address, such as name@example.com."),
		Valid: value.ValidEmail, Explain: value.ExplainEmail,
	},
	{
		Tag: "phone", ID: "phone", Pattern: `^\+[1-9][0-9.\p{Pd}\p{Zs}]{5,30}$`,
		Doc: diag.Say("Ett telefonnummer med landsnummer, till exempel \"+46 8 123 45 67\".",
			"A telephone number with country code, such as \"+46 8 123 45 67\"."),
		Valid: value.ValidPhone, Explain: value.ExplainPhone,
	},
	{
		Tag: "date", ID: "date", Format: "date", Pattern: `^(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$`,
		Doc:   diag.Say("En dag som åååå-mm-dd, till exempel 2026-03-01.", "A day as yyyy-mm-dd, such as 2026-03-01."),
		Valid: value.ValidDate, Explain: value.ExplainDate,
	},
	{
		Tag: "period", ID: "period", Pattern: value.PeriodPattern,
		Doc: diag.Say("En tid enligt ISO 8601, till exempel P7Y (7 år), P12M, P90D eller PT72H.",
			"A period of ISO 8601, such as P7Y (7 years), P12M, P90D or PT72H."),
		Valid: value.ValidPeriod, Explain: value.ExplainPeriod,
	},
	{
		Tag: "recordref", ID: "record-name", Pattern: `^(?:organisation|[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*)$`,
		Doc:   diag.Say("En post som mapp/id, till exempel recipients/puzzel.", "A record as folder/id, such as recipients/puzzel."),
		Valid: validRecordName, Explain: explainRecordName,
	},
	{
		Tag: "assetname", ID: "asset-name", Pattern: `^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*\.(?:svg|png)$`,
		Doc: diag.Say("Namnet på en fil i assets/ som slutar på .svg eller .png.",
			"The name of a file in assets/ that ends in .svg or .png."),
		Valid: value.Matches(`^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*\.(?:svg|png)$`), Explain: explainAssetName,
	},
	{
		Tag: "colour", ID: "colour", Pattern: `^#[0-9A-Fa-f]{6}$`,
		Doc: diag.Say("En färg som # och sex hexadecimala siffror, inom citattecken: \"#1a5276\".",
			"A colour as # and six hexadecimal digits, within quotation marks: \"#1a5276\"."),
		Valid: value.Matches(`^#[0-9A-Fa-f]{6}$`), Explain: explainColour,
	},
}

// Rules returns every rule, in the order in which they are documented.
func Rules() []Rule { return slices.Clone(rules) }

// RuleOf returns the rule of a word in a validate tag.
func RuleOf(tag string) (Rule, bool) {
	for i := range rules {
		if rules[i].Tag == tag {
			return rules[i], true
		}
	}
	return Rule{}, false
}

const idPattern = `^[a-z0-9]+(?:-[a-z0-9]+)*$`

// A line may hold "<": a company may be called so, the pages escape it, and a
// name is not ours to correct. What cannot be seen is refused, because two names
// that look the same would not be the same.
func validLine(line, _ string) bool {
	n := utf8.RuneCountInString(line)
	return n > 0 && n <= maxLine && strings.TrimFunc(line, unicode.IsSpace) == line &&
		!strings.ContainsFunc(line, value.Hidden)
}

func explainLine(line, _ string) (message, hint diag.Text) {
	trimmed := strings.TrimFunc(line, unicode.IsSpace)
	switch {
	case trimmed == "":
		return diag.Say("det behövs minst ett synligt tecken", "at least one visible character is needed"),
			diag.Say("fyll i fältet, eller ta bort det", "fill in the field, or remove it")
	case strings.ContainsAny(trimmed, "\n\r"):
		return diag.Say("fältet rymmer en enda rad, utan radbrytning", "the field holds a single line, without line breaks"),
			diag.Say("skriv allt på en rad", "write it all on one line")
	case strings.ContainsFunc(trimmed, value.Hidden):
		c := trimmed[strings.IndexFunc(trimmed, value.Hidden):]
		r, _ := utf8.DecodeRuneInString(c)
		return diag.Say("det osynliga tecknet %U får inte stå här", "the invisible character %U must not stand here", r),
			diag.Say("ta bort tecknet; skriv om raden om det inte syns", "remove the character; type the line anew if it cannot be seen")
	case trimmed != line:
		return diag.Say("värdet börjar eller slutar med blanksteg", "the value begins or ends with a space"),
			diag.Say("skriv %q", "write %q", trimmed)
	}
	return diag.Say("det är %d tecken, och högst %d ryms", "that is %d characters, and %d are the most", utf8.RuneCountInString(line), maxLine),
		diag.Say("korta värdet", "shorten the value")
}

// A text is judged one language at a time.
func validText(value, _ string) bool {
	return strings.TrimFunc(value, unicode.IsSpace) != "" && utf8.RuneCountInString(value) <= maxText && Markup(value) == ""
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

func explainText(value, _ string) (message, hint diag.Text) {
	if tag := Markup(value); tag != "" {
		return diag.Say("%q är HTML, och texter skrivs utan sådan", "%q is HTML, and texts are written without it", tag),
			diag.Say("ta bort märket; är < ett mindre än-tecken, sätt ett blanksteg efter det",
				"remove the tag; if < means less than, put a space after it")
	}
	if n := utf8.RuneCountInString(value); n > maxText {
		return diag.Say("texten är %d tecken, och högst %d ryms", "the text has %d characters, and %d are the most", n, maxText),
			diag.Say("korta texten, eller lägg den på en egen sida", "shorten the text, or give it a page of its own")
	}
	return diag.Say("texten är tom", "the text is empty"), diag.Say("skriv texten, eller ta bort fältet", "write the text, or remove the field")
}

var idMatch = regexp.MustCompile(idPattern)

func validID(value, _ string) bool {
	return utf8.RuneCountInString(value) <= maxID && idMatch.MatchString(value)
}

func explainID(value, _ string) (message, hint diag.Text) {
	message = diag.Say("ett id består av små bokstäver a–z och siffror, med bindestreck emellan",
		"an id is made of small letters a–z and digits, with hyphens between")
	if id := toID(value); validID(id, "") && !strings.ContainsAny(value, `/\`) {
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

func validRecordName(value, _ string) bool {
	folder, id, ok := strings.Cut(value, "/")
	if !ok {
		return value == "organisation"
	}
	k, known := KindOf(folder)
	return known && k.Folder == folder && validID(id, "")
}

func explainRecordName(value, _ string) (message, hint diag.Text) {
	message = diag.Say("en post nämns som mapp/id", "a record is named as folder/id")
	folder, id, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(value, "data/"), ".yaml"), "/")
	if k, ok := KindOf(folder); ok && k.Folder != "" && validID(id, "") {
		return message, diag.Write(k.Folder + "/" + id)
	}
	var folders []string
	for _, k := range kinds[1:] {
		folders = append(folders, k.Folder)
	}
	if near := diag.Nearest(folder, folders); near != "" && validID(id, "") {
		return message, diag.Write(near + "/" + id)
	}
	return message, diag.Say("skriv till exempel recipients/puzzel; mapparna är %[1]s", "write for instance recipients/puzzel; the folders are %[1]s", strings.Join(folders, ", "))
}

func explainAssetName(string, string) (message, hint diag.Text) {
	return diag.Say("här står bara namnet på en fil i assets/, och den slutar på .svg eller .png",
			"here stands only the name of a file in assets/, and it ends in .svg or .png"),
		diag.Say("lägg filen i assets/ och skriv till exempel logo.svg", "put the file in assets/ and write for instance logo.svg")
}

func explainColour(string, string) (message, hint diag.Text) {
	return diag.Say("en färg skrivs som # och sex hexadecimala siffror", "a colour is written as # and six hexadecimal digits"),
		diag.Say("skriv till exempel \"#1a5276\", inom citattecken", "write for instance \"#1a5276\", within quotation marks")
}

// write is the hint that shows what to write.
