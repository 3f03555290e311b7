package feed

import (
	"net/http"
	"strings"

	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
)

const timeMapPath = "timemap.link"

// TimeMap lists the issued versions for programs that ask what a site said on a
// day (Memento, RFC 7089): the site, and each version under the address that it
// keeps, with the moment at which it was issued, or that from which it applied.
func TimeMap(chain *version.Chain, place Place) []byte {
	var links []string
	add := func(address string, attributes ...string) {
		link := "<" + address + ">"
		for i := 0; i+1 < len(attributes); i += 2 {
			link += "; " + attributes[i] + `="` + attributes[i+1] + `"`
		}
		links = append(links, link)
	}
	at := func(v *version.Version) string { return v.Began().UTC().Format(http.TimeFormat) }
	versions := chain.Versions
	add(place.url(""), "rel", "original")
	if len(versions) > 0 {
		add(place.url(timeMapPath), "rel", "self", "type", "application/link-format", "from", at(versions[0]), "until", at(chain.Head()))
	}
	for i, v := range versions {
		rel := "memento"
		if i == len(versions)-1 {
			rel = "last " + rel
		}
		if i == 0 {
			rel = "first " + rel
		}
		add(place.url(change.Folder+"/"+v.ID+"/site/"), "rel", rel, "datetime", at(v))
	}
	return []byte(strings.Join(links, ",\n") + "\n")
}
