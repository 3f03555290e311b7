package cli

import (
	"bufio"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
)

// answer is what somebody says of a change of which facts do not tell what it is.
type answer struct {
	question center.Question
	kind     string
}

// kinds are the words by which a question is answered.
func kinds() []string {
	var list []string
	for _, c := range center.Answers() {
		list = append(list, c.Code)
	}
	return list
}

// answers are those that were given as record=kind and, at a terminal, to what is asked
// of the rest. What nobody answers counts as a change that widens, and is said.
func (a *app) answers(issue *center.Issue, given []string, yes bool) ([]answer, error) {
	questions := issue.Questions()
	var list []answer
	for _, g := range given {
		name, kind, _ := strings.Cut(g, "=")
		if !slices.Contains(kinds(), kind) {
			return nil, a.usage("--answer %q: skriv post=slag, där slaget är något av %s", "--answer %q: write record=kind, where the kind is one of %s", g, strings.Join(kinds(), ", "))
		}
		i := slices.IndexFunc(questions, func(q center.Question) bool { return q.Record == name })
		if i < 0 {
			return nil, a.usage("--answer %q: om %s ställs ingen fråga", "--answer %q: nothing is asked of %s", g, name)
		}
		list = append(list, answer{questions[i], kind})
		questions = slices.Delete(questions, i, i+1)
	}
	for _, q := range questions {
		a.put(q)
		if yes {
			fmt.Fprintf(a.out, a.say("    utan svar räknas det som en ändring; svara med --answer %s=slag\n", "    without an answer it counts as a change; answer by --answer %s=kind\n"), q.Record)
			continue
		}
		kind, err := a.choose()
		if err != nil {
			return nil, err
		}
		list = append(list, answer{q, kind})
	}
	return list, nil
}

// put writes a question, with what was and what is.
func (a *app) put(q center.Question) {
	fmt.Fprintf(a.out, "\n%s:\n", q.Words().In(a.lang))
	for _, f := range q.Asks() {
		fmt.Fprintf(a.out, "    %s\n", strings.Join(strings.Fields(f.Line(a.lang)), " "))
	}
}

// choose lets a person at a terminal pick the answer by its number; the first is that
// of who only presses return.
func (a *app) choose() (string, error) {
	all := center.Answers()
	for i, c := range all {
		fmt.Fprintf(a.out, "    %d %s\n", i+1, diag.Text{SV: c.Name.SV, EN: c.Name.EN}.In(a.lang))
	}
	for {
		line, err := a.line(fmt.Sprintf(a.say("Vad är det? [1–%d, 1] ", "What is it? [1–%d, 1] "), len(all)))
		if err != nil {
			return "", err
		}
		if line == "" {
			return all[0].Code, nil
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(all) {
			return all[n-1].Code, nil
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
	if err != nil {
		return "", err
	}
	return strings.ToLower(strings.TrimSpace(line)), nil
}
