package seal

import (
	"bytes"
	"path"
	"reflect"
	"strings"

	"golang.org/x/net/html"

	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

// Readings are the pages that have been read, by path. A page is read once, for the
// search, for its Markdown and for the seal; after that its bytes must not change.
type Readings struct {
	pages  map[string]*reading
	before map[string]*reading // those of an earlier build, and used where nothing has changed
}

// After begins to read the pages of a site. Those that are what they were in an earlier
// build, which may be nil, are not read again.
func After(earlier *Readings) *Readings {
	r := &Readings{pages: map[string]*reading{}}
	if earlier != nil {
		r.before = earlier.pages
	}
	return r
}

// Forget forgets all that was read, because the pages have changed.
func (r *Readings) Forget() { clear(r.pages) }

// Done lets go of the earlier build.
func (r *Readings) Done() { r.before = nil }

// reading is what is kept of a page.
type reading struct {
	of *question // nil for a page that was not read by itself
	*document
	topics []Topic
	twin   []byte // as Markdown; nil where the page has no main part or is a part of another
}

// question is all that decides, beside its path, what is read of a page.
type question struct {
	text []byte      // as it is when it is read
	page *prose.Page // in the list of pages; nil for what is none of them
	root string      // the path at which the site begins
}

func (q question) same(other question) bool {
	return q.root == other.root && bytes.Equal(q.text, other.text) && reflect.DeepEqual(q.page, other.page)
}

// read reads those among the files that have not been read, several at a time.
func (r *Readings) read(b *view.Making, files []output.File) {
	pages := map[string]*prose.Page{}
	for _, p := range b.Pages {
		pages[pageFile(p)] = &p
	}
	var unread []output.File
	for _, f := range files {
		if path.Ext(f.Path) == ".html" && f.Source == "" && r.pages[f.Path] == nil {
			unread = append(unread, f)
		}
	}
	done := make([]*reading, len(unread))
	disk.Each(len(unread), func(i int) {
		f := unread[i]
		q := question{f.Data, pages[f.Path], strings.TrimSuffix(b.At.EscapedPath(), "/")}
		if was := r.before[f.Path]; was != nil && was.of != nil && was.of.same(q) {
			done[i] = was
			return
		}
		if done[i] = readPage(f.Path, q); done[i] != nil {
			done[i].of = &q
		}
	})
	for i, f := range unread {
		if done[i] != nil {
			r.pages[f.Path] = done[i]
		}
	}
}

// readPage reads one page.
func readPage(name string, q question) *reading {
	tree, err := html.Parse(bytes.NewReader(q.text))
	if err != nil { // only a failing reader makes one
		return nil
	}
	r := &reading{document: documentOf(tree)}
	main := first(tree, func(n *html.Node) bool { return n.Data == "main" })
	if main == nil {
		return r
	}
	if q.page != nil && findable(*q.page) {
		r.topics = topicsOf(*q.page, q.root, main)
	}
	if path.Base(name) == "index.html" && !(q.page != nil && inWhole(*q.page)) {
		r.twin = markdown(main)
	}
	return r
}
