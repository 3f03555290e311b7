package seal

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

// withTwins adds the pages as Markdown: index.md beside index.html, for those who
// compare texts or read them with a program. It reads the pages, several at a time,
// and keeps what it read for the seal.
func WithTwins(b *view.Making, files []output.File) []output.File {
	parts := map[string]bool{} // what they show stands in the twin of the whole page
	for _, p := range b.Pages {
		parts[strings.TrimPrefix(p.URL, "/")+"index.html"] = p.Part && p.ID != page.Sheet && p.ID != page.Annexes
	}
	roots, twins := make([]*html.Node, len(files)), make([]output.File, len(files))
	disk.Each(len(files), func(i int) {
		f := files[i]
		if path.Ext(f.Path) != ".html" || f.Source != "" {
			return
		}
		root, err := html.Parse(bytes.NewReader(f.Data))
		if err != nil { // only a failing reader makes one
			return
		}
		if roots[i] = root; path.Base(f.Path) == "index.html" && !parts[f.Path] {
			twins[i] = twin(f.Path, root)
		}
	})
	b.Parsed = map[string]*html.Node{}
	for i, f := range files {
		b.Parsed[f.Path] = roots[i]
	}
	return append(files, slices.DeleteFunc(twins, func(f output.File) bool { return f.Path == "" })...)
}

// twin is the text of one page; a page that only leads to another has none.
func twin(name string, page *html.Node) output.File {
	main := first(page, func(n *html.Node) bool { return n.Data == "main" })
	if main == nil {
		return output.File{}
	}
	return output.File{Path: strings.TrimSuffix(name, "html") + "md", Data: markdown(main)}
}

// first returns the first element that is meant, or nil.
func first(n *html.Node, meant func(*html.Node) bool) *html.Node {
	if n.Type == html.ElementNode && meant(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := first(c, meant); found != nil {
			return found
		}
	}
	return nil
}
