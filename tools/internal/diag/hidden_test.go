package diag_test

import (
	"testing"

	"tillit/tools/internal/diag"
)

func TestHidden(t *testing.T) {
	for _, hidden := range []string{
		"Kund\u00ADtjänst", "a\u200Bb", "a\u200Cb", "a\u200Db", "a\u2060b", "a\u2063b", "a\u206Ab", "\uFEFFa", "a\u200Eb", "a\u202Eb", "a\u2066b", // formats
		"\u3164", "\u115F", "\u1160", "\uFFA0", "fo\u034Fo", "a\u180Eb", "a\u17B4", "a\uFE0Fb", "a\uFE0F", "a\U000E0041", "a\U000E0100", // ignored by default
		"a\u2800b", "a\uFFFC", "\U0001D159", "a\uFFF9b", // blank, or in place of something
		"\uE000", "a\U000F0000", "a\u0378", "a\uFFFF", "a\U0001FFFE", "a\u0000", "a\u0085b", "a\u001Bb", // private, unassigned, controls
		"a\u2003b", "a\u2009b", "a\u202Fb", "a\u3000b", "a\u1680b", "a\u2028b", "a\u2029b", "1\u2007000", // spaces and line ends
		"\u200D❤", "❤\u200Da", "1\uFE0F", "مرحبا a\u200Cb", "東京 a\u2003b", // what others need
	} {
		if diag.FirstHidden(hidden) < 0 {
			t.Errorf("%+q is let pass", hidden)
		}
	}
	for _, seen := range []string{
		"Åsa Öberg", "naïve café", "a\u00A0b", "a – b", "“a”, ‘b’ «c»", "10 °C ± 2 %", "½ × 3 µm", "€ § ©", "a\tb\r\nc", "fo\u0308r", // Latin
		"Софья", "Αθήνα", "東京\u3000都", "서울", "עברית", "\u200Eשלום", "مرحبا\u200F (IMY)", // other scripts
		"می\u200Cخواهم", "क्\u200Dष", "ශ්\u200Dරී", "ไทย\u200Bภาษา", "ᠮᠣ\u180Eᠨ", // that need them
		"❤\uFE0F", "👩\u200D💻", "👩🏽\u200D💻", "1\uFE0F\u20E3", "✔\uFE0E", "🏳\uFE0F\u200D🌈", "©\uFE0F", // emoji
	} {
		if i := diag.FirstHidden(seen); i >= 0 {
			t.Errorf("%+q: what stands at %d is hidden", seen, i)
		}
	}
}

// Every character that is hidden is told of in words that fit it.
func TestSayHidden(t *testing.T) {
	for r, want := range map[rune]string{
		'\u202E': "the invisible character U+202E turns the direction of the text, so that a reader sees another text than the one stored",
		'\u0085': "here stands the invisible control character U+0085",
		'\u2003': "here stands the unusual space U+2003",
		'\uE000': "the character U+E000 is private, and looks different from program to program",
		'\u0378': "U+0378 is no character",
		'\u3164': "here stands the invisible character U+3164",
	} {
		if message, hint := diag.SayHidden(r); message.EN != want || hint.EN == "" || hint.SV == "" {
			t.Errorf("%U: %q", r, message.EN)
		}
	}
}
