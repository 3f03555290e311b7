package value

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// Wire is an address as programs read it, and the one way to write it where they do: a
// host with å, ä and ö in the letters of the system of names (RFC 5891), and everything
// else that is not ASCII as the numbers of its bytes (RFC 3986). It takes an address of
// the web, of mail or of a telephone. What is ASCII stays as it is, and so does what
// cannot be read as an address.
func Wire(address string) string {
	if isASCII(address) && !strings.Contains(address, "%") {
		return address
	}
	if to, ok := strings.CutPrefix(address, "mailto:"); ok {
		mail, query, asked := strings.Cut(to, "?")
		if asked {
			mail += "?"
		}
		return "mailto:" + WireMail(mail) + escaped(query)
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return escaped(address)
	}
	host := WireHost(u.Hostname())
	if port := u.Port(); port != "" {
		host += ":" + port
	}
	scheme, rest, _ := strings.Cut(address, "://")
	from := strings.IndexAny(rest, "/?#")
	if from < 0 {
		from = len(rest)
	}
	return scheme + "://" + host + escaped(rest[from:])
}

// WireMail is an e-mail address as programs read it. What stands before @ keeps its
// letters in mail, and has numbers in an address, so that it may hold ASCII alone.
func WireMail(address string) string {
	local, host, ok := strings.Cut(address, "@")
	if !ok {
		return escaped(address)
	}
	name, query, asked := strings.Cut(host, "?")
	if asked {
		query = "?" + query
	}
	return escaped(local) + "@" + WireHost(name) + escaped(query)
}

// WireHost is the name of a host in ASCII; one that cannot be a host's stays as it is.
func WireHost(name string) string {
	if isASCII(name) {
		return name
	}
	if ascii, err := idna.Lookup.ToASCII(name); err == nil && ascii != "" {
		return ascii
	}
	return escaped(name)
}

// isASCII tells whether a text holds nothing else.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// escaped has the number of each byte that is not ASCII.
func escaped(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c >= 0x80 {
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
