// Package wording finds known mistakes of wording in the texts of records, in prose and
// on pages from elsewhere. Words prove nothing: no duty is met because a phrase was found.
package wording

import (
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// LintRule is what there is to say of a known mistake of wording.
type LintRule struct {
	diag.Rule
	Why    diag.Text // what is wrong with it; follows the phrase in a message
	Better diag.Text // what to write instead
}

// LintRules returns every lint of text, in the order in which they are listed.
func LintRules() []LintRule {
	rules := make([]LintRule, 0, len(Patterns())+2)
	for _, l := range Patterns() {
		if !l.shared {
			rules = append(rules, l.LintRule)
		}
	}
	rules = append(rules, denseText, longSentence)
	for i := range rules {
		rules[i].Group = "wording"
	}
	return rules
}

// Lint returns what is known to be wrong, or hard to read, in the texts of the
// records and in pages. A mistake that a page or a record makes several times is
// one finding with all its places. Words prove nothing: no duty is ever taken to
// be met because a phrase was found.
func Lint(set *record.Set, pages []prose.File, asOf value.Date) diag.List {
	return (&Memory{}).Lint(set, pages, asOf)
}

// lint finds out what Lint returns; of what is known nothing is found out.
func lint(r *reading, records []*record.Filed, pages []prose.File, known func(i int) (outcome, bool)) ([]outcome, diag.List) {
	outcomes := make([]outcome, len(records)+len(pages))
	disk.Each(len(outcomes), func(i int) {
		if o, ok := known(i); ok {
			outcomes[i] = o
		} else if i < len(records) {
			outcomes[i] = r.examine(prose.OfRecord(records[i]))
		} else {
			outcomes[i] = r.examine(pages[i-len(records)].Read())
		}
	})

	var list diag.List
	for _, o := range outcomes {
		list = append(list, o.found...)
	}
	list = append(list, r.pooled(outcomes[:len(records)])...)
	list.Sort()
	return outcomes, list
}

// reading is one run over the texts of a site.
type reading struct {
	ground
	lints []Pattern
	byID  map[string]int
	start triggers
	name  func(record.Record) diag.Text // what a record is called
}

// ground is all that a lint may ask of a site beside the text that it looks at.
type ground struct {
	asOf  value.Date
	names []string // of the controllers, in lower case
	aland bool     // the site is for people on Åland
	promised
	secured    bool // it is said what a transfer rests on
	activities []*record.Activity
}

func newReading(set *record.Set, asOf value.Date) *reading {
	r := &reading{ground: ground{asOf: asOf, activities: set.Activities, promised: promisedBy(set, asOf)}, lints: Patterns(), byID: numbers(), start: starts(), name: set.Called}
	for _, c := range set.Controllers {
		for _, name := range []string{c.LegalName, c.TradeName} {
			if name != "" {
				r.names = append(r.names, prose.Lowered(name))
			}
		}
		r.aland = r.aland || c.Address != nil && c.Address.Country == "AX"
	}
	for _, x := range set.Recipients {
		r.secured = r.secured || x.Transfers() && x.Transfer.Mechanism != ""
	}
	return r
}

// outcome is what is found in a document: findings, and the hits of lints of
// manner, which are counted for all records together.
type outcome struct {
	found diag.List
	hits  map[int][]hit
	words map[string]int // by language
}

// examine looks for every mistake in a document.
func (r *reading) examine(d *prose.Document) outcome {
	o := outcome{hits: map[int][]hit{}, words: map[string]int{}}
	byLint := map[int][]hit{}
	for _, p := range d.Passages {
		r.phrases(p, byLint)
		r.framed(p, byLint)
	}
	count := measure(d)
	for _, p := range d.Passages {
		o.words[p.Lang] += count.words[p.Index]
	}
	for i := range r.lints {
		l := &r.lints[i]
		hits := byLint[i]
		if l.find != nil {
			hits = append(l.find(r, d), hits...)
		}
		switch {
		case len(hits) == 0:
		case l.manner == nil:
			o.found = append(o.found, r.finding(l, r.called(d), hits))
		case d.Record != nil:
			o.hits[i] = hits
		case l.manner(r, hits, o.words[d.Lang]):
			o.found = append(o.found, r.finding(l, r.called(d), hits))
		}
	}
	o.found = append(o.found, r.readable(d, count)...)
	if d.Record == nil { // leaks finds those of a record
		o.found = append(o.found, r.leakOf(d)...)
	}
	return o
}

// pooled judges the manner of all records together, in each language.
func (r *reading) pooled(outcomes []outcome) diag.List {
	words := map[string]int{}
	for _, o := range outcomes {
		for lang, n := range o.words {
			words[lang] += n
		}
	}
	var list diag.List
	for i := range r.lints {
		byLang := map[string][]hit{}
		for _, o := range outcomes {
			for _, h := range o.hits[i] {
				byLang[h.p.Lang] = append(byLang[h.p.Lang], h)
			}
		}
		for lang, hits := range byLang {
			if l := &r.lints[i]; l.manner(r, hits, words[lang]) {
				list = append(list, r.finding(l, diag.Text{SV: "texten i data/", EN: "the text in data/"}, hits))
			}
		}
	}
	return list
}

// called is a document in words.
func (r *reading) called(d *prose.Document) diag.Text {
	switch {
	case d.Record != nil:
		t := r.name(d.Record.Value)
		if v, ok := d.Record.Value.(*record.Right); ok {
			t = record.TextOn(v)
		}
		return diag.Text{SV: diag.Clip(t.SV, diag.MostQuoted), EN: diag.Clip(t.EN, diag.MostQuoted)}
	case d.Title != "":
		return diag.Say("sidan %s", "the page %s", diag.Quote(d.Title))
	}
	return diag.Say("filen %s", "the file %s", diag.Quote(d.Name))
}

// shown is a hit within quotation marks.
func shown(h hit) string {
	return diag.Quote(strings.ReplaceAll(h.phrase(), string(prose.Object), "…"))
}

// finding says where a mistake stands: at the first place, and at all others.
func (r *reading) finding(l *Pattern, called diag.Text, hits []hit) diag.Diagnostic {
	first := hits[0]
	message := diag.Say("%s säger %s: %s", "%s says %s: %s", called, shown(first), l.Why)
	if more := len(hits) - 1; more > 0 {
		places := diag.Say("ett ställe", "one more place")
		if more > 1 {
			places = diag.Say("%d ställen", "%d more places", more)
		}
		message = diag.Say("%s säger %s, och liknande på %s till: %s", "%s says %s, and the like in %s: %s", called, shown(first), places, l.Why)
	}
	d := l.At(first.p.Pos(first.from, first.to), message, l.Better)
	for _, h := range hits[1:] {
		d.Related = append(d.Related, diag.Related{
			Pos:     h.p.Pos(h.from, h.to),
			Message: diag.Say("också här: %s", "here too: %s", shown(h)),
		})
	}
	return d
}
