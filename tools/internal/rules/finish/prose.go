package finish

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

var (
	fenced     = regexp.MustCompile("(?ms)^ {0,3}(```|~~~).*?(?:^ {0,3}(?:```|~~~)[ \t]*$|\\z)")
	inlineCode = regexp.MustCompile("`[^`\n]+`")
	shortcode  = regexp.MustCompile(`(?s)\{\{[<%].*?[>%]\}\}`)
	comment    = regexp.MustCompile(`(?s)<!--.*?-->`)

	lateID  = regexp.MustCompile(`(?m)^#{1,6}[ \t].*?(\{#[\pL\pN_-]+(?: [^{}\n]*)?\})[ \t]*[^\s{#]`)
	strayID = regexp.MustCompile(`(?m)^[^#\s|].*?(\{#[\pL\pN_-]+\})`)
	// quotedHeading is a heading within a quotation or a list.
	quotedHeading = regexp.MustCompile(`^(?:[>*+-][ \t]*|[0-9]+[.)][ \t]+)+#{1,6}[ \t]`)
	apart         = regexp.MustCompile(`\[[^\[\]\n]+\][ \t]+\((?:https?://|mailto:|tel:|www\.|/|#)[^()\s]*\)`)
	turned        = regexp.MustCompile(`\([^()\n]+\)\[(?:https?://|mailto:|tel:|www\.|/|#)[^\[\]\s]*\]`)
	openLink      = regexp.MustCompile(`(?m)\[[^\[\]\n]+\]\((?:https?://|mailto:|tel:|/|#)[^()\s]*[ \t]*$`)
	tightHead     = regexp.MustCompile(`(?m)^#{2,6}[^\s#].*$`)
	looseBold     = regexp.MustCompile(`(?m)(?:^|\s)\*\* +[^*\n]+ +\*\*(?:\s|$)`)

	// What of a mistake is written otherwise when it is mended.
	joined     = regexp.MustCompile(`^(\[[^\[\]\n]*\pL[^\[\]\n]*\])[ \t]+\(`)
	swapped    = regexp.MustCompile(`^\(([^()\n]+)\)\[([^\[\]\s]*)\]$`)
	tightSigns = regexp.MustCompile(`^#+`)
	spaced     = regexp.MustCompile(`\*\* +([^*\n]*?\pL[^*\n]*?) +\*\*`)

	linkTarget = regexp.MustCompile(`\]\(<?([A-Za-z][A-Za-z0-9+.-]*:[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)`)
	autoTarget = regexp.MustCompile(`<((?:mailto|tel):[^\s<>]+)>`)
	noteTarget = regexp.MustCompile(`(?m)^ {0,3}\[[^\]\n]+\]:[ \t]*<?([A-Za-z][A-Za-z0-9+.-]*:[^\s<>]+)`)
	bareTarget = regexp.MustCompile(`(?:^|[\s<(])(https?://[^\s<>()\[\]"]+)`)
)

// InProse are the signs in a page of Markdown as it is written, by their place: what is
// nearly Markdown and so reaches the reader, and addresses that no field would take.
func InProse(page []byte) []Sign {
	masked := Masked(page)
	var found []Sign
	mended := func(m []int, group int, mended string, message, hint diag.Text) {
		found = append(found, Sign{From: m[2*group], To: m[2*group+1], Rule: "prose-markdown", Mended: mended, Message: message, Hint: hint})
	}
	almost := func(m []int, group int, message, hint diag.Text) { mended(m, group, "", message, hint) }
	written := func(m []int) string { return string(page[m[0]:m[1]]) }
	shown := func(m []int) string { return diag.Quote(string(masked[m[0]:m[1]])) }
	for _, try := range []*regexp.Regexp{lateID, strayID} {
		for _, m := range onLines(try, masked, "{#") {
			if try == strayID && (underlined(masked[m[1]:]) || quotedHeading.Match(masked[m[0]:m[1]]) && endsLine(masked[m[1]:])) {
				continue
			}
			id := diag.Quote(string(masked[m[2]:m[3]]))
			almost(m, 1, diag.Say("%s visas som det står: ett eget id gäller bara sist på en rubriks rad", "%s is shown as it stands: an id of one's own counts only at the end of a heading's line", id),
				diag.Say("flytta det sist på raden, utan tecken efter", "move it to the end of the line, with nothing after it"))
		}
	}
	for _, m := range slices.Concat(onLines(apart, masked, "] ("), onLines(apart, masked, "]  "), onLines(apart, masked, "]\t")) {
		mended(m, 0, changed(joined, written(m), "$1("), diag.Say("%s blir ingen länk, eftersom ett blanksteg står mellan orden och adressen", "%s makes no link, because a space stands between the words and the address", shown(m)),
			diag.Say("stryk blanksteget mellan ] och (", "strike the space between ] and ("))
	}
	for _, m := range onLines(turned, masked, ")[") {
		mended(m, 0, changed(swapped, written(m), "[$1]($2)"), diag.Say("%s blir ingen länk, eftersom parenteserna har bytt plats", "%s makes no link, because the brackets have changed places", shown(m)),
			diag.Say("skriv [orden](adressen)", "write [the words](the address)"))
	}
	for _, m := range onLines(openLink, masked, "](") {
		almost(m, 0, diag.Say("%s blir ingen länk, eftersom parentesen inte stängs", "%s makes no link, because the bracket is not closed", shown(m)),
			diag.Say("skriv ) efter adressen", "write ) after the address"))
	}
	for _, m := range onLines(tightHead, masked, "##") {
		mended(m, 0, changed(tightSigns, written(m), "$0 "), diag.Say("%s blir ingen rubrik, eftersom inget blanksteg följer efter #", "%s makes no heading, because no space follows the #", shown(m)),
			diag.Say("sätt ett blanksteg efter det sista #", "put a space after the last #"))
	}
	for _, m := range onLines(looseBold, masked, "** ") {
		mended(m, 0, changed(spaced, written(m), "**$1**"), diag.Say("%s visas med sina stjärnor, eftersom blanksteg står innanför dem", "%s is shown with its stars, because spaces stand within them", shown(m)),
			diag.Say("stryk blankstegen innanför stjärnorna", "strike the spaces within the stars"))
	}
	for _, m := range onLines(angled, masked, "<") {
		if inside := string(masked[m[2]:m[3]]); asked(inside) {
			found = append(found, unfilled(string(masked), m[0], m[1], false))
		}
	}
	found = append(found, targets(masked)...)
	return append(found, depth(masked)...)
}

