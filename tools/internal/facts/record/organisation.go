package record

import (
	"tillit/tools/internal/facts/value"
)

// Organisation says what holds for the whole site: its languages and readers,
// its promises to customers, and what is declared not to happen at all. There
// is one, in data/organisation.yaml.
// sv: Det som gäller för hela webbplatsen: dess språk och läsare, löftena till
// kunderna, och vad som förklaras inte förekomma alls. Det finns en, i
// data/organisation.yaml.
type Organisation struct {
	ID string `yaml:"-"`

	// The name that the site goes by, as in "Exempelbolaget's trust center".
	// sv: Namnet som webbplatsen bär, som i "Exempelbolagets förtroendesidor".
	// example: Exempelbolaget
	Name string `yaml:"name" validate:"required,line" en:"Name" sv:"Namn"`
	// The languages of the site; every text must be written in each of them.
	// sv: Webbplatsens språk; varje text ska finnas på vart och ett av dem.
	// law: GDPR Art. 12(1)
	// example: [sv, en]
	Languages []string `yaml:"languages" validate:"required,min=1,max=24,dive,language" en:"Languages" sv:"Språk"`
	// The language at the site's root address. One of languages; the first when left out.
	// sv: Språket på webbplatsens rotadress. Ett av språken; det första om fältet utelämnas.
	// example: sv
	DefaultLanguage string `yaml:"default_language" validate:"omitempty,language" en:"Default language" sv:"Förvalt språk"`
	// Countries where the people live whom the site informs.
	// sv: Länder där de personer bor som webbplatsen vänder sig till.
	// law: GDPR Art. 77(1)
	// example: [SE]
	AudienceCountries []value.Country `yaml:"audience_countries" validate:"omitempty,dive,country" en:"Audience countries" sv:"Läsarnas länder"`
	// The public address of the site, with https and a closing slash.
	// sv: Webbplatsens publika adress, med https och avslutande snedstreck.
	// example: https://trust.exempelbolaget.example/
	BaseURL string `yaml:"base_url" validate:"omitempty,https" en:"Address of the site" sv:"Webbplatsens adress"`
	// The time stamping authority (RFC 3161) that each version's digest is shown to when it
	// is issued. http will do: what it answers is signed, and nothing secret is asked.
	// sv: Tjänsten för tidsstämplar (RFC 3161) som varje versions kontrollsumma visas för när
	// den ges ut. http räcker: svaret är underskrivet, och inget hemligt frågas.
	// example: http://timestamp.example/tsr
	Timestamp string `yaml:"timestamp" validate:"omitempty,timestamp" en:"Time stamping service" sv:"Tjänst för tidsstämplar"`
	// The controller that the site speaks for; the only one when there is just one.
	// sv: Den personuppgiftsansvariga som webbplatsen talar för; den enda om det bara finns en.
	Controller string `yaml:"controller" validate:"omitempty,id" ref:"controller" en:"Main controller" sv:"Huvudsakligt ansvarig"`
	// The authority that complaints go to.
	// sv: Myndigheten som tar emot klagomål.
	// law: GDPR Art. 13(2)(d)
	// example: imy
	Authority string `yaml:"authority" validate:"omitempty,id" ref:"authority" en:"Supervisory authority" sv:"Tillsynsmyndighet"`
	// The sets of duties that the organisation is under.
	// sv: De uppsättningar av skyldigheter som organisationen omfattas av.
	// example: [notice, cookies, company]
	Profiles []string `yaml:"profiles" validate:"omitempty,dive,choice=profile" en:"Profiles" sv:"Profiler"`
	// What the notice wants to achieve, in order.
	// sv: Vad informationen vill uppnå, i ordning.
	Aims []Text `yaml:"aims" validate:"omitempty,max=20,dive,text" en:"Aims" sv:"Syften med informationen"`
	// Promises and statements made to everybody, negative ones included ("we do not sell data").
	// sv: Löften och besked till alla, även nekande ("vi säljer inga uppgifter").
	Statements []Statement `yaml:"statements" validate:"omitempty,dive" en:"Statements" sv:"Besked"`
	// What is declared not to happen anywhere in the organisation.
	// sv: Vad som förklaras inte förekomma någonstans i organisationen.
	Declarations *Declarations `yaml:"declarations" en:"Declarations" sv:"Förklaringar"`
	// How requests from persons about their rights are handled.
	// sv: Hur begäran från personer om deras rättigheter hanteras.
	// law: GDPR Art. 12
	Requests *Requests `yaml:"requests" en:"Handling of requests" sv:"Hantering av begäran"`
	// Days between the announcement of a new sub-processor and its start.
	// sv: Dagar mellan att ett nytt underbiträde meddelas och att det börjar anlitas.
	// law: GDPR Art. 28(2)
	// example: 30
	NoticeDays int `yaml:"notice_days" validate:"omitempty,min=1,max=365" en:"Days of notice" sv:"Varsel i dagar"`
	// The terms on which the organisation processes data for its customers.
	// sv: Villkoren för organisationens behandling åt sina kunder.
	// law: GDPR Art. 28(3)
	ProcessorTerms *ProcessorTerms `yaml:"processor_terms" en:"Processor terms" sv:"Biträdesvillkor"`
	// What happens after a personal data breach.
	// sv: Vad som händer efter en personuppgiftsincident.
	// law: GDPR Art. 33–34
	Incident *Incident `yaml:"incident" en:"Personal data breaches" sv:"Personuppgiftsincidenter"`
	// Cookies and the like: whether they are used, and how consent is given and withdrawn.
	// sv: Kakor och liknande: om de används, och hur samtycke ges och återkallas.
	// law: LEK 9 kap. 28 §
	Cookies *CookieUse `yaml:"cookies" en:"Cookies" sv:"Kakor"`
	// Who hosts this site, and where.
	// sv: Vem som driftar den här webbplatsen, och var.
	Hosting *Hosting `yaml:"hosting" en:"Hosting of the site" sv:"Webbplatsens drift"`
	// Where a security weakness is reported (security.txt, RFC 9116).
	// sv: Vart en säkerhetsbrist rapporteras (security.txt, RFC 9116).
	SecurityContact *SecurityContact `yaml:"security_contact" en:"Security contact" sv:"Säkerhetskontakt"`
	// When the facts were last gone through, and when they will be next.
	// sv: När uppgifterna senast gicks igenom, och när det sker nästa gång.
	Review *Review `yaml:"review" en:"Review" sv:"Genomgång"`
	// How changes of the notice are made known.
	// sv: Hur ändringar av informationen görs kända.
	ChangePolicy Text `yaml:"change_policy" validate:"omitempty,text" en:"How changes are made known" sv:"Hur ändringar görs kända"`
	// Logo and colours.
	// sv: Logotyp och färger.
	Brand *Brand `yaml:"brand" en:"Brand" sv:"Varumärke"`
	// Warnings that are accepted for a time, with the reason. Errors never are.
	// sv: Varningar som godtas en tid, med skälet. Fel godtas aldrig.
	Accepted []Acceptance `yaml:"accepted" validate:"omitempty,dive" en:"Accepted warnings" sv:"Godtagna varningar"`
}

