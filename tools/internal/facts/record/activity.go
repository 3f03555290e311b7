package record

import (
	"tillit/tools/internal/facts/value"
)

// Activity is one processing activity, told as the person meets it: on an
// occasion ("when you order"), with what data, why, on what basis, to whom and
// for how long. Each fact stands on the activity, because a notice that cannot
// be read per purpose does not inform (GDPR Art. 13, 14, 30).
// sv: En behandling, berättad som personen möter den: vid ett tillfälle (”när
// du beställer”), med vilka uppgifter, varför, på vilken grund, till vem och
// hur länge.
type Activity struct {
	ID string `yaml:"-"`

	// The activity's name.
	// sv: Behandlingens namn.
	// example: {sv: Kundsupport, en: Customer support}
	Name Text `yaml:"name" validate:"required,text" en:"Name" sv:"Namn"`
	// When it happens, as the person sees it.
	// sv: När den sker, som personen ser det.
	// example: {sv: när du kontaktar vår support, en: when you contact our support}
	Occasion Text `yaml:"occasion" validate:"omitempty,text" en:"Occasion" sv:"Tillfälle"`
	// A sentence or two for the first layer.
	// sv: En mening eller två för det första lagret.
	// law: GDPR Art. 12(1)
	Summary Text `yaml:"summary" validate:"omitempty,text" en:"Summary" sv:"Sammanfattning"`
	// In which role it is done.
	// sv: I vilken roll den utförs.
	// law: GDPR Art. 4(7)–(8)
	Role string `yaml:"role" validate:"required,choice=activity-role" en:"Role" sv:"Roll"`
	// The organisation that does it; the main one when left out.
	// sv: Organisationen som utför den; den huvudsakliga om fältet utelämnas.
	Controller string `yaml:"controller" validate:"omitempty,id" ref:"controller" en:"Organisation" sv:"Organisation"`
	// For whom a processor does it.
	// sv: För vems räkning ett biträde utför den.
	// law: GDPR Art. 30(2)(a)
	OnBehalfOf Text `yaml:"on_behalf_of" validate:"omitempty,text" en:"On behalf of" sv:"För vems räkning"`
	// The services that it belongs to.
	// sv: Tjänsterna den hör till.
	Services []string `yaml:"services" validate:"omitempty,dive,id" ref:"service" en:"Services" sv:"Tjänster"`
	// Whose data it is.
	// sv: Vems uppgifter det är.
	// law: GDPR Art. 30(1)(c)
	DataSubjects []Text `yaml:"data_subjects" validate:"omitempty,dive,text" en:"Data subjects" sv:"Registrerade"`
	// Which data, by category.
	// sv: Vilka uppgifter, per kategori.
	// law: GDPR Art. 14(1)(d), 30(1)(c)
	Data []Data `yaml:"data" validate:"omitempty,dive" en:"Data" sv:"Uppgifter"`
	// Why, each purpose with its own legal basis.
	// sv: Varför, varje ändamål med sin egen rättsliga grund.
	// law: GDPR Art. 13(1)(c)
	Purposes []Purpose `yaml:"purposes" validate:"omitempty,dive" en:"Purposes" sv:"Ändamål"`
	// What is done with the data, in words; what a processor performs.
	// sv: Vad som görs med uppgifterna, i ord; det ett biträde utför.
	// law: GDPR Art. 28(3), 30(2)(b)
	Operations []Text `yaml:"operations" validate:"omitempty,dive,text" en:"Operations" sv:"Åtgärder"`
	// Where the data comes from.
	// sv: Varifrån uppgifterna kommer.
	// law: GDPR Art. 14(2)(f)
	Source *Source `yaml:"source" en:"Source" sv:"Källa"`
	// Whether a person must give the data, and what follows if not.
	// sv: Om personen måste lämna uppgifterna, och vad som annars följer.
	// law: GDPR Art. 13(2)(e)
	Provision *Provision `yaml:"provision" en:"Duty to provide" sv:"Skyldighet att lämna"`
	// Decisions made by machines alone, or that there are none.
	// sv: Beslut som fattas enbart automatiserat, eller att inga fattas.
	// law: GDPR Art. 13(2)(f), 22
	AutomatedDecisions *AutomatedDecisions `yaml:"automated_decisions" en:"Automated decisions" sv:"Automatiserade beslut"`
	// Who gets the data, or none.
	// sv: Vilka som får uppgifterna, eller none.
	// law: GDPR Art. 13(1)(e)
	Recipients OrNone[string] `yaml:"recipients" ref:"recipient" en:"Recipients" sv:"Mottagare"`
	// How long the data is kept.
	// sv: Hur länge uppgifterna sparas.
	// law: GDPR Art. 13(2)(a)
	Retention []string `yaml:"retention" validate:"omitempty,dive,id" ref:"retention" en:"Retention" sv:"Lagringstid"`
	// Security measures of particular weight here.
	// sv: Säkerhetsåtgärder av särskild vikt här.
	Measures []string `yaml:"measures" validate:"omitempty,dive,id" ref:"measure" en:"Measures" sv:"Åtgärder för säkerhet"`
	// Children: whether the service is directed at them.
	// sv: Barn: om tjänsten riktar sig till dem.
	// law: GDPR Art. 8
	Children *Children `yaml:"children" en:"Children" sv:"Barn"`
	// The day of the impact assessment, if one was made.
	// sv: Dagen för konsekvensbedömningen, om en gjordes.
	// law: GDPR Art. 35
	DPIAOn value.Date `yaml:"dpia_on" validate:"omitempty,date" en:"Impact assessment on" sv:"Konsekvensbedömning"`
}

