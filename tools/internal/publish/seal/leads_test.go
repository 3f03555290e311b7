package seal

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/trial"
)

// What a layout writes into a page is code: what takes the reader elsewhere, tells others of
// them or runs is told at the layout.
func TestPagesLeadNobodyElsewhere(t *testing.T) {
	for _, tt := range []struct{ html, rule string }{
		{`<meta http-equiv="refresh" content="0; url=https://evil.example/">`, "page-leads"},
		{`<meta http-equiv=Refresh content="5;URL='//evil.example/x'">`, "page-leads"},
		{`<meta http-equiv=refresh content="0,https://evil.example/">`, "page-leads"},
		{`<meta http-equiv=refresh content=" 1.5 ; https://evil.example/?a=b">`, "page-leads"},
		{`<meta http-equiv=refresh content="0;url=javascript:alert(1)">`, "page-leads"},
		{`<form action="https://evil.example/"></form>`, "page-leads"},
		{`<form action="mailto:a@example.com"></form>`, "page-leads"},
		{`<button formaction="//evil.example/">x</button>`, "page-leads"},
		{`<input type=submit formaction="https://evil.example/">`, "page-leads"},
		{`<a href="/" ping="https://evil.example/">x</a>`, "page-leads"},
		{`<svg><animate attributeName="href" values="javascript:1"></animate></svg>`, "page-leads"},
		{`<svg><a href="/"><set attributeName="xlink:href" to="javascript:1"></set></a></svg>`, "page-leads"},
		{`<svg><set attributeName="onclick" to="x"></set></svg>`, "page-leads"},
		{`<svg xml:base="https://evil.example/"></svg>`, "page-leads"},

		{`<link rel="preconnect" href="https://evil.example/">`, "link-third-party"},
		{`<link rel="dns-prefetch" href="//evil.example/">`, "link-third-party"},
		{`<link rel="prefetch" href="https://evil.example/x">`, "link-third-party"},
		{`<img alt="" srcset="https://evil.example/a.png 2x">`, "link-third-party"},
		{`<table background="https://evil.example/a.png"></table>`, "link-third-party"},
		{`<a href="/" attributionsrc="https://evil.example/">x</a>`, "link-third-party"},
		{`<svg><rect fill="url(https://evil.example/a.svg#b)"></rect></svg>`, "link-third-party"},
		{`<svg><image href="https://evil.example/a.png"></image></svg>`, "link-third-party"},
		{`<video poster="https://evil.example/a.png"></video>`, "link-third-party"},
		{`<template><img alt="" src="https://evil.example/"></template>`, "link-third-party"},

		{`<base href="https://evil.example/">`, "page-policy"}, {`<iframe src="/"></iframe>`, "page-policy"}, {`<object data="/"></object>`, "page-policy"}, {`<embed src="/">`, "page-policy"},
		{`<noscript><img alt="" src="https://evil.example/"></noscript>`, "page-policy"}, {`<p onclick="x">x</p>`, "page-policy"}, {`<svg onload="x"></svg>`, "page-policy"},
		{`<script src="/a.json"></script>`, "page-policy"}, {`<p style="color:red">x</p>`, "page-policy"}, {`<portal src="/"></portal>`, "page-policy"},
		{`<meta charset="iso-2022-jp">`, "page-policy"}, {`<meta http-equiv=content-type content="text/html; charset=utf-7">`, "page-policy"},
		{`<math href="javascript:1">x</math>`, "link-unsafe"}, {`<meta charset=UTF-8>`, ""}, {`<meta http-equiv="Content-Type" content="text/html; charset=utf-8">`, ""},

		{`<meta http-equiv="refresh" content="0; url=/">`, ""}, {`<meta http-equiv="refresh" content="5;URL='/'">`, ""}, {`<meta http-equiv=refresh content="0;https://example.com/">`, ""},
		{`<form action="/"></form>`, ""}, {`<form></form>`, ""}, {`<form action="https://example.com/"></form>`, ""}, {`<button formaction="/">x</button>`, ""},
		{`<a href="https://imy.se/">x</a>`, ""}, {`<a href="mailto:a@example.com">x</a>`, ""}, {`<svg><animate attributeName="x" values="1;2"></animate></svg>`, ""},
		{`<svg><rect fill="url(#a)"></rect></svg>`, ""}, {`<svg><text>f(x)</text></svg>`, ""}, {`<svg><path transform="rotate(3)"></path></svg>`, ""}, {`<img alt="" srcset="/bild.png 1x, /bild.png 2x">`, ""},
		{`<blockquote cite="https://imy.se/x">x</blockquote>`, ""}, {`<script src="/a.js"></script>`, ""}, {`<meta name="refresh" content="0;url=https://evil.example/">`, ""},
	} {
		source := folder.Tree{"layouts/_partials/page/footer.html": {Data: []byte("\n" + tt.html), Own: true}}
		files := []output.File{
			{Path: "bild.png", Data: []byte("x"), By: address.Static}, {Path: "a.js", Data: []byte("x")}, {Path: "a.json", Data: []byte("{}")},
			{Path: "index.html", Data: []byte(pageHead + tt.html)},
		}
		_, list := Seal(files, mustParse(t, "https://example.com/"), nil, Origin{}, source, nil)
		var got []string
		for _, d := range list {
			got = append(got, d.Rule)
			if d.Pos.File != "layouts/_partials/page/footer.html" || d.Pos.Line != 2 {
				t.Errorf("%s: told at %v", tt.html, d.Pos)
			}
		}
		if tt.rule == "" && len(list) > 0 || tt.rule != "" && !strings.Contains(strings.Join(got, " "), tt.rule) {
			t.Errorf("%s: %v, want %s", tt.html, trial.Briefs(list, "en"), tt.rule)
		}
	}
}

