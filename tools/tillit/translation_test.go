package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"tillit/tools/internal/cli"
	"tillit/tools/internal/facts/source"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/rules/statute"
)

// madeUp is a language that nobody speaks, for BCP 47 keeps qaa for private use. It
// is written from right to left, and no library has a word of it.
const madeUp = "qaa-Hebr"

// refresh is in a page that leads to another address.
const refresh = `http-equiv="refresh"`

// TestAThirdLanguageNeedsNoProgramming follows docs/translation.md step by step,
// with a site that is complete in Swedish and English.
func TestAThirdLanguageNeedsNoProgramming(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{"data", "content", "assets"} {
		must(t, os.CopyFS(filepath.Join(root, dir), os.DirFS(filepath.Join("../..", dir))))
	}
	issueSite(t, root, asOf)
	printedBy(t, "new", "language", madeUp, "--dir", root)
	editFile(t, filepath.Join(root, "data/organisation.yaml"), "languages: [sv, en]", "languages: [sv, en, "+madeUp+"]")

	checked := func() string { return printedBy(t, "check", "--dir", root, "--lang", "en", "--as-of", asOf) }
	before := checked()
	for rule, atLeast := range map[string]int{"text-language": 100, "prose-untranslated": 10, "translation-missing": 1} {
		if n := strings.Count(before, "["+rule+"]\n"); n < atLeast {
			t.Errorf("before anything is translated the check has %d findings of the rule %s", n, rule)
		}
	}

	translateWords(t, filepath.Join(root, "i18n", madeUp+".yaml"))
	eachFile(t, filepath.Join(root, "content"), "."+madeUp+".md", func(data []byte) []byte { return translatedPage(string(data)) })
	eachFile(t, filepath.Join(root, "data"), ".yaml", func(data []byte) []byte { return translatedRecord(t, data) })
	if after := checked(); strings.Contains(after, "error:") || strings.Contains(after, "[translation-") {
		t.Fatalf("after the translation the check still says:\n%s", after)
	}

	issueSite(t, root, asOf)
	site, err := build("--dir", root)
	if err != nil {
		t.Fatal(err)
	}
	comparePages(t, site)
	compareFiles(t, site)
	names := properNames(t, filepath.Join(root, "data"))
	for _, a := range statute.Authorities() { // each is called what it calls itself
		for _, word := range english.FindAllString(a.LocalName, -1) {
			names[word] = true
		}
	}
	for name, data := range site {
		if strings.HasPrefix(name, strings.ToLower(madeUp)+"/") && strings.HasSuffix(name, ".html") && !bytes.Contains(data, []byte(refresh)) {
			t.Run(name, func(t *testing.T) { readTranslated(t, data, names) })
		}
	}
}

// TestTheCheckSaysWhatIsNotTranslated takes away a word and a page, and changes a
// text and a page in the main language only.
func TestTheCheckSaysWhatIsNotTranslated(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{"data", "content", "assets"} {
		must(t, os.CopyFS(filepath.Join(root, dir), os.DirFS(filepath.Join("../..", dir))))
	}
	issueSite(t, root, asOf)
	checked := func() string { return printedBy(t, "check", "--dir", root, "--lang", "en", "--as-of", asOf) }
	if said := checked(); strings.Contains(said, "[translation-") || strings.Contains(said, "[prose-") {
		t.Fatalf("before anything is changed:\n%s", said)
	}
	editFile(t, filepath.Join(root, "data/measures/backup.yaml"), "  sv: ", "  sv: Nytt. ")
	editFile(t, filepath.Join(root, "content/about/index.sv.md"), "\n---\n\n", "\n---\n\nNytt.\n\n")
	must(t, os.Remove(filepath.Join(root, "content/contact/index.en.md")))
	must(t, os.WriteFile(filepath.Join(root, "content/contact/index.en.md"), mustRead(t, filepath.Join(root, "content/contact/index.sv.md")), 0o644))
	said := checked()
	for _, want := range []string{
		`data/measures/backup.yaml:3:7: warning: the measure `,
		`has a new text in Swedish since the version 2026-11-21, but the text in English is the old one [translation-stale]`,
		`content/about/index.en.md: warning: the text of the page in Swedish was changed since the version 2026-11-21, but not the text in English [translation-stale]`,
		`content/contact/index.en.md: error: the text of the page is word for word the same in the languages "sv" and "en" [prose-untranslated]`,
	} {
		if !strings.Contains(said, want) {
			t.Errorf("the check does not say %q:\n%s", want, said)
		}
	}
}

func mustRead(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	must(t, err)
	return data
}

// issueSite gives out a version of a site.
func issueSite(t *testing.T, root, day string) {
	t.Helper()
	var said bytes.Buffer
	if cli.Main([]string{"freeze", "--dir", root, "--lang", "en", "--date", day, "--yes"}, strings.NewReader(""), &said, &said, hugo.Render) != 0 {
		t.Fatalf("the site cannot be issued:\n%s", &said)
	}
}

