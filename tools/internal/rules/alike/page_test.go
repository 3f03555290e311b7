package alike_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/alike"
)

// told are the rules of what is told of a page, each with the line and the column of its
// place, given what stands below the front matter in Swedish and in English.
func told(t *testing.T, sv, en string) string {
	t.Helper()
	head := func(title, slug string) string { return "---\ntitle: " + title + "\nslug: " + slug + "\n---\n" }
	files := folder.Tree{
		"content/om/index.sv.md":                {Own: true, Data: []byte(head("Om", "om") + sv)},
		"content/om/index.en.md":                {Own: true, Data: []byte(head("About", "about") + en)},
		"content/rights/index.sv.md":            {Data: []byte(head("Rättigheter", "rattigheter") + "Text.\n")},
		"content/rights/index.en.md":            {Data: []byte(head("Rights", "your-rights") + "Words in 10 days.\n")},
		"content/cookies/index.sv.md":           {Data: []byte(head("Kakor", "kakor") + "Text.\n")},
		"content/cookies/index.en.md":           {Data: []byte(head("Cookies", "cookies") + "Words.\n")},
		"layouts/_shortcodes/note.html":         {Own: true},
		"layouts/_shortcodes/retention.html":    {},
		"layouts/_shortcodes/measures.html":     {},
		"layouts/_shortcodes/country-list.html": {},
		"layouts/_shortcodes/page.html":         {},
		"layouts/_shortcodes/when.html":         {Data: []byte("{{ .Inner }}")},
	}
	pages, found := prose.ReadPages(files, nil, []record.Language{{Tag: "sv"}, {Tag: "en"}})
	if len(found) > 0 {
		t.Fatal(found)
	}
	var all []string
	for _, f := range alike.Pages(pages, []string{"sv", "en"}, files, func(prose.Page) bool { return false }) {
		id := f.Kind.Rule()
		if f.Sure {
			id = "!" + id
		}
		if f.Pos.File == "" || f.Pos.Line == 0 || f.Pos.Column == 0 {
			t.Errorf("%s has no place", id)
		}
		lang := strings.TrimSuffix(strings.TrimPrefix(f.Pos.File, "content/om/index."), ".md")
		words := f.Of[0].Words
		if words == "" || f.Of[1].Words != "" && f.Pos.File == f.Other[1].File {
			words = f.Of[1].Words
		}
		lines := strings.Split(string(files[f.Pos.File].Data), "\n")
		if at := []rune(lines[f.Pos.Line-1])[f.Pos.Column-1:]; !strings.HasPrefix(string(at), strings.TrimSuffix(strings.SplitN(words, " …", 2)[0], "}}")) && !strings.HasPrefix(words, "{{") && f.Kind != alike.Heading {
			t.Errorf("%s: %q does not stand at %+v: %q", id, words, f.Pos, string(at))
		}
		all = append(all, id+" "+lang)
	}
	return strings.Join(all, ", ")
}

