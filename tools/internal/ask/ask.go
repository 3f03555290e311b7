// Package ask puts questions to a person at a terminal.
package ask

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
)

// Person is who is asked, in a language.
type Person struct {
	In   io.Reader
	Out  io.Writer
	Lang string

	typed *bufio.Reader // of In, once somebody is asked
}

// WrongError is an answer that answers no question. It holds the sentence.
type WrongError struct{ Text diag.Text }

func (e *WrongError) Error() string { return e.Text.EN }

// Line puts a question and returns what is written on the line after it, in lower case.
func (p *Person) Line(ctx context.Context, question string) (string, error) {
	fmt.Fprint(p.Out, question)
	if p.typed == nil {
		p.typed = bufio.NewReader(p.In)
	}
	line, err := disk.Await(ctx, func() (string, error) { return p.typed.ReadString('\n') })
	return strings.ToLower(strings.TrimSpace(line)), err
}

// Agrees puts a question that only yes answers.
func (p *Person) Agrees(ctx context.Context, question string) (bool, error) {
	answer, err := p.Line(ctx, question)
	return err == nil && (answer == "j" || answer == "ja" || answer == "y" || answer == "yes"), err
}

// Answers are those that were given as record=kind and, of who can be asked, to what is
// asked of the rest. What nobody answers counts as a change that widens, and is said.
func (p *Person) Answers(ctx context.Context, issue *center.Issue, given []string, silent bool) ([]center.Answer, error) {
	questions := issue.Questions()
	var list []center.Answer
	for _, g := range given {
		name, kind, _ := strings.Cut(g, "=")
		i := slices.IndexFunc(questions, func(q center.Question) bool { return q.Record == name })
		switch {
		case !center.IsAnswer(kind):
			return nil, &WrongError{diag.Say("--answer %q: skriv post=slag, där slaget är något av %s", "--answer %q: write record=kind, where the kind is one of %s", g, center.AnswerCodes())}
		case i < 0:
			return nil, &WrongError{diag.Say("--answer %q: om %s ställs ingen fråga", "--answer %q: nothing is asked of %s", g, name)}
		}
		list = append(list, center.Answer{Question: questions[i], Kind: kind})
		questions = slices.Delete(questions, i, i+1)
	}
	for _, q := range questions {
		fmt.Fprintf(p.Out, "\n%s", q.Words(p.Lang))
		if silent {
			fmt.Fprint(p.Out, diag.Say("    utan svar räknas det som en ändring; svara med --answer %s=slag\n", "    without an answer it counts as a change; answer by --answer %s=kind\n", q.Record).In(p.Lang))
			continue
		}
		kind, err := p.choose(ctx)
		if err != nil {
			return nil, err
		}
		list = append(list, center.Answer{Question: q, Kind: kind})
	}
	return list, nil
}

// choose lets a person pick the answer by its number.
func (p *Person) choose(ctx context.Context) (string, error) {
	fmt.Fprint(p.Out, center.Menu(p.Lang))
	for {
		line, err := p.Line(ctx, diag.Say("Vad är det? [1–%d, 1] ", "What is it? [1–%d, 1] ", len(center.Answers())).In(p.Lang))
		if kind, ok := center.Chosen(line); ok || err != nil {
			return kind, err
		}
	}
}
