package wording

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/source"
	"tillit/tools/internal/rules/frame"
)

// lintFiles hold a lint each: what the law says of it, the sentences that it looks for,
// and sentences that must be found and must not. words.yaml has the words that several
// share.
//
//go:embed frames/*.yaml
var lintFiles embed.FS

// lintFile is a file of a lint. Its name is the id of the rule.
type lintFile struct {
	Law      string      `yaml:"law"`
	Severity string      `yaml:"severity"`
	Shared   bool        `yaml:"shared"` // the rule judges facts as well, and is told of there
	Title    lintText    `yaml:"title"`
	Why      lintText    `yaml:"why"`    // what is wrong with it; follows the phrase in a message
	Better   lintText    `yaml:"better"` // what to write instead
	Words    bySentences `yaml:"words"`
	Frames   framesOf    `yaml:"frames"`
}

type lintText struct {
	SV string `yaml:"sv"`
	EN string `yaml:"en"`
}

// bySentences are patterns that go by a name, by language.
type bySentences struct {
	SV map[string]string `yaml:"sv"`
	EN map[string]string `yaml:"en"`
}

type framesOf struct {
	Any []lintFrame `yaml:"any"` // in every language
	SV  []lintFrame `yaml:"sv"`
	EN  []lintFrame `yaml:"en"`
}

// lintFrame is a sentence that a lint looks for: the parts that it must have, in whatever
// order, and what makes it right.
type lintFrame struct {
	Says  string `yaml:"says"` // in words
	Who   string `yaml:"who"`
	Does  string `yaml:"does"`
	What  string `yaml:"what"`
	Whom  string `yaml:"whom"`
	Where string `yaml:"where"`
	When  string `yaml:"when"`
	Why   string `yaml:"why"`

	Heading string `yaml:"heading"`
	Row     string `yaml:"row"`
	Other   string `yaml:"other"`
	Unless  string `yaml:"unless"`
	Beside  string `yaml:"beside"`
	Under   string `yaml:"under"`

	Denied   string `yaml:"denied"` // right (it is so where nothing is said), also or only
	Headings bool   `yaml:"headings"`
	Asked    bool   `yaml:"asked"`
	Within   int    `yaml:"within"`
}

// framed is the table of frames of a language, and the lint of each.
type framed struct {
	book  *frame.Book
	lints []string
}

// frames are those of all lints, by language: sv, en and other. Each language is made
// ready when a text in it is first met.
var frames = map[string]func() framed{
	"sv":  sync.OnceValue(func() framed { return must(makeFrames("sv")) }),
	"en":  sync.OnceValue(func() framed { return must(makeFrames("en")) }),
	other: sync.OnceValue(func() framed { return must(makeFrames(other)) }),
}

// files are those of the lints, each read once, in the order of their names.
var files = sync.OnceValue(func() []namedLint { return must(readLints()) })

type namedLint struct {
	id string
	lintFile
}

// must gives what is part of the program, and what a test reads.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// untilCases is the part of a lint's file that the program needs. What follows is for
// tests and for who reads it.
func untilCases(data []byte) []byte {
	if i := bytes.Index(data, []byte("\nfound:")); i >= 0 {
		return data[:i+1]
	}
	return data
}

// readLint reads the file of a lint.
func readLint(name string) (lintFile, error) {
	var l lintFile
	data, err := lintFiles.ReadFile(name)
	if err != nil {
		return l, err
	}
	if _, found := source.ReadInto(name, untilCases(data), &l); len(found) > 0 {
		return l, fmt.Errorf("%s:%d: %s", found[0].Pos.File, found[0].Pos.Line, found[0].Message.EN)
	}
	return l, nil
}

func readLints() ([]namedLint, error) {
	names, err := lintFiles.ReadDir("frames")
	if err != nil {
		return nil, err
	}
	list := make([]namedLint, len(names))
	errs := make([]error, len(names))
	disk.Each(len(names), func(i int) {
		l, err := readLint(path.Join("frames", names[i].Name()))
		list[i], errs[i] = namedLint{strings.TrimSuffix(names[i].Name(), ".yaml"), l}, err
	})
	return list, errors.Join(errs...)
}

// makeFrames makes the table of a language.
func makeFrames(lang string) (framed, error) {
	var list []frame.Frame
	var lints []string
	sets := map[string][]string{}
	for _, l := range files() {
		for name, words := range l.Words.in(lang) {
			if l.id != "words" { // which all share
				name, words = l.id+"."+name, ownWords(l.id, words, l.Words.in(lang))
			}
			sets[name] = patterns(words)
		}
		for _, f := range l.Frames.in(lang) {
			list, lints = append(list, f.frame(l.id, l.Words.in(lang))), append(lints, l.id)
		}
	}
	book, err := frame.New(list, sets)
	if err != nil {
		return framed{}, fmt.Errorf("%s: %w", lang, err)
	}
	return framed{book, lints}, nil
}

func (b bySentences) in(lang string) map[string]string {
	switch lang {
	case "sv":
		return b.SV
	case "en":
		return b.EN
	}
	return nil
}

func (f framesOf) in(lang string) []lintFrame {
	switch lang {
	case "sv":
		return slices.Concat(f.SV, f.Any)
	case "en":
		return slices.Concat(f.EN, f.Any)
	}
	return f.Any
}