// Key is the activity's id.
func (a *Activity) Key() string { return a.ID }

// Label is the activity's name.
func (a *Activity) Label(lang string) string { return label(a, lang) }

// Data is what is processed in one category.
type Data struct {
	// The category.
	// sv: Kategorin.
	Category string `yaml:"category" validate:"required,id" ref:"category" en:"Category" sv:"Kategori"`
	// The single data in it.
	// sv: De enskilda uppgifterna i den.
	Items []Item `yaml:"items" validate:"omitempty,dive" en:"Items" sv:"Uppgifter"`
	// The purposes of this activity that it serves; all of them when left out.
	// sv: De ändamål i behandlingen som den tjänar; alla om fältet utelämnas.
	Purposes []string `yaml:"purposes" validate:"omitempty,dive,id" en:"Purposes" sv:"Ändamål"`
	// When only some are concerned, or only sometimes.
	// sv: När det bara gäller vissa, eller ibland.
	Condition Text `yaml:"condition" validate:"omitempty,text" en:"Condition" sv:"Villkor"`
	// Whether it may be missing.
	// sv: Om den kan saknas.
	Optional bool `yaml:"optional" en:"May occur" sv:"Kan förekomma"`
	// Why this category is needed.
	// sv: Varför kategorin behövs.
	Reason Text `yaml:"reason" validate:"omitempty,text" en:"Reason" sv:"Skäl"`
	// A note to the reader.
	// sv: En anmärkning till läsaren.
	Note Text `yaml:"note" validate:"omitempty,text" en:"Note" sv:"Anmärkning"`
}

// Item is one datum, as "e-mail address".
type Item struct {
	// What it is.
	// sv: Vad det är.
	Name Text `yaml:"name" validate:"required,text" en:"Name" sv:"Namn"`
	// What it consists of.
	// sv: Vad den består av.
	Items []Part `yaml:"items" validate:"omitempty,dive" en:"Parts" sv:"Delar"`
	// When it is processed, if not always.
	// sv: När den behandlas, om inte alltid.
	Condition Text `yaml:"condition" validate:"omitempty,text" en:"Condition" sv:"Villkor"`
	// Whether it may be missing.
	// sv: Om den kan saknas.
	Optional bool `yaml:"optional" en:"May occur" sv:"Kan förekomma"`
	// A footnote.
	// sv: En fotnot.
	Note Text `yaml:"note" validate:"omitempty,text" en:"Note" sv:"Fotnot"`
	// The special category that it belongs to. A personal identity number is none.
	// sv: Det slag av känsliga uppgifter den hör till. Ett personnummer gör det inte.
	// law: GDPR Art. 9(1)
	Special string `yaml:"special" validate:"omitempty,choice=special" en:"Special category" sv:"Känslig uppgift"`
	// That it is a national identification number, and why it is needed.
	// sv: Att det är ett personnummer eller samordningsnummer, och varför det behövs.
	// law: Dataskyddslagen 3 kap. 10 §
	NationalID *NationalID `yaml:"national_id" en:"National identification number" sv:"Personnummer"`
}

// Part is a piece of an item, as "call time" of "communication data".
type Part struct {
	// What it is.
	// sv: Vad det är.
	Name Text `yaml:"name" validate:"required,text" en:"Name" sv:"Namn"`
}