// Key is always "organisation".
func (o *Organisation) Key() string { return o.ID }

// Label is the organisation's name.
func (o *Organisation) Label(lang string) string { return label(o, lang) }

// Main is the language at the root address.
func (o *Organisation) Main() string {
	if o.DefaultLanguage != "" || len(o.Languages) == 0 {
		return o.DefaultLanguage
	}
	return o.Languages[0]
}

// Statement is something said to everybody, filed under the page it belongs to.
type Statement struct {
	// A name for links; never changed once published.
	// sv: Ett namn för länkar; ändras aldrig när det publicerats.
	ID string `yaml:"id" validate:"required,id" en:"Id" sv:"Id"`
	// The page that shows the statement.
	// sv: Sidan som visar beskedet.
	Topic string `yaml:"topic" validate:"required,choice=topic" en:"Topic" sv:"Ämne"`
	// A heading, often a question.
	// sv: En rubrik, gärna en fråga.
	Title Text `yaml:"title" validate:"omitempty,text" en:"Heading" sv:"Rubrik"`
	// What is said.
	// sv: Det som sägs.
	Text Text `yaml:"text" validate:"required,text" en:"Text" sv:"Text"`
	// Points that belong to it.
	// sv: Punkter som hör till.
	Items []Text `yaml:"items" validate:"omitempty,max=100,dive,text" en:"Points" sv:"Punkter"`
	// Where to read more.
	// sv: Var man kan läsa mer.
	Links []Link `yaml:"links" validate:"omitempty,dive" en:"Links" sv:"Länkar"`
}

