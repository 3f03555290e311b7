package check

import (
	"slices"

	"tillit/tools/internal/diag"
)

// RuleDoc is a rule in short; docs/rules.md tells the rest.
type RuleDoc struct {
	ID       string
	Severity diag.Severity
	Title    diag.Text
	Law      string // the provision behind it, where there is one
}

// Rules returns every rule about facts: of the reader of YAML, of the fields and
// of the records among themselves. A rule is never renamed.
func Rules() []RuleDoc { return slices.Clone(rules) }

func stops(id, sv, en string) RuleDoc {
	return RuleDoc{ID: id, Severity: diag.Error, Title: diag.Text{SV: sv, EN: en}}
}

func warns(id, sv, en string) RuleDoc {
	return RuleDoc{ID: id, Severity: diag.Warning, Title: diag.Text{SV: sv, EN: en}}
}

func (r RuleDoc) by(law string) RuleDoc { r.Law = law; return r }

var rules = slices.Concat(fileRules, yamlRules, valueRules, fieldRules, recordRules, siteRules)

// fileRules are about files and folders.
var fileRules = []RuleDoc{
	stops("byte-order-mark", "filen börjar med ett osynligt märke", "the file begins with an invisible mark"),
	stops("data-too-large", "filerna är tillsammans för stora", "the files together are too large"),
	stops("dead-link", "en länk leder ingenstans", "a link leads nowhere"),
	stops("empty-file", "filen är tom", "the file is empty"),
	stops("file-name", "filnamnet är inget id", "the file name is no id"),
	stops("file-place", "filen ligger i fel mapp", "the file lies in the wrong folder"),
	stops("file-too-large", "filen är för stor", "the file is too large"),
	stops("link-outside", "en länk leder ut ur webbplatsens mapp", "a link leads out of the site's folder"),
	stops("link-to-folder", "en länk leder till en mapp", "a link leads to a folder"),
	stops("not-utf8", "filen är inte sparad som UTF-8", "the file is not saved as UTF-8"),
	stops("reserved-name", "filnamnet är upptaget på Windows", "the file name is taken on Windows"),
	stops("similar-names", "två filnamn skiljer sig bara i stora och små bokstäver", "two file names differ in capital letters only"),
	stops("special-file", "det är ingen vanlig fil", "it is no plain file"),
	stops("too-many-files", "filerna är för många", "there are too many files"),
	stops("too-many-findings", "filen har fler fel än som visas", "the file has more mistakes than are shown"),
	stops("too-many-values", "filen har för många värden", "the file holds too many values"),
	stops("unknown-file", "filen är ingen post", "the file is no record"),
	stops("unreadable", "filen går inte att läsa", "the file cannot be read"),
}

// yamlRules are about the writing of YAML.
var yamlRules = []RuleDoc{
	stops("alias", "en hänvisning inom YAML", "a reference within YAML"),
	stops("anchor", "ett namn inom YAML", "a name within YAML"),
	stops("backslash-in-quotes", "ett bakstreck inom citattecken", "a backslash within quotation marks"),
	stops("bad-indentation", "indraget passar inte", "the indentation does not fit"),
	stops("bidi-character", "ett osynligt tecken vänder textens riktning", "an invisible character turns the text around"),
	stops("colon-in-text", "ett kolon i texten", "a colon in the text"),
	stops("complex-key", "en lista eller grupp i stället för ett fältnamn", "a list or group in place of a field's name"),
	stops("control-character", "ett osynligt styrtecken", "an invisible control character"),
	stops("dash-without-space", "ett bindestreck utan blanksteg", "a dash without a space"),
	stops("directive", "ett direktiv till YAML-läsare", "a directive to YAML readers"),
	stops("item-among-fields", "en listpost bland fält", "a list item among fields"),
	stops("key-not-text", "fältnamnet läses inte som text", "the field's name is not read as text"),
	stops("list-after-key", "en lista på samma rad som fältet", "a list on the line of its field"),
	stops("lost-character", "ett tecken har gått förlorat", "a character was lost"),
	stops("merge-key", "fält hämtas från en annan plats", "fields are taken from another place"),
	stops("missing-colon", "ett kolon saknas", "a colon is missing"),
	stops("missing-comma", "ett komma saknas", "a comma is missing"),
	stops("missing-space", "ett blanksteg saknas efter kolonet", "a space is missing after the colon"),
	stops("nesting-too-deep", "för djup nästling", "nested too deep"),
	stops("not-a-map", "filen består inte av fält", "the file does not consist of fields"),
	stops("repeated-key", "ett fält står två gånger", "a field is given twice"),
	stops("reserved-character", "texten börjar med ett tecken som betyder något annat", "the text begins with a character that means something else"),
	stops("several-documents", "flera dokument i en fil", "several documents in a file"),
	stops("space-in-key", "ett blanksteg i fältnamnet", "a space in the field's name"),
	stops("tab-indent", "indrag med tabb", "indented with a tab"),
	stops("tag", "ett YAML-märke", "a YAML tag"),
	stops("text-after-bracket", "text efter en stängd parentes", "text after a closed bracket"),
	stops("text-after-quote", "text efter ett stängt citat", "text after a closed quote"),
	stops("typographic-quotes", "typografiska citattecken", "typographic quotes"),
	stops("unclosed-bracket", "en parentes stängs inte", "a bracket is not closed"),
	stops("unclosed-quote", "ett citattecken stängs inte", "a quote is not closed"),
	stops("yaml-syntax", "raden är ingen YAML", "the line is no YAML"),
}

