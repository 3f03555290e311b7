package handbook

import (
	"path"
	"reflect"
	"slices"
	"strings"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/publish/view"
)

func (b *book) layouts() {
	b.say("# Layouts and styles of a site's own", made,
		"A file of a site's own in `layouts/` or `assets/` takes the place of the one of the same name that comes with Tillit; most sites have none. A mistake in one is told there, with its line. What no page uses is told by name (`no-effect`), so a slip in a name is not found by chance. There is no `hugo.yaml`: what a site may decide stands in `data/organisation.yaml`, in the front matter of its pages, and here.",
		"*På svenska:* En egen fil i `layouts/` eller `assets/` träder i stället för den med samma namn som följer med. Egna stilar läggs i `assets/css/custom.css`. Det som ingen sida använder sägs vid namn.",
		"## A few styles",
		"Every page loads `assets/css/custom.css` last, if the site has it. It becomes a part of the one stylesheet, under the same security policy and the same sums as all else, so it can fetch nothing from other sites. Colour and logotype stand under `brand` in `data/organisation.yaml`.",
		"```css\n/* assets/css/custom.css */\n.ti-footer { border-top: 2px solid var(--accent); }\n```",
		"These stylesheets may be replaced whole:")
	for _, rest := range b.files.Under("assets/css/") {
		b.line("* `assets/css/%s`", rest)
	}
	b.say("", "## Pages")
	b.line("| layout | what it is for |\n| --- | --- |")
	for _, rest := range b.files.Under("layouts/") {
		if strings.HasPrefix(rest, "_partials/") || strings.HasPrefix(rest, "_shortcodes/") {
			continue
		}
		does := pages[path.Dir(rest)+"/"+path.Base(rest)]
		if does == "" {
			does = headOf(string(b.files["layouts/"+rest].Data))
		}
		b.line("| `%s` | %s |", rest, cell(does))
	}
	b.say("", "A layout for one page alone is `layouts/about/page.html`, for one language alone `layouts/page.sv.html`.",
		"## Partials", "They stand in `layouts/_partials/`, in folders by what they show. Those that once stood in one folder still have an effect under their old names. A partial of your own is called from a layout of your own, `{{ partial \"weather.html\" . }}`.")
	dir := ""
	for _, rest := range b.files.Under(folder.Partials) {
		if d := path.Dir(rest); d != dir {
			dir = d
			b.say("", "### "+d)
			b.line("| partial | what it shows |\n| --- | --- |")
		}
		b.line("| `%s` | %s |", path.Base(rest), cell(headOf(string(b.files[folder.Partials+rest].Data))))
	}
	b.say("", "## Shortcodes", "They stand in `layouts/_shortcodes/`, and [prose.md](prose.md) tells what each shows.")
	b.plan()
}

// pages is what the layouts are for that say nothing of it themselves.
var pages = map[string]string{
	"./baseof.html":     "What every page has around its main part.",
	"./home.html":       "The home page.",
	"./page.html":       "Every other page of content/.",
	"./404.html":        "The page where there is none.",
	"annexes/page.html": "The annexes of an agreement with a processor.",
	"change/page.html":  "What one issued version changed.",
	"log/page.html":     "The changes of one kind.",
	"matter/page.html":  "One material change, to be handed to whom it concerns.",
	"part/page.html":    "A part of a list, by one of its filters.",
	"search/page.html":  "The search.",
	"sheet/page.html":   "The policy on one page.",
}

// plan tells what a layout may read: the fields of the plan, and of what it leads to.
func (b *book) plan() {
	b.say("## What a layout reads",
		"`site.Params.tillit` is the plan: what all pages show, sorted and in words. `{{ $v := site.Params.tillit.In site.Language.Lang }}` is its view in the language of the page. A field that does not exist stops the build, with the line of the layout. Hugo sees nothing of `data/`.")
	todo := []reflect.Type{reflect.TypeFor[view.Plan](), reflect.TypeFor[view.View]()}
	known := map[reflect.Type]bool{}
	for _, t := range todo {
		known[t] = true
	}
	for i := 0; i < len(todo); i++ {
		more := b.fieldsOf(todo[i], known)
		slices.SortFunc(more, func(x, y reflect.Type) int { return strings.Compare(x.String(), y.String()) })
		todo = append(todo, more...)
	}
}

// fieldsOf lists the fields of a type, and returns the types of the plan that it leads to.
func (b *book) fieldsOf(t reflect.Type, known map[reflect.Type]bool) (more []reflect.Type) {
	b.say("### " + t.Name())
	b.line("| field | what it holds |\n| --- | --- |")
	for _, f := range reflect.VisibleFields(t) {
		if !f.IsExported() || f.Anonymous {
			continue
		}
		b.line("| `%s` | `%s` |", f.Name, strings.NewReplacer("view.", "", "words.", "", "value.", "", "record.", "", "template.", "").Replace(f.Type.String()))
		of := f.Type
		for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice || of.Kind() == reflect.Map {
			of = of.Elem()
		}
		ours := strings.HasSuffix(of.PkgPath(), "/view") || strings.HasSuffix(of.PkgPath(), "/words")
		if ours && of.Kind() == reflect.Struct && !known[of] {
			known[of] = true
			more = append(more, of)
		}
	}
	methods := reflect.PointerTo(t)
	var names []string
	for i := range methods.NumMethod() {
		names = append(names, "`"+methods.Method(i).Name+"`")
	}
	b.say("")
	if len(names) > 0 {
		b.say("Methods: " + strings.Join(names, ", ") + ".")
	}
	return more
}
