package preview

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"tillit/tools/internal/publish/output"
)

// Whatever another origin sends, it learns nothing of what is shown.
func TestOtherOriginsLearnNothing(t *testing.T) {
	s := New("sv")
	s.Site([]output.File{{Path: "index.html", Data: []byte("<p>hemligt</p></body>")}, {Path: "data/v1/x.json", Data: []byte(`"hemligt"`)}, {Path: "feeds/x.atom", Data: []byte("hemligt")}}, nil, nil)
	type headers = map[string]string
	for _, tt := range []struct {
		method, host, path string
		headers            headers
		want               int
	}{
		{"GET", "127.0.0.1:1313", "/", nil, 200}, {"GET", "localhost:1313", "/", nil, 200}, {"GET", "LOCALHOST", "/", nil, 200}, {"GET", "[::1]:1313", "/", nil, 200}, {"HEAD", "127.0.0.1", "/", nil, 200},
		{"GET", "127.0.0.1:1313", "/data/v1/x.json", nil, 200}, {"GET", "127.0.0.1:1313", "/data/v1/x.json", headers{"Origin": "http://127.0.0.1:1313"}, 200},
		{"GET", "127.0.0.1:1313", "/", headers{"Sec-Fetch-Site": "same-origin"}, 200}, {"GET", "127.0.0.1:1313", "/", headers{"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}, 200},
		{"GET", "127.0.0.1:1313", "/", headers{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200}, // a link in a letter
		{"GET", "localhost:1313", "/-/reload.js", headers{"Sec-Fetch-Site": "same-origin"}, 200},

		{"GET", "evil.example:1313", "/", nil, 421}, {"GET", "localhost.evil.example", "/", nil, 421}, {"GET", "127.0.0.1.evil.example:1313", "/", nil, 421}, {"GET", "", "/", nil, 421},
		{"GET", "127.0.0.2:1313", "/", nil, 421}, {"GET", "0.0.0.0:1313", "/", nil, 421}, {"GET", "localhost.:1313", "/", nil, 421}, {"GET", "evil.example", "/-/events", nil, 421},
		{"POST", "127.0.0.1:1313", "/", nil, 405}, {"OPTIONS", "127.0.0.1:1313", "/data/v1/x.json", headers{"Origin": "https://evil.example"}, 405}, {"DELETE", "localhost", "/", nil, 405},
		{"GET", "127.0.0.1:1313", "/data/v1/x.json", headers{"Origin": "https://evil.example"}, 403}, {"GET", "127.0.0.1:1313", "/", headers{"Origin": "null"}, 403},
		{"GET", "127.0.0.1:1313", "/", headers{"Origin": "http://127.0.0.1:8080"}, 403}, {"GET", "127.0.0.1:1313", "/feeds/x.atom", headers{"Origin": "https://127.0.0.1:1313"}, 403},
		{"GET", "127.0.0.1:1313", "/data/v1/x.json", headers{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403},
		{"GET", "127.0.0.1:1313", "/", headers{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, 403},
		{"GET", "127.0.0.1:1313", "/", headers{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		{"GET", "127.0.0.1:1313", "/-/events", headers{"Origin": "https://evil.example"}, 403}, {"GET", "127.0.0.1:1313", "/-/reload.js", headers{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403},
	} {
		r := httptest.NewRequest(tt.method, "http://127.0.0.1:1313"+tt.path, nil)
		r.Host = tt.host
		for name, value := range tt.headers {
			r.Header.Set(name, value)
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != tt.want {
			t.Errorf("%s %s of %s, %v: %d, want %d", tt.method, tt.path, tt.host, tt.headers, w.Code, tt.want)
		}
		for name := range w.Header() {
			if http.CanonicalHeaderKey(name) == "Access-Control-Allow-Origin" {
				t.Errorf("%s: others may read it", tt.path)
			}
		}
		if w.Header().Get("Cross-Origin-Resource-Policy") != "same-origin" || w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("X-Frame-Options") != "DENY" {
			t.Errorf("%s: %v", tt.path, w.Header())
		}
	}
}
