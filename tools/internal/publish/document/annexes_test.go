package document

import (
	"strings"
	"testing"

	"tillit/tools/internal/trial"
)

func TestAnnexesAreFilledIn(t *testing.T) {
	files := annexFiles(trial.Small(t), "sv", edition)
	if len(files) != 1 || files[0].Path != "data/v1/annexes.sv.pdf" {
		t.Fatalf("%d files", len(files))
	}
	text := trial.Paper(t, files[0].Data).Text
	at := 0
	for _, want := range []string{
		"Bilaga I – ", "Personuppgiftsansvarig\n", "Underskrift", "Personuppgiftsbiträde\n", "Exempelbolaget AB\n", "559999-0008\n", "Dataskyddsombud\n", "dso@bolaget.example\n", "Underskrift",
		"Bilaga II – ", "Drift åt kunder\n", "Kundens användare.\n", "Kontaktuppgifter (Hälsa)\n", "Hälsa (hälsa)\n", "Lagring.\n", "Hålla tjänsten i drift.\n", "Loggar: 30 dagar – 1 år\n", "Exempelmolnet\n", "Öst Drift AB\n",
		"Bilaga III – ", "Pseudonymisering och kryptering\n", "Kryptering. Allt är krypterat.\n", "Diskar\n", "Återställning\n", "Säkerhetskopior\n",
		"Bilaga IV – ", "Ny AB\n", "1 januari 2027\n", "USA\nstandardavtalsklausuler från kommissionen\n", "Öst Drift AB\n", "Sverige, Halmstad (drift, lagring)\n", "Nej.\n",
	} {
		next := strings.Index(text[at:], want)
		if next < 0 {
			t.Fatalf("%q is missing, or out of order, after\n%s", want, text[:at])
		}
		at += next
	}
	for _, never := range []string{"Fakturering", "Gammal AB", "Låsta kontor"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is no business of the customers", never)
		}
	}
	set := trial.Small(t)
	set.Activities = set.Activities[1:] // what is left is done for ourselves
	if files := annexFiles(set, "sv", edition); files != nil {
		t.Error("there are annexes although nothing is done for customers")
	}
}
