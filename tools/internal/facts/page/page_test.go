package page_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/record"
)

const house = "../../../.."

var slugLine = regexp.MustCompile(`(?m)^slug: (\S+)$`)

// Every folder of prose that the program carries is in the table, with the address
// that its own front matter gives it.
func TestTheTableHasEveryPageAtItsAddress(t *testing.T) {
	folders, err := os.ReadDir(filepath.Join(house, "content"))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, f := range folders {
		if !f.IsDir() {
			continue
		}
		p, ok := page.Find(f.Name())
		if !ok {
			t.Errorf("content/%s is in no table", f.Name())
			continue
		}
		seen++
		for _, lang := range []string{"sv", "en"} {
			data, err := os.ReadFile(filepath.Join(house, "content", f.Name(), "index."+lang+".md"))
			if err != nil {
				t.Fatal(err)
			}
			m := slugLine.FindSubmatch(data)
			if m == nil || string(m[1]) != p.Slug.In(lang) {
				t.Errorf("content/%s in %s is at %q, the table says %q", f.Name(), lang, m, p.Slug.In(lang))
			}
		}
	}
	with := 0
	for _, p := range page.Table() {
		if !p.Slug.IsZero() {
			with++
		}
	}
	if seen != with {
		t.Errorf("%d pages have prose, and %d in the table have an address", seen, with)
	}
}

func TestTheTableIsInOrderAndWhole(t *testing.T) {
	var ids []string
	for _, p := range page.Table() {
		ids = append(ids, p.ID)
		for _, part := range p.Of {
			if _, ok := page.Find(part); !ok {
				t.Errorf("%s is put together from %s, which is no page", p.ID, part)
			}
		}
	}
	if !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Errorf("the pages are not in the order of their names, each once: %v", ids)
	}
	for _, r := range page.Routes(nil) {
		for _, id := range r.Pages {
			if _, ok := page.Find(id); !ok {
				t.Errorf("the route of the %s leads to %s, which is no page", r.Role, id)
			}
		}
	}
}

// A field is shown on pages that there are, and a page that needs facts shows some, or
// a change of them would not be told where they are read.
func TestFieldsAreShownOnPagesThatThereAre(t *testing.T) {
	shows := map[string]bool{}
	for _, k := range record.Kinds() {
		for _, id := range page.ShowingAny(k.Name) {
			shows[id] = true
			if _, ok := page.Find(id); !ok {
				t.Errorf("a %s is shown on %s, which is no page", k.Name, id)
			}
		}
	}
	for _, p := range page.Table() {
		if p.Needs != nil && !shows[p.ID] {
			t.Errorf("%s needs facts, and no line of shows.go has it", p.ID)
		}
	}
	for _, tt := range []struct {
		kind, path string
		want       []string
	}{
		{"recipient", "transfer.mechanism", []string{"recipients", "subprocessors", "transfers"}},
		{"recipient", "transfer.third_country", []string{"recipients", "subprocessors"}},
		{"recipient", "web", []string{"recipients", "subprocessors"}},
		{"organisation", "base_url", nil},
		{"organisation", "security_contact.email", []string{"contact"}},
		{"change", "why", nil},
	} {
		if diff := cmp.Diff(tt.want, page.Showing(tt.kind, strings.Split(tt.path, "."))); diff != "" {
			t.Errorf("%s of a %s (-want +got):\n%s", tt.path, tt.kind, diff)
		}
	}
}

func TestAPageIsAbsentWhereItHasNothingToShow(t *testing.T) {
	yes := true
	always := []string{"about", "changes", "glossary", "home", "search", "versions"}
	for _, tt := range []struct {
		name string
		set  *record.Set
		want []string // shown beside those that always are
	}{
		{"nothing", &record.Set{}, nil},
		{"a controller", &record.Set{Controllers: []*record.Controller{{}}}, []string{"contact", "privacy-policy"}},
		{"a sub-processor", &record.Set{Recipients: []*record.Recipient{{Kind: "subprocessor"}}}, []string{"subprocessors"}},
		{"a recipient abroad", &record.Set{Recipients: []*record.Recipient{{Kind: "processor", Transfer: &record.Transfer{ThirdCountry: &yes}}}}, []string{"recipients", "transfers"}},
		{"no transfers, declared", &record.Set{Organisation: &record.Organisation{Declarations: &record.Declarations{Transfers: "none"}}}, []string{"transfers"}},
		{"words on rights", &record.Set{Organisation: &record.Organisation{Statements: []record.Statement{{Topic: "rights"}}}}, []string{"rights"}},
		{"a processor", &record.Set{Activities: []*record.Activity{{Role: "processor"}}}, []string{"processing", "processor"}},
	} {
		absent := page.Absent(tt.set)
		var got []string
		for _, p := range page.Table() {
			if len(p.Of) == 0 && !absent[p.ID] && !slices.Contains(always, p.ID) {
				got = append(got, p.ID)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestARouteLeavesOutWhatIsAbsent(t *testing.T) {
	got := page.Routes(map[string]bool{"complaints": true, "contact": true, "rights": true})
	for _, r := range got {
		if r.Role == "unhappy" || slices.Contains(r.Pages, "rights") {
			t.Errorf("the route of the %s leads to %v", r.Role, r.Pages)
		}
	}
	if len(got) != len(page.Routes(nil))-1 {
		t.Errorf("%d routes are left", len(got))
	}
}
