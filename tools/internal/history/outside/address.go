package outside

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"
	"time"

	"tillit/tools/internal/diag"
)

// Limits are how much is taken from an address, however much is offered.
type Limits struct {
	Files     int           // that its list may name
	File      int64         // bytes of one file
	Bytes     int64         // of all
	Redirects int           // of one file, each on the same host
	Wait      time.Duration // for one file
	Whole     time.Duration // for all

	// Proxy is asked for the way to an address; nil goes straight to it.
	Proxy func(*http.Request) (*url.URL, error)
}

// Enough are limits that no site of ours comes near.
var Enough = Limits{Files: 100_000, File: 64 << 20, Bytes: 4 << 30, Redirects: 5, Wait: 2 * time.Minute, Whole: time.Hour}

// Address is a site, or one version of it, as it is served: a folder that lists what its
// own list of sums names, and reads each file as it is asked for. Whatever stops the
// reading, other than a file that is not there, ends it: Err tells of it, and nothing
// that was found by then counts.
type Address struct {
	root   *url.URL
	limits Limits
	client *http.Client
	ctx    context.Context
	end    context.CancelFunc

	tree

	lock  sync.Mutex
	taken int64
	kept  map[string][]byte // small files that are read more than once
	err   error
}

// Served tells whether a name is an address rather than a file.
func Served(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	return ok && strings.Trim(strings.ToLower(scheme), "abcdefghijklmnopqrstuvwxyz") == ""
}

// listOfSums is the file that names all others.
const listOfSums = "SHA256SUMS"

// ownFile is the one file of a version that its list does not name, dataFile one that
// each version has at the top, and no site does.
const ownFile, dataFile = "version.yaml", "data.json"

// Visit asks an address for its list of sums. Close ends the visit.
func Visit(ctx context.Context, address string, limits Limits) (*Address, error) {
	root, err := parse(address)
	if err != nil {
		return nil, err
	}
	a := &Address{root: root, limits: limits, kept: map[string][]byte{}}
	a.ctx, a.end = context.WithTimeout(ctx, limits.Whole)
	a.client = &http.Client{
		Transport: &http.Transport{
			Proxy: limits.Proxy, ForceAttemptHTTP2: true, MaxIdleConnsPerHost: 16, MaxResponseHeaderBytes: 64 << 10,
			TLSHandshakeTimeout: limits.Wait, ResponseHeaderTimeout: limits.Wait, IdleConnTimeout: limits.Wait,
		},
		CheckRedirect: a.mayFollow,
	}
	list, err := a.keep(listOfSums)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !a.lists(list) {
		a.Close()
		return nil, wrong("%s är ingen webbplats som Tillit har publicerat: den har ingen lista %s", "%s is no site that Tillit has published: it has no list %s", root.String(), listOfSums)
	}
	if err != nil {
		a.Close()
		return nil, a.failure(err)
	}
	if len(a.files) > limits.Files {
		a.Close()
		return nil, failed(nil, "%s nämner fler än %d filer", "%s names more than %d files", root.String()+listOfSums, limits.Files)
	}
	if a.files[dataFile] {
		if _, err := a.keep(ownFile); err == nil {
			a.add(ownFile)
		}
	}
	if err := a.Err(); err != nil {
		a.Close()
		return nil, err
	}
	return a, nil
}

// Close ends the visit.
func (a *Address) Close() {
	a.end()
	a.client.CloseIdleConnections()
}

// Err is what stopped the reading, or nil.
func (a *Address) Err() error {
	a.lock.Lock()
	defer a.lock.Unlock()
	return a.err
}

// parse reads an address: https, or http on this machine, with a host and nothing hidden.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Hostname() == "" || u.Opaque != "" {
		return nil, wrong("%s är ingen adress; skriv den som https://trust.example.com/", "%s is no address; write it as https://trust.example.com/", diag.Quote(address))
	}
	ip := net.ParseIP(u.Hostname())
	here := u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
	switch {
	case u.User != nil:
		return nil, wrong("adressen får inte innehålla namn eller lösenord", "the address may hold no name or password")
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
		return nil, wrong("adressen får inte ha något efter ? eller #", "the address may have nothing after ? or #")
	case u.Scheme == "https", u.Scheme == "http" && here:
		return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: strings.TrimSuffix(u.Path, "/") + "/"}), nil
	}
	return nil, wrong("bara https går att lita på; skriv https://%s/", "only https can be trusted; write https://%s/", u.Host)
}

