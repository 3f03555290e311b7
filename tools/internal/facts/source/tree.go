package source

import (
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/slip"
)

// maxText is how long one text may be, in code points: about six printed pages.
const maxText = 20_000

// inspect reports whatever in a tree is YAML that records do without, because
// two programs read it differently or because it hides what a file says.
func (r *reader) inspect(root *Node) {
	values := 0
	r.value(root, "", 1, &values)
	if values > maxValues {
		r.report("too-many-values", diag.Pos{}, tooManyValues(), SplitUp())
	}
}

// value looks at a value and all inside it. Lead is what stands before it in a
// corrected line.
func (r *reader) value(n *Node, lead string, depth int, values *int) {
	if *values++; *values > maxValues {
		return
	}
	r.properties(n)
	switch n.Kind {
	case Alias:
		r.blame("alias", n,
			diag.Say("*%[1]s hänvisar till ett värde på en annan plats; varje värde ska stå där det gäller",
				"*%[1]s refers to a value in another place; each value must stand where it applies", diag.Clip(n.Value, 60)),
			diag.Say("skriv ut värdet; ska det vara text, sätt den inom citattecken: %[1]s",
				"write the value itself; if it is meant as text, put it in quotes: %[1]s", slip.InQuotes("*"+diag.Clip(n.Value, 60))))
	case Scalar:
		r.scalar(n, lead)
	case Map, List:
		if depth > maxDepth {
			r.blame("nesting-too-deep", n,
				diag.Say("fälten är nästlade djupare än %d nivåer", "the fields are nested deeper than %d levels", maxDepth),
				diag.Say("flytta ut fälten till färre nivåer", "move the fields out to fewer levels"))
			return
		}
		if n.Kind == Map {
			r.keys(n)
		}
		for i, c := range n.Content {
			lead := "- "
			if n.Kind == Map {
				if i%2 == 0 || isMerge(n.Content[i-1]) {
					*values++
					continue
				}
				lead = diag.Clip(n.Content[i-1].Value, 60) + ": "
			}
			r.value(c, lead, depth+1, values)
		}
	}
}

// properties reports what YAML lets a file say about a value besides the value.
func (r *reader) properties(n *Node) {
	if n.beside().anchor == "" && n.Style&tagged == 0 {
		return
	}
	pos := r.file.NodePos(n)
	word, _, _ := strings.Cut(r.file.from(pos), " ")
	pos.Length = utf8.RuneCountInString(word)
	if n.beside().anchor != "" {
		r.report("anchor", pos,
			diag.Say("&%[1]s ger värdet ett namn att hänvisa till; sådana namn används inte här",
				"&%[1]s names the value so that others can refer to it; such names are not used here", diag.Clip(n.beside().anchor, 60)),
			diag.Say("ta bort &%[1]s; ska det vara text, sätt den inom citattecken", "remove &%[1]s; if it is meant as text, put it in quotes", diag.Clip(n.beside().anchor, 60)))
	}
	if n.Style&tagged != 0 {
		r.report("tag", pos,
			diag.Say("%[1]s bestämmer hur värdet ska läsas; sådana märken används inte här", "%[1]s says how to read the value; such tags are not used here", diag.Clip(n.beside().tag, 60)),
			diag.Say("ta bort %[1]s; ska det vara text, sätt den inom citattecken", "remove %[1]s; if it is meant as text, put it in quotes", diag.Clip(n.beside().tag, 60)))
	}
	if n.Kind == Scalar {
		r.spoil(n)
	}
}

// scalar reports what is wrong with a value whatever its field: quotes that
// YAML does not know, characters that nobody sees, and endless texts.
func (r *reader) scalar(n *Node, lead string) {
	// What is no text was replaced when the file was read; only an escape brings it back.
	unsure := n.Style&DoubleQuoted != 0 || len(r.touched) > 0
	if unsure && (r.touched[int(n.Line)] || strings.ContainsRune(n.Value, utf8.RuneError)) {
		r.spoil(n) // reported where the text was read
	}
	if inner := typographic(n); inner != "" {
		r.blame("typographic-quotes", n,
			diag.Say("värdet står inom typografiska citattecken, som då blir en del av texten",
				"the value stands in typographic quotes, which become part of the text"),
			slip.Write(lead+slip.InQuotes(inner))).
			Mend(diag.Edit{Deed: diag.Phrase, Was: n.Value, Now: inner})
	}
	if unsure {
		for i, c := range n.Value {
			if rule := hiddenRule(n.Value, i, c); rule != "" && c != utf8.RuneError {
				r.escaped(n, rule, c)
				break
			}
		}
	}
	if len(n.Value) > maxText && utf8.RuneCountInString(n.Value) > maxText {
		r.blame("text-too-long", n,
			diag.Say("texten är längre än %d tecken", "the text is longer than %d characters", maxText),
			diag.Say("korta texten, eller lägg den på en egen sida", "shorten the text, or give it a page of its own"))
	}
}

