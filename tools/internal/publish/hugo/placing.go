package hugo

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
)

// chain is what Hugo calls a method or a function by: .Site.Data.
var chain = regexp.MustCompile(`\.?[A-Za-z]+(?:\.[A-Za-z]+)+`)

// deprecated tells of what will soon be gone, at each place of the site's own layouts that
// uses it. Hugo says only what it is, once.
func deprecated(c *complaint, m []string) diag.List {
	item := m[1]
	hint := diag.Say("jämför med den mall som följer med tillit", "compare it with the layout that comes with tillit")
	switch {
	case strings.HasSuffix(item, ".Data"):
		hint = diag.Say("läs fakta ur site.Params.tillit, som mallarna som följer med tillit gör; Hugo ser inget av data/",
			"read facts from site.Params.tillit, as the layouts that come with tillit do; Hugo sees nothing of data/")
	case m[2] != "":
		hint = diag.Say("skriv %s", "write %s", m[2])
	}
	message := diag.Say("en mall använder %s, som snart inte finns längre", "a layout uses %s, which will soon be gone", item)
	places := c.places(chain.FindAllString(item, -1))
	if len(places) == 0 {
		return c.one("layout-deprecated", message, hint)
	}
	var found diag.List
	for _, pos := range places {
		found = append(found, diag.New("layout-deprecated", pos, message, hint))
	}
	return found
}

// places are those in the site's own layouts where one of some names stands, with all its
// parts (site.Data) or, if none does, by its last (.Data).
func (c *complaint) places(names []string) []diag.Pos {
	for _, whole := range []bool{true, false} {
		var parts []string
		for _, name := range names {
			name = strings.TrimPrefix(name, ".")
			if !whole {
				name = name[strings.LastIndex(name, ".")+1:]
			}
			parts = append(parts, regexp.QuoteMeta(name))
		}
		if len(parts) == 0 {
			return nil
		}
		pattern := regexp.MustCompile(`(?i)(?:\b|\.)(?:` + strings.Join(parts, "|") + `)\b`)
		if !whole { // as a method of something
			pattern = regexp.MustCompile(`\.(?:` + strings.Join(parts, "|") + `)\b`)
		}
		var all []diag.Pos
		for _, rest := range c.in.Files.Under("layouts/") {
			name := "layouts/" + rest
			f := c.in.Files[name]
			if !f.Own {
				continue
			}
			text := blank.ReplaceAllStringFunc(string(f.Data), func(s string) string { return strings.Repeat(" ", len(s)) })
			for _, at := range pattern.FindAllStringIndex(text, -1) {
				line, column := diag.LineOf(f.Data, at[0])
				all = append(all, diag.Pos{File: name, Line: line, Column: column, Length: utf8.RuneCountInString(text[at[0]:at[1]])})
			}
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}

// blank is what a template does not run.
var blank = regexp.MustCompile(`\{\{-?\s*/\*[\s\S]*?\*/\s*-?\}\}`)

// stops are the calls by which a template stops the build, with their words.
var stops = regexp.MustCompile("\\b(?:errorf|warnf|(?:erroridf|warnidf)\\s+\"[^\"]*\")\\s+(?:\"((?:[^\"\\\\]|\\\\.)*)\"|`([^`]*)`)")

// gap is where a value goes in such words.
var gap = regexp.MustCompile(`%[-+# 0-9.]*[a-zA-Z]`)

// locateWords finds the site's own layout that says some words by errorf or warnf, where
// Hugo names none.
func (c *complaint) locateWords(said string) {
	if c.file != "" {
		return
	}
	for _, rest := range c.in.Files.Under("layouts/") {
		name := "layouts/" + rest
		f := c.in.Files[name]
		if !f.Own {
			continue
		}
		for _, at := range stops.FindAllSubmatchIndex(f.Data, -1) {
			words := ""
			for _, group := range []int{2, 4} {
				if at[group] >= 0 {
					words = string(f.Data[at[group]:at[group+1]])
				}
			}
			first, _, _ := strings.Cut(words, `\n`)
			pattern, err := regexp.Compile("^" + gap.ReplaceAllString(regexp.QuoteMeta(strings.ReplaceAll(first, `\"`, `"`)), ".*"))
			if err != nil || !pattern.MatchString(said) {
				continue
			}
			line, _ := diag.LineOf(f.Data, at[0])
			begin := strings.LastIndex(string(f.Data[:at[0]]), "\n") + 1
			c.file, c.line, c.byte = name, line, at[0]-begin+1
			return
		}
	}
}

// once tells of one place in a layout once, though it fails in other words on each page.
func once(list diag.List) diag.List {
	more := map[diag.Pos]int{}
	var kept diag.List
	for _, d := range list {
		if d.Rule == "layout-stop" && strings.HasPrefix(d.Pos.File, "layouts/") && d.Pos.Line > 0 {
			if more[d.Pos]++; more[d.Pos] > 1 {
				continue
			}
		}
		kept = append(kept, d)
	}
	for i, d := range kept {
		if n := more[d.Pos]; d.Rule == "layout-stop" && n > 1 {
			kept[i].Message = diag.Say("%s; och med andra ord på andra sidor (%d till)", "%s; and in other words elsewhere (%d more)", d.Message, n-1)
		}
	}
	return kept
}
