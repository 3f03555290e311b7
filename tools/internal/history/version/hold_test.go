package version

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/trial"
)

// A chain that was opened before somebody else issued a version, or took one away, is no
// ground to build on.
func TestFreezeBuildsOnTheHeadThatIsThere(t *testing.T) {
	for name, tt := range map[string]struct {
		meanwhile func(root string)
		want      string
	}{
		"another version": {func(root string) { issue(t, root, "2026-04-01", puzzel(t)) }, "the last version is now 2026-04-01"},
		"a version less":  {func(root string) { os.RemoveAll(filepath.Join(root, change.Folder, "2026-03-01.2")) }, "the last version is now 2026-03-01,"},
		"one in between":  {func(root string) { os.RemoveAll(filepath.Join(root, change.Folder, "2026-03-01")) }, "the last version is now 2026-03-01.2"},
		"no version":      {func(root string) { os.RemoveAll(filepath.Join(root, change.Folder)) }, "the version 2026-03-01.2 has gone"},
		"the same name":   {func(root string) { reissue(t, root) }, "the last version is now 2026-03-01.2"},
	} {
		root := chain(t)
		c := open(t, root)
		tt.meanwhile(root)
		_, err := c.Freeze(root, "2026-05-01", trial.Moment("2026-05-01"), puzzel(t), nil, nil)
		var refused Refusal
		if !errors.As(err, &refused) || !strings.Contains(refused.Text.EN, tt.want) || refused.Text.SV == refused.Text.EN {
			t.Errorf("%s: got %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(root, change.Folder, "2026-05-01")); err == nil {
			t.Errorf("%s: it was issued", name)
		}
	}
	root := t.TempDir()
	c := open(t, root)
	issue(t, root, "2026-04-01", puzzel(t))
	if _, err := c.Freeze(root, "2026-05-01", trial.Moment("2026-05-01"), puzzel(t), nil, nil); err == nil {
		t.Error("a second first version was issued")
	}
}

// reissue puts another last version in the place of the one that there is.
func reissue(t *testing.T, root string) {
	if err := os.RemoveAll(filepath.Join(root, change.Folder, "2026-03-01.2")); err != nil {
		t.Fatal(err)
	}
	issue(t, root, "2026-03-01", puzzel(t, "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P1M\n"))
}

// While versions/ is held nobody else issues, and who holds it does.
func TestFreezeHoldsTheVersions(t *testing.T) {
	root := chain(t)
	h, err := Hold(t.Context(), root, disk.Waiting{})
	if err != nil {
		t.Fatal(err)
	}
	var held *disk.HeldError
	if _, err := Hold(t.Context(), root, disk.Waiting{}); !errors.As(err, &held) {
		t.Errorf("a second hold: %v", err)
	}
	c := open(t, root)
	c.Hold = h
	if _, err := c.Freeze(root, "2026-05-01", trial.Moment("2026-05-01"), puzzel(t), nil, nil); err != nil {
		t.Error(err)
	}
	waited := make(chan error, 1)
	other := open(t, root)
	go func() {
		_, err := other.Freeze(root, "2026-06-01", trial.Moment("2026-06-01"), puzzel(t), nil, nil)
		waited <- err
	}()
	if err := h.Release(); err != nil {
		t.Fatal(err)
	}
	if err := <-waited; err != nil {
		t.Error(err)
	}
	intact(t, root, "2026-05-01", "2026-06-01")
	if left, _ := filepath.Glob(filepath.Join(root, change.Folder, ".[fl]*")); len(left) > 0 {
		t.Errorf("it left %v", left)
	}
}

// What lies on the disk is read again before it is issued.
func TestAVersionIsProvedBeforeItIsIssued(t *testing.T) {
	for name, spoil := range map[string]func(fresh string) error{
		"a byte": func(fresh string) error {
			return os.WriteFile(filepath.Join(fresh, "site/index.html"), []byte("x"), 0o644)
		},
		"a file less": func(fresh string) error { return os.Remove(filepath.Join(fresh, "data.json")) },
		"a file more": func(fresh string) error { return os.WriteFile(filepath.Join(fresh, "more"), nil, 0o644) },
		"no manifest": func(fresh string) error { return os.Remove(filepath.Join(fresh, manifestFile)) },
		"no name":     func(fresh string) error { return os.Remove(filepath.Join(fresh, versionFile)) },
	} {
		root := chain(t)
		home := filepath.Join(root, change.Folder)
		v := open(t, root).Find("2026-03-01")
		fresh := filepath.Join(home, ".freeze-1")
		if err := os.CopyFS(fresh, os.DirFS(filepath.Join(home, v.ID))); err != nil {
			t.Fatal(err)
		}
		if err := proved(fresh, v); err != nil {
			t.Errorf("%s: before that: %v", name, err)
		}
		if err := spoil(fresh); err != nil {
			t.Fatal(err)
		}
		if err := proved(fresh, v); err == nil {
			t.Errorf("%s: nothing was found", name)
		}
		other := *v
		other.Digest = "0"
		if err := proved(filepath.Join(home, v.ID), &other); err == nil {
			t.Errorf("another digest was meant")
		}
	}
}

// Whatever fails while a version is issued, at each thing that is done to the disk: it is
// not there, or it is there and whole and that is said; never a part, nor a part beside it.
func TestFreezeThatFailsAnywhereLeavesTheOldState(t *testing.T) {
	broken := errors.New("broken")
	defer func() { disk.Step = nil }()
	site := many()[:4]
	for n := 0; ; n++ {
		root := chain(t)
		c := open(t, root)
		fired, left := false, n
		var lock sync.Mutex
		disk.Step = func(what disk.Deed, _ string) error {
			lock.Lock()
			defer lock.Unlock()
			if what == disk.Locked {
				return nil
			}
			if left--; left == -1 {
				fired = true
				return broken
			}
			return nil
		}
		v, err := c.Freeze(root, "2026-04-01", trial.Moment("2026-04-01"), puzzel(t), []byte("[]\n"), site)
		disk.Step = nil
		if !fired {
			if err != nil || n < 20 {
				t.Errorf("after %d deeds: %v", n, err)
			}
			return
		}
		if v == nil {
			intact(t, root)
		} else {
			intact(t, root, "2026-04-01")
		}
		var later *disk.AfterError
		if issued := v != nil; err != nil && !errors.Is(err, broken) || issued && err != nil && !errors.As(err, &later) {
			t.Errorf("deed %d: issued: %t, %v", n, issued, err)
		}
		if left, _ := filepath.Glob(filepath.Join(root, change.Folder, ".[fl]*")); len(left) > 0 && v == nil {
			// What could not be removed goes with the next.
			if _, err := open(t, root).Freeze(root, "2026-05-01", trial.Moment("2026-05-01"), puzzel(t), nil, nil); err != nil {
				t.Errorf("deed %d left %v, and then: %v", n, left, err)
			}
		}
	}
}

// The version that gets its name is the one that lies on the disk.
func TestFreezeProvesWhatItIssues(t *testing.T) {
	root := chain(t)
	disk.Step = func(what disk.Deed, name string) error {
		if what == disk.Synced && strings.HasPrefix(filepath.Base(name), unsettled) {
			return os.WriteFile(filepath.Join(name, "site/index.html"), []byte("spoilt"), 0o644)
		}
		return nil
	}
	defer func() { disk.Step = nil }()
	v, err := open(t, root).Freeze(root, "2026-04-01", trial.Moment("2026-04-01"), puzzel(t), nil, many()[:2])
	var refused Refusal
	if v != nil || !errors.As(err, &refused) || !strings.Contains(refused.Text.EN, "2026-04-01/site/index.html: the file was altered") {
		t.Errorf("got %v, %v", v, err)
	}
	disk.Step = nil
	intact(t, root)
}
