package hugo

import (
	"encoding/json"
	"errors"
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/publish/view"
)

// complaint is one thing that Hugo said, being put into our words.
type complaint struct {
	in     view.Order
	text   string
	logged bool   // rather than returned
	file   string // the innermost file that it names, from the site's folder
	line   int
	byte   int // the column in bytes, from 1; 0 when unknown
}

// complaints puts all that Hugo said into words that name the person's own file.
func complaints(in view.Order, entries []string, failure error) diag.List {
	var found diag.List
	hear := func(text string, logged bool) {
		c := complaint{in: in, text: text, logged: logged}
		c.locate()
		found = append(found, c.say()...)
	}
	for _, text := range entries {
		hear(text, true)
	}
	for _, err := range apart(failure) {
		if len(entries) == 0 || !hugoCount.MatchString(err.Error()) {
			hear(err.Error(), false)
		}
	}
	found.Sort()
	return once(slices.CompactFunc(found, func(a, b diag.Diagnostic) bool {
		return a.Pos == b.Pos && a.Rule == b.Rule && a.Message == b.Message
	}))
}

// apart returns the failures that were joined to one. Hugo goes on with other
// pages after a failure, and joins them as they come.
func apart(err error) []error {
	for e := err; e != nil; e = errors.Unwrap(e) {
		if joined, ok := e.(interface{ Unwrap() []error }); ok {
			var all []error
			for _, one := range joined.Unwrap() {
				all = append(all, apart(one)...)
			}
			return all
		}
	}
	if err == nil {
		return nil
	}
	return []error{err}
}

var (
	// hugoCount is the failure that only says that there were entries in the log.
	hugoCount = regexp.MustCompile(`^logged \d+ error\(s\)$`)
	// hugoPlace is how Hugo names a file, or a place in it.
	hugoPlace = regexp.MustCompile(`"` + workFolder + `/([^"\n]+?)(?::(\d+):(\d+))?"`)
	// templatePlace is how Go's template packages name a place: from the folder of
	// layouts, the column counted from 0.
	templatePlace = regexp.MustCompile(`template: ?([^\s:"]+?)(?::(\d+))?(?::(\d+))?: `)
)