// changed is a text with what a pattern finds written otherwise, or "" where it finds
// nothing: a number in brackets may be no link, and stars between numbers no emphasis.
func changed(pattern *regexp.Regexp, text, by string) string {
	if now := pattern.ReplaceAllString(text, by); now != text {
		return now
	}
	return ""
}

// all are the hits of a pattern in a page, where it holds what one of them must have.
func all(pattern *regexp.Regexp, page []byte, needs ...string) [][]int {
	if !slices.ContainsFunc(needs, func(s string) bool { return bytes.Contains(page, []byte(s)) }) {
		return nil
	}
	return pattern.FindAllSubmatchIndex(page, -1)
}

// onLines are the hits of a pattern on the lines of a page that hold what it must have.
func onLines(pattern *regexp.Regexp, page []byte, needs string) [][]int {
	var found [][]int
	for at := 0; ; {
		next := bytes.Index(page[at:], []byte(needs))
		if next < 0 {
			return found
		}
		begin := bytes.LastIndexByte(page[:at+next], '\n') + 1
		end := bytes.IndexByte(page[at+next:], '\n')
		if end < 0 {
			end = len(page) - at - next
		}
		end += at + next
		for _, m := range pattern.FindAllSubmatchIndex(page[begin:end], -1) {
			for i := range m {
				if m[i] >= 0 {
					m[i] += begin
				}
			}
			found = append(found, m)
		}
		at = end
	}
}

// Masked is a page with its front matter, code, calls of shortcodes and comments as
// spaces, byte for byte, so that offsets stay.
func Masked(page []byte) []byte {
	masked := bytes.Clone(page)
	hide := func(from, to int) {
		for i := from; i < to; i++ {
			if masked[i] != '\n' {
				masked[i] = ' '
			}
		}
	}
	if bytes.HasPrefix(masked, []byte("---")) {
		if end := bytes.Index(masked[3:], []byte("\n---")); end >= 0 {
			hide(0, 3+end+len("\n---"))
		}
	}
	for _, try := range []struct {
		begins []string
		as     *regexp.Regexp
	}{{[]string{"{{"}, shortcode}, {[]string{"<!--"}, comment}, {[]string{"```", "~~~"}, fenced}, {[]string{"`"}, inlineCode}} {
		for _, m := range all(try.as, masked, try.begins...) {
			hide(m[0], m[1])
		}
	}
	return masked
}

// endsLine tells whether nothing more stands on the line.
func endsLine(rest []byte) bool {
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	return len(bytes.TrimSpace(line)) == 0
}

// underlined tells whether a line that a text follows is a heading because of the line
// below it.
func underlined(rest []byte) bool {
	_, below, _ := bytes.Cut(rest, []byte("\n"))
	line, _, _ := bytes.Cut(below, []byte("\n"))
	line = bytes.TrimSpace(line)
	return len(line) > 0 && (len(bytes.Trim(line, "=")) == 0 || len(bytes.Trim(line, "-")) == 0)
}

