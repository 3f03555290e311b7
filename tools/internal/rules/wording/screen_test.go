package wording

import (
	"regexp"
	"strings"
	"testing"
)

// A rough pattern must not turn away what the exact one finds: neither a phrase of the
// lints, nor a word that ends in a letter which is rare here.
func TestARoughPatternMatchesWhereTheExactDoes(t *testing.T) {
	for _, x := range []struct{ pattern, text string }{
		{`a{3}b`, "aaab"}, {`a{0,2}b`, "b"}, {`[^.]{1,4}?x`, "åäöx"}, {`(?:^|[^\p{L}])ja(?:[^\p{L}\d]|$)`, "ja!"},
		{`\p{L}+ \p{L}*`, "дом дом"}, {`[^\p{L}.,;]x`, "–x"}, {`[^\p{L}\p{Nd}]x`, "\u0663–x"},
		{`[\p{L}/-]+x`, "a/å-x"},
	} {
		if !regexp.MustCompile(x.pattern).MatchString(x.text) {
			t.Fatalf("%q does not match %q: the case is wrong", x.pattern, x.text)
		}
		if rough := roughly(x.pattern); !regexp.MustCompile(rough).MatchString(x.text) {
			t.Errorf("%q is %q roughly, which does not match %q", x.pattern, rough, x.text)
		}
	}
	for _, l := range Patterns() {
		for _, turn := range l.turns {
			for _, p := range []*screened{turn.patterns[""], turn.nearMatch, turn.alsoMatch, turn.unlessMatch} {
				if p == nil {
					continue
				}
				if s := p.rough().String(); strings.Contains(s, `\p`) || counted.MatchString(strings.ReplaceAll(s, `\x{`, "")) {
					t.Errorf("%s: the rough pattern %q counts, or knows letters", l.ID, s)
				}
			}
		}
	}
}

// What a rough pattern finds is what the exact one would have, whatever letter follows.
func TestAScreenedPhraseEndsWhereTheExactOneDoes(t *testing.T) {
	for _, within := range []string{"sam|samtycke", "sam|sam.+e", `sam|sam\p{L}*`, "sam{1,2}|samm.e"} {
		s := screen(whole, within)
		exact := regexp.MustCompile(strings.Replace(whole, "…", within, 1))
		for _, text := range []string{"sam", "sam ", "samtycke.", "samtyckeж", "samж", "samå", "sam\u0663", "sam–", "sammje", "samжe ", "såm", ""} {
			want, got := exact.FindStringSubmatchIndex(text), s.find(text)
			if len(want) != len(got) || len(want) > 0 && want[3] != got[3] {
				t.Errorf("%s in %q: %v, want %v", within, text, got, want)
			}
			if s.matches(text) != exact.MatchString(text) {
				t.Errorf("%s: matches %q = %v", within, text, s.matches(text))
			}
		}
	}
}
