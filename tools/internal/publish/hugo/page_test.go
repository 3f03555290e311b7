package hugo_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tillit/tools/internal/publish/output"
)

func parsed(t *testing.T, text string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// first is the first node below one that is meant.
func first(n *html.Node, meant func(*html.Node) bool) *html.Node {
	for c := range n.Descendants() {
		if meant(c) {
			return c
		}
	}
	return nil
}

func element(n *html.Node, name string) *html.Node {
	return first(n, func(c *html.Node) bool { return c.Type == html.ElementNode && c.Data == name })
}

// wholeText is a text with its lines as they stand.
func wholeText(n *html.Node) string {
	var text strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			text.WriteString(c.Data)
		}
	}
	return text.String()
}

func content(n *html.Node) string {
	var text strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			text.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(text.String()), " ")
}

// asMap are the texts of files by their path.
func asMap(files []output.File) map[string]string {
	texts := map[string]string{}
	for _, f := range files {
		texts[f.Path] = string(f.Data)
	}
	return texts
}
