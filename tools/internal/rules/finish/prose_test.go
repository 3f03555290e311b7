package finish_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/rules/finish"
)

// inProse is what is said of a page: each rule and what it points at.
func inProse(page string) string {
	var all []string
	for _, s := range finish.InProse([]byte("---\ntitle: Om [x] (http://a.example/)\n---\n\n" + page + "\n")) {
		text := "---\ntitle: Om [x] (http://a.example/)\n---\n\n" + page + "\n"
		all = append(all, s.Rule+" "+text[s.From:s.To])
	}
	return strings.Join(all, ", ")
}

func TestMarkdownThatIsNearlyRight(t *testing.T) {
	for page, want := range map[string]string{
		"## Rubrik {#id}:":                    "{#id}",
		"### Lagring {#lagring} av uppgifter": "{#lagring}",
		"## Rubrik {#id .x}:":                 "{#id .x}", "> ## Rubrik {#id}:": "{#id}", "## {#id} Rubrik": "{#id}",
		"Vi sparar {#spara} det.":                "{#spara}",
		"Se [IMY] (https://www.imy.se/).":        "[IMY] (https://www.imy.se/)",
		"Se [sidan]  (/om/)":                     "[sidan]  (/om/)",
		"[Mejla] (mailto:a@b.example)":           "[Mejla] (mailto:a@b.example)",
		"Se (IMY)[https://www.imy.se/].":         "(IMY)[https://www.imy.se/]",
		"Se [IMY](https://www.imy.se/\n\nNästa.": "[IMY](https://www.imy.se/",
		"##Rubrik":                    "##Rubrik",
		"####Rubrik fyra":             "####Rubrik fyra",
		"Det är ** mycket ** viktigt": "** mycket **",
	} {
		if got := inProse(page); strings.TrimSpace(strings.TrimPrefix(got, "prose-markdown")) != want {
			t.Errorf("%q: %q", page, got)
		}
	}
	for _, page := range []string{
		"## Rubrik {#id}", "## Rubrik {#id}   ", "## Rubrik {#id .stor}", "Rubrik {#id}\n---", "Rubrik {#id}\n===", "{#id}", "## Rubrik: a {#a-b_c1}", "> ## Rubrik {#id}", "- ### Rubrik {#id}",
		"Se [IMY](https://www.imy.se/) (på svenska).", "Se [1] (2018).", "Enligt [GDPR] (EU 2016/679).", "(se [IMY](https://www.imy.se/))", "[IMY][1]\n\n[1]: https://www.imy.se/",
		"`## Rubrik {#id}:`", "```\n## Rubrik {#id}:\n[x] (https://a.example/)\n```", "#hashtag", "* ett\n* två", "**mycket** viktigt", "2 ** 3", "| a {#b} |",
		"[lång\nlänk](https://a.example/)", "{{< page \"rights\" >}}", "[Rättigheter]({{< page \"rights\" >}})", "<!-- [x] (https://a.example/) -->", "a (b)[1]",
	} {
		if got := inProse(page); got != "" {
			t.Errorf("%q: %q", page, got)
		}
	}
}

func TestAddressesInProse(t *testing.T) {
	for page, want := range map[string]string{
		"[imy.se](https://imy.se@evil.example/)":       "https://imy.se@evil.example/",
		"[a](https://user:pass@b.example/)":            "https://user:pass@b.example/",
		"[a](http://b.example/)":                       "http://b.example/",
		"Se http://b.example/x.":                       "http://b.example/x",
		"<http://b.example/>":                          "http://b.example/",
		"[a][1]\n\n[1]: http://b.example/":             "http://b.example/",
		"[ring](tel:112)":                              "tel:112",
		"[ring](tel:*21*0701234567#)":                  "tel:*21*0701234567#",
		"[brev](mailto:a@b.example?subject=x%0Abcc:c)": "mailto:a@b.example?subject=x%0Abcc:c",
		"[brev](mailto:a@b.example?body=x%0d%0ay)":     "mailto:a@b.example?body=x%0d%0ay",
		"<tel:112>": "tel:112", "<mailto:ingen>": "mailto:ingen", "[brev](mailto:ingen)": "mailto:ingen",
		"[a](https://b.example:99999/)":                               "https://b.example:99999/",
		"[a](javascript:alert(1))":                                    "javascript:alert(1)",
		"[a](ftp://b.example/)":                                       "ftp://b.example/",
		"[a](https://localhost/)":                                     "https://localhost/",
		"[a](https://b.example/x \"t\") [b](http://c.example/ \"t\")": "http://c.example/",
	} {
		if got := inProse(page); got != "prose-link "+want && got != "link-unsafe "+want {
			t.Errorf("%q: %q", page, got)
		}
	}
	for _, page := range []string{
		"[IMY](https://www.imy.se/)", "<https://www.imy.se/>", "Se https://www.imy.se/.", "[a](mailto:a@b.example)", "[a](mailto:a@b.example?subject=Hej%20du)", "<a@b.example>",
		"[ring](tel:+4681234567)", "[om](/om/)", "[plats](#plats)", "[bild](bild.png)", "`http://b.example/`", "```\nhttp://b.example/\n```", "Protokollet http: används inte.",
		"[a](https://sv.example/wiki/X_(Y))", "[a](https://räksmörgås.example/ö)", "tel: 08-123", "Ring tel:08-123 45 67", "skriv mailto:någon", "mailto: är en länk", "[a]({{< ref \"x\" >}})", "https://b.example:8443/x?y=z#å",
	} {
		if got := inProse(page); got != "" {
			t.Errorf("%q: %q", page, got)
		}
	}
}

func TestDepthOfProse(t *testing.T) {
	for _, page := range []string{
		strings.Repeat("> ", 511) + "x", strings.Repeat(">", 30) + " x", strings.Repeat("- ", 100) + "x", strings.Repeat("1. ", 40) + "x", strings.Repeat("> - ", 30) + "x",
		strings.Repeat("*", 600) + "x" + strings.Repeat("*", 600), "Hej " + strings.Repeat("_", 50) + "x" + strings.Repeat("_", 50), strings.Repeat(" ", 200) + "- x", strings.Repeat("+ ", 30) + "x",
		"a\n\n" + strings.Repeat("> ", 40) + "b",
	} {
		if got := inProse(page); !strings.HasPrefix(got, "nesting-too-deep ") {
			t.Errorf("%.40q: %q", page, got)
		}
	}
	for _, page := range []string{
		"> > > x", "- a\n  - b\n    - c\n      - d", strings.Repeat("- ", 30), strings.Repeat("* ", 40), strings.Repeat("*", 80), strings.Repeat("_", 80), strings.Repeat("-", 80), "**a** *b* __c__ ~~d~~",
		"1. a\n2. b", strings.Repeat(" ", 200) + "x", strings.Repeat("*a* ", 10),
	} {
		if got := inProse(page); got != "" {
			t.Errorf("%.40q: %q", page, got)
		}
	}
}
