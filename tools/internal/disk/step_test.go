package disk

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// failing lets the nth deed fail, counted from 0, and tells whether it came to that.
func failing(t *testing.T, n int, with error) (fired *bool) {
	t.Helper()
	if Step != nil {
		t.Fatal("two at once")
	}
	fired = new(bool)
	var one sync.Mutex // a tree is written by many at once
	Step = func(what Deed, _ string) error {
		if what == Locked {
			return nil // no file is touched
		}
		one.Lock()
		defer one.Unlock()
		if n--; n == -1 {
			*fired = true
			return with
		}
		return nil
	}
	t.Cleanup(func() { Step = nil })
	return fired
}

// Each writer of one file, at each thing that it does to the disk: the old bytes or the
// new ones, nothing in between, and nothing beside them.
func TestAFileThatCannotBeWrittenIsAsItWas(t *testing.T) {
	for name, tt := range map[string]struct {
		write    func(name string) error
		old, new string
	}{
		"create":           {func(name string) error { return Create(name, []byte("new")) }, "", "new"},
		"replace":          {func(name string) error { return Replace(name, []byte("new")) }, "old", "new"},
		"replace a file":   {func(name string) error { return Replace(name, []byte("new")) }, "", "new"},
		"append":           {func(name string) error { return Append(name, []byte("new")) }, "old", "oldnew"},
		"append to no one": {func(name string) error { return Append(name, []byte("new")) }, "", "new"},
	} {
		deeds := 0
		for ; ; deeds++ {
			files := map[string]string{"aside": "kept"}
			if tt.old != "" {
				files["f"] = tt.old
			}
			dir := lay(t, files)
			fired := failing(t, deeds, errBroken)
			err := tt.write(filepath.Join(dir, "f"))
			Step = nil
			if !*fired {
				if err != nil {
					t.Errorf("%s: %v", name, err)
				}
				break
			}
			got := found(t, dir)
			if got["f"] == tt.new { // the last deed makes it outlast a crash
				files["f"] = tt.new
			}
			if !errors.Is(err, errBroken) || !maps.Equal(got, files) {
				t.Errorf("%s, deed %d: %v, %v", name, deeds, got, err)
			}
		}
		if deeds < 5 {
			t.Errorf("%s: only %d deeds were seen", name, deeds)
		}
	}
}

