package list

import (
	"path"
	"strings"
	"testing"

	"tillit/tools/internal/facts/words"
)

func TestFileNamesAreHarmless(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"Exempelbolaget", "exempelbolaget"}, {"Öst & Väst AB", "ost-vast-ab"}, {"Ærø Straße Łódź", "aero-strasse-lodz"},
		{"../../etc/passwd", "etc-passwd"}, {"a\x00b\u202ec", "a-b-c"}, {"漢字", ""}, {"CON", "con"}, {"2026-11-21.2", "2026-11-21-2"},
		{strings.Repeat("lång ", 40), "lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang"},
	} {
		if got := words.Fold(tc.in); got != tc.want {
			t.Errorf("%q became %q, want %q", tc.in, got, tc.want)
		}
	}
	if got := path.Clean(Folder + Dated("漢字", "漢字", "sv", edition)); got != "data/v1/2026-11-21" {
		t.Errorf("without letters the name is %q", got)
	}
}
