package site

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
)

// twins are the pages as Markdown: index.md beside index.html, for those who
// compare texts or read them with a program.
func twins(files []File) ([]File, error) {
	c := converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(), commonmark.NewCommonmarkPlugin(), table.NewTablePlugin(),
	))
	var out []File
	for _, f := range files {
		if path.Base(f.Path) != "index.html" || f.Source != "" {
			continue
		}
		root, err := html.Parse(bytes.NewReader(f.Data))
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", f.Path, err)
		}
		main := first(root, func(n *html.Node) bool { return n.Data == "main" })
		if main == nil {
			continue // a page that only leads to another
		}
		prune(main)
		flatten(main)
		text, err := c.ConvertNode(main)
		if err != nil {
			return nil, fmt.Errorf("write %s as Markdown: %w", f.Path, err)
		}
		out = append(out, File{Path: strings.TrimSuffix(f.Path, "html") + "md", Data: append(bytes.TrimSpace(text), '\n')})
	}
	return out, nil
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

// prune takes out what helps only on a screen: tables of contents and the
// anchors of headings.
func prune(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		class, _ := attribute(c, "class")
		if c.Data == "nav" || c.Data == "script" || c.Data == "form" || strings.Contains(class, "ti-toc") || strings.Contains(class, "ti-anchor") {
			n.RemoveChild(c)
		} else {
			prune(c)
		}
		c = next
	}
}

// blocks are the elements that begin a line of their own.
var blocks = map[string]bool{"p": true, "div": true, "ul": true, "ol": true, "li": true, "dl": true, "dt": true, "dd": true, "br": true, "section": true, "h2": true, "h3": true, "h4": true}

// flatten makes every cell of a table one line, since Markdown's tables know no
// other: what stood in paragraphs or lists is parted by semicolons.
func flatten(n *html.Node) {
	if n.Type == html.ElementNode && (n.Data == "td" || n.Data == "th") {
		var line []*html.Node
		inline(n, &line)
		for n.FirstChild != nil {
			n.RemoveChild(n.FirstChild)
		}
		for _, c := range line {
			n.AppendChild(c)
		}
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		flatten(c)
	}
}

// inline gathers what stands in a cell, in order, without the blocks around it.
func inline(n *html.Node, line *[]*html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		block := c.Type == html.ElementNode && blocks[c.Data]
		if block && len(*line) > 0 && !parted((*line)[len(*line)-1]) {
			*line = append(*line, &html.Node{Type: html.TextNode, Data: "; "})
		}
		switch {
		case block:
			inline(c, line)
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" && (len(*line) == 0 || parted((*line)[len(*line)-1])):
		case c.Type == html.TextNode || c.Type == html.ElementNode:
			n.RemoveChild(c)
			if c.Type == html.TextNode {
				c.Data = strings.ReplaceAll(c.Data, "\n", " ")
			}
			*line = append(*line, c)
		}
		c = next
	}
}

// parted tells whether a line already ends in a semicolon.
func parted(n *html.Node) bool { return n.Type == html.TextNode && n.Data == "; " }
