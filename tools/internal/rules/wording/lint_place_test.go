package wording

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/trial"
)

// A phrase is pointed at whichever way its value is written.
func TestPhrasesHaveTheirPlaceInYAML(t *testing.T) {
	tests := []struct{ name, criterion, want string }{
		{"plain", "sv: Sparas så länge det behövs.", "6:14+19"},
		{"double quotes", `sv: "Sparas så länge det behövs."`, "6:15+19"},
		{"single quotes", `sv: 'Det är ''vårt''. Sparas så länge det behövs.'`, "6:32+19"},
		{"plain over lines", "sv: Sparas hos oss\n    så länge det\n    behövs.", "7:5+12"},
		{"folded", "sv: >-\n    Det här är första raden.\n    Sparas så länge det behövs.", "8:12+19"},
		{"literal", "sv: |\n    Rad ett.\n\n    Rad två. Sparas så länge\n    det behövs.", "9:21+8"},
		{"quoted over lines", "sv: \"Sparas\n\n    så länge det behövs.\"", "8:5+19"},
		{"no-break space", "sv: Sparas så\u00A0länge det behövs.", "6:14+19"},
		{"decomposed letters", "sv: Sparas sa\u030A la\u0308nge det beho\u0308vs.", "6:14+22"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, newline := range []string{"\n", "\r\n"} {
				text := "name:\n  sv: Svar\n  en: Replies\n# kommentar å\ncriterion:\n  " + tt.criterion + "\n  en: Two years\n"
				set := load(t, map[string]string{"data/retention/x.yaml": strings.ReplaceAll(text, "\n", newline)})
				found := Lint(set, nil, "2026-11-21")
				if len(found) != 1 {
					t.Fatalf("%d findings: %+v", len(found), found)
				}
				if diff := cmp.Diff(tt.want, place(found[0].Pos)); diff != "" {
					t.Errorf("with %q -want +got\n%s", newline, diff)
				}
			}
		})
	}
}

func TestPhrasesHaveTheirPlaceInProse(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"paragraph", "Svaren sparas så länge de behövs.", "1:15+18"},
		{"over lines", "Svaren sparas\nså länge\nde behövs.", "2:1+8"},
		{"emphasis", "Svaren **sparas så** länge de _behövs_.", "1:17+21"},
		{"link", "Svaren sparas [så länge](/tid/) de behövs.", "1:16+26"},
		{"list", "Vi sparar:\n\n- svaren, så länge de behövs\n- inget mer", "3:11+18"},
		{"heading", "## Sparas så länge det behövs {#tid}", "1:11+19"},
		{"table", "| Vad | Tid |\n| --- | --- |\n| Svaren | Sparas så länge de behövs |", "3:19+18"},
		{"description", "---\ntitle: Lagring\ndescription: Svaren sparas så länge de behövs.\n---\n\nText.", "3:28+18"},
		{"quoted title", "---\ntitle: \"Svaren sparas så länge de behövs\"\n---\n", "2:23+18"},
		{"entity", "Svaren sparas s&aring; länge de behövs.", "1:15+24"},
		{"after a shortcode", "{{< name >}} sparar svaren så länge de behövs.", "1:28+18"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, newline := range []string{"\n", "\r\n"} {
				found := lintOf(t, "retention-vague", "sv: "+strings.ReplaceAll(tt.text, "\n", newline))
				if len(found) != 1 {
					t.Fatalf("%d findings: %+v", len(found), found)
				}
				if diff := cmp.Diff(tt.want, place(found[0].Pos)); diff != "" {
					t.Errorf("with %q -want +got\n%s", newline, diff)
				}
			}
		})
	}
}

