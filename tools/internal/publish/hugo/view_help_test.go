package hugo_test

import (
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"tillit/tools/internal/center"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/publish/view"
)

// allRights are all that the law knows, as if every legal basis were in use.
func allRights() []string {
	var codes []string
	for _, c := range value.Choices("right") {
		codes = append(codes, c.Code)
	}
	return codes
}

// shownPage builds the repository's own site for a law, and returns one page.
func shownPage(t *testing.T, law view.Law, path string) *html.Node {
	t.Helper()
	set, _, err := record.Load(house)
	if err != nil {
		t.Fatal(err)
	}
	files, list, err := center.Build(t.Context(), view.Input{
		Render: hugo.Render,
		Texts:  textsOf(t, t.TempDir(), os.DirFS(house), set), Set: set, AsOf: "2026-11-21", BaseURL: "https://trust.example.com/", Law: law,
	})
	if err != nil || list.Blocks() {
		t.Fatalf("the site cannot be built: %v %v", err, list)
	}
	for _, f := range files {
		if f.Path == path {
			doc, err := html.Parse(strings.NewReader(string(f.Data)))
			if err != nil {
				t.Fatal(err)
			}
			return doc
		}
	}
	t.Fatalf("no page %s", path)
	return nil
}

// lettersOf returns the letters of a page, each by the id of its right.
func lettersOf(doc *html.Node) map[string]*html.Node {
	letters := map[string]*html.Node{}
	id := ""
	for n := range doc.Descendants() {
		if n.Data == "h3" && attr(n, "id") != "" {
			id = attr(n, "id")
		}
		if n.Data == "details" && attr(n, "class") == "ti-letter" {
			letters[id] = n
		}
	}
	return letters
}

// Each right that is used by writing has a letter, in both languages, that names
// its article and goes to the controller; and the e-mail says what the letter says.
func TestEachRightHasItsLetter(t *testing.T) {
	articles := map[string]string{
		"information": "13", "access": "15", "rectification": "16", "erasure": "17", "restriction": "18", "notification": "19",
		"portability": "20", "objection": "21.1", "objection-marketing": "21.2", "no-adm": "22", "withdraw-consent": "7.3", "compensation": "82",
	}
	for _, page := range []struct{ path, article, month string }{
		{"dina-rattigheter/index.html", "artikel ", "en månad"},
		{"en/your-rights/index.html", "Article ", "one month"},
	} {
		letters := lettersOf(shownPage(t, view.Law{Rights: allRights()}, page.path))
		if got, want := len(letters), len(articles); got != want {
			t.Errorf("%s: %d letters, want %d", page.path, got, want)
		}
		for right, number := range articles {
			letter := letters[right]
			if letter == nil {
				t.Errorf("%s: no letter for %s", page.path, right)
				continue
			}
			text := wholeText(element(letter, "pre"))
			if page.article == "Article " {
				if whole, part, ok := strings.Cut(number, "."); ok {
					number = whole + "(" + part + ")"
				}
			}
			timeless := slices.Contains([]string{"information", "withdraw-consent", "compensation"}, right)
			for phrase, want := range map[string]bool{
				page.article + number: true, "Exempelbolaget AB\nDataskyddsombudet, Exempelgatan 12\n123 45 Stockholm\n": true, page.month: !timeless,
			} {
				if strings.Contains(text, phrase) != want {
					t.Errorf("%s: the letter for %s holds %q: %t, want %t\n%s", page.path, right, phrase, !want, want, text)
				}
			}
			mail, err := url.Parse(attr(element(letter, "a"), "href"))
			if err != nil || mail.Scheme != "mailto" || mail.Opaque != "dataskyddsombud@exempelbolaget.example" {
				t.Fatalf("%s: the letter for %s leads to %v %v", page.path, right, mail, err)
			}
			body := strings.ReplaceAll(mail.Query().Get("body"), "\r\n", "\n")
			if end := mail.Query().Get("subject") + "\n\n" + body; body == "" || !strings.HasSuffix(text, end) {
				t.Errorf("%s: the e-mail for %s is not its letter:\n%s", page.path, right, cmp.Diff(text, end))
			}
		}
	}
}

