package address_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/facts/address"
)

var everyone = []address.Owner{address.Page, address.Static, address.Version, address.Status, address.Download, address.Feed, address.Machine}

func TestEachAddressHasOneOwner(t *testing.T) {
	for name, want := range map[string]address.Owner{
		"versions/2026-03-01/site/index.html": address.Version,
		"versions/new":                        address.Version,
		"Versions/2026-03-01/x":               address.Version,
		"VERSIONS/x":                          address.Version,
		"ver\u017fions/x":                     address.Version, // a long s, which folds to s
		"\uff56ersions/x":                     address.Version, // a wide v
		"versions./x":                         address.Version, // Windows drops the dot
		"versions /x":                         address.Version,
		"status/2026-03-01.sv.css":            address.Status,
		"Status/x":                            address.Status,
		"data/v1/x.csv":                       address.Download,
		"DATA/v1/x.csv":                       address.Download,
		"feeds/changes.sv.atom":               address.Feed,
		"timemap.link":                        address.Feed,
		"SHA256SUMS":                          address.Machine,
		"sha256sums":                          address.Machine,
		"_headers":                            address.Machine,
		"_Redirects":                          address.Machine,
		"robots.txt":                          address.Machine,
		"sitemap.xml":                         address.Machine,
		"netlify.toml":                        address.Machine,
		"_worker.js":                          address.Machine,
		"_worker.js/index.js":                 address.Machine,
		"web.config":                          address.Machine,

		"versions/index.html":       address.Page, // in a site whose main language is English
		"versions/index.md":         address.Page,
		"index.html":                address.Page,
		"en/versions/index.html":    address.Page,
		"en/versions/x":             address.Page,
		"en/data/x":                 address.Page,
		"versioner/index.html":      address.Page,
		"versionslogg/index.html":   address.Page,
		"files/SHA256SUMS":          address.Page,
		"files/_headers":            address.Page,
		"files/robots.txt":          address.Page,
		"database/x":                address.Page,
		"data-protection/x":         address.Page,
		"om/versions/x":             address.Page,
		".well-known/openpgpkey/hu": address.Page,
	} {
		if got := address.Of(name); got != want {
			t.Errorf("%s belongs to %d, want %d", name, got, want)
		}
		for _, who := range everyone {
			ok, taken := address.May(who, name)
			if may := who == want || who == address.Static && want == address.Page; ok != may {
				t.Errorf("%d may write to %s: %v", who, name, ok)
			} else if !ok && (!strings.Contains(taken.EN, name) || !strings.Contains(taken.SV, name)) {
				t.Errorf("%s: %q", name, taken)
			}
		}
	}
}

// The contact for vulnerabilities is written from the facts, or by the site.
func TestSecurityTextIsOfTwo(t *testing.T) {
	for _, who := range everyone {
		ok, _ := address.May(who, ".well-known/security.txt")
		if may := who == address.Page || who == address.Static || who == address.Machine; ok != may {
			t.Errorf("%d: %v", who, ok)
		}
	}
}

func TestAPageMayBeWhereNobodyElseIs(t *testing.T) {
	for _, tt := range []struct {
		url, id string
		ok      bool
	}{
		{"/", "", true}, {"/om/", "about", true}, {"/en/versions/", "versions", true}, {"/en/versions/", "about", true},
		{"/versions/", "versions", true}, {"/versioner/", "versions", true}, {"/en/data/", "data", true}, {"/status-sidan/", "x", true},
		{"/datas/", "x", true}, {"/om/data/", "x", true}, {"/feed/", "x", true},
		{"/versions/", "about", false}, {"/versions/2026-03-01/", "versions", false}, {"/versions/2026-03-01/", "about", false},
		{"/data/", "data", false}, {"/data/v1/", "x", false}, {"/feeds/", "x", false}, {"/status/", "status", false}, {"/status/x/", "x", false},
		{"/Versions/x/", "x", false}, {"/versions/index/", "versions", false}, {"/sha256sums/", "x", false},
	} {
		ok, taken := address.MayBe(tt.url, tt.id)
		if ok != tt.ok || !ok && !strings.Contains(taken.EN, tt.url) {
			t.Errorf("%s of %q: %v, %q", tt.url, tt.id, ok, taken.EN)
		}
	}
}

func TestFoldedIsTheSameForWhatIsOneToSome(t *testing.T) {
	for _, same := range [][]string{
		{"om/index.html", "Om/Index.HTML", "OM/INDEX.html"},
		{"s\u00e4kerhet/x", "sa\u0308kerhet/x", "S\u00c4KERHET/X", "SA\u0308KERHET/x"},
		{"strasse", "stra\u00dfe", "STRASSE"},
		{"a/b", "a./b", "a /b", "a/b.", "a/b "},
		{"\u03c3x", "\u03c2x", "\u03a3x"},
		{".well-known/x", ".Well-Known/X"},
	} {
		for _, name := range same[1:] {
			if a, b := address.Folded(same[0]), address.Folded(name); a != b {
				t.Errorf("%q is %q, %q is %q", same[0], a, name, b)
			}
		}
	}
	for _, apart := range [][2]string{{"a", "b"}, {"ä", "a"}, {"a/b", "a-b"}, {"..", "."}, {"x", "x/y"}, {".x", "x"}} {
		if address.Folded(apart[0]) == address.Folded(apart[1]) {
			t.Errorf("%q and %q are one", apart[0], apart[1])
		}
	}
}
