package seal

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// markdown writes what an element holds as Markdown (CommonMark, with tables).
func markdown(n *html.Node) []byte {
	return []byte(strings.Join(blocksOf(n), "\n\n") + "\n")
}

// silent are the elements that say nothing: they help on a screen, or lead to what
// stands elsewhere on the page.
func silent(n *html.Node) bool {
	if _, hidden := attribute(n, "hidden"); hidden {
		return true
	}
	switch n.Data {
	case "nav", "script", "form", "template", "button":
		return true
	}
	return n.Data != "caption" && hasClass(n, "ti-hidden")
}

func hasClass(n *html.Node, name string) bool {
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if class == name {
			return true
		}
	}
	return false
}

// isBlock tells whether an element begins a line of its own.
func isBlock(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.Data {
	case "address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "figure", "figcaption", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
		"header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "ul":
		return true
	}
	return hasClass(n, "ti-note") // shown on a line of its own
}

// blocksOf are the blocks that an element holds, each without an empty line around.
func blocksOf(n *html.Node) []string {
	var out []string
	var line strings.Builder
	end := func() {
		if text := settle(line.String()); text != "" {
			out = append(out, text)
		}
		line.Reset()
	}
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.ElementNode && silent(c):
		case isBlock(c):
			end()
			out = append(out, block(c)...)
		default:
			line.WriteString(inline(c))
		}
	}
	end()
	return out
}

func block(n *html.Node) []string {
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return []string{strings.Repeat("#", int(n.Data[1]-'0')) + " " + oneLine(n)}
	case "ul", "ol":
		return []string{listOf(n)}
	case "dl":
		return []string{termsOf(n)}
	case "table":
		return tableOf(n)
	case "pre":
		return []string{fenced(textOf(n))}
	case "summary":
		return []string{"**" + oneLine(n) + "**"}
	case "hr":
		return []string{"---"}
	case "blockquote":
		return []string{indented(strings.Join(blocksOf(n), "\n\n"), "> ", "> ")}
	}
	return blocksOf(n)
}

// listOf writes the points of a list, each with the blocks that it holds.
func listOf(n *html.Node) string {
	var points []string
	for c := range n.ChildNodes() {
		if c.Data != "li" || silent(c) {
			continue
		}
		mark := "- "
		if n.Data == "ol" {
			mark = fmt.Sprintf("%d. ", len(points)+1)
		}
		points = append(points, indented(lines(blocksOf(c)), mark, strings.Repeat(" ", len(mark))))
	}
	return strings.Join(points, "\n")
}

// termsOf writes a list of names and values.
func termsOf(n *html.Node) string {
	var points []string
	name := ""
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			switch {
			case c.Type != html.ElementNode || silent(c):
			case c.Data == "dt":
				name = "**" + strings.TrimSuffix(oneLine(c), ":") + ":**"
			case c.Data == "dd":
				between := " "
				if first := firstElement(c); first == "ul" || first == "ol" {
					between = "\n"
				}
				points = append(points, indented(name+between+lines(blocksOf(c)), "- ", "  "))
			default:
				walk(c)
			}
		}
	}
	walk(n)
	return strings.Join(points, "\n")
}

// firstElement names what an element begins with, unless that is text.
func firstElement(n *html.Node) string {
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.ElementNode:
			return c.Data
		case strings.TrimSpace(c.Data) != "":
			return ""
		}
	}
	return ""
}

// lines puts short blocks of a point below each other: a line break within a
// paragraph, a list right below its sentence, all else with an empty line.
func lines(blocks []string) string {
	var b strings.Builder
	for i, block := range blocks {
		switch {
		case i == 0:
		case startsBlock.MatchString(block):
			b.WriteString("\n")
		case strings.Contains(blocks[i-1], "\n"):
			b.WriteString("\n\n")
		default:
			b.WriteString("\\\n")
		}
		b.WriteString(block)
	}
	return b.String()
}

var startsBlock = regexp.MustCompile("^(- |[0-9]+\\. |```)")

func indented(text, first, rest string) string {
	ls := strings.Split(text, "\n")
	for i, l := range ls {
		switch {
		case i == 0:
			ls[i] = first + l
		case l != "":
			ls[i] = rest + l
		}
	}
	return strings.Join(ls, "\n")
}

// tableOf writes a table below its caption. Markdown knows one line of headings,
// which must be there, and cells of one line.
func tableOf(n *html.Node) []string {
	var out []string
	var rows [][]string
	headed := false
	for c := range n.Descendants() {
		switch c.Data {
		case "caption":
			out = append(out, "**"+oneLine(c)+"**")
		case "tr":
			headed = headed || len(rows) == 0 && c.Parent.Data == "thead"
			var row []string
			for cell := range c.ChildNodes() {
				if cell.Data == "td" || cell.Data == "th" {
					row = append(row, strings.ReplaceAll(cellOf(cell), "|", "\\|"))
				}
			}
			rows = append(rows, row)
		}
	}
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	if !headed {
		rows = slices.Insert(rows, 0, nil)
	}
	var b strings.Builder
	for i, row := range rows {
		row = append(row, make([]string, width-len(row))...)
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", width) + "\n")
		}
	}
	return append(out, strings.TrimSpace(b.String()))
}