// A right that no basis in use gives has no letter, nor has one that is used before
// an authority or a court; and what speaks of letters goes with the last of them.
func TestLettersComeAndGoWithTheRights(t *testing.T) {
	without := func(doc *html.Node) (mentions bool) { return strings.Contains(content(doc), "Brev att kopiera") }
	doc := shownPage(t, view.Law{Rights: []string{"access", "objection", "complaint", "judicial-remedy"}}, "dina-rattigheter/index.html")
	got := lettersOf(doc)
	if len(got) != 2 || got["access"] == nil || got["objection"] == nil || !without(doc) {
		t.Errorf("%d letters, want those for access and objection", len(got))
	}
	doc = shownPage(t, view.Law{}, "dina-rattigheter/index.html")
	if got := lettersOf(doc); len(got) > 0 || without(doc) {
		t.Errorf("%d letters for nobody", len(got))
	}
}

// The right to object stands in a section of its own, with its letter, and the
// table of contents leads there.
func TestTheRightToObjectStandsApart(t *testing.T) {
	doc := shownPage(t, view.Law{Rights: allRights()}, "dina-rattigheter/index.html")
	inside := 0
	var apart *html.Node
	for n := range doc.Descendants() {
		if n.Data == "section" && attr(n, "class") == "ti-notice" {
			apart = n
		}
		if n.Data == "a" && attr(n, "href") == "#invandning" && n.Parent.Data == "li" {
			inside++
		}
	}
	if apart == nil || inside != 1 {
		t.Fatalf("the right to object has no section, or %d entries in the table of contents", inside)
	}
	if got := lettersOf(apart); len(got) != 2 {
		t.Errorf("%d letters beside the right to object, want 2", len(got))
	}
	if text := content(apart); strings.Contains(text, "tillgång") {
		t.Errorf("other rights stand in the section of the right to object: %s", text)
	}
}

// The list of all authorities prefers what the site itself says, leaves out those
// that receive no complaints about personal data, and shows names and sites alone.
func TestAllAuthoritiesAreListed(t *testing.T) {
	authority := func(country value.Country, name, task string) record.Authority {
		return record.Authority{ID: "x-" + string(country), Country: country, Tasks: []string{task}, Name: record.Text{"sv": name, "en": name},
			Web: "https://authority.example/", Email: "secret@authority.example", Phone: "+45 11 22 33 44", CheckedOn: "2026-03-08"}
	}
	law := view.Law{Directory: "https://directory.example/list", Authorities: []record.Authority{
		authority("SE", "En annan myndighet", "complaints"), authority("EE", "Andmekaitse", "complaints"),
		authority("DK", "Datatilsynet", "complaints"), authority("SE", "Post", "cookies"),
	}}
	doc := shownPage(t, law, "klagomal/index.html")
	var rows []string
	folded := element(doc, "table")
	for n := range folded.Descendants() {
		if n.Data == "tr" && n.Parent.Data == "tbody" {
			rows = append(rows, content(n))
		}
	}
	want := []string{
		"Danmark Datatilsynet (extern webbplats)",
		"Estland Andmekaitse (extern webbplats)",
		"Sverige Integritetsskyddsmyndigheten (IMY) (extern webbplats)",
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if text := content(doc); strings.Contains(text, "secret@") || !strings.Contains(text, "directory.example/list") {
		t.Error("an unproven address is shown, or the directory is not")
	}
	if text := content(doc); strings.Contains(text, "8 mars 2026") || !strings.Contains(text, "inte kontrollerat dem en och en") {
		t.Error("the page says that the entries of a directory were checked")
	}
}

func TestARightTellsWhereItCanBeUsed(t *testing.T) {
	law := view.Law{Reach: map[string]view.Reach{
		"withdraw-consent": {Activities: []string{"newsletter"}, Cookies: true},
		"portability":      {},
	}}
	text := content(shownPage(t, law, "dina-rattigheter/index.html"))
	for _, want := range []string{
		"Hos oss kan du använda rätten när det gäller Nyhetsbrev och kakor som du har samtyckt till.",
		"Ingen av våra behandlingar bygger på en grund som ger den här rätten",
	} {
		if strings.Count(text, want) != 1 {
			t.Errorf("the page says %d times %q", strings.Count(text, want), want)
		}
	}
}
