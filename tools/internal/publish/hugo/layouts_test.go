package hugo_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"tillit/tools/internal/center"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/source"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/publish/view"
)

const house = "../../../.."

// carriedWords reads the words of a language as the program carries them.
func carriedWords(t *testing.T, lang string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(path.Join(house, "i18n", lang+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for key, word := range source.Fragment(string(data)).Fields() {
		words[key.Value] = word.Value
	}
	return words
}

// layouts reads all templates by name.
func layouts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	root := os.DirFS(path.Join(house, "layouts"))
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		texts[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

var (
	wordUse = regexp.MustCompile(`\bT "([a-z0-9_]+)"`)
	// A key may be one of two: T (cond .Coming "recipient_ends" "recipient_ended").
	wordEither = regexp.MustCompile(`\bT \(cond [^"]*"([a-z0-9_]+)" "([a-z0-9_]+)"\)`)
	// A key may be put together: T (printf "processor_%s" .Name).
	wordMade = regexp.MustCompile(`\bT \(printf "([a-z0-9_]+_)%s"`)
)

func TestEveryWordIsInBothLanguagesAndUsed(t *testing.T) {
	sv, en := carriedWords(t, "sv"), carriedWords(t, "en")
	if diff := cmp.Diff(slices.Sorted(maps.Keys(sv)), slices.Sorted(maps.Keys(en))); diff != "" {
		t.Errorf("the keys differ (-sv +en):\n%s", diff)
	}
	used, made := map[string]bool{}, []string{}
	for name, text := range layouts(t) {
		for _, m := range wordUse.FindAllStringSubmatch(text, -1) {
			used[m[1]] = true
			if sv[m[1]] == "" {
				t.Errorf("%s uses the word %q, which does not exist", name, m[1])
			}
		}
		for _, m := range wordEither.FindAllStringSubmatch(text, -1) {
			used[m[1]], used[m[2]] = true, true
		}
		for _, m := range wordMade.FindAllStringSubmatch(text, -1) {
			made = append(made, m[1])
		}
	}
	for key := range sv {
		whole := func(prefix string) bool { return strings.HasPrefix(key, prefix) }
		if !used[key] && !slices.ContainsFunc(made, whole) {
			t.Errorf("no layout uses the word %q", key)
		}
		if area, name, ok := strings.Cut(key, "_"); !ok || area == "" || name == "" || strings.HasPrefix(key, "choice_") {
			t.Errorf("the key %q is not like area_name", key)
		}
	}
}

func TestEveryClassOfALayoutIsInTheStylesheet(t *testing.T) {
	var css strings.Builder
	root := os.DirFS(path.Join(house, "assets/css"))
	lines := 0
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		css.Write(data)
		lines += strings.Count(string(data), "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if size := css.Len(); size > 20_000 || lines > 600 {
		t.Errorf("the stylesheet has %d bytes in %d lines; a page should cost less", size, lines)
	}
	all := strings.Builder{}
	for _, text := range layouts(t) {
		all.WriteString(text)
	}
	for _, m := range regexp.MustCompile(`\.(ti-[a-z_-]+)`).FindAllStringSubmatch(css.String(), -1) {
		base, _, _ := strings.Cut(m[1], "--")
		if !strings.Contains(all.String(), base) {
			t.Errorf("no layout has the class %q", m[1])
		}
	}
}

// forbidden is what the policy of the pages forbids; a script of the site's own
// origin is not, nor a block of data.
var forbidden = regexp.MustCompile(`\bstyle=|<style|<script(>| [^st]| type="[^"]*[^n"]")`)

func TestPartialsSayWhatTheyShow(t *testing.T) {
	for name, text := range layouts(t) {
		if strings.HasPrefix(name, "_partials/") && !strings.HasPrefix(text, "{{- /* ") {
			t.Errorf("%s does not begin with what it shows and how to call it", name)
		}
		if n := strings.Count(text, "\n"); n > 60 {
			t.Errorf("%s has %d lines", name, n)
		}
		if forbidden.MatchString(text) {
			t.Errorf("%s has a style or script within, which the policy of the pages forbids", name)
		}
	}
}

// hostile is put before every text: whatever an editor writes must come out as text.
const hostile = `<script>alert("x")</script>"onmouseover="alert(1)"'onfocus='alert(2)' {{ now }} {{< name >}} [x](javascript:alert(3)) <!-- `

func TestHostileTextComesOutAsText(t *testing.T) {
	set, _, err := record.Load(house)
	if err != nil {
		t.Fatal(err)
	}
	poisoned := 0
	for _, e := range set.All() {
		poison(reflect.ValueOf(e.Value).Elem(), &poisoned)
	}
	if poisoned < 500 {
		t.Fatalf("only %d texts were made hostile", poisoned)
	}
	files, list, err := center.Build(t.Context(), view.Input{
		Render: hugo.Render,
		Texts:  textsOf(t, t.TempDir(), os.DirFS(house), set), Set: set, AsOf: "2026-11-21", BaseURL: "https://trust.example.com/", Law: view.Law{Rights: allRights()},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		t.Errorf("%v: %s", d.Pos, d.Message.EN)
	}
	shown := 0
	for _, f := range files {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		doc, err := html.Parse(strings.NewReader(string(f.Data)))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			harmless(t, f.Path, n)
			if n.Type == html.TextNode && strings.Contains(n.Data, `<script>alert("x")</script>"onmouseover=`) {
				shown++
			}
		}
	}
	if shown < 500 {
		t.Errorf("the hostile text is shown %d times only; the test looks at too little", shown)
	}
}

// poison makes every free text, line, address and link of a record hostile. Ids,
// choices, dates and countries are left alone: without them nothing is shown.
func poison(v reflect.Value, count *int) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			poison(v.Elem(), count)
		}
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), count)
		}
	case reflect.Map: // record.Text, and addresses by language
		for _, key := range v.MapKeys() {
			text := hostile + v.MapIndex(key).String()
			if v.Type() == reflect.TypeFor[record.Addresses]() {
				text = "javascript:alert(4)//" + text
			}
			v.SetMapIndex(key, reflect.ValueOf(text))
			*count++
		}
	case reflect.Struct:
		for i := range v.NumField() {
			field, rule := v.Field(i), v.Type().Field(i).Tag.Get("validate")
			if field.Kind() != reflect.String {
				poison(field, count)
				continue
			}
			if field.String() == "" {
				continue
			}
			switch last := rule[strings.LastIndex(rule, ",")+1:]; last {
			case "line", "orgnumber", "vatnumber":
				field.SetString(field.String() + hostile)
				*count++
			case "email", "https", "link":
				field.SetString("javascript:alert(5)//" + hostile)
				*count++
			}
		}
	}
}

