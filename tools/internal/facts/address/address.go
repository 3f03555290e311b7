// Package address is the one table of who may write where in a site that is published.
// Whoever gives a file its address asks it: static files, slugs, older addresses, layouts,
// and at last the seal of every file that is to go out.
package address

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/page"
)

// Owner is who may write to an address, and no other.
type Owner int

// The owners. What the table does not name belongs to pages, and to static files where no
// page lies.
const (
	Page     Owner = iota // pages with their twins, older addresses, styles and pictures
	Static                // files that are published as they lie
	Version               // issued versions
	Status                // what tells whether a version still applies
	Download              // lists and documents
	Feed
	Machine // files that hosts and programs look for by name
)

// owners says of whom an address is, in words.
var owners = map[Owner]diag.Text{
	Version:  diag.Say("de utgivna versionerna, som bara tillit freeze skriver", "the issued versions, which tillit freeze alone writes"),
	Status:   diag.Say("det som säger om en version gäller än", "what tells whether a version still applies"),
	Download: diag.Say("listorna, som görs av data/", "the lists, which are made of data/"),
	Feed:     diag.Say("flödena, som görs av versionerna", "the feeds, which are made of the versions"),
	Machine:  diag.Say("det som webbservrar och program läser, och som ingen skriver för hand här", "what web servers and programs read, and nobody writes by hand here"),
}

// folders are those at the root of the site that are somebody's with all below them.
var folders = map[string]Owner{
	"versions": Version,
	"status":   Status,
	"data":     Download,
	"feeds":    Feed,
}

// files are single files that are somebody's, from the root of the site. Those that the
// build does not write would tell a host what to serve at any address, versions too.
var files = map[string]Owner{
	"timemap.link": Feed,

	"sha256sums":  Machine,
	"_headers":    Machine,
	"_redirects":  Machine,
	"robots.txt":  Machine,
	"sitemap.xml": Machine,

	"_worker.js":               Machine,
	"_routes.json":             Machine,
	"amplify.yml":              Machine,
	"app.yaml":                 Machine,
	"caddyfile":                Machine,
	"firebase.json":            Machine,
	"netlify.toml":             Machine,
	"nginx.conf":               Machine,
	"now.json":                 Machine,
	"render.yaml":              Machine,
	"serve.json":               Machine,
	"staticwebapp.config.json": Machine,
	"vercel.json":              Machine,
	"web.config":               Machine,
	"wrangler.json":            Machine,
	"wrangler.jsonc":           Machine,
	"wrangler.toml":            Machine,

	// The page of versions stands here in a site whose main language calls it so.
	"versions/index.html": Page,
	"versions/index.md":   Page,
}

// security is where the contact for vulnerabilities stands: the build writes it where
// the facts tell of one, and else the site may have a file of its own.
const security = ".well-known/security.txt"

// Of tells who owns an address, given as the path of a file from the root of the site.
func Of(name string) Owner {
	folded := Folded(name)
	if owner, ok := files[folded]; ok {
		return owner
	}
	first, below, _ := strings.Cut(folded, "/")
	if owner, ok := folders[first]; ok {
		return owner
	}
	if owner, ok := files[first]; ok && below != "" { // a folder in the place of such a file
		return owner
	}
	return Page
}

// May tells whether one may write to the address of a file. Else it says whose that is.
func May(who Owner, name string) (ok bool, taken diag.Text) {
	owner := Of(name)
	switch {
	case owner == who, owner == Page && who == Static, who == Machine && Folded(name) == security:
		return true, diag.Text{}
	case owner == Page:
		return false, diag.Say("adressen %q är ingen som det får skrivas till", "the address %q is none of its own", "/"+name)
	}
	return false, diag.Say("adressen %q tillhör %s", "the address %q belongs to %s", "/"+name, owners[owner])
}

// MayBe tells whether a page may be at an address, such as /rights/, or be led to from
// there. id is its folder in content/.
func MayBe(url, id string) (ok bool, taken diag.Text) {
	name := strings.Trim(url, "/")
	if Folded(name) == "versions" && id == page.Versions {
		return true, diag.Text{}
	}
	ok, taken = May(Page, name+"/x")
	if !ok {
		taken = diag.Say("adressen %q tillhör %s", "the address %q belongs to %s", url, owners[Of(name+"/x")])
	}
	return ok, taken
}

// Folded is the form of an address that is the same for all those which some host or disk
// takes for one: without letter case, however letters are put together, and without the
// dots and spaces that Windows leaves out at the end of a name.
func Folded(name string) string {
	if plain(name) {
		return name
	}
	name = norm.NFKC.String(cases.Fold().String(norm.NFKC.String(name)))
	parts := strings.Split(name, "/")
	for i, part := range parts {
		if cut := strings.TrimRight(part, ". "); cut != "" {
			parts[i] = cut
		}
	}
	return strings.Join(parts, "/")
}

// plain tells whether a name is folded as it is, as nearly all are.
func plain(name string) bool {
	for i := range len(name) {
		switch b := name[i]; {
		case b >= 0x80 || 'A' <= b && b <= 'Z':
			return false
		case b == '/' && i > 0 && (name[i-1] == '.' || name[i-1] == ' '):
			return false
		}
	}
	return !strings.HasSuffix(name, ".") && !strings.HasSuffix(name, " ")
}
