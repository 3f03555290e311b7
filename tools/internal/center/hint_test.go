package center_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/source"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/trial"
)

const hintDay = value.Date("2026-11-21")

// TestDocumentedHintsAreTrue does what the hints of docs/rules/ say, on the examples that
// they are shown with, as far as a machine can: what is found goes, and nothing new comes.
// A hint that asks for what only a person knows or decides is named in diag/hand.go.
func TestDocumentedHintsAreTrue(t *testing.T) {
	done, fixed := map[string]bool{}, map[string]bool{}
	for _, s := range trial.Rulebook(filepath.Join(house, "docs/rules")).Sections(t) {
		files, ok := exampleOf(s)
		if !ok {
			continue
		}
		t.Run(s.Rule, func(t *testing.T) {
			root := t.TempDir()
			files.lay(t, root)
			before := checked(t, root)
			i := slices.IndexFunc(before, func(d diag.Diagnostic) bool { return d.Rule == s.Rule })
			if i < 0 {
				t.Skip("another command finds it")
			}
			could := mended(t, root, before[i])
			if could {
				fixed[s.Rule] = true
			} else {
				could = cure(t, root, before[i])
			}
			switch {
			case could == (byHand(s.Rule) != ""):
				t.Fatalf("a machine could do this: %t; it is said to be work for a person because %q: %s", could, byHand(s.Rule), before[i].Hint.EN)
			case !could:
				return
			}
			done[s.Rule] = true
			for _, wrong := range compared(before, checked(t, root), before[i]) {
				t.Errorf("%s\nafter doing so: %s", before[i].Hint.EN, wrong)
			}
		})
	}
	if len(done) < 55 {
		t.Errorf("only %d hints were carried out", len(done))
	}
	for rule, why := range diag.Handwork() {
		if _, ok := diag.RuleOf(center.Rules(), rule); !ok {
			t.Errorf("%s is no rule, though %s", rule, why.EN)
		}
	}
	t.Logf("mended by the program: %v", slices.Sorted(maps.Keys(fixed)))
}

// example is a rule's, laid over a site.
type example struct {
	base   string
	blocks []trial.Block
}

// exampleOf is the example of a rule, if it is of files that check reads.
func exampleOf(s trial.Section) (example, bool) {
	e := example{base: filepath.Join(house, "tools/internal/rules/check/testdata/site")}
	if strings.HasPrefix(s.Command(), "check") {
		e.base = filepath.Join(house, "examples/starter")
	} else if s.Command() != "" || len(s.Blocks) < 2 {
		return e, false
	}
	e.blocks = s.Blocks[:len(s.Blocks)-1]
	if strings.Contains(s.Text, "\n* Why: ") || strings.Contains(s.Text, "\n* Source: ") || ofLaw(s) {
		e.base = ""
	}
	return e, !slices.ContainsFunc(e.blocks, func(b trial.Block) bool {
		return !slices.Contains([]string{"yaml", "markdown", "removed", "removed-line"}, b.Kind) || strings.HasPrefix(b.File, "policy.")
	})
}

// ofLaw tells whether a rule comes with the tables of law and wording, whose examples are
// all that there is.
func ofLaw(s trial.Section) bool {
	_, ours := diag.RuleOf(diag.Rules(), s.Rule)
	return !ours
}

func (e example) lay(t *testing.T, root string) {
	t.Helper()
	if e.base != "" {
		if err := os.CopyFS(root, os.DirFS(e.base)); err != nil {
			t.Fatal(err)
		}
	} else {
		putFile(t, filepath.Join(root, "data/organisation.yaml"), "name: Exempelbolaget\nlanguages: [sv, en]\n")
	}
	for _, b := range e.blocks {
		name := filepath.Join(root, b.File)
		switch b.Kind {
		case "removed":
			if err := os.RemoveAll(name); err != nil {
				t.Fatal(err)
			}
		case "removed-line":
			_, rest, _ := strings.Cut(readFile(t, name), "\n")
			putFile(t, name, rest)
		default:
			putFile(t, name, b.Body)
		}
	}
}

func putFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func checked(t *testing.T, root string) diag.List {
	t.Helper()
	found, err := open(t, root).Check(context.Background(), hintDay)
	if err != nil {
		t.Fatal(err)
	}
	return found.All()
}

