package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPrintRepairs(t *testing.T) {
	at := Pos{File: "data/a.yaml", Line: 3, Column: 7}
	of := New("choice", at, Say("fel", "wrong"), Text{})
	for _, tc := range []struct {
		r      Repaired
		sv, en string
	}{
		{Repaired{}, "inget finns som bara kan betyda en sak\n", "there is nothing that can mean one thing only\n"},
		{Repaired{Repairs: []Repair{{of, []string{"kind: x"}, []string{"kind: y"}}}},
			"data/a.yaml:3: kind: x → kind: y [choice]\n1 fel rättat i 1 fil\n", "data/a.yaml:3: kind: x → kind: y [choice]\n1 finding mended in 1 file\n"},
		{Repaired{Dry: true, Repairs: []Repair{{of, []string{"a", "b\u200b", "c"}, nil}, {of, nil, nil}}},
			"data/a.yaml:3: a (+2) → borttaget [choice]\ndata/a.yaml:3: osynliga tecken borttagna [choice]\n2 fel i 1 fil kan rättas; inget är skrivet\n",
			"data/a.yaml:3: a (+2) → removed [choice]\ndata/a.yaml:3: invisible characters removed [choice]\n2 findings in 1 file can be mended; nothing is written\n"},
		{Repaired{Refused: List{New("choice", at, Text{}, Say("den är en länk", "it is a link"))}},
			"data/a.yaml:3: rättas inte: den är en länk [choice]\ninget är rättat\n", "data/a.yaml:3: not mended: it is a link [choice]\nnothing is mended\n"},
	} {
		for lang, want := range map[string]string{"sv": tc.sv, "en": tc.en} {
			var b bytes.Buffer
			if err := PrintRepairs(&b, tc.r, lang); err != nil || b.String() != want {
				t.Errorf("%v: %s", err, cmp.Diff(want, b.String()))
			}
		}
	}
}

func TestPrintReasons(t *testing.T) {
	var b bytes.Buffer
	list := List{{Rule: "phone"}, {Rule: "date"}, {Rule: "phone"}, {Rule: "missing-colon"}, {Rule: "gdpr-5-1-a"}}
	if err := PrintReasons(&b, list, "en"); err != nil {
		t.Fatal(err)
	}
	want := "\nWhy it is not mended here:\nonly you know the fact: date, phone\nthe hint is a guess: missing-colon\n" +
		"the hint says what to write, and you know whether it is true: gdpr-5-1-a\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	for _, rule := range guesses {
		if _, ok := byID[rule]; !ok || Handwork()[rule] != (Text{}) {
			t.Errorf("%s is no rule, or has another reason", rule)
		}
	}
}

func TestPrintRepairsJSON(t *testing.T) {
	of := New("choice", Pos{File: "data/a.yaml", Line: 3, Column: 7, Length: 1}, Say("fel", "wrong"), Text{})
	var b bytes.Buffer
	if err := PrintRepairsJSON(&b, Repaired{Repairs: []Repair{{of, []string{"kind: <x>"}, nil}}, Left: List{of}}); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Version int
		Written bool
		Mended  []struct {
			File, Rule    string
			Line          int
			Before, After []string
		}
		Left, Refused struct{ Findings []struct{ Rule string } }
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if !got.Written || got.Version != 1 || len(got.Mended) != 1 || got.Mended[0].Before[0] != "kind: <x>" || got.Mended[0].After == nil || len(got.Left.Findings) != 1 || got.Refused.Findings == nil ||
		!strings.Contains(b.String(), "kind: <x>") {
		t.Errorf("%s", b.String())
	}
}

// An edit is made by a rule of which the table says so, and by no other.
func TestMendAsksTheTable(t *testing.T) {
	d := New("choice", Pos{File: "a", Line: 2}, Text{}, Text{})
	d.Mend(Edit{Deed: Word, Now: "x"})
	if len(d.Edits) != 1 || d.Edits[0].Pos != d.Pos {
		t.Errorf("%+v", d.Edits)
	}
	defer func() {
		if recover() == nil {
			t.Error("a rule that mends nothing has mended")
		}
	}()
	d = New("date-order", Pos{}, Text{}, Text{})
	d.Mend(Edit{})
}
