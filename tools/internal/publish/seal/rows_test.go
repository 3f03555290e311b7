package seal

import (
	"html/template"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

var documents = cmp.AllowUnexported(document{}, remark{}, link{}, fault{})

// bothWays is what was read of a page of a table with these rows, without reading them
// there, and what is read of all of it.
func bothWays(rows ...string) (apart, whole *document) {
	plan := &view.Plan{}
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="sv"><title>x</title><body><main id="main"><h1>x</h1><table id="b"><tbody>` + "\n")
	for i, row := range rows {
		b.WriteString(string(plan.Keep("sv", string(rune('a'+i)), template.HTML(row)).(template.HTML)))
	}
	b.WriteString(`</tbody></table><a href="#a">x</a><img src="x"></main></body></html>`)
	if r := readAround(plan, []byte(b.String()), readRows(plan)); r != nil {
		apart = r.document
	}
	return apart, readPage("x/index.html", question{text: plan.Fill([]byte(b.String()))}).document
}

const plainRow = `<tr id="a" class="ti-recipient" data-keys="land=se land=de">
<th scope="row"><a class="ti-anchor" href="#a">A &amp; B</a><span class="ti-note">556</span></th>
<td data-label="x">Drift<ul class="ti-data"><li><strong>Namn</strong>: ett, två</li></ul></td>
<td style="x" onclick="y"><a href="https://a.example/" rel="external">a<wbr>.example</a><br>
<details class="ti-more"><summary>Mer</summary><span><a href="mailto:a@b.example">a@<wbr>b</a></span></details>
<dl class="ti-days"><div><dt>Från</dt><dd><time datetime="2026-01-01">1 januari</time></dd></div><dt>Till</dt><dd aria-describedby="b c">-</dd></dl></td></tr>
`

func TestAPlainRowIsReadOnce(t *testing.T) {
	got, want := bothWays(plainRow, strings.ReplaceAll(plainRow, `"a"`, `"c"`))
	if got == nil {
		t.Fatal("the rows were not taken for plain")
	}
	if diff := cmp.Diff(want, got, documents); diff != "" {
		t.Errorf("(-whole +apart):\n%s", diff)
	}
	if len(want.remarks) < 9 || want.ids["c"] != 1 {
		t.Errorf("too little to look at: %+v", want)
	}
}

// A row that a page would read in another way than we do is read there.
func TestARowThatIsNotPlainIsReadOnItsPage(t *testing.T) {
	for _, row := range []string{
		"", "x", "<tr>", "<tr></tr>x", "<tr></tr><tr></tr>", "<tr>x</tr>", "<td></td>", "<tr><td></tr></td>", "<tr><td></td></tr></table>",
		"<tr><td><p></td></tr>", "<tr><td><p><div></div></p></td></tr>", "<tr><td><script>x</script></td></tr>", "<tr><td><!-- </td></tr>",
		`<tr><td><a href="x`, `<tr><td><a href="#x"><a href="#y"></a></a></td></tr>`, "<tr><td><ul><li><li></li></li></ul></td></tr>",
		"<tr><td><svg><a></a></svg></td></tr>", "<tr><td><select></select></td></tr>", "<tr><td><b/></td></tr>", "<tr><td><table></table></td></tr>",
		"<tr><td><dl><dd><div><dt></dt></div></dd></dl></td></tr>", "<tr><td><template></template></td></tr>", "<tr><td><noscript></noscript></td></tr>",
	} {
		if got, _ := bothWays(row); got != nil {
			t.Errorf("%s was taken for plain", row)
		}
	}
	for _, page := range []string{"<div>%</div>", "<svg>%</svg>", "<textarea>%</textarea>", "<a title='%'>", `<tr data-row="0"></tr>%`} {
		plan := &view.Plan{}
		mark := string(plan.Keep("sv", "a", template.HTML(plainRow)).(template.HTML))
		if readAround(plan, []byte(strings.ReplaceAll(page, "%", mark)), readRows(plan)) != nil {
			t.Errorf("a row in %s was taken for one in a table", page)
		}
	}
}

// Whatever a row is put together from: it is read as it would be on its page, or there.
func TestRowsAreReadAsOnTheirPage(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	tags := []string{"tr", "td", "th", "a", "span", "div", "ul", "li", "dl", "dt", "dd", "b", "strong", "em", "details", "summary", "br", "wbr", "p", "h1", "table", "svg", "script", "img"}
	attributes := []string{"", ` id="a"`, ` href="#b"`, ` href="x`, ` style=x`, ` onclick='y"`, ` for=z`, ` data-row="0"`}
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	plain := 0
	for range 4_000 {
		var b strings.Builder
		b.WriteString("<tr><td>")
		var open []string
		for range random.IntN(12) {
			switch n := random.IntN(10); {
			case n < 4:
				tag := tags[random.IntN(min(len(tags), 5+random.IntN(len(tags))))]
				b.WriteString("<" + tag + pick(attributes[:1+random.IntN(len(attributes))]) + ">")
				if tag != "br" && tag != "wbr" {
					open = append(open, tag)
				}
			case n < 8 && len(open) > 0:
				b.WriteString("</" + open[len(open)-1] + ">")
				open = open[:len(open)-1]
			case n == 8:
				b.WriteString("</" + pick(tags) + ">")
			default:
				b.WriteString(pick([]string{"x", " ", "&lt;", "<", "\"", "<!--", "-->"}))
			}
		}
		for len(open) > 0 && random.IntN(20) > 0 {
			b.WriteString("</" + open[len(open)-1] + ">")
			open = open[:len(open)-1]
		}
		b.WriteString("</td></tr>")
		got, want := bothWays(b.String(), plainRow)
		if got == nil {
			continue
		}
		plain++
		if diff := cmp.Diff(want, got, documents); diff != "" {
			t.Fatalf("%s (-whole +apart):\n%s", b.String(), diff)
		}
	}
	if plain < 300 {
		t.Errorf("only %d rows were plain", plain)
	}
}

func TestAPageOfAPartHasTheRowsOfTheWhole(t *testing.T) {
	plan := &view.Plan{}
	mark := string(plan.Keep("sv", "a", template.HTML(plainRow)).(template.HTML))
	page := []byte("<main><table><tbody>" + mark + "</tbody></table></main>")
	files := []output.File{{Path: "part/index.html", Data: page}, {Path: "whole/index.html", Data: page}, {Path: "old/index.html", Source: "old"}, {Path: "a.css", Data: []byte("x")}}
	b := &view.Making{At: mustParse(t, ""), Plan: plan, Pages: []prose.Page{{ID: "part", URL: "/part/", Part: true}, {ID: "whole", URL: "/whole/"}}}
	read := After(nil)
	read.Fill(b, files)
	for _, f := range files[:2] {
		if want := "<main><table><tbody>" + plainRow + "</tbody></table></main>"; string(f.Data) != want {
			t.Errorf("%s is %q", f.Path, f.Data)
		}
	}
	if read.pages["part/index.html"] == nil || len(read.pages) != 1 {
		t.Errorf("read %d pages", len(read.pages))
	}
}
