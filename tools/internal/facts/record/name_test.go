package record

import "testing"

func TestARecordAndItsPlainDataHaveOneName(t *testing.T) {
	for _, c := range []struct {
		r      Record
		sv, en string
	}{
		{&Organisation{ID: "organisation", Name: "Exempel AB"}, "Exempel AB", "Exempel AB"},
		{&Controller{ID: "c", TradeName: "Exempel"}, "Exempel", "Exempel"},
		{&Controller{ID: "c", LegalName: "Exempel AB", TradeName: "Exempel"}, "Exempel AB", "Exempel AB"},
		{&Service{ID: "s", Name: "Molnet"}, "Molnet", "Molnet"},
		{&Category{ID: "c", Name: Text{"sv": "Loggar", "en": "Logs"}}, "Loggar", "Logs"},
		{&Recipient{ID: "r", Name: Text{"sv": "Banker", "en": "Banks"}}, "Banker", "Banks"},
		{&Recipient{ID: "r", Name: Text{"sv": "Banker"}, TradeName: "Banken"}, "Banken", "Banken"},
		{&Recipient{ID: "r", LegalName: "Banken AB", TradeName: "Banken"}, "Banken AB", "Banken AB"},
		{&Retention{ID: "r", Name: Text{"en": "Logs", "fi": "Lokit"}}, "Logs", "Logs"},
		{&Activity{ID: "a", Name: Text{"fi": "Tuki", "de": "Hilfe"}}, "Hilfe", "Hilfe"},
		{&Right{ID: "r", Right: "access"}, "rätt till tillgång (registerutdrag)", "right of access"},
		{&Right{ID: "r", Right: "access", Title: Text{"sv": "Utdrag", "en": "Extract"}}, "Utdrag", "Extract"},
		{&Measure{ID: "m", Title: Text{"sv": "Kopior", "en": "Backups"}}, "Kopior", "Backups"},
		{&Certification{ID: "c", Standard: "ISO/IEC 27001:2022"}, "ISO/IEC 27001:2022", "ISO/IEC 27001:2022"},
		{&Cookie{ID: "c", Name: "session"}, "session", "session"},
		{&Authority{ID: "a", Name: Text{"sv": "", "en": "Authority"}, LocalName: "Myndigheten"}, "Authority", "Authority"},
		{&Authority{ID: "a", LocalName: "Myndigheten"}, "Myndigheten", "Myndigheten"},
		{&Change{ID: "c", Title: Text{"sv": "Ny", "en": "New"}}, "Ny", "New"},
		{&Change{ID: "c"}, "c", "c"},
	} {
		for lang, want := range map[string]string{"sv": c.sv, "en": c.en} {
			if got := c.r.Label(lang); got != want {
				t.Errorf("%T in %s is labelled %q, want %q", c.r, lang, got, want)
			}
			if got := PlainName(Plain(c.r), c.r.Key(), lang); got != want {
				t.Errorf("the plain data of %T in %s is called %q, want %q", c.r, lang, got, want)
			}
		}
	}
}

func TestEveryKindHasAName(t *testing.T) {
	for _, kind := range Kinds() {
		if got := kind.New("its-id").Label("sv"); got != "its-id" {
			t.Errorf("an empty %s is called %q", kind.Name, got)
		}
		named := false
		for _, key := range nameKeys {
			_, ok := FieldAt(kind, key)
			named = named || ok
		}
		if !named {
			t.Errorf("no field of %s is among the names", kind.Name)
		}
	}
}

// A version that was issued by a later or an earlier program has fields that no
// struct has.
func TestPlainDataOfAnotherShapeIsNamed(t *testing.T) {
	for _, c := range []struct {
		fields map[string]any
		want   string
	}{
		{map[string]any{"title": "Ett slag som inte finns"}, "Ett slag som inte finns"},
		{map[string]any{"name": map[string]any{"sv": 1, "fi": "Nimi"}}, "Nimi"},
		{map[string]any{"name": []any{"x"}, "standard": "ISO"}, "ISO"},
		{map[string]any{"colour": "red"}, "id"},
		{nil, "id"},
	} {
		if got := PlainName(c.fields, "id", "sv"); got != c.want {
			t.Errorf("%v is called %q, want %q", c.fields, got, c.want)
		}
	}
}
