package center

import (
	"context"
	"os"
	"path/filepath"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
)

// StateError is a name of a state that names none: where it is a day, no version
// applied on it.
type StateError struct {
	Name string
	Day  value.Date // "" where the name is no day
}

func (e *StateError) Error() string { return "no state is named " + e.Name }

// State is what the site said: in a version, on a day, in a site's folder, or now,
// which is named "". Findings are why that is not known.
func (c *Center) State(ctx context.Context, name string) (change.Snapshot, diag.List, error) {
	if name == "" {
		return c.now()
	}
	opened, list, err := c.Chain()
	if err != nil || list.Blocks() {
		return change.Snapshot{}, list, err
	}
	if v := opened.Find(name); v != nil {
		s, err := opened.Snapshot(v)
		return s, nil, err
	}
	if day := value.Date(name); day.Valid() {
		if v := opened.On(day); v != nil {
			s, err := opened.Snapshot(v)
			return s, nil, err
		}
		return change.Snapshot{}, nil, &StateError{name, day}
	}
	if info, err := os.Stat(filepath.Join(name, "data")); err != nil || !info.IsDir() {
		return change.Snapshot{}, nil, &StateError{Name: name}
	}
	other, err := c.At(name)
	if err != nil {
		return change.Snapshot{}, nil, err
	}
	return other.now()
}

// At is the center in another folder, opened once.
func (c *Center) At(dir string) (*Center, error) {
	if c.others[dir] == nil {
		other, err := Open(dir, c.program)
		if err != nil {
			return nil, err
		}
		if c.others == nil {
			c.others = map[string]*Center{}
		}
		c.others[dir] = other
	}
	return c.others[dir], nil
}

// now is what the site says. Records with errors cannot be compared: what they say
// is not known.
func (c *Center) now() (change.Snapshot, diag.List, error) {
	_, list, err := c.Records()
	if err != nil || list.Blocks() {
		return change.Snapshot{}, list, err
	}
	return c.Snapshot()
}

// Diff compares two states by their names, see State.
func (c *Center) Diff(ctx context.Context, from, to string, today value.Date) (change.Report, diag.List, error) {
	r := change.Report{From: from, To: to, AsOf: today}
	if to == "" {
		r.To = "data/"
	}
	before, list, err := c.State(ctx, from)
	if err != nil || list.Blocks() {
		return r, list, err
	}
	if r.After, list, err = c.State(ctx, to); err != nil || list.Blocks() {
		return r, list, err
	}
	day := today
	if of, _, ok := change.ParseID(to); ok {
		day = of
	}
	r.Difference = change.Diff(before, r.After).On(day)
	if days, ok := r.After.Records["organisation"]["organisation"]["notice_days"].(int); ok {
		r.NoticeDays = days
	}
	return r, nil, nil
}
