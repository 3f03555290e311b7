package site

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"tillit/tools/internal/disk"
)

// withTwins adds the pages as Markdown: index.md beside index.html, for those who
// compare texts or read them with a program. It reads the pages, several at a time,
// and keeps what it read for the seal.
func withTwins(b *building, files []File) []File {
	parts := map[string]bool{} // what they show stands in the twin of the whole page
	for _, p := range b.pages {
		parts[strings.TrimPrefix(p.URL, "/")+"index.html"] = p.part && p.ID != sheetID && p.ID != annexesID
	}
	roots, twins := make([]*html.Node, len(files)), make([]File, len(files))
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
	b.parsed = map[string]*html.Node{}
	for i, f := range files {
		b.parsed[f.Path] = roots[i]
	}
	return append(files, slices.DeleteFunc(twins, func(f File) bool { return f.Path == "" })...)
}

// twin is the text of one page; a page that only leads to another has none.
func twin(name string, page *html.Node) File {
	main := first(page, func(n *html.Node) bool { return n.Data == "main" })
	if main == nil {
		return File{}
	}
	return File{Path: strings.TrimSuffix(name, "html") + "md", Data: markdown(main)}
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
