package preview

import (
	"net/http"
	"strings"

	"tillit/tools/internal/publish/seal"
)

// What is shown is not issued yet, and nobody's but that of who writes it. Another page in
// the same browser can send requests here, and must learn nothing of the answer.

// guard are the headers of every answer: the policy of the published site, and that no
// other origin may read, show or hold what is here. Not even the lists are read from
// elsewhere, as they are once they are published.
var guard = map[string]string{
	"Cache-Control":                "no-store",
	"Content-Security-Policy":      seal.CSP + "; frame-ancestors 'none'",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=(), browsing-topics=()",
	"Referrer-Policy":              "no-referrer",
	"X-Content-Type-Options":       "nosniff",
	"X-Frame-Options":              "DENY",
}

// refused tells with which status a request is turned away, or 0.
func refused(r *http.Request) int {
	switch {
	case !loopback(r.Host):
		// A page elsewhere could reach this server through a name that it has pointed at
		// this computer.
		return http.StatusMisdirectedRequest
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return http.StatusMethodNotAllowed
	case !ours(r):
		return http.StatusForbidden
	}
	return 0
}

// loopback tells whether a request is for this computer by one of its own names.
func loopback(host string) bool {
	name, port := host, ""
	if i := strings.LastIndex(host, ":"); i > strings.LastIndex(host, "]") {
		name, port = host[:i], host[i+1:]
	}
	return strings.Trim(port, "0123456789") == "" && (name == "127.0.0.1" || name == "[::1]" || strings.EqualFold(name, "localhost"))
}

// ours tells whether a request comes from a page of this server, or from a person who
// follows a link or types the address.
func ours(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return false
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	}
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
}
