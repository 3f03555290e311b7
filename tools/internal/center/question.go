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

// Answers are the kinds by which a question is answered.
func Answers() []value.Choice { return value.Choices("change-kind") }

// Answer writes the answer to a question into data/changes, where it stands for good, and
// returns the name of the file.
func (i *Issue) Answer(q Question, kind string) (string, error) {
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

// Words puts the question, and what stands for an answer to it.
func (q Question) Words() diag.Text {
	kind, _ := record.KindOf(q.Change.Kind)
	return diag.Say("uppgifterna räcker inte för att säga vad som har hänt med %s", "facts do not tell what has happened to %s",
		diag.Text{SV: kind.Word.SV + " " + q.Change.Name.SV, EN: kind.Word.EN + " " + q.Change.Name.EN})
}
