package wording

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/trial"
)

// labelled is a text of a corpus, and the lints of which one must find it, or must not.
type labelled struct {
	id, lang string
	rules    []string
	hit      bool
	text     string
}

// corpus are the labelled texts of testdata/corpus.
func corpus(t *testing.T) []labelled {
	t.Helper()
	files, err := filepath.Glob("testdata/corpus/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	var list []labelled
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
			f := strings.Split(line, "\t")
			list = append(list, labelled{id: f[0], lang: f[1], rules: strings.Split(f[2], "/"), hit: f[3] == "hit", text: strings.ReplaceAll(f[5], `\n`, "\n")})
		}
	}
	return list
}

// score is how often a lint is right.
type score struct{ hits, found, silent, falsely int }

func (s *score) add(o score) {
	s.hits, s.found, s.silent, s.falsely = s.hits+o.hits, s.found+o.found, s.silent+o.silent, s.falsely+o.falsely
}

func (s score) String() string {
	part := func(n, of int) string {
		if of == 0 {
			return "    –"
		}
		return fmt.Sprintf("%5.2f", float64(n)/float64(of))
	}
	return fmt.Sprintf("%4d of %4d  recall %s   false %3d of %4d  precision %s", s.found, s.hits, part(s.found, s.hits), s.falsely, s.silent, part(s.found, s.found+s.falsely))
}

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// The corpus decides what the lints are worth: testdata/corpus/score.txt has what each
// finds of what it should, and of what it should not. A lint that falls shows there, and
// one that is wrong in more than one case of twenty is no error.
func TestTheCorpusDecides(t *testing.T) {
	byLint, all := map[string]*score{}, score{}
	for _, c := range corpus(t) {
		found := Lint(nil, []prose.File{{File: "page.md", Lang: c.lang, Data: []byte(c.text)}}, "2026-11-29")
		spoke := slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return slices.Contains(c.rules, d.Rule) })
		s := score{}
		if c.hit {
			s.hits = 1
			if spoke {
				s.found = 1
			} else {
				t.Logf("missed  %s %s: %q", strings.Join(c.rules, "/"), c.id, c.text)
			}
		} else {
			s.silent = 1
			if spoke {
				s.falsely = 1
				t.Logf("false   %s %s: %q", strings.Join(c.rules, "/"), c.id, c.text)
			}
		}
		name := strings.Join(c.rules, "/")
		if byLint[name] == nil {
			byLint[name] = &score{}
		}
		byLint[name].add(s)
		all.add(s)
	}
	var names []string
	for name := range byLint {
		names = append(names, name)
	}
	slices.Sort(names)
	var table strings.Builder
	for _, name := range names {
		fmt.Fprintf(&table, "%-45s %s\n", name, byLint[name])
	}
	fmt.Fprintf(&table, "%-45s %s\n", "all", all)
	trial.Golden(t, *update, "testdata/corpus/score.txt", []byte(table.String()))
	for _, l := range Patterns() {
		if s := byLint[l.ID]; s != nil && l.Severity == diag.Error && 100*s.falsely > 5*(s.found+s.falsely) {
			t.Errorf("%s is an error, and is wrong in %d of %d: make it a warning, or mend it", l.ID, s.falsely, s.found+s.falsely)
		}
	}
}
