package law

import (
	"fmt"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/skeleton"
)

// told gathers findings, and sees to it that a fault is told once: by the rule
// that comes first.
type told struct {
	facts  *facts
	places map[spot]bool // where something has been said
	order  []cure        // in which the findings were first made
	found  map[cure]*finding
}

// cure is what tells findings apart: the rule, and what is to be written. Two
// records in which a rule sees different mistakes make two findings, since what
// is said of the one does not hold for the other.
type cure struct {
	rule, write string
	advice      diag.Text
}

// finding is what one rule has to say of all places that are mended alike.
type finding struct {
	rule diag.Rule // of the gravest
	gaps []gap
}

// mistake takes in what a mistake finds.
func (t *told) mistake(m Mistake) {
	for _, g := range m.find(t.facts) {
		rule := m.Rule
		if g.mild {
			rule.Severity = max(rule.Severity, diag.Warning)
		}
		t.add(rule, g)
	}
}

// duty takes in the gaps of a duty. What nobody has declared is one step less
// grave than what is known to be missing.
func (t *told) duty(d Duty) {
	if d.told != "" {
		return
	}
	a := d.reply(t.facts)
	for _, g := range a.gaps {
		rule := d.Rule()
		if i := slices.IndexFunc(duties, func(d Duty) bool { return d.ID == g.duty }); i >= 0 {
			rule = duties[i].Rule()
		}
		rule.Severity = d.normal()
		if rule.Severity == diag.Error && (a.state == coverage.Partial || g.mild || g.silent) {
			rule.Severity = diag.Warning
		} else if g.silent {
			if rule.Severity == diag.Info {
				continue
			}
			rule.Severity = diag.Info
		}
		t.add(rule, g)
	}
}

// add takes in a gap, unless another duty asks for it or its place has been spoken of, here or by the reader
// of the file.
func (t *told) add(rule diag.Rule, g gap) {
	if g.hangs {
		return
	}
	at := g.spot
	switch {
	case g.file != "":
		at = spot{path: g.file + " " + g.write} // what is missing as a file stands nowhere
	case g.pos.File != "":
		at.path = fmt.Sprint(g.pos)
	}
	if t.places[at] || t.unreadable(g) {
		return
	}
	t.places[at] = true
	if whole, _, ok := strings.Cut(at.path, "["+languageOf(at.path)+"]"); ok {
		t.places[spot{at.record, whole}] = true // the text as a whole has been spoken of
	}
	if t.found == nil {
		t.found = map[cure]*finding{}
	}
	key := cure{rule.ID, g.write, g.advice}
	if !g.name.IsZero() { // things that are counted up, such as the rights that are missing
		key = cure{rule: rule.ID}
	}
	f := t.found[key]
	if f == nil {
		f = &finding{rule: rule}
		t.found[key] = f
		t.order = append(t.order, key)
	}
	f.rule.Severity = min(f.rule.Severity, rule.Severity)
	if rule.Law != f.rule.Law { // what they have in common: Art. 13(2)(b), whichever the right
		f.rule.Law, _, _ = strings.Cut(f.rule.Law, ",")
	}
	f.gaps = append(f.gaps, g)
}

// languageOf returns the language that a path ends with, as in text[sv], or what
// no path holds.
func languageOf(path string) string {
	i := strings.LastIndexByte(path, '[')
	if i < 0 || !strings.HasSuffix(path, "]") || path[i+1] >= '0' && path[i+1] <= '9' {
		return "\x00"
	}
	return path[i+1 : len(path)-1]
}

// unreadable tells whether the reader of YAML has reported the place, or a file
// that may hold what is missing.
func (t *told) unreadable(g gap) bool {
	if g.file != "" {
		return !t.facts.set.Whole() && t.facts.lost(g.file)
	}
	if g.pos.File != "" {
		return false
	}
	e := t.facts.set.Of(g.record)
	return e != nil && e.File.Failed(g.path)
}

// list makes a diagnostic of each finding.
func (t *told) list() diag.List {
	var list diag.List
	for _, key := range t.order {
		f := t.found[key]
		if f.rule.Severity != diag.Error {
			list = append(list, t.accepted(f)...)
		}
		if len(f.gaps) > 0 {
			list = append(list, t.diagnostic(f))
		}
	}
	return list
}

