package center_test

import (
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/document"
	"tillit/tools/internal/publish/feed"
	"tillit/tools/internal/publish/list"
	"tillit/tools/internal/publish/seal"
	"tillit/tools/internal/publish/view"
	"tillit/tools/internal/rules/check"
	"tillit/tools/internal/rules/law"
	"tillit/tools/internal/rules/statute"
)

// unread are facts that no page shows and no list carries, and why not.
var unread = map[string]string{
	"organisation.audience_countries": "decides of which authorities the page of complaints tells; their records are shown",
	"organisation.profiles":           "decides which duties are asked of the facts; tillit coverage names them",
	"organisation.timestamp":          "says whom tillit freeze asks; a reader sees the authority that the time stamp itself names",
	"organisation.accepted.rule":      forEditors,
	"organisation.accepted.file":      forEditors,
	"organisation.accepted.reason":    forEditors,
	"organisation.accepted.until":     forEditors,
	"recipient.data.purposes":         "cannot stand there: the purposes of a recipient have no ids, and the check says so",

	// Negatives: they settle that a duty does not apply, and the check holds the records
	// against them. Pages speak of the thing where it is.
	"organisation.declarations.national_id": "no law asks that people be told of numbers that are not processed",
	"organisation.declarations.children":    "no law asks that people be told of services that are not for children",

	"authority.sources": "tells an editor where to compare anew; a reader gets the day of it and the authority's own addresses",

	// Nothing speaks against showing these, and nobody does.
	"organisation.declarations.criminal_offences": "the annex counts up special categories alone, though Decision (EU) 2021/915 has such data among the sensitive",
	"organisation.declarations.representative":    "the record of processing tells that none is needed of controllers within the EU/EEA alone",
	"change.notices.note":                         "a change tells who was told, on which day and how, and not this",
}

const forEditors = "of use to editors alone: tillit check and tillit due read it"

// A fact that somebody is asked for and nobody reads is work for nothing, and a promise
// that is not kept. Every field of every kind of record is on a page or in a file for
// somebody, or stands in unread with the reason.
//
// In a made-up site each fact has a value that stands nowhere else, and is looked for:
// in what the layouts take from the plan, in the words that prose chooses by what the
// facts are, in the lists, documents, letters and files for programs, in Swedish and in
// English. Of a choice, an answer or a number the value is changed, and some reader must
// then be told something else.
func TestNoFactIsWithoutAReader(t *testing.T) {
	r := newReaders(t)
	usual := &maker{t: t}
	set := usual.site()
	r.whole, r.bare, r.written = r.told(set), r.told((&maker{t: t, bare: true}).site()), r.documents(set)
	if !maps.Equal(r.whole, r.told((&maker{t: t}).site())) {
		t.Fatal("the same facts are told in two ways, so that no difference means anything")
	}
	all := everyLeaf()
	if len(all) < 350 {
		t.Fatalf("only %d facts were found", len(all))
	}
	reasons := 0
	for _, l := range all {
		why, excused := unread[l.path]
		marks := usual.marks[l.path]
		read := r.whole.shows(marks) || r.written.shows(marks) || len(marks) == 0 && r.differs(l.path, !excused)
		switch {
		case !read && !excused:
			t.Errorf("%s: no page shows it, and no list carries it", l.path)
		case read && excused:
			t.Errorf("%s has a reader, and is said to have none: %s", l.path, why)
		case excused:
			reasons++
		}
	}
	if reasons != len(unread) {
		t.Errorf("of %d reasons %d are of facts that there are", len(unread), reasons)
	}
}

// today is the day on which the made-up site is read; all its days are yet to come.
const today = value.Date("2026-11-21")

// readers are those who read a site: of its pages, its lists and its files.
type readers struct {
	t          *testing.T
	texts      *check.Texts
	names      map[string]bool // what layouts take from the plan
	conditions []string        // what prose asks of it

	whole, bare, written heard // what they are told of the usual sites, and the documents of the first
}

var (
	taken = regexp.MustCompile(`\.([A-Z][A-Za-z0-9]*)`)
	when  = regexp.MustCompile(`when "([^"]+)"`)
)

