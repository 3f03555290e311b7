package value

import (
	"maps"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
)

// Choice is one word that a field may hold, with what it means. The words of
// the pages, of the schemas and of docs/format/ all come from here.
type Choice struct {
	Code string
	Name diag.Text // as a reader meets it
	Law  string    // the provision, where the choice is one of law
}

// Choices returns the words of a list, in the order in which they are shown,
// or nil when there is no such list.
func Choices(list string) []Choice { return choices()[list] }

// ChoiceName returns what a code is called, or the code itself when the list
// does not know it.
func ChoiceName(list, code, lang string) string {
	for _, c := range Choices(list) {
		if c.Code == code {
			return c.Name.In(lang)
		}
	}
	return code
}

// ChoiceLists returns the names of all lists, sorted.
func ChoiceLists() []string { return slices.Sorted(maps.Keys(choices())) }

func pick(code, sv, en string) Choice { return Choice{Code: code, Name: diag.Text{SV: sv, EN: en}} }

func law(code, provision, sv, en string) Choice {
	return Choice{Code: code, Name: diag.Text{SV: sv, EN: en}, Law: provision}
}

// lists is built once; nobody outside can reach it to change it.
var lists = map[string][]Choice{
	"none":         {pick("none", "inga", "none")},
	"not_used":     {pick("not_used", "används inte", "not used")},
	"not_targeted": {pick("not_targeted", "riktar sig inte till barn", "not directed at children")},
	"not_required": {pick("not_required", "krävs inte", "not required")},
	"profile": {
		pick("notice", "information till registrerade", "notice to data subjects"),
		pick("cookies", "kakor", "cookies"),
		pick("company", "uppgifter om företaget", "company information"),
		pick("processor", "personuppgiftsbiträde", "processor"),
		pick("ropa", "register över behandling", "record of processing"),
		pick("security", "säkerhet", "security"),
		pick("cloud", "molntjänster", "cloud services"),
	},
	"topic": {
		pick("policy", "integritetspolicy", "privacy policy"),
		pick("sharing", "delning av uppgifter", "sharing of data"),
		pick("retention", "lagring", "retention"),
		pick("rights", "rättigheter", "rights"),
		pick("security", "säkerhet", "security"),
		pick("transfers", "överföringar", "transfers"),
		pick("cookies", "kakor", "cookies"),
		pick("processor", "rollen som biträde", "the role of processor"),
		pick("contact", "kontakt", "contact"),
		pick("changes", "ändringar", "changes"),
	},
	"authorisation": {
		law("general", "GDPR Art. 28(2)", "allmänt skriftligt förhandstillstånd", "general written authorisation"),
		law("specific", "GDPR Art. 28(2)", "särskilt skriftligt förhandstillstånd", "specific written authorisation"),
	},
	"notice-channel": {
		pick("email", "e-post", "e-mail"),
		pick("feed", "flöde", "feed"),
		pick("portal", "kundportal", "customer portal"),
		pick("letter", "brev", "letter"),
		pick("website", "webbplats", "website"),
	},
	"change-kind": {
		pick("changes", "ändrad", "changed"),
		pick("narrowed", "begränsad", "narrowed"),
		pick("told", "nu också redovisad", "now also told"),
		pick("renamed", "samma under ett annat namn", "the same under another name"),
		pick("corrected", "rättad, det var aldrig så", "corrected, it was never so"),
		pick("reworded", "omformulerad", "reworded"),
	},
	"audience": {
		pick("customers", "kunder", "customers"),
		pick("data-subjects", "registrerade", "data subjects"),
		pick("staff", "anställda", "staff"),
		pick("authority", "myndighet", "authority"),
	},
	"party": {
		pick("customer", "kunden", "the customer"),
		pick("organisation", "vi", "we"),
		pick("both", "båda", "both"),
		pick("user", "användaren", "the user"),
		pick("administrator", "kundens administratör", "the customer's administrator"),
	},
	"role": {
		law("controller", "GDPR Art. 4(7)", "personuppgiftsansvarig", "controller"),
		law("processor", "GDPR Art. 4(8)", "personuppgiftsbiträde", "processor"),
		law("joint", "GDPR Art. 26", "gemensamt personuppgiftsansvarig", "joint controller"),
	},
	"activity-role": {
		law("controller", "GDPR Art. 4(7)", "personuppgiftsansvarig", "controller"),
		law("processor", "GDPR Art. 4(8)", "personuppgiftsbiträde", "processor"),
		law("joint", "GDPR Art. 26", "gemensamt personuppgiftsansvarig", "joint controller"),
	},
	"service-role": {
		law("controller", "GDPR Art. 4(7)", "personuppgiftsansvarig", "controller"),
		law("processor", "GDPR Art. 4(8)", "personuppgiftsbiträde", "processor"),
		pick("user", "användare", "user"),
		pick("administrator", "administratör", "administrator"),
	},
	"legal-form": {
		pick("ab", "aktiebolag", "limited company (aktiebolag)"),
		pick("hb", "handelsbolag", "general partnership (handelsbolag)"),
		pick("kb", "kommanditbolag", "limited partnership (kommanditbolag)"),
		pick("ef", "enskild näringsverksamhet", "sole trader (enskild firma)"),
		pick("ek-for", "ekonomisk förening", "cooperative (ekonomisk förening)"),
		pick("ideell-forening", "ideell förening", "non-profit association (ideell förening)"),
		pick("stiftelse", "stiftelse", "foundation (stiftelse)"),
		pick("public-authority", "myndighet", "public authority"),
		pick("foreign", "utländskt bolag", "foreign company"),
	},
	"channel": {
		pick("email", "e-post", "e-mail"),
		pick("phone", "telefon", "telephone"),
		pick("sms", "sms", "text message"),
		pick("form", "formulär", "form"),
		pick("portal", "kundportal", "customer portal"),
		pick("support", "supportsystem", "support system"),
		pick("chat", "chatt", "chat"),
		pick("post", "brev", "post"),
		pick("website", "webbplats", "website"),
	},
	"special": {
		law("racial-ethnic", "GDPR Art. 9(1)", "ras eller etniskt ursprung", "racial or ethnic origin"),
		law("political", "GDPR Art. 9(1)", "politiska åsikter", "political opinions"),
		law("religious", "GDPR Art. 9(1)", "religiös eller filosofisk övertygelse", "religious or philosophical beliefs"),
		law("trade-union", "GDPR Art. 9(1)", "medlemskap i fackförening", "trade union membership"),
		law("genetic", "GDPR Art. 9(1)", "genetiska uppgifter", "genetic data"),
		law("biometric", "GDPR Art. 9(1)", "biometriska uppgifter för att identifiera en person", "biometric data for identification"),
		law("health", "GDPR Art. 9(1)", "hälsa", "health"),
		law("sex-life", "GDPR Art. 9(1)", "sexualliv eller sexuell läggning", "sex life or sexual orientation"),
	},
	"national-id": {
		law("purpose", "Dataskyddslagen 3 kap. 10 §", "klart motiverat med hänsyn till ändamålet", "clearly justified by the purpose"),
		law("secure-identification", "Dataskyddslagen 3 kap. 10 §", "vikten av en säker identifiering", "the importance of secure identification"),
		law("other", "Dataskyddslagen 3 kap. 10 §", "något annat beaktansvärt skäl", "another noteworthy reason"),
		law("consent", "Dataskyddslagen 3 kap. 10 §", "samtycke", "consent"),
	},
	"basis": {
		law("consent", "GDPR Art. 6(1)(a)", "samtycke", "consent"),
		law("contract", "GDPR Art. 6(1)(b)", "avtal", "contract"),
		law("legal-obligation", "GDPR Art. 6(1)(c)", "rättslig förpliktelse", "legal obligation"),
		law("vital-interests", "GDPR Art. 6(1)(d)", "skydd för grundläggande intressen", "vital interests"),
		law("public-task", "GDPR Art. 6(1)(e)", "uppgift av allmänt intresse eller myndighetsutövning", "public interest or official authority"),
		law("legitimate-interests", "GDPR Art. 6(1)(f)", "berättigat intresse (intresseavvägning)", "legitimate interests"),
	},
	"art9": {
		law("explicit-consent", "GDPR Art. 9(2)(a)", "uttryckligt samtycke", "explicit consent"),
		law("employment-social", "GDPR Art. 9(2)(b)", "arbetsrätten och områdena social trygghet och socialt skydd", "employment, social security and social protection law"),
		law("vital-incapable", "GDPR Art. 9(2)(c)", "grundläggande intressen när personen är förhindrad att samtycka", "vital interests of a person incapable of consent"),
		law("non-profit", "GDPR Art. 9(2)(d)", "stiftelse eller förening utan vinstsyfte", "non-profit body with a political, philosophical, religious or trade union aim"),
		law("made-public", "GDPR Art. 9(2)(e)", "på ett tydligt sätt offentliggjorda av den registrerade", "manifestly made public by the data subject"),
		law("legal-claims", "GDPR Art. 9(2)(f)", "rättsliga anspråk eller domstolars dömande verksamhet", "legal claims or courts"),
		law("substantial-public-interest", "GDPR Art. 9(2)(g)", "viktigt allmänt intresse", "substantial public interest"),
		law("health-care", "GDPR Art. 9(2)(h)", "hälso- och sjukvård, yrkesmedicin eller social omsorg", "health care, occupational medicine or social care"),
		law("public-health", "GDPR Art. 9(2)(i)", "folkhälsoområdet", "public health"),
		law("archive-research-stats", "GDPR Art. 9(2)(j)", "arkiv, forskning eller statistik", "archiving, research or statistics"),
	},
	"purpose-class": {
		pick("delivery", "leverans av tjänst", "delivery of a service"),
		pick("administration", "administration", "administration"),
		pick("communication", "kommunikation", "communication"),
		pick("security", "säkerhet", "security"),
		pick("statistics", "statistik", "statistics"),
		pick("improvement", "utveckling och förbättring", "development and improvement"),
		pick("marketing", "marknadsföring", "marketing"),
		pick("legal", "rättsliga krav", "legal requirements"),
	},
	"source": {
		pick("subject", "från personen själv", "from the person"),
		pick("generated", "uppstår när tjänsten används", "generated by use of the service"),
		pick("other", "från någon annan", "from somebody else"),
		pick("public", "från öppna källor", "from public sources"),
	},
	"provision": {
		pick("statutory", "krav enligt lag", "required by law"),
		pick("contractual", "krav enligt avtal", "required by contract"),
		pick("precontractual", "krav för att ingå avtal", "needed to enter into a contract"),
		pick("voluntary", "frivilligt", "voluntary"),
	},
	"adm-exception": {
		law("contract", "GDPR Art. 22(2)(a)", "nödvändigt för ett avtal", "necessary for a contract"),
		law("law", "GDPR Art. 22(2)(b)", "tillåtet enligt lag", "authorised by law"),
		law("explicit-consent", "GDPR Art. 22(2)(c)", "uttryckligt samtycke", "explicit consent"),
	},
	"recipient-kind": {
		pick("subprocessor", "underbiträde", "sub-processor"),
		pick("processor", "personuppgiftsbiträde", "processor"),
		pick("controller", "självständigt personuppgiftsansvarig", "independent controller"),
		pick("joint", "gemensamt personuppgiftsansvarig", "joint controller"),
		pick("authority", "myndighet", "authority"),
		pick("group", "koncernbolag", "group company"),
		pick("category", "kategori av mottagare", "category of recipients"),
	},
	"region": {
		pick("EU", "inom EU", "within the EU"),
		pick("EEA", "inom EU/EES", "within the EU/EEA"),
		pick("world", "hela världen", "worldwide"),
	},
	"location-kind": {
		pick("storage", "lagring", "storage"),
		pick("hosting", "drift", "hosting"),
		pick("support", "support", "support"),
		pick("remote-access", "fjärråtkomst", "remote access"),
		pick("delivery", "leverans av meddelanden", "delivery of messages"),
		pick("backup", "säkerhetskopiering", "backup"),
	},
	"mechanism": {
		law("adequacy", "GDPR Art. 45(3)", "beslut om adekvat skyddsnivå", "adequacy decision"),
		law("adequacy-dpf", "GDPR Art. 45(3)", "EU–US Data Privacy Framework", "EU–US Data Privacy Framework"),
		law("art46-2-a", "GDPR Art. 46(2)(a)", "rättsligt bindande instrument mellan myndigheter", "binding instrument between public authorities"),
		law("art46-2-b", "GDPR Art. 46(2)(b), 47", "bindande företagsbestämmelser", "binding corporate rules"),
		law("art46-2-c", "GDPR Art. 46(2)(c)", "standardavtalsklausuler från kommissionen", "standard contractual clauses of the Commission"),
		law("art46-2-d", "GDPR Art. 46(2)(d)", "standardavtalsklausuler från en tillsynsmyndighet", "standard contractual clauses of a supervisory authority"),
		law("art46-2-e", "GDPR Art. 46(2)(e)", "godkänd uppförandekod", "approved code of conduct"),
		law("art46-2-f", "GDPR Art. 46(2)(f)", "godkänd certifieringsmekanism", "approved certification mechanism"),
		law("art46-3-a", "GDPR Art. 46(3)(a)", "avtalsklausuler med tillstånd från tillsynsmyndigheten", "contractual clauses authorised by the authority"),
		law("art46-3-b", "GDPR Art. 46(3)(b)", "administrativa överenskommelser med tillstånd", "authorised administrative arrangements"),
		law("art49-1-a", "GDPR Art. 49(1)(a)", "uttryckligt samtycke", "explicit consent"),
		law("art49-1-b", "GDPR Art. 49(1)(b)", "avtal med den registrerade", "contract with the data subject"),
		law("art49-1-c", "GDPR Art. 49(1)(c)", "avtal i den registrerades intresse", "contract in the data subject's interest"),
		law("art49-1-d", "GDPR Art. 49(1)(d)", "viktiga skäl som rör allmänintresset", "important reasons of public interest"),
		law("art49-1-e", "GDPR Art. 49(1)(e)", "rättsliga anspråk", "legal claims"),
		law("art49-1-f", "GDPR Art. 49(1)(f)", "grundläggande intressen", "vital interests"),
		law("art49-1-g", "GDPR Art. 49(1)(g)", "offentligt register", "public register"),
		law("art49-1-2", "GDPR Art. 49(1) second subparagraph", "tvingande berättigade intressen", "compelling legitimate interests"),
	},
	"dpf-coverage": {
		pick("non-hr", "andra uppgifter än personaluppgifter", "data other than human resources data"),
		pick("hr", "personaluppgifter", "human resources data"),
		pick("both", "personaluppgifter och andra uppgifter", "human resources and other data"),
	},
	"retention-action": {
		pick("erase", "raderas", "erased"),
		pick("anonymise", "anonymiseras", "anonymised"),
		pick("erase-or-anonymise", "raderas eller anonymiseras", "erased or anonymised"),
		pick("archive", "arkiveras", "archived"),
		pick("return", "lämnas tillbaka", "returned"),
	},
	"storage": {
		pick("primary", "primär lagring", "primary storage"),
		pick("backup", "säkerhetskopia", "backup"),
		pick("log", "logg", "log"),
	},
	"right": {
		law("information", "GDPR Art. 13–14", "rätt till information", "right to be informed"),
		law("access", "GDPR Art. 15", "rätt till tillgång (registerutdrag)", "right of access"),
		law("rectification", "GDPR Art. 16", "rätt till rättelse", "right to rectification"),
		law("erasure", "GDPR Art. 17", "rätt till radering", "right to erasure"),
		law("restriction", "GDPR Art. 18", "rätt till begränsning av behandling", "right to restriction of processing"),
		law("notification", "GDPR Art. 19", "underrättelse till mottagare", "notification to recipients"),
		law("portability", "GDPR Art. 20", "rätt till dataportabilitet", "right to data portability"),
		law("objection", "GDPR Art. 21(1)", "rätt att göra invändningar", "right to object"),
		law("objection-marketing", "GDPR Art. 21(2)–(3)", "rätt att invända mot direktmarknadsföring", "right to object to direct marketing"),
		law("objection-research", "GDPR Art. 21(6)", "rätt att invända mot forskning och statistik", "right to object to research and statistics"),
		law("no-adm", "GDPR Art. 22", "rätt att inte bli föremål för automatiserat beslutsfattande", "right not to be subject to automated decisions"),
		law("withdraw-consent", "GDPR Art. 7(3)", "rätt att återkalla samtycke", "right to withdraw consent"),
		law("complaint", "GDPR Art. 77", "rätt att lämna klagomål till tillsynsmyndighet", "right to lodge a complaint"),
		law("judicial-remedy", "GDPR Art. 79", "rätt till ett effektivt rättsmedel", "right to a judicial remedy"),
		law("compensation", "GDPR Art. 82", "rätt till ersättning", "right to compensation"),
	},
	"domain": {
		pick("pseudonymisation-encryption", "pseudonymisering och kryptering", "pseudonymisation and encryption"),
		pick("cia-resilience", "konfidentialitet, integritet, tillgänglighet och motståndskraft", "confidentiality, integrity, availability and resilience"),
		pick("recovery", "återställning", "recovery"),
		pick("testing", "provning och utvärdering", "testing and evaluation"),
		pick("user-identification", "identifiering och behörighet", "user identification and authorisation"),
		pick("transmission", "skydd vid överföring", "protection during transmission"),
		pick("storage", "skydd vid lagring", "protection during storage"),
		pick("physical", "fysisk säkerhet", "physical security"),
		pick("logging", "loggning", "logging"),
		pick("configuration", "systemkonfiguration", "system configuration"),
		pick("it-governance", "styrning av it-säkerhet", "IT security governance"),
		pick("certification", "certifiering", "certification"),
		pick("minimisation", "uppgiftsminimering", "data minimisation"),
		pick("quality", "uppgifternas kvalitet", "data quality"),
		pick("retention", "begränsad lagring", "limited retention"),
		pick("accountability", "ansvarsskyldighet", "accountability"),
		pick("portability-erasure", "portabilitet och radering", "portability and erasure"),
		pick("malware", "skydd mot skadlig kod", "protection against malware"),
		pick("risk", "riskbedömning", "risk assessment"),
		pick("personnel", "personal och utbildning", "staff and training"),
	},
	"applies-to": {
		pick("controller", "våra egna uppgifter", "our own data"),
		pick("processor", "kundernas uppgifter", "customers' data"),
		pick("both", "våra egna och kundernas uppgifter", "our own and customers' data"),
	},
	"cookie-kind": {
		pick("cookie", "kaka", "cookie"),
		pick("localstorage", "lokal lagring", "local storage"),
		pick("sessionstorage", "sessionslagring", "session storage"),
		pick("pixel", "spårpixel", "tracking pixel"),
		pick("sdk", "programkomponent", "SDK"),
	},
	"cookie-party": {
		pick("first", "förstapart", "first party"),
		pick("third", "tredjepart", "third party"),
	},
	"cookie-category": {
		pick("necessary", "nödvändig", "necessary"),
		pick("functional", "funktion", "functional"),
		pick("statistics", "statistik", "statistics"),
		pick("marketing", "marknadsföring", "marketing"),
	},
	"authority-task": {
		pick("complaints", "klagomål om personuppgifter", "complaints about personal data"),
		pick("cookies", "kakor och liknande lagring", "cookies and similar storage"),
	},
}

