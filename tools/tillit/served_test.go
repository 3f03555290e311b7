package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tillit"
	"tillit/tools/internal/center"
	"tillit/tools/internal/publish/hugo"
)

// Whatever somebody saves, what serve shows is what is built of the same files by a
// program that knows of nothing before: with the renderer that was made ready, or without.
func TestWhatIsServedIsWhatIsBuilt(t *testing.T) {
	dir := siteOf(t, 3)
	begin := func() *center.Center {
		c, err := center.Open(dir, center.Program{Files: tillit.Files, Render: hugo.Render, Version: "1"})
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	build := func(c *center.Center, again <-chan struct{}) map[string]string {
		t.Helper()
		files, list, err := c.Build(t.Context(), center.Order{BaseURL: "http://127.0.0.1:1313/", Today: suppliersDay, Preview: true, Again: again})
		if err != nil || list.Blocks() {
			t.Fatal(list, err)
		}
		all := map[string]string{}
		for _, f := range files {
			all[f.Path] = string(f.Data)
		}
		return all
	}
	edit := func(name, old, text string) string {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		was, err := os.ReadFile(file)
		if err == nil && !bytes.Contains(was, []byte(old)) {
			t.Fatalf("%s does not say %q", name, old)
		}
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, os.WriteFile(file, bytes.Replace(was, []byte(old), []byte(text), 1), 0o644))
		return name
	}
	served := begin()
	served.Forget()
	supplier := func(i int) string { return strings.TrimPrefix(filepath.ToSlash(supplierFile("", i)), "/") }
	for _, x := range []struct {
		what  string
		saved func() string
		shows string // on some page
	}{
		{"nothing", func() string { return supplier(0) }, "at site 00000"},
		{"a text", func() string { return edit(supplier(0), "at site 00000", "at site A") }, "at site A"},
		{"another", func() string { return edit(supplier(0), "at site A", "at site B") }, "at site B"},
		{"a place, which has a page of its own", func() string { return edit(supplier(1), "country: DE\nlocations", "country: FR\nlocations") }, "at site 00001"},
		{"the organisation", func() string { return edit("data/organisation.yaml", "name: ", "name: New ") }, "New "},
		{"a layout", func() string {
			return edit("layouts/_partials/page/reviewed.html", "", "<p>own layout {{ site.Params.tillit.Brand.Name }}</p>\n")
		}, "own layout New"},
		{"a style", func() string { return edit("assets/css/custom.css", "", "p { margin: 0 }\n") }, "margin: 0"},
		{"a text once more", func() string { return edit(supplier(0), "at site B", "at site C") }, "at site C"},
	} {
		served.Forget(x.saved())
		shown := make(chan struct{})
		got := build(served, shown)
		close(shown)
		time.Sleep(100 * time.Millisecond) // as a person does, in which the next is made ready
		if diff := cmp.Diff(build(begin(), nil), got); diff != "" {
			t.Errorf("after %s: -built +served\n%s", x.what, diff)
		}
		found := false
		for _, text := range got {
			found = found || strings.Contains(text, x.shows)
		}
		if !found {
			t.Errorf("after %s: no page says %q", x.what, x.shows)
		}
	}
}
