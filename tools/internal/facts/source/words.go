package source

import "tillit/tools/internal/diag"

// kindOf names what a value is, as a person would.
func kindOf(n *Node) diag.Text {
	switch n.Kind {
	case Map:
		return diag.Say("en grupp fält", "a group of fields")
	case List:
		return diag.Say("en lista", "a list")
	}
	switch n.Type {
	case Whole, Number:
		return diag.Say("ett tal", "a number")
	case Truth:
		return diag.Say("ett sanningsvärde", "a truth value")
	case Day:
		return diag.Say("ett datum", "a date")
	case None:
		return diag.Say("inget värde", "no value")
	}
	return diag.Say("en text", "a text")
}

// shown names a value in a sentence: a text by itself, all else by its kind.
func shown(n *Node) diag.Text {
	if n.Kind == Scalar {
		return diag.Text{SV: diag.Quote(n.Value), EN: diag.Quote(n.Value)}
	}
	return kindOf(n)
}
