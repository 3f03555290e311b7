package words

import (
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/source"
	"tillit/tools/internal/facts/value"
)

// Merge puts the words of the interface together, language by language and key
// by key: the site's own over the program's, and those over what the program says
// in Swedish and English, so that a site can rename one button and keep the rest.
// They are merged here rather than by Hugo, for Hugo takes a key that is missing or
// misspelt in silence from another language. The words are returned for Hugo, as
// files, and as texts by language and key, for what is not written by a template.
func Merge(languages []record.Language, spoken map[string]map[string]any, lower, upper folder.Tree) (folder.Tree, map[string]map[string]string, diag.List) {
	l := lexicon{words: map[string]map[string]any{}, known: map[string]bool{}, optional: optionalWords()}
	l.program(spoken)
	l.layer(lower)
	l.layer(upper)
	files, texts := folder.Tree{}, map[string]map[string]string{}
	for _, language := range languages {
		key := language.Key()
		l.whole(language)
		data, err := json.Marshal(l.words[key])
		if err != nil { // texts can always be written
			continue
		}
		files["i18n/"+key+".json"] = folder.File{Data: data}
		texts[key] = map[string]string{}
		for name, word := range l.words[key] {
			switch word := word.(type) {
			case string:
				texts[key][name] = word
			case map[string]string:
				for form, text := range word {
					texts[key][FormKey(name, form)] = text
				}
			}
		}
	}
	return files, texts, l.found
}

// lexicon is the words of each language: a text, or a text per plural form.
type lexicon struct {
	words    map[string]map[string]any
	known    map[string]bool // the program's own keys
	optional map[string]bool // keys that no language must have
	found    diag.List
}

func (l *lexicon) put(lang, key string, word any) {
	if l.words[lang] == nil {
		l.words[lang] = map[string]any{}
	}
	l.words[lang][key] = word
}

// program lays in what the program says.
func (l *lexicon) program(spoken map[string]map[string]any) {
	for lang, texts := range spoken {
		for key, text := range texts {
			l.put(lang, key, text)
			l.known[key] = true
		}
	}
}

// layer lays the words of a tree's i18n/ over those that are there.
func (l *lexicon) layer(files folder.Tree) {
	for _, rest := range files.Under("i18n/") {
		name := "i18n/" + rest
		lang, ok := strings.CutSuffix(rest, ".yaml")
		if !ok || strings.Contains(lang, "/") {
			l.found = append(l.found, wordsFile(name, files))
			continue
		}
		f, list := source.Parse(name, files[name].Data)
		l.found = append(l.found, list...)
		if f == nil {
			continue
		}
		if files[name].Own {
			l.found = append(l.found, f.CutTexts()...)
		}
		for field, value := range f.Root().Fields() {
			key := field.Value
			if !files[name].Own {
				l.known[key] = true
			} else if !l.known[key] && !l.optional[key] {
				l.found = append(l.found, unknownWord(f, key, l.known))
			}
			word, ok := wordOf(value)
			if !ok {
				l.found = append(l.found, wordShape(f, key))
			}
			l.put(strings.ToLower(lang), key, word)
		}
	}
}

// wordOf reads a text, or a text per plural form.
func wordOf(n *source.Node) (word any, ok bool) {
	if n.Kind != source.Map {
		return source.Composed(n.Value), isText(n)
	}
	forms := map[string]string{}
	ok = len(n.Content) > 0
	for form, text := range n.Fields() {
		ok = ok && slices.Contains([]string{"zero", "one", "two", "few", "many", "other"}, form.Value) && isText(text)
		forms[form.Value] = source.Composed(text.Value)
	}
	return forms, ok
}

// isText tells whether a value is a text, or a reference to another value, of
// which the reader of YAML has spoken.
func isText(n *source.Node) bool { return n.IsText() || n.Kind == source.Alias }

// wordsFile tells of a file that is none of words, and which name would make it one. It
// never tells to take the name of another file.
func wordsFile(name string, files folder.Tree) diag.Diagnostic {
	ending := path.Ext(name)
	tag := strings.TrimSuffix(path.Base(name), ending)
	better := "i18n/" + tag + ".yaml"
	hint := diag.Say("döp filen till exempelvis %s", "name the file, for example, %s", better)
	switch {
	case !value.ValidLanguage(tag, ""):
		hint = diag.Say("döp filen efter ett språk, som i18n/sv.yaml", "name the file after a language, as i18n/sv.yaml")
	case files.Has(better) && files[better].Own:
		hint = diag.Say("flytta orden till %s, som finns redan, och ta bort filen", "move its words into %s, which is there already, and remove the file", better)
	case ending != ".yaml" && ending != ".yml":
		hint = diag.Say("skriv orden som YAML i %s, och ta bort filen", "write its words as YAML in %s, and remove the file", better)
	}
	return diag.New("words-file", diag.Pos{File: name},
		diag.Say("ord ligger i en fil per språk, direkt i mappen i18n", "words lie in one file per language, directly in the folder i18n"), hint)
}

func unknownWord(f *source.File, key string, known map[string]bool) diag.Diagnostic {
	pos, _ := f.KeyAt(key)
	hint := diag.Say("ta bort raden", "remove the line")
	if near := diag.Nearest(key, slices.Collect(maps.Keys(known))); near != "" {
		hint = diag.Say("menade du %s?", "did you mean %s?", near)
	}
	d := diag.New("words-unknown", pos, diag.Say("nyckeln %q används inte av någon sida", "the key %q is used by no page", key), hint)
	if now := diag.Meant(key, slices.Collect(maps.Keys(known))); now != "" {
		d.Mend(diag.Edit{Deed: diag.Rename, Was: key, Now: now})
	}
	return d
}

// wordShape reports a value that is neither a text nor a text per plural form.
func wordShape(f *source.File, key string) diag.Diagnostic {
	pos, _ := f.At(key)
	return diag.New("words-text", pos,
		diag.Say("nyckeln %q ska ha en text, eller en text för var och en av formerna one och other", "the key %q must have a text, or a text for each of the forms one and other", key),
		diag.Say("sätt texten inom citattecken", "put the text within quotation marks"))
}

// whole lends a language the English words for those that it lacks, and reports
// them. A word is a label beside a fact; the facts and the prose themselves must be
// in each language, which others see to.
func (l *lexicon) whole(language record.Language) {
	var missing []string
	for _, key := range slices.Sorted(maps.Keys(l.known)) {
		if _, ok := l.words[language.Key()][key]; !ok {
			missing = append(missing, key)
			if word, ok := l.words["en"][key]; ok {
				l.put(language.Key(), key, word)
			}
		}
	}
	if len(missing) == 0 {
		return
	}
	const most = 5
	tag, list, more := language.Tag, strings.Join(missing[:min(most, len(missing))], ", "), len(missing)-most
	message := diag.Say("språket %q saknar ord för %s, som visas på engelska", "the language %q lacks words for %s, which are shown in English", tag, list)
	if more > 0 {
		message = diag.Say("språket %q saknar ord för %s och %d till, som visas på engelska", "the language %q lacks words for %s and %d more, which are shown in English", tag, list, more)
	}
	l.found = append(l.found, diag.New("translation-missing", diag.Pos{File: "i18n/" + tag + ".yaml"}, message,
		diag.Say("översätt dem i filen i18n/%[1]s.yaml; tillit new language %[1]s skriver dit dem som saknas", "translate them in the file i18n/%[1]s.yaml; tillit new language %[1]s writes there those that are missing", tag)))
}