func choices() map[string][]Choice { return lists }

func ValidChoice(value, list string) bool {
	return slices.ContainsFunc(Choices(list), func(c Choice) bool { return c.Code == value })
}

func ExplainChoice(value, list string) (message, hint diag.Text) {
	var codes []string
	for _, c := range Choices(list) {
		codes = append(codes, c.Code)
	}
	if len(codes) == 1 {
		return diag.Say("det enda som kan stå här är %s", "all that can stand here is %s", codes[0]),
			diag.Say("skriv %s, eller ta bort fältet", "write %s, or remove the field", codes[0])
	}
	message = diag.Say("det ska vara ett av: %s", "it must be one of: %s", strings.Join(codes, ", "))
	if near := nearestChoice(value, list, codes); near != "" {
		return message, diag.Say("menade du %s?", "did you mean %s?", near)
	}
	return message, diag.Say("välj ett av dem", "choose one of them")
}

// nearestChoice finds the code that was meant by a misspelt code, or by the
// word that a reader meets in its place.
func nearestChoice(value, list string, codes []string) string {
	for _, c := range Choices(list) {
		if strings.EqualFold(value, c.Name.SV) || strings.EqualFold(value, c.Name.EN) {
			return c.Code
		}
	}
	return diag.Nearest(value, codes)
}
