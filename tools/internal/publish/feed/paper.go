package feed

import (
	"html"
	"strings"
	"unicode"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/words"
)

// paper is a short text that is written both as plain text and as HTML: what a
// feed says of a change, and a letter about it. What is put on it may come from
// anybody; it is cleaned and escaped when it is written.
type paper struct {
	Lang   string
	Words  words.Words
	blocks []block
}

// block is a heading (h1, h2, h3), a paragraph (p) or a list (ul).
type block struct {
	tag  string
	rows [][]piece // one, or one for each item of a list
}

// piece is a piece of text within a block: plain, or marked as strong, a, ins or
// del. The text of an a is an address.
type piece struct{ mark, text string }

func (p *paper) Add(tag string, runs ...piece) {
	if len(runs) > 0 {
		p.blocks = append(p.blocks, block{tag, [][]piece{runs}})
	}
}

func (p *paper) Heading(level, text string) { p.Add(level, piece{"", text}) }

func (p *paper) Para(text string) {
	if text != "" {
		p.Add("p", piece{"", text})
	}
}

// fact is a paragraph that begins with what it is about.
func (p *paper) Fact(label, text string) {
	if text != "" {
		p.Add("p", piece{"strong", label + ":"}, piece{"", " " + text})
	}
}

func (p *paper) List(items []string) {
	b := block{tag: "ul"}
	for _, i := range items {
		b.rows = append(b.rows, []piece{{"", i}})
	}
	if len(items) > 0 {
		p.blocks = append(p.blocks, b)
	}
}

// say returns the words in the language of the paper.
func (p *paper) Say(sv, en string) string { return p.Words.In(p.Lang, diag.Say(sv, en)) }

// html writes the paper as HTML without a page around it.
func (p *paper) HTML() string {
	var b strings.Builder
	for _, block := range p.blocks {
		b.WriteString("<" + block.tag + ">")
		for _, row := range block.rows {
			if block.tag == "ul" {
				b.WriteString("\n<li>")
			}
			for _, r := range row {
				b.WriteString(r.HTML())
			}
			if block.tag == "ul" {
				b.WriteString("</li>")
			}
		}
		if block.tag == "ul" {
			b.WriteString("\n")
		}
		b.WriteString("</" + block.tag + ">\n")
	}
	return b.String()
}

func (r piece) HTML() string {
	text := strings.ReplaceAll(html.EscapeString(clean(r.text)), "\n", "<br>\n")
	switch r.mark {
	case "":
		return text
	case "a":
		return `<a href="` + text + `">` + text + `</a>`
	}
	return "<" + r.mark + ">" + text + "</" + r.mark + ">"
}

// text writes the paper for those who read plain text. What was struck out or
// put in says so in words.
func (p *paper) Text() string {
	var b strings.Builder
	for i, block := range p.blocks {
		if i > 0 {
			b.WriteString("\n")
		}
		for _, row := range block.rows {
			var line strings.Builder
			for _, r := range row {
				switch r.mark {
				case "ins":
					line.WriteString("[" + p.Say("tillagt: ", "added: ") + r.text + "]")
				case "del":
					line.WriteString("[" + p.Say("struket: ", "deleted: ") + r.text + "]")
				default:
					line.WriteString(r.text)
				}
			}
			text := strings.TrimSpace(clean(line.String()))
			switch block.tag {
			case "ul":
				text = "- " + strings.ReplaceAll(text, "\n", "\n  ")
			case "h1":
				text += "\n" + strings.Repeat("=", len([]rune(text)))
			case "h2":
				text += "\n" + strings.Repeat("-", len([]rune(text)))
			}
			b.WriteString(text + "\n")
		}
	}
	return b.String()
}

// clean takes from a text what no document may hold or no reader can see:
// control characters, marks that turn the direction of writing, and bytes that
// are no UTF-8.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\ufeff', r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// oneLine is a clean text without line breaks, for titles and header lines.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }
