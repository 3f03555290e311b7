package center

import (
	"bytes"
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/seal"
	"tillit/tools/internal/rules/check"
)

// mostLooks is how often the pages are made for a look at them: what stops the making is
// taken out, so that the rest is seen in the same run.
const mostLooks = 4

// look makes the pages in memory and returns what only that shows: links and anchors,
// HTML in prose, headings, addresses, layouts. The program's own files are known to make
// pages without fault, so it is silent where the site has no other, and where no renderer
// was handed in. The records must be without error.
func (c *Center) look(ctx context.Context, set *record.Set, o Order) (diag.List, error) {
	layers, err := c.Layers()
	if err != nil || c.program.Render == nil || layers.Found.Blocks() || !differs(layers) {
		return nil, err
	}
	past, broken, err := c.Past(ctx)
	if err != nil || broken.Blocks() {
		return nil, err
	}
	texts, err := c.Texts()
	if err != nil {
		return nil, err
	}
	o.Preview, o.Stage = true, nil
	export := c.export(set, past, o)
	defer export()
	var found diag.List
	for range mostLooks {
		told := texts.Blocking()
		if !kept(told).Blocks() {
			in, err := c.input(set, past, o, texts)
			if err != nil {
				return nil, err
			}
			in.Downloads = func() []output.File { return export().files }
			read := seal.After(nil)
			made, list, err := build(ctx, in, read, true)
			read.Done()
			if err != nil {
				return nil, err
			}
			told = without(list, told)
			found = append(found, again(told, found)...)
			if made != nil || !told.Blocks() {
				break
			}
		}
		mended, ok := mend(layers, kept(told))
		if !ok {
			break
		}
		layers = mended
		texts = check.ReadTexts(layers, set, prose.Files(layers.Files(), set.Organisation.Languages), words.Phrases())
	}
	return found, export().err
}

// kept are those of some findings that keep pages from being made. What is merely said
// badly does not.
func kept(list diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool {
		made := d.Rule == "prose-character" || d.Rule == "prose-untranslated"
		return made || !slices.ContainsFunc([]string{"prose-", "words-", "layout-", "page-"}, func(of string) bool { return strings.HasPrefix(d.Rule, of) })
	})
}

// differs tells whether the site has files of its own that the pages are made of.
func differs(l *folder.Layers) bool {
	for name, f := range l.Own {
		if !bytes.Equal(f.Data, l.Program[name].Data) {
			return true
		}
	}
	return false
}

// without are the findings of a list that another does not hold.
func without(list, told diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool {
		return slices.ContainsFunc(told, func(o diag.Diagnostic) bool {
			alike := o.Message == d.Message || strings.HasPrefix(d.Rule, "layout-") && d.Pos.Line > 0 // Hugo has words of its own
			return o.Rule == d.Rule && o.Pos == d.Pos && alike
		})
	})
}

// again are the findings of a further look, without what is left of those that a mended
// file was told for.
func again(list, told diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool {
		return d.Pos.File != "" && slices.ContainsFunc(told, func(o diag.Diagnostic) bool { return o.Rule == d.Rule && o.Pos.File == d.Pos.File })
	})
}

// uncaused leaves out what pages lack for others where they have been told to show it
// for their own sake.
func uncaused(seen, told diag.List) diag.List {
	return slices.DeleteFunc(seen, func(d diag.Diagnostic) bool {
		_, calls, _ := strings.Cut(d.Hint.EN, ":\n")
		return d.Rule == "page-anchors" && slices.ContainsFunc(told, func(o diag.Diagnostic) bool {
			return o.Rule == "page-drops" && o.Pos.File == d.Pos.File && !slices.ContainsFunc(strings.Split(calls, "\n\n"), func(call string) bool {
				return !strings.Contains(o.Hint.EN, call)
			})
		})
	})
}

// undropped leaves out that a page is made otherwise in another language where one of them
// has been told to show what it leaves out.
func undropped(list, told diag.List) diag.List {
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool {
		return (d.Rule == "heading-differs" || d.Rule == "shortcode-differs") && slices.ContainsFunc(told, func(o diag.Diagnostic) bool {
			return o.Rule == "page-drops" && path.Dir(o.Pos.File) == path.Dir(d.Pos.File)
		})
	})
}

// mend takes out what some findings say cannot be made into pages: of prose what is
// wrong with it, and else the file, for which that of the program stands in. It tells
// whether there was something to take out.
func mend(l *folder.Layers, found diag.List) (*folder.Layers, bool) {
	own, done := maps.Clone(l.Own), false
	for _, d := range found {
		f, ok := own[d.Pos.File]
		if !ok || d.Severity != diag.Error {
			continue
		}
		done = true
		was := l.Own[d.Pos.File].Data // places are those of the file as it was judged
		spans := faulty(was, d)
		if len(spans) == 0 || !strings.HasPrefix(d.Pos.File, "content/") {
			delete(own, d.Pos.File)
			continue
		}
		own[d.Pos.File] = folder.File{Data: blanked(f.Data, spans), Own: f.Own}
	}
	return &folder.Layers{Own: own, Program: l.Program}, done
}

// faulty is what of a page a finding is about: the shortcode at its place, or wherever
// there is HTML, a title in the text, or a shortcode that leads to a page.
func faulty(page []byte, d diag.Diagnostic) []prose.Span {
	var spans []prose.Span
	doc := prose.File{File: d.Pos.File, Data: page}.Read()
	for i, c := range doc.Calls {
		if d.Rule == "prose-ref" && c.Name == "page" || d.Rule == "prose-shortcode" && covers(page, c.Span, d.Pos) {
			spans = append(spans, c.Span)
			if end := ending(doc.Calls[i:]); end > 0 {
				spans = append(spans, doc.Calls[i+end].Span)
			}
		}
	}
	switch d.Rule {
	case "prose-html":
		spans = append(spans, doc.Tags...)
	case "page-heading":
		for _, h := range doc.Headings {
			if h.Level == 1 {
				spans = append(spans, h.Span)
			}
		}
	}
	return spans
}

// ending is which of some calls ends the text that the first begins; 0 where it begins
// none.
func ending(calls []prose.Call) int {
	depth := 0
	for i, c := range calls {
		switch {
		case c.Name != calls[0].Name || c.Escaped || c.Broken:
		case c.Ends:
			if depth--; depth == 0 {
				return i
			}
		default:
			depth++
		}
	}
	return 0
}

// covers tells whether a place stands in a piece of a page.
func covers(page []byte, s prose.Span, at diag.Pos) bool {
	from, first := diag.LineOf(page, s.From)
	to, end := diag.LineOf(page, s.To)
	after := at.Line > from || at.Line == from && at.Column >= first
	return after && (at.Line < to || at.Line == to && at.Column < end)
}

// blanked is a page with spaces in place of some pieces, so that all else stays in its
// place.
func blanked(page []byte, pieces []prose.Span) []byte {
	page = slices.Clone(page)
	for _, s := range pieces {
		for i := s.From; i < s.To; i++ {
			if page[i] != '\n' {
				page[i] = ' '
			}
		}
	}
	return page
}
