package source

import (
	"fmt"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"tillit/tools/internal/diag"
)

// say fills the same values into a Swedish and an English sentence. A value
// that is itself said in both languages goes into each in its own.
func say(sv, en string, args ...any) diag.Text {
	svArgs, enArgs := make([]any, len(args)), make([]any, len(args))
	for i, a := range args {
		svArgs[i], enArgs[i] = a, a
		if t, ok := a.(diag.Text); ok {
			svArgs[i], enArgs[i] = t.SV, t.EN
		}
	}
	return diag.Text{SV: fmt.Sprintf(sv, svArgs...), EN: fmt.Sprintf(en, enArgs...)}
}

// kindOf names what a value is, as a person would.
func kindOf(n *yaml.Node) diag.Text {
	switch n.Kind {
	case yaml.MappingNode:
		return say("en grupp fält", "a group of fields")
	case yaml.SequenceNode:
		return say("en lista", "a list")
	}
	switch n.ShortTag() {
	case "!!int", "!!float":
		return say("ett tal", "a number")
	case "!!bool":
		return say("ett sanningsvärde", "a truth value")
	case "!!timestamp":
		return say("ett datum", "a date")
	case "!!null":
		return say("inget värde", "no value")
	}
	return say("en text", "a text")
}

// write is the hint that shows the corrected line.
func write(line string) diag.Text {
	line = clip(strings.TrimSpace(line), 160)
	return diag.Text{SV: "skriv " + line, EN: "write " + line}
}

// quote shows a value within quotes, shortened, with whatever cannot be seen
// written out, so that no value can disturb the sentence around it.
func quote(s string) string {
	return strconv.Quote(clip(s, 60))
}

// clip shortens a text to a number of code points.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// inQuotes writes a text as a YAML value that nothing can misread: within double
// quotes where nothing in it needs an escape, else within single quotes.
func inQuotes(s string) string {
	if !strings.ContainsAny(s, "\"\\") {
		return `"` + s + `"`
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// shown names a value in a sentence: a text by itself, all else by its kind.
func shown(n *yaml.Node) diag.Text {
	if n.Kind == yaml.ScalarNode {
		return diag.Text{SV: quote(n.Value), EN: quote(n.Value)}
	}
	return kindOf(n)
}
