package prose

import (
	"path"
	"strings"

	"tillit/tools/internal/diag"
)

// fewWords are too few to tell a translation from a copy: a name is the same in
// every language.
const fewWords = 8

// untranslated reports a page whose text is word for word that of another
// language: a copy that waits for its translator.
func (p *prose) untranslated() {
	first := map[string]Page{}
	for _, l := range p.languages {
		for _, page := range p.pages {
			if page.Lang != l.Tag {
				continue
			}
			words := page.doc.words()
			if len(words) < fewWords {
				continue
			}
			key := page.ID + "\x00" + strings.Join(words, " ")
			other, ok := first[key]
			if !ok {
				first[key] = page
				continue
			}
			d := diag.New("prose-untranslated", diag.Pos{File: page.File},
				diag.Say("sidans text är ord för ord densamma på språken %q och %q", "the text of the page is word for word the same in the languages %q and %q", other.Lang, page.Lang),
				diag.Say("översätt %s", "translate %s", path.Base(page.File)))
			d.Related = []diag.Related{{Pos: diag.Pos{File: other.File}, Message: diag.Say("samma text", "the same text")}}
			p.found = append(p.found, d)
		}
	}
}