// targets finds addresses that are refused in data as well.
func targets(masked []byte) []Sign {
	var found []Sign
	seen := map[int]bool{}
	for _, try := range []struct {
		needs string
		as    *regexp.Regexp
	}{{"](", linkTarget}, {"]:", noteTarget}, {"://", bareTarget}, {"<mailto:", autoTarget}, {"<tel:", autoTarget}} {
		for _, m := range onLines(try.as, masked, try.needs) {
			from, to := m[2], m[3]
			if try.as == bareTarget {
				to = from + len(bytes.TrimRight(masked[from:to], ".,;:!?'*_"))
			}
			target := string(masked[from:to])
			if seen[from] || value.ValidLink(target, "") {
				continue
			}
			seen[from] = true
			found = append(found, badTarget(target, from, to))
		}
	}
	return found
}

func badTarget(target string, from, to int) Sign {
	scheme, _, _ := strings.Cut(strings.ToLower(target), ":")
	message, hint := value.ExplainLink(target, "")
	rule := "prose-link"
	switch {
	case slices.Contains([]string{"javascript", "vbscript", "data", "file", "blob"}, scheme):
		rule, message = "link-unsafe", diag.Say("länken kan köra ett skript eller läsa filer", "the link may run a script or read files")
		hint = diag.Say("skriv en adress som börjar med https, mailto eller tel", "write an address that begins with https, mailto or tel")
	case scheme == "http":
		message = diag.Say("adressen börjar med http://, så att andra kan läsa och ändra vad som hämtas", "the address begins with http://, so that others can read and change what is fetched")
	case scheme == "https" && strings.Contains(target, "@"):
		message = diag.Say("adressen har ett användarnamn eller ett @, och leder kanske någon annanstans än den ser ut att göra", "the address has a user name or an @, and may lead elsewhere than it seems to")
		hint = diag.Say("skriv adressen utan det som står före @", "write the address without what stands before the @")
	case scheme == "tel":
		message = diag.Say("efter tel: står inget telefonnummer som kan ringas varifrån som helst", "after tel: stands no telephone number that can be called from anywhere")
		hint = diag.Say("skriv till exempel tel:+4681234567", "write for instance tel:+4681234567")
	case scheme == "mailto":
		message = diag.Say("efter mailto: står ingen e-postadress, eller en radbrytning", "after mailto: stands no e-mail address, or a line break")
		hint = diag.Say("skriv till exempel mailto:namn@example.com?subject=Hej", "write for instance mailto:name@example.com?subject=Hello")
	}
	sign := Sign{From: from, To: to, Rule: rule, Message: diag.Say("%s: %s", "%s: %s", diag.Quote(target), message), Hint: hint}
	if of := (value.Constraint{Tag: "link", Valid: value.ValidLink}).Meant(target, ""); scheme == "https" && hint == diag.Write(of) {
		sign.Mended = of
	}
	return sign
}

// deepest is how deep quotations and lists may lie in each other. A page that is
// deeper than a few hundred elements can be read by no program.
const deepest = 20

var (
	container = regexp.MustCompile(`^[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)`)
	rule      = regexp.MustCompile(`^(?:[-*_][ \t]*)+$`)
	stars     = regexp.MustCompile(`[*_~]{20,}|(?:[*_]\w?){40,}`)
)

// depth finds lines on which quotations, lists or emphasis lie too deep in each other.
func depth(masked []byte) []Sign {
	var found []Sign
	at := 0
	for line := range bytes.Lines(masked) {
		text := bytes.TrimRight(line, "\r\n")
		rest, n := text, 0
		if first := bytes.TrimLeft(text, " \t"); len(first) == 0 || strings.IndexByte(">-*+_~0123456789", first[0]) < 0 && !many(text) {
			at += len(line)
			continue
		}
		for len(rest) > 0 && !rule.Match(bytes.TrimSpace(rest)) {
			m := container.Find(rest)
			if m == nil {
				break
			}
			rest, n = rest[len(m):], n+1
		}
		const columns = 100
		indented := len(text) - len(bytes.TrimLeft(text, " \t"))
		deep := n > deepest || n > 0 && indented > columns
		if !deep && !rule.Match(bytes.TrimSpace(text)) {
			deep = many(text) && stars.Match(text)
		}
		if deep {
			found = append(found, Sign{From: at, To: at + min(len(text), 60), Rule: "nesting-too-deep",
				Message: diag.Say("citat, listor eller betoningar ligger i varandra djupare än %d nivåer", "quotations, lists or emphases lie in each other deeper than %d levels", deepest),
				Hint:    diag.Say("stryk tecken i början av raden", "strike signs at the beginning of the line")})
			return found
		}
		at += len(line)
	}
	return found
}

// many tells whether a line has so many marks of emphasis that they may lie deep in each
// other.
func many(line []byte) bool {
	return bytes.Count(line, []byte("*"))+bytes.Count(line, []byte("_"))+bytes.Count(line, []byte("~")) >= deepest
}
