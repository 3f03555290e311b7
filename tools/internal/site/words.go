package site

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/source"
)

// say fills the same values into a Swedish and an English sentence.
func say(sv, en string, args ...any) diag.Text {
	return diag.Text{SV: fmt.Sprintf(sv, args...), EN: fmt.Sprintf(en, args...)}
}

// words puts the words of the interface together, language by language and key
// by key: the site's own over the embedded ones, so that a site can rename one
// button and keep the rest. The layers are given from the lowest. They are
// merged here rather than by Hugo, for Hugo takes a key that is missing or
// misspelt in silence from another language. The same words are returned as text
// by language and key, for what is not written by a template.
func words(languages []Language, layers ...tree) (map[string]map[string]string, tree, diag.List) {
	var found diag.List
	known := map[string]bool{} // every key of the program's own words
	merged := map[string]map[string]*yaml.Node{}
	for _, layer := range layers {
		for _, name := range slices.Sorted(maps.Keys(layer)) {
			lang, ok := strings.CutPrefix(name, "i18n/")
			if !ok {
				continue
			}
			f := layer[name]
			lang, ok = strings.CutSuffix(lang, ".yaml")
			if !ok || strings.Contains(lang, "/") {
				found = append(found, wordsFile(name))
				continue
			}
			parsed, list := source.Parse(name, f.data)
			found = append(found, list...)
			if parsed == nil {
				continue
			}
			lang = strings.ToLower(lang)
			if merged[lang] == nil {
				merged[lang] = map[string]*yaml.Node{}
			}
			for i := 0; i+1 < len(parsed.Root.Content); i += 2 {
				key, value := parsed.Root.Content[i].Value, parsed.Root.Content[i+1]
				switch {
				case !f.own:
					known[key] = true
				case !known[key]:
					found = append(found, unknownWord(parsed, key, known))
				}
				if d := wordShape(parsed, key, value); d != nil {
					found = append(found, *d)
				}
				merged[lang][key] = value
			}
		}
	}
	plain := map[string]map[string]string{}
	files := tree{}
	for _, l := range languages {
		if d := missingWords(l, merged[l.key()], known); d != nil {
			found = append(found, *d)
		}
		data, err := yaml.Marshal(merged[l.key()])
		if err != nil { // values have been checked to be plain
			continue
		}
		files["i18n/"+l.key()+".yaml"] = sourceFile{data: data}
		plain[l.key()] = map[string]string{}
		for key, value := range merged[l.key()] {
			if value.Kind == yaml.ScalarNode {
				plain[l.key()][key] = value.Value
			}
		}
	}
	return plain, files, found
}

func wordsFile(name string) diag.Diagnostic {
	return diag.Diagnostic{
		Pos: diag.Pos{File: name}, Rule: "words-file",
		Message: say("ord ligger i en fil per språk, direkt i mappen i18n", "words lie in one file per language, directly in the folder i18n"),
		Hint:    say("döp filen till exempelvis i18n/sv.yaml", "name the file, for example, i18n/sv.yaml"),
	}
}

func unknownWord(f *source.File, key string, known map[string]bool) diag.Diagnostic {
	pos, _ := f.KeyAt(key)
	d := diag.Diagnostic{
		Pos: pos, Rule: "words-unknown",
		Message: say("nyckeln %q används inte av någon sida", "the key %q is used by no page", key),
		Hint:    say("ta bort raden", "remove the line"),
	}
	if near := diag.Nearest(key, slices.Collect(maps.Keys(known))); near != "" {
		d.Hint = say("menade du %s?", "did you mean %s?", near)
	}
	return d
}

// wordShape reports a value that is neither a text nor a text per plural form.
func wordShape(f *source.File, key string, value *yaml.Node) *diag.Diagnostic {
	good := value.Kind == yaml.ScalarNode && value.ShortTag() == "!!str"
	if value.Kind == yaml.MappingNode {
		good = len(value.Content) > 0
		for i := 0; i+1 < len(value.Content); i += 2 {
			form, text := value.Content[i].Value, value.Content[i+1]
			known := slices.Contains([]string{"zero", "one", "two", "few", "many", "other"}, form)
			good = good && known && text.ShortTag() == "!!str"
		}
	}
	if good {
		return nil
	}
	pos, _ := f.At(key)
	return &diag.Diagnostic{
		Pos: pos, Rule: "words-text",
		Message: say("nyckeln %q ska ha en text, eller en text för var och en av formerna one och other", "the key %q must have a text, or a text for each of the forms one and other", key),
		Hint:    say("sätt texten inom citattecken", "put the text within quotation marks"),
	}
}

func missingWords(l Language, has map[string]*yaml.Node, known map[string]bool) *diag.Diagnostic {
	var missing []string
	for _, key := range slices.Sorted(maps.Keys(known)) {
		if has[key] == nil {
			missing = append(missing, key)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	const most = 5
	list, more := strings.Join(missing[:min(most, len(missing))], ", "), len(missing)-most
	d := &diag.Diagnostic{
		Pos: diag.Pos{File: "i18n/" + l.Tag + ".yaml"}, Rule: "words-missing",
		Message: say("språket %q saknar ord för %s", "the language %q lacks words for %s", l.Tag, list),
		Hint:    say("översätt dem i filen i18n/%[1]s.yaml, eller ta bort %[1]s ur languages i data/organisation.yaml", "translate them in the file i18n/%[1]s.yaml, or remove %[1]s from languages in data/organisation.yaml", l.Tag),
	}
	if more > 0 {
		d.Message = say("språket %q saknar ord för %s och %d till", "the language %q lacks words for %s and %d more", l.Tag, list, more)
	}
	return d
}

// lineOf counts lines and columns as positions do: from 1, in code points.
func lineOf(data []byte, offset int) (line, column int) {
	before := data[:offset]
	line = bytes.Count(before, []byte("\n")) + 1
	begin := bytes.LastIndexByte(before, '\n') + 1
	return line, len([]rune(string(before[begin:]))) + 1
}
