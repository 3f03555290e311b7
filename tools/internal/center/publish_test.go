package center_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

// beside are the names of what lies in a folder.
func beside(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// What was issued is laid beside the folder while the pages are made. It is published
// with them, wherever the files are then to go, and a build that fails leaves nothing.
func TestWhatWasIssuedIsLaidWhilePagesAreMade(t *testing.T) {
	dir := starter(t)
	c := open(t, dir)
	v := issue(t, c, "2026-11-28")
	for _, to := range []string{"public", "elsewhere"} {
		parent := t.TempDir()
		out := filepath.Join(parent, "public")
		files, list, err := c.Build(t.Context(), center.Order{Today: "2026-11-28", Out: out})
		if err != nil || list.Blocks() {
			t.Fatal(rules(list), err)
		}
		target := filepath.Join(parent, to)
		if err := c.Publish(t.Context(), files, target); err != nil {
			t.Fatal(err)
		}
		if got := beside(t, filepath.Join(target, "versions", v.ID)); len(got) == 0 {
			t.Error("nothing of what was issued is there")
		}
		if got := beside(t, parent); !slices.Equal(got, []string{to}) {
			t.Errorf("published to %s, there is %q", to, got)
		}
	}
	for name, render := range map[string]center.Renderer{
		"an error": func(context.Context, view.Order) ([]output.File, diag.List, error) {
			return nil, nil, errors.New("broken")
		},
		"a finding": func(context.Context, view.Order) ([]output.File, diag.List, error) {
			return nil, diag.List{diag.New("layout-missing", diag.Pos{}, diag.Say("x", "x"), diag.Text{})}, nil
		},
	} {
		parent := t.TempDir()
		c, err := center.Open(dir, program(render))
		if err != nil {
			t.Fatal(err)
		}
		if files, list, err := c.Build(t.Context(), center.Order{Today: "2026-11-28", Out: filepath.Join(parent, "public")}); files != nil || err == nil && !list.Blocks() {
			t.Fatalf("%s: %d files, %v", name, len(files), err)
		}
		if got := beside(t, parent); len(got) > 0 {
			t.Errorf("%s left %q", name, got)
		}
	}
}
