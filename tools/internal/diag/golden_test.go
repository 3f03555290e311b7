package diag

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// The files that the sample's findings are in.
var sampleFiles = map[string]string{
	"data/recipients/puzzel.yaml": `# Underbiträde för kundtjänst
name: Puzzel AB
contry: "NO"
purpose:
  sv: Växel, chatt & <script>
  en: Contact centre 東京 50 %
`,
	"data/recipients/åre, norr.yaml": "name: \"Åre\u202e\"\n",
}

// sample has each part that a finding can have, in no order.
func sample() List {
	puzzel := "data/recipients/puzzel.yaml"
	return List{
		{
			Pos:      Pos{puzzel, 6, 7, 26},
			Severity: Info,
			Rule:     "text-language",
			Message:  Text{"den engelska texten {en} har japanska tecken", "the English text {en} has Japanese characters"},
		},
		{
			Pos:      Pos{puzzel, 2, 1, 4},
			Severity: Error,
			Rule:     "recipient-location",
			Message:  Text{"mottagaren Puzzel AB saknar land", "the recipient Puzzel AB has no country"},
			Hint:     Text{"lägg till\nlocations:\n  - country: SE", "add\nlocations:\n  - country: SE"},
			Law:      "GDPR Art. 13(1)(f)",
			Related: []Related{
				{Pos{"data/activities/support.yaml", 12, 5, 6}, Text{"behandlingen Kundtjänst nämner mottagaren", "the activity Support names the recipient"}},
				{Pos{}, Text{"mottagare i tredjeland redovisas alltid", "recipients in third countries are always shown"}},
			},
		},
		{
			Pos:      Pos{"data/recipients/åre, norr.yaml", 1, 7, 6},
			Severity: Warning,
			Rule:     "text-invisible",
			Message:  Text{"namnet \"Åre\u202e\" vänder på texten", "the name \"Åre\u202e\" turns the text around"},
			Hint:     Text{`skriv "Åre" [igen](https://example.com)`, `write "Åre" [again](https://example.com)`},
		},
		{
			Pos:      Pos{puzzel, 3, 1, 6},
			Severity: Error,
			Rule:     "unknown-field",
			Message:  Text{`mottagaren Puzzel AB har ett okänt fält "contry"`, `the recipient Puzzel AB has an unknown field "contry"`},
			Hint:     Text{`menade du "country"?`, `did you mean "country"?`},
		},
		{
			Pos:     Pos{File: "data/organisation.yaml"},
			Rule:    "file-missing",
			Message: Text{"filen om organisationen saknas", "the file about the organisation is missing"},
		},
		{
			Pos:      Pos{},
			Severity: Warning,
			Rule:     "site-empty",
			Message:  Text{"100 % av sidorna saknar text", "100 % of the pages have no text"},
		},
	}
}

func sampleLines(file string) []byte { return []byte(sampleFiles[file]) }

// sampleRules is a table that knows two of the sample's rules, one of them without words.
var sampleRules = []Rule{
	{ID: "text-language", Group: "texts"},
	{ID: "unknown-field", Group: "fields", Title: Text{"ett fält som posten inte har", "a field that the record does not have"}},
}

func TestGoldens(t *testing.T) {
	tests := []struct {
		golden string
		print  func(io.Writer, List) error
	}{
		{"text.en.golden", func(w io.Writer, l List) error {
			return Print(w, l, TextOptions{Lang: "en", Lines: sampleLines})
		}},
		{"text.sv.golden", func(w io.Writer, l List) error {
			return Print(w, l, TextOptions{Lang: "sv-SE", Lines: sampleLines})
		}},
		{"github.en.golden", func(w io.Writer, l List) error {
			return PrintGitHub(w, l, GitHubOptions{Lang: "en"})
		}},
		{"github.sv.golden", func(w io.Writer, l List) error {
			return PrintGitHub(w, l, GitHubOptions{Lang: "sv"})
		}},
		{"json.golden", PrintJSON},
		{"sarif.en.golden", func(w io.Writer, l List) error {
			return PrintSARIF(w, l, SARIFOptions{
				Lang: "en", Version: "1.2.3", Rules: sampleRules, RulesURI: "https://tillit.example/docs/rules/",
			})
		}},
		{"sarif.sv.golden", func(w io.Writer, l List) error {
			return PrintSARIF(w, l, SARIFOptions{Lang: "sv"})
		}},
	}
	for _, tt := range tests {
		t.Run(tt.golden, func(t *testing.T) {
			var got, again bytes.Buffer
			l := sample()
			if err := tt.print(&got, l); err != nil {
				t.Fatal(err)
			}
			slices.Reverse(l)
			if err := tt.print(&again, l); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(got.String(), again.String()); diff != "" {
				t.Errorf("the order of the list shows, -first +reversed:\n%s", diff)
			}
			file := filepath.Join("testdata", tt.golden)
			if *update {
				if err := os.WriteFile(file, got.Bytes(), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
