package site

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"tillit/tools/internal/diag"
)

// withTwins adds the pages as Markdown: index.md beside index.html, for those who
// compare texts or read them with a program.
func (b *building) withTwins(files []File) []File {
	parts := map[string]bool{} // what they show stands in the twin of the whole page
	for _, p := range b.pages {
		parts[strings.TrimPrefix(p.URL, "/")+"index.html"] = p.part
	}
	twins, err := twins(slices.DeleteFunc(slices.Clone(files), func(f File) bool { return parts[f.Path] }))
	if err != nil {
		b.found = append(b.found, diag.Diagnostic{Rule: "page-twin", Message: say("en sida kunde inte skrivas som Markdown", "a page could not be written as Markdown")})
	}
	return append(files, twins...)
}

// twins writes the twin of each page, several at a time.
func twins(files []File) ([]File, error) {
	made, failed := make([]File, len(files)), make([]error, len(files))
	next := make(chan int)
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := range next {
				made[i], failed[i] = twin(files[i])
			}
		})
	}
	for i, f := range files {
		if path.Base(f.Path) == "index.html" && f.Source == "" {
			next <- i
		}
	}
	close(next)
	group.Wait()
	made = slices.DeleteFunc(made, func(f File) bool { return f.Path == "" })
	return made, errors.Join(failed...)
}

// twin is the text of one page; a page that only leads to another has none.
func twin(f File) (File, error) {
	root, err := html.Parse(bytes.NewReader(f.Data))
	if err != nil {
		return File{}, fmt.Errorf("read %s: %w", f.Path, err)
	}
	main := first(root, func(n *html.Node) bool { return n.Data == "main" })
	if main == nil {
		return File{}, nil
	}
	return File{Path: strings.TrimSuffix(f.Path, "html") + "md", Data: markdown(main)}, nil
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