// frame is the frame with its own words by their full names.
func (f lintFrame) frame(id string, own map[string]string) frame.Frame {
	full := func(text string) []string { return patterns(ownWords(id, text, own)) }
	out := frame.Frame{
		Heading: full(f.Heading), Row: full(f.Row), Other: full(f.Other),
		Unless: full(f.Unless), Beside: full(f.Beside), Under: full(f.Under),
		Headings: f.Headings, Asked: f.Asked, Within: f.Within,
		Denial: map[string]frame.Denial{"also": frame.Also, "only": frame.Only}[f.Denied],
	}
	for _, s := range []struct{ name, text string }{{"who", f.Who}, {"does", f.Does}, {"what", f.What}, {"whom", f.Whom}, {"where", f.Where}, {"when", f.When}, {"why", f.Why}} {
		if s.text != "" {
			out.Slots = append(out.Slots, frame.Slot{Name: id + ": " + s.name, Patterns: full(s.text)})
		}
	}
	return out
}

// patterns are the patterns that a line holds, with a stroke between them.
func patterns(text string) []string {
	var list []string
	for p := range strings.SplitSeq(text, " / ") {
		if p = strings.TrimSpace(p); p != "" {
			list = append(list, p)
		}
	}
	return list
}

// ownWords are patterns with the words of the lint's own file by their full names.
func ownWords(id, text string, own map[string]string) string {
	for name := range own {
		text = strings.ReplaceAll(text, "<"+name+">", "<"+id+"."+name+">")
	}
	return text
}

// framed adds what the frames find in a passage to what the lints have found.
func (r *reading) framed(p *prose.Passage, hits map[int][]hit) {
	for _, lang := range []string{"sv", "en", other} {
		if b := base(p.Lang); b != lang && (b != "" || lang == other) {
			continue
		}
		table := frames[lang]()
		h := hit{p: p}
		t := frame.Text{Text: p.Lower, Bounds: h.bounds(), Heading: p.Section, Lead: p.Lead, Column: p.Column, Row: p.Row, Titles: p.Heading}
		if t.Lead == "" {
			t.Lead = about(p).In(lang)
		}
		for _, found := range table.book.Find(t) {
			i := r.byID[table.lints[found.Frame]]
			l := &r.lints[i]
			h := hit{p, found.From, found.To}
			if l.where != nil && !l.where(p) || l.facts && l.spare(r, h) || len(hits[i]) >= mostHits {
				continue
			}
			if slices.ContainsFunc(hits[i], func(o hit) bool { return o.p == p && o.from < h.to && h.from < o.to }) {
				continue // told by a phrase, or by another frame
			}
			hits[i] = append(hits[i], h)
		}
	}
}

// about is what the field of a record is about, which its text need not say.
func about(p *prose.Passage) diag.Text {
	switch {
	case kindOf(p) == "retention", strings.HasPrefix(p.Field, "duration"):
		return diag.Say("lagringstid", "retention")
	case strings.HasPrefix(p.Field, "purposes["):
		return diag.Say("ändamål", "purpose")
	}
	return diag.Text{}
}

// bounds are the ends of the sentences of the passage that a hit is in.
func (h hit) bounds() []int {
	h.split()
	ends := make([]int, 0, len(h.p.Spans))
	for _, s := range h.p.Spans {
		ends = append(ends, s.To)
	}
	return ends
}

// filed are the lints that have only a file.
func filed() []Pattern {
	var list []Pattern
	for _, l := range files() {
		if l.Severity == "" {
			continue // its words are in a file, and the rest of it is not
		}
		list = append(list, Pattern{where: claims, shared: l.Shared, LintRule: LintRule{
			Rule: diag.Rule{ID: l.id, Law: l.Law,
				Severity: map[string]diag.Severity{"error": diag.Error, "warning": diag.Warning, "info": diag.Info}[l.Severity],
				Title:    diag.Text(l.Title)},
			Why: diag.Text(l.Why), Better: diag.Text(l.Better),
		}})
	}
	return list
}

// lintCases are the sentences that a lint's file has for who reads it, and for tests.
type lintCases struct {
	Found  inLanguages `yaml:"found"`
	Silent inLanguages `yaml:"silent"`
}

type inLanguages struct {
	SV []string `yaml:"sv"`
	EN []string `yaml:"en"`
}

func (c inLanguages) in(lang string) []string {
	if lang == "sv" {
		return c.SV
	}
	return c.EN
}

func casesOf(id string) (lintCases, error) {
	var c lintCases
	name := path.Join("frames", id+".yaml")
	data, err := lintFiles.ReadFile(name)
	if err != nil {
		return c, err
	}
	if _, found := source.ReadInto(name, data[len(untilCases(data)):], &c); len(found) > 0 && len(untilCases(data)) < len(data) {
		return c, fmt.Errorf("%s: %s", name, found[0].Message.EN)
	}
	return c, nil
}

// Spoken is a sentence in English that the lint of a file must find, for docs; empty
// where the file has none, or where the rule judges facts as well.
func Spoken(id string) string {
	c, err := casesOf(id)
	if err != nil || len(c.Found.EN) == 0 || slices.ContainsFunc(files(), func(l namedLint) bool { return l.id == id && l.Shared }) {
		return ""
	}
	return c.Found.EN[0]
}
