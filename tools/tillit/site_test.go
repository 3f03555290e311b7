package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"tillit/tools/internal/cli"
	"tillit/tools/internal/publish/hugo"
)

// asOf is the day that the sites are built for, so that no test fails because
// time has passed.
const asOf = "2026-11-21"

// files are a built site: what stands under each path.
type files map[string][]byte

// build runs the program as a person would, and returns the site.
func build(args ...string) (files, error) {
	out, err := os.MkdirTemp("", "tillit-site-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(out)
	var said bytes.Buffer
	target := filepath.Join(out, "public")
	args = append([]string{"build", "--lang", "en", "--as-of", asOf, "--out", target}, args...)
	if status := cli.Main(args, strings.NewReader(""), &said, &said, hugo.Render); status != 0 {
		return nil, fmt.Errorf("tillit %s ended with status %d:\n%s", strings.Join(args, " "), status, &said)
	}
	site := files{}
	err = fs.WalkDir(os.DirFS(target), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			site[name], err = os.ReadFile(filepath.Join(target, filepath.FromSlash(name)))
		}
		return err
	})
	return site, err
}

// sites are those of this repository, by folder: its own, and the examples.
var sites = sync.OnceValues(func() (map[string]files, error) {
	built := map[string]files{}
	examples, err := os.ReadDir("../../examples")
	if err != nil {
		return nil, err
	}
	for _, e := range examples {
		dir := path.Join("examples", e.Name())
		if built[dir], err = build("--dir", filepath.Join("../..", dir), "--preview"); err != nil {
			return nil, err
		}
	}
	built["."], err = build("--dir", "../..")
	return built, err
})

// eachPage calls f with every page of every site but those that only lead to
// another address.
func eachPage(t *testing.T, f func(t *testing.T, site files, name string, page *html.Node)) {
	t.Helper()
	built, err := sites()
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range slices.Sorted(maps.Keys(built)) {
		pages := 0
		for _, name := range slices.Sorted(maps.Keys(built[dir])) {
			if path.Ext(name) != ".html" {
				continue
			}
			page, err := html.Parse(bytes.NewReader(built[dir][name]))
			if err != nil {
				t.Fatal(err)
			}
			if leadsAway(page) {
				continue
			}
			pages++
			t.Run(path.Join(dir, name), func(t *testing.T) { f(t, built[dir], name, page) })
		}
		if pages < 8 {
			t.Errorf("%s has %d pages; the test looks in the wrong place", dir, pages)
		}
	}
}

func leadsAway(page *html.Node) bool {
	for n := range elements(page, atom.Meta) {
		if attribute(n, "http-equiv") == "refresh" {
			return true
		}
	}
	return false
}

// elements yields those of a page in their order; of one kind, or all for 0.
func elements(page *html.Node, kind atom.Atom) func(func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for n := range page.Descendants() {
			if n.Type == html.ElementNode && (kind == 0 || n.DataAtom == kind) && !yield(n) {
				return
			}
		}
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// words is the text of a node as a reader sees it: white space, which a
// non-breaking space is too, does not count.
func words(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// What this repository publishes is what the program promises of every site.
func TestThisSiteHasNoFinding(t *testing.T) {
	var said bytes.Buffer
	if status := cli.Main([]string{"check", "--lang", "en", "--as-of", asOf, "--dir", "../.."}, strings.NewReader(""), &said, &said, hugo.Render); status != 0 || !strings.HasPrefix(said.String(), "No errors.") || strings.Count(said.String(), "\n") != 1 {
		t.Errorf("status %d:\n%s", status, &said)
	}
}

func TestPagesAreWhole(t *testing.T) {
	eachPage(t, func(t *testing.T, site files, name string, page *html.Node) {
		headings, ids := 0, map[string]bool{}
		for n := range elements(page, 0) {
			if n.DataAtom == atom.H1 {
				headings++
			}
			if id := attribute(n, "id"); id != "" {
				if ids[id] {
					t.Errorf("the id %q stands twice", id)
				}
				ids[id] = true
			}
			if n.DataAtom == atom.Html && attribute(n, "lang") == "" {
				t.Error("the page does not say its language")
			}
		}
		if headings != 1 {
			t.Errorf("%d first headings, want one", headings)
		}
	})
}

func TestTablesSayWhatTheirCellsAre(t *testing.T) {
	tables := 0
	eachPage(t, func(t *testing.T, site files, name string, page *html.Node) {
		for table := range elements(page, atom.Table) {
			tables++
			if first := firstElement(table); first == nil || first.DataAtom != atom.Caption || words(first) == "" {
				t.Errorf("a table without a caption: %.60s", words(table))
			}
			columns := 0
			for th := range elements(table, atom.Th) {
				scope := attribute(th, "scope")
				if !slices.Contains([]string{"col", "row", "colgroup", "rowgroup"}, scope) {
					t.Errorf("the header %q has the scope %q", words(th), scope)
				}
				if scope == "col" {
					columns++
				}
			}
			if columns < 2 {
				t.Errorf("%d columns have a header in %.60s", columns, words(table))
			}
		}
	})
	if tables == 0 {
		t.Error("no table was found")
	}
}

func firstElement(n *html.Node) *html.Node {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			return c
		}
	}
	return nil
}

