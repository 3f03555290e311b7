package view

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/publish/output"
)

// offer is a file that a page may link to.
type offer struct {
	list, lang, path, dated string
	format                  output.Format
	size                    int
}

// offered is what the pages may link to.
func (p *Plan) offered() []offer {
	if p.downloads == nil {
		return nil
	}
	return p.downloads()
}

// offersOf tells the pages of files to download, by list and by format.
func offersOf(files []output.File) []offer {
	var offers []offer
	for _, f := range files {
		if f.Source == "" { // what earlier versions offered stands on their own pages
			offers = append(offers, offerOf(f))
		}
	}
	slices.SortFunc(offers, func(a, b offer) int {
		return cmp.Or(strings.Compare(a.list, b.list), cmp.Compare(a.format.Order, b.format.Order), strings.Compare(a.path, b.path))
	})
	return offers
}

// offerOf reads the name of a file, which says what it holds:
// data/v1/subprocessors.sv.csv is the list of sub-processors, in Swedish.
func offerOf(f output.File) offer {
	list, ending, _ := strings.Cut(path.Base(f.Path), ".")
	o := offer{list: list, path: f.Path, dated: f.Dated, size: len(f.Data)}
	if lang, rest, ok := strings.Cut(ending, "."); ok && lang != "schema" {
		o.lang, ending = lang, rest
	}
	o.format = output.FormatOf(ending)
	return o
}

// Download is a file that a page offers.
type Download struct {
	Path   string // from the site's root; what lies there is always the newest
	Dated  string // the same file under a name that says which one it is; may be empty
	Format string
	Size   string
}

// Name is the dated name without its folder.
func (d Download) Name() string { return path.Base(d.Dated) }

// Downloads are the files of a list in the view's language, with those that are
// in none.
func (v *View) Downloads(list string) []Download {
	var out []Download
	for _, o := range v.offers(list) {
		out = append(out, Download{Path: o.path, Dated: o.dated, Format: o.format.Name, Size: words.Size(o.size, v.Lang)})
	}
	return out
}

func (v *View) offers(list string) []offer {
	return slices.DeleteFunc(slices.Clone(v.downloads()), func(o offer) bool {
		return o.list != list || !strings.HasPrefix(o.path, "data/") || o.lang != "" && !strings.EqualFold(o.lang, v.Lang)
	})
}

// Feed is where changes can be followed.
type Feed struct {
	Path   string // from the site's root
	Name   string // changes, subprocessors
	Format string
	Type   string // its media type
}

// Feeds are those in the language of the view.
func (v *View) Feeds() []Feed {
	kinds := map[string]Feed{
		".atom": {Format: "Atom", Type: "application/atom+xml"},
		".json": {Format: "JSON Feed", Type: "application/feed+json"},
		".ics":  {Format: "iCalendar", Type: "text/calendar"},
	}
	var out []Feed
	for _, o := range v.downloads() {
		f, known := kinds[path.Ext(o.path)]
		if known && strings.HasPrefix(o.path, "feeds/") && strings.EqualFold(o.lang, v.Lang) {
			f.Path, f.Name = o.path, o.list
			out = append(out, f)
		}
	}
	return out
}
