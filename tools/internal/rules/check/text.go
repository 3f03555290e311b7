package check

import (
	"maps"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// complete tells whether a text is written in each language of the site, in no
// other, and rightly in all of them.
func complete(text record.Text, languages []string) bool {
	for lang, s := range text {
		expected := slices.Contains(languages, lang) || len(languages) == 0 && valid("language", lang)
		if !expected || !valid("text", s) {
			return false
		}
	}
	return !slices.ContainsFunc(languages, func(l string) bool { _, ok := text[l]; return !ok })
}

// text says what is wrong with a text that is not complete.
func (s *subject) text(path string, text record.Text) {
	var lacking, extra []string
	for _, l := range s.languages {
		if _, ok := text[l]; !ok {
			lacking = append(lacking, l)
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(text)) {
		at := path + "[" + lang + "]"
		if value := text[lang]; !s.seen[child(path, lang)] && !valid("text", value) {
			s.badText(at, value)
		}
		if !slices.Contains(s.languages, lang) && (len(s.languages) > 0 || !valid("language", lang)) {
			extra = append(extra, lang)
		}
	}
	if len(lacking) == 1 && len(extra) == 1 {
		s.otherLanguage(path, lacking[0], extra[0])
		return
	}
	for _, l := range lacking {
		s.report("text-language", path,
			diag.Say("%s saknar texten på %s i %s", "%s lacks the text in %s of %s", s.called(), languageName(l), s.where(path)),
			diag.Say("lägg till %[1]s: …", "add %[1]s: …", l))
	}
	for _, l := range extra {
		at := path + "[" + l + "]"
		if !valid("language", l) {
			s.badLanguage(path, l)
			continue
		}
		d := s.report("extra-language", at,
			diag.Say("%s har text på %s i %s, men webbplatsen har bara %s", "%s has a text in %s in %s, but the site is only in %s",
				s.called(), languageName(l), s.where(path), s.siteLanguages()),
			diag.Say("ta bort texten, eller lägg till %[1]s i languages i data/organisation.yaml", "remove the text, or add %[1]s to languages in data/organisation.yaml", diag.Quote(l)))
		d.Cause = l
		s.keyed(d, at)
	}
}

// otherLanguage reports a text whose language is most likely misspelt.
func (s *subject) otherLanguage(path, lacking, extra string) {
	at := path + "[" + extra + "]"
	d := s.report("text-language", at,
		diag.Say("%s saknar texten på %s i %s, men har en text på språket %s", "%s lacks the text in %s of %s, but has one in the language %s",
			s.called(), languageName(lacking), s.where(path), diag.Quote(extra)),
		diag.Say("menade du %s?", "did you mean %s?", lacking))
	s.keyed(d, at)
	if language, _ := record.ConstraintOf("language"); language.Meant(extra, "") == lacking {
		d.Mend(diag.Edit{Deed: diag.Rename, Was: extra, Now: lacking})
	}
}

func (s *subject) badLanguage(path, l string) {
	at := path + "[" + l + "]"
	language, _ := record.ConstraintOf("language")
	clause, hint := language.Explain(l, "")
	d := s.report(language.Rule, at, s.has(diag.Quote(l), path, clause), hint)
	s.keyed(d, at)
	if now := language.Meant(l, ""); now != "" {
		d.Mend(diag.Edit{Deed: diag.Rename, Was: l, Now: now})
	}
}

// languagesOf checks the languages of addresses, which may be more than the
// site's: an authority has pages in many.
func (s *subject) languagesOf(a record.Addresses, path string) {
	for _, l := range slices.Sorted(maps.Keys(a)) {
		if !valid("language", l) {
			s.badLanguage(path, l)
		}
	}
}

// keyed points a finding at the key instead of the value.
func (s *subject) keyed(d *diag.Diagnostic, path string) {
	if pos, ok := s.filed.File.KeyAt(path); ok {
		d.Pos = pos
	}
}

func (s *subject) badText(path, text string) {
	of, _ := record.ConstraintOf("text")
	clause, hint := of.Explain(text, "")
	rule := of.Rule
	if value.Markup(text) != "" {
		rule = "text-markup"
	}
	s.report(rule, path, diag.Say("%s, %s: %s", "%s, %s: %s", s.called(), s.where(path), clause), hint)
}

func (c *checker) siteLanguages() diag.Text {
	var sv, en []string
	for _, l := range c.languages {
		name := languageName(l)
		sv, en = append(sv, name.SV), append(en, name.EN)
	}
	return diag.Text{SV: listed(sv, "och"), EN: listed(en, "and")}
}

// listed joins words as a sentence does.
func listed(words []string, and string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " " + and + " " + words[last]
}