// valueRules are about the kind of a value.
var valueRules = []RuleDoc{
	stops("date-without-quotes", "ett datum där text ska stå", "a date where text belongs"),
	stops("empty-value", "ett tomt värde", "an empty value"),
	stops("missing-field", "ett fält saknas", "a field is missing"),
	stops("no-value", "fältet har inget värde", "the field has no value"),
	stops("not-a-whole-number", "inget heltal", "no whole number"),
	stops("not-true-or-false", "varken true eller false", "neither true nor false"),
	stops("number-without-quotes", "ett tal där text ska stå", "a number where text belongs"),
	stops("text-too-long", "texten är för lång", "the text is too long"),
	stops("truth-value-without-quotes", "ett ord som läses som sant eller falskt", "a word that is read as true or false"),
	stops("unknown-field", "okänt fält", "unknown field"),
	stops("wrong-type", "fel slags värde", "the wrong kind of value"),
}

// fieldRules are about single values.
var fieldRules = []RuleDoc{
	stops("asset-name", "inget namn på en bildfil", "no name of an image file"),
	stops("choice", "ett ord som inte står i listan", "a word that is not in the list"),
	stops("colour", "ingen färg", "no colour"),
	stops("country", "ingen landskod", "no country code"),
	stops("date", "ingen dag", "no day"),
	stops("email", "ingen e-postadress", "no e-mail address"),
	warns("extra-language", "text på ett språk som webbplatsen saknar", "a text in a language that the site lacks"),
	stops("id", "inget id", "no id"),
	stops("language", "ingen språkkod", "no language tag"),
	stops("line-length", "värdet är för långt", "the value is too long"),
	stops("link", "ingen adress att länka till", "no address to link to"),
	stops("list-length", "för många poster i listan", "too many items in the list"),
	stops("number-range", "talet är för litet eller för stort", "the number is too small or too large"),
	stops("org-number", "inget svenskt organisationsnummer", "no Swedish organisation number"),
	stops("period", "ingen tid enligt ISO 8601", "no period of ISO 8601"),
	stops("phone", "inget telefonnummer som kan ringas varifrån som helst", "no telephone number that can be called from anywhere"),
	stops("record-name", "ingen post som mapp/id", "no record as folder/id"),
	stops("repeated-item", "samma ord två gånger i en lista", "the same word twice in a list"),
	stops("single-line", "inte en enda synlig rad", "not a single visible line"),
	stops("text", "en tom eller för lång text", "a text that is empty or too long"),
	stops("text-language", "texten saknas på ett språk", "the text is missing in a language").by("GDPR Art. 12(1)"),
	stops("text-markup", "HTML i en text", "HTML in a text"),
	stops("vat-number", "inget momsregistreringsnummer", "no VAT number"),
	stops("web-address", "ingen webbadress med https", "no web address with https"),
}