// Link is an address with its words.
type Link struct {
	// The words of the link.
	// sv: Länkens ord.
	Label Text `yaml:"label" validate:"required,text" en:"Link text" sv:"Länktext"`
	// The address: https, mailto or tel.
	// sv: Adressen: https, mailto eller tel.
	URL string `yaml:"url" validate:"required,link" en:"Address" sv:"Adress"`
}

// Declarations are negatives that hold for the whole organisation. A negative
// must be declared, because silence cannot be told from forgetting.
type Declarations struct {
	// The organisation has no joint controllers.
	// sv: Organisationen har inga gemensamt personuppgiftsansvariga.
	// law: GDPR Art. 26
	JointControllers string `yaml:"joint_controllers" validate:"omitempty,choice=none" en:"Joint controllers" sv:"Gemensamt ansvariga"`
	// No data leaves the EU/EEA.
	// sv: Inga uppgifter lämnar EU/EES.
	// law: GDPR Art. 13(1)(f)
	Transfers string `yaml:"transfers" validate:"omitempty,choice=none" en:"Transfers to third countries" sv:"Överföringar till tredjeland"`
	// No decisions are made by machines alone.
	// sv: Inga beslut fattas enbart automatiserat.
	// law: GDPR Art. 13(2)(f), 22
	AutomatedDecisions string `yaml:"automated_decisions" validate:"omitempty,choice=none" en:"Automated decisions" sv:"Automatiserade beslut"`
	// No special categories of data are processed.
	// sv: Inga känsliga personuppgifter behandlas.
	// law: GDPR Art. 9
	SpecialCategories string `yaml:"special_categories" validate:"omitempty,choice=none" en:"Special categories" sv:"Känsliga personuppgifter"`
	// No data on criminal offences is processed.
	// sv: Inga uppgifter om lagöverträdelser behandlas.
	// law: GDPR Art. 10
	CriminalOffences string `yaml:"criminal_offences" validate:"omitempty,choice=none" en:"Criminal offences" sv:"Lagöverträdelser"`
	// No national identification numbers are processed.
	// sv: Inga personnummer eller samordningsnummer behandlas.
	// law: Dataskyddslagen 3 kap. 10 §
	NationalID string `yaml:"national_id" validate:"omitempty,choice=not_used" en:"National identification numbers" sv:"Personnummer"`
	// The services are not directed at children.
	// sv: Tjänsterna riktar sig inte till barn.
	// law: GDPR Art. 8
	Children string `yaml:"children" validate:"omitempty,choice=not_targeted" en:"Children" sv:"Barn"`
	// No representative in the EU is required.
	// sv: Ingen företrädare i EU krävs.
	// law: GDPR Art. 27
	Representative string `yaml:"representative" validate:"omitempty,choice=not_required" en:"Representative in the EU" sv:"Företrädare i EU"`
}

// Requests says how a person's request is handled.
type Requests struct {
	// How fast the answer comes.
	// sv: Hur snabbt svaret kommer.
	// law: GDPR Art. 12(3)
	ResponseTime Text `yaml:"response_time" validate:"omitempty,text" en:"Response time" sv:"Svarstid"`
	// When the time may be prolonged, and how the person hears of it.
	// sv: När tiden kan förlängas, och hur personen får veta det.
	// law: GDPR Art. 12(3)
	Extension Text `yaml:"extension" validate:"omitempty,text" en:"Extension" sv:"Förlängning"`
	// When and how identity is checked.
	// sv: När och hur identiteten kontrolleras.
	// law: GDPR Art. 12(6)
	IdentityCheck Text `yaml:"identity_check" validate:"omitempty,text" en:"Identity check" sv:"Identitetskontroll"`
	// What a refusal says, and what can be done about it.
	// sv: Vad ett avslag innehåller, och vad man kan göra åt det.
	// law: GDPR Art. 12(4)
	RefusalNote Text `yaml:"refusal_note" validate:"omitempty,text" en:"Refusal" sv:"Avslag"`
	// Whether requests are free of charge.
	// sv: Om begäran är kostnadsfri.
	// law: GDPR Art. 12(5)
	FreeOfCharge *bool `yaml:"free_of_charge" en:"Free of charge" sv:"Kostnadsfritt"`
}

