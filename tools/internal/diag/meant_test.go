package diag

import "testing"

// A word is taken for another only where it can be no third.
func TestMeant(t *testing.T) {
	fields := []string{"country", "countries", "name", "legal_name", "org_number", "note", "notes", "acme-1", "acme-2", "object_by", "art46-2-a", "art46-2-b", "erased", "erase"}
	for word, want := range map[string]string{
		"contry": "country", "countrry": "country", "conutry": "country", "COUNTRY": "country", "legalName": "legal_name", "legal-name": "legal_name", "objectby": "object_by",
		"orgnumber": "org_number", "contri": "", "countr": "country", "naem": "", "nam": "", "Note": "note", "notee": "", "acme-3": "", "acme-": "", "acme_1": "acme-1",
		"art46-2-c": "", "art46-2-": "", "eraseed": "", "x": "", "": "",
	} {
		if got := Meant(word, fields); got != want {
			t.Errorf("%q is taken for %q, not %q", word, got, want)
		}
	}
	if !Same("Legal-Name", "legal_name") || Same("legalname", "legal_name") || Same("å", "a") {
		t.Error("words are the same, or not")
	}
}

// What leaves nothing to a reader may go; what may have been something stays for a person.
func TestShown(t *testing.T) {
	for r, want := range map[rune]string{'\u200B': "", '\u00AD': "", '\uFEFF': "", '\u200E': "", '\uFE0F': "", '\u2009': " ", '\u3000': " ", '\u202F': "\u00A0", '\u2007': "\u00A0"} {
		if now, sure := Shown(r); !sure || now != want {
			t.Errorf("%U is shown as %q, %t", r, now, sure)
		}
	}
	for _, r := range []rune{'\u202E', '\u2067', '\u2028', '\u0085', '\u0092', '\x00', '\x0B', '\x1E', '\uE000', '\uFFFD', '\u2800', '\u3164', '\U000E0067'} {
		if now, sure := Shown(r); sure {
			t.Errorf("%U is sure to be shown as %q", r, now)
		}
	}
}
