package finish

import (
	"html"
	"regexp"
	"strings"

	"tillit/tools/internal/diag"
)

var (
	markedLink = regexp.MustCompile(`!?\[[^\[\]\n]+\] ?\((?:https?://|mailto:|tel:|www\.|/|#)[^)\s]*\)|!?\[[^\[\]\n]+\]\([^)\s]+\)`)
	strong     = regexp.MustCompile(`\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*|(?:^|[^\pL\pN_])(__[^\s_](?:[^_\n]*[^\s_])?__)(?:[^\pL\pN_]|$)|~~[^\s~][^~\n]*~~`)
	emphasis   = regexp.MustCompile(`(?:^|[\s(])(\*[\pL][^*\n]*[\pL\pN.!?]\*)(?:[\s).,;:!?]|$)`)
	heading    = regexp.MustCompile(`(?m)^#{1,6}[ \t]+\S`)
	code       = regexp.MustCompile("`[^`\n]+`")
	headingID  = regexp.MustCompile(`\{#[\pL\pN_-]+\}`)
)

// markdown finds marks of Markdown in a field, where a reader meets them as they stand.
func markdown(text string, kind Kind) []Sign {
	for _, try := range []*regexp.Regexp{markedLink, strong, headingID, heading, code, emphasis} {
		if kind != Text && (try == heading || try == code || try == emphasis) {
			continue // a name may begin with #, and * stands for anything
		}
		m := try.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		from, to := m[0], m[1]
		if len(m) > 2 && m[2] >= 0 {
			from, to = m[2], m[3]
		}
		if kind == Word && try != markedLink && try != strong {
			continue
		}
		if templated := text[from:to]; strings.HasPrefix(templated, "__") && capitals(templated) {
			continue // told as a place to fill in
		}
		return []Sign{{From: from, To: to, Rule: "markdown-in-field",
			Message: diag.Say("%s är Markdown, som visas som det står: bara löpande text på sidorna läses så", "%s is Markdown, which is shown as it stands: only the prose of pages is read so", diag.Quote(text[from:to])),
			Hint:    diag.Say("skriv orden utan märken; adresser har egna fält", "write the words without marks; addresses have fields of their own")}}
	}
	return nil
}

var entity = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});`)

// entities finds letters as HTML writes them. In prose they have been read by then, and
// what is left was escaped twice.
func entities(text string, _ Kind) []Sign {
	if !strings.Contains(text, "&") {
		return nil
	}
	for _, m := range entity.FindAllStringIndex(text, -1) {
		written := text[m[0]:m[1]]
		means := html.UnescapeString(written)
		if means == written {
			continue
		}
		hint := diag.Say("skriv tecknet självt: %s", "write the character itself: %s", means)
		if diag.FirstHidden(means) >= 0 || strings.TrimSpace(means) == "" {
			hint = diag.Say("skriv ett vanligt blanksteg, eller stryk det", "write a common space, or strike it")
		}
		return []Sign{{From: m[0], To: m[1], Rule: "html-entity",
			Message: diag.Say("%s är ett tecken skrivet för HTML, och visas som det står", "%s is a character as HTML writes it, and is shown as it stands", diag.Quote(written)),
			Hint:    hint,
			Mended:  read(text)}}
	}
	return nil
}

// read is a text whose entities are read as HTML reads them, or "" where a mark of HTML
// would come of it.
func read(text string) string {
	text = entity.ReplaceAllStringFunc(text, func(written string) string {
		means := html.UnescapeString(written)
		switch {
		case means == "\u00A0":
			return " "
		case means == "\u00AD":
			return ""
		}
		return means
	})
	if strings.ContainsAny(text, "<\n\r") || diag.FirstHidden(text) >= 0 {
		return ""
	}
	return text
}
