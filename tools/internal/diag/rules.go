package diag

import "slices"

// table is every rule that has no table of its own. The rooms rules/law and
// rules/wording keep their rules beside what these look for, and hand them to Rules.
var table = slices.Concat(
	in("files", filesRules),
	in("yaml", yamlRules),
	in("fields", fieldsRules),
	in("records", recordsRules),
	in("organisation", organisationRules),
	in("recipients", recipientsRules),
	in("transfers", transfersRules),
	in("retention", retentionRules),
	in("rights", rightsRules),
	in("cookies", cookiesRules),
	in("texts", textsRules),
	in("prose", proseRules),
	in("layouts", layoutsRules),
	in("pages", pagesRules),
	in("versions", versionsRules),
)

// in gives rules the page that tells of them.
func in(group string, rules []Rule) []Rule {
	for i := range rules {
		rules[i].Group = group
	}
	return rules
}

func stops(id, sv, en string) Rule {
	return Rule{ID: id, Severity: Error, Title: Text{SV: sv, EN: en}}
}

func warns(id, sv, en string) Rule {
	return Rule{ID: id, Severity: Warning, Title: Text{SV: sv, EN: en}}
}

func (r Rule) by(law string) Rule { r.Law = law; return r }

func (r Rule) mends() Rule { r.Mends = true; return r }

func (r Rule) orMilder() Rule { r.Milder = true; return r }