func TestPages(t *testing.T) {
	for _, tt := range []struct{ name, sv, en, want string }{
		// Headings: number, level and order.
		{"a heading less", "## Ett\n\nText.\n\n## Två\n", "## One\n\nText.\n", "heading-differs sv"},
		{"a heading more", "## Ett\n", "## One\n\n## Two\n", "heading-differs en"},
		{"a heading more first", "Text.\n", "## One\n\nText.\n", "heading-differs en"},
		{"another level", "## Ett\n\n### Två\n", "## One\n\n## Two\n", "heading-differs en"},
		{"another order of levels", "## Ett\n\n### Två\n\n## Tre\n", "## One\n\n## Two\n\n### Three\n", "heading-differs en"},
		{"a heading as bold text", "## Ett\n\nText.\n", "**One**\n\nText.\n", "heading-differs sv"},
		{"underlined", "Ett\n---\n\nText.\n", "One\n\nText.\n", "heading-differs sv"},
		{"in code", "## Ett\n", "```\n## One\n```\n", "heading-differs sv"},
		{"a deep one", "## Ett\n\n#### Två\n", "## One\n\n### Two\n", "heading-differs en"},
		{"none of many", "## A\n\n## B\n\n## C\n", "Words.\n", "heading-differs sv"},
		{"words and anchors", "## Ett {#ett}\n\nText.\n", "## Quite another {#other}\n\nText.\n", ""},
		{"a number in both", "## Artikel 13\n", "## Article 13\n", ""},
		{"marks at the end", "## Ett ##\n", "## One\n", ""},
		{"underlined on one side", "Ett\n---\n", "## One\n", ""},
		{"order of words", "## Två\n\n## Ett\n", "## One\n\n## Two\n", ""},
		{"no heading", "Ett.\n", "One.\n", ""},
		{"code on both sides", "## Ett\n\n```\n# a\n```\n", "## One\n\n```\n# b\n# c\n```\n", ""},
		{"more paragraphs", "## Ett\n\nText.\n", "## One\n\nText.\n\nMore.\n", ""},
		{"a comment", "## Ett\n\n<!-- ## Två -->\n", "## One\n", ""},
		{"under a condition", "{{% when \"x\" %}}\n\n## Ett\n\n{{% /when %}}\n", "{{% when \"x\" %}}\n\n## One\n\n{{% /when %}}\n", ""},

		// Links: who is linked to, in whatever language.
		{"another authority", "Se [IMY](https://www.imy.se/).\n", "See [it](https://www.pts.se/en/).\n", "link-differs en"},
		{"a link less", "Se [IMY](https://www.imy.se/).\n", "See IMY.\n", "link-differs sv"},
		{"a link more", "Se IMY.\n", "See [IMY](https://www.imy.se/en/).\n", "link-differs en"},
		{"another page", "Se [här](/rattigheter/).\n", "See [here](/en/cookies/).\n", "link-differs en"},
		{"another page by its shortcode", "Se {{< page \"rights\" >}}.\n", "See {{< page \"cookies\" >}}.\n", "link-differs en"},
		{"a page less", "Se {{< page \"rights\" >}}.\n", "See your rights.\n", "link-differs sv"},
		{"an address in angle brackets", "Se <https://a.example/>.\n", "See <https://b.example/>.\n", "link-differs en"},
		{"a note", "Se [a].\n\n[a]: https://a.example/\n", "See [a].\n\n[a]: https://b.example/\n", "link-differs en"},
		{"another act", "[a](https://eur-lex.europa.eu/eli/reg/2016/679/oj)\n", "[a](https://eur-lex.europa.eu/eli/reg/2018/1725/oj)\n", "link-differs en"},
		{"a misspelt host", "[a](https://www.imy.se/)\n", "[a](https://www.imv.se/)\n", "link-differs en"},
		{"the same authority", "Se [IMY](https://www.imy.se/privat/).\n", "See [IMY](https://imy.se/en/private/).\n", ""},
		{"the same page", "Se [här](/rattigheter/#tid).\n", "See [here](/en/your-rights/#time).\n", ""},
		{"the same page in two ways", "Se [här](/rattigheter/).\n", "See {{< page \"rights\" \"time\" \"here\" >}}.\n", ""},
		{"on the page", "Se [här](#ett).\n", "See [here](#one).\n", ""},
		{"twice", "[a](https://a.example/) [b](https://a.example/b)\n", "[a](https://a.example/)\n", ""},
		{"in another paragraph", "[a](https://a.example/)\n\nText.\n", "Words.\n\n[a](https://a.example/)\n", ""},
		{"a picture", "![a](bild.sv.png)\n", "![a](picture.png)\n", ""},
		{"a file", "[a](/filer/avtal.pdf)\n", "[a](/files/contract.pdf)\n", ""},
		{"the same act", "[a](https://eur-lex.europa.eu/legal-content/SV/TXT/?uri=CELEX:32016R0679)\n", "[a](https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32016R0679)\n", ""},
		{"bare", "Se https://a.example/sv.\n", "See <https://a.example/en>.\n", ""},

		// Shortcodes: what is shown of the facts, and when.
		{"facts less", "{{< retention >}}\n", "Words.\n", "shortcode-differs sv"},
		{"other facts", "{{< country-list \"transfers\" >}}\n", "{{< country-list \"recipients\" >}}\n", "shortcode-differs en"},
		{"another condition", "{{% when \"terms\" %}}\n\nA.\n\n{{% /when %}}\n", "{{% when \"!terms\" %}}\n\nA.\n\n{{% /when %}}\n", "shortcode-differs en"},
		{"a condition less", "{{% when \"terms\" %}}\n\nA.\n\n{{% /when %}}\n", "A.\n", "shortcode-differs sv"},
		{"the same facts", "{{< retention >}}\n", "{{<retention>}}\n", ""},
		{"in another order", "{{< retention >}}\n\n{{< measures >}}\n", "{{< measures >}}\n\n{{< retention >}}\n", ""},
		{"words of one's own", "{{< note \"Observera detta\" >}}\n", "{{< note \"Note this\" >}}\n", ""},
		{"about a shortcode", "{{</* retention */>}}\n", "Words.\n", ""},

		// The rest as in texts, paragraph by paragraph.
		{"a period", "Sparas i 30 dagar.\n", "Kept for 60 days.\n", "!period-differs en"},
		{"a period less", "Sparas i 30 dagar.\n", "Kept.\n", "period-differs sv"},
		{"a day", "Från den 1 mars 2027.\n", "From 1 April 2027.\n", "!day-differs en"},
		{"a number", "Vi har 500 kunder.\n", "We have 400 customers.\n", "number-differs en"},
		{"an address", "Skriv till <a@x.example>.\n", "Write to <b@x.example>.\n", "address-differs en"},
		{"two addresses", "[Skriv](mailto:a@x.example) eller [ring](tel:+46812345).\n", "[Write](mailto:a@x.example) or [call](tel:+46812346).\n", "address-differs en"},
		{"a mail with a subject", "[Skriv](mailto:a@x.example?subject=Hej)\n", "Write to a@x.example.\n", ""},
		{"two that have changed places", "Sparas i 30 dagar.\n\nRaderas efter 60 dagar.\n", "Kept for 60 days.\n\nErased after 30 days.\n", "period-differs en, period-differs en"},
		{"a sentence in another paragraph", "Sparas i 30 dagar. Kopior i 60 dagar.\n\nText.\n", "Kept for 30 days.\n\nCopies for 60 days.\n", ""},
		{"a list by letters", "- Anställda: 2 år\n- Kunder: 30 dagar\n", "- Customers: 30 days\n- Employees: 2 years\n", ""},
		{"a list that differs", "- Anställda: 2 år\n- Kunder: 30 dagar\n", "- Customers: 30 days\n- Employees: 3 years\n", "period-differs en"},
		{"a table by letters", "| a | b |\n|---|---|\n| Anställda | 2 år |\n| Kunder | 30 dagar |\n", "| a | b |\n|---|---|\n| Customers | 30 days |\n| Employees | 2 years |\n", ""},
		{"a glossary", "## A\n\n1 år\n\n## B\n\n2 år\n\n## C\n\n3 år\n", "## A\n\n2 years\n\n## B\n\n3 years\n\n## C\n\none year\n", ""},
		{"a number in code", "Kör `a --days 30`.\n", "Run `a --days 60`.\n", ""},
	} {
		if got := told(t, "\n"+tt.sv, "\n"+tt.en); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A language whose words are not known is read by its figures.
func TestOtherLanguages(t *testing.T) {
	for _, tt := range [][2]string{
		{"30 dagar", "60 Tage"}, {"2027-01-01", "2027-02-01"}, {"10 000", "15.000"}, {"a@x.example", "b@x.example"},
	} {
		if d := alike.Texts(tt[0], "sv", tt[1], "de"); len(d) != 1 || d[0].Sure {
			t.Errorf("%q beside %q: %+v", tt[0], tt[1], d)
		}
	}
	for _, tt := range [][2]string{
		{"30 dagar", "30 Tage"}, {"30 dagar", "dreißig Tage"}, {"2027-01-01", "2027-01-01"}, {"10 000", "10.000"},
		{"den 1 januari 2027", "1. Januar 2027"}, {"1,5 procent", "1,5 %"}, {"artikel 6.1 f", "Artikel 6 Absatz 1"},
	} {
		if d := alike.Texts(tt[0], "sv", tt[1], "de"); len(d) > 0 {
			t.Errorf("%q beside %q: %+v", tt[0], tt[1], d)
		}
	}
}
