package record

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/gather"
	"tillit/tools/internal/facts/source"
)

// Set is a data folder, read. Each list is sorted by id.
type Set struct {
	Organisation   *Organisation
	Controllers    []*Controller
	Services       []*Service
	Categories     []*Category
	Recipients     []*Recipient
	Retention      []*Retention
	Activities     []*Activity
	Rights         []*Right
	Measures       []*Measure
	Certifications []*Certification
	Cookies        []*Cookie
	Authorities    []*Authority
	Changes        []*Change

	filed   []*Filed
	byID    map[string]*Filed
	byValue map[Record]*Filed
	unread  map[string]bool // kind/id of files that hold no record that can be decoded
}

// Filed is a record with the file that it came from.
type Filed struct {
	Kind  Kind
	Value Record
	File  *source.File
}

// Name is how references and changes name a record from outside: folder/id.
func (e *Filed) Name() string {
	if e.Kind.Folder == "" {
		return e.Value.Key()
	}
	return e.Kind.Folder + "/" + e.Value.Key()
}

// All returns every record, by kind and then by id.
func (s *Set) All() []*Filed { return s.filed }

// Find returns the record of a kind (its name or folder) with an id, or nil.
func (s *Set) Find(kind, id string) *Filed {
	k, ok := KindOf(kind)
	if !ok {
		return nil
	}
	return s.byID[k.Name+"/"+id]
}

// Exists tells whether a record of a kind has a file, be it one that could not
// be read: who refers to it has made no mistake.
func (s *Set) Exists(kind, id string) bool {
	return s.Find(kind, id) != nil || s.unread[kind+"/"+id]
}

// Whole tells whether everything that the files say is in the set.
func (s *Set) Whole() bool {
	return len(s.unread) == 0 && !slices.ContainsFunc(s.filed, func(e *Filed) bool { return e.File.Failed("") })
}

// Lost tells whether some file of a kind holds no record, or not all that it
// should, so that what is missing may stand there.
func (s *Set) Lost(kind string) bool {
	for name := range s.unread {
		if strings.HasPrefix(name, kind+"/") {
			return true
		}
	}
	return slices.ContainsFunc(s.filed, func(e *Filed) bool { return e.Kind.Name == kind && e.File.Failed("") })
}

// Of returns a record in the set with its file, or nil.
func (s *Set) Of(r Record) *Filed { return s.byValue[r] }

// At is the place of a field of a record: its value, or the nearest thing above
// it that exists.
func (s *Set) At(r Record, field string) diag.Pos {
	e := s.byValue[r]
	if e == nil || e.File == nil {
		return diag.Pos{}
	}
	pos, _ := e.File.At(field)
	return pos
}

// Called is a record in words: "the recipient Puzzel AB".
func (s *Set) Called(r Record) diag.Text {
	e := s.byValue[r]
	if e == nil {
		return diag.Text{SV: r.Label("sv"), EN: r.Label("en")}
	}
	if e.Kind.Folder == "" && r.Label("") == r.Key() {
		return e.Kind.Word // the one that there is, which does not tell its name
	}
	return diag.Text{
		SV: e.Kind.Word.SV + " " + r.Label("sv"),
		EN: e.Kind.Word.EN + " " + r.Label("en"),
	}
}

// place tells kind and id from a file's name.
func place(name string) (Kind, string, *diag.Diagnostic) {
	dir, base := path.Split(strings.TrimPrefix(name, "data/"))
	dir, id := strings.TrimSuffix(dir, "/"), gather.ID(base)
	if dir == "" {
		if id == "organisation" {
			return kinds[0], id, nil
		}
		d := diag.New("file-place", diag.Pos{File: name}, diag.Text{
			SV: fmt.Sprintf("filen %q ligger inte i någon mapp för ett slags post; direkt i data/ får bara organisation.yaml ligga", base),
			EN: fmt.Sprintf("the file %q is in no folder of a kind of record; only organisation.yaml may lie directly in data/", base),
		}, folders(base))
		return Kind{}, "", &d
	}
	if k, ok := KindOf(dir); ok && k.Folder == dir {
		return k, id, nil
	}
	d := diag.New("file-place", diag.Pos{File: name}, diag.Text{
		SV: fmt.Sprintf("mappen %q hör inte till något slags post", "data/"+dir),
		EN: fmt.Sprintf("the folder %q belongs to no kind of record", "data/"+dir),
	}, folders(base))
	return Kind{}, "", &d
}

func folders(base string) diag.Text {
	var names []string
	for _, k := range kinds[1:] {
		names = append(names, k.Folder)
	}
	all := strings.Join(names, ", ")
	return diag.Text{
		SV: fmt.Sprintf("flytta %s till en av mapparna i data/: %s", base, all),
		EN: fmt.Sprintf("move %s to one of the folders in data/: %s", base, all),
	}
}

func (s *Set) add(e *Filed) {
	switch v := e.Value.(type) {
	case *Organisation:
		s.Organisation = v
	case *Controller:
		s.Controllers = append(s.Controllers, v)
	case *Service:
		s.Services = append(s.Services, v)
	case *Category:
		s.Categories = append(s.Categories, v)
	case *Recipient:
		s.Recipients = append(s.Recipients, v)
	case *Retention:
		s.Retention = append(s.Retention, v)
	case *Activity:
		s.Activities = append(s.Activities, v)
	case *Right:
		s.Rights = append(s.Rights, v)
	case *Measure:
		s.Measures = append(s.Measures, v)
	case *Certification:
		s.Certifications = append(s.Certifications, v)
	case *Cookie:
		s.Cookies = append(s.Cookies, v)
	case *Authority:
		s.Authorities = append(s.Authorities, v)
	case *Change:
		s.Changes = append(s.Changes, v)
	}
	s.filed = append(s.filed, e)
	s.byID[e.Kind.Name+"/"+e.Value.Key()] = e
	s.byValue[e.Value] = e
}

// inOrder sorts filed by kind and then by id, as the lists of a set are sorted.
func inOrder(filed []*Filed) {
	rank := map[string]int{}
	for i, k := range kinds {
		rank[k.Name] = i
	}
	slices.SortStableFunc(filed, func(a, b *Filed) int {
		return cmp.Or(cmp.Compare(rank[a.Kind.Name], rank[b.Kind.Name]), cmp.Compare(a.Value.Key(), b.Value.Key()))
	})
}

// Controller returns the organisation's main controller, or nil: the one that
// organisation.yaml names, or the only one.
func (s *Set) Controller() *Controller {
	if s.Organisation != nil && s.Organisation.Controller != "" {
		for _, c := range s.Controllers {
			if c.ID == s.Organisation.Controller {
				return c
			}
		}
		return nil
	}
	if len(s.Controllers) == 1 {
		return s.Controllers[0]
	}
	return nil
}
