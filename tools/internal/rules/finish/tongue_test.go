package finish

import "testing"

// A text is guessed by its small words, and left alone where it is short, mixed or made
// of names.
func TestTongueIsGuessed(t *testing.T) {
	for text, want := range map[string]string{
		"Vi använder dina uppgifter för att leverera det du har köpt.":                  "sv",
		"Uppgifterna behövs när du loggar in och sparas till dess att kontot tas bort.": "sv",
		"Den som begär ut uppgifterna ska visa vem den är.":                             "sv",
		"Fakturor och kvitton, som bokföringslagen kräver att vi sparar.":               "sv",
		"Servrar i Sundsvall med säkerhetskopior till en annan hall.":                   "sv",
		"We use your data to deliver what you have bought.":                             "en",
		"The data is needed when you log in, and kept until the account is removed.":    "en",
		"Whoever asks for the data must show who they are.":                             "en",
		"Invoices and receipts, which the Accounting Act requires us to keep.":          "en",
		"Servers in Sundsvall with backups that go to another hall.":                    "en",
		"Servrar för bokning":                                                                 "", // short
		"Servers for the booking system":                                                      "",
		"Exempelbolaget AB, Göteborg, Sweden, Oslo, Norway, Berlin":                           "", // names
		"Namn, adress, telefon, e-post, kundnummer, ordernummer":                              "",
		"Name, address, telephone, e-mail, customer number, order":                            "",
		"Vi använder tjänsten ”The Data of You and Your Company”, som är hyrd av oss.":        "", // both
		"IMY:s beslut, the decision of the authority, gäller från den 1 maj och är slutligt.": "",
		"Henkilötietoja käsitellään sopimuksen täyttämiseksi ja laskutusta varten.":           "", // another
		"Personopplysninger behandles for å oppfylle avtalen med kunden i Norge.":             "",
		"1 2 3 4 5 6 7 8": "",
		"":                "",
	} {
		if got := Tongue(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, tt := range []struct {
		text, lang string
		astray     bool
	}{
		{"We use your data to deliver what you have bought.", "sv", true},
		{"We use your data to deliver what you have bought.", "en", false},
		{"We use your data to deliver what you have bought.", "fi", false},
		{"Vi använder dina uppgifter för att leverera det du har köpt.", "en", true},
	} {
		if _, got := Astray(tt.text, tt.lang); got != tt.astray {
			t.Errorf("%q in %s is astray: %t", tt.text, tt.lang, got)
		}
	}
}