// harmless reports anything in a page that could run, load or lead astray.
func harmless(t *testing.T, page string, n *html.Node) {
	t.Helper()
	if n.Type != html.ElementNode {
		return
	}
	data := attr(n, "type") == "application/ld+json" && n.FirstChild != nil && json.Valid([]byte(n.FirstChild.Data))
	inside := n.Data == "script" && attr(n, "src") == "" && !data
	if inside || slices.Contains([]string{"style", "iframe", "object", "embed", "base"}, n.Data) {
		t.Errorf("%s has an element <%s>", page, n.Data)
	}
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
			t.Errorf("%s has the attribute %s=%q", page, a.Key, a.Val)
		}
		if (a.Key == "href" || a.Key == "src") && strings.Contains(strings.ToLower(a.Val[:min(len(a.Val), 30)]), "script:") && !strings.HasPrefix(a.Val, "mailto:") {
			t.Errorf("%s leads to %q", page, a.Val)
		}
	}
}

func TestPagesAreWellBuilt(t *testing.T) {
	set, _, err := record.Load(house)
	if err != nil {
		t.Fatal(err)
	}
	files, list, err := center.Build(t.Context(), view.Input{
		Render: hugo.Render,
		Texts:  textsOf(t, t.TempDir(), os.DirFS(house), set), Set: set, AsOf: "2026-11-21", BaseURL: "https://trust.example.com/", Preview: true, Law: view.Law{Rights: allRights()},
	})
	if err != nil || list.Blocks() {
		t.Fatalf("the site cannot be built: %v %v", err, list)
	}
	pages := 0
	for _, f := range files {
		if path.Ext(f.Path) != ".html" || strings.Contains(string(f.Data), `http-equiv="refresh"`) || strings.Contains(string(f.Data), "http-equiv=refresh") {
			continue
		}
		pages++
		doc, err := html.Parse(strings.NewReader(string(f.Data)))
		if err != nil {
			t.Fatal(err)
		}
		wellBuilt(t, f.Path, doc)
	}
	if pages < 30 {
		t.Errorf("only %d pages were looked at", pages)
	}
}

func wellBuilt(t *testing.T, page string, doc *html.Node) {
	t.Helper()
	count := map[string]int{}
	ids := map[string]bool{}
	level := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		count[n.Data]++
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("%s: the id %q occurs twice", page, id)
			}
			ids[id] = true
		}
		switch n.Data {
		case "html":
			if attr(n, "lang") == "" {
				t.Errorf("%s has no language", page)
			}
		case "h1", "h2", "h3", "h4":
			next := int(n.Data[1] - '0')
			if next > level+1 {
				t.Errorf("%s: the heading %q skips from level %d to %d", page, content(n), level, next)
			}
			level = next
		case "table":
			if n.FirstChild == nil || !hasChild(n, "caption") {
				t.Errorf("%s has a table without a caption", page)
			}
		case "th":
			if attr(n, "scope") == "" {
				t.Errorf("%s: the heading cell %q has no scope", page, content(n))
			}
		case "time":
			if attr(n, "datetime") == "" {
				t.Errorf("%s: the day %q has no datetime", page, content(n))
			}
		case "a":
			if strings.HasPrefix(attr(n, "href"), "http") && !strings.Contains(content(n), "extern") {
				t.Errorf("%s: the link to %s does not say that it leads out", page, attr(n, "href"))
			}
		case "td":
			if attr(n, "data-label") == "" {
				t.Errorf("%s: the cell %q says nothing of what it holds on a narrow page", page, content(n))
			}
		}
	}
	for _, name := range []string{"h1", "main", "header", "title"} {
		want := 1
		if name == "header" {
			want = 2 // the site's and the page's
		}
		if count[name] != want {
			t.Errorf("%s has %d <%s>", page, count[name], name)
		}
	}
}

func hasChild(n *html.Node, name string) bool {
	for c := range n.ChildNodes() {
		if c.Data == name {
			return true
		}
	}
	return false
}
