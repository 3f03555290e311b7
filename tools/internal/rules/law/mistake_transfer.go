package law

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// transferMistakes are about the grounds on which data leaves the EU/EEA. They
// are told whatever the profiles: a wrong ground is wrong for everybody.
var transferMistakes = []Mistake{
	{
		Rule: diag.Rule{ID: "adequacy-claim", Severity: diag.Error, Law: "GDPR Art. 45",
			Title: diag.Say("ett beslut om adekvat skyddsnivå som inte finns eller inte gäller", "an adequacy decision that does not exist or does not apply")},
		find: asked(each(abroadOn(adequate), quiet, adequateFor)),
	},
	{
		Rule: diag.Rule{ID: "dpf-unchecked", Severity: diag.Error, Law: "GDPR Art. 45; Decision (EU) 2023/1795",
			Title: diag.Say("Data Privacy Framework utan aktuell kontroll av listan", "Data Privacy Framework without a recent look at the list")},
		find: asked(each(abroadOn(onFramework), quiet, onTheList)),
	},
	{
		Rule: diag.Rule{ID: "dpf-fallback", Severity: diag.Warning, Law: "GDPR Art. 45–46",
			Title: diag.Say("Data Privacy Framework utan reservgrund", "Data Privacy Framework without a fallback")},
		find: asked(each(abroadOn(onFramework), quiet, func(_ *facts, r *record.Recipient) reply {
			return tells(r.Transfer.Fallback != "", "transfer.fallback", "vilken grund som tar vid om Data Privacy Framework upphävs (mål C-703/25 P)", "which ground takes over if the Data Privacy Framework is annulled (case C-703/25 P)",
				"transfer: {fallback: art46-2-c, scc_module: …}")
		})),
	},
	{
		Rule: diag.Rule{ID: "scc-module", Severity: diag.Error, Law: "GDPR Art. 46(2)(c); Decision (EU) 2021/914",
			Title: diag.Say("en modul som motsäger rollerna", "a module that contradicts the roles")},
		find: asked(each(abroadOn(onClauses), quiet, func(f *facts, r *record.Recipient) reply {
			if r.Transfer.SCCModule == 0 {
				return reply{}
			}
			return moduleFits(f, r)
		})),
	},
}
