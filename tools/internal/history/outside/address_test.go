package outside

import (
	"compress/gzip"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// served are the files of a small site, and its list.
func served(more ...string) map[string]string {
	files := map[string]string{"index.html": "<h1>Policy</h1>\n", "404.html": "gone\n", "a b/å#1.csv": "a,b\n", "versions/2026-01-01/version.yaml": "id: x\n"}
	list := ""
	for name, text := range files {
		list += fmt.Sprintf("%x  %s\n", sha256.Sum256([]byte(text)), name)
	}
	files["SHA256SUMS"] = list + strings.Join(more, "")
	return files
}

// host serves files below a path, and lets answers be others.
func host(t *testing.T, files map[string]string, lies map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/site/")
		if lie, ok := lies[name]; ok {
			lie(w, r)
			return
		}
		text, ok := files[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		io.WriteString(w, text)
	}))
	t.Cleanup(s.Close)
	return s
}

// few are limits that a test comes to.
var few = Limits{Files: 50, File: 4 << 10, Bytes: 64 << 10, Redirects: 3, Wait: 2 * time.Second, Whole: 20 * time.Second}

// readAll reads each file of an address, as verifying does.
func readAll(a *Address) map[string]string {
	got := map[string]string{}
	for name := range a.files {
		if data, err := fs.ReadFile(a, name); err == nil {
			got[name] = string(data)
		}
	}
	return got
}

func TestAnAddressIsAFolder(t *testing.T) {
	files := served()
	s := host(t, files, map[string]http.HandlerFunc{"not-named.html": func(http.ResponseWriter, *http.Request) { t.Error("a file that the list does not name was asked for") }})
	a, err := Visit(t.Context(), s.URL+"/site", few)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for name, text := range readAll(a) {
		if text != files[name] {
			t.Errorf("%s: %q", name, text)
		}
	}
	seen := 0
	err = fs.WalkDir(a, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			seen++
		}
		return err
	})
	if err != nil || seen != len(files) || a.Err() != nil {
		t.Errorf("%d of %d files: %v, %v", seen, len(files), err, a.Err())
	}
	if _, err := a.Open("not-named.html"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	f, err := a.Open("a b")
	if err != nil {
		t.Fatal(err)
	}
	if info, err := f.Stat(); err != nil || !info.IsDir() {
		t.Errorf("a folder is none: %v", err)
	}
	if _, err := f.Read(make([]byte, 1)); err == nil {
		t.Error("a folder was read")
	}
}

// An enemy has the server. Whatever it does, nothing is believed that did not come whole
// from the address that was given: reading ends with a sentence, or the bytes are others.
func TestAServerThatLies(t *testing.T) {
	elsewhere := host(t, served(), nil)
	endless := func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := w.Write(make([]byte, 1<<10)); err != nil {
				return
			}
		}
	}
	to := func(address string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, address, http.StatusFound) }
	}
	steps := 0
	for _, tc := range []struct {
		name string
		file string
		lie  http.HandlerFunc
		want string // of the sentence; "" where only the bytes are others
	}{
		{"another page", "index.html", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<h1>Else</h1>") }, ""},
		{"no page", "index.html", http.NotFound, ""},
		{"a page that is cut off", "index.html", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			io.WriteString(w, "<h1>")
		}, "broke off its answer"},
		{"a connection that is cut off", "index.html", func(w http.ResponseWriter, _ *http.Request) { panic(http.ErrAbortHandler) }, "broke off its answer"},
		{"a page without end", "index.html", endless, "more than 4096 bytes"},
		{"a list without end", "SHA256SUMS", endless, "more than 4096 bytes"},
		{"a list of too many", "SHA256SUMS", func(w http.ResponseWriter, _ *http.Request) {
			for i := range 51 {
				fmt.Fprintf(w, "%064d  %d\n", i, i)
			}
		}, "names more than 50 files"},
		{"a page at another host", "index.html", to(elsewhere.URL + "/site/index.html"), "leads on to " + elsewhere.URL},
		{"the list at another host", "SHA256SUMS", to(elsewhere.URL + "/site/SHA256SUMS"), "leads on to " + elsewhere.URL},
		{"a page at the same host by another way", "index.html", to("https://127.0.0.1/site/index.html"), "leads on to https://127.0.0.1/"},
		{"a page at the same host, not as asked", "index.html", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "https://"+r.Host+r.URL.Path, http.StatusFound)
		}, "leads on to https://127.0.0.1:"},
		{"a page of this machine", "index.html", to("file:///etc/passwd"), "leads on to file:///"},
		{"round and round", "index.html", func(w http.ResponseWriter, r *http.Request) {
			steps++
			http.Redirect(w, r, fmt.Sprintf("/site/index.html?%d", steps), http.StatusFound)
		}, "in more than 3 steps"},
		{"no answer", "index.html", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "did not answer in time"},
		{"an answer drop by drop", "index.html", func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				io.WriteString(w, "x")
				w.(http.Flusher).Flush()
				time.Sleep(100 * time.Millisecond)
			}
		}, "did not answer in time"},
		{"a fault", "index.html", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, "answers 502"},
		{"a part", "index.html", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusPartialContent) }, "answers 206"},
		{"a bomb", "index.html", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(bomb)
		}, "more than 4096 bytes"},
		{"a list that is a page", "SHA256SUMS", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<html>") }, "is no site that Tillit has published"},
		{"no list", "SHA256SUMS", http.NotFound, "is no site that Tillit has published"},
		{"names that lead elsewhere", "SHA256SUMS", func(w http.ResponseWriter, _ *http.Request) {
			for _, name := range []string{"../secret", "//" + elsewhere.Listener.Addr().String() + "/index.html", elsewhere.URL + "/index.html", "/etc/passwd", "a/../b", ".", strings.Repeat("a/", 40) + "b", strings.Repeat("a", 1001)} {
				fmt.Fprintf(w, "%064d  %s\n", 0, name)
			}
		}, "is no site that Tillit has published"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			limits := few
			if strings.Contains(tc.want, "in time") {
				limits.Wait = 300 * time.Millisecond
			}
			files := served()
			a, err := Visit(t.Context(), host(t, files, map[string]http.HandlerFunc{tc.file: tc.lie}).URL+"/site/", limits)
			if err == nil {
				defer a.Close()
				if readAll(a)[tc.file] == files[tc.file] {
					t.Error("the file was believed")
				}
				err = a.Err()
			}
			var failure *Failure
			switch {
			case tc.want == "" && err != nil:
				t.Error(err)
			case tc.want != "" && (!errors.As(err, &failure) || !strings.Contains(failure.Text.EN, tc.want)):
				t.Errorf("it says %v, want %q", err, tc.want)
			case failure != nil && failure.Text.SV == failure.Text.EN:
				t.Errorf("in one language: %v", failure.Text)
			}
		})
	}
}

