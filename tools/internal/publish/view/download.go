package view

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	decimals "golang.org/x/text/number"

	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/publish/output"
)

// offer is a file that a page may link to.
type offer struct {
	list, lang, path, dated string
	format                  format
	size                    int
}

// format is what a file of a list is.
type format struct {
	name, media string
	order       int  // what most readers want comes first
	describes   bool // it tells of another file, and holds no rows itself
}

// formatOf goes by the end of a name: what follows the list and the language.
func formatOf(ending string) format {
	switch ending {
	case "xlsx":
		return format{name: "XLSX", media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
	case "pdf":
		return format{name: "PDF", media: "application/pdf", order: 1}
	case "csv":
		return format{name: "CSV", media: "text/csv", order: 2}
	case "json":
		return format{name: "JSON", media: "application/json", order: 3}
	case "csv-metadata.json":
		return format{name: "CSVW", media: "application/csvm+json", order: 4, describes: true}
	case "schema.json":
		return format{name: "JSON Schema", media: "application/schema+json", order: 5, describes: true}
	}
	return format{name: strings.ToUpper(ending), order: 6}
}

// Offer tells the pages of a file to download. Its name says what it holds:
// data/v1/subprocessors.sv.csv is the list of sub-processors, in Swedish.
func (p *Plan) Offer(f output.File) {
	list, ending, _ := strings.Cut(path.Base(f.Path), ".")
	o := offer{list: list, path: f.Path, dated: f.Dated, size: len(f.Data)}
	if lang, rest, ok := strings.Cut(ending, "."); ok && lang != "schema" {
		o.lang, ending = lang, rest
	}
	o.format = formatOf(ending)
	p.downloads = append(p.downloads, o)
	slices.SortFunc(p.downloads, func(a, b offer) int {
		return cmp.Or(strings.Compare(a.list, b.list), cmp.Compare(a.format.order, b.format.order), strings.Compare(a.path, b.path))
	})
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
		out = append(out, Download{Path: o.path, Dated: o.dated, Format: o.format.name, Size: size(o.size, v.Lang)})
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

// size is a number of bytes, as a reader of the language writes it.
func size(bytes int, lang string) string {
	if bytes < 1000 {
		return fmt.Sprintf("%d"+words.NBSP+"B", bytes)
	}
	text := fmt.Sprintf("%.1f"+words.NBSP+"kB", float64(bytes)/1000)
	if bytes >= 1_000_000 {
		text = fmt.Sprintf("%.1f"+words.NBSP+"MB", float64(bytes)/1_000_000)
	}
	return strings.Replace(text, ".", decimalMark(lang), 1)
}

// decimalMark is what stands before the decimals of a number, as Unicode's data on
// languages have it.
func decimalMark(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return "."
	}
	written := message.NewPrinter(tag).Sprint(decimals.Decimal(0.5, decimals.Scale(1)))
	if mark := strings.Trim(written, "0123456789"); len(mark) == 1 {
		return mark
	}
	return "."
}
