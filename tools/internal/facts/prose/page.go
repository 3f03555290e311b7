package prose

import (
	"bytes"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"tillit/tools/internal/diag"
)

// MostPage is how long a page from elsewhere may be, in bytes: a hundred times a
// long privacy policy with all that a web site puts around it.
const MostPage = 8 << 20

// Import makes a page of a file that was written elsewhere, such as the policy
// that a company publishes today, so that its words can be looked at by Lint.
// It is HTML, Markdown or plain text; what it cannot read it says in words.
func Import(file string, data []byte) (page File, problem diag.Text) {
	if len(data) > MostPage {
		return page, diag.Say("%s är större än %d MB; spara bara sidan med texten", "%s is larger than %d MB; save the page with the text alone", diag.Quote(file), MostPage>>20)
	}
	switch {
	case bytes.HasPrefix(data, []byte("%PDF")), bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.IndexByte(data, 0) >= 0:
		return page, diag.Say("%s är ingen textfil; spara sidan som HTML, Markdown eller ren text i UTF-8", "%s is no text file; save the page as HTML, Markdown or plain text in UTF-8", diag.Quote(file))
	case !utf8.Valid(data): // what programs wrote in Sweden before UTF-8
		data, _ = charmap.Windows1252.NewDecoder().Bytes(data)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	page = File{File: file, Data: data, HTML: looksLikeHTML(file, data)}
	d := page.Read()
	if page.Lang = d.Lang; page.Lang == "" {
		page.Lang = d.guess()
	}
	if len(d.Passages) == 0 {
		return page, diag.Say("%s har ingen text", "%s has no text", diag.Quote(file))
	}
	return page, diag.Text{}
}

// looksLikeHTML goes by the name of a file, and by its beginning where the name
// tells nothing.
func looksLikeHTML(file string, data []byte) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".html", ".htm", ".xhtml":
		return true
	case ".md", ".markdown", ".txt":
		return false
	}
	return bytes.HasPrefix(bytes.TrimSpace(data), []byte("<"))
}

// guess returns the language that most of the little words are of, or nothing
// when there are too few to tell. Which language it is decides which mistakes are
// looked for, and no more.
func (d *Document) guess() string {
	n := map[string]int{}
	for _, p := range d.Passages {
		for word := range strings.FieldsFuncSeq(p.Lower, func(r rune) bool { return !unicode.IsLetter(r) }) {
			switch word {
			case "och", "att", "som", "är", "för", "av", "vi", "dina", "inte":
				n["sv"]++
			case "and", "the", "of", "to", "we", "your", "is", "not", "that":
				n["en"]++
			}
		}
	}
	switch {
	case n["sv"] > 2*n["en"]:
		return "sv"
	case n["en"] > 2*n["sv"]:
		return "en"
	}
	return ""
}
