package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// A job is a block of the plan over one site: command lines, run in order by each
// program in a fresh copy.
type job struct {
	name    string
	site    string // a folder, root or none; several with + between are laid over each other
	example *example
	lines   []string
}

// readPlan reads the blocks of the plan, and keeps the jobs whose name is wanted.
func readPlan(name string, wanted *regexp.Regexp) ([]job, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var jobs []job
	first := 0 // job of the block that is read
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			first = len(jobs)
			block, sites, _ := strings.Cut(line[1:], "]")
			for _, pattern := range strings.Fields(sites) {
				found, err := jobsOf(block, pattern)
				if err != nil {
					return nil, err
				}
				jobs = append(jobs, found...)
			}
		default:
			for i := first; i < len(jobs); i++ {
				jobs[i].lines = append(jobs[i].lines, each(line)...)
			}
		}
	}
	var kept []job
	for _, j := range jobs {
		if wanted.MatchString(j.name) {
			kept = append(kept, j)
		}
	}
	if len(kept) == 0 {
		return nil, errors.New("no block of the plan has that name")
	}
	return kept, nil
}

// jobsOf returns the jobs of a word in a block's head: docs:check means each example
// in docs/ that the check is run on, docs:merged all of them in one site.
func jobsOf(block, word string) ([]job, error) {
	command, ok := strings.CutPrefix(word, "docs:")
	if ok {
		all, err := readExamples()
		if err != nil {
			return nil, err
		}
		all = append(all, *merged(all))
		var jobs []job
		for i := range all {
			if e := &all[i]; e.command == command {
				jobs = append(jobs, job{name: block + "/" + e.rule, site: e.base, example: e})
			}
		}
		if len(jobs) == 0 {
			err = fmt.Errorf("docs/ has no example of %s", command)
		}
		return jobs, err
	}
	first, over, _ := strings.Cut(word, "+")
	found, err := filepath.Glob(first)
	if first == "root" || first == "none" {
		found = []string{first}
	}
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("the plan names %s, and there is no such site", word)
	}
	var jobs []job
	for _, site := range found {
		name := block + "/" + filepath.Base(site)
		if over != "" {
			name += "+" + filepath.Base(over)
			site += "+" + over
		}
		jobs = append(jobs, job{name: name, site: site})
	}
	return jobs, err
}

// braces are a shell's, with no space after a comma: where there is one, it is YAML.
var braces = regexp.MustCompile(`\{([^{},]*(?:,(?:[^{}, ][^{},]*)?)+)\}`)

// each writes a line out for every word in its braces.
func each(line string) []string {
	at := braces.FindStringSubmatchIndex(line)
	if at == nil {
		return []string{line}
	}
	var lines []string
	for word := range strings.SplitSeq(line[at[2]:at[3]], ",") {
		lines = append(lines, each(line[:at[0]]+word+line[at[1]:])...)
	}
	return lines
}

// copyTo makes a fresh copy of the job's site, and returns what it holds.
func (j job) copyTo(folder string) (tree, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	for site := range strings.SplitSeq(j.site, "+") {
		parts := []string{site + "/."}
		switch site {
		case "none":
			continue
		case "root":
			// Layouts, styles and words are the program's own: each brings those of its tree.
			parts = []string{"data", "content", "versions"}
		}
		if said, err := exec.Command("cp", append([]string{"-R"}, append(parts, folder)...)...).CombinedOutput(); err != nil {
			return nil, fmt.Errorf("%s: %w", said, err)
		}
	}
	if j.example != nil {
		if err := j.example.lay(folder); err != nil {
			return nil, err
		}
	}
	return readTree(folder)
}
