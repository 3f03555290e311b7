package pdf

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// producer is what the properties name as the program.
const producer = "Tillit"

// info is the document's properties in the old form, which most readers show.
func (w *writer) info() string {
	d := w.doc
	body := "<</Title" + text(oneLine(d.Title)) + "/Producer" + text(producer)
	if d.Author != "" {
		body += "/Author" + text(oneLine(d.Author))
	}
	if d.Subject != "" {
		body += "/Subject" + text(oneLine(d.Subject))
	}
	if _, err := time.Parse(time.DateOnly, d.Date); err == nil {
		day := text("D:" + strings.ReplaceAll(d.Date, "-", "") + "000000Z")
		body += "/CreationDate" + day + "/ModDate" + day
	}
	return body + ">>"
}

// metadata is the same as XMP, and the claim to follow PDF/UA-1.
func (w *writer) metadata() []byte {
	d := w.doc
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	fmt.Fprintf(&b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", escape(d.Title))
	if d.Author != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escape(d.Author))
	}
	if d.Subject != "" {
		fmt.Fprintf(&b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n", escape(d.Subject))
	}
	fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", escape(d.Language))
	if _, err := time.Parse(time.DateOnly, d.Date); err == nil {
		fmt.Fprintf(&b, "<xmp:CreateDate>%[1]sT00:00:00Z</xmp:CreateDate><xmp:ModifyDate>%[1]sT00:00:00Z</xmp:ModifyDate>\n", d.Date)
	}
	fmt.Fprintf(&b, "<pdf:Producer>%s</pdf:Producer>\n<pdfuaid:part>1</pdfuaid:part>\n", producer)
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(oneLine(s))); err != nil { // a builder takes every write
		return ""
	}
	return b.String()
}