// compared is what is still wrong after a hint has been followed, and what has become so.
func compared(before, after diag.List, was diag.Diagnostic) []string {
	var wrong []string
	known := map[string]bool{}
	for _, d := range before {
		known[d.Rule+" "+d.Pos.File] = true
	}
	for _, d := range after {
		switch {
		case d.Rule == was.Rule && d.Pos.File == was.Pos.File && d.Message == was.Message:
			wrong = append(wrong, was.Rule+" is still there")
		case d.Severity != diag.Info && !known[d.Rule+" "+d.Pos.File] && !slices.Contains(revealed[was.Rule], d.Rule):
			wrong = append(wrong, trial.Brief(d, "en"))
		}
	}
	return wrong
}

var (
	meant   = regexp.MustCompile(`^did you mean "?([^?"]+)"?\?`)
	fields  = regexp.MustCompile(`(?s)(?:^|– )(?:if it is true, )?(write in|write a new file in|write a new file,) (data/\S*?)( at line \d+)?(?:, for instance)?:\n(.*)$`)
	instead = regexp.MustCompile(`^(?:write|add) (?:the character itself: )?([^\n]+?)(?: or later)?(?:, or [^\n]*|; [^\n]*)?$`)
	oneOf   = regexp.MustCompile(`: and one of (?:the words )?([a-z-]+).*`)
	toTake  = regexp.MustCompile(`^remove ([a-z0-9-]+) from ([a-z_]+)`)
	toAdd   = regexp.MustCompile(`^add ([a-z0-9-]+) to ([a-z_]+)(?: in (data/[a-z/-]+\.yaml))?`)
	gone    = regexp.MustCompile(`^remove ([a-z_]+)(?:;| or |$)`)
	below   = regexp.MustCompile(`^write ([a-z_]+: [a-z]+) in ([a-z_]+),`)
	field   = regexp.MustCompile(`^(?:- )?[a-z_]+:(?: |$)`)
)

// cure does what a hint says, and tells whether it could.
func cure(t *testing.T, root string, d diag.Diagnostic) bool {
	t.Helper()
	hint := d.Hint.EN
	if m := meant.FindStringSubmatch(hint); m != nil {
		return replaced(t, root, d.Pos, m[1])
	}
	if m := fields.FindStringSubmatch(hint); m != nil {
		return filledIn(t, root, d, m[1], m[2], m[3] != "", m[4])
	}
	m := instead.FindStringSubmatch(oneOf.ReplaceAllString(hint, ": $1"))
	switch {
	case toTake.MatchString(hint):
		m = toTake.FindStringSubmatch(hint)
		return listed(t, root, d.Pos, m[2], m[1], false)
	case toAdd.MatchString(hint):
		m = toAdd.FindStringSubmatch(hint)
		if m[3] != "" {
			d.Pos = diag.Pos{File: m[3]}
		}
		return listed(t, root, d.Pos, m[2], m[1], true)
	case gone.MatchString(hint):
		return removed(t, root, d.Pos, gone.FindStringSubmatch(hint)[1])
	case below.MatchString(hint):
		m = below.FindStringSubmatch(hint)
		return inserted(t, root, diag.Pos{File: d.Pos.File, Line: 1, Column: 1}, m[2]+":\n  "+m[1])
	case m == nil:
		return false
	case strings.Contains(m[1], "…"):
		return false
	case strings.HasPrefix(hint, "add ") && field.MatchString(m[1]):
		return inserted(t, root, d.Pos, m[1])
	case strings.HasPrefix(hint, "write ") && field.MatchString(m[1]) && !strings.HasSuffix(m[1], ":"):
		return exchanged(t, root, d.Pos, m[1])
	case strings.HasPrefix(hint, "write ") && !strings.Contains(strings.Trim(m[1], `"`), " "):
		return replaced(t, root, d.Pos, strings.TrimSuffix(m[1], ":"))
	}
	return false
}

// replaced puts a word in the place of what a finding is about.
func replaced(t *testing.T, root string, at diag.Pos, by string) bool {
	t.Helper()
	name := filepath.Join(root, at.File)
	lines := strings.SplitAfter(readFile(t, name), "\n")
	if at.Line == 0 || at.Length == 0 || at.Line > len(lines) {
		return false
	}
	line := []rune(lines[at.Line-1])
	lines[at.Line-1] = string(line[:at.Column-1]) + by + string(line[min(at.Column-1+at.Length, len(line)):])
	putFile(t, name, strings.Join(lines, ""))
	return true
}

// exchanged puts a field in the place of the line that a finding is about.
func exchanged(t *testing.T, root string, at diag.Pos, by string) bool {
	t.Helper()
	name := filepath.Join(root, at.File)
	lines := strings.SplitAfter(readFile(t, name), "\n")
	if at.Line == 0 || at.Line > len(lines) {
		return false
	}
	line := lines[at.Line-1]
	indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
	lines[at.Line-1] = indent + known(by) + "\n"
	putFile(t, name, strings.Join(lines, ""))
	return true
}

