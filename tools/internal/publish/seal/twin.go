package seal

import (
	"strings"

	"golang.org/x/net/html"

	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

// WithTwins adds the pages as Markdown: index.md beside index.html, for those who
// compare texts or read them with a program.
func WithTwins(b *view.Making, files []output.File, read *Readings) []output.File {
	read.read(b, files)
	for _, f := range files {
		if r := read.pages[f.Path]; r != nil && r.twin != nil && f.Source == "" {
			files = append(files, output.File{Path: strings.TrimSuffix(f.Path, "html") + "md", Data: r.twin})
		}
	}
	return files
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