// accepted takes the gaps out of a finding that the site accepts in their files, and
// tells each by itself: what is accepted in one file still holds in the others.
func (t *told) accepted(f *finding) diag.List {
	var list diag.List
	f.gaps = slices.DeleteFunc(f.gaps, func(g gap) bool {
		pos := t.facts.pos(g)
		if !check.Accepts(t.facts.org, f.rule.ID, pos.File, t.facts.asOf) {
			return false
		}
		list = append(list, f.rule.At(pos, g.message, t.facts.hint(g)))
		return true
	})
	return list
}

// diagnostic tells the first gap, and names the records in which there are
// more. Each of those is a place of its own.
func (t *told) diagnostic(f *finding) diag.Diagnostic {
	first := f.gaps[0]
	d := f.rule.At(t.facts.pos(first), first.message, t.facts.hint(first))
	var names []diag.Text
	named := map[diag.Text]bool{t.facts.name(first): true}
	for _, g := range f.gaps[1:] {
		if n := t.facts.name(g); !named[n] {
			named[n], names = true, append(names, n)
		}
		d.Related = append(d.Related, diag.Related{Pos: t.facts.pos(g), Message: g.message})
	}
	if len(names) > 0 {
		d.Message = diag.Say("%s; detsamma gäller %s", "%s; the same holds for %s", d.Message, diag.Some(names))
	}
	return d
}

// name is what a gap is counted up by.
func (f *facts) name(g gap) diag.Text {
	if !g.name.IsZero() {
		return g.name
	}
	return diag.Text{SV: diag.Clip(g.record.Label("sv"), diag.MostQuoted), EN: diag.Clip(g.record.Label("en"), diag.MostQuoted)}
}

// pos is the place of a gap. What is missing as a whole file is told where the
// organisation claims the duty.
func (f *facts) pos(g gap) diag.Pos {
	if g.pos.File != "" {
		return g.pos
	}
	pos := f.at(g.spot)
	if pos.File == "" {
		pos.File = "data/organisation.yaml"
	}
	return pos
}

func (f *facts) at(s spot) diag.Pos {
	if s.record == nil || f.set.Of(s.record) == nil {
		return diag.Pos{}
	}
	return f.set.At(s.record, s.path)
}

// fileOf is the file in which a gap is closed.
func (f *facts) fileOf(g gap) string {
	if g.file != "" {
		return g.file
	}
	return f.pos(g).File
}

// hint says what to write, and where.
func (f *facts) hint(g gap) diag.Text {
	if g.write == "" {
		return g.advice
	}
	todo := diag.Say("%s:\n%s", "%s:\n%s", coverage.Instead(f.where(g), skeleton.Modelled(g.write, f.fileOf(g)), skeleton.Claiming(g.write, f.fileOf(g))), f.written(g))
	if g.advice.IsZero() {
		return todo
	}
	return diag.Say("%s – %s", "%s – %s", g.advice, todo)
}

// where names the file in which a gap is closed, and the line at which fields
// belong that stand within others.
func (f *facts) where(g gap) diag.Text {
	folder, unnamed := strings.CutSuffix(g.file, "…")
	switch {
	case unnamed:
		return diag.Say("skriv en ny fil i %s", "write a new file in %s", folder)
	case g.file != "":
		return diag.Say("skriv en ny fil, %s", "write a new file, %s", g.file)
	case within(formOf(g), g.path, g.write):
		return diag.Say("skriv i %s vid rad %d", "write in %s at line %d", f.fileOf(g), f.pos(g).Line)
	}
	return diag.Say("skriv i %s", "write in %s", f.fileOf(g))
}

// within tells whether a skeleton is of fields that stand within others, rather
// than at the top of their file.
func within(at skeleton.Form, path, write string) bool {
	end := strings.IndexAny(path, ".[")
	if end < 0 || strings.HasPrefix(write, path[:end]+":") {
		return false
	}
	key, _, _ := strings.Cut(write, ":")
	for n := len(at.Groups); n > 0; n-- {
		if _, ok := record.FieldAt(at.Kind, append(slices.Clone(at.Groups[:n]), key)...); ok {
			return true
		}
	}
	_, top := record.FieldAt(at.Kind, key)
	return !top
}

// lost tells whether a file of the folder in which something is missing could
// not be read.
func (f *facts) lost(file string) bool {
	for _, k := range record.Kinds() {
		if k.Folder != "" && len(file) > len(k.Folder)+6 && file[5:5+len(k.Folder)] == k.Folder {
			return f.set.Lost(k.Name)
		}
	}
	return false
}
