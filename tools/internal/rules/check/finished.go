package check

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/source"
	"tillit/tools/internal/rules/finish"
)

// finished reports what tells that the text at a path is not finished, unless something
// has been said of it.
func (s *subject) finished(text, at string, kind finish.Kind) {
	if s.seen[at] {
		return
	}
	for _, sign := range finish.Signs(text, kind) {
		d := s.report(sign.Rule, at, diag.Say("%s, %s: %s", "%s, %s: %s", s.called(), s.where(at), sign.Message), sign.Hint)
		if sign.Guess {
			d.Severity = diag.Warning
		}
		if sign.Mended != "" {
			d.Mend(diag.Edit{Deed: diag.Phrase, Was: text, Now: sign.Mended})
		}
		if d.Pos.File != "" {
			d.Pos = prose.InValue(s.filed.File, at, text, sign.From, sign.To)
		}
	}
}

// finishedIn does so for a text in its languages, and tells what they say differently.
func (s *subject) finishedIn(text record.Text, at string) {
	strayed := false
	for lang, words := range text {
		if !s.seen[child(at, lang)] {
			s.finished(words, at+"["+lang+"]", finish.Text)
		}
		if in, astray := finish.Astray(words, lang); astray && !s.seen[at+"["+lang+"]"] {
			strayed = true
			s.report("wrong-language", at+"["+lang+"]",
				diag.Say("%s, %s: texten verkar stå på %s", "%s, %s: the text seems to be in %s", s.called(), s.where(at+"["+lang+"]"), languageName(in)),
				diag.Say("skriv texten på %s; har texterna bytt plats, byt tillbaka dem", "write the text in %s; if the texts have changed places, change them back", languageName(lang)))
		}
	}
	if !strayed { // else the texts are in each other's places
		s.alikeIn(text, at)
	}
}

// signed makes a finding of a sign.
func signed(sign finish.Sign, pos diag.Pos) diag.Diagnostic {
	d := diag.New(sign.Rule, pos, sign.Message, sign.Hint)
	if sign.Guess {
		d.Severity = diag.Warning
	}
	return d
}

// unfinished finds what tells that the site's own prose, words and other files are not
// finished. The program's own are looked at by its tests.
func unfinished(files folder.Tree, pages []prose.Page) diag.List {
	read := map[string]*prose.Document{}
	for _, p := range pages {
		read[p.File] = p.Document()
	}
	names := slices.Sorted(maps.Keys(files))
	found := make([]diag.List, len(names))
	disk.Each(len(names), func(i int) {
		name, f := names[i], files[names[i]]
		rest, isProse := strings.CutPrefix(name, "content/")
		switch {
		case !f.Own || !utf8.Valid(f.Data):
		case isProse && strings.HasSuffix(rest, ".md"):
			if read[name] == nil { // what is no page of the site yet
				found[i] = unfinishedPage(prose.File{File: name, Data: f.Data}.Read())
			} else {
				found[i] = unfinishedPage(read[name])
			}
		case strings.HasPrefix(name, "i18n/"):
			found[i] = unfinishedWords(name, f.Data)
		default:
			found[i] = conflicts(name, f.Data)
		}
	})
	list := slices.Concat(found...)
	list.Sort()
	return list
}

// unfinishedPage looks at a page of prose, as it is written and as it is read.
func unfinishedPage(page *prose.Document) diag.List {
	list := strayed(page)
	name, data := page.Name, page.Data
	for _, sign := range finish.InProse(data) {
		d := signed(sign, prose.InLines(name, data, page.Lines, sign.From, max(sign.From, sign.To-1)))
		if sign.Mended != "" {
			d.Mend(diag.Edit{Deed: diag.Splice, Was: string(data[sign.From:sign.To]), Now: sign.Mended})
		}
		list = append(list, d)
	}
	notes := strings.ToLower(string(data))
	for _, p := range page.Passages {
		kind := finish.Passage
		switch p.Field {
		case "title":
			kind = finish.Line
		case "description":
			kind = finish.Text
		}
		for _, sign := range finish.Signs(p.Text, kind) {
			found := p.Text[sign.From:sign.To]
			if strings.HasPrefix(found, "[") && strings.Contains(notes, strings.ToLower(found)+":") {
				continue // a link whose address stands below
			}
			d := signed(sign, p.Pos(sign.From, sign.To))
			if now := finish.Decoded(found); sign.Rule == "double-decoded" && now != "" && now != found && stands(page, d.Pos, found) {
				d.Mend(diag.Edit{Deed: diag.Splice, Was: found, Now: now})
			}
			if !slices.ContainsFunc(list, func(o diag.Diagnostic) bool { return o.Rule == d.Rule && o.Pos.Line == d.Pos.Line }) {
				list = append(list, d)
			}
		}
	}
	return list
}

// stands tells whether a page is written at a place as it is read.
func stands(page *prose.Document, at diag.Pos, text string) bool {
	if at.Line < 1 || at.Line > len(page.Lines) {
		return false
	}
	line, _, _ := strings.Cut(string(page.Data[page.Lines[at.Line-1]:]), "\n")
	runes := []rune(line)
	return at.Column >= 1 && at.Column <= len(runes) && strings.HasPrefix(string(runes[at.Column-1:]), text)
}

// strayed tells of a page that is in another language than its file's name says, by the
// first paragraph that shows it.
func strayed(page *prose.Document) diag.List {
	for _, p := range page.Passages {
		if in, astray := finish.Astray(p.Text, page.Lang); astray {
			return diag.List{diag.New("wrong-language", p.Pos(0, len(p.Text)),
				diag.Say("sidan ska vara på %s, men verkar stå på %s", "the page is to be in %s, but seems to be in %s", languageName(page.Lang), languageName(in)),
				diag.Say("skriv den på %s, eller byt namn på filen", "write it in %s, or rename the file", languageName(page.Lang)))}
		}
	}
	return nil
}

// unfinishedWords looks at the words of the interface that a site gives.
func unfinishedWords(name string, data []byte) diag.List {
	f, _ := source.Parse(name, data)
	if f == nil {
		return nil
	}
	var list diag.List
	var walk func(n *source.Node)
	walk = func(n *source.Node) {
		for key, value := range n.Fields() {
			if value.IsText() {
				for _, sign := range finish.Signs(value.Value, finish.Word) {
					// The letters that a reader copies have places for the reader to fill in.
					if sign.Rule != "unfilled-place" || !strings.HasPrefix(key.Value, "letter_") {
						d := signed(sign, f.NodePos(value))
						if sign.Mended != "" {
							d.Mend(diag.Edit{Deed: diag.Phrase, Was: value.Value, Now: sign.Mended})
						}
						list = append(list, d)
					}
				}
			}
			walk(value)
		}
	}
	walk(f.Root())
	return list
}
