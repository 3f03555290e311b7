package seal

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/publish/view"
	"tillit/tools/internal/trial"
)

// alias gives a page older addresses.
func alias(p *prose.Page, from ...string) {
	p.Aliases = slices.Grow(p.Aliases, len(from))[:len(from)]
	for i, address := range from {
		p.Aliases[i].From = address
	}
}

func examplePages() []prose.Page {
	pages := []prose.Page{
		{ID: "", Lang: "en", Title: "Home", URL: "/en/"},
		{ID: "", Lang: "sv", Title: "Hem", URL: "/"},
		{ID: "rights", Lang: "en", Title: "Your rights", URL: "/en/your-rights/"},
		{ID: "rights", Lang: "sv", Title: `Dina "rättigheter" & <b>`, URL: "/dina-rattigheter/"},
		{ID: "contact", Lang: "sv", Title: "Kontakt", URL: "/contact/"},
		{ID: "contact", Lang: "en", Title: "Contact", URL: "/en/contact/"},
	}
	alias(&pages[3], "/dina/rattigheter/")
	return pages
}

// machineFiles returns what is written for machines, by path.
func machineFiles(t *testing.T, address string, preview bool, pages []prose.Page, contact *record.SecurityContact) (map[string]string, []string) {
	t.Helper()
	m := &Machine{Base: mustParse(t, address), Pages: pages, Languages: trial.SwedishAndEnglish, Preview: preview,
		Taken: map[string]bool{"404.html": true, "en/404.html": true}}
	for _, p := range pages {
		m.Taken[strings.TrimPrefix(p.URL+"index.html", "/")] = true
	}
	m.Write(contact)
	return asMap(m.Files), trial.Briefs(m.Found, "en")
}

func TestMachineFiles(t *testing.T) {
	got, list := machineFiles(t, "https://example.com/trust/", false, examplePages(), &record.SecurityContact{
		Contact: []string{"mailto:security@example.com", "https://example.com/report", "mailto:a@example.com\nContact: mailto:evil@example.com"},
		Expires: "2027-06-30", Policy: "https://example.com/policy",
	})
	if len(list) > 0 {
		t.Fatal(list)
	}
	want := map[string]string{
		"_headers": `/trust/*
  Content-Security-Policy: ` + CSP + `; frame-ancestors 'none'
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), browsing-topics=()
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
/trust/data/*
  Access-Control-Allow-Origin: *
`,
		"_redirects": `/trust/dina/rattigheter/ /trust/dina-rattigheter/ 301!
/trust/rights/ /trust/dina-rattigheter/ 301!
/trust/sv/ /trust/ 301!
/trust/en/* /trust/en/404.html 404
`,
		"robots.txt": "User-agent: *\nDisallow:\n\nSitemap: https://example.com/trust/sitemap.xml\n",
		".well-known/security.txt": `Contact: mailto:security@example.com
Contact: https://example.com/report
Expires: 2027-06-30T23:59:59Z
Preferred-Languages: sv, en
Canonical: https://example.com/trust/.well-known/security.txt
Policy: https://example.com/policy
`,
		"rights/index.html": `<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<title>Sidan har en annan adress</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=/trust/dina-rattigheter/">
<link rel="canonical" href="https://example.com/trust/dina-rattigheter/">
<h1>Sidan har en annan adress</h1>
<p><a href="/trust/dina-rattigheter/">Dina &#34;rättigheter&#34; &amp; &lt;b&gt;</a></p>
</html>
`,
	}
	for name, text := range want {
		if diff := cmp.Diff(text, got[name]); diff != "" {
			t.Errorf("%s: -want +got:\n%s", name, diff)
		}
	}
	if n := strings.Count(got["sitemap.xml"], "<url>"); n != 6 {
		t.Errorf("the sitemap has %d pages", n)
	}
	line := `<url><loc>https://example.com/trust/en/your-rights/</loc>` +
		`<xhtml:link rel="alternate" hreflang="en" href="https://example.com/trust/en/your-rights/"/>` +
		`<xhtml:link rel="alternate" hreflang="sv" href="https://example.com/trust/dina-rattigheter/"/></url>`
	if !strings.Contains(got["sitemap.xml"], line) {
		t.Errorf("the sitemap lacks %s:\n%s", line, got["sitemap.xml"])
	}
	if len(got) != 8 { // those above, the sitemap, and two more stubs
		t.Errorf("got %d files", len(got))
	}
}

