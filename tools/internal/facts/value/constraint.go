package value

import (
	"slices"

	"tillit/tools/internal/diag"
)

// Constraint is one word of a validate tag: what a value must be, how to say so, and
// what a JSON Schema can express of it. The check runs Valid, the schema carries
// Pattern and MaxLen, and both speak with Explain and Doc.
type Constraint struct {
	Tag     string    // as in the validate tag
	Rule    string    // of the finding where a value breaks it
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

var constraints = []Constraint{
	{
		Tag: "line", Rule: "single-line", MaxLen: MaxLine,
		Pattern: `^(?:[^\p{Cc}\p{Co}\p{Z}][^\p{Cc}\p{Co}\p{Zl}\p{Zp}]*)?[\p{L}\p{N}](?:[^\p{Cc}\p{Co}\p{Zl}\p{Zp}]*[^\p{Cc}\p{Co}\p{Z}])?$`,
		Doc: diag.Say("En rad med 1–300 tecken, varav minst en bokstav eller siffra, utan radbrytning, HTML eller osynliga tecken.",
			"One line of 1–300 characters, among them a letter or digit, without line breaks, HTML or invisible characters."),
		Valid: ValidLine, Explain: ExplainLine,
	},
	{
		Tag: "text", Rule: "text", MaxLen: MaxText,
		Pattern: `^[\t\n\r ]*(?:(?:[^<\t\n\r ]|<+[^<A-Za-z/!?])(?:[^<]|<+[^<A-Za-z/!?])*<*|<+)$`,
		Doc: diag.Say("En text med högst 10 000 tecken och utan HTML, på varje språk som webbplatsen har.",
			"A text of at most 10,000 characters and without HTML, in each language of the site."),
		Valid: ValidText, Explain: ExplainText,
	},
	{
		Tag: "language", Rule: "language", Pattern: `^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$`,
		Doc:   diag.Say("En språkkod enligt BCP 47, till exempel sv eller en.", "A language tag of BCP 47, such as sv or en."),
		Valid: ValidLanguage, Explain: ExplainLanguage,
	},
	{
		Tag: "country", Rule: "country", Pattern: `^[A-Z]{2}$`,
		Doc: diag.Say("En landskod enligt ISO 3166-1 med två stora bokstäver, till exempel SE.",
			"A country code of ISO 3166-1 with two capital letters, such as SE."),
		Valid: ValidCountry, Explain: ExplainCountry,
	},
	{
		Tag: "https", Rule: "web-address", MaxLen: MaxURL, Pattern: `^https://[^\s"<>\\^` + "`" + `{|}@]+$`,
		Doc:   diag.Say("En webbadress som börjar med https://.", "A web address that begins with https://."),
		Valid: ValidHTTPS, Explain: ExplainHTTPS,
	},
	{
		Tag: "timestamp", Rule: "timestamp-address", MaxLen: MaxURL, Pattern: `^https?://[^\s"<>\\^` + "`" + `{|}@#]+$`,
		Doc: diag.Say("Adressen till en tidsstämplingstjänst, som börjar med http:// eller https://.",
			"The address of a time stamping service, which begins with http:// or https://."),
		Valid: ValidStampURL, Explain: ExplainStampURL,
	},
	{
		Tag: "link", Rule: "link", MaxLen: MaxURL, Pattern: `^(?:https://|mailto:|tel:\+)[^\s"<>\\^` + "`" + `{|}]+$`,
		Doc: diag.Say("En adress som börjar med https://, mailto: eller tel:.",
			"An address that begins with https://, mailto: or tel:."),
		Valid: ValidLink, Explain: ExplainLink,
	},
	{
		Tag: "id", Rule: "id", MaxLen: MaxID, Pattern: IDPattern,
		Doc: diag.Say("Små bokstäver a–z och siffror, med bindestreck emellan.",
			"Small letters a–z and digits, with hyphens between."),
		Valid: ValidID, Explain: ExplainID,
	},
	{
		Tag: "choice", Rule: "choice",
		Doc:   diag.Say("Ett av de uppräknade orden.", "One of the words in the list."),
		Valid: ValidChoice, Explain: ExplainChoice,
	},
	{
		Tag: "orgnumber", Rule: "org-number", Pattern: `^[0-9]{2}[2-9][0-9]{3}[\p{Pd}\p{Zs}−]{0,3}[0-9]{4}$`,
		Doc: diag.Say("Ett svenskt organisationsnummer inom citattecken, till exempel \"556016-0680\".",
			"A Swedish organisation number within quotation marks, such as \"556016-0680\"."),
		Valid: ValidOrgNumber, Explain: ExplainOrgNumber,
	},
	{
		Tag: "vatnumber", Rule: "vat-number", Pattern: `^[A-Z]{2}[0-9A-Z+*]{2,13}$`,
		Doc: diag.Say("Ett registreringsnummer för moms utan mellanslag, till exempel SE556016068001.",
			"A VAT number without spaces, such as SE556016068001."),
		Valid: ValidVATNumber, Explain: ExplainVATNumber,
	},
	{
		Tag: "email", Rule: "email", MaxLen: MaxEmail, Pattern: EmailPattern,
		Doc:   diag.Say("En e-postadress, till exempel namn@exempel.se.", "An e-mail address, such as name@example.com."),
		Valid: ValidEmail, Explain: ExplainEmail,
	},
	{
		Tag: "phone", Rule: "phone", Pattern: `^\+[1-9][0-9.\p{Pd}\p{Zs}]{5,30}$`,
		Doc: diag.Say("Ett telefonnummer med landsnummer, till exempel \"+46 8 123 45 67\".",
			"A telephone number with country code, such as \"+46 8 123 45 67\"."),
		Valid: ValidPhone, Explain: ExplainPhone,
	},
	{
		Tag: "date", Rule: "date", Format: "date", Pattern: `^(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$`,
		Doc:   diag.Say("En dag som åååå-mm-dd, till exempel 2026-03-01.", "A day as yyyy-mm-dd, such as 2026-03-01."),
		Valid: ValidDate, Explain: ExplainDate,
	},
	{
		Tag: "period", Rule: "period", Pattern: PeriodPattern,
		Doc: diag.Say("En tid enligt ISO 8601, till exempel P7Y (7 år), P12M, P90D eller PT72H.",
			"A period of ISO 8601, such as P7Y (7 years), P12M, P90D or PT72H."),
		Valid: ValidPeriod, Explain: ExplainPeriod,
	},
	{
		Tag: "assetname", Rule: "asset-name", Pattern: `^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*\.(?:svg|png)$`,
		Doc: diag.Say("Namnet på en fil i assets/ som slutar på .svg eller .png.",
			"The name of a file in assets/ that ends in .svg or .png."),
		Valid: Matches(`^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*\.(?:svg|png)$`), Explain: ExplainAssetName,
	},
	{
		Tag: "colour", Rule: "colour", Pattern: `^#[0-9A-Fa-f]{6}$`,
		Doc: diag.Say("En färg som # och sex hexadecimala siffror, inom citattecken: \"#1a5276\".",
			"A colour as # and six hexadecimal digits, within quotation marks: \"#1a5276\"."),
		Valid: Matches(`^#[0-9A-Fa-f]{6}$`), Explain: ExplainColour,
	},
}

// Constraints are those that a value can be judged by alone, in the order in which they
// are documented.
func Constraints() []Constraint { return slices.Clone(constraints) }
