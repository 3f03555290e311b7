package record

import (
	"slices"
	"strings"
	_ "time/tzdata" // Hugo asks for Europe/Stockholm, which a bare machine does not know

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Language is one language of the site. The first of a list is the default.
type Language struct {
	Tag   string // BCP 47
	Label string // the language's name in itself
}

// Key is the name that Hugo gives to a language, in addresses and file names.
func (l Language) Key() string { return strings.ToLower(l.Tag) }

// SiteLanguages are those of the organisation, the one at the root address first.
func SiteLanguages(o *Organisation) []Language {
	tags := []string{o.Main()}
	for _, tag := range o.Languages {
		if !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	var list []Language
	for _, tag := range tags {
		if tag != "" {
			list = append(list, Language{Tag: tag, Label: languageName(tag)})
		}
	}
	return list
}

// languageName is what a language calls itself, with a capital as in a menu.
func languageName(tag string) string {
	name := display.Self.Name(language.Make(tag))
	if name == "" {
		return tag
	}
	first := []rune(name)[0]
	return strings.ToUpper(string(first)) + strings.TrimPrefix(name, string(first))
}
