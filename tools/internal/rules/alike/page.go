package alike

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/prose"
)

// Found is a difference between two languages of a page, with its places.
type Found struct {
	Difference
	Page  prose.Page  // that which was compared with the page in the main language
	Pos   diag.Pos    // in a file of the site's own
	Other [2]diag.Pos // of both mentions; nothing where one has none
}

// mostOfPage is how many differences are told of one page: more are one cause.
const mostOfPage = 10

// Pages compares the pages of a site, the first of whose languages is the main one. files
// tell which of them are the site's own, and by which shortcodes. Pages to be left out,
// such as those in the wrong language, are skipped.
func Pages(pages []prose.Page, languages []string, files folder.Tree, skipped func(prose.Page) bool) []Found {
	addresses := map[string]string{}
	byID := map[string]map[string]prose.Page{}
	for _, p := range pages {
		addresses[strings.Trim(p.URL, "/")] = p.ID
		if p.Document() == nil || skipped(p) {
			continue
		}
		if byID[p.ID] == nil {
			byID[p.ID] = map[string]prose.Page{}
		}
		byID[p.ID][p.Lang] = p
	}
	var all []Found
	for _, p := range pages {
		main, ok := byID[p.ID][languages[0]]
		if _, kept := byID[p.ID][p.Lang]; !ok || !kept || p.Lang == languages[0] {
			continue
		}
		if !files[main.File].Own && !files[p.File].Own {
			continue
		}
		a, b := reading(main.Lang, p.Lang)
		c := &comparison{
			sides:     [2]*side{newSide(main, a), newSide(p, b)},
			loose:     a == nil,
			files:     files,
			addresses: addresses,
		}
		all = append(all, c.all()...)
	}
	return all
}

// side is a page in one language as it is compared.
type side struct {
	prose.Page
	doc    *prose.Document
	text   string
	claims map[*prose.Passage][]claim
	said   []claim // on the whole page
}

func newSide(p prose.Page, l *lexicon) *side {
	s := &side{Page: p, doc: p.Document(), text: string(p.Document().Data), claims: map[*prose.Passage][]claim{}}
	for i, passage := range s.doc.Passages {
		for _, c := range claimsOf(passage.Text, passage.Lower, l) {
			c.Text = i
			s.claims[passage] = append(s.claims[passage], c)
			s.said = append(s.said, c)
		}
	}
	return s
}

// place is where a mention stands in the file.
func (s *side) place(m Mention) diag.Pos {
	if m.At.To == 0 {
		return diag.Pos{}
	}
	return s.doc.Passages[m.At.Text].Pos(m.At.From, m.At.To)
}

// span is the place of a part of the file.
func (s *side) span(at prose.Span) diag.Pos {
	return prose.InLines(s.doc.Name, s.doc.Data, s.doc.Lines, at.From, max(at.From, at.To-1))
}

// comparison is a page in its main language beside another.
type comparison struct {
	sides     [2]*side
	loose     bool
	files     folder.Tree
	addresses map[string]string // of pages
	moved     int               // values that stand elsewhere in the other language
	found     []Found
}

func (c *comparison) all() []Found {
	same := c.headings()
	both := c.files[c.sides[0].File].Own && c.files[c.sides[1].File].Own
	if !same && !both {
		return c.found // one language has a page of its own, and the other that of the program
	}
	c.addressed()
	if both {
		c.shortcodes()
	}
	c.front()
	a, b := c.sides[0].doc.Sections(), c.sides[1].doc.Sections()
	told := len(c.found)
	if same {
		for i := range a {
			c.section(a[i], b[i])
		}
	}
	if !same || c.moved > swaps {
		c.found = c.found[:told]
		c.compare(passages(slices.Concat(a...)), passages(slices.Concat(b...)), true)
	}
	return c.found[:min(len(c.found), mostOfPage)]
}

// swaps is how many values two paragraphs have that have changed places. Where more have
// moved, the page is in another order: a glossary follows its letters.
const swaps = 2

// section compares two sections block by block, where they have the same.
func (c *comparison) section(a, b []prose.Block) {
	if !slices.EqualFunc(a, b, func(x, y prose.Block) bool { return x.Kind == y.Kind }) {
		c.compare(passages(a), passages(b), true)
		return
	}
	for i := range a {
		many := a[i].Kind == prose.List || a[i].Kind == prose.Table // whose order may follow the words
		c.compare(a[i].Passages, b[i].Passages, many)
	}
}

func passages(blocks []prose.Block) []*prose.Passage {
	var all []*prose.Passage
	for _, b := range blocks {
		all = append(all, b.Passages...)
	}
	return all
}

// add puts a difference where the site's own file has it: in the translation, if it is.
func (c *comparison) add(d Difference, places [2]diag.Pos) {
	f := Found{Difference: d, Page: c.sides[1].Page, Other: places}
	for _, i := range []int{1, 0} {
		if f.Pos.File == "" && places[i].File != "" && c.files[places[i].File].Own {
			f.Pos = places[i]
		}
	}
	if f.Pos.File == "" { // said in the program's file alone
		own := c.sides[1]
		if !c.files[own.File].Own {
			own = c.sides[0]
		}
		f.Pos = own.doc.Begins()
	}
	c.found = append(c.found, f)
}

// compare looks at what some passages of both sides say, but for addresses, which are
// compared for the whole page.
func (c *comparison) compare(a, b []*prose.Passage, apart bool) {
	p := pair{
		lang: [2]string{c.sides[0].Lang, c.sides[1].Lang}, loose: c.loose, apart: apart,
		elsewhere: func(side int, x claim) bool { return said(x, c.sides[1-side].said) },
	}
	for side, of := range [2][]*prose.Passage{a, b} {
		for _, passage := range of {
			for _, x := range c.sides[side].claims[passage] {
				if x.kind < Address {
					p.said[side] = append(p.said[side], x)
				}
			}
		}
	}
	for _, d := range p.differences() {
		if d.moved {
			c.moved++
		}
		c.add(d, [2]diag.Pos{c.sides[0].place(d.Of[0]), c.sides[1].place(d.Of[1])})
	}
}

