// Package handbook writes what a person needs who gives a site texts, layouts and words of
// its own: docs/prose.md, docs/layouts.md and docs/words.md. Each is made of what the
// program carries, so that it cannot say anything else than the program does.
package handbook

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/words"
)

// File is one page of docs/.
type File struct {
	Name string
	Data []byte
}

// Files are the pages, made of the files that the program carries.
func Files(carried folder.Tree) []File {
	b := &book{files: carried}
	return []File{
		{"prose.md", b.page(b.prose)},
		{"layouts.md", b.page(b.layouts)},
		{"words.md", b.page(b.words)},
	}
}

// book is one page while it is written.
type book struct {
	files folder.Tree
	text  strings.Builder
}

func (b *book) page(write func()) []byte {
	b.text.Reset()
	write()
	return []byte(strings.TrimRight(wide.ReplaceAllString(b.text.String(), "\n\n"), "\n") + "\n")
}

// wide is more than one empty line.
var wide = regexp.MustCompile(`\n{3,}`)

func (b *book) say(paragraphs ...string) {
	for _, p := range paragraphs {
		b.text.WriteString(p + "\n\n")
	}
}

func (b *book) line(format string, args ...any) { fmt.Fprintf(&b.text, format+"\n", args...) }

const made = "This page is made from the source code by `tillit schema --docs docs`; do not edit it by hand."

// fields is what each field of the front matter does.
var fields = map[string]struct{ en, sv, example string }{
	"title":       {"The heading of the page, and its name in links to it. It must be there.", "Sidans rubrik, och dess namn i länkar dit. Den måste finnas.", "Your rights"},
	"description": {"A sentence for search engines.", "En mening för sökmotorer.", "What you may ask of us"},
	"slug":        {"The last part of the address, of a–z, 0–9 and hyphens. Without it the name of the folder.", "Den sista delen av adressen, med a–z, 0–9 och bindestreck. Annars mappens namn.", "your-rights"},
	"weight":      {"The place in menus: the lowest number comes first.", "Platsen i menyer: det lägsta talet kommer först.", "20"},
	"nav":         {"`main` for the menu at the top and the foot of each page, `footer` for the foot alone. Without it the page is in no menu.", "`main` för menyn överst och längst ned på varje sida, `footer` för den längst ned. Annars står sidan i ingen meny.", "footer"},
	"aliases":     {"Older addresses that lead to the page, from the root of the site.", "Äldre adresser som leder till sidan, från webbplatsens rot.", "[/rights/]"},
}

func (b *book) prose() {
	b.say("# Prose of a site's own", made,
		"A page is a folder in `content/` with a file of Markdown for each language: `content/rights/index.en.md`. A site without one shows the text that comes with Tillit, which suits every company, since it repeats no fact. `tillit new page rights` lays that text into the site, in each of its languages, to be written anew; the home page is `tillit new page home`. A folder of another name is a page of your own.",
		"*På svenska:* En sida är en mapp i `content/` med en fil per språk. `tillit new page rights` lägger dit texten som sidan har från början. Fakta hämtas med kortkoder, så att de står på ett enda ställe.",
		"## Front matter",
		"A file begins with these fields, between two lines of `---`. Nothing else may stand there.")
	b.line("| field | what it does | vad det gör | example |\n| --- | --- | --- | --- |")
	for _, name := range prose.FrontMatter() {
		f := fields[name]
		b.line("| `%[1]s` | %[2]s | %[3]s | `%[1]s: %[4]s` |", name, f.en, f.sv, f.example)
	}
	b.say("", "## Pages", "These have a text by themselves. A page without facts to show is left out.")
	b.line("| page | English | svenska |\n| --- | --- | --- |")
	for _, p := range page.Table() {
		stem := "content/" + p.ID + "/index"
		if p.ID == page.Home {
			stem = "content/_index"
		}
		if b.files.Has(stem + ".en.md") {
			b.line("| `%s` | [%s](../%s.en.md) | [%s](../%s.sv.md) |", p.ID, b.title(stem+".en.md"), stem, b.title(stem+".sv.md"), stem)
		}
	}
	b.say("", "## Shortcodes",
		"A shortcode stands in prose where facts are to be shown. `{{< name >}}` stands alone; `{{% when \"…\" %}}` and its end stand around text. One that does not exist, or has no end, is an error with its place. A shortcode of your own is a file in `layouts/_shortcodes/`.")
	for _, name := range b.shortcodes() {
		b.shortcode(name)
	}
}

var titleLine = regexp.MustCompile(`(?m)^title: *"?(.*?)"?$`)