// A writer that was killed leaves files that the next one clears away, and no other file.
func TestWhatAWriterLeavesGoesWithTheNext(t *testing.T) {
	dir := lay(t, map[string]string{"f": "old", ".f.tillit-1": "half", ".f.tillit-lock": "", ".g.tillit-1": "kept", ".f.tillit-2/": ""})
	if err := Replace(filepath.Join(dir, "f"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	equal(t, dir, map[string]string{"f": "new", ".g.tillit-1": "kept", ".f.tillit-2/": ""})
}

// Where the system cannot rename without replacing, a second name does it, and where the
// disk has none of those, a look before.
func TestLinkNew(t *testing.T) {
	for name, link := range map[string]func(from, to string) error{
		"linked":  os.Link,
		"renamed": func(_, _ string) error { return errBroken },
	} {
		dir := lay(t, map[string]string{"from": "text", "there": "kept"})
		from := filepath.Join(dir, "from")
		if err := linkNew(from, filepath.Join(dir, "there"), link); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v", name, err)
		}
		if err := linkNew(from, filepath.Join(dir, "to"), link); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		equal(t, dir, map[string]string{"to": "text", "there": "kept"})
	}
}

// A folder that cannot be settled is not there; where it can no more be taken back, that
// is said.
func TestSettleIsUndoneWhereItDoesNotLast(t *testing.T) {
	var deeds []Deed
	for n := 0; ; n++ {
		dir := lay(t, nil)
		made := fresh(t, dir, File{Path: "a", Data: []byte("new")})
		var seen []Deed
		Step = func(what Deed, name string) error {
			if seen = append(seen, what); what == Synced || n == 1 && len(seen) > 2 {
				return errBroken
			}
			return nil
		}
		err := Settle(made, filepath.Join(dir, "place"))
		Step = nil
		deeds = append(deeds, seen...)
		var later *AfterError
		want := map[string]string{filepath.Base(made) + "/a": "new"}
		if n == 1 {
			want = map[string]string{"place/a": "new"}
		}
		if !errors.Is(err, errBroken) || errors.As(err, &later) != (n == 1) {
			t.Errorf("%d: %v (%T)", n, err, err)
		}
		equal(t, dir, want)
		if n == 1 {
			break
		}
	}
	if !slices.Equal(deeds, []Deed{Renamed, Synced, Renamed, Renamed, Synced, Renamed}) {
		t.Errorf("it did %q", deeds)
	}
}

// A swap fails before the new folder is in place, or says that it is there.
func TestSwapTellsWhetherTheNewFolderIsThere(t *testing.T) {
	for _, way := range []error{nil, errors.ErrUnsupported} {
		for n := 0; ; n++ {
			dir := lay(t, map[string]string{"place/a": "old"})
			place := filepath.Join(dir, "place")
			made := fresh(t, dir, File{Path: "b", Data: []byte("new")})
			fired := false
			Step = func(what Deed, name string) error {
				switch n--; {
				case n == -1:
					fired = true
					return errBroken
				case what == Exchanged:
					return way
				}
				return nil
			}
			at := n
			err := Swap(made, place, may)
			Step = nil
			var later *AfterError
			_, live := found(t, place)["b"]
			switch {
			case !fired && err != nil, fired && !errors.Is(err, errBroken), fired && errors.As(err, &later) != live:
				t.Errorf("%v, deed %d: the new folder is there: %t; %v (%T)", way, at, live, err, err)
			}
			if n = at; !fired {
				break
			}
		}
	}
}

// What is spread is all there, or nothing of it is.
func TestSpread(t *testing.T) {
	for n := 0; ; n++ {
		dir := lay(t, map[string]string{"lost+found/": ""})
		made, err := Fresh(dir, ".t-")
		if err != nil {
			t.Fatal(err)
		}
		if err := WriteTree(made, []File{{Path: "a/b", Data: []byte("1")}, {Path: "c", Data: []byte("2")}, {Path: "d/e", Data: []byte("3")}}); err != nil {
			t.Fatal(err)
		}
		fired := failing(t, n, errBroken)
		err = Spread(made)
		Step = nil
		var later *AfterError
		got := found(t, dir)
		maps.DeleteFunc(got, func(name, _ string) bool { return strings.HasPrefix(name, ".t-") })
		all := maps.Equal(got, map[string]string{"lost+found/": "", "a/b": "1", "c": "2", "d/e": "3"})
		none := maps.Equal(got, map[string]string{"lost+found/": ""})
		switch {
		case !*fired:
			if err != nil || !all {
				t.Errorf("%v, %v", got, err)
			}
			return
		case errors.As(err, &later) && !all, !errors.As(err, &later) && !none:
			t.Errorf("deed %d: %v, %v", n, got, err)
		}
	}
}

// A hold is one of the file that lies there: who had it open from before has nothing.
func TestAHoldIsOfTheFileThatLiesThere(t *testing.T) {
	dir := lay(t, map[string]string{".lock": "x"})
	file := filepath.Join(dir, ".lock")
	looked := 0
	Step = func(what Deed, name string) error {
		if what == Locked {
			if looked++; looked == 1 { // who had it removes it, and another takes its place
				return errors.Join(os.Remove(name), os.WriteFile(name, nil, 0o644))
			}
		}
		return nil
	}
	defer func() { Step = nil }()
	h, err := take(file)
	if err != nil || h == nil {
		t.Fatal(h, err)
	}
	if _, err := Take(t.Context(), "x", file, Waiting{}); err == nil {
		t.Error("two have it")
	}
	if err := h.Release(); err != nil {
		t.Error(err)
	}
	equal(t, dir, map[string]string{})
}
