package trial

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
)

// Site is a site of two pages in two languages.
func Site(change map[string]string) folder.Tree {
	files := map[string]string{
		"content/_index.sv.md":      "---\ntitle: Hem\n---\nHej, {{< greeting >}}\n",
		"content/_index.en.md":      "---\ntitle: Home\n---\nHello\n",
		"content/about/index.sv.md": "---\ntitle: Om oss\nslug: om\n---\nOm **oss**\n\n## Värden {#varden}\n",
		"content/about/index.en.md": "---\ntitle: About\nslug: about\n---\nAbout us\n",
		"layouts/baseof.html":       `<!doctype html><html lang="{{ site.Language.Locale }}"><title>{{ .Title }}</title><body>{{ block "main" . }}{{ end }}</body></html>`,
		"layouts/home.html":         `{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ i18n "more" }}{{ end }}`,
		"layouts/page.html":         `{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}<a href="{{ site.Home.RelPermalink }}">{{ now.Format "2006-01-02T15:04 MST" }}</a>{{ end }}`,
		"layouts/404.html":          `{{ define "main" }}<h1>404</h1>{{ end }}`,
		"i18n/sv.json":              `{"more": "mer"}`,
		"i18n/en.json":              `{"more": "more"}`,
	}
	files["layouts/_shortcodes/greeting.html"] = "{{ site.Params.tillit.Greeting }}"
	files["layouts/_shortcodes/box.html"] = "{{ .Inner }}"
	maps.Copy(files, change)
	t := folder.Tree{}
	for name, data := range files {
		if data != "" {
			t[name] = folder.File{Data: []byte(data), Own: true}
		}
	}
	return t
}

// SwedishAndEnglish are the languages of Site.
var SwedishAndEnglish = []record.Language{{Tag: "sv", Label: "Svenska"}, {Tag: "en", Label: "English"}}

// Folder writes files below a new folder and returns it.
func Folder(t testing.TB, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, data := range files {
		full := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// SetOf reads a few records. Each file is given by its name below data/.
func SetOf(t testing.TB, files map[string]string) *record.Set {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys["data/"+name+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	if files["organisation"] == "" {
		fsys["data/organisation.yaml"] = &fstest.MapFile{Data: []byte("name: Prov\nlanguages: [sv, en]\n")}
	}
	set, list, err := record.LoadFS(fsys)
	if err != nil || len(list) > 0 {
		t.Fatalf("the records of the test cannot be read: %v %v", err, list)
	}
	return set
}

// Brief is a finding in one line, in the language given.
func Brief(d diag.Diagnostic, lang string) string {
	s := d.Pos.File
	if d.Pos.Line > 0 {
		s += fmt.Sprintf(":%d", d.Pos.Line)
	}
	if d.Pos.Column > 0 {
		s += fmt.Sprintf(":%d", d.Pos.Column)
	}
	s += " [" + d.Rule + "] " + d.Message.In(lang)
	if hint := d.Hint.In(lang); hint != "" {
		s += " → " + hint
	}
	return strings.TrimSpace(s)
}

// Briefs are findings in the order in which they are told, each in one line.
func Briefs(list diag.List, lang string) []string {
	list.Sort()
	var out []string
	for _, d := range list {
		out = append(out, Brief(d, lang))
	}
	return out
}