// ProcessorTerms are what a customer may rely on (GDPR Art. 28(3)).
type ProcessorTerms struct {
	// Whether each sub-processor is approved, or all under a general authorisation with notice.
	// sv: Om varje underbiträde godkänns för sig, eller alla genom ett allmänt förhandstillstånd med varsel.
	// law: GDPR Art. 28(2)
	Authorisation string `yaml:"authorisation" validate:"omitempty,choice=authorisation" en:"Authorisation" sv:"Tillstånd"`
	// How customers hear of a new sub-processor.
	// sv: Hur kunder får veta om ett nytt underbiträde.
	// law: GDPR Art. 28(2)
	NoticeChannels []string `yaml:"notice_channels" validate:"omitempty,dive,choice=notice-channel" en:"Channels of notice" sv:"Kanaler för varsel"`
	// How a customer objects, and what follows.
	// sv: Hur en kund invänder, och vad som följer.
	// law: GDPR Art. 28(2)
	Objection Text `yaml:"objection" validate:"omitempty,text" en:"Objection" sv:"Invändning"`
	// Instructions from the customer, and what happens when one would break the law.
	// sv: Instruktioner från kunden, och vad som händer om en skulle strida mot lag.
	// law: GDPR Art. 28(3)(a)
	Instructions Text `yaml:"instructions" validate:"omitempty,text" en:"Instructions" sv:"Instruktioner"`
	// Confidentiality of the staff.
	// sv: Personalens tystnadsplikt.
	// law: GDPR Art. 28(3)(b)
	Confidentiality Text `yaml:"confidentiality" validate:"omitempty,text" en:"Confidentiality" sv:"Tystnadsplikt"`
	// What is demanded of sub-processors.
	// sv: Vad som krävs av underbiträden.
	// law: GDPR Art. 28(4)
	FlowDown Text `yaml:"flow_down" validate:"omitempty,text" en:"Duties of sub-processors" sv:"Underbiträdens skyldigheter"`
	// Help with requests from persons.
	// sv: Hjälp med begäran från registrerade.
	// law: GDPR Art. 28(3)(e)
	AssistanceRights Text `yaml:"assistance_rights" validate:"omitempty,text" en:"Help with requests" sv:"Hjälp med begäran"`
	// Help with security, breaches and impact assessments.
	// sv: Hjälp med säkerhet, incidenter och konsekvensbedömningar.
	// law: GDPR Art. 28(3)(f)
	AssistanceSecurity Text `yaml:"assistance_security" validate:"omitempty,text" en:"Help with security" sv:"Hjälp med säkerhet"`
	// Whether data is returned or deleted when the service ends, and when.
	// sv: Om uppgifter lämnas tillbaka eller raderas när tjänsten upphör, och när.
	// law: GDPR Art. 28(3)(g)
	ReturnOrDelete Text `yaml:"return_or_delete" validate:"omitempty,text" en:"Return or deletion" sv:"Återlämning eller radering"`
	// Information and audits.
	// sv: Information och granskning.
	// law: GDPR Art. 28(3)(h)
	Audit Text `yaml:"audit" validate:"omitempty,text" en:"Audit" sv:"Granskning"`
	// The agreement that governs, and where it is found.
	// sv: Avtalet som gäller, och var det finns.
	// law: GDPR Art. 28(3)
	GoverningAgreement Text `yaml:"governing_agreement" validate:"omitempty,text" en:"Governing agreement" sv:"Gällande avtal"`
	// Who answers for what: the customer's part and ours.
	// sv: Vem som svarar för vad: kundens del och vår.
	// law: GDPR Art. 28(3)
	Responsibilities []Responsibility `yaml:"responsibilities" validate:"omitempty,dive" en:"Responsibilities" sv:"Ansvarsfördelning"`
}

// Responsibility is one line of the split between customer and processor.
type Responsibility struct {
	// Who answers for it.
	// sv: Vem som svarar för det.
	Who string `yaml:"who" validate:"required,choice=party" en:"Who" sv:"Vem"`
	// What the party answers for.
	// sv: Vad parten svarar för.
	Text Text `yaml:"text" validate:"required,text" en:"Text" sv:"Text"`
}

