// Package pdf writes documents as tagged PDF 1.7, after the rules of PDF/UA-1:
// a language, a title, a tree of headings, paragraphs, lists, tables and links
// that a screen reader follows, bookmarks, and fonts that are part of the file.
//
// It writes text and tables on A4, and no more than that. It knows nothing of
// what the documents are about. The same document gives the same bytes: there
// is no clock in it, and all reckoning is done in whole numbers, because
// machines round fractions differently.
package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Document is what to write. Its blocks stand in reading order.
type Document struct {
	Title     string // shown by readers in place of the file's name
	Author    string
	Subject   string
	Language  string // BCP 47
	Date      string // YYYY-MM-DD: when it was made, for its properties
	Landscape bool
	Header    string   // at the top of every page but the first
	Footer    []string // the lines at the foot of every page

	// Number is what stands at the foot beside Footer: page 2 of 7.
	Number func(page, pages int) string
	Blocks []Block
}

// Block is a Heading, a Paragraph, a List or a Table.
type Block interface{ write(*writer) }

// Heading is a heading of level 1 to 3, and a bookmark.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is running text.
type Paragraph struct {
	Text  Text
	Small bool
}

// List is a list of points.
type List struct{ Items []Text }

// Table is a table with a line of headings that is repeated on each page. The
// first cell of each row is the row's heading. Widths are the columns' shares of
// the page; without them the contents decide.
type Table struct {
	Columns []string // may be empty, for a table of names and values
	Widths  []int
	Rows    []Row
}

// Row is one row of a table. A row with a mark gets a bookmark.
type Row struct {
	Mark  string
	Cells []Cell
}

// Cell is what stands in a cell, one paragraph after the other.
type Cell []Text

// Text is a paragraph: spans of the same look.
type Text []Span

// Span is a piece of text. An address that is not https, mailto or tel is not
// made a link.
type Span struct {
	Text  string
	Style Style
	URL   string
}

// Style is the look of a span.
type Style int

// The looks there are. Muted is for labels; it is still dark enough to read.
const (
	Plain Style = iota
	Bold
	Muted
)

// Plainly is a text of one plain span.
func Plainly(s string) Text { return Text{{Text: s}} }

// Write returns the document, and those characters that the fonts do not have,
// in the order in which they were met. Each stands in the document as a hollow
// square; whoever copies the text gets the character itself.
func Write(d *Document) (data []byte, missing []rune) {
	w := newWriter(d)
	for i, b := range d.Blocks {
		w.rest = d.Blocks[i+1:]
		b.write(w)
	}
	w.leave()
	w.margins()
	return w.serialise(), w.missing
}

// The characters below have no look of their own.
const (
	softHyphen  = '\u00ad'
	zeroSpace   = '\u200b' // a place where a line may break
	replacement = '\ufffd'
)

// clean makes a text fit to be set: composed letters, LF between lines, and a
// visible mark in place of what would steer a reader's screen rather than be
// read: control characters, overrides of direction and characters that are none.
func clean(s string) string {
	if !strings.ContainsFunc(s, doubtful) {
		return s
	}
	s = strings.ToValidUTF8(s, string(replacement))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == softHyphen, r == zeroSpace:
			return r
		case r == '\r', r == '\u2028', r == '\u2029':
			return '\n'
		case r == '\t':
			return ' '
		case r == '\u200c', r == '\u200d', r == '\u2060', r == '\ufeff':
			return -1
		case unicode.In(r, unicode.Cc, unicode.Cf), r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
			return replacement
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

// doubtful tells whether a character needs a closer look. Those of the languages
// of western Europe do not.
func doubtful(r rune) bool {
	return r != '\n' && (r < ' ' || r > '~' && r < '\u00a0' || r == softHyphen || r > '\u017f') && r != '–' && r != '”' && r != '’'
}

// oneLine is a text as one line, for properties and bookmarks.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// linkable tells whether an address may be clicked.
func linkable(url string) bool {
	for _, scheme := range []string{"https://", "mailto:", "tel:"} {
		if rest, ok := strings.CutPrefix(url, scheme); ok {
			return rest != "" && !strings.ContainsFunc(url, func(r rune) bool { return r <= ' ' || r >= 0x7f })
		}
	}
	return false
}
