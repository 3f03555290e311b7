package check

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/alike"
)

// alikeIn reports what the languages of a text say differently. Who has mixed them up is
// told that instead, as is who has not finished one of them.
func (s *subject) alikeIn(text record.Text, at string) {
	if len(text) < 2 || len(s.languages) < 2 {
		return
	}
	main := s.languages[0]
	for _, lang := range s.languages[1:] {
		a, b := text[main], text[lang]
		told := slices.ContainsFunc([]string{main, lang}, func(l string) bool { return s.seen[child(at, l)] || s.seen[at+"["+l+"]"] })
		if a == "" || b == "" || told {
			continue
		}
		for _, d := range alike.Texts(a, main, b, lang) {
			s.differs(d, [2]string{at + "[" + main + "]", at + "[" + lang + "]"}, [2]string{a, b}, at)
		}
	}
}

// differs reports a difference at the translation, or at what alone says something.
func (s *subject) differs(d alike.Difference, paths, texts [2]string, at string) {
	place := func(i int) diag.Pos {
		m := d.Of[i].At
		if m.To == 0 {
			pos, _ := s.filed.File.At(paths[i])
			return pos
		}
		return prose.InValue(s.filed.File, paths[i], texts[i], m.From, m.To)
	}
	i := 1
	if d.Of[1].Words == "" {
		i = 0
	}
	found := s.report(d.Kind.Rule(), paths[i], diag.Say("%s, %s: %s", "%s, %s: %s", s.called(), s.where(at), differing(d)), alikeAdvice[d.Kind])
	if found.Pos.File == "" {
		return
	}
	found.Severity = severityOf(d)
	found.Pos = place(i)
	found.Related = []diag.Related{{Pos: place(1 - i), Message: spoken(d.Of[1-i])}}
}

// severityOf is that of a difference. Two periods or days in one place of a text cannot
// both hold; of all else the writer may have a reason.
func severityOf(d alike.Difference) diag.Severity {
	if d.Sure {
		return diag.Error
	}
	return diag.Warning
}

// unlike finds what the pages say differently in the languages of the site. A page in the
// wrong language, or with an error, is compared once that is mended.
func unlike(pages []prose.Page, languages []record.Language, files folder.Tree, told diag.List) diag.List {
	if len(languages) < 2 {
		return nil
	}
	var tags []string
	for _, l := range languages {
		tags = append(tags, l.Tag)
	}
	explained := func(p prose.Page) bool {
		return slices.ContainsFunc(told, func(d diag.Diagnostic) bool {
			return d.Pos.File == p.File && (d.Severity == diag.Error || d.Rule == "wrong-language")
		})
	}
	var list diag.List
	for _, f := range alike.Pages(pages, tags, files, explained) {
		d := diag.New(f.Kind.Rule(), f.Pos, diag.Say("sidan %s: %s", "the page %s: %s", diag.Quote(f.Page.Title), differing(f.Difference)), alikeAdvice[f.Kind])
		d.Severity = severityOf(f.Difference)
		for i, pos := range f.Other {
			if pos.File != "" && pos != f.Pos {
				d.Related = append(d.Related, diag.Related{Pos: pos, Message: spoken(f.Of[i])})
			}
		}
		list = append(list, d)
	}
	return list
}

// alikeWords say of what kind a difference is.
var alikeWords = map[alike.Kind]diag.Text{
	alike.Number:    {SV: "talen skiljer sig mellan språken", EN: "the numbers differ between the languages"},
	alike.Day:       {SV: "dagarna skiljer sig mellan språken", EN: "the days differ between the languages"},
	alike.Period:    {SV: "tiderna skiljer sig mellan språken", EN: "the periods differ between the languages"},
	alike.Address:   {SV: "e-postadresserna eller telefonnumren skiljer sig mellan språken", EN: "the e-mail addresses or telephone numbers differ between the languages"},
	alike.Link:      {SV: "länkarna skiljer sig mellan språken", EN: "the links differ between the languages"},
	alike.Heading:   {SV: "rubrikerna skiljer sig mellan språken, i antal, nivå eller ordning", EN: "the headings differ between the languages, in number, level or order"},
	alike.Shortcode: {SV: "det som hämtas ur fakta skiljer sig mellan språken", EN: "what is shown of the facts differs between the languages"},
}

var alikeAdvice = map[alike.Kind]diag.Text{
	alike.Number:    {SV: "skriv samma tal på båda språken", EN: "write the same number in both languages"},
	alike.Day:       {SV: "skriv samma dag på båda språken", EN: "write the same day in both languages"},
	alike.Period:    {SV: "skriv samma tid på båda språken", EN: "write the same period in both languages"},
	alike.Address:   {SV: "skriv samma adress på båda språken; har varje språk sin egen, godta varningen i data/organisation.yaml", EN: "write the same address in both languages; if each has its own, accept the warning in data/organisation.yaml"},
	alike.Link:      {SV: "länka till samma sida eller samma myndighet på båda språken", EN: "link to the same page or the same authority in both languages"},
	alike.Heading:   {SV: "ge sidan samma rubriker i samma ordning på båda språken", EN: "give the page the same headings in the same order in both languages"},
	alike.Shortcode: {SV: "skriv samma kortkod på samma ställe på båda språken", EN: "write the same shortcode in the same place in both languages"},
}

// differing says what the two languages say.
func differing(d alike.Difference) diag.Text {
	return diag.Say("%s: %s, %s", "%s: %s, %s", alikeWords[d.Kind], spoken(d.Of[0]), spoken(d.Of[1]))
}

// spoken is what one language says of something.
func spoken(m alike.Mention) diag.Text {
	if m.Words == "" {
		return diag.Say("inget sådant på %s", "none in %s", languageName(m.Lang))
	}
	return diag.Say("%s på %s", "%s in %s", diag.Quote(diag.Clip(m.Words, diag.MostQuoted)), languageName(m.Lang))
}