// Incident says how a personal data breach is handled.
type Incident struct {
	// How the authority is told within 72 hours.
	// sv: Hur myndigheten underrättas inom 72 timmar.
	// law: GDPR Art. 33(1)
	Authority Text `yaml:"authority" validate:"omitempty,text" en:"Notice to the authority" sv:"Anmälan till myndigheten"`
	// Within how many hours customers are told.
	// sv: Inom hur många timmar kunderna underrättas.
	// law: GDPR Art. 33(2)
	// example: 24
	CustomerNoticeHours int `yaml:"customer_notice_hours" validate:"omitempty,min=1,max=720" en:"Hours until customers are told" sv:"Timmar tills kunder underrättas"`
	// How affected persons are told.
	// sv: Hur berörda personer underrättas.
	// law: GDPR Art. 34
	Subjects Text `yaml:"subjects" validate:"omitempty,text" en:"Notice to persons" sv:"Information till personer"`
	// Where a breach is reported.
	// sv: Vart en incident rapporteras.
	Email string `yaml:"email" validate:"omitempty,email" en:"E-mail" sv:"E-post"`
	// Telephone for reports, with country code.
	// sv: Telefon för rapporter, med landsnummer.
	Phone string `yaml:"phone" validate:"omitempty,phone" en:"Telephone" sv:"Telefon"`
}

// CookieUse is what holds for all cookies; each cookie has its own record.
type CookieUse struct {
	// Whether the organisation's sites use cookies or the like.
	// sv: Om organisationens webbplatser använder kakor eller liknande.
	// law: LEK 9 kap. 28 §
	Used *bool `yaml:"used" en:"Used" sv:"Används"`
	// What a cookie is, in a sentence.
	// sv: Vad en kaka är, i en mening.
	Explanation Text `yaml:"explanation" validate:"omitempty,text" en:"Explanation" sv:"Förklaring"`
	// What a visitor is told.
	// sv: Vad en besökare får veta.
	Informs []Text `yaml:"informs" validate:"omitempty,dive,text" en:"What visitors are told" sv:"Vad besökare får veta"`
	// What cookies are used for, all in all.
	// sv: Vad kakor används till, sammantaget.
	Purposes []Text `yaml:"purposes" validate:"omitempty,dive,text" en:"Purposes" sv:"Ändamål"`
	// How to say no.
	// sv: Hur man säger nej.
	Refusal Text `yaml:"refusal" validate:"omitempty,text" en:"How to refuse" sv:"Hur man säger nej"`
	// What happens if one says no.
	// sv: Vad som händer om man säger nej.
	Consequence Text `yaml:"consequence" validate:"omitempty,text" en:"Consequence of refusing" sv:"Följd av att säga nej"`
	// Consent: the tool, and how a consent is withdrawn.
	// sv: Samtycke: verktyget, och hur ett samtycke återkallas.
	Consent *Consent `yaml:"consent" en:"Consent" sv:"Samtycke"`
}

// Consent is how a visitor chooses.
type Consent struct {
	// The name of the consent tool.
	// sv: Samtyckesverktygets namn.
	Tool string `yaml:"tool" validate:"omitempty,line" en:"Tool" sv:"Verktyg"`
	// The tool's address.
	// sv: Verktygets adress.
	ToolURL string `yaml:"tool_url" validate:"omitempty,https" en:"Address of the tool" sv:"Verktygets adress"`
	// Whether saying no is as near as saying yes.
	// sv: Om det är lika nära till nej som till ja.
	RejectOnFirstLayer *bool `yaml:"reject_on_first_layer" en:"Refusal on the first layer" sv:"Nej i första lagret"`
	// How a consent is withdrawn, as easily as it was given.
	// sv: Hur ett samtycke återkallas, lika lätt som det gavs.
	// law: GDPR Art. 7(3)
	Withdraw Text `yaml:"withdraw" validate:"omitempty,text" en:"Withdrawal" sv:"Återkallelse"`
	// Where it is withdrawn.
	// sv: Var det återkallas.
	WithdrawURL string `yaml:"withdraw_url" validate:"omitempty,https" en:"Address for withdrawal" sv:"Adress för återkallelse"`
}

