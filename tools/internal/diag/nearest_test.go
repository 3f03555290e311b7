package diag

import (
	"slices"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	fields := []string{"country", "name", "legal_name", "legal_form", "org_number", "purpose", "vat", "id", "object_by"}
	tests := []struct {
		word       string
		candidates []string
		want       string
		why        string
	}{
		{"contry", fields, "country", "a letter missing"},
		{"countrry", fields, "country", "a letter too many"},
		{"coumtry", fields, "country", "a wrong letter"},
		{"conutry", fields, "country", "two letters changed places"},
		{"naem", fields, "name", "a swap is one slip, or a word of four could not have it"},
		{"Legal-Name", fields, "legal_name", "case and dash count for nothing"},
		{"legalName", fields, "legal_name", ""},
		{"orgnumber", fields, "org_number", ""},
		{"objectby", fields, "object_by", ""},
		{"ID", fields, "id", ""},
		{"iq", fields, "", "a third of two letters is none"},
		{"vet", fields, "vat", "a third of three letters is one"},
		{"vta", fields, "vat", ""},
		{"xyz", fields, "", ""},
		{"purpoooses", fields, "purpose", "three slips in a long word"},
		{"purpooooses", fields, "", "but not four"},
		{"underbitrade", []string{"underbiträde"}, "underbiträde", "letters, not bytes, are counted"},
		{"cat", []string{"hat", "bat", "rat"}, "bat", "equally near: the first in the alphabet"},
		{"name", []string{"named", "name"}, "name", "nothing is nearer than the word itself"},
		{"a", nil, "", ""},
		{"", []string{"", "a", "abc"}, "", "nothing was written, so nothing was meant"},
		{strings.Repeat("a", 1<<20), fields, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.word[:min(len(tt.word), 20)], func(t *testing.T) {
			if got := Nearest(tt.word, tt.candidates); got != tt.want {
				t.Errorf("got %q, want %q: %s", got, tt.want, tt.why)
			}
			reversed := slices.Clone(tt.candidates)
			slices.Reverse(reversed)
			if got := Nearest(tt.word, reversed); got != tt.want {
				t.Errorf("of the candidates reversed: got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSlipsCountsTheFewest(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "", 3},
		{"abc", "abc", 0},
		{"kitten", "sitting", 3},
		{"ab", "ba", 1},
		{"abcd", "badc", 2},
		{"ca", "abc", 3}, // no part is changed twice
		{"aab", "bba", 2},
	}
	for _, tt := range tests {
		if got := slips([]rune(tt.a), []rune(tt.b), 10); got != tt.want {
			t.Errorf("slips(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
		for limit := range 4 {
			got := slips([]rune(tt.a), []rune(tt.b), limit)
			if (got <= limit) != (tt.want <= limit) || got <= limit && got != tt.want {
				t.Errorf("slips(%q, %q) within %d = %d, want %d or above the limit", tt.a, tt.b, limit, got, tt.want)
			}
		}
	}
}