// comparePages sees to it that each page, list and feed in English is there in the
// third language.
func comparePages(t *testing.T, site files) {
	t.Helper()
	lang := strings.ToLower(madeUp)
	pages := 0
	for name := range site {
		var other string
		switch rest, ok := strings.CutPrefix(name, "en/"); {
		case ok && bytes.Contains(site[name], []byte(refresh)): // an older address
			continue
		case strings.HasPrefix(name, "data/v1/tilt-"): // a format that knows languages of two letters only
			continue
		case ok:
			other = lang + "/" + rest
			pages++
		case (strings.HasPrefix(name, "data/") || strings.HasPrefix(name, "feeds/")) && strings.Contains(name, ".en."):
			other = strings.Replace(name, ".en.", "."+madeUp+".", 1)
		default:
			continue
		}
		if _, ok := site[other]; !ok {
			t.Errorf("%s has no %s beside it", name, other)
		}
	}
	if pages < 20 {
		t.Errorf("there are only %d pages in English", pages)
	}
	if css := string(site["status/2026-11-21."+lang+".css"]); !strings.Contains(css, pseudo("This version has applied")) && !strings.Contains(css, pseudo("Older version")) {
		t.Errorf("the stylesheet about a version says %s", css)
	}
}

// compareFiles sees to it that what is published beside the pages speaks the third
// language: headings, titles, and the names of files.
func compareFiles(t *testing.T, site files) {
	t.Helper()
	for name, want := range map[string]string{
		"data/v1/subprocessors." + madeUp + ".csv-metadata.json": pseudo("Last day to object"),
		"data/v1/subprocessors." + madeUp + ".json":              pseudo("Sub-processors"),
		"feeds/changes." + madeUp + ".atom":                      pseudo("changes"),
		"feeds/subprocessors." + madeUp + ".ics":                 pseudo("Services concerned"),
	} {
		if !bytes.Contains(bytes.ReplaceAll(site[name], []byte("\r\n "), nil), []byte(want)) {
			t.Errorf("%s does not say %q", name, want)
		}
	}
	book, err := excelize.OpenReader(bytes.NewReader(site["data/v1/subprocessors."+madeUp+".xlsx"]))
	must(t, err)
	defer book.Close()
	rows, err := book.GetRows(pseudo("Sub-processors"))
	must(t, err)
	if !slices.Contains(rows[0], pseudo("Effective from")) {
		t.Errorf("the spreadsheet has the headings %v", rows[0])
	}
}

// english are words that a translation would have changed: four letters or more.
var english = regexp.MustCompile(`\b[A-Za-z][a-z]{3,}\b`)

// address is what is shown as it is: that of a page, a mailbox or a file.
var address = regexp.MustCompile(`https?://\S+|[\w.+-]+@[\w.-]+|[\w-]+(\.[\w-]+)+(/\S*)?|\.\w+`)

// properNames are the words of the facts that no language changes: names, places
// and codes, which are written once in a record.
func properNames(t *testing.T, dir string) map[string]bool {
	t.Helper()
	names := map[string]bool{"tillit": true, "Tillit": true, "Atom": true, "Feed": true, "Schema": true, // and of formats
		"unknown": true, "changed": true} // of a program that does not know its commit
	var walk func(n *source.Node)
	walk = func(n *source.Node) {
		if n.Field(madeUp) != nil {
			return
		}
		for _, word := range english.FindAllString(n.Value, -1) {
			names[word] = true
		}
		for _, c := range n.Content {
			walk(c)
		}
	}
	eachFile(t, dir, ".yaml", func(data []byte) []byte {
		walk(fragment(t, data))
		return data
	})
	return names
}

// readTranslated reads a page as its visitor would, and looks for what is still in
// another language without saying so.
func readTranslated(t *testing.T, data []byte, names map[string]bool) {
	page, err := html.Parse(strings.NewReader(ends.Replace(string(data))))
	if err != nil {
		t.Fatal(err)
	}
	read := func(where, text string) {
		for _, word := range english.FindAllString(address.ReplaceAllString(text, " "), -1) {
			if !names[word] {
				t.Errorf("%s: %q is not translated: %s", where, word, strings.Join(strings.Fields(text), " "))
			}
		}
	}
	own := 0 // links to the page in its own language
	for n := range page.Descendants() {
		if lang := attribute(n, "lang"); n.Type == html.ElementNode && n.Data == "html" && (lang != madeUp || attribute(n, "dir") != "rtl") {
			t.Errorf("the page says that it is in %q, from %q", lang, attribute(n, "dir"))
		}
		if attribute(n, "hreflang") == madeUp {
			own++
		}
		if inOtherLanguage(n) {
			continue
		}
		for _, name := range []string{"aria-label", "data-label", "placeholder", "title", "content"} {
			if attribute(n, "http-equiv") == "" && attribute(n, "name") != "viewport" && attribute(n, "name") != "color-scheme" && attribute(n, "name") != "robots" {
				read(n.Data+" "+name, attribute(n, name))
			}
		}
		if n.Type == html.TextNode {
			read(n.Parent.Data, n.Data)
		}
	}
	if own == 0 || !bytes.Contains(data, []byte(`hreflang="en"`)) {
		t.Error("the page does not lead to itself and to the other languages")
	}
}

