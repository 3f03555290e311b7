package value

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"tillit/tools/internal/diag"
)

// ValidLanguage accepts a language with script and region as far as they are
// needed, in the one spelling that BCP 47 recommends, so that sv and SV cannot
// be two languages of one text.
func ValidLanguage(value, _ string) bool {
	tag, err := language.Parse(value)
	return err == nil && tag != language.Und && tag.String() == value &&
		len(tag.Variants()) == 0 && len(tag.Extensions()) == 0
}

// meantLanguage is the tag that somebody wrote in another way, or "".
func meantLanguage(value string) string {
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "svenska", "swedish":
		return "sv"
	case "engelska", "english":
		return "en"
	}
	if tag, err := language.Parse(value); err == nil && ValidLanguage(tag.String(), "") {
		return tag.String()
	}
	return ""
}

func ExplainLanguage(value, _ string) (message, hint diag.Text) {
	message = diag.Say("ett språk skrivs med sin kod enligt BCP 47", "a language is written as its tag of BCP 47")
	if meant := meantLanguage(value); meant != "" {
		return message, diag.Write(meant)
	}
	return message, diag.Say("skriv till exempel sv för svenska eller en för engelska", "write for instance sv for Swedish or en for English")
}

// LanguageName returns what a language is called in Swedish or English, or its
// tag when it is unknown.
func LanguageName(tag, lang string) string {
	namer := display.English.Languages()
	if lang == "sv" {
		namer = display.Swedish.Languages()
	}
	if t, err := language.Parse(tag); err == nil {
		if name := namer.Name(t); name != "" {
			return name
		}
	}
	return tag
}