// inserted puts fields among those that a finding is about: into the nearest map that has
// one of them, or else into the nearest.
func inserted(t *testing.T, root string, at diag.Pos, text string) bool {
	t.Helper()
	whole, _ := source.Parse(at.File, []byte(readFile(t, filepath.Join(root, at.File))))
	near := slices.DeleteFunc(mapsAt(whole.Root(), at), func(n *source.Node) bool {
		return n.Kind != source.Map || n.Field("sv") != nil || n.Field("en") != nil
	})
	if len(near) == 0 || at.Line == 0 {
		return false
	}
	slices.Reverse(near)
	into := near[0]
	key, _, _ := strings.Cut(text, ":")
	if i := slices.IndexFunc(near, func(n *source.Node) bool { return n.Field(key) != nil }); i >= 0 {
		into = near[i]
	}
	return laid(t, root, at.File, whole.Root(), into, text)
}

// altered changes the map around a place that has a field.
func altered(t *testing.T, root string, at diag.Pos, key string, edit func(m *source.Node) bool) bool {
	t.Helper()
	whole, _ := source.Parse(at.File, []byte(readFile(t, filepath.Join(root, at.File))))
	near := slices.DeleteFunc(append([]*source.Node{whole.Root()}, mapsAt(whole.Root(), at)...), func(n *source.Node) bool { return n.Kind != source.Map || n.Field(key) == nil })
	if len(near) == 0 || !edit(near[len(near)-1]) {
		return false
	}
	putFile(t, filepath.Join(root, at.File), string(source.Encode(whole.Root())))
	return true
}

// removed takes a field away.
func removed(t *testing.T, root string, at diag.Pos, key string) bool {
	return altered(t, root, at, key, func(m *source.Node) bool {
		for i := 0; i < len(m.Content); i += 2 {
			if m.Content[i].Value == key {
				m.Content = slices.Delete(m.Content, i, i+2)
				return true
			}
		}
		return false
	})
}

// listed adds a word to a list, or takes it away.
func listed(t *testing.T, root string, at diag.Pos, key, word string, there bool) bool {
	return altered(t, root, at, key, func(m *source.Node) bool {
		list := m.Field(key)
		if there {
			list.Content = append(list.Content, &source.Node{Kind: source.Scalar, Value: word})
		} else {
			list.Content = slices.DeleteFunc(list.Content, func(n *source.Node) bool { return n.Value == word })
		}
		return list.Kind == source.List && len(list.Content) > 0
	})
}

// mapsAt are the maps around a place, the outermost first, and the one that stands there or
// is the first of what stands there.
func mapsAt(n *source.Node, at diag.Pos) []*source.Node {
	stands := func(n *source.Node) bool { return int(n.Line) == at.Line && int(n.Column) == at.Column }
	var here []*source.Node
	if n.Kind == source.Map {
		here = append(here, n)
	}
	if stands(n) && len(n.Content) == 0 {
		return append(here, n)[:max(len(here), 1)]
	}
	for i, c := range n.Content {
		if n.Kind == source.Map && i%2 == 0 && stands(c) {
			c = n.Content[i+1] // the key stands for its value
			for c.Kind == source.List && len(c.Content) > 0 {
				c = c.Content[0]
			}
			if c.Kind == source.Map {
				here = append(here, c)
			}
			return here
		}
		if below := mapsAt(c, at); below != nil {
			below = slices.DeleteFunc(below, func(m *source.Node) bool { return m.Kind != source.Map })
			return append(slices.Clip(here), below...)
		}
	}
	if stands(n) {
		if n.Kind == source.List && len(n.Content) > 0 && n.Content[0].Kind == source.Map {
			here = append(here, n.Content[0])
		}
		return append(here, n)
	}
	return nil
}

// laid puts the fields of a text over those of a map, and writes its file.
func laid(t *testing.T, root, file string, whole, into *source.Node, text string) bool {
	t.Helper()
	more, list := source.Parse(file, []byte(text+"\n"))
	if list.Blocks() {
		t.Errorf("this cannot be read:\n%s", text)
		return false
	}
	before := string(source.Encode(whole))
	overlay(into, more.Root())
	putFile(t, filepath.Join(root, file), string(source.Encode(whole)))
	return before != string(source.Encode(whole)) // else the hint has been followed already
}