func TestMachineFilesOfAPreviewKeepRobotsOut(t *testing.T) {
	got, _ := machineFiles(t, "https://example.com/", true, examplePages(), nil)
	if got["robots.txt"] != "User-agent: *\nDisallow: /\n" {
		t.Errorf("robots.txt is %q", got["robots.txt"])
	}
	if !strings.Contains(got["_headers"], "\n  X-Robots-Tag: noindex\n") {
		t.Errorf("_headers is %s", got["_headers"])
	}
	for _, name := range []string{"sitemap.xml", ".well-known/security.txt"} {
		if _, ok := got[name]; ok {
			t.Errorf("%s is there", name)
		}
	}
}

func TestMachineFilesSayNothingOfAnUnknownAddress(t *testing.T) {
	got, _ := machineFiles(t, "", false, examplePages(), &record.SecurityContact{Contact: []string{"tel:+4681"}, Expires: "2027-01-01"})
	for name, text := range got {
		if strings.Contains(text, "anonical") || name == "sitemap.xml" {
			t.Errorf("%s: %s", name, text)
		}
	}
}

func TestAliasesMustNotHideAPage(t *testing.T) {
	pages := examplePages()
	alias(&pages[0], "/contact/", "/data/", "/same/")
	alias(&pages[1], "/same/")
	_, list := machineFiles(t, "", false, pages, nil)
	want := []string{
		`[prose-alias] the alias "/same/" leads to another page already → remove one of the lines`,
		`[prose-alias] there is already a page at the alias "/contact/" → remove the line`,
		`[prose-alias] there is already a page at the alias "/data/" → remove the line`,
	}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// HSTS cannot be taken back for a year: it is sent only where it was asked for, from
// the real site, by an address with https.
func TestOnlyTheRealSiteAsksForHTTPSAlone(t *testing.T) {
	for _, c := range []struct {
		address        string
		asked, preview bool
		want           bool
	}{
		{"https://example.com/", true, false, true},
		{"https://example.com/", false, false, false},
		{"https://example.com/", true, true, false},
		{"http://127.0.0.1:1313/", true, false, false},
		{"", true, false, false},
	} {
		m := &Machine{Base: mustParse(t, c.address), Languages: trial.SwedishAndEnglish, Preview: c.preview, HTTPSOnly: c.asked, Taken: map[string]bool{}}
		m.headers()
		if got := strings.Contains(asMap(m.Files)["_headers"], "  Strict-Transport-Security: max-age=31536000\n"); got != c.want {
			t.Errorf("%+v: sent is %t", c, got)
		}
	}
}

// Pages below others have no folder in content/ that an address could go by.
func TestPagesBelowOthersHaveNoOtherAddress(t *testing.T) {
	files, _ := machineFiles(t, "https://example.com/", false, []prose.Page{
		{ID: "", Lang: "sv", URL: "/"}, {ID: "change-2026-01-01", Lang: "sv", URL: "/andringar/2026-01-01/", Below: true},
	}, nil)
	if _, ok := files["change-2026-01-01/index.html"]; ok {
		t.Error("the page has a second address")
	}
}

func TestDownloadsOfIssuedVersionsMayBeReadByPrograms(t *testing.T) {
	m := &Machine{Base: &url.URL{Path: "/trust/"}, Editions: []*view.Edition{
		{ID: "2026-03-01", Path: "versions/2026-03-01/site/", Folder: "versions/2026-03-01/"},
		{ID: "2026-01-01", Path: "versions/2026-01-01/site/", Folder: "versions/2026-01-01/", Replaced: true, Next: "2026-03-01"},
	}}
	want := `/trust/versions/*
  X-Robots-Tag: noindex
/trust/versions/2026-03-01/site/data/*
  Access-Control-Allow-Origin: *
/trust/versions/2026-01-01/site/data/*
  Access-Control-Allow-Origin: *
/trust/versions/2026-01-01/*
  Link: </trust/versions/2026-03-01/site/>; rel="successor-version"`
	if diff := cmp.Diff(want, strings.Join(m.versionHeaders(), "\n")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