// inOtherLanguage tells whether a part of a page says that it is in another
// language, or is in none.
func inOtherLanguage(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		switch lang := attribute(n, "lang"); {
		case n.Data == "script" || n.Data == "code", lang != "" && lang != madeUp:
			return true
		}
	}
	return false
}

// kept is what a translator leaves as it is: shortcodes, addresses, anchors,
// names of values, code and HTML entities.
var kept = regexp.MustCompile("\\{\\{.*?\\}\\}|\\]\\([^)]*\\)|\\{[^}]*\\}|https?://\\S+|[\\w.+-]+@[\\w.-]+|`[^`]*`|&[a-z]+;")

// pseudo translates: each letter becomes another of another alphabet.
func pseudo(text string) string {
	letters := []rune("אבגדהוזחטיכלמנסעפצקרשתםןףץ")
	swap := func(s string) string {
		return strings.Map(func(r rune) rune {
			if low := unicode.ToLower(r); low >= 'a' && low <= 'z' {
				return letters[low-'a']
			}
			return r
		}, s)
	}
	var b strings.Builder
	at := 0
	for _, span := range kept.FindAllStringIndex(text, -1) {
		b.WriteString(swap(text[at:span[0]]) + text[span[0]:span[1]])
		at = span[1]
	}
	return b.String() + swap(text[at:])
}

// translateWords takes away the marks of comment, and translates each word.
func translateWords(t *testing.T, name string) {
	t.Helper()
	data, err := os.ReadFile(name)
	must(t, err)
	root := fragment(t, regexp.MustCompile(`(?m)^# `).ReplaceAll(data, nil))
	var walk func(n *source.Node)
	walk = func(n *source.Node) {
		for i, c := range n.Content {
			if n.Kind == source.Map && i%2 == 0 {
				continue
			}
			if c.Kind == source.Scalar {
				c.Value = pseudo(c.Value)
			}
			walk(c)
		}
	}
	walk(root)
	for _, code := range value.Countries() {
		root.Content = append(root.Content, text("country_"+strings.ToLower(code)), text(pseudo("Country "+code)))
	}
	must(t, os.WriteFile(name, source.Encode(root), 0o644))
}

func text(s string) *source.Node {
	return &source.Node{Kind: source.Scalar, Style: source.DoubleQuoted, Value: s}
}

func fragment(t *testing.T, data []byte) *source.Node {
	t.Helper()
	n := source.Fragment(string(data))
	if n == nil {
		t.Fatalf("no YAML: %.200s", data)
	}
	return n
}

// translatedPage translates a page's title, description and text, and nothing else
// of its front matter.
func translatedPage(page string) []byte {
	_, rest, _ := strings.Cut(page, "---\n")
	matter, body, _ := strings.Cut(rest, "\n---\n")
	lines := strings.Split(matter, "\n")
	for i, line := range lines {
		if key, value, ok := strings.Cut(line, ": "); ok && slices.Contains([]string{"title", "description"}, key) {
			lines[i] = key + ": " + pseudo(value)
		}
	}
	body = linkWords.ReplaceAllStringFunc(pseudo(body), func(link string) string {
		parts := linkWords.FindStringSubmatch(link)
		return parts[1] + pseudo(parts[2]) + parts[3]
	})
	return []byte(fmt.Sprintf("---\n%s\n---\n%s", strings.Join(lines, "\n"), body))
}

// linkWords are those that a link to a page is read by.
var linkWords = regexp.MustCompile(`(\{\{< page "[^"]*" "[^"]*" ")([^"]*)(" >\}\})`)

// translatedRecord adds the third language to each text of a record.
func translatedRecord(t *testing.T, data []byte) []byte {
	t.Helper()
	root := fragment(t, data)
	var walk func(n *source.Node)
	walk = func(n *source.Node) {
		if en := n.Field("en"); en != nil && en.Kind == source.Scalar && !strings.Contains(en.Value, "://") {
			n.Content = append(n.Content, text(madeUp), text(pseudo(en.Value)))
			return
		}
		for _, c := range n.Content {
			walk(c)
		}
	}
	walk(root)
	return source.Encode(root)
}

// eachFile rewrites the files below a folder whose names end in a certain way.
func eachFile(t *testing.T, dir, ending string, f func([]byte) []byte) {
	t.Helper()
	must(t, fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ending) {
			return err
		}
		file := filepath.Join(dir, filepath.FromSlash(name))
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		return os.WriteFile(file, f(data), 0o644)
	}))
}

func editFile(t *testing.T, name, old, new string) {
	t.Helper()
	data, err := os.ReadFile(name)
	must(t, err)
	if !bytes.Contains(data, []byte(old)) {
		t.Fatalf("%s does not say %q", name, old)
	}
	must(t, os.WriteFile(name, bytes.Replace(data, []byte(old), []byte(new), 1), 0o644))
}
