package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
)

// An acceptance is a difference that is meant: where, what, and why.
type acceptance struct {
	pattern, reason string
	where           *regexp.Regexp
	from            *regexp.Regexp // what the base's text has in place of to; nil accepts any difference
	to              []byte
	both            bool // from is made to in the new text as well: what it finds may differ
}

var substitution = regexp.MustCompile(`^[sm][/,|]`)

// readAccepted reads lines of a pattern, a substitution, a mask or none, and a reason,
// with two spaces between.
func readAccepted(name string) ([]acceptance, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var list []acceptance
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		a, err := parseAcceptance(line)
		if err != nil {
			return nil, fmt.Errorf("%s: %q: %w", name, line, err)
		}
		list = append(list, a)
	}
	return list, nil
}

func parseAcceptance(line string) (acceptance, error) {
	var a acceptance
	var rest string
	a.pattern, rest, _ = strings.Cut(line, "  ")
	a.reason = strings.TrimSpace(rest)
	a.where = regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(a.pattern), `\*`, ".*") + "$")
	if change, reason, _ := strings.Cut(a.reason, "  "); substitution.MatchString(change) {
		parts := strings.Split(change, change[1:2])
		if a.both = parts[0] == "m"; a.both {
			parts = slices.Insert(parts, 2, "")
		}
		if len(parts) != 4 || parts[3] != "" {
			return a, fmt.Errorf("a substitution is s/FROM/TO/, and a mask m/WHAT/")
		}
		var err error
		if a.from, err = regexp.Compile(parts[1]); err != nil {
			return a, err
		}
		a.to, a.reason = []byte(parts[2]), strings.TrimSpace(reason)
	}
	if a.reason == "" {
		return a, fmt.Errorf("there is no reason after two spaces")
	}
	return a, nil
}

// excuse returns the acceptances that hold for a difference: one that accepts any, or
// those that make one text of the two together, each at work on what the ones before
// it left.
func excuse(accepted []acceptance, d difference) []int {
	var hold []int
	old, now := d.old, d.now
	for i, a := range accepted {
		if !a.where.MatchString(d.path) {
			continue
		}
		if a.from == nil {
			return []int{i}
		}
		made, left := a.from.ReplaceAll(old, a.to), now
		if a.both {
			left = a.from.ReplaceAll(now, a.to)
		}
		if !bytes.Equal(made, old) || !bytes.Equal(left, now) {
			hold = append(hold, i)
		}
		old, now = made, left
	}
	if d.old != nil && bytes.Equal(old, now) {
		return hold
	}
	return nil
}