// locate finds the innermost place that the text names. Texts are nested, the
// innermost last, and a template's own place is truer than the one that Hugo
// wraps around it.
func (c *complaint) locate() {
	for _, m := range hugoPlace.FindAllStringSubmatch(c.text, -1) {
		c.file, c.line, c.byte = m[1], number(m[2]), number(m[3])
	}
	at := templatePlace.FindAllStringSubmatch(c.text, -1)
	if len(at) == 0 {
		return
	}
	m := at[len(at)-1]
	if name := "layouts/" + m[1]; c.in.Files.Has(name) {
		c.file, c.line, c.byte = name, number(m[2]), 0
		if m[3] != "" {
			c.byte = number(m[3]) + 1
		}
	}
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// pos is the place with its column counted in code points.
func (c *complaint) pos() diag.Pos {
	pos := diag.Pos{File: c.file, Line: c.line}
	lines := strings.Split(string(c.in.Files[c.file].Data), "\n")
	if c.byte > 0 && c.line >= 1 && c.line <= len(lines) {
		line := lines[c.line-1]
		pos.Column = utf8.RuneCountInString(line[:min(c.byte-1, len(line))]) + 1
	}
	return pos
}

// class is one kind of thing that Hugo says. The pattern's groups are the words
// to quote.
type class struct {
	pattern       *regexp.Regexp
	rule          string
	message, hint diag.Text
	near          func(in view.Order, m []string) []string // what the first group may have been meant to be
	say           func(c *complaint, m []string) diag.List // in place of all of the above
}

func (c *complaint) say() diag.List {
	for _, k := range classes() {
		if m := k.pattern.FindStringSubmatch(c.text); m != nil {
			return k.words(c, m)
		}
	}
	if c.logged { // Hugo's own words have a class: these are a layout's
		text, _, _ := strings.Cut(c.text, "\n")
		c.locateWords(text)
		return c.one("layout-stop", diag.Say("en mall stoppar bygget med orden %q", "a layout stops the build with the words %q", text), diag.Text{})
	}
	if strings.HasPrefix(c.file, "content/") {
		return c.one("prose-render", diag.Say("texten går inte att göra en sida av", "no page can be made of the text"),
			diag.Say("jämför med en sida som fungerar", "compare it with a page that works"))
	}
	return c.one("layout-render", diag.Say("sidmallen går inte att använda", "the layout cannot be used"),
		diag.Say("jämför med den mall som följer med tillit", "compare it with the layout that comes with tillit"))
}

func (k class) words(c *complaint, m []string) diag.List {
	if k.say != nil {
		return k.say(c, m)
	}
	message, hint := k.message, k.hint
	if len(m) > 1 {
		message.SV = strings.Replace(message.SV, "%q", strconv.Quote(m[1]), 1)
		message.EN = strings.Replace(message.EN, "%q", strconv.Quote(m[1]), 1)
	}
	if k.near != nil {
		hint = didYouMean(m[1], k.near(c.in, m))
	}
	return c.one(k.rule, message, hint)
}

func (c *complaint) one(rule string, message, hint diag.Text) diag.List {
	d := diag.New(rule, c.pos(), message, hint)
	if c.file != "" && !c.in.Files[c.file].Own {
		d.Related = []diag.Related{{Pos: diag.Pos{File: c.file}, Message: diag.Say(
			"filen följer med tillit; felet kan bero på en fil som du själv har lagt till",
			"the file comes with tillit; the cause may be a file that you have added")}}
	}
	return diag.List{d}
}

// classes are tried in order; the first that fits speaks. %q in a message stands
// for the pattern's first group.
func classes() []class {
	re := regexp.MustCompile
	return []class{
		{pattern: re(`(?s)tillit\|([a-z-]+)\|([^|]*)\|([^|]*)(?:\||$)`), say: ownWords},
		{pattern: re(`Raw HTML omitted while rendering`), say: rawHTML},
		{pattern: re(`MISSING_TRANSLATION\|([^|]*)\|(.*)`), say: missingWord},
		{
			pattern: re(`REF_NOT_FOUND: Ref "([^"]*)"`), rule: "prose-ref",
			message: diag.Text{SV: "länken går till %q, som inte är någon sida", EN: "the link goes to %q, which is no page"},
			hint:    diag.Text{SV: `skriv kortkoden page med sidans mapp: {{< page "rights" >}}`, EN: `write the shortcode page with the page's folder: {{< page "rights" >}}`},
		}, {
			pattern: re(`found no layout file for`), rule: "layout-missing",
			message: diag.Text{SV: "en sida har ingen sidmall", EN: "a page has no layout"},
			hint:    diag.Text{SV: "lägg tillbaka mallen i layouts", EN: "put the layout back into layouts"},
		}, {
			pattern: re(`can't evaluate field (\w+) in type (\S+)`), rule: "layout-field",
			message: diag.Text{SV: "mallen läser fältet %q, som inte finns", EN: "the layout reads the field %q, which does not exist"},
			near:    func(in view.Order, m []string) []string { return fieldsOf(in.Params, m[2]) },
		}, {
			pattern: re(`nil pointer evaluating \S*\.(\w+)`), rule: "layout-nil",
			message: diag.Text{SV: "mallen läser fältet %q i något som saknas", EN: "the layout reads the field %q of something that is not there"},
			hint:    diag.Text{SV: "omge stycket med {{ with … }} … {{ end }}", EN: "put {{ with … }} … {{ end }} around the passage"},
		}, {
			pattern: re(`function "(\w+)" not defined`), rule: "layout-function",
			message: diag.Text{SV: "mallen anropar funktionen %q, som inte finns", EN: "the layout calls the function %q, which does not exist"},
			hint:    diag.Text{SV: "kontrollera stavningen", EN: "check the spelling"},
		}, {
			pattern: re(`partial "([^"]+)" not found`), say: missingPartial,
		}, {
			pattern: re(`access denied`), rule: "layout-access",
			message: diag.Text{
				SV: "mallen vill köra ett program, hämta något från nätet eller läsa en miljövariabel, och det får ingen sida",
				EN: "the layout wants to run a program, fetch something from the network or read an environment variable, which no page may"},
			hint: diag.Text{SV: "lägg det som behövs i data eller assets", EN: "put what is needed into data or assets"},
		}, {
			pattern: re(`maximum template|circular call stack`), rule: "layout-loop",
			message: diag.Text{SV: "mallen anropar sig själv utan slut", EN: "the layout calls itself without end"},
			hint:    diag.Text{SV: "ta bort anropet", EN: "remove the call"},
		}, {
			pattern: re(`in different contexts|in a non-text context|in unquoted attr|unfinished escape sequence|ambiguous context`), rule: "layout-escape",
			message: diag.Text{
				SV: "mallen avslutar inte en tagg, ett citattecken eller ett skript på samma sätt i alla fall",
				EN: "the layout does not end a tag, a quotation mark or a script in the same way in every case"},
			hint: diag.Text{SV: "skriv hela taggen inom samma {{ if }}", EN: "write the whole tag within one {{ if }}"},
		}, {
			pattern: re(`(?:^|: )([^:\n]+?) was deprecated in [^.]*[\d.]+ and [^.]*\.(?: Use (\S+) instead)?`), say: deprecated,
		}, {
			pattern: re(`template: [^\s:]+:\d+: \S`), rule: "layout-syntax", // a column tells that it ran
			message: diag.Text{SV: "mallen är inte rätt skriven", EN: "the layout is not written correctly"},
			hint: diag.Text{
				SV: "kontrollera klamrar och citattecken, och att varje if, with, range och define har sitt end",
				EN: "check braces and quotation marks, and that each if, with, range and define has its end"},
		}, {
			pattern: re(`(?s)^.*error calling (\w+): `), rule: "layout-call",
			message: diag.Text{SV: "anropet av %q i mallen misslyckas", EN: "the call of %q in the layout fails"},
			hint:    diag.Text{SV: "kontrollera vad anropet får", EN: "check what the call is given"},
		}, {
			pattern: re(`shortcode`), rule: "prose-shortcode",
			message: diag.Text{SV: "kortkoden på den här raden är inte rätt skriven", EN: "the shortcode on this line is not written correctly"},
			hint:    diag.Text{SV: `jämför med {{< page "rights" >}}`, EN: `compare it with {{< page "rights" >}}`},
		},
	}
}

// ownWords is what our own layouts say through errorf when something impossible
// happens: tillit|rule|på svenska|in English. A site's layout may name a rule that
// there is none of; then it is the layout that stops the build.
func ownWords(c *complaint, m []string) diag.List {
	rule := m[1]
	if _, known := diag.RuleOf(diag.Rules(), rule); !known {
		rule = "layout-stop"
	}
	return c.one(rule, diag.Text{SV: m[2], EN: m[3]}, diag.Text{})
}

func didYouMean(word string, candidates []string) diag.Text {
	if near := diag.Nearest(word, candidates); near != "" {
		return diag.Say("menade du %s?", "did you mean %s?", near)
	}
	return diag.Say("kontrollera stavningen", "check the spelling")
}

// missingPartial suggests the partial that is named nearly so, in any folder.
func missingPartial(c *complaint, m []string) diag.List {
	var bases []string
	whole := map[string]string{}
	for _, name := range c.in.Files.Under(folder.Partials) {
		if _, old := folder.Moved[name]; old && !c.in.Files[folder.Partials+name].Own {
			continue // it only leads to the new name
		}
		base := path.Base(name)
		if whole[base] == "" || path.Dir(name) == path.Dir(m[1]) {
			whole[base] = name
		}
		bases = append(bases, base)
	}
	near := whole[diag.Nearest(path.Base(m[1]), bases)]
	hint := didYouMean(near, []string{near})
	return c.one("layout-partial",
		diag.Say("mallen anropar delmallen %q, som inte finns", "the layout calls the partial %q, which does not exist", m[1]), hint)
}

func missingWord(c *complaint, m []string) diag.List {
	key := m[2]
	var known map[string]any
	if err := json.Unmarshal(c.in.Files["i18n/"+m[1]+".json"].Data, &known); err != nil {
		known = nil // without words there is nothing to suggest
	}
	d := diag.New("words-missing", diag.Pos{},
		diag.Say("en mall vill ha ordet %q, som saknas på språket %q", "a layout asks for the word %q, which is missing in the language %q", key, m[1]),
		didYouMean(key, slices.Collect(maps.Keys(known))))
	// Hugo does not tell which layout: look for the key where it is quoted.
	for _, name := range slices.Sorted(maps.Keys(c.in.Files)) {
		data := string(c.in.Files[name].Data)
		if i := strings.Index(data, strconv.Quote(key)); i >= 0 && strings.HasPrefix(name, "layouts/") {
			line, column := diag.LineOf([]byte(data), i)
			d.Pos = diag.Pos{File: name, Line: line, Column: column, Length: utf8.RuneCountInString(key) + 2}
			break
		}
	}
	return diag.List{d}
}

// rawHTML names each place in the file where HTML was left out. Hugo says only
// in which file.
func rawHTML(c *complaint, _ []string) diag.List {
	data := c.in.Files[c.file].Data
	message := diag.Say("HTML i löpande text visas inte på sidan", "HTML in prose is not shown on the page")
	hint := diag.Say("skriv med Markdown, eller lägg en kortkod i layouts/_shortcodes", "write it in Markdown, or put a shortcode into layouts/_shortcodes")
	const most = 20
	var found diag.List
	for i, tag := range (prose.File{File: c.file, Data: data}).Read().Tags {
		if i == most {
			break
		}
		line, column := diag.LineOf(data, tag.From)
		pos := diag.Pos{File: c.file, Line: line, Column: column, Length: utf8.RuneCount(data[tag.From:tag.To])}
		found = append(found, diag.New("prose-html", pos, message, hint))
	}
	if found == nil {
		return c.one("prose-html", message, hint)
	}
	return found
}

// fieldsOf returns the names that a template may read of a type, which is found
// by its name among all that the params lead to.
func fieldsOf(params map[string]any, name string) []string {
	seen := map[reflect.Type]bool{}
	var names []string
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		if t == nil || seen[t] {
			return
		}
		seen[t] = true
		if t.String() == name {
			for i := range t.NumMethod() {
				names = append(names, t.Method(i).Name)
			}
		}
		for i := range t.NumMethod() {
			for j := range t.Method(i).Type.NumOut() {
				visit(t.Method(i).Type.Out(j))
			}
		}
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
			visit(t.Elem())
		case reflect.Struct:
			for _, f := range reflect.VisibleFields(t) {
				if f.IsExported() {
					visit(f.Type)
					if t.String() == strings.TrimPrefix(name, "*") {
						names = append(names, f.Name)
					}
				}
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(params)) {
		visit(reflect.TypeOf(params[key]))
	}
	return names
}