// bomb is a page of a megabyte in a kilobyte.
var bomb = func() []byte {
	var b strings.Builder
	z := gzip.NewWriter(&b)
	z.Write(make([]byte, 1<<20))
	z.Close()
	return []byte(b.String())
}()

// All together may weigh no more than is allowed, though each file does.
func TestABoundForAll(t *testing.T) {
	files := map[string]string{}
	list := ""
	for i := range 40 {
		name := fmt.Sprintf("%d.html", i)
		files[name] = strings.Repeat("x", 4000)
		list += fmt.Sprintf("%064d  %s\n", i, name)
	}
	files["SHA256SUMS"] = list
	a, err := Visit(t.Context(), host(t, files, nil).URL+"/site/", few)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	readAll(a)
	if err := a.Err(); err == nil || !strings.Contains(err.Error(), "more than 65536 bytes in all") {
		t.Error(err)
	}
}

func TestTheVisitEndsInTime(t *testing.T) {
	slow := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	limits := few
	limits.Whole, limits.Wait = 200*time.Millisecond, time.Minute
	_, err := Visit(t.Context(), host(t, nil, map[string]http.HandlerFunc{"SHA256SUMS": slow}).URL+"/site/", limits)
	if err == nil || !strings.Contains(err.Error(), "was not done within 200ms") {
		t.Error(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, stop)
	_, err = Visit(ctx, host(t, nil, map[string]http.HandlerFunc{"SHA256SUMS": slow}).URL+"/site/", few)
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestAddressesThatAreNotAsked(t *testing.T) {
	for address, want := range map[string]string{
		"http://trust.example.com":              "only https can be trusted; write https://trust.example.com/",
		"http://127.0.0.1.example.com/":         "only https",
		"ftp://trust.example.com/":              "only https",
		"https://name:secret@trust.example.com": "no name or password",
		"https://trust.example.com/?a=b":        "nothing after ? or #",
		"https://trust.example.com/#a":          "nothing after ? or #",
		"https://":                              "is no address",
		"https://%zz/":                          "is no address",
		"https:///etc/passwd":                   "is no address",
	} {
		_, err := Visit(t.Context(), address, few)
		var failure *Failure
		if !errors.As(err, &failure) || failure.Asked || !strings.Contains(failure.Text.EN, want) {
			t.Errorf("%s: %v", address, err)
		}
	}
	for name, want := range map[string]bool{"https://a": true, "HTTP://a": true, "file:///a": true, "a/b": false, "C:\\a": false, "./https://a": false, "2026-01-01": false} {
		if Served(name) != want {
			t.Errorf("%s is an address: %v", name, !want)
		}
	}
}

// What is wrong with an encrypted connection is said in words.
func TestAServerThatIsNotTrusted(t *testing.T) {
	s := httptest.NewTLSServer(http.NotFoundHandler())
	defer s.Close()
	plain := host(t, served(), nil)
	for address, want := range map[string]string{
		s.URL: "was issued by somebody whom this machine does not trust",
		strings.Replace(plain.URL, "http:", "https:", 1): "answers, but not encrypted (TLS)",
		"https://no-such-host.invalid":                   "no-such-host.invalid",
	} {
		_, err := Visit(t.Context(), address, few)
		var failure *Failure
		if !errors.As(err, &failure) || !failure.Asked || !strings.Contains(failure.Text.EN, want) {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// A host may hold the page for what is not there back from all but those who ask for it.
func TestThePageForWhatIsNotThere(t *testing.T) {
	files := served()
	a, err := Visit(t.Context(), host(t, files, map[string]http.HandlerFunc{"404.html": func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNotFound)
		io.WriteString(w, files["404.html"])
	}}).URL+"/site/", few)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if data, err := fs.ReadFile(a, "404.html"); err != nil || string(data) != files["404.html"] {
		t.Errorf("%q, %v", data, err)
	}
}
