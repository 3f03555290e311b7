package prose_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/trial"
)

func read(text string) *prose.Document {
	return prose.File{File: "page.md", Lang: "en", Data: []byte(text)}.Read()
}

// parts are the pieces of a page at some places.
func parts[T any](text string, list []T, at func(T) prose.Span) []string {
	var out []string
	for _, one := range list {
		s := at(one)
		out = append(out, text[s.From:s.To])
	}
	return out
}

// said is the text of a page's passages, one a line; what is no word of it is a dot.
func said(d *prose.Document) string {
	var lines []string
	for _, p := range d.Passages {
		lines = append(lines, strings.ReplaceAll(p.Text, string(prose.Object), "·"))
	}
	return strings.Join(lines, "\n")
}

// What a reader meets of a page, and what stands there otherwise, is one reading. Where
// there is more than one way to read it is as Hugo and goldmark do.
func TestAPageIsReadAsItIsShown(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"front matter", "---\ntitle: A\ndescription: B\nslug: c\n---\nd\n", "A\nB\nd"},
		{"front matter with lines as on Windows", "---\r\ntitle: A\r\n---\r\nd\r\n", "A\nd"},
		{"front matter with spaces behind its marks", "--- \t\ntitle: A\n--- \t\nd\n", "A\nd"},
		{"front matter that ends at any line that begins with hyphens", "---\ntitle: A\n---b\nc\n", "A\nb c"},
		{"front matter that never ends is text", "---\ntitle: A\n", "title: A"},
		{"no front matter", "a\n\n---\ntitle: b\n---\n", "a\ntitle: b"},

		{"a call", "a {{< x \"b\" >}} c", "a · c"},
		{"a call over lines", "a {{< x\n\"b\"\n>}} c\nd", "a · c d"},
		{"a call over an empty line", "a {{< x\n\n\"b\" >}} c", "a · c"},
		{"a call with its end in a word", "a {{< x \">}}\" >}} b", "a · b"},
		{"a call with its end in a word of another kind", "a {{% x `%}}` %}} b", "a · b"},
		{"a call within code", "a `{{< x \"`\" >}}` b", "a · b"},
		{"a call behind an address", "a https://b.example/{{< x >}}c", "a ··c"},
		{"a call in a cell", "| a {{< x \"b|c\" >}} | d |\n| --- | --- |\n", "a ·\nd"},
		{"a call that never ends", "a {{< x b\nc", "a · c"},
		{"text about a call", "a {{</* x \"b\" */>}} {{%/* /x */%}} c", "a {{< x \"b\" >}} {{% /x %}} c"},
		{"text about a call within code", "a `{{</* x */>}}` b", "a · b"},

		{"code", "a `b` c", "a · c"},
		{"code over lines", "a `b\nc` d", "a · d"},
		{"code with backticks in it", "a ``b ` c`` d", "a · d"},
		{"code that another row does not end", "a `b``c` d", "a · d"},
		{"backticks that nothing ends", "a `b\n\nc` d", "a b\nc d"},
		{"backticks that a heading does not end", "a `b\n# c` d", "a b\nc d"},
		{"a backtick that is meant", "a \\`b` c", "a `b c"},

		{"a block of code", "a\n```\nb\n\n# c\n```\nd", "a\nd"},
		{"a block that a shorter row does not end", "````\na\n```\nb\n````\nc", "c"},
		{"a block that another mark does not end", "```\na\n~~~\nb\n```\nc", "c"},
		{"a block that a row with words does not end", "```\na\n```b\nc\n```\nd", "d"},
		{"a row of backticks with more behind is code in a line", "a\n```b``` c", "a · c"},
		{"a block in a quotation ends with it", "> ```\n> a\n\nb", "b"},
		{"a block that never ends", "a\n~~~\nb", "a"},

		{"a comment", "a <!-- b --> c", "a c"},
		{"a comment over lines", "a <!-- b\nc --> d", "a d"},
		{"what is no comment, as its paragraph ends first", "a <!-- b\n\nc --> d", "a <!-- b\nc --> d"},
		{"a comment that begins a line takes all of its last", "a\n<!-- b\n\nc --> d\ne", "a\ne"},
		{"a comment that never ends", "a\n\n<!-- b\n\nc", "a"},
		{"a comment within code", "a `<!--` b `-->` c", "a · b · c"},
		{"tags", "a <b class=\"c\">d</b> 1 < 2 e", "a d 1 < 2 e"},

		{"a heading with marks at both ends", "## A ##\nb", "A\nb"},
		{"a heading that ends with a mark of its own", "## C#\nb", "C#\nb"},
		{"no heading", "#a\nb #c", "#a b #c"},
		{"too deep for a heading", "a\n####### b", "a ####### b"},
	} {
		if got := said(read(tt.text)); got != tt.want {
			t.Errorf("%s: %q is read as\n%s\nwant\n%s", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestHeadingsHaveTheirAnchors(t *testing.T) {
	const text = "---\ntitle: T\n---\n" +
		"## Vad *vi* gör, och varför\n\n### Own {#own-one .wide} \n\n## Vad *vi* gör, och varför\n\n> #### `x` [y](/z/)\n\n" +
		"Under one\nline\n---\n\nA\n=\n\n- b\n---\n\n```\n# no\n```\n\n#\n\n###### snake_case – 2 ######\n"
	d := read(text)
	var got []string
	for _, h := range d.Headings {
		got = append(got, fmt.Sprintf("%d %s #%s", h.Level, strings.ReplaceAll(h.Text, string(prose.Object), "·"), h.Anchor))
	}
	want := []string{
		"2 Vad vi gör, och varför #vad-vi-gör-och-varför", "3 Own #own-one", "2 Vad vi gör, och varför #vad-vi-gör-och-varför-1", "4 · y #x-y",
		"2 Under one line #line", "1 A #a", "1  #", "6 snake_case – 2 #snake_case--2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	spans := []string{"## Vad *vi* gör, och varför", "### Own {#own-one .wide}", "## Vad *vi* gör, och varför", "#### `x` [y](/z/)", "Under one\nline", "A", "#", "###### snake_case – 2 ######"}
	if diff := cmp.Diff(spans, parts(text, d.Headings, func(h prose.Heading) prose.Span { return h.Span })); diff != "" {
		t.Errorf("places: -want +got:\n%s", diff)
	}
}

func TestLinksCodeAndTagsHaveTheirPlaces(t *testing.T) {
	const text = "[a](/b/ \"c\") ![d]( <e f.png> ) [g][h] <https://i.example/> https://j.example/k. <l@m.example> `[n](/o/)`\n\n" +
		"| [p](q) | <r s=\"t\">u</r> |\n\n[h]: /v/ 'w'\n\n~~~\n[x](y)\n~~~\n\n<!-- [z](z) -->\n<hr"
	d := read(text)
	var got []string
	for _, l := range d.Links {
		got = append(got, fmt.Sprintf("%s %v %s", l.To, l.Picture, text[l.From:l.Span.To]))
	}
	want := []string{
		"/b/ false /b/ \"c\"", "e f.png true <e f.png>", "https://i.example/ false https://i.example/", "https://j.example/k. false https://j.example/k.",
		"l@m.example false l@m.example", "q false q", "/v/ false /v/ 'w'",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("links: -want +got:\n%s", diff)
	}
	self := func(s prose.Span) prose.Span { return s }
	if diff := cmp.Diff([]string{"`[n](/o/)`", "~~~\n[x](y)\n~~~"}, parts(text, d.Code, self)); diff != "" {
		t.Errorf("code: -want +got:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"<r s=\"t\">", "<!-- [z](z) -->", "<hr"}, parts(text, d.Tags, self)); diff != "" {
		t.Errorf("tags: -want +got:\n%s", diff)
	}
}

func TestCallsHaveTheirPlaces(t *testing.T) {
	const text = "---\ntitle: \"{{< front >}}\"\n---\n{{< a >}} {{<b/c \"d\\\" >}}\" />}} `{{% e %}}`\n<!-- {{% /e %}} -->\n{{</* f */>}} {{< /* g */>}}\n{{< h \"i\n\" >}} {{</* j >}}\n{{% k\n"
	var got []string
	for _, c := range read(text).Calls {
		what := c.Mark + c.Name
		for _, is := range []struct {
			it   bool
			mark string
		}{{c.Ends, " ends"}, {c.Whole, " whole"}, {c.Escaped, " escaped"}, {c.Broken, " broken"}} {
			if is.it {
				what += is.mark
			}
		}
		got = append(got, what+": "+text[c.From:c.To])
	}
	want := []string{
		"<a: {{< a >}}", "<b/c whole: {{<b/c \"d\\\" >}}\" />}}", "%e: {{% e %}}", "%e ends: {{% /e %}}", "<f escaped: {{</* f */>}}", "< ends: {{< /* g */>}}",
		"<h broken: {{< h \"i", "<j escaped broken: {{</* j >}}", "%k broken: {{% k",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestAPieceIsShownWithoutWhatIsThereForPrograms(t *testing.T) {
	for piece, want := range map[string]string{
		"a {{< x >}} b":                  "a […] b",
		"a\n{{< x >}}\nb":                "a\n\nb",
		"a\n\n{{< x >}}\n\nb":            "a\n\nb",
		"{{< x >}} {{% y %}}\n{{< z >}}": "\n",
		"{{% x %}}a{{% /x %}}":           "[…]a[…]",
		"a {{< x >}}":                    "a […]",
		"{{< x >}} a {{< y >}}":          "[…] a […]",
		"{{< x\n\"b\" >}}\nc":            "\nc",
		"{{< x \">}}\" >}}":              "",
		"see {{< page \"rights\" \"access\" \"your rights\" >}}.": "see your rights.",
		"{{< page \"a\" \"b\" \"c\" >}}":                          "c",
		"{{< page \"a\" \"b\" \"c\" >}} {{< x >}}":                "c […]",
		"{{< x >}} {{< page \"a\" \"b\" \"c\" >}}":                "[…] c",
		"a {{< page \"a\" >}}":                                    "a […]",
		"a {{< other \"a\" \"b\" \"c\" >}}":                       "a […]",
		"{{</* x \"a\" */>}}":                                     "{{< x \"a\" >}}",
		"a {{< x":                                                 "a {{< x",
		"## A {#a}\nb\n\n\n\n# C":                                 "A\nb\n\nC",
		"---\ntitle: A\n---\nb":                                   "---\ntitle: A\n---\nb",
	} {
		if got := prose.Shown(piece); got != want {
			t.Errorf("%q is shown as %q, want %q", piece, got, want)
		}
	}
}

func TestAPageIsParted(t *testing.T) {
	for _, tt := range []struct{ text, title, below string }{
		{"---\ntitle: \"A: \\\"b\\\"\"\nslug: c\n---\nd\n", `A: "b"`, "d\n"},
		{"---\nslug: c\ntitle: 'It''s'\n---\n", "It's", ""},
		{"---\nslug: c\n---\ntitle: A\n", "", "title: A\n"},
		{"title: A\n", "", "title: A\n"},
		{"---\ntitle: A\n", "", "---\ntitle: A\n"},
		{"---\r\ntitle: A\r\n---\r\nb", "A", "b"},
		{"---\ntitle: [\n---\nb", "", "b"},
		{"---\ntitle: A\r---\nb", "", "b"},
		{"", "", ""},
	} {
		if title, below := prose.Title(tt.text), prose.Below(tt.text); title != tt.title || below != tt.below {
			t.Errorf("%q: %q and %q", tt.text, title, below)
		}
	}
}

func TestWhatIsNamedIsFoundWhereItStands(t *testing.T) {
	const text = "---\ntitle: /a/ b\n---\n`/a/` [x](/a/c/) [y]( </a/> )\n\nb\n\n## b {#b}\n\n## c\n"
	d := read(text)
	for name, want := range map[string]int{
		"/a/": strings.Index(text, "</a/>") + 1, "b": strings.Index(text, "#b") + 1, "c": strings.Index(text, "## c"), "[y]": strings.Index(text, "[y]"), "z": -1,
	} {
		if got := d.Find(name); got != want {
			t.Errorf("%q is found at %d, not %d", name, got, want)
		}
	}
}

func TestPartsApartAreInOrderAndNoneWithinAnother(t *testing.T) {
	const text = "---\ntitle: a\n---\nb `c` {{< d >}} [e](/f/{{< g >}}) https://h.example/\n\n## i `j` {{< k >}}\n\n{{< l \"`m`\" >}} n\n"
	got := parts(text, read(text).Apart(), func(s prose.Span) prose.Span { return s })
	want := []string{"---\ntitle: a\n---\n", "`c`", "{{< d >}}", "/f/{{< g >}}", "https://h.example/", "## i `j` {{< k >}}", "{{< l \"`m`\" >}}"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestAPageOfASiteIsReadOnce(t *testing.T) {
	files := prose.Files(trial.Site(nil), []string{"sv"})
	pages, _ := prose.ReadPages(trial.Site(nil), files, trial.SwedishAndEnglish)
	for _, p := range pages {
		for _, f := range files {
			if f.File == p.File && f.Read() != p.Document() {
				t.Errorf("%s was read twice", p.File)
			}
		}
	}
	if len(files) != 2 || files[0].Read() == files[1].Read() {
		t.Errorf("%d files", len(files))
	}
}

// Whatever marks follow each other, what is found lies on the page, in its order.
func TestPlacesLieOnThePage(t *testing.T) {
	marks := []string{
		"`", "``", "```", "~~~", "\n", "\n\n", " ", "a", "b ", "{{<", "{{%", ">}}", "%}}", "{{</*", "*/>}}", "\"", "<!--", "-->", "<b", "<", "/", ">", "[", "](", ")", "![",
		"#", "## ", "|", "---", "=", "> ", "- ", "{#a}", "\\", "\r", "&amp;", "http://x", "å", "---\n", "title: x\n",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 10_000 {
		text := ""
		if n%2 == 0 {
			text = "---\ntitle: t\n---\n"
		}
		for range random.IntN(14) {
			text += marks[random.IntN(len(marks))]
		}
		d := read(text)
		var calls []prose.Span
		for _, c := range d.Calls {
			calls = append(calls, c.Span)
		}
		for what, list := range map[string][]prose.Span{"apart": d.Apart(), "calls": calls, "code": d.Code, "tags": d.Tags} {
			at := 0
			for _, s := range list {
				if s.From < at || s.To < s.From || s.To > len(text) {
					t.Fatalf("%q: %s at %v", text, what, list)
				}
				at = s.To
			}
		}
		for _, p := range d.Passages {
			p.Pos(0, len(p.Text))
		}
		prose.Shown(text)
	}
}