// recordRules are about records, alone and among each other.
var recordRules = []RuleDoc{
	stops("cookie-lifetime", "en sessionskaka med livslängd", "a session cookie with a lifetime"),
	warns("cookie-lifetime-missing", "en kaka utan livslängd", "a cookie without a lifetime").by("LEK 9 kap. 28 §"),
	stops("date-order", "dagar i fel ordning", "days in the wrong order"),
	stops("engagement-kind", "en kedja av andra än biträden", "a chain of others than processors").by("GDPR Art. 28(4)"),
	stops("engagement-level", "fel nivå i kedjan av underbiträden", "the wrong level in the chain of sub-processors").by("GDPR Art. 28(4)"),
	stops("engagement-loop", "underbiträden som anlitar varandra i ring", "sub-processors that engage each other in a ring").by("GDPR Art. 28(4)"),
	stops("future-date", "en dag som inte har kommit", "a day that has not come"),
	stops("notice-too-short", "kortare varsel än utlovat", "shorter notice than promised").by("GDPR Art. 28(2)"),
	warns("processor-terms", "biträde utan biträdesvillkor", "a processor without processor terms").by("GDPR Art. 28(3)"),
	stops("range-order", "ett intervall åt fel håll", "a range the wrong way round"),
	warns("recipient-location", "ett underbiträde utan plats", "a sub-processor without a place").by("GDPR Art. 13(1)(f)"),
	stops("repeated-id", "samma id två gånger", "the same id twice"),
	warns("repeated-org-number", "två mottagare med samma organisationsnummer", "two recipients with the same organisation number"),
	stops("replacement-loop", "mottagare som ersätter varandra i ring", "recipients that replace each other in a ring"),
	stops("retention-period", "ingen eller dubbel lagringstid", "no retention period, or two").by("GDPR Art. 13(2)(a)"),
	stops("transfer-contradiction", "uppgifter om överföring som inte går ihop", "statements on transfer that do not agree").by("GDPR Art. 13(1)(f)"),
	stops("transfer-mechanism", "en överföring utan grund", "a transfer without a ground").by("GDPR Art. 13(1)(f), 44"),
	warns("transfer-unstated", "en plats utanför EU/EES utan uppgift om överföring", "a place outside the EU/EEA without a word on transfer").by("GDPR Art. 13(1)(f)"),
	stops("unknown-purpose", "ett ändamål som inte finns", "a purpose that does not exist"),
	warns("unknown-record", "en ändring av en post som inte finns", "a change of a record that does not exist"),
	stops("unknown-reference", "en post som inte finns", "a record that does not exist"),
	warns("unused-record", "en post som inte används", "a record that is not used"),
}

// siteRules are about the site as a whole.
var siteRules = []RuleDoc{
	stops("accepted-error", "ett fel kan inte godtas", "an error cannot be accepted"),
	warns("accepted-expired", "en varning är inte längre godtagen", "a warning is no longer accepted"),
	stops("accepted-unknown", "en okänd regel godtas", "an unknown rule is accepted"),
	stops("base-address", "webbplatsens adress har mer än en mapp", "the site's address is more than a folder"),
	stops("brand-contrast", "färgen går inte att läsa", "the colour cannot be read"),
	stops("complaint-authority", "myndigheten tar inte emot klagomål", "the authority receives no complaints").by("GDPR Art. 13(2)(d)"),
	stops("contact-expired", "säkerhetskontakten har gått ut", "the security contact has expired"),
	warns("contact-expires-late", "säkerhetskontakten gäller för länge", "the security contact holds for too long"),
	stops("declaration-contradiction", "en förklaring som posterna motsäger", "a declaration that the records contradict"),
	stops("default-language", "det förvalda språket är inget av webbplatsens", "the default language is none of the site's"),
	warns("hosting-provider", "webbplatsens driftleverantör är ingen mottagare", "whoever hosts the site is no recipient").by("GDPR Art. 13(1)(e)"),
	stops("main-controller", "oklart vem webbplatsen talar för", "unclear for whom the site speaks"),
	warns("missing-controller", "ingen personuppgiftsansvarig", "no controller").by("GDPR Art. 13(1)(a)"),
	stops("missing-organisation", "data/organisation.yaml saknas", "data/organisation.yaml is missing"),
}
