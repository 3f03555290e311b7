package finish_test

import (
	"testing"

	"tillit/tools/internal/rules/finish"
)

// said is the first sign of a text: its rule, ? after a guess, and what it points at.
func said(text string, kind finish.Kind) string {
	signs := finish.Signs(text, kind)
	if len(signs) == 0 {
		return ""
	}
	s, mark := signs[0], ""
	if s.Guess {
		mark = "?"
	}
	return s.Rule + mark + " " + text[s.From:s.To]
}

func TestPlacesToFillIn(t *testing.T) {
	for text, want := range map[string]string{
		"TODO":                                   "TODO",
		"todo":                                   "todo",
		"Att fylla i":                            "Att fylla i",
		"To be decided.":                         "To be decided",
		"xxx":                                    "xxx",
		"Kommer snart!":                          "Kommer snart",
		"TODO: fråga juristen":                   "TODO",
		"Vi sparar det i TBD: år.":               "TBD",
		"Lagras i [FIXME] månader":               "[FIXME]",
		"FIXME stämmer det?":                     "FIXME",
		"Vi är [BOLAGETS NAMN].":                 "[BOLAGETS NAMN]",
		"Vi heter [Företaget AB]":                "[Företaget AB]",
		"Skriv till [e-post]":                    "[e-post]",
		"We are [company name].":                 "[company name]",
		"Contact [your DPO] for more":            "[your DPO]",
		"[Insert address here]":                  "[Insert address here]",
		"[ange hur länge uppgifterna sparas]":    "[ange hur länge uppgifterna sparas]",
		"Vi finns i [●].":                        "[●]",
		"Det gäller från [__]":                   "[__]",
		"Sparas i [XX] dagar":                    "[XX]",
		"Hej {{ förnamn }}!":                     "{{ förnamn }}",
		"Hej ${kund.namn}":                       "${kund.namn}",
		"Totalt {% total %} kr":                  "{% total %}",
		"Hej <%= name %>":                        "<%= name %>",
		"Hej %s och välkommen":                   "%s",
		"Antal: %d":                              "%d",
		"Hej %(namn)s":                           "%(namn)s",
		"Hej %FIRSTNAME%, tack":                  "%FIRSTNAME%",
		"Avtal med [[Leverantör]]":               "[[Leverantör]]",
		"Vi är __FORETAGSNAMN__":                 "__FORETAGSNAMN__",
		"Hej @@namn@@":                           "@@namn@@",
		"Lorem ipsum dolor sit amet":             "Lorem ipsum",
		"Vi är <ditt företag>":                   "<ditt företag>",
		"Enligt <<KundNamn>>":                    "<<KundNamn>>",
		"Uppgifterna sparas [TBD]":               "[TBD]",
		"Vi är {{namn":                           "{{",
		"Uppgifter lämnas till #{mottagare}":     "#{mottagare}",
		"Personuppgiftsansvarig är [bolagsnamn]": "[bolagsnamn]",
	} {
		if got := said(text, finish.Text); got != "unfilled-place "+want {
			t.Errorf("%q: %q", text, got)
		}
		if got := said(text+" ", finish.Passage); got == "" {
			t.Errorf("%q: a passage is let pass", text)
		}
	}
	for text, want := range map[string]string{
		"TBC Bank anlitas": "TBC", "Bar": "Bar", "xx": "xx", "Kung Karl XXX av Sverige": "XXX",
		"We use the TODO app of Acme":      "TODO",
		"Vi anlitar TBA Software AB":       "TBA",
		"Se [DATAINSPEKTIONEN] för mer":    "[DATAINSPEKTIONEN]",
		"”Vi sparar […] uppgifterna”":      "[…]",
		"Hej {namn}":                       "{namn}",
		"Underskrift: ______":              "______",
		"Priset är [ ] kr":                 "[ ]",
		"Välj {0} av dem":                  "{0}",
		"Orten är ......... och inget mer": ".........",
	} {
		if got := said(text, finish.Text); got != "unfilled-place? "+want {
			t.Errorf("%q: %q", text, got)
		}
	}
	for _, text := range []string{
		"Todoist AB", "Microsoft To Do", "Vi gör en att göra-lista", "Xxl Sport", "XXL", "TBDx", "en todo-lista", "ATTGÖRA",
		"Se punkt [1] och [2, 3].", "Han skrev [sic] det.", "Detta [vår kursivering] gäller", "artikel 6 [GDPR]", "[IMY]", "[EU]",
		"50 % rabatt", "100 %", "5 % sparas", "Rabatt 10%.", "a%b", "Kostar 20 % mer", "{ }", "f(x) = {1, 2, 3}",
		"/users/{id}/profile", "https://example.com/{id}?x=%s", "Köp 3 för $20", "Aktien $AAPL", "ge [ditt] samtycke", "[en dag]", "TBDx AB", "US$100", "a < b och b > c", "x << 2", "1 <3 2",
		"Vi sparar uppgifterna … och raderar dem.", "Vi ses...", "Namn: Anna", "Datum och ort", "e-post", "Ange namn och adress.",
		"Fyll i formuläret och skicka det.", "Insert the card.", "Exempel på uppgifter", "Test av system", "Xander", "TODOS los datos",
		"[a]", "[se bilaga 2 om företagets namn och adress i avtalet]", "snabb_och_enkel", "__Host-session", "_ga_*", "wp-settings-*",
	} {
		if got := said(text, finish.Text); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
	for _, text := range []string{"[ ] Kryssa här", "[x] Klart", "Lipsum AB"} {
		if got := said(text, finish.Passage); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
	for _, text := range []string{"{count} träffar", "{{ .Count }} hits", "Visa %s"} {
		if got := said(text, finish.Word); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestMarkdownInFields(t *testing.T) {
	for text, want := range map[string]string{
		"**Viktigt** att veta":                 "**Viktigt**",
		"Vi sparar **inga uppgifter**.":        "**inga uppgifter**",
		"Se [vår sida](https://a.example/)":    "[vår sida](https://a.example/)",
		"See [the list](/en/list/).":           "[the list](/en/list/)",
		"Skriv [till oss](mailto:a@b.example)": "[till oss](mailto:a@b.example)",
		"Se [här] (https://a.example/)":        "[här] (https://a.example/)",
		"![Logotyp](logo.png)":                 "![Logotyp](logo.png)",
		"Det är __mycket__ viktigt":            "__mycket__",
		"~~Gammalt~~ nytt":                     "~~Gammalt~~",
		"Rubrik {#rubrik}":                     "{#rubrik}",
		"## Lagring\nText.":                    "## L",
		"Kör `tillit check` först":             "`tillit check`",
		"Vi gör det *alltid*.":                 "*alltid*",
		"(*obligatorisk uppgift*)":             "*obligatorisk uppgift*",
	} {
		if got := said(text, finish.Text); got != "markdown-in-field "+want {
			t.Errorf("%q: %q", text, got)
		}
	}
	for _, text := range []string{
		"2 * 3 * 4", "2*3*4", "Fält med * är obligatoriska", "* är obligatoriskt", "*.example.com och *.example.org", "_ga_*", "__Host-id", "__Secure-a och __Secure-b",
		"Kund #1", "C# och F#", "#metoo", "Se punkt (3) [a]", "fil_med_namn_i", "a ~ b", "Vi tar emot 5 ** 2", "Sidan (på engelska)", "`", "Se [1] (2018)", "no_of_items",
	} {
		if got := said(text, finish.Text); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
	for _, text := range []string{"# 1 Städ AB", "*Stjärnan* AB", "Bar `n` Grill"} {
		if got := said(text, finish.Line); got != "" {
			t.Errorf("%q in a line: %q", text, got)
		}
	}
	if got := said("Vi sparar **inga uppgifter**", finish.Passage); got != "" {
		t.Errorf("in a passage: %q", got)
	}
}

func TestEntities(t *testing.T) {
	for text, want := range map[string]string{
		"f&ouml;r": "&ouml;", "A &amp; B": "&amp;", "a&nbsp;b": "&nbsp;", "&#246;": "&#246;", "&#xF6;": "&#xF6;", "&lt;b&gt;": "&lt;",
		"L&auml;nk": "&auml;", "&copy; 2026": "&copy;", "tre&ndash;fyra": "&ndash;", "&quot;ja&quot;": "&quot;", "kund&apos;s": "&apos;", "s&shy;krivs": "&shy;",
	} {
		for _, kind := range []finish.Kind{finish.Line, finish.Text, finish.Word, finish.Passage} {
			if got := said(text, kind); got != "html-entity "+want {
				t.Errorf("%q: %q", text, got)
			}
		}
	}
	for _, text := range []string{
		"A & B", "AT&T", "AT&T; och andra", "R&D;", "Q&A", "a&b;c", "M&Ms", "Johansson & Söner; AB", "&", "&;", "https://a.example/?x=1&copy;=2", "& amp;", "&#;",
	} {
		if got := said(text, finish.Text); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestLettersDecodedTwice(t *testing.T) {
	for text, want := range map[string]string{
		"fÃ¶r": "Ã¶", "Ã…sa": "Ã…", "kÃ¤nt": "Ã¤", "pÃ¥": "Ã¥", "donâ€™t": "â€™", "â€œjaâ€\u009d": "â€œ", "tre â€“ fyra": "â€“", "10Â\u00a0kr": "Â\u00a0", "Â§ 5": "Â§",
		"idÃ©": "Ã©", "ï»¿Hej": "ï»¿", "fï¿½r": "ï¿½", "zÅ‚oty": "Å‚", "f√∂r": "√∂", "p√•": "√•", "â‚¬ 5": "â‚¬", "ðŸ˜€": "ðŸ˜€", "f├╢r": "├╢", "â„¢": "â„¢",
		"f=C3=B6r": "f=C3=B6", "f%C3%B6r": "f%C3%B6", `f\u00f6r`: `\u00f6`,
	} {
		if got := said(text, finish.Text); got != "double-decoded "+want {
			t.Errorf("%q: %q", text, got)
		}
	}
	for _, text := range []string{
		"för åäö ÅÄÖ", "SMÅ– OCH STORA", "”ALMÅ”", "CAFÉ – öppet", "SÃO PAULO", "São Paulo", "Ângela", "à la carte", "Sørensen & Ærø", "naïve", "Ðorđe", "10 € – 20 €",
		"ÄÖÅ…", "NIVÅ»", "Ô", "√2 och √x", "├── fil", "Γ-strålar", "€‚", "https://a.example/f%C3%B6r", "x=C3", "100 %C3", "Âge", "L’été…", "Ä” och Ö”", "‚citat‘",
	} {
		if got := said(text, finish.Text); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestWordsOfTwoAlphabets(t *testing.T) {
	for text, want := range map[string]string{
		"\u0430pple": "\u0430pple", "Pay\u0440al": "Pay\u0440al", "Vi anlitar M\u0456crosoft AB.": "M\u0456crosoft", "G\u043Eogle": "G\u043Eogle", "\u0391mazon": "\u0391mazon",
		"skydd \u0441entral": "\u0441entral", "\u0415uropa": "\u0415uropa", "Sl\u03B1\u03B2k": "Sl\u03B1\u03B2k", "T\u0435l\u0435": "T\u0435l\u0435", "N\u03BFrdea": "N\u03BFrdea", "Москвa": "Москвa",
	} {
		if got := said(text, finish.Text); got != "mixed-scripts? "+want {
			t.Errorf("%q: %q", text, got)
		}
	}
	for _, text := range []string{
		"apple", "Яндекс", "Yandex (Яндекс)", "β-blockerare", "μTorrent", "Ωmega", "東京Tower", "Αθήνα", "Åsa", "naïve", "Ελλάδα AB", "α och ω", "Kyïv", "София, Sofia",
	} {
		if got := said(text, finish.Text); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// A name at the beginning of a line may be one that looks like a note to oneself.
func TestNamesThatLookLikeNotes(t *testing.T) {
	for text, want := range map[string]string{
		"TBA Software AB": "unfilled-place? TBA", "TODO AB": "unfilled-place? TODO", "XXX Lutz": "unfilled-place? XXX", "Bar": "unfilled-place? Bar",
		"TODO": "unfilled-place TODO", "TBD": "unfilled-place TBD", "xxx": "unfilled-place xxx", "TODO: namn": "unfilled-place TODO", "Todoist": "",
	} {
		if got := said(text, finish.Line); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
