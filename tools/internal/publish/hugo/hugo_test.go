package hugo_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/publish/view"
	"tillit/tools/internal/trial"
)

// facts stands in for the plan.
type facts struct {
	Name string
	Firm *firm
}

type firm struct{ City string }

func (f *facts) Greeting() string { return "Hej från " + f.Name }

func inputOf(files folder.Tree) view.Order {
	return view.Order{
		Files: files, Languages: trial.SwedishAndEnglish, Title: "Exempel", BaseURL: "https://example.com/trust/",
		Params: map[string]any{"tillit": &facts{Name: "Exempelbolaget"}},
		Today:  time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC),
	}
}

func rendered(t *testing.T, files folder.Tree) map[string]string {
	t.Helper()
	out, list, err := hugo.Render(t.Context(), inputOf(files))
	if err != nil || len(list) > 0 {
		t.Fatalf("render: %v %v", list, err)
	}
	got := map[string]string{}
	for _, f := range out {
		got[f.Path] = string(f.Data)
	}
	return got
}

func TestRenderWritesEachPageInEachLanguage(t *testing.T) {
	page := func(lang, title, body string) string {
		return fmt.Sprintf(`<!doctype html><html lang="%s"><title>%s</title><body><h1>%[2]s</h1>%s</body></html>`, lang, title, body)
	}
	want := map[string]string{
		"index.html":          page("sv", "Hem", "<p>Hej, Hej från Exempelbolaget</p>\nmer"),
		"en/index.html":       page("en", "Home", "<p>Hello</p>\nmore"),
		"om/index.html":       page("sv", "Om oss", "<p>Om <strong>oss</strong></p>\n<h2 id=\"varden\">Värden</h2>\n"+`<a href="/trust/">2026-11-21T00:00 UTC</a>`),
		"en/about/index.html": page("en", "About", "<p>About us</p>\n"+`<a href="/trust/en/">2026-11-21T00:00 UTC</a>`),
		"404.html":            `<!doctype html><html lang="sv"><title>404 Page not found</title><body><h1>404</h1></body></html>`,
		"en/404.html":         `<!doctype html><html lang="en"><title>404 Page not found</title><body><h1>404</h1></body></html>`,
	}
	if diff := cmp.Diff(want, rendered(t, trial.Site(nil))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// The caller's environment, time zone and number of processors change nothing.
func TestRenderIsTheSameEverywhere(t *testing.T) {
	want := rendered(t, trial.Site(nil))
	t.Setenv("TZ", "Pacific/Auckland")
	t.Setenv("LANG", "de_DE.UTF-8")
	t.Setenv("HUGO_TITLE", "of the caller")
	t.Setenv("HUGO_PARAMS_TILLIT", "of the caller")
	t.Setenv("HUGO_BASEURL", "https://caller.example/")
	defer func(zone *time.Location) { time.Local = zone }(time.Local)
	time.Local = time.FixedZone("far", 13*60*60)
	for _, n := range []int{1, 7} {
		before := runtime.GOMAXPROCS(n)
		got := rendered(t, trial.Site(nil))
		runtime.GOMAXPROCS(before)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("with %d processors: -want +got:\n%s", n, diff)
		}
	}
}

func TestRenderSeesNothingOutsideOfTheSite(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(secret, []byte("hemligt"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, call := range []string{
		fmt.Sprintf("readFile %q", secret),
		fmt.Sprintf("(readFile %q)", "../../../.."+secret),
		fmt.Sprintf("(resources.Get %q)", secret),
		`(os.ReadDir "/") | len`,
	} {
		got, list, err := hugo.Render(t.Context(), inputOf(trial.Site(map[string]string{"layouts/page.html": `{{ define "main" }}[{{ ` + call + ` }}]{{ end }}`})))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range got {
			if strings.Contains(string(f.Data), "hemligt") {
				t.Errorf("%s reached the secret", call)
			}
		}
		if len(list) == 0 && len(got) == 0 {
			t.Errorf("%s: neither files nor findings", call)
		}
	}
}

func TestRenderStopsWhenToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := hugo.Render(ctx, inputOf(trial.Site(nil))); err != context.Canceled {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
}

// Builds at the same time neither mix their words nor their findings.
func TestRenderKeepsBuildsApart(t *testing.T) {
	for i := range 6 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			title := fmt.Sprintf("Sida %d", i)
			files := trial.Site(map[string]string{"content/about/index.sv.md": "---\ntitle: " + title + "\nslug: om\n---\n"})
			if i%2 == 1 {
				files["layouts/page.html"] = folder.File{Data: []byte(`{{ define "main" }}{{ errorf "tillit|own-rule|fel ` + title + `|wrong" }}{{ end }}`)}
			}
			out, list, err := hugo.Render(t.Context(), inputOf(files))
			if err != nil {
				t.Fatal(err)
			}
			if i%2 == 1 {
				if len(list) != 1 || list[0].Message.SV != "fel "+title {
					t.Errorf("got findings %v", list)
				}
				return
			}
			for _, f := range out {
				if f.Path == "om/index.html" && !strings.Contains(string(f.Data), title) {
					t.Errorf("got %s", f.Data)
				}
			}
		})
	}
}
