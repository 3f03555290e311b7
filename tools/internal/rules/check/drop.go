package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Leaves reads the prose that a site has written itself, and says what it leaves out of
// the facts that its pages show on a day. A page is judged in each language, since its
// readers have no other. files hold the shortcodes, among which may be the site's own.
func Leaves(set *record.Set, own []prose.File, files folder.Tree, asOf value.Date) *page.Left {
	is := page.ConditionsOf(set, asOf)
	left := page.LeftOf(set, is)
	holds := func(condition string) bool {
		yes, err := is.Has(condition)
		return yes || err != nil // what the program alone knows may hold
	}
	for _, f := range own {
		shown := page.Shows(f.Page, set, is)
		if len(shown) == 0 {
			continue
		}
		doc := f.Read()
		calls := doc.Reaching(holds)
		dropped := slices.DeleteFunc(shown, func(x page.Fact) bool { return x.Shown(calls) || handed(x, calls, files) })
		if len(dropped) > 0 {
			left.Dropped = append(left.Dropped, page.Drop{Page: f.Page, Lang: f.Lang, Pos: doc.Begins(), Facts: dropped})
		}
	}
	return left
}

// partials are the templates that a shortcode hands its facts to.
var partials = regexp.MustCompile(`partial(?:Cached)?\s+"([^"]+)"`)

// handed tells whether a shortcode of the site's own, of which the program has none, is
// among the calls and shows a fact by the templates that the program's shortcode does.
func handed(f page.Fact, calls []string, files folder.Tree) bool {
	name, _, _ := strings.Cut(f.Call, " ")
	var wanted []string
	for _, m := range partials.FindAllStringSubmatch(string(files["layouts/_shortcodes/"+name+".html"].Data), -1) {
		if m[1] != "page/slot.html" && m[1] != "fact/word.html" {
			wanted = append(wanted, m[1])
		}
	}
	for _, c := range calls {
		name, _, _ := strings.Cut(c, " ")
		own := files["layouts/_shortcodes/"+name+".html"]
		if !own.Own || len(wanted) == 0 {
			continue
		}
		text := string(own.Data)
		if !slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(text, `"`+w+`"`) }) {
			return true
		}
	}
	return false
}

// conditions tells of each condition that prose asks and that there is none of, where it
// stands; the layout that would fail on it is none of the site's.
func conditions(pages []prose.Page) diag.List {
	known := page.ConditionsOf(&record.Set{}, "")
	for _, word := range []string{"letters", "everywhere"} { // which the law decides
		known[word] = false
	}
	var list diag.List
	for _, p := range pages {
		for _, c := range p.Document().Conditions() {
			for word := range strings.FieldsFuncSeq(c.Asks, func(r rune) bool { return r == ',' || r == '|' }) {
				word = strings.TrimPrefix(strings.TrimSpace(word), "!")
				if _, ok := known[word]; ok {
					continue
				}
				hint := diag.Say("ta bort den", "remove it")
				if near := diag.Nearest(word, slices.Sorted(maps.Keys(known))); near != "" {
					hint = diag.Say("menade du %s?", "did you mean %s?", near)
				}
				list = append(list, diag.New("prose-shortcode", c.Pos, diag.Say("det finns inget villkor som heter %q", "there is no condition called %q", word), hint))
			}
		}
	}
	return list
}

// Dropped tells what own prose leaves out, a finding for each file.
func Dropped(left *page.Left) diag.List {
	var list diag.List
	for _, d := range left.Dropped {
		if len(d.Owed()) > 0 {
			list = append(list, diag.New("page-drops", d.Pos, d.Sentence(), d.Advice()))
		}
	}
	return list
}
