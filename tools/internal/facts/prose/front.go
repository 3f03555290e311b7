package prose

import (
	"bytes"
	"strings"

	"tillit/tools/internal/facts/source"
)

// frontMatter returns where the YAML at the beginning of a page ends, and where its
// text begins, as Hugo has it: the first line is three hyphens, and the next one that
// begins with three ends it. What stands after them on that line is text.
func frontMatter(data []byte) (end, body int, ok bool) {
	first, _, ok := bytes.Cut(data, []byte("\n"))
	if !ok || string(bytes.TrimRight(first, " \t\r")) != "---" {
		return 0, 0, false
	}
	for at := len(first); at < len(data); at++ {
		if (data[at] == '\n' || data[at] == '\r') && bytes.HasPrefix(data[at+1:], []byte("---")) {
			body = at + 1 + len("---")
			if body < len(data) && data[body] == '\r' {
				body++
			}
			if body < len(data) && data[body] == '\n' {
				body++
			}
			return at + 1, body, true
		}
	}
	return 0, 0, false
}

// readFront reads the front matter, and its title and description as passages.
func (d *Document) readFront() {
	end, body, ok := frontMatter(d.Data)
	if !ok {
		return
	}
	d.fronted, d.body = true, body
	// The first line is emptied, so that lines are counted as they are in the file.
	d.front, d.unread = source.Parse(d.Name, append([]byte("\n"), d.Data[d.Lines[1]:end]...))
	if d.front == nil {
		return
	}
	for _, key := range []string{"title", "description"} {
		n := d.front.Node(key)
		if n == nil || n.Value == "" || d.front.Failed(key) {
			continue
		}
		p := &Passage{Doc: d, Lang: d.Lang, File: d.front, Field: key, Heading: key == "title"}
		p.Set(n.Value)
		d.Passages = append(d.Passages, p)
		if key == "title" {
			d.Title = p.Text
		}
	}
}

// Title is the title that a page's front matter gives it, as it is written there, or "".
func Title(text string) string {
	end, _, ok := frontMatter([]byte(text))
	if !ok {
		return ""
	}
	_, matter, _ := strings.Cut(text[:end], "\n")
	front, _ := source.Parse("", []byte(matter))
	if front == nil || front.Failed("title") || front.Node("title") == nil {
		return ""
	}
	return strings.TrimSpace(front.Node("title").Value)
}

// Below is the text of a page below its front matter, or all of it where it has none.
func Below(text string) string {
	_, body, _ := frontMatter([]byte(text))
	return text[body:]
}
