package seal

import (
	"bytes"
	"path"
	"strings"

	"golang.org/x/net/html"

	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

// Readings are the pages that have been read, by path. A page is read once, for the
// search, for its Markdown and for the seal; after that its bytes must not change.
type Readings map[string]*reading

// reading is what is kept of a page.
type reading struct {
	*document
	topics []Topic
	twin   []byte // as Markdown; nil where the page has no main part or is a part of another
}

// pages reads those among the files that have not been read, several at a time.
func (r Readings) pages(b *view.Making, files []output.File) {
	pages := map[string]*prose.Page{}
	for i, p := range b.Pages {
		pages[pageFile(p)] = &b.Pages[i]
	}
	var unread []output.File
	for _, f := range files {
		if path.Ext(f.Path) == ".html" && f.Source == "" && r[f.Path] == nil {
			unread = append(unread, f)
		}
	}
	done := make([]*reading, len(unread))
	disk.Each(len(unread), func(i int) {
		f := unread[i]
		done[i] = readPage(f, pages[f.Path], strings.TrimSuffix(b.At.Path, "/"))
	})
	for i, f := range unread {
		if done[i] != nil {
			r[f.Path] = done[i]
		}
	}
}

// readPage reads one page of a site that begins at the path root. What is no page of
// the list, such as 404.html, has no p.
func readPage(f output.File, p *prose.Page, root string) *reading {
	tree, err := html.Parse(bytes.NewReader(f.Data))
	if err != nil { // only a failing reader makes one
		return nil
	}
	r := &reading{document: documentOf(tree)}
	main := first(tree, func(n *html.Node) bool { return n.Data == "main" })
	if main == nil {
		return r
	}
	if p != nil && findable(*p) {
		r.topics = topicsOf(*p, root, main)
	}
	if path.Base(f.Path) == "index.html" && !(p != nil && inWhole(*p)) {
		r.twin = markdown(main)
	}
	return r
}