// overlay puts fields over others; what is in both becomes what is new.
func overlay(n, over *source.Node) {
	for key, value := range over.Fields() {
		there := n.Field(key.Value)
		switch {
		case there == nil:
			n.Content = append(n.Content, key, value)
		case there.Kind == source.Map && value.Kind == source.Map:
			overlay(there, value)
		case there.Kind == source.List && value.Kind == source.List && len(there.Content) == 1 && len(value.Content) == 1 && value.Content[0].Kind == source.Map:
			overlay(there.Content[0], value.Content[0])
		default:
			*there = *value
		}
	}
}

// filledIn writes the fields that a hint lays out.
func filledIn(t *testing.T, root string, d diag.Diagnostic, how, file string, within bool, text string) bool {
	t.Helper()
	text = known(text)
	if strings.Contains(text, "…") {
		return false
	}
	switch {
	case within:
		return inserted(t, root, d.Pos, text)
	case how == "write in":
		whole, _ := source.Parse(file, []byte(readFile(t, filepath.Join(root, file))))
		return laid(t, root, file, whole.Root(), whole.Root(), text)
	case how == "write a new file in":
		putFile(t, filepath.Join(root, strings.TrimSuffix(file, ","), "new.yaml"), text+"\n")
	default:
		putFile(t, filepath.Join(root, strings.TrimSuffix(file, ",")), text+"\n")
	}
	return true
}

// answers are what a person might write for what a hint leaves open, by the field.
var answers = map[string]string{
	"legal_name": "Björkdungen AB", "email": "info@example.com", "phone": `"+46 8 465 004 20"`, "street": "Björkgatan 2", "postal_code": `"123 45"`,
	"city": "Umeå", "seat": "Umeå", "country": "SE", "org_number": `"559999-0305"`, "vat_number": "SE559999030501", "period": "P2Y", "checked_on": "2026-11-20",
	"reviewed_on": "2026-11-20", "action": "erase", "web": "https://www.example.com/", "url": "https://www.example.com/", "sv": "Det gör vi varje år.", "en": "We do so each year.",
	"audience_countries": "[SE]", "mechanism": "art46-2-c", "countries": "[US]", "location": "SE",
}

var openField = regexp.MustCompile(`(?m)^([ -]*)([a-z0-9_]+): (…|\[…\])(?: #.*)?$`)

// known fills in what a hint leaves open.
func known(text string) string {
	return openField.ReplaceAllStringFunc(text, func(line string) string {
		m := openField.FindStringSubmatch(line)
		if a, ok := answers[m[2]]; ok {
			return m[1] + m[2] + ": " + a
		}
		return line
	})
}

// revealed is what comes to light once a hint has been followed: it could not be asked
// while the value could not be read or was not there, and is mended in its turn.
var revealed = map[string][]string{
	"accepted-unknown":       {"accepted-unused"},
	"choice":                 {"role-mislabel"},
	"cookie-li":              {"withdraw-missing"},
	"country":                {"transfer-unstated"},
	"language":               {"authority-differs"},
	"missing-field":          {"role-mislabel"},
	"not-true-or-false":      {"gdpr-13-2-d", "rights-missing"},
	"recipient-successor":    {"gdpr-13-1-f-fact"},
	"retention-period":       {"gdpr-13-2-a-start"},
	"transfer-contradiction": {"gdpr-13-1-f-country", "transfer-mechanism"},
	"unknown-reference":      {"role-mislabel"},
}

// byHand is why no machine can carry out the hints of a rule, or nothing.
func byHand(rule string) string { return diag.Handwork()[rule].EN }

// mended has the program itself mend a finding that carries an edit, and tells whether it
// did. What tillit fix does is what the hint says, and doing it again does nothing.
func mended(t *testing.T, root string, d diag.Diagnostic) bool {
	t.Helper()
	if len(d.Edits) == 0 {
		return false
	}
	only := center.Fix{Concerns: func(o diag.Diagnostic) bool { return o.Rule == d.Rule && o.Pos == d.Pos && o.Message == d.Message }}
	m, err := open(t, root).Fix(context.Background(), hintDay, only)
	if err != nil || len(m.Repairs) != 1 || len(m.Refused) > 0 {
		t.Fatalf("%s is not mended: %+v, %v", trial.Brief(d, "en"), m, err)
	}
	if m, err = open(t, root).Fix(context.Background(), hintDay, only); err != nil || len(m.Repairs) > 0 {
		t.Errorf("%s is mended again: %+v, %v", d.Rule, m.Repairs, err)
	}
	return true
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
