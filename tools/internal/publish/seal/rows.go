package seal

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

// Fill makes pages of what the templates have written: the rows of long lists take the
// places of their marks. Of a page with a part of a list only what is its own is read,
// since all of its rows have been.
func (r *Readings) Fill(b *view.Making, files []output.File) {
	part := map[string]bool{}
	for _, p := range b.Pages {
		part[pageFile(p)] = inWhole(p)
	}
	var rows map[string]*document
	if slices.ContainsFunc(files, func(f output.File) bool { return part[f.Path] }) {
		rows = readRows(b.Plan)
	}
	read := make([]*reading, len(files))
	disk.Each(len(files), func(i int) {
		if f := &files[i]; path.Ext(f.Path) == ".html" {
			if part[f.Path] && len(rows) > 0 {
				read[i] = readAround(b.Plan, f.Data, rows)
			}
			f.Data = b.Plan.Fill(f.Data)
		}
	})
	for i, f := range files {
		if read[i] != nil {
			r.pages[f.Path] = read[i]
		}
	}
}

// inWhole tells whether all that a page shows stands on another.
func inWhole(p prose.Page) bool { return p.Part && p.ID != page.Sheet && p.ID != page.Annexes }

// readRows reads each row that was set aside; one that is not plain is left out.
func readRows(plan *view.Plan) map[string]*document {
	rows := plan.Rows()
	names := slices.Collect(maps.Keys(rows))
	read := make([]*document, len(names))
	disk.Each(len(names), func(i int) { read[i] = rowOf(string(rows[names[i]])) })
	all := make(map[string]*document, len(names))
	for i, name := range names {
		if read[i] != nil {
			all[name] = read[i]
		}
	}
	return all
}

// placeholder is the attribute of an empty row that stands where a row was, and has
// its number.
const placeholder = "data-row"

// readAround reads a page without its rows, and takes in what is known of them. It
// returns nil where that would not be what reading the whole of it would tell.
func readAround(plan *view.Plan, text []byte, rows map[string]*document) *reading {
	var names []string
	var around bytes.Buffer
	plan.Pieces(text, func(piece []byte, row string) {
		around.Write(piece)
		if row != "" {
			around.WriteString("<tr " + placeholder + `="` + strconv.Itoa(len(names)) + `"></tr>`)
			names = append(names, row)
		}
	})
	tree, err := html.Parse(&around)
	if err != nil { // only a failing reader makes one
		return nil
	}
	l := looking{&document{ids: map[string]int{}}, map[remark]bool{}}
	met := 0
	for n := range elements(tree) {
		number, ok := attribute(n, placeholder)
		if !ok {
			l.element(n)
			continue
		}
		if number != strconv.Itoa(met) || met >= len(names) || rows[names[met]] == nil || n.Data != "tr" || n.FirstChild != nil || n.Parent.Data != "tbody" {
			return nil
		}
		l.add(rows[names[met]])
		met++
	}
	if met != len(names) {
		return nil
	}
	return &reading{document: l.document}
}

// rowOf looks through the row of a table, or returns nil if it is not so plain that it
// can stand in any table and be read by itself: each element that it begins it also
// ends, none is of a kind that is read in a way of its own, and none ends another
// because it may not stand in it.
func rowOf(row string) *document {
	l := looking{&document{ids: map[string]int{}}, map[remark]bool{}}
	tokens := html.NewTokenizer(strings.NewReader(row))
	var open []string
	rows := 0
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			if errors.Is(tokens.Err(), io.EOF) && len(open) == 0 && rows == 1 {
				return l.document
			}
			return nil
		case html.TextToken:
			if (len(open) == 0 || open[len(open)-1] == "tr") && len(bytes.TrimSpace(tokens.Raw())) > 0 {
				return nil
			}
		case html.StartTagToken:
			t := tokens.Token()
			if !fits(t.Data, open) {
				return nil
			}
			if t.Data == "tr" {
				rows++
			}
			l.element(&html.Node{Type: html.ElementNode, Data: t.Data, Attr: t.Attr})
			if t.Data != "br" && t.Data != "wbr" {
				open = append(open, t.Data)
			}
		case html.EndTagToken:
			name, _ := tokens.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				return nil
			}
			open = open[:len(open)-1]
		default: // comments, and what ends itself
			return nil
		}
	}
}

// fits tells whether an element may begin within those that are open and leaves them so.
func fits(name string, open []string) bool {
	within := func(depth int) string {
		if depth > len(open) {
			return ""
		}
		return open[len(open)-depth]
	}
	switch name {
	case "tr":
		return len(open) == 0
	case "th", "td":
		return within(1) == "tr"
	case "li":
		return within(1) == "ul" || within(1) == "ol"
	case "dt", "dd":
		return within(1) == "dl" || within(1) == "div" && within(2) == "dl"
	case "a":
		return len(open) > 1 && !slices.Contains(open, "a")
	case "abbr", "b", "br", "code", "div", "dl", "details", "em", "i", "ol", "span", "strong", "summary", "time", "ul", "wbr":
		return len(open) > 1
	}
	return false
}