// NationalID is why a personal identity number is clearly justified.
type NationalID struct {
	// The ground in the law; left out when none is given.
	// sv: Grunden i lagen; utelämnas när ingen anges.
	Justification string `yaml:"justification" validate:"omitempty,choice=national-id" en:"Ground" sv:"Grund"`
	// The ground in words.
	// sv: Grunden i ord.
	Reason Text `yaml:"reason" validate:"omitempty,text" en:"Reason" sv:"Skäl"`
}

// Purpose is one reason for processing.
type Purpose struct {
	// A name for references within the activity.
	// sv: Ett namn för hänvisningar inom behandlingen.
	ID string `yaml:"id" validate:"required,id" en:"Id" sv:"Id"`
	// The purpose, specific enough to be tested against.
	// sv: Ändamålet, så bestämt att det kan prövas.
	// law: GDPR Art. 13(1)(c)
	Text Text `yaml:"text" validate:"required,text" en:"Purpose" sv:"Ändamål"`
	// The legal basis. Several can be written, and are then questioned.
	// sv: Den rättsliga grunden. Flera kan skrivas, och ifrågasätts då.
	// law: GDPR Art. 6(1), 13(1)(c)
	Bases []Basis `yaml:"bases" validate:"omitempty,max=6,dive" en:"Legal basis" sv:"Rättslig grund"`
	// The ground for special categories.
	// sv: Grunden för känsliga uppgifter.
	// law: GDPR Art. 9(2)
	Art9 string `yaml:"art9" validate:"omitempty,choice=art9" en:"Ground for special categories" sv:"Grund för känsliga uppgifter"`
	// The law that supplements Art. 9 or allows data on offences.
	// sv: Lagen som kompletterar artikel 9 eller medger uppgifter om lagöverträdelser.
	// law: GDPR Art. 10
	Art10 Text `yaml:"art10" validate:"omitempty,text" en:"Ground for data on offences" sv:"Grund för uppgifter om lagöverträdelser"`
	// Whether it is direct marketing.
	// sv: Om det är direktmarknadsföring.
	// law: GDPR Art. 21(2)
	DirectMarketing bool `yaml:"direct_marketing" en:"Direct marketing" sv:"Direktmarknadsföring"`
	// Whether it is statistics, improvement or the like.
	// sv: Om det är statistik, förbättring eller liknande.
	Class string `yaml:"class" validate:"omitempty,choice=purpose-class" en:"Class" sv:"Slag"`
}

// Basis is one legal basis with what it needs in order to hold.
type Basis struct {
	// The basis in Art. 6(1).
	// sv: Grunden i artikel 6.1.
	// law: GDPR Art. 6(1)
	Art6 string `yaml:"art6" validate:"required,choice=basis" en:"Basis" sv:"Grund"`
	// The legitimate interest.
	// sv: Det berättigade intresset.
	// law: GDPR Art. 13(1)(d)
	Interest Text `yaml:"interest" validate:"omitempty,text" en:"Interest" sv:"Intresse"`
	// Whose interest it is.
	// sv: Vems intresse det är.
	// law: GDPR Art. 13(1)(d)
	Whose Text `yaml:"whose" validate:"omitempty,text" en:"Whose interest" sv:"Vems intresse"`
	// The law that obliges.
	// sv: Lagen som förpliktar.
	// law: GDPR Art. 6(3)
	Law Text `yaml:"law" validate:"omitempty,text" en:"Law" sv:"Lag"`
	// The contract with the person.
	// sv: Avtalet med personen.
	Contract Text `yaml:"contract" validate:"omitempty,text" en:"Contract" sv:"Avtal"`
	// The task of public interest.
	// sv: Uppgiften av allmänt intresse.
	Task Text `yaml:"task" validate:"omitempty,text" en:"Task" sv:"Uppgift"`
}

// Source is where the data comes from.
type Source struct {
	// From the person, generated by use, from others, from public sources.
	// sv: Från personen, genererat vid användning, från andra, från öppna källor.
	Kinds []string `yaml:"kinds" validate:"required,min=1,dive,choice=source" en:"Kinds" sv:"Slag"`
	// From whom, or how.
	// sv: Från vem, eller hur.
	// law: GDPR Art. 14(2)(f)
	From []Text `yaml:"from" validate:"omitempty,dive,text" en:"From" sv:"Från"`
	// Whether the source is open to the public.
	// sv: Om källan är öppen för allmänheten.
	// law: GDPR Art. 14(2)(f)
	PubliclyAccessible *bool `yaml:"publicly_accessible" en:"Publicly accessible" sv:"Allmänt tillgänglig"`
	// When the person is told.
	// sv: När personen får veta det.
	// law: GDPR Art. 14(3)
	InformedWhen Text `yaml:"informed_when" validate:"omitempty,text" en:"When the person is told" sv:"När personen informeras"`
	// The exemption used, if any.
	// sv: Undantaget som används, om något.
	// law: GDPR Art. 14(5)
	Exemption Text `yaml:"exemption" validate:"omitempty,text" en:"Exemption" sv:"Undantag"`
}

