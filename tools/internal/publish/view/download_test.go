package view

import (
	"testing"

	"tillit/tools/internal/facts/words"
)

func TestSizesHaveTheMarkOfTheLanguage(t *testing.T) {
	for lang, want := range map[string]string{"sv": "12,3\u00a0kB", "en": "12.3\u00a0kB", "de": "12,3\u00a0kB", "fi": "12,3\u00a0kB", "qaa": "12.3\u00a0kB"} {
		if got := words.Size(12_345, lang); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
