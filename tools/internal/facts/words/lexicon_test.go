package words_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/trial"
)

func wordsOf(text string, own bool) folder.Tree {
	return folder.Tree{"i18n/sv.yaml": {Data: []byte(text), Own: own}}
}

func TestWordsOfTheSiteLieOverTheProgramsOwn(t *testing.T) {
	swedish := trial.SwedishAndEnglish[:1]
	files, plain, list := words.Merge(swedish,
		map[string]map[string]any{"sv": {"choice_x_y": "val", "choice_x_z": "val"}, "en": {"choice_x_y": "choice"}},
		wordsOf("a: ett\nb: två\nc:\n  one: \"{{ .Count }} dag\"\n  other: \"{{ .Count }} dagar\"\nchoice_x_z: annat\n", false),
		wordsOf("b: \"2\"\n", true))
	if len(list) > 0 {
		t.Fatal(trial.Briefs(list, "en"))
	}
	want := `{"a":"ett","b":"2","c":{"one":"{{ .Count }} dag","other":"{{ .Count }} dagar"},"choice_x_y":"val","choice_x_z":"annat"}`
	if diff := cmp.Diff(want, string(files["i18n/sv.json"].Data)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff(map[string]map[string]string{"sv": {
		"a": "ett", "b": "2", "c.one": "{{ .Count }} dag", "c.other": "{{ .Count }} dagar", "choice_x_y": "val", "choice_x_z": "annat",
	}}, plain); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestWordsNameTheMistake(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"misspelt key", "recipients_contry: Land\n", []string{`i18n/sv.yaml:1:1 [words-unknown] the key "recipients_contry" is used by no page → did you mean recipients_country?`}},
		{"a number", "recipients_country: 7\n", []string{`i18n/sv.yaml:1:21 [words-text] the key "recipients_country" must have a text, or a text for each of the forms one and other → put the text within quotation marks`}},
		{"unknown plural", "recipients_country:\n  två: x\n", []string{`i18n/sv.yaml:2:3 [words-text] the key "recipients_country" must have a text, or a text for each of the forms one and other → put the text within quotation marks`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, list := words.Merge(trial.SwedishAndEnglish[:1], nil, wordsOf("recipients_country: Land\n", false), wordsOf(tt.text, true))
			if diff := cmp.Diff(tt.want, trial.Briefs(list, "en")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// No file is told to take the name of another.
func TestAFileOfWordsIsNotToldToTakeATakenName(t *testing.T) {
	for name, want := range map[string]string{
		"i18n/sv.yml":    "move its words into i18n/sv.yaml, which is there already, and remove the file",
		"i18n/sv.toml":   "move its words into i18n/sv.yaml, which is there already, and remove the file",
		"i18n/x/sv.yaml": "move its words into i18n/sv.yaml, which is there already, and remove the file",
		"i18n/en.toml":   "write its words as YAML in i18n/en.yaml, and remove the file",
		"i18n/en.yml":    "name the file, for example, i18n/en.yaml",
		"i18n/notes.txt": "name the file after a language, as i18n/sv.yaml",
	} {
		_, _, list := words.Merge(nil, nil, folder.Tree{"i18n/en.yaml": {}}, folder.Tree{"i18n/sv.yaml": {Own: true}, name: {Own: true}})
		list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Rule != "words-file" })
		if len(list) != 1 || list[0].Hint.EN != want {
			t.Errorf("%s: %v", name, trial.Briefs(list, "en"))
		}
	}
}

func TestALanguageIsLentTheWordsThatItLacks(t *testing.T) {
	lower := wordsOf("a: å\nb: å\nc: å\nd: å\ne: å\nf: å\ng: å\n", false)
	lower["i18n/en.yaml"] = folder.File{Data: []byte("a: x\nb: x\nc: x\nd: x\ne: x\nf: x\ng: x\n")}
	_, texts, list := words.Merge([]record.Language{{Tag: "sv"}, {Tag: "de"}}, nil, lower,
		folder.Tree{"i18n/de.yaml": {Data: []byte("a: ö\ncountry_se: Schweden\n"), Own: true}, "i18n/x/y.yaml": {Data: []byte("a: x\n"), Own: true}})
	want := []string{
		`i18n/de.yaml [translation-missing] the language "de" lacks words for b, c, d, e, f and 1 more, which are shown in English → translate them in the file i18n/de.yaml; tillit new language de writes there those that are missing`,
		`i18n/x/y.yaml [words-file] words lie in one file per language, directly in the folder i18n → name the file after a language, as i18n/sv.yaml`,
	}
	if diff := cmp.Diff(want, trial.Briefs(list, "en")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"a": "ö", "b": "x", "c": "x", "d": "x", "e": "x", "f": "x", "g": "x", "country_se": "Schweden"}, texts["de"]); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