// Provision is whether data must be given (GDPR Art. 13(2)(e)).
type Provision struct {
	// Where the demand comes from.
	// sv: Var kravet kommer ifrån.
	Requirement string `yaml:"requirement" validate:"omitempty,choice=provision" en:"Requirement" sv:"Krav"`
	// Whether the person is obliged.
	// sv: Om personen är skyldig.
	Obliged *bool `yaml:"obliged" en:"Obliged" sv:"Skyldig"`
	// What follows if the data is not given.
	// sv: Vad som följer om uppgifterna inte lämnas.
	Consequences Text `yaml:"consequences" validate:"omitempty,text" en:"Consequences" sv:"Följder"`
}

// AutomatedDecisions is about Art. 22: decisions with legal or similar effect.
type AutomatedDecisions struct {
	// Whether such decisions are made. Say false when none are.
	// sv: Om sådana beslut fattas. Skriv false om inga fattas.
	Used *bool `yaml:"used" validate:"required" en:"Made" sv:"Fattas"`
	// Whether profiling is part of it.
	// sv: Om profilering ingår.
	Profiling *bool `yaml:"profiling" en:"Profiling" sv:"Profilering"`
	// The exception that allows it.
	// sv: Undantaget som medger det.
	// law: GDPR Art. 22(2)
	Exception string `yaml:"exception" validate:"omitempty,choice=adm-exception" en:"Exception" sv:"Undantag"`
	// How the decision is reached.
	// sv: Hur beslutet nås.
	Logic Text `yaml:"logic" validate:"omitempty,text" en:"Logic" sv:"Logik"`
	// What it means for the person.
	// sv: Vad det betyder för personen.
	Significance Text `yaml:"significance" validate:"omitempty,text" en:"Significance" sv:"Betydelse"`
	// What is expected to follow.
	// sv: Vad som väntas följa.
	Consequences Text `yaml:"consequences" validate:"omitempty,text" en:"Consequences" sv:"Följder"`
	// A human's part, and how to be heard.
	// sv: En människas medverkan, och hur man blir hörd.
	// law: GDPR Art. 22(3)
	Safeguards []Text `yaml:"safeguards" validate:"omitempty,dive,text" en:"Safeguards" sv:"Skyddsåtgärder"`
}

// Children says whether a service is directed at children (GDPR Art. 8).
type Children struct {
	// Whether it is directed at children.
	// sv: Om den riktar sig till barn.
	Targeted *bool `yaml:"targeted" validate:"required" en:"Directed at children" sv:"Riktar sig till barn"`
	// The age from which a child consents alone; 13 in Sweden.
	// sv: Åldern från vilken ett barn samtycker självt; 13 i Sverige.
	// law: Dataskyddslagen 2 kap. 4 §
	MinAge int `yaml:"min_age" validate:"omitempty,min=1,max=18" en:"Age" sv:"Ålder"`
	// How a guardian's consent is obtained.
	// sv: Hur vårdnadshavares samtycke inhämtas.
	Consent Text `yaml:"consent" validate:"omitempty,text" en:"Consent" sv:"Samtycke"`
}

// Category is a category of personal data.
// sv: En kategori av personuppgifter.
type Category struct {
	ID string `yaml:"-"`

	// The category's name.
	// sv: Kategorins namn.
	// example: {sv: Kontaktuppgifter, en: Contact details}
	Name Text `yaml:"name" validate:"required,text" en:"Name" sv:"Namn"`
	// What it means, for a reader who is no lawyer.
	// sv: Vad den betyder, för en läsare som inte är jurist.
	Gloss Text `yaml:"gloss" validate:"omitempty,text" en:"Explanation" sv:"Förklaring"`
}

// Key is the category's id.
func (c *Category) Key() string { return c.ID }

// Label is the category's name.
func (c *Category) Label(lang string) string { return label(c, lang) }