// A page names its twin in each language of the site, and the twin names it.
// Issued versions are as they were issued.
func TestPagesStandInEveryLanguage(t *testing.T) {
	built, err := sites()
	if err != nil {
		t.Fatal(err)
	}
	home, err := html.Parse(bytes.NewReader(built["."]["index.html"]))
	if err != nil {
		t.Fatal(err)
	}
	root := twins(home)["sv"]
	in := map[string]int{}
	for name, data := range built["."] {
		page, err := html.Parse(bytes.NewReader(data))
		if err != nil || path.Base(name) != "index.html" || strings.HasPrefix(name, "versions/") || leadsAway(page) {
			continue
		}
		named := twins(page)
		if len(named) == 0 && canonical(page) != root+strings.TrimSuffix(name, "index.html") {
			continue // a part of another page
		}
		if len(named) != 3 || named["x-default"] != named["sv"] {
			t.Errorf("%s names its languages as %v", name, named)
		}
		for tag, address := range named {
			other, ok := built["."][strings.TrimPrefix(address, root)+"index.html"]
			if !ok {
				t.Errorf("%s: the page %s in %q is not there", name, address, tag)
				continue
			}
			page, err := html.Parse(bytes.NewReader(other))
			if err != nil {
				t.Fatal(err)
			}
			if !maps.Equal(twins(page), named) {
				t.Errorf("%s and %s name different pages", name, address)
			}
		}
		for n := range elements(page, atom.Html) {
			in[attribute(n, "lang")]++
		}
	}
	if len(in) != 2 || in["sv-SE"]+in["sv"] != in["en-GB"]+in["en"] {
		t.Errorf("the site has these pages in each language: %v", in)
	}
}

// canonical is the address under which search engines are to know a page.
func canonical(page *html.Node) string {
	for n := range elements(page, atom.Link) {
		if attribute(n, "rel") == "canonical" {
			return attribute(n, "href")
		}
	}
	return ""
}

func twins(page *html.Node) map[string]string {
	named := map[string]string{}
	for n := range elements(page, atom.Link) {
		if tag := attribute(n, "hreflang"); tag != "" {
			named[tag] = attribute(n, "href")
		}
	}
	return named
}

// remote is an address in a stylesheet that is not of the site itself.
var remote = regexp.MustCompile(`(?i)(@import|url\(\s*["']?(?:[a-z]+:)?//)`)

// Nobody else is asked for anything, and nothing stands in a page that the
// Content-Security-Policy would have to allow for.
func TestPagesAskNobodyElse(t *testing.T) {
	eachPage(t, func(t *testing.T, site files, name string, page *html.Node) {
		for n := range elements(page, 0) {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcset" || a.Key == "ping" {
					t.Errorf("<%s> has the attribute %s", n.Data, a.Key)
				}
				value := strings.ToLower(strings.TrimSpace(a.Val))
				if (a.Key == "href" || a.Key == "src") && (strings.HasPrefix(value, "http:") || strings.HasPrefix(value, "//") || strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "data:")) {
					t.Errorf("<%s> leads to %s", n.Data, a.Val)
				}
				fetched := a.Key == "src" || a.Key == "href" && n.DataAtom == atom.Link && slices.Contains([]string{"stylesheet", "icon", "preload"}, attribute(n, "rel"))
				if fetched && site[within(name, a.Val)] == nil {
					t.Errorf("<%s> fetches %s, which is not of the site", n.Data, a.Val)
				}
			}
			switch n.DataAtom {
			case atom.Style, atom.Iframe, atom.Object, atom.Embed, atom.Base:
				t.Errorf("the page has <%s>", n.Data)
			case atom.Form:
				if action := attribute(n, "action"); action != "" && site[path.Join(within(name, action), "index.html")] == nil {
					t.Errorf("a form is sent to %s, which is not of the site", action)
				}
			case atom.Script:
				if attribute(n, "src") == "" && attribute(n, "type") != "application/ld+json" {
					t.Error("the page has a script in it")
				}
			}
		}
	})
	built, err := sites()
	if err != nil {
		t.Fatal(err)
	}
	for dir, site := range built {
		for name, data := range site {
			if path.Ext(name) == ".css" && remote.Match(data) {
				t.Errorf("%s/%s fetches %s", dir, name, remote.Find(data))
			}
		}
	}
}

// within is the path of the file that an address in a page leads to.
func within(name, address string) string {
	if strings.HasPrefix(address, "/") {
		return path.Clean(address)[1:]
	}
	return path.Join(path.Dir(name), address)
}

