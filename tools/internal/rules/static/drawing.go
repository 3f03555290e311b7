package static

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
)

// Fault is why a drawing, or another document in XML, may not be published.
type Fault struct {
	what diag.Text // what it holds that it must not
	kind fault
}

type fault int

const (
	fine fault = iota
	unreadable
	other // it is no drawing
	holding
)

// None tells that there is no fault.
func (f Fault) None() bool { return f.kind == fine }

// Unreadable tells that the document cannot be read, and Other that it is no drawing.
func (f Fault) Unreadable() bool { return f.kind == unreadable }
func (f Fault) Other() bool      { return f.kind == other }

// What is what the document holds and must not: "a script in onload".
func (f Fault) What() diag.Text { return f.what }

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xhtmlSpace = "http://www.w3.org/1999/xhtml"
	xsltSpace  = "http://www.w3.org/1999/XSL/Transform"
)

// Drawing reads an SVG to its end, and tells of the first thing in it that is more than a
// drawing. Whoever opens its address gets it as a page of the site.
func Drawing(data []byte) Fault { return reading{drawing: true}.read(data) }

// document does the same of any other document in XML, which a browser shows as a page
// where it holds one.
func document(data []byte) Fault { return reading{}.read(data) }

type reading struct {
	drawing bool // it must be one
	open    int
	style   bool
}

func (r reading) read(data []byte) Fault {
	in := xml.NewDecoder(bytes.NewReader(data))
	in.Strict = true
	first := true
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) && !first {
			return Fault{}
		}
		if err != nil {
			return Fault{diag.Say("något som inte går att läsa som %s", "what cannot be read as %s", r.called()), unreadable}
		}
		if start, ok := token.(xml.StartElement); ok && first {
			if first = false; r.drawing && (start.Name.Local != "svg" || start.Name.Space != svgSpace) {
				return Fault{diag.Say("annat än en SVG", "something other than an SVG"), other}
			}
		}
		if f := r.token(token); !f.None() {
			return f
		}
	}
}

func (r *reading) called() string {
	if r.drawing {
		return "SVG"
	}
	return "XML"
}

// token looks at a piece of the document.
func (r *reading) token(token xml.Token) Fault {
	switch t := token.(type) {
	case xml.Directive:
		if r.drawing && ownType.Match(t) {
			return Fault{} // of older programs; no browser fetches it
		}
		return holds("en DOCTYPE, som kan hämta annat", "a DOCTYPE, which can fetch other things")
	case xml.ProcInst:
		if t.Target != "xml" {
			return holds("en instruktion till andra program", "an instruction to other programs")
		}
	case xml.CharData:
		if r.style && fetches(string(t)) {
			return holds("en stil som hämtar något", "a style that fetches something")
		}
	case xml.EndElement:
		r.open--
		r.style = false
	case xml.StartElement:
		if r.open++; r.open > 200 {
			return holds("för många delar inuti varandra", "too many parts within one another")
		}
		if r.drawing || t.Name.Space == svgSpace || t.Name.Space == xhtmlSpace || t.Name.Space == xsltSpace {
			return r.element(t)
		}
	}
	return Fault{}
}

// element looks at what a browser would take for a part of a page.
func (r *reading) element(t xml.StartElement) Fault {
	name := strings.ToLower(t.Name.Local)
	switch {
	case slices.Contains(programs, name), slices.Contains(moving, name) && leads(t):
		return holds("<"+name+">, som kan köra eller hämta något", "<"+name+">, which can run or fetch something")
	case t.Name.Space == xhtmlSpace, t.Name.Space == xsltSpace:
		return holds("<"+name+">, som är en del av en sida", "<"+name+">, which is a part of a page")
	}
	r.style = name == "style"
	for _, a := range t.Attr {
		switch key, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value); {
		case strings.HasPrefix(key, "on"):
			return holds("ett skript i "+key, "a script in "+key)
		case (key == "href" || key == "src") && !strings.HasPrefix(value, "#") && !ownPicture.MatchString(value):
			return holds("en länk till något annat", "a link to something else")
		case key == "base" && a.Name.Space != "" || fetches(value):
			return holds("något som hämtas utifrån", "something that is fetched from outside")
		}
	}
	return Fault{}
}

func holds(sv, en string) Fault {
	return Fault{diag.Say("%s", "%s", diag.Text{SV: sv, EN: en}), holding}
}

// leads tells whether an element changes where another leads, or what it runs.
func leads(t xml.StartElement) bool {
	return slices.ContainsFunc(t.Attr, func(a xml.Attr) bool {
		value := strings.ToLower(strings.TrimSpace(a.Value))
		return strings.EqualFold(a.Name.Local, "attributeName") && (strings.HasSuffix(value, "href") || strings.HasPrefix(value, "on") || value == "src")
	})
}

var (
	programs   = []string{"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "link", "handler", "listener"}
	moving     = []string{"animate", "set", "animatetransform", "animatemotion"}
	ownType    = regexp.MustCompile(`^DOCTYPE\s+svg\s+PUBLIC\s+"-//W3C//DTD SVG [0-9A-Za-z. ]+//EN"\s+"http://www\.w3\.org/[A-Za-z0-9/.-]+\.dtd"\s*$`)
	ownPicture = regexp.MustCompile(`(?i)^data:image/(png|jpeg|gif);base64,`)
	fetching   = regexp.MustCompile(`(?i)@import|url\(\s*['"]?\s*([^#'"\s])`)
)

// fetches tells whether a style or a value asks for what is not in the drawing. A letter of
// a style may be written by its number, which no drawing program does.
func fetches(value string) bool {
	return fetching.MatchString(value) || strings.Contains(value, `\`) && strings.Contains(value, "(")
}
