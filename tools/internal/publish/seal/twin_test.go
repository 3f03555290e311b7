package seal

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
)

// twinOf is the Markdown of what stands in the main part of a page.
func twinOf(t *testing.T, main string) string {
	t.Helper()
	b := &view.Making{At: mustParse(t, ""), Pages: []prose.Page{{URL: "/part/", Part: true}, {ID: page.Annexes, URL: "/x/", Part: true}}}
	page := []byte(`<!doctype html><html lang="sv"><title>x</title><body><nav>meny</nav><main>` + main + `</main></body></html>`)
	before := []output.File{
		{Path: "x/index.html", Data: page}, {Path: "404.html", Data: page}, {Path: "part/index.html", Data: page},
		{Path: "y/index.html", Data: []byte("<!doctype html><title>bort</title>")},
		{Path: "old/index.html", Source: "old"},
		{Path: "a.css"},
	}
	files := WithTwins(b, before, After(nil))
	if len(files) != len(before)+1 || files[len(before)].Path != "x/index.md" {
		t.Fatalf("got %v", slices.Sorted(maps.Keys(asMap(files))))
	}
	return string(files[len(before)].Data)
}

func TestTwinIsTheTextOfAPage(t *testing.T) {
	got := twinOf(t, `
<header><h1>Underbiträden</h1><dl><div><dt>Ansvarig</dt><dd>Exempel AB</dd></div><div><dt>Steg</dt><dd><ul><li>ett</li><li>två</li></ul></dd></div></dl></header>
<nav class="ti-toc"><a href="#a">innehåll</a></nav>
<h2 id="a"><a class="ti-anchor" href="#a">Vilka är de?</a></h2>
<p>Hos <a href="../om/">oss<span class="ti-hidden"> (extern webbplats)</span></a>, se <a href="#b">nedan</a>
  och <strong>fet </strong>text.<br>Ny rad.</p>
<ul><li>Ett<span class="ti-note">anmärkning</span></li><li>Två<ol><li>inre</li></ol></li></ul>
<form hidden>sök</form><script>x</script>
<table><caption>Lista</caption><thead><tr><th scope="col">Namn</th><th scope="col">Uppgifter</th></tr></thead>
<tbody><tr><th scope="rowgroup" colspan="2">Grupp</th></tr>
<tr><th scope="row"><a class="ti-anchor" href="#p">Puzzel B.V.</a><span class="ti-note">556579-4384</span></th>
<td><ul><li>namn</li><li>e-post</li></ul><p>För | alla.</p><dl><dt>Från</dt><dd>1 maj</dd></dl></td></tr></tbody></table>
<table><tr><td>utan</td><td>rubrik</td></tr></table>
<details><summary>Mer</summary><pre>a  b
c</pre></details>
<p><del>bort</del> <ins>dit</ins> <code>a_b</code></p>`)
	want := `# Underbiträden

- **Ansvarig:** Exempel AB
- **Steg:**
  - ett
  - två

## Vilka är de?

Hos [oss](../om/), se [nedan](./#b) och **fet** text.\
Ny rad.

- Ett\
  anmärkning
- Två
  1. inre

**Lista**

| Namn | Uppgifter |
| --- | --- |
| Grupp |  |
| Puzzel B.V.; 556579-4384 | namn; e-post; För \| alla. Från: 1 maj |

|  |  |
| --- | --- |
| utan | rubrik |

**Mer**

` + "```\na  b\nc\n```" + `

~~bort~~ **dit** ` + "`a_b`\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A name is text, whatever it looks like to a reader of Markdown.
func TestTwinTakesNoOrdersFromNames(t *testing.T) {
	for html, want := range map[string]string{
		`<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>`: `\<script\>alert(1)\</script\>`,
		`<p># Rubrik</p>`:   `\# Rubrik`,
		`<p>- punkt</p>`:    `\- punkt`,
		`<p>2026. Året</p>`: `2026\. Året`,
		`<p>[x](javascript:alert(1)) ![y](z) *a* _b_ ~~c~~</p>`:        `\[x\](javascript:alert(1)) !\[y\](z) \*a\* \_b\_ \~\~c\~\~`,
		`<p>&amp;lt;b&amp;gt; \</p>`:                                   `&amp;lt;b&amp;gt; \\`,
		`<p><a href="/a (b)/<c>">x]</a></p>`:                           `[x\]](/a%20%28b%29/%3Cc%3E)`,
		"<p><code>a`b</code></p>":                                      "``a`b``",
		"<pre>```\nx</pre>":                                            "````\n```\nx\n````",
		`<table><tr><th>a|b</th></tr><tr><td>c<br>d</td></tr></table>`: "|  |\n| --- |\n| a\\|b |\n| c d |",
		`<p>rad ett
---
</p>`: `rad ett ---`,
		`<ul><li>x<br># y</li></ul>`: "- x\\\n  \\# y",
	} {
		if got := twinOf(t, html); got != want+"\n" {
			t.Errorf("%s\n got %q\nwant %q", html, got, want+"\n")
		}
	}
}
