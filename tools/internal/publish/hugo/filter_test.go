package hugo_test

import (
	"fmt"
	"os"
	"path"
	"strings"
	"testing"

	"tillit/tools/internal/center"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/publish/view"
)

// built is the site of this repository, after a change of its records.
func built(t *testing.T, change func(*record.Set), in view.Input) map[string]string {
	t.Helper()
	set, _, err := record.Load(house)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(set)
	}
	in.Texts, in.Set, in.AsOf, in.BaseURL = textsOf(t, t.TempDir(), os.DirFS(house), set), set, "2026-11-21", "https://trust.example.com/a/"
	in.Render = hugo.Render
	files, list, err := center.Build(t.Context(), in)
	if err != nil || list.Blocks() {
		t.Fatalf("the site cannot be built: %v %v", err, list)
	}
	return asMap(files)
}

func TestAPartHasAPageThatNamesTheWholeList(t *testing.T) {
	files := built(t, nil, view.Input{})
	count := 0
	for name, text := range files {
		if !strings.HasPrefix(name, "underbitraden/") || path.Base(name) != "index.html" || name == "underbitraden/index.html" {
			continue
		}
		count++
		doc := parsed(t, text)
		rows, current, canonical := 0, "", ""
		for n := range doc.Descendants() {
			switch {
			case n.Data == "tr" && strings.HasPrefix(attr(n, "class"), "ti-recipient"):
				rows++
				if key := strings.Join(strings.Split(path.Dir(name), "/")[1:], "="); !strings.Contains(" "+attr(n, "data-keys")+" ", " "+key+" ") {
					t.Errorf("%s shows %q, whose keys are %q", name, attr(n, "id"), attr(n, "data-keys"))
				}
			case n.Data == "a" && attr(n, "aria-current") == "page":
				current += attr(n, "href")
			case n.Data == "link" && attr(n, "rel") == "canonical":
				canonical += attr(n, "href")
			case n.Data == "link" && attr(n, "hreflang") != "":
				t.Errorf("%s names another language, although another page is the one to find", name)
			}
		}
		if want := "https://trust.example.com/a/underbitraden/"; canonical != want {
			t.Errorf("%s: the canonical address is %q, want %q", name, canonical, want)
		}
		if want := "/a/" + path.Dir(name) + "/"; current != want {
			t.Errorf("%s: the active filter is %q, want %q", name, current, want)
		}
		if lead := fmt.Sprintf("%d av 9 underbiträden", rows); rows == 0 || !strings.Contains(text, lead) {
			t.Errorf("%s has %d rows and does not say %q", name, rows, lead)
		}
		if !strings.Contains(text, `<a href="/a/underbitraden/">`) {
			t.Errorf("%s does not lead back to the whole list", name)
		}
		if strings.Contains(files["sitemap.xml"], path.Dir(name)) {
			t.Errorf("%s stands in the sitemap", name)
		}
		if !strings.Contains(files["underbitraden/index.html"], `href="/a/`+path.Dir(name)+`/"`) {
			t.Errorf("the whole list does not lead to %s", name)
		}
	}
	if count < 10 {
		t.Errorf("there are %d pages only", count)
	}
	if _, ok := files["en/subprocessors/country/se/index.html"]; !ok {
		t.Error("a part has no page in English")
	}
}

func TestScriptsAreSmall(t *testing.T) {
	for _, script := range [][]string{{"fold", "filter"}, {"fold", "search"}, {"versions"}} {
		size := 0
		for _, name := range script {
			data, err := os.ReadFile(path.Join(house, "assets/js", name+".js"))
			if err != nil {
				t.Fatal(err)
			}
			size += len(data)
			for _, word := range []string{"localStorage", "sessionStorage", "cookie", "indexedDB", "innerHTML", "http:", "https:"} {
				if strings.Contains(string(data), word) {
					t.Errorf("%s.js says %s", name, word)
				}
			}
		}
		if size > 3000 {
			t.Errorf("the script %v has %d bytes", script, size)
		}
	}
}
