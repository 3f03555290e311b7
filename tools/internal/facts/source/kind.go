package source

import (
	"reflect"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/slip"
)

// wrongKind reports a value of another kind than its field takes, and shows how
// the right kind is written.
func (d *decoder) wrongKind(t reflect.Type, n *Node, p place) {
	if n.bad {
		return
	}
	if t.Kind() == reflect.Map && n.Kind == Scalar {
		d.blame("wrong-type", n,
			diag.Say("%s ska skrivas på varje språk men är en enda text", "%s must be written in each language, but is a single text", p.name()),
			d.shownAs(t, n, p))
		return
	}
	d.blameField("wrong-type", n, p,
		diag.Say("%s ska vara %s men är %s", "%s must be %s, but is %s", p.name(), kindFor(t), kindOf(n)),
		d.shownAs(t, n, p))
}

// kindFor names what a Go type takes, as a person would.
func kindFor(t reflect.Type) diag.Text {
	switch t.Kind() {
	case reflect.Struct:
		return diag.Say("en grupp fält", "a group of fields")
	case reflect.Map:
		return diag.Say("en text på varje språk", "a text in each language")
	case reflect.Slice:
		return diag.Say("en lista", "a list")
	case reflect.Bool:
		return diag.Say("true eller false", "true or false")
	case reflect.Int:
		return diag.Say("ett heltal", "a whole number")
	}
	return diag.Say("en text", "a text")
}

// shownAs is the hint that writes a value as the kind that its field takes.
func (d *decoder) shownAs(t reflect.Type, n *Node, p place) diag.Text {
	switch t.Kind() {
	case reflect.Slice:
		return asList(t.Elem(), n, p)
	case reflect.Map:
		return slip.Write(p.corrected("{sv: …, en: …}"))
	case reflect.Struct:
		if said := answered(t, n); said != "" {
			return slip.Write(p.corrected("{" + said + "}"))
		}
		if fixed := slip.Spaceless(n.Value); n.Kind == Scalar && fixed != "" {
			return diag.Say("sätt ett blanksteg efter kolonet: %[1]s", "put a space after the colon: %[1]s", diag.Clip(fixed, 60))
		}
		return listed(shapeOf(t).names)
	case reflect.Bool:
		return slip.Write(p.corrected("true"))
	case reflect.Int:
		return slip.Write(p.corrected("30"))
	}
	return d.asText(n, p)
}

// answered is the field of a group that yes or no answers, where that is what the group
// begins with: "third_country: false" for "transfer: no".
func answered(t reflect.Type, n *Node) string {
	s := shapeOf(t)
	if n.Kind != Scalar || answer(n.Value) == "" || len(s.fields) == 0 {
		return ""
	}
	first := s.fields[0].Type
	if first.Kind() == reflect.Pointer {
		first = first.Elem()
	}
	if first.Kind() != reflect.Bool {
		return ""
	}
	return s.names[0] + ": " + answer(n.Value)
}

func asList(elem reflect.Type, n *Node, p place) diag.Text {
	value := diag.Clip(n.Value, 60)
	switch {
	case n.Kind == Scalar && slip.Dashless(n.Value) != "":
		first, _, _ := strings.Cut(slip.Dashless(n.Value), " -")
		return diag.Say("sätt ett blanksteg efter varje bindestreck: %[1]s", "put a space after each dash: %[1]s", diag.Clip(first, 60))
	case n.Kind == Scalar && elem.Kind() == reflect.String:
		if strings.ContainsAny(value, "[]{}:#\"'\n") {
			value = slip.InQuotes(value)
		}
		return slip.Write(p.corrected("[" + value + "]"))
	case n.Kind == Map && elem.Kind() == reflect.Struct && len(n.Content) > 0:
		return diag.Say("skriv ett bindestreck före varje posts första fält: - %[1]s: …", "put a dash before the first field of each item: - %[1]s: …", diag.Clip(n.Content[0].Value, 60))
	case elem.Kind() == reflect.Map:
		return diag.Say("skriv varje post på en egen rad: - {sv: …, en: …}", "write each item on a line of its own: - {sv: …, en: …}")
	}
	return diag.Say("skriv varje post på en egen rad efter ett bindestreck och ett blanksteg", "write each item on a line of its own, after a dash and a space")
}

func (d *decoder) asText(n *Node, p place) diag.Text {
	const short = 2 // nodes of a map with one key
	switch {
	case n.Kind == Map && n.Style == 0 && len(n.Content) == short && n.Content[1].Line == n.Line:
		return slip.Write(p.corrected(slip.InQuotes(slip.PlainText(d.file.from(d.file.NodePos(n))))))
	case n.Kind == List && len(n.Content) == 1 && n.Content[0].Kind == Scalar:
		return slip.Write(p.corrected(slip.InQuotes(n.Content[0].Value)))
	}
	return diag.Say("skriv en enda text: %[1]s", "write a single text: %[1]s", p.corrected("…"))
}