// mayFollow keeps redirects on the same host, and few.
func (a *Address) mayFollow(next *http.Request, before []*http.Request) error {
	if next.URL.Scheme != a.root.Scheme || !strings.EqualFold(next.URL.Host, a.root.Host) || next.URL.User != nil {
		return failed(nil, "%s skickar vidare till %s; bara den adress som angavs läses", "%s leads on to %s; only the address that was given is read", a.root.Host, next.URL.Scheme+"://"+next.URL.Host+"/")
	}
	if len(before) > a.limits.Redirects {
		return failed(nil, "%s skickar runt i mer än %d steg", "%s leads on and on, in more than %d steps", before[0].URL.String(), a.limits.Redirects)
	}
	return nil
}

// longest and deepest are what a name in a list may be; any other is not there.
const longest, deepest = 1000, 32

// lists makes the folder of a list of sums. False is a text that is none.
func (a *Address) lists(list []byte) bool {
	a.tree = newTree()
	lines := bufio.NewScanner(bytes.NewReader(list))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() && len(a.files) <= a.limits.Files {
		hash, name, ok := strings.Cut(lines.Text(), "  ")
		if ok && len(hash) == 64 && fs.ValidPath(name) && name != "." && len(name) <= longest && strings.Count(name, "/") < deepest {
			a.add(name)
		}
	}
	if len(a.files) == 0 {
		return false
	}
	a.add(listOfSums)
	return true
}

// keep reads a small file, or one that is read again, and remembers it.
func (a *Address) keep(name string) ([]byte, error) {
	f, err := a.get(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err == nil {
		a.lock.Lock()
		a.kept[name] = data
		a.lock.Unlock()
	}
	return data, err
}

// Open asks for a file that the list names.
func (a *Address) Open(name string) (fs.File, error) {
	if _, ok := a.folders[name]; ok {
		return &folder{entry{path.Base(name), true}}, nil
	}
	if !a.files[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	a.lock.Lock()
	data, kept := a.kept[name]
	a.lock.Unlock()
	if base := path.Base(name); !kept && (base == ownFile || base == listOfSums) {
		var err error
		if data, err = a.keep(name); err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: err}
		}
		kept = true
	}
	if kept {
		return &body{entry: entry{path.Base(name), false}, from: bytes.NewReader(data)}, nil
	}
	f, err := a.get(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return f, nil
}

// get asks the host for a file. What is not there is fs.ErrNotExist; all else ends the
// visit.
func (a *Address) get(name string) (*body, error) {
	ctx, end := context.WithTimeout(a.ctx, a.limits.Wait)
	target := *a.root
	target.Path += name
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target.String(), nil)
	if err != nil {
		end()
		return nil, a.fail(err)
	}
	request.Header.Set("User-Agent", "tillit-verify")
	answer, err := a.client.Do(request)
	if err != nil {
		end()
		return nil, a.fail(err)
	}
	b := &body{entry: entry{path.Base(name), false}, from: answer.Body, of: a, end: end}
	switch code := answer.StatusCode; {
	case code == http.StatusOK, code == http.StatusNotFound && path.Base(name) == "404.html":
		return b, nil
	case code == http.StatusNotFound, code == http.StatusGone:
		b.Close()
		return nil, fs.ErrNotExist
	default:
		b.Close()
		return nil, a.fail(failed(nil, "%s svarar %d på frågan efter %s", "%s answers %d when it is asked for %s", a.root.Host, code, diag.Quote(name)))
	}
}

// fail ends the visit for a reason, and returns that of the first failure.
func (a *Address) fail(err error) error {
	f := a.failure(err)
	a.lock.Lock()
	defer a.lock.Unlock()
	if a.err == nil {
		a.err = f
		a.end()
	}
	return a.err
}

// failure puts into words what stopped the reading, unless that was who asked.
func (a *Address) failure(err error) error {
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.Is(a.ctx.Err(), context.DeadlineExceeded):
		return failed(err, "%s blev inte färdig på %s", "%s was not done within %s", a.root.Host, a.limits.Whole)
	}
	return unreached(a.root.Host, err)
}

// take counts bytes, and fails where they are too many.
func (a *Address) take(name string, n int, sofar int64) error {
	a.lock.Lock()
	a.taken += int64(n)
	all := a.taken
	a.lock.Unlock()
	switch {
	case sofar > a.limits.File:
		return a.fail(failed(nil, "%s svarar med mer än %d byte på frågan efter %s", "%s answers with more than %d bytes when it is asked for %s", a.root.Host, a.limits.File, diag.Quote(name)))
	case all > a.limits.Bytes:
		return a.fail(failed(nil, "%s har svarat med mer än %d byte i allt", "%s has answered with more than %d bytes in all", a.root.Host, a.limits.Bytes))
	}
	return nil
}