func TestStylesAreReadAsABrowserReadsThem(t *testing.T) {
	for css, want := range map[string][]string{
		`a{b:url(x)}`: {"x"}, `a{b:url( "x y" )}`: {"x y"}, `a{b:URL('x')}`: {"x"}, `a{b:\75rl(x)}`: {"x"}, `a{b:u\72 l("x")}`: {"x"}, `a{b:url(ht\74 p:x)}`: {"http:x"},
		`@import "x";`: {"x"}, `@import/**/'x';`: {"x"}, `@\69mport "x";`: {"x"}, `@import url(x) screen;`: {"x"}, `@IMPORT url("x");`: {"x"}, `a{b:image-set("x" 1x, url(y) 2x)}`: {"x", "y"},
		`a{b:-webkit-image-set("x" 1x)}`: {"x"}, `@font-face{src:url(a) format("woff2"),url(b)}`: {"a", "b"}, `a{b:src("x")}`: {"x"}, `a{b:cross-fade(url(x),url(y))}`: {"x", "y"}, `a{--b:url(x)}`: {"x"},
		`a{b:"\"";c:url(x)}`: {"x"}, `@media (x){a{b:url(y)}}`: {"y"}, "@import \"a\\\nb\";": {"ab"}, `a{b:url(x`: {"x"}, `@supports (b:url(x)){}`: {"x"},

		``: nil, `a{content:"x"}`: nil, `/* url(x) */`: nil, `/* @import "x"`: nil, `a{b:"url(x)"}`: nil, `@charset "utf-8";`: nil, `a{b:format("x")}`: nil, `a[href="x"]{}`: nil,
		`a{b:image-set(x type("y"))}`: nil, `a:not("x"){}`: nil, `@namespace "x";`: nil, `a{b:url()}`: nil, `a{b:"x`: nil, `\`: nil, `a{b:var(--url)}`: nil, `.url{c:(x)}`: nil,
	} {
		var got []string
		for _, l := range linksOfCSS([]byte(css)) {
			got = append(got, l.to)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", css, diff)
		}
	}
}
