package statute

import (
	"slices"

	"tillit/tools/internal/diag"
)

// Mechanism is a ground on which data may leave the EU/EEA (GDPR Art. 45–49).
type Mechanism struct {
	Code       string // as in the choice of a transfer's mechanism
	Law        string
	Adequate   bool      // rests on an adequacy decision
	Copy       bool      // a copy of the safeguards is owed (Art. 13(1)(f))
	Assessment bool      // an assessment of the transfer is owed
	Derogation bool      // an exception, read narrowly; (b), (c) and (e) for occasional transfers (EDPB 2/2018)
	Needs      diag.Text // what must be told with it
	Reference
}

// Mechanisms returns every ground of transfer, in the order of the law.
func Mechanisms() []Mechanism { return slices.Clone(MechanismTable) }

func MechanismOf(code string) (Mechanism, bool) {
	for _, m := range MechanismTable {
		if m.Code == code {
			return m, true
		}
	}
	return Mechanism{}, false
}

var chapterV = Reference{"Regulation (EU) 2016/679, chapter V", Statute, "2026-11-21"}

var MechanismTable = []Mechanism{
	{Code: "adequacy", Law: "GDPR Art. 45(3)", Adequate: true, Needs: diag.Say("beslutets nummer", "the number of the decision"), Reference: chapterV},
	{Code: "adequacy-dpf", Law: "GDPR Art. 45(3)", Adequate: true, Needs: diag.Say("dagen då listan kontrollerades, och vilka uppgifter certifieringen omfattar", "the day on which the list was checked, and which data the certification covers"), Reference: chapterV},
	{Code: "art46-2-a", Law: "GDPR Art. 46(2)(a)", Copy: true, Assessment: true, Needs: diag.Say("instrumentet", "the instrument"), Reference: chapterV},
	{Code: "art46-2-b", Law: "GDPR Art. 46(2)(b), 47", Copy: true, Assessment: true, Needs: diag.Say("de godkända reglerna", "the approved rules"), Reference: chapterV},
	{Code: "art46-2-c", Law: "GDPR Art. 46(2)(c)", Copy: true, Assessment: true, Needs: diag.Say("modul, kopia och bedömning av överföringen", "module, copy and transfer impact assessment"), Reference: chapterV},
	{Code: "art46-2-d", Law: "GDPR Art. 46(2)(d)", Copy: true, Assessment: true, Needs: diag.Say("klausulerna", "the clauses"), Reference: chapterV},
	{Code: "art46-2-e", Law: "GDPR Art. 46(2)(e)", Copy: true, Assessment: true, Needs: diag.Say("uppförandekoden", "the code of conduct"), Reference: chapterV},
	{Code: "art46-2-f", Law: "GDPR Art. 46(2)(f)", Copy: true, Assessment: true, Needs: diag.Say("certifieringen", "the certification"), Reference: chapterV},
	{Code: "art46-3-a", Law: "GDPR Art. 46(3)(a)", Copy: true, Assessment: true, Needs: diag.Say("myndigheten som gav tillstånd", "the authority that gave its authorisation"), Reference: chapterV},
	{Code: "art46-3-b", Law: "GDPR Art. 46(3)(b)", Copy: true, Assessment: true, Needs: diag.Say("myndigheten som gav tillstånd", "the authority that gave its authorisation"), Reference: chapterV},
	{Code: "art49-1-a", Law: "GDPR Art. 49(1)(a)", Derogation: true, Reference: chapterV},
	{Code: "art49-1-b", Law: "GDPR Art. 49(1)(b)", Derogation: true, Reference: chapterV},
	{Code: "art49-1-c", Law: "GDPR Art. 49(1)(c)", Derogation: true, Reference: chapterV},
	{Code: "art49-1-d", Law: "GDPR Art. 49(1)(d)", Derogation: true, Needs: diag.Say("lagen som erkänner allmänintresset", "the law that recognises the public interest"), Reference: chapterV},
	{Code: "art49-1-e", Law: "GDPR Art. 49(1)(e)", Derogation: true, Reference: chapterV},
	{Code: "art49-1-f", Law: "GDPR Art. 49(1)(f)", Derogation: true, Reference: chapterV},
	{Code: "art49-1-g", Law: "GDPR Art. 49(1)(g)", Derogation: true, Reference: chapterV},
	{Code: "art49-1-2", Law: "GDPR Art. 49(1) second subparagraph", Copy: true, Derogation: true, Needs: diag.Say("att myndigheten och personen har underrättats", "that the authority and the person were informed"), Reference: chapterV},
}

// SCCModule is a module of the standard contractual clauses: who sends data to
// whom.
type SCCModule struct {
	Number        int
	From, To      string // roles
	Name          diag.Text
	Subprocessors bool // has clause 9 on sub-processors, and Annex III
	Reference
}

// SCCModules returns the four modules of Decision (EU) 2021/914.
func SCCModules() []SCCModule { return slices.Clone(SCCTable) }

var decision914 = Reference{"Decision (EU) 2021/914", Statute, "2026-11-21"}

var SCCTable = []SCCModule{
	{1, "controller", "controller", diag.Say("från personuppgiftsansvarig till personuppgiftsansvarig", "controller to controller"), false, decision914},
	{2, "controller", "processor", diag.Say("från personuppgiftsansvarig till personuppgiftsbiträde", "controller to processor"), true, decision914},
	{3, "processor", "processor", diag.Say("från personuppgiftsbiträde till personuppgiftsbiträde", "processor to processor"), true, decision914},
	{4, "processor", "controller", diag.Say("från personuppgiftsbiträde till personuppgiftsansvarig", "processor to controller"), false, decision914},
}
