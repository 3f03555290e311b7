package source_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/source"
)

// day is a string type that takes unquoted dates, as record.Date does.
type day string

func (day) YAMLDate() {}

type words map[string]string

type orNone[T any] struct {
	None bool `yaml:",none"`
	List []T  `yaml:",list"`
}

type location struct {
	Country string   `yaml:"country" en:"Country" sv:"Land"`
	What    words    `yaml:"what" en:"What happens there" sv:"Vad som händer där"`
	Since   day      `yaml:"since"`
	Tags    []string `yaml:"tags"`
}

type company struct {
	ID        string           `yaml:"-"`
	Note      string           // has no tag, so no file can set it
	Name      string           `yaml:"name" en:"Name" sv:"Namn"`
	OrgNumber string           `yaml:"org_number" en:"Organisation number" sv:"Organisationsnummer"`
	Country   string           `yaml:"country" en:"Country" sv:"Land"`
	Countries []string         `yaml:"countries" en:"Countries" sv:"Länder"`
	Purpose   words            `yaml:"purpose" en:"Purpose" sv:"Ändamål"`
	Locations []location       `yaml:"locations" en:"Locations" sv:"Platser"`
	Seat      *location        `yaml:"seat" en:"Seat" sv:"Säte"`
	Level     int              `yaml:"level" en:"Level" sv:"Nivå"`
	Days      *int             `yaml:"days" en:"Days" sv:"Dagar"`
	Active    bool             `yaml:"active" en:"Active" sv:"Aktiv"`
	Optional  *bool            `yaml:"optional" en:"Optional" sv:"Valfri"`
	Effective day              `yaml:"effective" en:"Effective" sv:"Gäller från"`
	Transfers orNone[location] `yaml:"transfers" en:"Transfers" sv:"Överföringar"`
	Partners  orNone[string]   `yaml:"partners" en:"Partners" sv:"Partner"`
}

// decode parses and decodes, and returns all findings of both.
func decode(t *testing.T, data string) (*company, *source.File, diag.List) {
	t.Helper()
	f, found := source.Parse("data/c.yaml", []byte(data))
	if f == nil {
		t.Fatalf("no file; findings: %v", found)
	}
	var c company
	return &c, f, append(found, f.Decode(&c)...)
}

// briefly lists findings as line:column+length rule.
func briefly(l diag.List) []string {
	var out []string
	for _, d := range l {
		out = append(out, fmt.Sprintf("%d:%d+%d %s", d.Pos.Line, d.Pos.Column, d.Pos.Length, d.Rule))
	}
	return out
}