// escaped reports a hidden character that an escape such as \u202E or \f wrote.
func (r *reader) escaped(n *Node, rule string, c rune) {
	if n.bad {
		return
	}
	r.spoil(n)
	hint := diag.Say("ta bort tecknet", "remove the character")
	pos := r.file.NodePos(n)
	if raw := strings.TrimPrefix(r.file.from(pos), `"`); len(raw) < len(r.file.from(pos)) {
		if end := strings.IndexByte(raw, '"'); end >= 0 && strings.Contains(raw[:end], `\`) {
			hint = diag.Say("är bakstrecket ett vanligt tecken, skriv %[1]s", "if the backslash is a plain character, write %[1]s", slip.InQuotes(diag.Clip(raw[:end], 120)))
		}
	}
	r.report(rule, pos,
		diag.Say("texten innehåller det osynliga tecknet %U, skrivet med bakstreck", "the text holds the invisible character %U, written with a backslash", c), hint)
}

// keys reports the keys of a map that no field can have, and repeated ones.
func (r *reader) keys(n *Node) {
	first := make(map[string]*Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if r.key(k, n.Content[i+1]) {
			continue
		}
		earlier, repeated := first[k.Value]
		if !repeated {
			first[k.Value] = k
			continue
		}
		r.spoil(earlier)
		d := r.blame("repeated-key", k,
			diag.Say("fältet %s står två gånger", "the field %s is given twice", diag.Quote(k.Value)),
			diag.Say("behåll ett av dem, eller slå ihop dem", "keep one of them, or join them"))
		d.Related = []diag.Related{{Pos: r.file.NodePos(earlier), Message: diag.Say("det står först här", "it is first given here")}}
	}
}

// key reports a key that is not the plain name of a field, and tells whether it
// did.
func (r *reader) key(k, v *Node) bool {
	switch {
	case isMerge(k):
		r.spoil(v)
		if !r.touched[int(k.Line)] {
			r.blame("merge-key", k, slip.MergeKey(), slip.WriteFields())
		}
	case k.Kind == Alias:
		r.value(k, "", 1, new(int))
	case k.Kind != Scalar:
		hint := diag.Say("skriv ett fältnamn, till exempel namn: värde", "write the name of a field, such as name: value")
		if strings.HasPrefix(r.file.from(r.file.NodePos(k)), "{") {
			hint = diag.Say("är {{ … }} en del av en text, sätt hela texten inom citattecken", "if {{ … }} is part of a text, put the whole text in quotes")
		}
		r.blame("complex-key", k,
			diag.Say("%s står där namnet på ett fält ska stå", "%s stands where the name of a field belongs", kindOf(k)), hint)
	case k.beside().anchor != "" || k.Style&tagged != 0:
		r.properties(k)
	case k.Type != Text:
		r.blame("key-not-text", k,
			diag.Say("fältnamnet %s läses inte som text utan som %s", "the field name %s is not read as text but as %s", diag.Quote(k.Value), kindOf(k)),
			diag.Say("är det ett språk eller ett ord, sätt det inom citattecken: %s:", "if it is a language or a word, put it in quotes: %s:", slip.InQuotes(k.Value)))
	case bare(k) != k.Value:
		k.setName(bare(k))
		r.blame("typographic-quotes", k,
			diag.Say("fältnamnet står inom typografiska citattecken", "the field name stands in typographic quotes"),
			slip.Write(bare(k)+":")).
			Mend(diag.Edit{Deed: diag.Rename, Was: k.Value, Now: bare(k)})
	case isNull(v) && v.Value == "" && slip.Spaceless(k.Value) != "":
		r.spoil(v)
		d := r.blame("missing-space", k,
			diag.Say("det saknas ett blanksteg efter kolonet", "a space is missing after the colon"), slip.Write(slip.Spaceless(k.Value)))
		if k.Style == 0 && strings.HasPrefix(r.file.from(d.Pos), k.Value) && slip.Named(k.Value) {
			d.Mend(diag.Edit{Deed: diag.Splice, Was: k.Value, Now: slip.Spaceless(k.Value)})
		}
	case strings.TrimSpace(k.Value) != k.Value:
		k.setName(strings.TrimSpace(k.Value))
		r.blame("space-in-key", k,
			diag.Say("fältnamnet %s börjar eller slutar med ett blanksteg", "the field name %s begins or ends with a space", diag.Quote(k.Value)),
			slip.Write(strings.TrimSpace(k.Value)+":")).
			Mend(diag.Edit{Deed: diag.Rename, Was: k.Value, Now: strings.TrimSpace(k.Value)})
	default:
		if r.touched[int(k.Line)] {
			r.spoil(k)
		}
		return false
	}
	return true
}

// typographic returns what stands between typographic quotes that somebody took
// for YAML's, or "". Quotes that close before the end belong to the text, as in
// “Solo” and “Duo”.
func typographic(n *Node) string {
	if n.Style != 0 || n.Value == "" || n.Value[0] < utf8.RuneSelf {
		return ""
	}
	for _, marks := range []string{slip.DoubleMarks, slip.SingleMarks} {
		open, before := utf8.DecodeRuneInString(n.Value)
		shut, after := utf8.DecodeLastRuneInString(n.Value)
		if !strings.ContainsRune(marks, open) || !strings.ContainsRune(marks, shut) || len(n.Value) <= before+after {
			continue
		}
		inner := n.Value[before : len(n.Value)-after]
		if marks == slip.SingleMarks {
			inner = strings.ReplaceAll(inner, "’", "'") // an apostrophe closes nothing
		}
		if !strings.ContainsAny(inner, marks) {
			return n.Value[before : len(n.Value)-after]
		}
	}
	return ""
}

// bare returns a key without the typographic quotes around it.
func bare(k *Node) string {
	if v := k.Value; k.Style != 0 || v == "" || v[0] < utf8.RuneSelf && v[len(v)-1] < utf8.RuneSelf {
		return v
	}
	return strings.Trim(k.Value, slip.DoubleMarks+slip.SingleMarks)
}
