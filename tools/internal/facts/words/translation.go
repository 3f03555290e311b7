package words

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
)

// Sketch is what a translator begins with: lines to add at the end of a file of
// the site, which may not exist yet.
type Sketch struct {
	Name string // slash-separated, from the site's folder
	Data []byte
}

// Sketches are the files of a new language: every word of the interface that it
// lacks, as a comment with the English word, and a copy of each page that it
// lacks. The check says of a copy that it is not translated.
func Sketches(l *folder.Layers, o *record.Organisation, phrases map[string]diag.Text, tag string) []Sketch {
	languages, files := record.SiteLanguages(o), l.Files()
	var list []Sketch
	if data := wordSketch(l, files, tag, phrases); len(data) > 0 {
		list = append(list, Sketch{"i18n/" + tag + ".yaml", data})
	}
	from := languages[0].Tag
	if slices.ContainsFunc(languages, func(spoken record.Language) bool { return spoken.Tag == "en" }) {
		from = "en"
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		stem, ok := strings.CutSuffix(name, "."+from+".md")
		if !ok || !strings.HasPrefix(name, "content/") {
			continue
		}
		if _, exists := files[stem+"."+tag+".md"]; !exists {
			list = append(list, Sketch{stem + "." + tag + ".md", olderAddresses.ReplaceAll(files[name].Data, nil)})
		}
	}
	return list
}

// olderAddresses lead to a page in the language that had them.
var olderAddresses = regexp.MustCompile(`(?m)^aliases:.*\n(?:[ \t]*- .*\n)*`)

// wordSketch writes the words that a language lacks, as comments; the file may
// have some of them already.
func wordSketch(layers *folder.Layers, files folder.Tree, tag string, phrases map[string]diag.Text) []byte {
	l := lexicon{words: map[string]map[string]any{}, known: map[string]bool{}, optional: optionalWords()}
	l.program(Program(phrases))
	l.layer(layers.Program)
	l.layer(layers.Own)
	name := "i18n/" + tag + ".yaml"
	before := files[name].Data
	var b bytes.Buffer
	if len(before) == 0 {
		fmt.Fprintf(&b, "date_day: %q\n", l.words["en"]["date_day"])
	} else if !bytes.HasSuffix(before, []byte("\n")) {
		b.WriteByte('\n')
	}
	for _, key := range slices.Sorted(maps.Keys(l.known)) {
		_, has := l.words[strings.ToLower(tag)][key]
		if has || bytes.Contains(before, []byte("# "+key+":")) || key == "date_day" && len(before) == 0 {
			continue
		}
		word, err := json.Marshal(l.words["en"][key]) // which is YAML as well
		if err == nil {
			fmt.Fprintf(&b, "# %s: %s\n", key, word)
		}
	}
	return b.Bytes()
}
