package alike

import (
	"net/url"
	"regexp"
	"strings"
)

// law is how addresses of the Union's law name an act: 32016R0679, reg/2016/679.
var law = regexp.MustCompile(`[0-9]{5}[A-Z]{1,2}[0-9]{4}|(?:reg|dir|dec)[a-z_]*/[0-9]{4}/[0-9]+`)

// keysOf names where an address leads, in whatever language: who is there, and which act
// where it names one. Paths are translated, and the same authority may have a name for
// each language: imy.se/en, sv.wikipedia.org, example.se and example.com.
func keysOf(address string) []string {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil {
		return []string{address}
	}
	labels := strings.Split(strings.ToLower(u.Hostname()), ".")
	for len(labels) > 2 && (labels[0] == "www" || len(labels[0]) == 2) {
		labels = labels[1:]
	}
	key := strings.Join(labels[:max(1, len(labels)-1)], ".")
	if act := law.FindString(u.Path + "?" + u.RawQuery); act != "" {
		key += " " + act
	}
	return []string{key}
}
