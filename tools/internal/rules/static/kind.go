package static

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"regexp"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// kind is what a file may be by its ending.
type kind struct {
	said  diag.Text
	fits  func(data []byte) bool      // whether it begins as it must
	holds func(data []byte) diag.Text // what it holds that it must not, beside what no file may
	text  bool                        // it has no bytes that are not letters
	zip   bool                        // it is an archive, whose parts may hold any bytes
	marks bool                        // it holds marks of a page by right
	parts bool                        // it holds other files by right
}

// kinds are those that are published, by their endings. Hosts tell browsers what a file is
// by its ending, so what stands in it has to fit.
var kinds = map[string]kind{
	".avif": {said: image("AVIF"), fits: box("avif", "avis")},
	".gif":  {said: image("GIF"), fits: begins("GIF87a", "GIF89a")},
	".ico":  {said: image("ICO"), fits: begins("\x00\x00\x01\x00")},
	".jpeg": {said: image("JPEG"), fits: begins("\xff\xd8\xff")},
	".jpg":  {said: image("JPEG"), fits: begins("\xff\xd8\xff")},
	".png":  {said: image("PNG"), fits: begins("\x89PNG\r\n\x1a\n")},
	".svg":  {said: image("SVG"), fits: isCode, holds: func(b []byte) diag.Text { return Drawing(b).what }, text: true},
	".webp": {said: image("WebP"), fits: func(b []byte) bool { return len(b) > 12 && string(b[:4]) == "RIFF" && string(b[8:12]) == "WEBP" }},

	".otf":   {said: diag.Say("ett typsnitt", "a font"), fits: begins("OTTO", "\x00\x01\x00\x00")},
	".ttf":   {said: diag.Say("ett typsnitt", "a font"), fits: begins("\x00\x01\x00\x00", "true", "OTTO")},
	".woff":  {said: diag.Say("ett typsnitt", "a font"), fits: begins("wOFF")},
	".woff2": {said: diag.Say("ett typsnitt", "a font"), fits: begins("wOF2")},

	".pdf":  {said: diag.Say("PDF", "PDF"), fits: begins("%PDF-"), holds: pdf, parts: true},
	".docx": office, ".xlsx": office, ".pptx": office,
	".odt": office, ".ods": office, ".odp": office,
	".epub": office,
	".zip":  {said: diag.Say("ett arkiv", "an archive"), fits: begins("PK\x03\x04", "PK\x05\x06"), holds: archive, zip: true},

	".csv": plainText(), ".tsv": plainText(), ".txt": plainText(), ".md": plainText(), ".vcf": plainText(), ".ics": plainText(), ".bib": plainText(), ".eml": plainText(),
	".json":        {said: diag.Say("JSON", "JSON"), fits: json.Valid, text: true},
	".jsonld":      {said: diag.Say("JSON", "JSON"), fits: json.Valid, text: true},
	".webmanifest": {said: diag.Say("JSON", "JSON"), fits: json.Valid, text: true},
	".geojson":     {said: diag.Say("JSON", "JSON"), fits: json.Valid, text: true},
	".xml":         {said: diag.Say("XML", "XML"), fits: isCode, holds: func(b []byte) diag.Text { return document(b).what }, marks: true},
	".xsd":         {said: diag.Say("XML", "XML"), fits: isCode, holds: func(b []byte) diag.Text { return document(b).what }, marks: true},

	".asc": plainText(), ".pem": plainText(), ".pub": plainText(), ".sig": key, ".gpg": key, ".pgp": key, ".crt": key, ".cer": key, ".crl": key, ".minisig": plainText(), ".sha256": plainText(),

	".css":  {said: diag.Say("stilar", "styles"), fits: isCode, text: true},
	".js":   {said: diag.Say("ett skript", "a script"), fits: isCode, marks: true},
	".mjs":  {said: diag.Say("ett skript", "a script"), fits: isCode, marks: true},
	".map":  {said: diag.Say("JSON", "JSON"), fits: json.Valid, marks: true},
	".html": {said: diag.Say("HTML", "HTML"), fits: isCode, marks: true}, // the seal reads it as a page
}

// office are documents in a ZIP archive.
var office = kind{said: diag.Say("ett kontorsdokument", "an office document"), fits: begins("PK\x03\x04"), holds: macros, zip: true}

// key is what belongs to a key or a signature, as letters or as bytes.
var key = kind{said: diag.Say("en nyckel eller en signatur", "a key or a signature")}

func plainText() kind { return kind{said: diag.Say("text", "text"), fits: isText, text: true} }

func image(name string) diag.Text { return diag.Say("en bild i %s", "a picture in %s", name) }

// begins fits what begins with one of some texts.
func begins(with ...string) func([]byte) bool {
	return func(data []byte) bool {
		for _, w := range with {
			if bytes.HasPrefix(data, []byte(w)) {
				return true
			}
		}
		return false
	}
}

// box fits files that begin with a box of one of some brands.
func box(brands ...string) func([]byte) bool {
	return func(data []byte) bool {
		if len(data) < 16 || string(data[4:8]) != "ftyp" {
			return false
		}
		n := min(int(binary.BigEndian.Uint32(data)), len(data), 512)
		for _, b := range brands {
			if n > 8 && bytes.Contains(data[8:n], []byte(b)) {
				return true
			}
		}
		return false
	}
}

