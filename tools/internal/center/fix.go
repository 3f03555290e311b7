package center

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/edit"
	"tillit/tools/internal/facts/value"
)

// Fix is what is to be mended of what a check finds.
type Fix struct {
	Concerns func(d diag.Diagnostic) bool // which findings are meant; nil for all
	Dry      bool                         // tell, and write nothing
}

// Mended is what has been mended, or would be, and what is left: what a check finds now,
// or would find but for what comes to light.
type Mended struct {
	diag.Repaired
	Diffs   []string // of files, by name, as git writes them; where nothing is written
	Written []string // names of files
}

// KnownRule tells whether there is a rule with a name, or else which was likely meant.
func KnownRule(id string) (near string, known bool) {
	if _, known := diag.RuleOf(rules, id); known {
		return "", true
	}
	var ids []string
	for _, r := range rules {
		ids = append(ids, r.ID)
	}
	return diag.Nearest(id, ids), false
}

// mostRounds is how often a site is judged anew, because a mended value shows what is
// wrong with another.
const mostRounds = 20

// Fix mends what needs no knowledge: what findings carry edits for. All edits of a file
// are made at once, or none; then the site is judged again, until nothing is left that
// could be mended. What it returns beside an error has been done.
func (c *Center) Fix(ctx context.Context, today value.Date, f Fix) (Mended, error) {
	m := Mended{Repaired: diag.Repaired{Dry: f.Dry}}
	for range mostRounds {
		found, err := c.Check(ctx, today)
		if err != nil {
			return m, err
		}
		m.Refused, m.Left = nil, slices.DeleteFunc(found.All(), func(d diag.Diagnostic) bool { return f.Concerns != nil && !f.Concerns(d) })
		written, err := c.mendFiles(&m)
		slices.SortStableFunc(m.Repairs, func(a, b diag.Repair) int { return strings.Compare(a.Of.Pos.File, b.Of.Pos.File) })
		if err != nil || len(written) == 0 {
			return m, err
		}
		c.Forget(written...)
	}
	return m, nil
}

// mendFiles mends the files of what is left once, and returns which it has written.
func (c *Center) mendFiles(m *Mended) (written []string, err error) {
	byFile := map[string]diag.List{}
	for _, d := range m.Left {
		of := map[string]diag.Diagnostic{}
		for _, e := range d.Edits {
			part, there := of[e.Pos.File]
			if !there {
				part = d
				part.Edits = nil
			}
			part.Edits = append(part.Edits, e)
			of[e.Pos.File] = part
		}
		for name, part := range of {
			byFile[name] = append(byFile[name], part)
		}
	}
	var done diag.List
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		list := byFile[name]
		before, after, repairs, err := c.mendFile(name, list)
		if err == nil && len(repairs) > 0 && !m.Dry {
			err = c.replace(name, before, after)
		}
		var no edit.Refused
		switch {
		case errors.As(err, &no):
			for _, d := range list {
				d.Hint = no.Why
				m.Refused = append(m.Refused, d)
			}
			continue
		case err != nil:
			return written, err
		case len(repairs) == 0:
			continue
		}
		if !m.Dry {
			written = append(written, name)
			if !slices.Contains(m.Written, name) {
				m.Written = append(m.Written, name)
			}
		} else {
			m.Diffs = append(m.Diffs, edit.Diff(name, before, after))
		}
		for _, r := range repairs {
			m.Repairs = append(m.Repairs, r)
			done = append(done, r.Of)
		}
	}
	if m.Dry {
		m.Left = slices.DeleteFunc(m.Left, func(d diag.Diagnostic) bool {
			return slices.ContainsFunc(done, func(o diag.Diagnostic) bool { return o.Rule == d.Rule && o.Pos == d.Pos && o.Message == d.Message })
		})
	}
	return written, nil
}

// mendFile is what a file holds and what it would hold once findings are mended.
func (c *Center) mendFile(name string, list diag.List) (before, after []byte, repairs []diag.Repair, err error) {
	before, err = c.current(name)
	if err != nil {
		return nil, nil, nil, err
	}
	var edits []diag.Edit
	for _, d := range list {
		edits = append(edits, d.Edits...)
	}
	after, made, err := edit.Apply(name, before, edits)
	if err != nil {
		return nil, nil, nil, err
	}
	if bytes.Equal(after, before) {
		return before, before, nil, nil
	}
	at := 0
	for _, d := range list {
		all := !slices.Contains(made[at:at+len(d.Edits)], false)
		at += len(d.Edits)
		if !all {
			continue
		}
		r := diag.Repair{Of: d}
		alone, _, err := edit.Apply(name, before, d.Edits)
		if err != nil {
			return nil, nil, nil, err
		}
		for _, l := range edit.Lines(before, alone) {
			if l.New {
				r.After = append(r.After, strings.TrimSpace(l.Text))
			} else {
				r.Before = append(r.Before, strings.TrimSpace(l.Text))
			}
		}
		repairs = append(repairs, r)
	}
	return before, after, repairs, nil
}

// current is what a file holds, which must be what was judged: a file that somebody saves
// in between is left to the next time.
func (c *Center) current(name string) ([]byte, error) {
	root, err := disk.OpenRoot(c.Dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	entry, err := root.Look(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, edit.Refused{Why: diag.Say("filen finns inte längre", "the file is no longer there")}
	} else if err != nil {
		return nil, err
	}
	if entry.Link {
		return nil, edit.Refused{Why: diag.Say("filen är en länk; rätta den fil som den leder till", "the file is a link; mend the file that it leads to")}
	}
	data, err := root.Read(name, mostOfAFile)
	if err != nil {
		return nil, err
	}
	layers, err := c.Layers()
	if err != nil {
		return nil, err
	}
	if f, ok := layers.Own[name]; ok && bytes.Equal(f.Data, data) || !ok && c.facts.Holds(entry) {
		return data, nil
	}
	return nil, changedMeanwhile()
}

// mostOfAFile is how many bytes a file may have that is mended.
const mostOfAFile = 16 << 20

func changedMeanwhile() error {
	return edit.Refused{Why: diag.Say("filen ändrades medan den kontrollerades; kör om", "the file was changed while it was checked; run it again")}
}

// replace writes a file that still holds what it held.
func (c *Center) replace(name string, before, after []byte) error {
	root, err := disk.OpenRoot(c.Dir)
	if err != nil {
		return err
	}
	defer root.Close()
	now, err := root.Read(name, mostOfAFile)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, before) {
		return changedMeanwhile()
	}
	return disk.Replace(filepath.Join(c.Dir, filepath.FromSlash(name)), after)
}