func newReaders(t *testing.T) *readers {
	t.Helper()
	texts, err := open(t, starter(t)).Texts()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range texts.Pages {
		texts.Files[p.File] = folder.File{} // what prose says is the same each time, and long
	}
	r := &readers{t: t, texts: texts, names: map[string]bool{}}
	for _, folder := range []string{"layouts", "content"} {
		err := fs.WalkDir(os.DirFS(house), folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(filepath.Join(house, filepath.FromSlash(name)))
			for _, m := range when.FindAllSubmatch(text, -1) {
				r.conditions = append(r.conditions, string(m[1]))
			}
			if folder == "layouts" {
				for _, m := range taken.FindAllSubmatch(text, -1) {
					r.names[string(m[1])] = true
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(r.conditions)
	r.conditions = slices.Compact(r.conditions)
	return r
}

// differs tells whether readers are told something else when a fact is another: in the
// whole site, in one that does nothing with data, or, if asked for, in documents.
func (r *readers) differs(path string, documents bool) bool {
	whole, bare := &maker{t: r.t, alter: path}, &maker{t: r.t, alter: path, bare: true}
	set := whole.site()
	return r.told(set).differs(r.whole) || r.told(bare.site()).differs(r.bare) || documents && r.documents(set).differs(r.written)
}

// heard is what readers are told, by language, in small letters.
type heard map[string]string

// shows tells whether one of the marks of a fact is seen, in both languages.
func (h heard) shows(marks []string) bool {
	return slices.ContainsFunc(marks, func(mark string) bool {
		sv, en, two := strings.Cut(strings.ToLower(mark), "&")
		if !two {
			en = sv
		}
		return strings.Contains(h["sv"], sv) && strings.Contains(h["en"], en)
	})
}

// differs tells whether another is told in both languages.
func (h heard) differs(other heard) bool { return h["sv"] != other["sv"] && h["en"] != other["en"] }

// documents are those that take long to make, as far as they are text.
func (r *readers) documents(set *record.Set) heard {
	out := heard{}
	for _, f := range document.All(set, list.Edition{AsOf: today, BaseURL: set.Organisation.BaseURL}) {
		for _, lang := range []string{"sv", "en"} {
			if strings.HasPrefix(f.Path, "data/v1/tilt-") && strings.HasSuffix(f.Path, lang+".json") {
				out[lang] += strings.ToLower(string(f.Data))
			}
		}
	}
	return out
}

// told is all that readers are told but documents.
func (r *readers) told(set *record.Set) heard {
	out := heard{}
	chain := &version.Chain{Versions: []*version.Version{{ID: "2026-01-01", Effective: "2026-01-01"}, {ID: "2026-03-01", Effective: "2026-03-01", Previous: "2026-01-01"}}}
	entries := []change.Entry{{
		Version: "2026-03-01", Issued: "2026-03-01", Kind: "recipient", Record: "full", Verb: change.Changed,
		Lines: []change.FieldChange{{Path: []string{"web"}, Verb: change.Changed}},
	}}
	change.Explain(entries, set)
	plan := r.plan(set, chain, entries)
	for _, lang := range []string{"sv", "en"} {
		var b strings.Builder
		r.view(&b, plan, lang)
		e := list.Edition{AsOf: today, BaseURL: set.Organisation.BaseURL}
		for _, roll := range append(list.Lists(), document.Registers()...) {
			b.Write(list.JSON(roll.Table(set, lang, e)))
		}
		letter := feed.NewLetter(entries, set, lang, feed.Place{BaseURL: set.Organisation.BaseURL})
		b.WriteString(letter.Subject + letter.Text + fmt.Sprint(letter.Row))
		for _, f := range r.machines(set) {
			b.WriteString(f)
		}
		out[lang] = strings.ToLower(b.String())
	}
	return out
}

func (r *readers) plan(set *record.Set, chain *version.Chain, entries []change.Entry) *view.Plan {
	reach := map[string]view.Reach{}
	for right, where := range law.RightsInUse(set, today) {
		reach[right] = view.Reach(where)
	}
	b, err := view.Begin(view.Input{
		Texts: r.texts, Set: set, AsOf: today, BaseURL: set.Organisation.BaseURL, Chain: chain, Entries: entries,
		Law: view.Law{Rights: law.UsableRights(set, today), Reach: reach, Authorities: statute.Authorities(), Directory: statute.DirectoryOfAuthorities},
	})
	if err != nil {
		r.t.Fatal(err)
	}
	b.MakePlan()
	return b.Plan
}

// machines are the files that programs read.
func (r *readers) machines(set *record.Set) (texts []string) {
	base, err := url.Parse(set.Organisation.BaseURL)
	if err != nil {
		r.t.Fatal(err)
	}
	m := seal.Machine{Base: base, Languages: record.SiteLanguages(set.Organisation), Taken: map[string]bool{}}
	m.HTTPSOnly = set.Organisation.Hosting != nil && set.Organisation.Hosting.HTTPSOnly
	m.Write(set.Organisation.SecurityContact)
	for _, f := range m.Files {
		texts = append(texts, string(f.Data))
	}
	return texts
}

// view writes what the layouts take from the plan of a language: fields, and what
// methods answer. A field that no layout names is shown to nobody.
func (r *readers) view(b *strings.Builder, plan *view.Plan, lang string) {
	v, err := plan.In(lang)
	if err != nil {
		r.t.Fatal(err)
	}
	r.fields(b, "plan.brand", reflect.ValueOf(plan.Brand), nil)
	b.WriteString(plan.BrandCSS())
	for _, l := range plan.Languages {
		fmt.Fprintln(b, l.Tag)
	}
	r.fields(b, "view", reflect.ValueOf(v).Elem(), nil)
	answer := func(name string, args ...any) {
		var in []reflect.Value
		for _, a := range args {
			in = append(in, reflect.ValueOf(a))
		}
		if r.names[name] {
			r.fields(b, "view."+name, reflect.ValueOf(v).MethodByName(name).Call(in)[0], nil)
		}
	}
	for _, name := range []string{"Processors", "CustomerMeasures", "Assistance"} {
		answer(name)
	}
	for _, topic := range value.Choices("topic") {
		answer("Statements", topic.Code)
	}
	answer("Countries", "transfers")
	answer("Countries", "processing")
	for _, c := range r.conditions {
		answer("Has", c)
	}
}

// fields writes a value and all in it that layouts name, each with its place.
func (r *readers) fields(b *strings.Builder, at string, v reflect.Value, above []uintptr) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || slices.Contains(above, v.Pointer()) {
			return
		}
		r.fields(b, at, v.Elem(), append(slices.Clone(above), v.Pointer()))
	case reflect.Interface:
		r.fields(b, at, v.Elem(), above)
	case reflect.Slice:
		for i := range v.Len() {
			r.fields(b, at, v.Index(i), above)
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, key := range keys {
			r.fields(b, at, v.MapIndex(key), above)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && (f.Anonymous || r.names[f.Name]) {
				r.fields(b, at+"."+f.Name, v.Field(i), above)
			}
		}
	case reflect.String, reflect.Bool, reflect.Int:
		fmt.Fprintf(b, "%s=%v\n", at, v)
	}
}