// isText fits text in UTF-8, or in UTF-16 that says so.
func isText(data []byte) bool {
	return isCode(data) || bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
}

// isCode fits text in UTF-8, as who judges it reads it.
func isCode(data []byte) bool { return utf8.Valid(data) && !bytes.ContainsRune(data, 0) }

var (
	// marks are what a browser that goes by bytes takes for a page, wherever it stands.
	marks = regexp.MustCompile(`(?i)<(?:script|iframe|html|body|object|embed|frameset)[\s/>]|<!doctype\s+html`)
	// sniffed is what a text begins with that is taken for a page (WHATWG MIME Sniffing 7.1).
	sniffed = regexp.MustCompile(`(?i)^[\t\n\f\r ]*(?:<!--|<\?xml|<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[ >])`)
	// private begins a key that is nobody's to see.
	private = regexp.MustCompile(`-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|AGE-SECRET-KEY-1|PuTTY-User-Key-File-`)
	// acts are what a PDF does by itself.
	acts    = regexp.MustCompile(`/(JavaScript|Launch)[\s/(<\[\]>]`)
	escaped = regexp.MustCompile(`#[0-9A-Fa-f]{2}`)
)

func secret(data []byte) bool { return private.Match(data) }

// besides says what a file holds beside what its name says.
func (k kind) besides(data []byte) diag.Text {
	page := diag.Say("också en sida i HTML, som en del program skulle visa eller köra", "a page in HTML as well, which some programs would show or run")
	switch {
	case !k.zip && trailing(data, k.parts):
		return diag.Say("också ett arkiv, som kan vara ett program", "an archive as well, which may be a program")
	case k.holds != nil:
		if what := k.holds(data); !what.IsZero() || k.text {
			return what
		}
	}
	switch {
	case k.marks, k.zip:
	case k.text:
		if sniffed.Match(data[:min(len(data), 1024)]) || marks.Match(data[:min(len(data), 1024)]) {
			return page
		}
	case k.parts && marks.Match(data[:min(len(data), 1024)]), !k.parts && marks.Match(data):
		return page
	}
	return diag.Text{}
}

// clean says how a file becomes what it is called and no more.
func (k kind) clean() diag.Text {
	switch {
	case k.said == image("SVG"):
		return diag.Say("spara den som enkel SVG i ett ritprogram, utan skript, länkar och inbäddade sidor", "save it as plain SVG in a drawing program, without scripts, links and embedded pages")
	case k.text && k.holds == nil:
		return diag.Say("ta bort taggarna, eller skriv det som en sida i content", "remove the tags, or write it as a page in content")
	case k.said.EN == "XML":
		return diag.Say("ta bort det ur den, eller skriv den som en sida i content", "remove that from it, or write it as a page in content")
	}
	return diag.Say("spara den på nytt i ett program som bara sparar %s, eller ta bort den", "save it again in a program that saves %s alone, or remove it", k.said)
}

// trailing tells whether a file ends as an archive does: programs find one by its end, so
// that a picture may be one as well, even where other bytes follow. What holds other files
// by right must end with it.
func trailing(data []byte, last bool) bool {
	tail := data[max(0, len(data)-(22+1<<16)):]
	for at := bytes.LastIndex(tail, []byte("PK\x05\x06")); at >= 0; at = bytes.LastIndex(tail[:at], []byte("PK\x05\x06")) {
		if rest := tail[at:]; len(rest) >= 22 {
			end := 22 + int(binary.LittleEndian.Uint16(rest[20:]))
			if end == len(rest) || end < len(rest) && !last {
				return true
			}
		}
	}
	return false
}

func pdf(data []byte) diag.Text {
	if bytes.IndexByte(data, '#') >= 0 { // names may be written by numbers
		data = escaped.ReplaceAllFunc(data, func(m []byte) []byte {
			var b byte
			for _, c := range m[1:] {
				b = b<<4 | bytes16[c]
			}
			return []byte{b}
		})
	}
	m := acts.FindSubmatch(data)
	switch {
	case m == nil:
		return diag.Text{}
	case string(m[1]) == "Launch":
		return diag.Say("en åtgärd som startar andra program", "an action that starts other programs")
	}
	return diag.Say("JavaScript, som körs hos den som öppnar den", "JavaScript, which runs where it is opened")
}

// bytes16 is what a digit of base 16 stands for.
var bytes16 = func() (of [256]byte) {
	for i, c := range "0123456789abcdef" {
		of[c] = byte(i)
	}
	for i, c := range "ABCDEF" {
		of[c] = byte(10 + i)
	}
	return of
}()

func macros(data []byte) diag.Text {
	if bytes.Contains(data, []byte("vbaProject.bin")) || bytes.Contains(data, []byte("Basic/Standard/")) {
		return diag.Say("makron, som körs hos den som öppnar den", "macros, which run where it is opened")
	}
	return diag.Text{}
}

func archive(data []byte) diag.Text {
	if bytes.Contains(data, []byte("META-INF/MANIFEST.MF")) {
		return diag.Say("ett program i Java", "a program in Java")
	}
	return diag.Text{}
}
