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
	"path"
	"slices"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/publish/output"
)

// Show is a handler of the last good site, or of the findings that stand in its way, with
// a signal when either is new.
type Show struct {
	lang string

	mu     sync.Mutex
	files  map[string]output.File
	notice []byte // shown in place of every page; nil when all is well
	rest   []byte // what is told beside pages that are shown; nil when there is nothing
	mark   []byte // which leads there from every page
	next   chan struct{}
}

// New is a show that has nothing yet, which speaks a language.
func New(lang string) *Show {
	return &Show{lang: lang, files: map[string]output.File{}, next: make(chan struct{})}
}

// Addresses of our own; no page of a site can have them. Rest tells what is wrong and
// stands in no page's way.
const (
	reloadScript = "/-/reload.js"
	reloadEvents = "/-/events"
	Rest         = "/-/findings"
)

//go:embed show.html
var showPage string

//go:embed show.css
var showStyle []byte

//go:embed mark.css
var markStyle []byte

//go:embed reload.js
var reload []byte

var showTemplate = template.Must(template.New("show").Parse(showPage))

// Site shows the pages, and leads from each to what is to be told beside them.
func (s *Show) Site(files []output.File, list diag.List, lines func(string) []byte) {
	byPath := make(map[string]output.File, len(files))
	for _, f := range files {
		byPath["/"+f.Path] = f
	}
	var rest, mark []byte
	if len(list) > 0 {
		title := diag.Summary(list).In(s.lang)
		rest = s.page(notice{Title: title, Warnings: diag.PartsOf(list, diag.TextOptions{Lang: s.lang, Lines: lines})})
		mark = fmt.Appendf(nil, `<link rel="stylesheet" href="/-/mark.css"><a class="tillit-findings" href=%q>%s</a>`, Rest, template.HTMLEscapeString(title))
	}
	s.set(byPath, nil, rest, mark)
}

// Findings shows what stands in the way of the pages, before all that does not.
func (s *Show) Findings(list diag.List, lines func(string) []byte) {
	n := notice{Title: diag.Summary(list).In(s.lang), Wait: diag.Text{SV: "Sidan visas så snart felen är rättade och sparade.", EN: "The page is shown as soon as the errors are mended and saved."}.In(s.lang)}
	for _, p := range diag.PartsOf(list, diag.TextOptions{Lang: s.lang, Lines: lines}) {
		if p.Error {
			n.Errors = append(n.Errors, p)
		} else {
			n.Warnings = append(n.Warnings, p)
		}
	}
	mild := slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return d.Severity == diag.Error })
	n.Folded = diag.Summary(mild).In(s.lang)
	s.set(nil, s.page(n), nil, nil)
}

// Failure shows why there are no pages.
func (s *Show) Failure(text string) {
	s.set(nil, s.page(notice{
		Title: diag.Text{SV: "Webbplatsen kunde inte byggas", EN: "The site could not be built"}.In(s.lang), Text: text,
		Wait: diag.Text{SV: "Sidan visas så snart det är rättat och sparat.", EN: "The page is shown as soon as this is mended and saved."}.In(s.lang),
	}), nil, nil)
}

// notice is a page of findings.
type notice struct {
	Lang, Title, Wait, Text string
	Errors, Warnings        []diag.Parts
	Folded                  string // what the warnings are called where errors come first
}

func (s *Show) page(n notice) []byte {
	var page bytes.Buffer
	n.Lang = s.lang
	if err := showTemplate.Execute(&page, n); err != nil {
		page.WriteString(template.HTMLEscapeString(n.Title + n.Text))
	}
	return page.Bytes()
}

// set puts something new on show and tells every open page. Files nil keeps the
// old ones.
func (s *Show) set(files map[string]output.File, notice, rest, mark []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if files != nil {
		s.files = files
	}
	s.notice, s.rest, s.mark = notice, rest, mark
	close(s.next)
	s.next = make(chan struct{})
}

func (s *Show) now() (files map[string]output.File, notice, rest, mark []byte, next chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.files, s.notice, s.rest, s.mark, s.next
}

func (s *Show) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	for name, value := range guard {
		h.Set(name, value)
	}
	if status := refused(r); status != 0 {
		http.Error(w, http.StatusText(status), status)
		return
	}
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
	case "/-/mark.css":
		h.Set("Content-Type", "text/css; charset=utf-8")
		w.Write(markStyle)
		return
	}
	files, notice, rest, mark, _ := s.now()
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
	case r.URL.Path == Rest && notice == nil && rest != nil:
		data, name, mark = rest, "findings.html", nil
	case r.URL.Path == Rest && notice == nil:
		http.Redirect(w, r, "/", http.StatusFound) // all of it has been mended
		return
	case notice != nil && (r.URL.Path == Rest || !found || path.Ext(name) == ".html"):
		data, name, status = notice, "notice.html", http.StatusServiceUnavailable
	case !found:
		data, name, status = files["/404.html"].Data, "404.html", http.StatusNotFound
	}
	if path.Ext(name) == ".html" {
		data = withReload(data, mark)
	}
	kind := mime.TypeByExtension(path.Ext(name))
	if kind == "" {
		kind = "text/plain; charset=utf-8"
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
	data, err := disk.ReadPlain(f.Source)
	if err != nil { // it was there when the site was built, and verify says what is missing
		return nil
	}
	return data
}

// withReload adds the reloading script and a mark, which the policy of the page lets run.
// Only what serve shows is changed, never what build writes.
func withReload(page, mark []byte) []byte {
	return bytes.Replace(page, []byte("</body>"), fmt.Appendf(nil, "%s<script src=%q defer></script></body>", mark, reloadScript), 1)
}

// events holds a connection open until something new is on show.
func (s *Show) events(w http.ResponseWriter, r *http.Request) {
	_, _, _, _, next := s.now()
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
