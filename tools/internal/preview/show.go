// Package preview shows in a browser, on this machine alone, what somebody writes: the
// last good site, or the findings that stand in its way.
package preview

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"mime"
	"net/http"
	"os"
	"path"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/seal"
)

// Show is what the browser sees while somebody writes: the last good site, or
// the findings that stand in its way, and a signal when either is new.
type Show struct {
	lang string

	mu     sync.Mutex
	files  map[string]output.File
	notice []byte // shown in place of every page; nil when all is well
	next   chan struct{}
}

// New is a show that speaks a language, with nothing in it yet.
func New(lang string) *Show {
	return &Show{lang: lang, files: map[string]output.File{}, next: make(chan struct{})}
}

// Addresses of our own; no page of a site can have them.
const (
	reloadScript = "/-/reload.js"
	reloadEvents = "/-/events"
)

//go:embed show.html
var showPage string

//go:embed show.css
var showStyle []byte

//go:embed reload.js
var reload []byte

var showTemplate = template.Must(template.New("show").Parse(showPage))

// Site shows a site that was built.
func (s *Show) Site(files []output.File) {
	byPath := make(map[string]output.File, len(files))
	for _, f := range files {
		byPath["/"+f.Path] = f
	}
	s.set(byPath, nil)
}

// Findings shows what keeps a site from being built, in place of every page.
func (s *Show) Findings(list diag.List, lines func(string) []byte) {
	var text bytes.Buffer
	// A buffer takes every write.
	_ = diag.Print(&text, list, diag.TextOptions{Lang: s.lang, Lines: lines})
	s.notify(diag.Summary(list).In(s.lang), text.String())
}

// Failure does the same with why the work could not be done.
func (s *Show) Failure(text string) {
	s.notify(diag.Text{SV: "Webbplatsen kunde inte byggas", EN: "The site could not be built"}.In(s.lang), text)
}

func (s *Show) notify(title, text string) {
	var page bytes.Buffer
	err := showTemplate.Execute(&page, map[string]string{
		"Lang": s.lang, "Title": title, "Text": text, "Script": reloadScript,
		"Wait": diag.Text{SV: "Sidan visas så snart det är rättat och sparat.", EN: "The page is shown as soon as this is mended and saved."}.In(s.lang),
	})
	if err != nil {
		page.WriteString(template.HTMLEscapeString(text))
	}
	s.set(nil, page.Bytes())
}

// set puts something new on show and tells every open page. Files nil keeps the
// old ones.
func (s *Show) set(files map[string]output.File, notice []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if files != nil {
		s.files = files
	}
	s.notice = notice
	close(s.next)
	s.next = make(chan struct{})
}

func (s *Show) now() (files map[string]output.File, notice []byte, next chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.files, s.notice, s.next
}

// ServeHTTP answers to the names of this machine and no other.
func (s *Show) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	// A page elsewhere could otherwise reach this server through a name that
	// it has pointed at this computer.
	host, _, _ := strings.Cut(r.Host, ":")
	if host != "127.0.0.1" && host != "localhost" {
		http.Error(w, "unknown host", http.StatusMisdirectedRequest)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	switch r.URL.Path {
	case reloadEvents:
		s.events(w, r)
		return
	case reloadScript:
		h.Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write(reload)
		return
	case "/-/show.css":
		h.Set("Content-Type", "text/css; charset=utf-8")
		w.Write(showStyle)
		return
	}
	files, notice, _ := s.now()
	name := path.Clean("/" + r.URL.Path)
	file, found := files[name]
	if !found {
		index := path.Join(name, "index.html")
		if file, found = files[index]; found && !strings.HasSuffix(r.URL.Path, "/") {
			http.Redirect(w, r, name+"/", http.StatusFound)
			return
		}
		name = index
	}
	data, status := contents(file), http.StatusOK
	switch {
	case notice != nil && (!found || path.Ext(name) == ".html"):
		data, name, status = notice, "notice.html", http.StatusServiceUnavailable
	case !found:
		data, name, status = files["/404.html"].Data, "404.html", http.StatusNotFound
	}
	if path.Ext(name) == ".html" {
		data = withReload(data)
	}
	kind := mime.TypeByExtension(path.Ext(name))
	if kind == "" {
		kind = "text/plain; charset=utf-8"
	}
	if strings.HasPrefix(name, "/data/") || strings.HasPrefix(name, "/feeds/") {
		h.Set("Access-Control-Allow-Origin", "*") // as the published site does
	}
	h.Set("Content-Type", kind)
	w.WriteHeader(status)
	w.Write(data)
}

// contents are the bytes of a file. Those of issued versions lie on the disk; there
// may be too many of them to hold.
func contents(f output.File) []byte {
	if f.Source == "" {
		return f.Data
	}
	data, err := os.ReadFile(f.Source)
	if err != nil { // it was there when the site was built, and verify says what is missing
		return nil
	}
	return data
}

// withReload adds the reloading script, and lets the page's own policy run it.
// Only what serve shows is changed, never what build writes.
func withReload(page []byte) []byte {
	page = bytes.ReplaceAll(page, []byte(template.HTMLEscapeString(seal.CSP)), []byte("default-src 'self'"))
	page = bytes.ReplaceAll(page, []byte(seal.CSP), []byte("default-src 'self'"))
	return bytes.Replace(page, []byte("</body>"), fmt.Appendf(nil, "<script src=%q defer></script></body>", reloadScript), 1)
}

// events holds a connection open until something new is on show.
func (s *Show) events(w http.ResponseWriter, r *http.Request) {
	_, _, next := s.now()
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, "retry: 500\n\n")
	if f, ok := w.(http.Flusher); ok {
		f.Flush()
	}
	select {
	case <-next:
		fmt.Fprint(w, "data: new\n\n")
	case <-r.Context().Done():
	}
}