// filesRules are about what lies in the folders of a site.
var filesRules = []Rule{
	stops("brand-logo", "en logotyp som saknas, är för stor eller är mer än en bild", "a logotype that is missing, too large or more than a picture"),
	stops("byte-order-mark", "filen börjar med ett osynligt märke", "the file begins with an invisible mark").mends(),
	stops("data-too-large", "filerna är tillsammans för stora", "the files together are too large"),
	stops("dead-link", "en länk leder ingenstans", "a link leads nowhere"),
	stops("empty-file", "filen är tom", "the file is empty"),
	stops("file-content", "filen är mer eller annat än den heter", "the file is more than its name says, or something else"),
	stops("file-kind", "en sorts fil som inte publiceras", "a kind of file that is not published"),
	stops("file-name", "filnamnet är inget id", "the file name is no id"),
	stops("file-place", "filen ligger i fel mapp", "the file lies in the wrong folder"),
	stops("file-too-large", "filen är för stor", "the file is too large"),
	stops("link-outside", "en länk leder ut ur webbplatsens mapp", "a link leads out of the site's folder"),
	stops("link-to-folder", "en länk leder till en mapp", "a link leads to a folder"),
	stops("merge-conflict", "en sammanslagning som inte blev klar", "a merge conflict that nobody has resolved"),
	warns("no-effect", "en fil eller mapp som ingenting läser", "a file or folder that nothing reads"),
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
var yamlRules = []Rule{
	stops("alias", "en hänvisning inom YAML", "a reference within YAML"),
	stops("anchor", "ett namn inom YAML", "a name within YAML"),
	stops("backslash-in-quotes", "ett bakstreck inom citattecken", "a backslash within quotation marks").mends(),
	stops("bad-indentation", "indraget passar inte", "the indentation does not fit"),
	stops("bidi-character", "ett osynligt tecken vänder textens riktning", "an invisible character turns the text around"),
	stops("colon-in-text", "ett kolon i texten", "a colon in the text").mends(),
	stops("complex-key", "en lista eller grupp i stället för ett fältnamn", "a list or group in place of a field's name"),
	stops("control-character", "ett tecken som inte syns", "a character that cannot be seen").mends(),
	stops("cut-text", "texten slutar vid ett #", "the text ends at a #"),
	stops("dash-without-space", "ett bindestreck utan blanksteg", "a dash without a space"),
	stops("directive", "ett direktiv till YAML-läsare", "a directive to YAML readers"),
	stops("item-among-fields", "en listpost bland fält", "a list item among fields"),
	stops("key-not-text", "fältnamnet läses inte som text", "the field's name is not read as text"),
	stops("list-after-key", "en lista på samma rad som fältet", "a list on the line of its field"),
	stops("lost-character", "ett tecken har gått förlorat", "a character was lost"),
	stops("merge-key", "fält hämtas från en annan plats", "fields are taken from another place"),
	stops("missing-colon", "ett kolon saknas", "a colon is missing"),
	stops("missing-comma", "ett komma saknas", "a comma is missing"),
	stops("missing-space", "ett blanksteg saknas efter kolonet", "a space is missing after the colon").mends(),
	stops("nesting-too-deep", "för djup nästling", "nested too deep"),
	stops("not-a-map", "filen består inte av fält", "the file does not consist of fields"),
	stops("repeated-key", "ett fält står två gånger", "a field is given twice"),
	stops("reserved-character", "texten börjar med ett tecken som betyder något annat", "the text begins with a character that means something else").mends(),
	stops("several-documents", "flera dokument i en fil", "several documents in a file"),
	stops("space-in-key", "ett blanksteg i fältnamnet", "a space in the field's name").mends(),
	stops("tab-indent", "indrag med tabb", "indented with a tab").mends(),
	stops("tag", "ett YAML-märke", "a YAML tag"),
	stops("text-after-bracket", "text efter en stängd parentes", "text after a closed bracket"),
	stops("text-after-quote", "text efter ett stängt citat", "text after a closed quote"),
	stops("typographic-quotes", "typografiska citattecken", "typographic quotes").mends(),
	stops("unclosed-bracket", "en parentes stängs inte", "a bracket is not closed"),
	stops("unclosed-quote", "ett citattecken stängs inte", "a quote is not closed"),
	stops("yaml-syntax", "raden är ingen YAML", "the line is no YAML"),
}

// fieldsRules are about single values.
var fieldsRules = []Rule{
	stops("asset-name", "inget namn på en bildfil", "no name of an image file"),
	stops("choice", "ett ord som inte står i listan", "a word that is not in the list").mends(),
	stops("colour", "ingen färg", "no colour"),
	stops("country", "ingen landskod", "no country code").mends(),
	stops("date", "ingen dag", "no day").mends(),
	stops("date-without-quotes", "ett datum där text ska stå", "a date where text belongs").mends(),
	stops("email", "ingen e-postadress", "no e-mail address").mends(),
	stops("empty-value", "ett tomt värde", "an empty value"),
	warns("extra-language", "text på ett språk som webbplatsen saknar", "a text in a language that the site lacks"),
	stops("id", "inget id", "no id").mends(),
	stops("language", "ingen språkkod", "no language tag").mends(),
	stops("line-length", "värdet är för långt", "the value is too long"),
	stops("link", "ingen adress att länka till", "no address to link to").mends(),
	stops("list-length", "för många poster i listan", "too many items in the list"),
	stops("missing-field", "ett fält saknas", "a field is missing"),
	stops("no-value", "fältet har inget värde", "the field has no value"),
	stops("not-a-whole-number", "inget heltal", "no whole number").mends(),
	stops("not-true-or-false", "varken true eller false", "neither true nor false").mends(),
	stops("number-range", "talet är för litet eller för stort", "the number is too small or too large"),
	stops("number-without-quotes", "ett tal där text ska stå", "a number where text belongs").mends(),
	stops("org-number", "inget svenskt organisationsnummer", "no Swedish organisation number").mends(),
	stops("period", "ingen tid enligt ISO 8601", "no period of ISO 8601").mends(),
	stops("phone", "inget telefonnummer som kan ringas varifrån som helst", "no telephone number that can be called from anywhere").mends(),
	stops("record-name", "ingen post som mapp/id", "no record as folder/id"),
	stops("repeated-item", "samma ord två gånger i en lista", "the same word twice in a list").mends(),
	stops("single-line", "inte en enda synlig rad", "not a single visible line").mends(),
	stops("text", "en tom eller för lång text", "a text that is empty or too long"),
	stops("text-language", "texten saknas på ett språk", "the text is missing in a language").by("GDPR Art. 12(1)").mends(),
	stops("text-markup", "HTML i en text", "HTML in a text"),
	stops("text-too-long", "texten är för lång", "the text is too long"),
	stops("timestamp-address", "ingen adress till en tjänst för tidsstämplar", "no address of a time stamping service"),
	stops("truth-value-without-quotes", "ett ord som läses som sant eller falskt", "a word that is read as true or false").mends(),
	stops("unknown-field", "okänt fält", "unknown field").mends(),
	stops("vat-number", "inget momsregistreringsnummer", "no VAT number").mends(),
	stops("web-address", "ingen webbadress med https", "no web address with https").mends(),
	stops("wrong-type", "fel slags värde", "the wrong kind of value"),
}

// textsRules are about what tells that a text is not finished, or came from another
// program, in fields and in prose alike.
var textsRules = []Rule{
	warns("address-differs", "en adress som skiljer sig mellan språken", "an address that differs between the languages"),
	stops("day-differs", "en dag som skiljer sig mellan språken", "a day that differs between the languages").by("GDPR Art. 12(1)").orMilder(),
	stops("double-decoded", "bokstäver som har avkodats två gånger", "letters that were decoded twice").mends(),
	stops("html-entity", "ett tecken skrivet för HTML", "a character as HTML writes it").mends(),
	warns("link-differs", "en länk som skiljer sig mellan språken", "a link that differs between the languages"),
	stops("markdown-in-field", "Markdown i ett fält", "Markdown in a field"),
	warns("mixed-scripts", "ett ord med bokstäver ur två alfabet", "a word with letters of two alphabets"),
	warns("number-differs", "ett tal som skiljer sig mellan språken", "a number that differs between the languages"),
	stops("period-differs", "en tid som skiljer sig mellan språken", "a period that differs between the languages").by("GDPR Art. 12(1)").orMilder(),
	stops("unfilled-place", "en plats som ingen har fyllt i", "a place that nobody has filled in").orMilder(),
	warns("wrong-language", "en text som verkar stå på ett annat språk", "a text that seems to be in another language"),
}

// recordsRules are about days, ids and references between records.
var recordsRules = []Rule{
	stops("date-order", "dagar i fel ordning", "days in the wrong order"),
	stops("future-date", "en dag som inte har kommit", "a day that has not come"),
	stops("range-order", "ett intervall åt fel håll", "a range the wrong way round"),
	stops("repeated-id", "samma id två gånger", "the same id twice"),
	stops("replacement-loop", "mottagare som ersätter varandra i ring", "recipients that replace each other in a ring"),
	stops("unknown-purpose", "ett ändamål som inte finns", "a purpose that does not exist"),
	warns("unknown-record", "en ändring av en post som inte finns", "a change of a record that does not exist"),
	stops("unknown-reference", "en post som inte finns", "a record that does not exist"),
	warns("unused-record", "en post som inte används", "a record that is not used"),
}

// organisationRules are about the site as a whole, and who speaks there.
var organisationRules = []Rule{
	stops("accepted-error", "ett fel kan inte godtas", "an error cannot be accepted"),
	warns("accepted-unused", "ett godtagande som inte döljer något", "an acceptance that hides nothing").mends(),
	warns("accepted-expired", "en varning är inte längre godtagen", "a warning is no longer accepted"),
	stops("accepted-unknown", "en okänd regel godtas", "an unknown rule is accepted").mends(),
	stops("base-address", "webbplatsens adress har mer än en mapp", "the site's address is more than a folder"),
	stops("brand-contrast", "färgen går inte att läsa", "the colour cannot be read"),
	stops("contact-expired", "säkerhetskontakten har gått ut", "the security contact has expired"),
	warns("contact-expires-late", "säkerhetskontakten gäller för länge", "the security contact holds for too long"),
	stops("declaration-contradiction", "en förklaring som posterna motsäger", "a declaration that the records contradict"),
	warns("declaration-unproved", "en förklaring som posterna inte bär upp", "a declaration that the records do not bear out"),
	stops("default-language", "det förvalda språket är inget av webbplatsens", "the default language is none of the site's"),
	warns("hosting-provider", "webbplatsens driftleverantör är ingen mottagare", "whoever hosts the site is no recipient").by("GDPR Art. 13(1)(e)"),
	stops("main-controller", "oklart vem webbplatsen talar för", "unclear for whom the site speaks"),
	warns("missing-controller", "ingen personuppgiftsansvarig", "no controller").by("GDPR Art. 13(1)(a)"),
	stops("missing-organisation", "data/organisation.yaml saknas", "data/organisation.yaml is missing"),
	warns("reference-stale", "en tabell i programmet är gammal", "a table of the program is old"),
	warns("starter-text", "ord ur det påhittade exemplet; stoppar ett bygge utan --preview", "words of the made-up example; stops a build without --preview"),
}

// recipientsRules are about who gets the data.
var recipientsRules = []Rule{
	stops("engagement-kind", "en kedja av andra än biträden", "a chain of others than processors").by("GDPR Art. 28(4)"),
	stops("engagement-level", "fel nivå i kedjan av underbiträden", "the wrong level in the chain of sub-processors").by("GDPR Art. 28(4)"),
	stops("engagement-loop", "underbiträden som anlitar varandra i ring", "sub-processors that engage each other in a ring").by("GDPR Art. 28(4)"),
	stops("notice-too-short", "kortare varsel än utlovat", "shorter notice than promised").by("GDPR Art. 28(2)"),
	warns("processor-terms", "biträde utan biträdesvillkor", "a processor without processor terms").by("GDPR Art. 28(3)"),
	warns("coming-day", "något som blir fel en kommande dag", "something that goes wrong on a coming day"),
	warns("recipient-ended", "en behandling som nämner en mottagare som har upphört", "an activity that names a recipient that has ended").by("GDPR Art. 13(1)(e)"),
	warns("recipient-successor", "en behandling som inte nämner den som tar över", "an activity that does not name who takes over").by("GDPR Art. 13(1)(e)"),
	warns("recipient-location", "ett underbiträde utan plats", "a sub-processor without a place").by("GDPR Art. 13(1)(f)"),
	warns("repeated-org-number", "två mottagare med samma organisationsnummer", "two recipients with the same organisation number"),
}

// transfersRules are about what leaves the EU/EEA.
var transfersRules = []Rule{
	stops("transfer-contradiction", "uppgifter om överföring som inte går ihop", "statements on transfer that do not agree").by("GDPR Art. 13(1)(f)"),
	warns("transfer-mechanism", "en överföring utan grund", "a transfer without a ground").by("GDPR Art. 13(1)(f), 44"),
	warns("transfer-unstated", "en plats utanför EU/EES utan uppgift om överföring", "a place outside the EU/EEA without a word on transfer").by("GDPR Art. 13(1)(f)"),
}

// retentionRules are about how long data is kept.
var retentionRules = []Rule{
	stops("retention-period", "ingen eller dubbel lagringstid", "no retention period, or two").by("GDPR Art. 13(2)(a)"),
}

// rightsRules are about rights and complaints.
var rightsRules = []Rule{
	stops("complaint-authority", "myndigheten tar inte emot klagomål", "the authority receives no complaints").by("GDPR Art. 13(2)(d)"),
}

// cookiesRules are about cookies.
var cookiesRules = []Rule{
	stops("cookie-lifetime", "en sessionskaka med livslängd", "a session cookie with a lifetime"),
	warns("cookie-lifetime-missing", "en kaka utan livslängd", "a cookie without a lifetime").by("LEK 9 kap. 28 §"),
}

// proseRules are about pages of content/ and the words of i18n/.
var proseRules = []Rule{
	warns("heading-differs", "rubriker som skiljer sig mellan språken", "headings that differ between the languages"),
	stops("prose-address", "två sidor på samma adress", "two pages at the same address"),
	stops("prose-alias", "en äldre adress som inte kan leda till sidan", "an older address that cannot lead to the page"),
	stops("prose-character", "ett tecken som inte syns", "a character that cannot be seen").mends(),
	stops("prose-file", "en fil i content som inte blir en sida", "a file in content that becomes no page"),
	stops("prose-front-matter", "en sida utan rubrik och adress överst", "a page without title and address at its head"),
	stops("prose-html", "HTML i löpande text", "HTML in prose"),
	stops("prose-language", "en sida som saknas på ett språk", "a page that is missing in a language"),
	stops("prose-link", "en adress som inget fält skulle ta", "an address that no field would take").mends(),
	stops("prose-markdown", "Markdown som nästan är rätt", "Markdown that is nearly right").mends(),
	stops("prose-ref", "en hänvisning till en sida som inte finns", "a reference to a page that does not exist"),
	stops("prose-render", "en text som det inte går att göra en sida av", "a text of which no page can be made"),
	stops("prose-shortcode", "en kortkod som inte finns eller inte avslutas", "a shortcode that does not exist or is not ended").mends(),
	stops("prose-slug", "en adressdel med andra tecken än a–z, 0–9 och bindestreck", "a part of an address with other characters than a–z, 0–9 and hyphen"),
	stops("prose-title", "en sida utan rubrik", "a page without a title"),
	stops("prose-untranslated", "samma text på två språk", "the same text in two languages").by("GDPR Art. 12(1)"),
	warns("shortcode-differs", "fakta som visas på ett av språken", "facts that are shown in one of the languages"),
	warns("translation-missing", "ord som ett språk saknar", "words that a language lacks"),
	warns("translation-stale", "en översättning som inte har följt texten", "a translation that has not followed its text").by("GDPR Art. 12(1)"),
	stops("words-file", "ord i fel slags fil", "words in the wrong kind of file"),
	stops("words-missing", "ett ord som sidorna behöver", "a word that the pages need"),
	stops("words-text", "ett ord som inte är text", "a word that is no text"),
	stops("words-unknown", "ett ord som inte används", "a word that is not used").mends(),
}

// layoutsRules are about the templates of layouts/.
var layoutsRules = []Rule{
	stops("layout-access", "en mall som läser något utanför webbplatsen", "a template that reads what is outside the site"),
	stops("layout-call", "ett anrop i en mall med fel slags värde", "a call in a template with the wrong kind of value"),
	stops("layout-deprecated", "en mall som använder något som snart försvinner", "a template that uses what will soon be gone"),
	stops("layout-drops", "en mall som visar mindre än programmets", "a template that shows less than the program's").by("GDPR Art. 12(1)").orMilder(),
	stops("layout-escape", "en tagg i en mall som inte alltid avslutas", "a tag in a template that is not always ended"),
	stops("layout-field", "ett fält i en mall som inte finns", "a field in a template that does not exist"),
	stops("layout-function", "en funktion i en mall som inte finns", "a function in a template that does not exist"),
	stops("layout-loop", "en mall som anropar sig själv", "a template that calls itself"),
	stops("layout-missing", "en sida utan mall", "a page without a template"),
	stops("layout-nil", "ett fält i något som saknas", "a field of what is not there"),
	stops("layout-partial", "en delmall som inte finns", "a partial that does not exist"),
	stops("layout-render", "en mall som inte går att använda", "a template that cannot be used"),
	stops("layout-stop", "en mall som stoppar bygget", "a template that stops the build"),
	stops("layout-syntax", "en mall som inte är rätt skriven", "a template that is not written correctly"),
}

// pagesRules are about finished pages and their links.
var pagesRules = []Rule{
	stops("address-owner", "en adress som tillhör någon annan", "an address that belongs to somebody else"),
	stops("link-broken", "en länk till något som inte finns", "a link to what does not exist"),
	stops("link-empty", "en länk utan adress", "a link without an address"),
	stops("link-scheme", "en länk som inte är https, mailto eller tel", "a link that is not https, mailto or tel"),
	stops("link-third-party", "något som hämtas från en annan webbplats", "something fetched from another site"),
	stops("link-unsafe", "en länk som kan köra ett skript", "a link that may run a script"),
	stops("page-anchors", "en sida vars egen text saknar det som andra sidor leder till", "a page whose own text lacks what other pages lead to"),
	stops("page-drops", "en sida vars egen text inte visar de fakta som hör dit", "a page whose own text does not show the facts that belong there"),
	stops("page-heading", "en sida utan eller med flera huvudrubriker", "a page with no main heading, or with several"),
	stops("page-id", "ett id på flera ställen", "an id in several places"),
	stops("page-image", "en bild utan ord", "a picture without words"),
	stops("page-language", "en sida som inte säger sitt språk", "a page that does not tell its language"),
	stops("page-leads", "en sida som för läsaren till en annan webbplats, eller berättar om den", "a page that takes the reader to another site, or tells one of them"),
	stops("page-policy", "stilar eller skript i sidan", "styles or scripts within the page"),
	stops("page-reference", "en hänvisning till ett id som inte finns på sidan", "a reference to an id that is not on the page"),
	stops("page-title", "en sida utan titel", "a page without a title element"),
	stops("page-twice", "två filer på samma adress", "two files at the same address"),
}

// versionsRules are about issued versions, and who was told of what they change.
var versionsRules = []Rule{
	stops("notice-missing", "en väsentlig ändring som ingen är underrättad om", "a material change that nobody was told of").by("GDPR Art. 28(2)").orMilder(),
	stops("published-altered", "en ändrad fil i det som har publicerats", "an altered file of what was published"),
	stops("published-extra-file", "en fil i det publicerade som inte byggdes med resten", "a file among what was published that was not built with it").orMilder(),
	stops("published-missing-file", "en fil som saknas i det som har publicerats", "a file that is gone from what was published"),
	stops("version-altered", "en ändrad fil i en utgiven version", "an altered file of an issued version"),
	stops("version-chain", "en bruten kedja av versioner", "a broken chain of versions"),
	stops("version-converted", "utgivna filer som git får ändra", "issued files that git may change").orMilder(),
	stops("version-date", "en version vars namn inte är dess dag", "a version whose name is not its day"),
	stops("version-digest", "en kontrollsumma som inte stämmer", "a digest that does not match"),
	stops("version-extra-file", "en fil som inte hör till versionen", "a file that does not belong to the version"),
	stops("version-gone", "en utgiven version som är borta", "an issued version that is gone"),
	stops("version-line-ends", "radslut som skiljer sig från en utgiven version", "line ends that differ from an issued version"),
	stops("version-missing-file", "en fil som saknas i en utgiven version", "a file that is gone from an issued version"),
	stops("version-moment", "en versions tidpunkt som inte kan stämma", "a version's moment that cannot be"),
	stops("version-name", "en mapp i versions utan en dag som namn", "a folder in versions without a day for its name"),
	warns("version-none", "ingen version är utgiven", "no version is issued"),
	stops("version-pointer", "en hänvisning i stället för en utgiven fil", "a pointer in place of an issued file"),
	stops("version-renamed", "en versions mapp med ett annat namn", "the folder of a version with another name"),
	stops("version-replaced", "en version som är en annan än den som gavs ut", "a version that is another than the one issued"),
	stops("version-sparse", "utgivna filer som git har lämnat utanför mappen", "issued files that git has left out of the folder"),
	stops("version-timestamp", "en tidsstämpel som inte stämmer", "a time stamp that does not hold"),
	stops("version-unissued", "uppgifter som ingen utgiven version har", "facts that no issued version holds"),
	stops("version-unknown", "en kontrollsumma som ingen version har", "a digest that no version has"),
}
