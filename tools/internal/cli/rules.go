package cli

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/law"
)

// siteRules are the rules about pages, texts, words and versions in short.
// docs/rules-site.md tells the rest, and a test compares the two.
var siteRules = map[string]diag.Text{
	"prose-address":        {SV: "två sidor på samma adress", EN: "two pages at the same address"},
	"prose-alias":          {SV: "en äldre adress som inte kan leda till sidan", EN: "an older address that cannot lead to the page"},
	"prose-character":      {SV: "ett tecken som inte syns", EN: "a character that cannot be seen"},
	"prose-file":           {SV: "en fil i content som inte blir en sida", EN: "a file in content that becomes no page"},
	"prose-front-matter":   {SV: "en sida utan rubrik och adress överst", EN: "a page without title and address at its head"},
	"prose-html":           {SV: "HTML i löpande text", EN: "HTML in prose"},
	"prose-language":       {SV: "en sida som saknas på ett språk", EN: "a page that is missing in a language"},
	"prose-ref":            {SV: "en hänvisning till en sida som inte finns", EN: "a reference to a page that does not exist"},
	"prose-render":         {SV: "en text som det inte går att göra en sida av", EN: "a text of which no page can be made"},
	"prose-shortcode":      {SV: "en kortkod som inte finns eller inte avslutas", EN: "a shortcode that does not exist or is not ended"},
	"prose-slug":           {SV: "en adressdel med andra tecken än a–z, 0–9 och bindestreck", EN: "a part of an address with other characters than a–z, 0–9 and hyphen"},
	"prose-title":          {SV: "en sida utan rubrik", EN: "a page without a title"},
	"prose-untranslated":   {SV: "samma text på två språk", EN: "the same text in two languages"},
	"translation-missing":  {SV: "ord som ett språk saknar", EN: "words that a language lacks"},
	"translation-stale":    {SV: "en översättning som inte har följt texten", EN: "a translation that has not followed its text"},
	"words-file":           {SV: "ord i fel slags fil", EN: "words in the wrong kind of file"},
	"words-missing":        {SV: "ett ord som sidorna behöver", EN: "a word that the pages need"},
	"words-text":           {SV: "ett ord som inte är text", EN: "a word that is no text"},
	"words-unknown":        {SV: "ett ord som inte används", EN: "a word that is not used"},
	"brand-logo":           {SV: "en logotyp som saknas, är för stor eller är mer än en bild", EN: "a logotype that is missing, too large or more than a picture"},
	"layout-access":        {SV: "en mall som läser något utanför webbplatsen", EN: "a template that reads what is outside the site"},
	"layout-call":          {SV: "ett anrop i en mall med fel slags värde", EN: "a call in a template with the wrong kind of value"},
	"layout-deprecated":    {SV: "en mall som använder något som snart försvinner", EN: "a template that uses what will soon be gone"},
	"layout-escape":        {SV: "en tagg i en mall som inte alltid avslutas", EN: "a tag in a template that is not always ended"},
	"layout-field":         {SV: "ett fält i en mall som inte finns", EN: "a field in a template that does not exist"},
	"layout-function":      {SV: "en funktion i en mall som inte finns", EN: "a function in a template that does not exist"},
	"layout-loop":          {SV: "en mall som anropar sig själv", EN: "a template that calls itself"},
	"layout-missing":       {SV: "en sida utan mall", EN: "a page without a template"},
	"layout-nil":           {SV: "ett fält i något som saknas", EN: "a field of what is not there"},
	"layout-partial":       {SV: "en delmall som inte finns", EN: "a partial that does not exist"},
	"layout-render":        {SV: "en mall som inte går att använda", EN: "a template that cannot be used"},
	"layout-stop":          {SV: "en mall som stoppar bygget", EN: "a template that stops the build"},
	"layout-syntax":        {SV: "en mall som inte är rätt skriven", EN: "a template that is not written correctly"},
	"link-broken":          {SV: "en länk till något som inte finns", EN: "a link to what does not exist"},
	"link-empty":           {SV: "en länk utan adress", EN: "a link without an address"},
	"link-scheme":          {SV: "en länk som inte är https, mailto eller tel", EN: "a link that is not https, mailto or tel"},
	"link-third-party":     {SV: "något som hämtas från en annan webbplats", EN: "something fetched from another site"},
	"link-unsafe":          {SV: "en länk som kan köra ett skript", EN: "a link that may run a script"},
	"page-heading":         {SV: "en sida utan eller med flera huvudrubriker", EN: "a page with no main heading, or with several"},
	"page-id":              {SV: "ett id på flera ställen", EN: "an id in several places"},
	"page-image":           {SV: "en bild utan ord", EN: "a picture without words"},
	"page-language":        {SV: "en sida som inte säger sitt språk", EN: "a page that does not tell its language"},
	"page-policy":          {SV: "stilar eller skript i sidan", EN: "styles or scripts within the page"},
	"page-reference":       {SV: "en hänvisning till ett id som inte finns på sidan", EN: "a reference to an id that is not on the page"},
	"page-title":           {SV: "en sida utan titel", EN: "a page without a title element"},
	"page-twice":           {SV: "två filer på samma adress", EN: "two files at the same address"},
	"version-altered":      {SV: "en ändrad fil i en utgiven version", EN: "an altered file of an issued version"},
	"version-chain":        {SV: "en bruten kedja av versioner", EN: "a broken chain of versions"},
	"version-date":         {SV: "en version vars namn inte är dess dag", EN: "a version whose name is not its day"},
	"version-digest":       {SV: "en kontrollsumma som inte stämmer", EN: "a digest that does not match"},
	"version-extra-file":   {SV: "en fil som inte hör till versionen", EN: "a file that does not belong to the version"},
	"version-missing-file": {SV: "en fil som saknas i en utgiven version", EN: "a file that is gone from an issued version"},
	"version-name":         {SV: "en mapp i versions utan en dag som namn", EN: "a folder in versions without a day for its name"},
	"version-none":         {SV: "ingen version är utgiven", EN: "no version is issued"},
	"version-renamed":      {SV: "en versions mapp med ett annat namn", EN: "the folder of a version with another name"},
	"version-unissued":     {SV: "uppgifter som ingen utgiven version har", EN: "facts that no issued version holds"},
	"notice-missing":       {SV: "en väsentlig ändring som ingen är underrättad om", EN: "a material change that nobody was told of"},
}

// ruleTitle is a rule in short, for programs that show rules.
func ruleTitle(id string) diag.Text {
	for _, r := range check.Rules() {
		if r.ID == id {
			return r.Title
		}
	}
	for _, r := range law.Rules() {
		if r.ID == id {
			return r.Title
		}
	}
	return siteRules[id]
}
