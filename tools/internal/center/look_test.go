package center_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
	"tillit/tools/internal/trial"
)

// counting makes pages as plain does, and notes how often it was asked to. A file that
// holds "STOP" cannot be made into a page; a word within < > is said to be HTML, and one
// link within ( ) leads where it says.
func counting(times *int) center.Renderer {
	return func(ctx context.Context, o view.Order) ([]output.File, diag.List, error) {
		*times++
		var list diag.List
		stopped := false
		files, _, err := plain(ctx, o)
		for name, f := range o.Files {
			text := string(f.Data)
			if !f.Own || !strings.HasPrefix(name, "content/") && !strings.HasPrefix(name, "layouts/") {
				continue
			}
			if i := strings.Index(text, "STOP"); i >= 0 {
				line, column := diag.LineOf(f.Data, i)
				list, stopped = append(list, diag.New("prose-render", diag.Pos{File: name, Line: line, Column: column}, diag.Say("stopp", "stop"), diag.Text{})), true
			}
			if i := strings.Index(text, "<b>"); i >= 0 {
				line, column := diag.LineOf(f.Data, i)
				list = append(list, diag.New("prose-html", diag.Pos{File: name, Line: line, Column: column}, diag.Say("HTML", "HTML"), diag.Text{}))
			}
			if _, rest, ok := strings.Cut(text, "]("); ok {
				to, _, _ := strings.Cut(rest, ")")
				for i := range files {
					if strings.HasPrefix(files[i].Path, "om/") && strings.HasPrefix(name, "content/about/index.sv") {
						files[i].Data = []byte(strings.Replace(string(files[i].Data), "</main>", fmt.Sprintf("<a href=%q>x</a></main>", to), 1))
					}
				}
			}
		}
		if stopped {
			return nil, list, err
		}
		return files, list, err
	}
}

// What stops a build is said by check, all in one run, and nothing of it twice.
func TestCheckSaysWhatStopsABuild(t *testing.T) {
	const front = "---\ntitle: T\nslug: om\n---\n\n"
	about := func(text string) map[string]string {
		return map[string]string{"content/about/index.sv.md": front + text, "content/about/index.en.md": front + "{{< hosting >}}"}
	}
	for _, tt := range []struct {
		name  string
		files map[string]string
		want  []string // the rules of the errors, with their lines
		looks int      // how often check makes the pages
	}{
		{"nothing of its own", nil, nil, 0},
		{"a copy of the program's layout", map[string]string{"layouts/404.html": ""}, nil, 0},
		{"prose that is fine", about("{{< hosting >}}"), nil, 1},
		{"a stylesheet of its own", map[string]string{"assets/css/print.css": "a {}"}, nil, 1},
		{"a dead link", about("{{< hosting >}} [x](/inget/)"), []string{"link-broken 6"}, 1},
		{"a dead anchor on the page", about("{{< hosting >}}\n\n[x](#inget)"), []string{"link-broken 8"}, 1},
		{"HTML and a dead link", about("{{< hosting >}} <b>fet</b> [x](/inget/)"), []string{"link-broken 6", "prose-html 6"}, 1},
		{"a shortcode that does not exist, and a dead link", about("{{< hosting >}} {{< hostin >}}\n\n[x](/inget/)"), []string{"link-broken 8", "prose-shortcode 6"}, 1},
		{"one that has no end, and a dead link", about("{{< hosting >}} [x](/inget/)\n\n{{< name"), []string{"link-broken 6", "prose-shortcode 8"}, 1},
		{"a page that cannot be made, beside one with a dead link", map[string]string{
			"content/about/index.sv.md": front + "{{< hosting >}} [x](/inget/)", "content/about/index.en.md": front + "STOP {{< hosting >}}",
		}, []string{"link-broken 6", "prose-render 6"}, 2},
		{"a layout that cannot be made, and a dead link", map[string]string{
			"content/about/index.sv.md": front + "{{< hosting >}} [x](/inget/)", "content/about/index.en.md": front + "{{< hosting >}}", "layouts/404.html": "STOP",
		}, []string{"link-broken 6", "prose-render 1"}, 2},
		{"a file that takes the place of the program's", map[string]string{"static/robots.txt": "User-agent: *\n"}, []string{"address-owner 0"}, 1},
		{"a file where a page is", map[string]string{"static/om/index.html": "<!doctype html><html lang=sv><title>x</title><h1>x</h1>"}, []string{"page-twice 0"}, 1},
		{"a file that differs from a page in letter case", map[string]string{"static/Om/Index.html": "<!doctype html><html lang=sv><title>x</title><h1>x</h1>"}, []string{"page-twice 0"}, 1},
		{"what a page drops, and a dead link", about("[x](/inget/)"), []string{"link-broken 6"}, 1},
		{"facts with an error, and a dead link", map[string]string{
			"content/about/index.sv.md": front + "[x](/inget/)", "content/about/index.en.md": front + "Hello.", "data/measures/x.yaml": "title: {sv: X, en: X}\n",
		}, []string{"missing-field 1"}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := starter(t)
			for name, text := range tt.files {
				if text == "" {
					text = carriedFile(t, name)
				}
				write(t, dir, name, text)
			}
			looks := 0
			errors := func(list diag.List) []string {
				var all []string
				for _, d := range diag.Blocking(slices.Clone(list)) {
					if d.Rule != "page-drops" {
						all = append(all, fmt.Sprint(d.Rule, " ", d.Pos.Line))
					}
				}
				slices.Sort(all)
				return all
			}
			c, err := center.Open(dir, program(counting(&looks)))
			if err != nil {
				t.Fatal(err)
			}
			found, err := c.Check(t.Context(), "2026-11-28")
			if err != nil {
				t.Fatal(err)
			}
			got := slices.Compact(errors(found.All()))
			if diff := cmp.Diff(tt.want, got); diff != "" && len(tt.want)+len(got) > 0 || looks != tt.looks {
				t.Errorf("the pages were made %d times; -want +got:\n%s\n%s", looks, diff, strings.Join(trial.Briefs(found.All(), "en"), "\n"))
			}
			said := map[string]bool{}
			for _, d := range found.All() {
				if said[trial.Brief(d, "en")] {
					t.Errorf("told twice: %s", trial.Brief(d, "en"))
				}
				said[trial.Brief(d, "en")] = true
			}
			looks = 0
			_, list, err := c.Build(t.Context(), center.Order{Today: "2026-11-28"})
			if err != nil || list.Blocks() != (len(tt.want) > 0) || looks > max(tt.looks, 1) {
				t.Errorf("the build made the pages %d times and said %v %v", looks, rules(list), err)
			}
		})
	}
}

// Issuing and the preview make the pages anyway, once.
func TestOnlyCheckLooksAtPagesThatAreNotMade(t *testing.T) {
	dir, looks := starter(t), 0
	write(t, dir, "assets/css/print.css", "a {}")
	c, err := center.Open(dir, program(counting(&looks)))
	if err != nil {
		t.Fatal(err)
	}
	if _, list, err := c.Build(t.Context(), center.Order{Today: "2026-11-28", Preview: true}); err != nil || list.Blocks() || looks != 1 {
		t.Errorf("a preview made the pages %d times: %v %v", looks, rules(list), err)
	}
	if _, list, err := c.Issuable(t.Context(), "2026-11-28"); err != nil || list.Blocks() || looks != 1 {
		t.Errorf("to issue made the pages before it was to: %d %v %v", looks, rules(list), err)
	}
}

// carriedFile is a file of the program.
func carriedFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(house, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