// front compares the titles and descriptions.
func (c *comparison) front() {
	for _, field := range []string{"title", "description"} {
		of := func(s *side) []*prose.Passage {
			for _, p := range s.doc.Passages {
				if p.File != nil && p.Field == field {
					return []*prose.Passage{p}
				}
			}
			return nil
		}
		c.compare(of(c.sides[0]), of(c.sides[1]), false)
	}
}

// headings tells whether both sides have as many headings, of the same levels in order.
func (c *comparison) headings() bool {
	a, b := c.sides[0].doc.Headings, c.sides[1].doc.Headings
	n := 0
	for n < len(a) && n < len(b) && a[n].Level == b[n].Level {
		n++
	}
	if n == len(a) && n == len(b) {
		return true
	}
	d := Difference{Kind: Heading}
	var places [2]diag.Pos
	for i, of := range [2][]prose.Heading{a, b} {
		d.Of[i].Lang = c.sides[i].Lang
		if n < len(of) {
			d.Of[i].Words = strings.Repeat("#", of[n].Level) + " " + of[n].Text
			places[i] = c.sides[i].span(of[n].Span)
		}
	}
	c.add(d, places)
	return false
}

// target is an address on a page, and where it stands.
type target struct {
	key, words string
	pos        func() diag.Pos
}

// addressed compares where the pages lead, and whom they name an address of.
func (c *comparison) addressed() {
	var of [2]map[Kind][]target
	for i, s := range c.sides {
		of[i] = map[Kind][]target{}
		for _, x := range s.said {
			if x.kind == Address || x.kind == Link {
				of[i][x.kind] = append(of[i][x.kind], target{x.is[0], x.words, func() diag.Pos { return s.place(Mention{At: x.Place}) }})
			}
		}
		for _, l := range s.doc.Links {
			if kind, key := c.leads(l); key != "" {
				of[i][kind] = append(of[i][kind], target{key, l.To, func() diag.Pos { return s.span(l.Span) }})
			}
		}
		for _, call := range s.doc.Calls {
			if call.Name == "page" && !call.Broken && !call.Escaped {
				said := call.Said(s.text)
				_, id, _ := strings.Cut(said, " ")
				of[i][Link] = append(of[i][Link], target{"page " + strings.Trim(id, `"`), "{{< " + said + " … >}}", func() diag.Pos { return s.span(call.Span) }})
			}
		}
	}
	for _, kind := range []Kind{Address, Link} {
		c.targets(kind, of[0][kind], of[1][kind])
	}
}

// leads names where a link leads: to a page of the site, an address, or somebody else.
func (c *comparison) leads(l prose.Link) (Kind, string) {
	low := strings.ToLower(l.To)
	switch scheme, rest, _ := strings.Cut(low, ":"); {
	case l.Picture, strings.Contains(l.To, "{{"):
	case scheme == "mailto":
		rest, _, _ = strings.Cut(rest, "?")
		return Address, rest
	case scheme == "tel":
		return Address, dialled(rest)
	case scheme == "https", scheme == "http", strings.HasPrefix(low, "www."):
		return Link, keysOf(l.To)[0]
	case strings.Contains(low, "@"):
		return Address, low
	case strings.HasPrefix(low, "/"):
		path, _, _ := strings.Cut(low, "#")
		if id, ok := c.addresses[strings.Trim(path, "/")]; ok {
			return Link, "page " + cmp.Or(id, "home")
		}
	}
	return Link, ""
}

// targets tells of what one side has and the other lacks, the first with the first.
func (c *comparison) targets(kind Kind, a, b []target) {
	lacks := func(of, other []target) []target {
		var all []target
		for _, t := range of {
			if !slices.ContainsFunc(other, func(o target) bool { return o.key == t.key }) && !slices.ContainsFunc(all, func(o target) bool { return o.key == t.key }) {
				all = append(all, t)
			}
		}
		return all
	}
	left := [2][]target{lacks(a, b), lacks(b, a)}
	for i := range min(max(len(left[0]), len(left[1])), most) {
		d := Difference{Kind: kind}
		var places [2]diag.Pos
		for side := range left {
			d.Of[side].Lang = c.sides[side].Lang
			if i < len(left[side]) {
				d.Of[side].Words, places[side] = left[side][i].words, left[side][i].pos()
			}
		}
		c.add(d, places)
	}
}

var plainWord = regexp.MustCompile(`^[a-z0-9!|, -]+$`)

// shortcodes compares what the pages show of the facts, and under which conditions. Words
// that a shortcode of the site's own is given may be translated.
func (c *comparison) shortcodes() {
	var of [2][]target
	for i, s := range c.sides {
		for _, call := range s.doc.Calls {
			if call.Name == "page" || call.Broken || call.Escaped || call.Ends {
				continue
			}
			key := call.Said(s.text)
			_, word, _ := strings.Cut(key, " ")
			if c.files["layouts/_shortcodes/"+call.Name+".html"].Own && !plainWord.MatchString(strings.Trim(word, `"`)) {
				key = call.Name
			}
			of[i] = append(of[i], target{key, "{{" + call.Mark + " " + key + " " + strings.Replace(call.Mark, "<", ">", 1) + "}}", func() diag.Pos { return s.span(call.Span) }})
		}
	}
	c.targets(Shortcode, of[0], of[1])
}
