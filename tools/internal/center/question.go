package center

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
)

// Question is a change of which facts do not tell what it is: whether another name is
// another company, or more words are a larger task. Until it is answered it counts as
// one that widens.
type Question struct {
	Record string // as data/changes names it: recipients/puzzel
	Change change.Change
}

// Asks are the fields that the question is about, as they were and are.
func (q Question) Asks() []change.FieldChange {
	return slices.DeleteFunc(slices.Clone(q.Change.Fields), func(f change.FieldChange) bool {
		return !slices.Contains(q.Change.Asked, f.Path[0]) && !slices.Contains(q.Change.Asked, strings.Join(f.Path[:min(2, len(f.Path))], "."))
	})
}

// Questions are those that no file in data/changes has answered for the day of the
// version.
func (i *Issue) Questions() []Question {
	var list []Question
	for _, c := range i.Past.Since.On(i.Day).Records {
		kind, ok := record.KindOf(c.Kind)
		if len(c.Asked) == 0 || !ok {
			continue
		}
		name := c.ID
		if kind.Folder != "" {
			name = kind.Folder + "/" + c.ID
		}
		answered := slices.ContainsFunc(i.center.facts.Set.Changes, func(of *record.Change) bool {
			day := of.Effective
			return of.Kind != "" && day == i.Day && slices.Contains(of.Records, name)
		})
		if !answered {
			list = append(list, Question{name, c})
		}
	}
	return list
}

// Answer is what somebody says that a change is.
type Answer struct {
	Question Question
	Kind     string
}

// Answers are the kinds by which a question is answered.
func Answers() []value.Choice { return value.Choices("change-kind") }

// IsAnswer tells whether a word is one of them.
func IsAnswer(kind string) bool { return value.ValidChoice(kind, "change-kind") }

// AnswerCodes are the words for them, in one line.
func AnswerCodes() string {
	var list []string
	for _, c := range Answers() {
		list = append(list, c.Code)
	}
	return strings.Join(list, ", ")
}

// Menu are the answers, each with its number.
func Menu(lang string) string {
	text := ""
	for i, c := range Answers() {
		text += fmt.Sprintf("    %d %s\n", i+1, c.Name.In(lang))
	}
	return text
}

// Chosen is the answer with a number; the first is that of who writes none.
func Chosen(number string) (kind string, ok bool) {
	n, err := strconv.Atoi(number)
	if number == "" {
		n, err = 1, nil
	}
	if err != nil || n < 1 || n > len(Answers()) {
		return "", false
	}
	return Answers()[n-1].Code, true
}

// Keep writes an answer into data/changes, where it stands for good, and returns the name
// of the file.
func (i *Issue) Keep(a Answer) (string, error) {
	q, kind := a.Question, a.Kind
	var b strings.Builder
	title := q.Change.Sentence(i.Day, kind)
	fmt.Fprintf(&b, "records: [%s]\ntitle:\n", q.Record)
	for _, lang := range i.center.facts.Set.Organisation.Languages {
		fmt.Fprintf(&b, "  %s: %s\n", lang, strconv.Quote(title.In(lang)))
	}
	fmt.Fprintf(&b, "effective: %s\nkind: %s\n", i.Day, kind)
	base := strings.ReplaceAll(q.Change.ID, "/", "-") + "-" + string(i.Day)
	for n := 1; ; n++ {
		name := base
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		name = "data/changes/" + name + ".yaml"
		err := disk.Create(filepath.Join(i.center.Dir, filepath.FromSlash(name)), []byte(b.String()))
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		i.center.Forget("data")
		return name, err
	}
}

// Words puts the question, with what was and what is, a line each.
func (q Question) Words(lang string) string {
	kind, _ := record.KindOf(q.Change.Kind)
	about := diag.Text{SV: kind.Word.SV + " " + q.Change.Name.SV, EN: kind.Word.EN + " " + q.Change.Name.EN}
	text := diag.Say("uppgifterna räcker inte för att säga vad som har hänt med %s:\n", "facts do not tell what has happened to %s:\n", about).In(lang)
	for _, f := range q.Asks() {
		text += "    " + strings.Join(strings.Fields(f.Line(lang)), " ") + "\n"
	}
	return text
}
