package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A site whose address, mail and links hold å, ä and ö says each of them in one way
// wherever a program reads it. People may read the letters.
func TestAddressesAreWrittenOneWayInEveryOutput(t *testing.T) {
	root := filepath.Join(t.TempDir(), "site")
	printedBy(t, "init", "--example", root)
	change := func(name string, pairs ...string) {
		t.Helper()
		full := filepath.Join(root, filepath.FromSlash(name))
		data, err := os.ReadFile(full)
		must(t, err)
		text := string(data)
		for i := 0; i < len(pairs); i += 2 {
			now := regexp.MustCompile(pairs[i]).ReplaceAllString(text, pairs[i+1])
			if now == text {
				t.Fatalf("%s holds no %s", name, pairs[i])
			}
			text = now
		}
		must(t, os.WriteFile(full, []byte(text), 0o644))
	}
	change("data/organisation.yaml", `(?m)^base_url: .*`, "base_url: https://förtroende.example/å/\n"+
		"accepted: [{rule: starter-text, reason: Ett prov, until: 2026-12-31}]\n"+
		"security_contact:\n  contact: [\"mailto:larm@förtroende.example\"]\n  expires: 2027-06-01\n  policy: https://förtroende.example/säkerhet")
	change("data/controllers/mitt-foretag.yaml", `(email: [a-z]+)@.*`, "$1@förtroende.example", `(?m)^web: .*`, "web: https://förtroende.example/företag")
	change("data/recipients/serverskogen.yaml", `(?m)^country: .*`, "$0\nweb: https://förtroende.example/träd?q=ö")
	must(t, os.MkdirAll(filepath.Join(root, "content/about"), 0o755))
	must(t, os.WriteFile(filepath.Join(root, "content/about/index.sv.md"), []byte(
		"---\ntitle: Om\nslug: om\n---\nSe [sidan](https://förtroende.example/läs), skriv till [oss](mailto:info@förtroende.example) eller <info@förtroende.example>.\n"), 0o644))
	issueSite(t, root, "2026-11-21")
	out := filepath.Join(t.TempDir(), "public")
	if said := printedBy(t, "build", "--dir", root, "--as-of", "2026-11-21", "--out", out, "--lang", "en"); strings.Contains(said, "error: ") {
		t.Fatal(said)
	}

	const site, mail = "https://xn--frtroende-07a.example/%C3%A5/", "@xn--frtroende-07a.example"
	must(t, fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "versions/2026-11-21/") && strings.HasSuffix(name, "/data.json") {
			return err // the last are the facts as they are written
		}
		data, err := os.ReadFile(filepath.Join(out, name))
		must(t, err)
		for _, bad := range otherForms(name, string(data)) {
			t.Errorf("%s holds %q", name, bad)
		}
		return nil
	}))
	for name, want := range map[string]string{
		"robots.txt":               "Sitemap: " + site + "sitemap.xml",
		"sitemap.xml":              "<loc>" + site + "om/</loc>",
		"index.html":               `<link rel="canonical" href="` + site + `">`,
		"en/about/index.html":      `"@id":"` + site + `en/about/"`,
		"om/index.html":            `href="mailto:info` + mail + `"`,
		"timemap.link":             "<" + site + `timemap.link>; rel="self"`,
		".well-known/security.txt": "Contact: mailto:larm" + mail,
		"_redirects":               "/%C3%A5/about/ /%C3%A5/om/ 301!",
		"_headers":                 "/%C3%A5/data/*",
		"underbitraden/index.html": `href="https://xn--frtroende-07a.example/tr%C3%A4d?q=%C3%B6"`,
	} {
		data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		must(t, err)
		if !strings.Contains(string(data), want) {
			t.Errorf("%s lacks %s", name, want)
		}
	}
	feeds, err := filepath.Glob(filepath.Join(out, "feeds", "*"))
	must(t, err)
	if len(feeds) < 4 {
		t.Errorf("only the feeds %v were looked at", feeds)
	}
}

var (
	wrong  = regexp.MustCompile(`(?i).{0,20}(?:f%C3%B6rtroende|https?://f(?:ö|o\x{308})rtroende|mailto:[^\s"<>]*f(?:ö|o\x{308})rtroende|%25C3|\.example/å).{0,20}`)
	marked = regexp.MustCompile(`(?s)<script type="application/ld\+json">.*?</script>|<[a-z][^>]*>`)
	letter = regexp.MustCompile(`.{0,20}förtroende\.example.{0,20}`)
)

// otherForms are the addresses in a file that are written otherwise than as programs read
// them. What stands between the tags of a page is read by people, and so is prose that
// was made of it.
func otherForms(name, text string) []string {
	bad := wrong.FindAllString(text, -1)
	switch filepath.Ext(name) {
	case ".html":
		for _, tag := range marked.FindAllString(text, -1) {
			bad = append(bad, letter.FindAllString(tag, -1)...)
		}
	case ".md", ".pdf", ".xlsx":
	case ".json":
		if !strings.HasSuffix(name, "search/index.json") && !strings.HasSuffix(name, "sok/index.json") {
			bad = append(bad, letter.FindAllString(text, -1)...)
		}
	default:
		bad = append(bad, letter.FindAllString(text, -1)...)
	}
	return bad
}
