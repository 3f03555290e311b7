package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
)

// An acceptance is a difference that is meant: where, what, and why.
type acceptance struct {
	pattern, reason string
	where           *regexp.Regexp
	from            *regexp.Regexp // what the base's text has in place of to; nil accepts any difference
	to              []byte
}

var substitution = regexp.MustCompile(`^s[/,|]`)

// readAccepted reads lines of a pattern, a substitution or none, and a reason, with
// two spaces between.
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
		if len(parts) != 4 || parts[3] != "" {
			return a, fmt.Errorf("a substitution is s/FROM/TO/")
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

// excuse returns which acceptance holds for a difference, or -1.
func excuse(accepted []acceptance, d difference) int {
	for i, a := range accepted {
		if a.where.MatchString(d.path) && (a.from == nil || d.old != nil && bytes.Equal(a.from.ReplaceAll(d.old, a.to), d.now)) {
			return i
		}
	}
	return -1
}