func TestDecodeFillsEveryKindOfField(t *testing.T) {
	got, f, found := decode(t, `# a comment
name: Puzzel AB
org_number: '556606-2336'
countries: [SE, "NO"]
purpose:
  sv: |
    Två rader,
    som de står.
  en: >-
    Two lines
    made one.
locations:
- country: SE
  since: 2024-05-01
- country: DE
  tags: []
seat: {country: SE}
level: 2
days: 0
active: true
optional: false
effective: "2024-05-01"
transfers: none
partners: [a, b]
`)
	if len(found) > 0 {
		t.Errorf("findings: %v", found)
	}
	zero, no := 0, false
	want := &company{
		Name: "Puzzel AB", OrgNumber: "556606-2336", Countries: []string{"SE", "NO"},
		Purpose:   words{"sv": "Två rader,\nsom de står.", "en": "Two lines made one."},
		Locations: []location{{Country: "SE", Since: "2024-05-01"}, {Country: "DE", Tags: []string{}}},
		Seat:      &location{Country: "SE"},
		Level:     2, Days: &zero, Active: true, Optional: &no, Effective: "2024-05-01",
		Transfers: orNone[location]{None: true}, Partners: orNone[string]{List: []string{"a", "b"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if f.Failed("") {
		t.Error("Failed without a finding")
	}
}

func TestDecodeReports(t *testing.T) {
	tests := []struct {
		name, data string
		want       []string // line:column+length rule
		message    string   // of the first finding, in English
		svenska    string   // the same in Swedish
		hint       string
	}{
		{"unknown field near another", "contry: SE\n", []string{"1:1+6 unknown-field"},
			`unknown field "contry"`, `okänt fält "contry"`, `did you mean "country"?`},
		{"unknown field near one that is given", "country: SE\ncontry: DE\n", []string{"2:1+6 unknown-field"},
			`unknown field "contry"`, `okänt fält "contry"`, `did you mean "country"? It is already on line 1; remove one of them`},
		{"unknown field near none", "åäö: SE\n", []string{"1:1+3 unknown-field"},
			`unknown field "åäö"`, `okänt fält "åäö"`,
			"the fields here are name, org_number, country, countries, purpose, locations, seat, level and 6 more"},
		{"unknown field inside an item", "locations:\n  - contry: SE\n", []string{"2:5+6 unknown-field"},
			`unknown field "contry" in item 1 of the field "locations" (Locations)`,
			`okänt fält "contry" i post 1 i fältet "locations" (Platser)`, `did you mean "country"?`},
		{"a misspelt field is looked into", "locatons:\n  - country: NO\n    what: {sv: 1}\n",
			[]string{"1:1+8 unknown-field", "2:14+2 truth-value-without-quotes", "3:16+1 number-without-quotes"},
			`unknown field "locatons"`, `okänt fält "locatons"`, `did you mean "locations"?`},

		{"organisation number", "org_number: 5566062336\n", []string{"1:13+10 number-without-quotes"},
			`the field "org_number" (Organisation number) holds 5566062336 without quotes, which is read as a number and not as text`,
			`fältet "org_number" (Organisationsnummer) innehåller 5566062336 utan citattecken, som läses som ett tal och inte som text`,
			`write org_number: "5566062336"`},
		{"leading zero", "org_number: 010\n", []string{"1:13+3 number-without-quotes"},
			`the field "org_number" (Organisation number) holds 010 without quotes, which is read as a number and then loses the leading zero`,
			`fältet "org_number" (Organisationsnummer) innehåller 010 utan citattecken, som läses som ett tal och då förlorar den inledande nollan`,
			`write org_number: "010"`},
		{"last zero", "name: 1.10\n", []string{"1:7+4 number-without-quotes"},
			`the field "name" (Name) holds 1.10 without quotes, which is read as a number and then loses the last zero`,
			`fältet "name" (Namn) innehåller 1.10 utan citattecken, som läses som ett tal och då förlorar den sista nollan`,
			`write name: "1.10"`},
		{"telephone number", "name: +46123456\n", []string{"1:7+9 number-without-quotes"},
			`the field "name" (Name) holds +46123456 without quotes, which is read as a number and then loses the plus sign`,
			`fältet "name" (Namn) innehåller +46123456 utan citattecken, som läses som ett tal och då förlorar plustecknet`,
			`write name: "+46123456"`},
		{"number in a list", "countries:\n  - SE\n  - 46\n", []string{"3:5+2 number-without-quotes"},
			`item 2 of the field "countries" (Countries) holds 46 without quotes, which is read as a number and not as text`,
			`post 2 i fältet "countries" (Länder) innehåller 46 utan citattecken, som läses som ett tal och inte som text`,
			`write - "46"`},
		{"number as a text in a language", "purpose: {sv: 12, en: x}\n", []string{"1:15+2 number-without-quotes"},
			`the text "sv" of the field "purpose" (Purpose) holds 12 without quotes, which is read as a number and not as text`,
			`texten "sv" i fältet "purpose" (Ändamål) innehåller 12 utan citattecken, som läses som ett tal och inte som text`,
			`write sv: "12"`},
		{"infinity", "name: .inf\n", []string{"1:7+4 number-without-quotes"},
			`the field "name" (Name) holds .inf without quotes, which is read as a number and not as text`,
			`fältet "name" (Namn) innehåller .inf utan citattecken, som läses som ett tal och inte som text`, `write name: ".inf"`},

		{"Norway", "country: NO\n", []string{"1:10+2 truth-value-without-quotes"},
			`the field "country" (Country) holds NO without quotes, which other programs read as false`,
			`fältet "country" (Land) innehåller NO utan citattecken, som andra program läser som falskt`, `write country: "NO"`},
		{"every word for true and false", "countries: [true, False, yes, No, ON, off, y, N, tRUE, none, oN]\n",
			[]string{"1:13+4 truth-value-without-quotes", "1:19+5 truth-value-without-quotes", "1:26+3 truth-value-without-quotes",
				"1:31+2 truth-value-without-quotes", "1:35+2 truth-value-without-quotes", "1:39+3 truth-value-without-quotes",
				"1:44+1 truth-value-without-quotes", "1:47+1 truth-value-without-quotes"},
			`item 1 of the field "countries" (Countries) holds true without quotes, which other programs read as true`,
			`post 1 i fältet "countries" (Länder) innehåller true utan citattecken, som andra program läser som sant`, `write - "true"`},
		{"date where text is wanted", "name: 2026-01-02\n", []string{"1:7+10 date-without-quotes"},
			`the field "name" (Name) holds 2026-01-02 without quotes, which other programs read as a date and rewrite`,
			`fältet "name" (Namn) innehåller 2026-01-02 utan citattecken, som andra program läser som ett datum och skriver om`,
			`write name: "2026-01-02"`},
		{"digits of a date", "effective: 20260102\n", []string{"1:12+8 number-without-quotes"},
			`the field "effective" (Effective) holds 20260102 without quotes, which is read as a number and not as text`,
			`fältet "effective" (Gäller från) innehåller 20260102 utan citattecken, som läses som ett tal och inte som text`,
			`write effective: "2026-01-02"`},

		{"no value", "name:\n", []string{"1:1+4 no-value"},
			`the field "name" (Name) has no value`, `fältet "name" (Namn) har inget värde`,
			"write a value after the colon, or remove the line"},
		{"no value, for a list, a group and a choice", "locations:\nseat:\ntransfers:\n",
			[]string{"1:1+9 no-value", "2:1+4 no-value", "3:1+9 no-value"},
			`the field "locations" (Locations) has no value`, `fältet "locations" (Platser) har inget värde`,
			"write a value after the colon, or remove the line"},
		{"tilde", "name: ~\n", []string{"1:7+1 no-value"},
			`the field "name" (Name) has no value: ~ means that there is none`,
			`fältet "name" (Namn) har inget värde: ~ betyder att det saknas`, "write a value after the colon, or remove the line"},
		{"empty item", "countries:\n  - SE\n  -\n", []string{"3:4+0 no-value"},
			`item 2 of the field "countries" (Countries) has no value`, `post 2 i fältet "countries" (Länder) har inget värde`,
			"write a value after the dash, or remove the line"},

		{"leading zero of a number", "level: 010\n", []string{"1:8+3 not-a-whole-number"},
			`the field "level" (Level) must be a whole number, but holds "010"`,
			`fältet "level" (Nivå) ska vara ett heltal, men innehåller "010"`, "write level: 10"},
		{"numbers that are not plain", "level: 1_000\ndays: 0x10\n", []string{"1:8+5 not-a-whole-number", "2:7+4 not-a-whole-number"},
			`the field "level" (Level) must be a whole number, but holds "1_000"`,
			`fältet "level" (Nivå) ska vara ett heltal, men innehåller "1_000"`, "write digits only, such as level: 30"},
		{"exponent and fraction", "level: 1e3\ndays: 1.5\n", []string{"1:8+3 not-a-whole-number", "2:7+3 not-a-whole-number"},
			`the field "level" (Level) must be a whole number, but holds "1e3"`,
			`fältet "level" (Nivå) ska vara ett heltal, men innehåller "1e3"`, "write digits only, such as level: 30"},
		{"number in quotes", "level: \"3\"\n", []string{"1:8+3 not-a-whole-number"},
			`the field "level" (Level) is a number and must stand without quotes`,
			`fältet "level" (Nivå) är ett tal och ska stå utan citattecken`, "write level: 3"},
		{"number out of range", "level: -99999999999999999999\n", []string{"1:8+21 not-a-whole-number"},
			`the field "level" (Level) holds the number -99999999999999999999, which is too large`,
			`fältet "level" (Nivå) innehåller talet -99999999999999999999, som är för stort`, "write a number below one billion"},

		{"yes in Swedish", "active: ja\n", []string{"1:9+2 not-true-or-false"},
			`the field "active" (Active) must be true or false, but holds "ja"`,
			`fältet "active" (Aktiv) ska vara true eller false, men innehåller "ja"`, "write active: true"},
		{"no", "optional: no\n", []string{"1:11+2 not-true-or-false"},
			`the field "optional" (Optional) must be true or false, but holds "no"`,
			`fältet "optional" (Valfri) ska vara true eller false, men innehåller "no"`, "write optional: false"},
		{"truth in quotes", "active: 'true'\n", []string{"1:9+6 not-true-or-false"},
			`the field "active" (Active) must stand without quotes`, `fältet "active" (Aktiv) ska stå utan citattecken`, "write active: true"},
		{"number for truth", "active: 1\n", []string{"1:9+1 not-true-or-false"},
			`the field "active" (Active) must be true or false, but holds "1"`,
			`fältet "active" (Aktiv) ska vara true eller false, men innehåller "1"`, "write active: true or active: false"},

		{"text for a list", "countries: SE, DE\n", []string{"1:12+6 wrong-type"},
			`the field "countries" (Countries) must be a list, but is a text`,
			`fältet "countries" (Länder) ska vara en lista men är en text`, "write countries: [SE, DE]"},
		{"dashes without spaces", "countries:\n  -SE\n  -DE\n", []string{"1:1+9 wrong-type"},
			`the field "countries" (Countries) must be a list, but is a text`,
			`fältet "countries" (Länder) ska vara en lista men är en text`, "put a space after each dash: - SE"},
		{"group for a list", "locations:\n  country: SE\n", []string{"1:1+9 wrong-type"},
			`the field "locations" (Locations) must be a list, but is a group of fields`,
			`fältet "locations" (Platser) ska vara en lista men är en grupp fält`,
			"put a dash before the first field of each item: - country: …"},
		{"text for a group", "seat: SE\n", []string{"1:7+2 wrong-type"},
			`the field "seat" (Seat) must be a group of fields, but is a text`,
			`fältet "seat" (Säte) ska vara en grupp fält men är en text`, "the fields here are country, what, since, tags"},
		{"missing space inside a group", "seat:\n  country:SE\n", []string{"1:1+4 wrong-type"},
			`the field "seat" (Seat) must be a group of fields, but is a text`,
			`fältet "seat" (Säte) ska vara en grupp fält men är en text`, "put a space after the colon: country: SE"},
		{"one text for every language", "purpose: Support\n", []string{"1:10+7 wrong-type"},
			`the field "purpose" (Purpose) must be written in each language, but is a single text`,
			`fältet "purpose" (Ändamål) ska skrivas på varje språk men är en enda text`, "write purpose: {sv: …, en: …}"},
		{"list for a text", "name: [Puzzel AB]\n", []string{"1:7+1 wrong-type"},
			`the field "name" (Name) must be a text, but is a list`, `fältet "name" (Namn) ska vara en text men är en lista`,
			`write name: "Puzzel AB"`},
		{"colon in an item", "countries:\n  - Bolaget: AB\n", []string{"2:5+7 wrong-type"},
			`item 1 of the field "countries" (Countries) must be a text, but is a group of fields`,
			`post 1 i fältet "countries" (Länder) ska vara en text men är en grupp fält`, `write - "Bolaget: AB"`},
		{"group for a number and a truth", "level: {a: b}\nactive: [x]\n", []string{"1:8+1 wrong-type", "2:9+1 wrong-type"},
			`the field "level" (Level) must be a whole number, but is a group of fields`,
			`fältet "level" (Nivå) ska vara ett heltal men är en grupp fält`, "write level: 30"},
		{"neither none nor a list", "transfers: no\npartners: {a: b}\n", []string{"1:12+2 wrong-type", "2:11+1 wrong-type"},
			`the field "transfers" (Transfers) must be the word none or a list, but holds "no"`,
			`fältet "transfers" (Överföringar) ska vara ordet none eller en lista, men innehåller "no"`, "write transfers: none, or a list"},

		{"a field that only the program sets", "Note: x\nID: y\nnone: z\n",
			[]string{"1:1+4 unknown-field", "2:1+2 unknown-field", "3:1+4 unknown-field"},
			`unknown field "Note"`, `okänt fält "Note"`,
			"the fields here are name, org_number, country, countries, purpose, locations, seat, level and 6 more"},
		{"what Parse reported is not reported twice", "name: &x yes\ncountry: !!str 12\nlevel: ‘3’\n",
			[]string{"1:7+2 anchor", "2:10+5 tag", "3:8+3 typographic-quotes"},
			"&x names the value so that others can refer to it; such names are not used here",
			"&x ger värdet ett namn att hänvisa till; sådana namn används inte här", "remove &x; if it is meant as text, put it in quotes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, found := decode(t, tt.data)
			if diff := cmp.Diff(tt.want, briefly(found)); diff != "" {
				t.Fatalf("-want +got\n%s", diff)
			}
			first := []string{found[0].Message.EN, found[0].Message.SV, found[0].Hint.EN}
			if diff := cmp.Diff([]string{tt.message, tt.svenska, tt.hint}, first); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			for _, d := range found {
				if d.Message.SV == "" || d.Hint.SV == "" || d.Pos.File != "data/c.yaml" {
					t.Errorf("incomplete finding %+v", d)
				}
			}
		})
	}
}

// TestDecodeAllInOneRun keeps the promise that no mistake hides another.
func TestDecodeAllInOneRun(t *testing.T) {
	_, _, found := decode(t, `naem: Puzzel AB
org_number: 5566062336
country: NO
countries: SE
purpose: Support: 24/7
locations:
  - contry: SE
   since: 2024-05-01
  - country:DE
    tags: [“a”, 'b]
seat: *here
level: "1"
active: ja
active: true
effective: 20240501
transfers: inga
partners:
days: 1.5
`)
	want := []string{
		"1:1+4 unknown-field",
		"2:13+10 number-without-quotes",
		"3:10+2 truth-value-without-quotes",
		"4:12+2 wrong-type",
		"5:17+1 colon-in-text",
		"7:5+6 unknown-field",
		"8:1+3 bad-indentation",
		"9:12+1 missing-space",
		"10:12+3 typographic-quotes",
		"10:17+1 unclosed-quote",
		"11:7+5 alias",
		"12:8+3 not-a-whole-number",
		"13:9+2 not-true-or-false",
		"14:1+6 repeated-key",
		"15:12+8 number-without-quotes",
		"16:12+4 wrong-type",
		"17:1+8 no-value",
		"18:7+3 not-a-whole-number",
	}
	found.Sort()
	if diff := cmp.Diff(want, briefly(found)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestDecodeIsTheSameEachTime(t *testing.T) {
	data := strings.Repeat("name: a\ncontry: NO\nlevel: x\n", 20)
	_, _, want := decode(t, data)
	for range 20 {
		_, _, got := decode(t, data)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("-want +got\n%s", diff)
		}
	}
}

// What a character that was lost, or one that nobody sees, has made of a value is
// said once; the field has no second finding for it.
func TestDecodeSaysNothingOfWhatWasReported(t *testing.T) {
	for data, want := range map[string]string{
		"active: tr\x00ue\n":          "1:11+1 control-character",
		"level: 1\ufffd\n":            "1:9+1 lost-character",
		"active: \"tr\\u202eue\"\n":   "1:9+12 bidi-character",
		"countries: [SE, n\u202eo]\n": "1:18+1 bidi-character",
	} {
		_, _, found := decode(t, data)
		if got := strings.Join(briefly(found), ", "); got != want {
			t.Errorf("%q: %s, want %s", data, got, want)
		}
	}
}

func TestDecodeLeavesATextThatIsNoneEmpty(t *testing.T) {
	c, _, found := decode(t, "purpose: {sv: Hej, en: [Hello], de: Hallo}\n")
	if diff := cmp.Diff(words{"sv": "Hej", "en": "", "de": "Hallo"}, c.Purpose); diff != "" || len(found) != 1 {
		t.Errorf("-want +got\n%s%v", diff, found)
	}
}
