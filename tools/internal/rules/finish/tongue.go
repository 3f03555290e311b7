package finish

import (
	"strings"
	"unicode"
)

// Words that stand in nearly every sentence of one language, and in none of the other.
var tongues = map[string]map[string]bool{
	"sv": set("och att det som för på är av med till inte har vi din dina ditt dig från eller ska när ett den de oss hos var vår våra kan behöver också efter innan mellan utan vilka vilket"),
	"en": set("the and of is you your with we are that this from not which been have has our when or to it be as by they their them who what where will shall must if between without after before"),
}

func set(words string) map[string]bool {
	known := map[string]bool{}
	for _, w := range strings.Fields(words) {
		known[w] = true
	}
	return known
}

// longest is how many bytes the longest of those words has.
const longest = 8

// least is how many words a text must have for its language to be guessed.
const least = 6

// Tongue guesses whether a text is in Swedish or in English by its small words: "sv",
// "en", or "" where it is short or could be either.
func Tongue(text string) string {
	words, count := 0, [2]int{}
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		words++
		if len(w) > longest {
			continue
		}
		for i, lang := range [2]string{"sv", "en"} {
			if tongues[lang][strings.ToLower(w)] {
				count[i]++
			}
		}
	}
	if words < least {
		return ""
	}
	switch sv, en := count[0], count[1]; {
	case sv >= 2 && sv >= 4*en:
		return "sv"
	case en >= 2 && en >= 4*sv:
		return "en"
	}
	return ""
}

// Astray tells whether a text in a language seems to be in the other one of the two that
// can be told apart, and which that is.
func Astray(text, lang string) (in string, astray bool) {
	if tongues[lang] == nil {
		return "", false
	}
	in = Tongue(text)
	return in, in != "" && in != lang
}