func (b *book) title(name string) string {
	if m := titleLine.FindSubmatch(b.files[name].Data); m != nil {
		return string(m[1])
	}
	return name
}

func (b *book) shortcodes() []string {
	var names []string
	for _, rest := range b.files.Under("layouts/_shortcodes/") {
		names = append(names, strings.TrimSuffix(rest, ".html"))
	}
	return names
}

// shortcode tells of one: what it shows, how it is called, and on which pages it is.
func (b *book) shortcode(name string) {
	calls, on := b.calls(name)
	b.say("### "+name, b.shows(name))
	example := "{{< " + name + " >}}"
	if len(calls) > 0 {
		example = calls[0]
	}
	if strings.HasPrefix(example, "{{%") {
		example += " … {{% /" + name + " %}}"
	}
	b.say("```markdown\n" + example + "\n```")
	if len(on) > 0 {
		b.say("Used by " + strings.Join(on, ", ") + ".")
	}
	if others := b.arguments(calls); len(others) > 1 {
		b.say("It takes: " + strings.Join(others, ", ") + ".")
	}
}

// calls are the ways in which the prose calls a shortcode, sorted, and the pages that do.
func (b *book) calls(name string) (calls, on []string) {
	for _, rest := range b.files.Under("content/") {
		if !strings.HasSuffix(rest, ".en.md") {
			continue
		}
		text := string(b.files["content/"+rest].Data)
		for _, c := range prose.Calls(text) {
			if c.Name != name || c.Ends || c.Escaped {
				continue
			}
			calls = append(calls, text[c.From:c.To])
			id := strings.TrimSuffix(path.Dir(rest), "/")
			if id == "." {
				id = page.Home
			}
			on = append(on, "`"+id+"`")
		}
	}
	return compact(calls), compact(on)
}

func compact(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

var (
	argument = regexp.MustCompile(`"([^"]*)"`)
	lead     = regexp.MustCompile(`(?s)^\s*\{\{-?\s*/\*\s*(.*?)\s*\*/`)
	partial  = regexp.MustCompile(`\bpartial(?:Cached)? "([^"]+)"`)
)

// arguments are the words that calls give first: of conditions, those that they are made of.
func (b *book) arguments(calls []string) []string {
	var all []string
	for _, c := range calls {
		if m := argument.FindStringSubmatch(c); m != nil {
			for _, word := range strings.FieldsFunc(m[1], func(r rune) bool { return r == '|' || r == ',' }) {
				all = append(all, "`"+strings.TrimPrefix(strings.TrimSpace(word), "!")+"`")
			}
		}
	}
	return compact(all)
}

// shows is what stands at the head of a shortcode, or else of the partial that it shows.
func (b *book) shows(name string) string {
	text := string(b.files["layouts/_shortcodes/"+name+".html"].Data)
	if said := headOf(text); said != "" {
		return said
	}
	for _, m := range partial.FindAllStringSubmatch(text, -1) {
		if said := headOf(string(b.files[folder.Partials+m[1]].Data)); said != "" && m[1] != "page/slot.html" {
			return said
		}
	}
	return ""
}

// headOf is the comment that a template begins with, less the example of its call.
func headOf(text string) string {
	m := lead.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	said, _, _ := strings.Cut(m[1], `partial "`)
	return strings.Join(strings.Fields(said), " ")
}

func (b *book) words() {
	languages := []record.Language{{Tag: "en"}, {Tag: "sv"}}
	_, texts, _ := words.Merge(languages, words.Program(words.Phrases()), b.files, folder.Tree{})
	var keys []string
	for key := range texts["en"] {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	b.say("# Words of the interface", made,
		"Every word that a page says beside facts and prose has a key. A site that wants another word writes it in `i18n/en.yaml` or `i18n/sv.yaml`, as `action_about: Have a look`, and leaves the others out. What stands in braces is filled in. A key that no page uses is an error (`words-unknown`), and a file of a language that the site lacks has no effect, of which the check tells (`no-effect`). Another language is added as [translation.md](translation.md) says.",
		"*På svenska:* Varje ord som en sida säger utöver fakta och löpande text har en nyckel. Skriv det egna ordet i `i18n/sv.yaml`; utelämna resten.")
	b.line("| key | English | svenska |\n| --- | --- | --- |")
	for _, key := range keys {
		b.line("| `%s` | %s | %s |", key, cell(texts["en"][key]), cell(texts["sv"][key]))
	}
}

// cell is a text within a table.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;").Replace(diag.Clip(s, 160))
}
