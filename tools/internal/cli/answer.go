package cli

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tillit/tools/internal/center"
)

func (a *app) answerFlag(cmd *cobra.Command) {
	cmd.Flags().StringArray("answer", nil, a.say("vad en ändring är, som post=slag; slagen är ", "what a change is, as record=kind; the kinds are ")+center.AnswerCodes())
}

// given are the answers that stand on the command line.
func given(cmd *cobra.Command) []string {
	list, _ := cmd.Flags().GetStringArray("answer") // its flag is there
	return list
}

// answers are those that were given as record=kind and, at a terminal, to what is asked
// of the rest. What nobody answers counts as a change that widens, and is said.
func (a *app) answers(issue *center.Issue, words []string, yes bool) ([]center.Answer, error) {
	questions := issue.Questions()
	var list []center.Answer
	for _, g := range words {
		name, kind, _ := strings.Cut(g, "=")
		i := slices.IndexFunc(questions, func(q center.Question) bool { return q.Record == name })
		switch {
		case !center.IsAnswer(kind):
			return nil, a.usage("--answer %q: skriv post=slag, där slaget är något av %s", "--answer %q: write record=kind, where the kind is one of %s", g, center.AnswerCodes())
		case i < 0:
			return nil, a.usage("--answer %q: om %s ställs ingen fråga", "--answer %q: nothing is asked of %s", g, name)
		}
		list = append(list, center.Answer{Question: questions[i], Kind: kind})
		questions = slices.Delete(questions, i, i+1)
	}
	for _, q := range questions {
		fmt.Fprintf(a.out, "\n%s", q.Words(a.lang))
		if yes {
			fmt.Fprintf(a.out, a.say("    utan svar räknas det som en ändring; svara med --answer %s=slag\n", "    without an answer it counts as a change; answer by --answer %s=kind\n"), q.Record)
			continue
		}
		kind, err := a.choose()
		if err != nil {
			return nil, err
		}
		list = append(list, center.Answer{Question: q, Kind: kind})
	}
	return list, nil
}

// choose lets a person at a terminal pick the answer by its number.
func (a *app) choose() (string, error) {
	fmt.Fprint(a.out, center.Menu(a.lang))
	for {
		line, err := a.line(fmt.Sprintf(a.say("Vad är det? [1–%d, 1] ", "What is it? [1–%d, 1] "), len(center.Answers())))
		if kind, ok := center.Chosen(line); ok || err != nil {
			return kind, err
		}
	}
}

// line puts a question and returns what is written on the line after it.
func (a *app) line(question string) (string, error) {
	fmt.Fprint(a.out, question)
	if a.typed == nil {
		a.typed = bufio.NewReader(a.in)
	}
	line, err := a.typed.ReadString('\n')
	return strings.ToLower(strings.TrimSpace(line)), err
}
