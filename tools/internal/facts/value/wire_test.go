package value_test

import (
	"testing"

	"tillit/tools/internal/facts/value"
)

func TestAnAddressIsWrittenAsProgramsReadIt(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"https://trust.example.com/", "https://trust.example.com/"},
		{"https://Trust.Example.com/A?b=c#d", "https://Trust.Example.com/A?b=c#d"},
		{"https://förtroende.example", "https://xn--frtroende-07a.example"},
		{"https://förtroende.example/å/", "https://xn--frtroende-07a.example/%C3%A5/"},
		{"https://FÖRTROENDE.example/Å", "https://xn--frtroende-07a.example/%C3%85"},
		{"https://fo\u0308rtroende.example/", "https://xn--frtroende-07a.example/"}, // ö of two signs
		{"https://f%C3%B6rtroende.example/a", "https://xn--frtroende-07a.example/a"},
		{"https://www.räksmörgås.example:8443/x?q=ö&r=1#å", "https://www.xn--rksmrgs-5wao1o.example:8443/x?q=%C3%B6&r=1#%C3%A5"},
		{"https://trust.example/%C3%A5/b%20c", "https://trust.example/%C3%A5/b%20c"},
		{"https://例え.example/", "https://xn--r8jz45g.example/"},
		{"http://localhost:1313/", "http://localhost:1313/"},
		{"mailto:info@förtroende.example", "mailto:info@xn--frtroende-07a.example"},
		{"mailto:info@förtroende.example?subject=Hej å", "mailto:info@xn--frtroende-07a.example?subject=Hej %C3%A5"},
		{"mailto:å@a.example", "mailto:%C3%A5@a.example"},
		{"tel:+4681234567", "tel:+4681234567"},
		{"", ""},
		{"å", "%C3%A5"},
	} {
		if got := value.Wire(tc.in); got != tc.want {
			t.Errorf("%q is written %q, not %q", tc.in, got, tc.want)
		}
		if again := value.Wire(tc.want); again != tc.want {
			t.Errorf("%q is written %q when it is written again", tc.want, again)
		}
	}
}
