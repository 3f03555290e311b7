package trial

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
)

// Rulebook is docs/rules/: a page for each group of rules, and on it a section for each
// rule. It is its folder.
type Rulebook string

// Section is what a page tells of one rule.
type Section struct {
	Page   string // the name of its file, without .md
	Rule   string // its heading
	Text   string // from the line after the heading to the next one
	Blocks []Block
}

// Block is a fenced block of a section: ```yaml data/measures/alarm.yaml.
type Block struct {
	Kind string // yaml, markdown, bytes, removed, …, text
	File string // what stands after the kind
	Body string
	From int // of the body, in the section's text
}

// Command is what prints the last block of the section, or "" when that is the check
// of the small site.
func (s Section) Command() string {
	if len(s.Blocks) == 0 {
		return ""
	}
	line, _, _ := strings.Cut(s.Blocks[len(s.Blocks)-1].Body, "\n")
	command, _ := strings.CutPrefix(line, "$ tillit ")
	if command == line {
		return ""
	}
	return command
}

// Printing is the text of the section with something else as its last block.
func (s Section) Printing(body string) string {
	last := s.Blocks[len(s.Blocks)-1]
	return s.Text[:last.From] + body + s.Text[last.From+len(last.Body):]
}

var (
	sectionHeading = regexp.MustCompile(`(?m)^## ([a-z0-9-]+)\n`)
	sectionBlock   = regexp.MustCompile("(?ms)^```([a-z-]+)(?: ([^\n]+))?\n(.*?)^```$")
)

// Pages are the texts of the pages that have sections, by name.
func (b Rulebook) Pages(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(string(b), "*.md"))
	if err != nil || len(names) == 0 {
		t.Fatal("there are no pages in ", b, err)
	}
	pages := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if sectionHeading.Match(data) {
			pages[strings.TrimSuffix(filepath.Base(name), ".md")] = string(data)
		}
	}
	return pages
}

// Sections are those of all pages, by page and in the order in which they stand.
func (b Rulebook) Sections(t *testing.T) []Section {
	t.Helper()
	var all []Section
	for page, text := range b.Pages(t) {
		_, sections := split(page, text)
		all = append(all, sections...)
	}
	slices.SortStableFunc(all, func(a, b Section) int { return cmp.Compare(a.Page, b.Page) })
	return all
}

// split takes the head of a page and its sections apart.
func split(page, text string) (head string, sections []Section) {
	at := sectionHeading.FindAllStringSubmatchIndex(text, -1)
	if len(at) == 0 {
		return text, nil
	}
	for i, h := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		s := Section{Page: page, Rule: text[h[2]:h[3]], Text: text[h[1]:end]}
		for _, f := range sectionBlock.FindAllStringSubmatchIndex(s.Text, -1) {
			block := Block{Kind: s.Text[f[2]:f[3]], Body: s.Text[f[6]:f[7]], From: f[6]}
			if f[4] >= 0 {
				block.File = s.Text[f[4]:f[5]]
			}
			s.Blocks = append(s.Blocks, block)
		}
		sections = append(sections, s)
	}
	return text[:at[0][0]], sections
}

// Put writes a section into its page, in place of the one that it has there or where it
// belongs by the alphabet. The page is read anew, since other tests write to it, too.
func (b Rulebook) Put(t *testing.T, page, rule, text string) {
	t.Helper()
	file := filepath.Join(string(b), page+".md")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, sections := split(page, string(data))
	section := Section{Rule: rule, Text: "\n" + strings.Trim(text, "\n") + "\n"}
	i, found := slices.BinarySearchFunc(sections, rule, func(s Section, rule string) int { return cmp.Compare(s.Rule, rule) })
	if found {
		sections[i] = section
	} else {
		sections = slices.Insert(sections, i, section)
	}
	out := strings.TrimRight(head, "\n") + "\n"
	for _, s := range sections {
		out += "\n## " + s.Rule + "\n" + strings.TrimRight(s.Text, "\n") + "\n"
	}
	if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Standing is what the table of rules has to say of a rule, as a section tells it.
func Standing(r diag.Rule) string {
	severity := r.Severity.String()
	if r.Milder && r.Severity == diag.Error {
		severity = "error or warning"
	}
	said := fmt.Sprintf("* Severity: %s\n", severity)
	if r.Law != "" {
		said += fmt.Sprintf("* Law: %s\n", r.Law)
	}
	if r.Mends {
		said += "* Mended by: `tillit fix`, where only one thing can be meant\n"
	}
	return said
}
