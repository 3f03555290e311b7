package view

import (
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/facts/words"
)

// tongue shows records in one language, as they stand on a day.
type tongue struct{ *words.Tongue }

func newTongue(set *record.Set, lang string, asOf value.Date, texts map[string]string, absent map[string]bool, at map[string]string) *tongue {
	return &tongue{words.NewTongue(set, lang, asOf, texts, absent, at)}
}