// Hosting tells who serves this very site.
type Hosting struct {
	// The recipient that hosts the site.
	// sv: Mottagaren som driftar webbplatsen.
	Provider string `yaml:"provider" validate:"omitempty,id" ref:"recipient" en:"Provider" sv:"Leverantör"`
	// Where and how the site is hosted, and which logs are kept.
	// sv: Var och hur webbplatsen driftas, och vilka loggar som förs.
	Text Text `yaml:"text" validate:"omitempty,text" en:"Text" sv:"Text"`
	// Whether browsers are told to ask for the site with https only, for a year to come (HSTS). It cannot be taken back sooner, so the address must be one that always has https.
	// sv: Om webbläsare ska hämta webbplatsen enbart med https under ett år framåt (HSTS). Det går inte att ta tillbaka tidigare, så adressen måste alltid ha https.
	HTTPSOnly bool `yaml:"https_only" en:"Only https" sv:"Enbart https"`
}

// SecurityContact feeds /.well-known/security.txt (RFC 9116).
type SecurityContact struct {
	// Where a weakness is reported: mailto, tel or https.
	// sv: Vart en brist rapporteras: mailto, tel eller https.
	Contact []string `yaml:"contact" validate:"required,min=1,dive,link" en:"Contact" sv:"Kontakt"`
	// The day until which the file holds; at most a year ahead.
	// sv: Dagen till vilken filen gäller; högst ett år framåt.
	Expires value.Date `yaml:"expires" validate:"required,date" en:"Expires" sv:"Gäller till"`
	// The policy for reports.
	// sv: Villkoren för rapporter.
	Policy string `yaml:"policy" validate:"omitempty,https" en:"Policy" sv:"Villkor"`
	// A key for encrypted reports.
	// sv: En nyckel för krypterade rapporter.
	Encryption string `yaml:"encryption" validate:"omitempty,https" en:"Encryption key" sv:"Krypteringsnyckel"`
}

// Review is when people went through the facts.
type Review struct {
	// The day of the last review.
	// sv: Dagen för den senaste genomgången.
	ReviewedOn value.Date `yaml:"reviewed_on" validate:"omitempty,date" en:"Reviewed on" sv:"Genomgången"`
	// The day of the next review.
	// sv: Dagen för nästa genomgång.
	NextReviewOn value.Date `yaml:"next_review_on" validate:"omitempty,date" en:"Next review on" sv:"Nästa genomgång"`
	// The day from which an older text says that it applies.
	// sv: Dagen från vilken en äldre text säger sig gälla.
	EffectiveFrom value.Date `yaml:"effective_from" validate:"omitempty,date" en:"Applies from" sv:"Gäller från"`
}

// Brand is the little that a site may look different in.
type Brand struct {
	// A logo in assets/, as SVG or PNG.
	// sv: En logotyp i assets/, som SVG eller PNG.
	Logo string `yaml:"logo" validate:"omitempty,assetname" en:"Logo" sv:"Logotyp"`
	// The main colour, #rrggbb; its contrast is checked.
	// sv: Huvudfärgen, #rrggbb; kontrasten kontrolleras.
	Colour string `yaml:"colour" validate:"omitempty,colour" en:"Colour" sv:"Färg"`
	// The same for dark mode.
	// sv: Detsamma för mörkt läge.
	ColourDark string `yaml:"colour_dark" validate:"omitempty,colour" en:"Colour in dark mode" sv:"Färg i mörkt läge"`
}

// Acceptance lets one warning pass until a day.
type Acceptance struct {
	// The rule whose warning is accepted.
	// sv: Regeln vars varning godtas.
	Rule string `yaml:"rule" validate:"required,line" en:"Rule" sv:"Regel"`
	// The file that it is about, from the site's folder; every file when left out.
	// sv: Filen som det gäller, från webbplatsens mapp; alla filer om fältet utelämnas.
	// example: data/recipients/puzzel.yaml
	File string `yaml:"file" validate:"omitempty,line" en:"File" sv:"Fil"`
	// Why it is accepted.
	// sv: Varför den godtas.
	Reason string `yaml:"reason" validate:"required,line" en:"Reason" sv:"Skäl"`
	// The last day on which it is accepted.
	// sv: Den sista dagen då den godtas.
	Until value.Date `yaml:"until" validate:"required,date" en:"Until" sv:"Till och med"`
}