// What each example's SOURCE.md says is shown is shown, in whole words: in the part
// of a page that has the id of the record it stands in, or, where that has none, on
// the page that SOURCE.md names behind an @. Words that Tillit says on every site do
// not count for a fact.
func TestExamplesShowEveryFact(t *testing.T) {
	built, err := sites()
	if err != nil {
		t.Fatal(err)
	}
	row := regexp.MustCompile(`(?m)^\| (S\d-\d+) \|[^|]*\|([^|]+)\|([^|]+)\|$`)
	sources, err := filepath.Glob("../../examples/*/SOURCE.md")
	if err != nil || len(sources) < 2 {
		t.Fatalf("%d examples with sources, %v", len(sources), err)
	}
	for _, source := range sources {
		dir := path.Join("examples", filepath.Base(filepath.Dir(source)))
		text, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		shown := newShown(t, built[dir])
		for _, fact := range row.FindAllStringSubmatch(string(text), -1) {
			ids := recordsAt(fact[2])
			for phrase := range strings.SplitSeq(fact[3], "<br>") {
				want, page, _ := strings.Cut(strings.TrimSpace(phrase), " @ ")
				want = strings.Join(strings.Fields(strings.ReplaceAll(want, "*", "")), " ")
				if want == "" || !shown.has(want, page, ids) {
					t.Errorf("%s: %s: %q is not shown on %q, nor at %v", dir, fact[1], want, page, ids)
				}
			}
		}
	}
}

// ends are where a line may end within a word, and where it may not.
var ends = strings.NewReplacer("<wbr>", "", "\u2060", "")

// shown is the text of a site's pages, and of the parts of them by id.
type shown struct {
	pages map[string]string
	parts map[string]string
}

func newShown(t *testing.T, site files) shown {
	t.Helper()
	s := shown{map[string]string{}, map[string]string{}}
	for name, data := range site {
		if path.Base(name) != "index.html" {
			continue
		}
		page, err := html.Parse(strings.NewReader(ends.Replace(string(data))))
		if err != nil {
			t.Fatal(err)
		}
		s.pages[path.Dir(name)] = strings.ToLower(words(page))
		for n := range elements(page, 0) {
			if id := attribute(n, "id"); id != "" && id != "main" {
				s.parts[id] += strings.ToLower(part(n)) + "\n"
			}
		}
	}
	return s
}

// part is the text of an element, or of what follows a heading up to the next one
// of its rank.
func part(n *html.Node) string {
	text := words(n)
	rank := func(n *html.Node) string {
		if n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] != 'r' {
			return n.Data
		}
		return ""
	}
	if rank(n) == "" {
		return text
	}
	for next := n.NextSibling; next != nil; next = next.NextSibling {
		if r := rank(next); r != "" && r <= rank(n) {
			break
		}
		if next.Type == html.ElementNode {
			text += " " + words(next)
		}
	}
	return text
}

// has tells whether a phrase stands on a page, or in the part of one of some
// records.
func (s shown) has(phrase, page string, ids []string) bool {
	whole := regexp.MustCompile(`(?:^|[^\pL\pN])` + regexp.QuoteMeta(strings.ToLower(phrase)) + `(?:$|[^\pL\pN])`)
	if page != "" {
		where, id, _ := strings.Cut(page, "#")
		if id != "" {
			return whole.MatchString(s.parts[id])
		}
		return whole.MatchString(s.pages[where])
	}
	for id, text := range s.parts {
		if slices.ContainsFunc(ids, func(record string) bool { return id == record || strings.HasSuffix(id, "-"+record) }) && whole.MatchString(text) {
			return true
		}
	}
	return false
}

// recordsAt are the ids of the records, and of the statements, of some places.
func recordsAt(places string) []string {
	var ids []string
	for place := range strings.SplitSeq(strings.ReplaceAll(places, "`", ""), "<br>") {
		file, field, _ := strings.Cut(strings.TrimSpace(place), "#")
		if rest, ok := strings.CutPrefix(field, "statements["); ok {
			id, _, _ := strings.Cut(rest, "]")
			ids = append(ids, id)
		} else if file != "data/organisation.yaml" {
			ids = append(ids, strings.TrimSuffix(path.Base(file), ".yaml"))
		}
	}
	return ids
}

func TestBuildsAreTheSameEachTime(t *testing.T) {
	built, err := sites()
	if err != nil {
		t.Fatal(err)
	}
	again, err := build("--dir", "../..")
	if err != nil {
		t.Fatal(err)
	}
	for name := range built["."] {
		if !bytes.Equal(built["."][name], again[name]) {
			t.Errorf("%s differs between two builds", name)
		}
	}
	if len(again) != len(built["."]) {
		t.Errorf("one build has %d files and the next %d", len(built["."]), len(again))
	}
}

func TestSumsNameEveryFile(t *testing.T) {
	built, err := sites()
	if err != nil {
		t.Fatal(err)
	}
	for dir, site := range built {
		named := map[string]bool{"SHA256SUMS": true, ".tillit": true}
		for line := range strings.Lines(string(site["SHA256SUMS"])) {
			sum, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
			if got := fmt.Sprintf("%x", sha256.Sum256(site[name])); site[name] == nil || got != sum {
				t.Errorf("%s: %s has the sum %s, not %s", dir, name, got, sum)
			}
			named[name] = true
		}
		for name := range site {
			if !named[name] {
				t.Errorf("%s: SHA256SUMS does not name %s", dir, name)
			}
		}
	}
}