// cellOf is a cell as one line: what stood below each other is parted by
// semicolons, and a value follows its name after a colon.
func cellOf(n *html.Node) string {
	var parts []string
	for _, part := range pieces(n) {
		last := len(parts) - 1
		switch {
		case last >= 0 && strings.HasSuffix(parts[last], ":"):
			parts[last] += " " + part
		case last >= 0 && (n.Data == "th" || !strings.HasSuffix(parts[last], ".")):
			parts[last] += ";"
			parts = append(parts, part)
		default:
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// pieces are the lines of a cell.
func pieces(n *html.Node) []string {
	var out []string
	var line strings.Builder
	end := func() {
		if text := settle(strings.ReplaceAll(line.String(), newLine, " ")); text != "" {
			out = append(out, text)
		}
		line.Reset()
	}
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.ElementNode && (silent(c) || c.Data == "summary"): // a cell is never folded
		case c.Data == "dt" && isBlock(c):
			end()
			out = append(out, strings.TrimSuffix(oneLine(c), ":")+":")
		case isBlock(c) || c.Type == html.ElementNode && (c.Data == "tr" || c.Data == "td" || c.Data == "th"):
			end()
			out = append(out, pieces(c)...)
		default:
			line.WriteString(inline(c))
		}
	}
	end()
	return out
}

func oneLine(n *html.Node) string { return cellOf(n) }

// inline writes text and the elements within a line.
func inline(n *html.Node) string {
	switch {
	case n.Type == html.TextNode:
		return escaped(n.Data)
	case n.Type != html.ElementNode || silent(n):
		return ""
	case n.Data == "br":
		return newLine
	case n.Data == "img":
		return "![" + escaped(attr(n, "alt")) + "](" + addressed(attr(n, "src")) + ")"
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(inline(c))
	}
	text := b.String()
	switch n.Data {
	case "a":
		if to := attr(n, "href"); to != "" && !hasClass(n, "ti-anchor") {
			return around("[", text, "]("+addressed(to)+")")
		}
	case "strong", "b", "ins":
		return around("**", text, "**")
	case "em", "i":
		return around("*", text, "*")
	case "del":
		return around("~~", text, "~~")
	case "code", "kbd", "samp":
		return quoted(textOf(n))
	}
	return text
}

// around puts marks around a text, and leaves the spaces at its ends outside.
func around(before, text, after string) string {
	inner := strings.TrimFunc(text, unicode.IsSpace)
	if inner == "" {
		return text
	}
	start := strings.Index(text, inner)
	return text[:start] + before + inner + after + text[start+len(inner):]
}

// addressed writes the target of a link. Markdown has no anchors, so a place on
// the page itself is that place on the page that has them.
func addressed(to string) string {
	if strings.HasPrefix(to, "#") {
		to = "./" + to
	}
	return escapes.Replace(to)
}

var escapes = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\n", "", "\\", "%5C")

// marks are the characters that Markdown may read as more than themselves.
var marks = strings.NewReplacer("\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "<", "\\<", ">", "\\>", "~", "\\~", "&", "&amp;")

func escaped(text string) string {
	if strings.ContainsAny(text, "\\`*_[]<>~&") {
		return marks.Replace(text)
	}
	return text
}

// newLine stands for a line break while a line is gathered; no page holds it.
const newLine = "\x00"

var lineStart = regexp.MustCompile(`^(#{1,6} |[-+] |=|[0-9]+[.)] |---)`)

// blank tells whether a character is a space that says nothing; a hard one does.
func blank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// settle makes a paragraph of what was gathered for a line: single spaces, and no
// beginning that would make it a heading or a point.
func settle(text string) string {
	var ls []string
	for l := range strings.SplitSeq(text, newLine) {
		l = singleSpaced(l)
		if l == "" {
			continue
		}
		if strings.IndexByte("#-+=0123456789", l[0]) >= 0 { // else there is nothing to look for
			if at := lineStart.FindString(l); at != "" {
				mark := strings.IndexAny(at, "#-+=.)")
				l = l[:mark] + "\\" + l[mark:]
			}
		}
		ls = append(ls, l)
	}
	return strings.Join(ls, "\\\n")
}

// singleSpaced leaves one space between words, and none around them.
func singleSpaced(l string) string {
	before := ' '
	for _, r := range l {
		if r != ' ' && blank(r) || r == ' ' && before == ' ' {
			return strings.Join(strings.FieldsFunc(l, blank), " ")
		}
		before = r
	}
	return strings.TrimSuffix(l, " ")
}

// textOf is the text of an element as it stands.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

var backticks = regexp.MustCompile("`+")

// fence is longer than any row of backticks in a text.
func fence(text string, least int) string {
	for _, row := range backticks.FindAllString(text, -1) {
		least = max(least, len(row)+1)
	}
	return strings.Repeat("`", least)
}

func fenced(text string) string {
	f := fence(text, 3)
	return f + "\n" + strings.Trim(text, "\n") + "\n" + f
}

func quoted(text string) string {
	f := fence(text, 1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return f + strings.ReplaceAll(text, "\n", " ") + f
}
