package wording

import (
	"os"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/facts/prose"
)

// TestSentences reads testdata/sentences.txt: a line is a language, the rule that
// must speak of a sentence, and the sentence. Where a dash stands for the rule,
// all rules must be silent. A sentence is the whole page, beside a heading and
// the name of the company.
func TestSentencesThatMustBeCaughtAndThoseThatAreRight(t *testing.T) {
	text, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	head := map[string]string{
		"sv": "# Integritetspolicy\n\nExempel AB, Storgatan 1, 111 11 Stockholm, ansvarar för uppgifterna.\n\n",
		"en": "# Privacy policy\n\nExempel AB, Storgatan 1, 111 11 Stockholm, is responsible for the data.\n\n",
	}
	speaks, silent := 0, 0
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		lang, rest, _ := strings.Cut(line, "|")
		rule, sentence, ok := strings.Cut(rest, "|")
		if !ok || head[lang] == "" {
			t.Fatalf("not a line of the table: %s", line)
		}
		sentence = strings.ReplaceAll(sentence, `\n`, "\n")
		var said []string
		for _, d := range Lint(nil, []prose.File{{File: "page.md", Lang: lang, Data: []byte(head[lang] + sentence + "\n")}}, "2026-11-28") {
			said = append(said, d.Rule)
		}
		switch {
		case rule == "-":
			silent++
			if len(said) > 0 {
				t.Errorf("%v of what is right: %s", said, sentence)
			}
		default:
			speaks++
			if !slices.Contains(said, rule) {
				t.Errorf("%s is silent, %v: %s", rule, said, sentence)
			}
		}
	}
	if speaks < 300 || silent < 150 {
		t.Errorf("only %d sentences that are wrong and %d that are right", speaks, silent)
	}
}
