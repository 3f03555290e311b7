package source_test

import (
	"fmt"
	"testing"

	"tillit/tools/internal/facts/source"
)

const places = `# comment
name: "Åkeri Öst" # trailing
purpose:
  sv: växel
  en: |
    switch
locations:
  - country: SE
    what: {sv: drift, en: operation}
  - country: 日本
transfers:
  - country: US
org_number: 'a ''b'''
empty:
wide: one
  two
`

func TestAt(t *testing.T) {
	f, found := source.Parse("data/x.yaml", []byte(places))
	if len(found) > 0 {
		t.Fatal(found)
	}
	tests := []struct{ path, value, key string }{
		{"", "2:1+4 true", "2:1+4 true"},
		{"name", "2:7+11 true", "2:1+4 true"},
		{"purpose", "4:3+2 true", "3:1+7 true"},
		{"purpose.sv", "4:7+5 true", "4:3+2 true"},
		{"purpose[sv]", "4:7+5 true", "4:3+2 true"},
		{"purpose[en]", "5:7+1 true", "5:3+2 true"},
		{"locations", "8:3+1 true", "7:1+9 true"},
		{"locations[0]", "8:5+7 true", "8:5+7 true"},
		{"locations[0].country", "8:14+2 true", "8:5+7 true"},
		{"locations[0].what", "9:11+1 true", "9:5+4 true"},
		{"locations[0].what[en]", "9:27+9 true", "9:23+2 true"},
		{"locations[1].country", "10:14+2 true", "10:5+7 true"},
		{"transfers.List[0].country", "12:14+2 true", "12:5+7 true"},
		{"transfers[0].country", "12:14+2 true", "12:5+7 true"},
		{"org_number", "13:13+9 true", "13:1+10 true"},
		{"empty", "14:7+0 true", "14:1+5 true"},
		{"wide", "15:7+3 true", "15:1+4 true"},
		// What is missing is shown where it would belong.
		{"country", "2:1+4 false", "2:1+4 false"},
		{"purpose[fi]", "3:1+7 false", "3:1+7 false"},
		{"locations[1].what[sv]", "10:5+7 false", "10:5+7 false"},
		{"locations[2].country", "7:1+9 false", "7:1+9 false"},
		{"locations[x]", "7:1+9 false", "7:1+9 false"},
		{"locations[-1]", "7:1+9 false", "7:1+9 false"},
		{"name.sv", "2:1+4 false", "2:1+4 false"},
		{"purpose[sv", "4:7+5 true", "4:3+2 true"},
		{"..", "2:1+4 false", "2:1+4 false"},
	}
	for _, tt := range tests {
		pos, ok := f.At(tt.path)
		if got := fmt.Sprintf("%d:%d+%d %v", pos.Line, pos.Column, pos.Length, ok); got != tt.value {
			t.Errorf("At(%q) = %s, want %s", tt.path, got, tt.value)
		}
		pos, ok = f.KeyAt(tt.path)
		if got := fmt.Sprintf("%d:%d+%d %v", pos.Line, pos.Column, pos.Length, ok); got != tt.key {
			t.Errorf("KeyAt(%q) = %s, want %s", tt.path, got, tt.key)
		}
		if (f.Node(tt.path) != nil) != ok {
			t.Errorf("Node(%q) disagrees with At", tt.path)
		}
	}
}

func TestFailed(t *testing.T) {
	_, f, _ := decode(t, `name: 12
contry: SE
purpose: {sv: no, en: yes it is}
locations:
  - country: SE
    what: {sv: 1}
  - country: DE
level: 1
level: 2
`)
	tests := map[string]bool{
		"name":                 true,
		"country":              true, // misspelt
		"contry":               true,
		"purpose":              true, // something inside it
		"purpose[sv]":          true,
		"purpose[en]":          false,
		"purpose[fi]":          false,
		"locations":            true,
		"locations[0]":         true,
		"locations[0].country": false,
		"locations[0].what.sv": true,
		"locations[1]":         false,
		"level":                true,
		"org_number":           false,
		"name.sv":              true, // something around it
		"":                     true,
	}
	for path, want := range tests {
		if got := f.Failed(path); got != want {
			t.Errorf("Failed(%q) = %v, want %v", path, got, want)
		}
	}
}

func TestMendedLinesFail(t *testing.T) {
	_, f, _ := decode(t, "name: a: b\ncountry:SE\nseat:\n    country: SE\n   since: 2024-01-01\n")
	for path, want := range map[string]bool{"name": true, "country": true, "seat.country": false, "seat.since": false} {
		if got := f.Failed(path); got != want {
			t.Errorf("Failed(%q) = %v, want %v", path, got, want)
		}
	}
	// The line was moved by a space to be read; in the file it stands where it stood.
	if pos, _ := f.At("seat.since"); pos.Line != 5 || pos.Column != 11 || pos.Length != 10 {
		t.Errorf("At(seat.since) = %+v", pos)
	}
}

func TestLine(t *testing.T) {
	f, _ := source.Parse("data/x.yaml", []byte("a: å\r\nb: c"))
	for n, want := range map[int]string{-1: "", 0: "", 1: "a: å", 2: "b: c", 3: ""} {
		if got := f.Line(n); got != want {
			t.Errorf("Line(%d) = %q, want %q", n, got, want)
		}
	}
}