// What is no text of the page is not read.
func TestProseReadsOnlyWhatAReaderReads(t *testing.T) {
	const phrase = "Svaren sparas så länge de behövs."
	for name, text := range map[string]string{
		"code block":   "```yaml\n" + phrase + "\n```",
		"code span":    "Skriv `" + phrase + "` aldrig.",
		"comment":      "<!-- " + phrase + "\n" + phrase + " -->",
		"shortcode":    `{{< note "` + phrase + `" >}}`,
		"link address": "[Läs](/sv/?q=sparas så länge de behövs)",
		"tag":          `<span title="` + phrase + `">Läs</span>`,
		"link note":    "[läs]: /tid/ \"" + phrase + "\"",
		"front matter": "---\ntitle: Lagring\nweight: 1 # " + phrase + "\n---\n",
	} {
		if found := lintOf(t, "retention-vague", "sv: "+text); len(found) > 0 {
			t.Errorf("%s: %+v", name, found)
		}
	}
	if found := lintOf(t, "retention-vague", "de: "+phrase); len(found) > 0 {
		t.Errorf("Swedish is looked for in German: %+v", found)
	}
	if found := lintOf(t, "old-authority", "de: Die Datainspektionen."); len(found) != 1 {
		t.Errorf("a name is not looked for in German: %+v", found)
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Ett. Två. Tre", []string{"Ett.", "Två.", "Tre"}},
		{"Enligt 9 kap. 28 § gäller t.ex. detta. Slut.", []string{"Enligt 9 kap. 28 § gäller t.ex. detta.", "Slut."}},
		{"Se art. 13, nr 2 och bl.a. Visma. Nytt!", []string{"Se art. 13, nr 2 och bl.a. Visma.", "Nytt!"}},
		{"Varför? ”Därför.” Så är det.", []string{"Varför?", "”Därför.” Så är det."}},
		{"Skriv till J. Ek. Det går bra.", []string{"Skriv till J. Ek.", "Det går bra."}},
		{"See Art. 13(2) e.g. The rest.", []string{"See Art. 13(2) e.g. The rest."}},
		{"Adressen är imy.se. Numret är 08-657 61 00.", []string{"Adressen är imy.se.", "Numret är 08-657 61 00."}},
	}
	for _, tt := range tests {
		var got []string
		for s := range sentences(tt.text) {
			got = append(got, strings.TrimSpace(tt.text[s.From:s.To]))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q -want +got\n%s", tt.text, diff)
		}
	}
}

func TestLIX(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"Vi svarar dig.", 3},
		{"Vi svarar dig. Behandlingen dokumenteras.", 43}, // 5 words in 2 sentences, 2 of them long
		{"## Personuppgifter\n\nVi svarar.\n\n| Personuppgifter | Lagringstider |", 2},
		{"- personuppgifter\n- namn", 51},
		{"", 0},
	}
	for _, tt := range tests {
		if got := measure(prose.File{Lang: "sv", Data: []byte(tt.text)}.Read()).lix(); got != tt.want {
			t.Errorf("%q has LIX %d, not %d", tt.text, got, tt.want)
		}
	}
}

func place(p diag.Pos) string { return fmt.Sprintf("%d:%d+%d", p.Line, p.Column, p.Length) }

// FuzzProse asks of any text that it neither crashes the reader nor gives a place
// outside of it.
func FuzzProse(f *testing.F) {
	for _, c := range trial.Slips {
		for _, text := range append(c.Speaks, c.Silent...) {
			f.Add(text, "sv")
		}
	}
	f.Add("---\ntitle: \"Så länge\n---\n| a | [b](c) |\n```\n`` x\n<!--", "")
	f.Fuzz(func(t *testing.T, text, lang string) {
		page := prose.File{File: "page.md", Lang: lang, Data: []byte(text)}
		found := Lint(nil, []prose.File{page}, "2026-11-21")
		inside(t, page.Data, found)
		for _, p := range page.Read().Passages {
			inside(t, page.Data, diag.List{{Pos: p.Pos(0, len(p.Text))}})
		}
		if diff := cmp.Diff(found, Lint(nil, []prose.File{page}, "2026-11-21")); diff != "" {
			t.Errorf("the second time -want +got\n%s", diff)
		}
	})
}

// FuzzRecordText asks the same of a text in YAML.
func FuzzRecordText(f *testing.F) {
	f.Add("sv: >-\n    Sparas så länge\n\n    det behövs\n  en: 'it''s as long as necessary'")
	f.Add("sv: \"Datainspektionen \\u00e5\"")
	f.Fuzz(func(t *testing.T, text string) {
		data := "name: {sv: Svar, en: Replies}\ncriterion:\n  " + text + "\n"
		set, _, err := record.LoadFS(fstest.MapFS{"data/retention/x.yaml": {Data: []byte(data)}})
		if err != nil {
			t.Fatal(err)
		}
		found := Lint(set, nil, "2026-11-21")
		for _, e := range set.All() {
			inside(t, []byte(e.File.Text), found)
			for _, p := range prose.OfRecord(e).Passages {
				inside(t, []byte(e.File.Text), diag.List{{Pos: p.Pos(0, len(p.Text))}})
			}
		}
	})
}

// inside checks that findings lie within their file.
func inside(t *testing.T, data []byte, found diag.List) {
	t.Helper()
	lines := strings.Split(string(data), "\n")
	for _, d := range found {
		places := []diag.Pos{d.Pos}
		for _, r := range d.Related {
			places = append(places, r.Pos)
		}
		for _, p := range places {
			if p.Line == 0 {
				continue
			}
			if p.Line < 1 || p.Line > len(lines) {
				t.Fatalf("%s: line %d of %d", d.Rule, p.Line, len(lines))
			}
			width := utf8.RuneCountInString(lines[p.Line-1])
			if p.Column < 1 || p.Length < 0 || p.Column+p.Length > width+1 {
				t.Fatalf("%s: %d:%d+%d in a line of %d", d.Rule, p.Line, p.Column, p.Length, width)
			}
		}
	}
}
