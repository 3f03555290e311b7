//go:build unix

package main

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"tillit/tools/internal/cli"
	"tillit/tools/internal/publish/hugo"
)

// A person edits while the browser is open: the site, then the findings in its
// place, then the site again, and Ctrl-C leaves nothing behind. On Windows a process
// cannot interrupt itself.
func TestServeShowsWhatIsSaved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if status := cli.Main([]string{"init", "--example", dir, "--lang", "en"}, nil, io.Discard, io.Discard, hugo.Render); status != 0 {
		t.Fatalf("init ended with %d", status)
	}
	organisation := filepath.Join(dir, "data", "organisation.yaml")
	text, err := os.ReadFile(organisation)
	must(t, err)
	must(t, os.WriteFile(organisation, append(text, exampleAccepted...), 0o644))
	var said bytes.Buffer
	if status := cli.Main([]string{"freeze", "--dir", dir, "--yes"}, nil, &said, &said, hugo.Render); status != 0 {
		t.Fatalf("freeze ended with %d:\n%s", status, said.String())
	}
	issued, err := filepath.Glob(filepath.Join(dir, "versions", "2*"))
	if err != nil || len(issued) != 1 {
		t.Fatal(issued, err)
	}
	id := filepath.Base(issued[0])
	out, in := io.Pipe()
	ended := make(chan int, 1)
	var complaints bytes.Buffer
	go func() {
		ended <- cli.Main([]string{"serve", "--dir", dir, "--port", "0", "--lang", "en"}, nil, in, &complaints, hugo.Render)
		in.Close()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, out)
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line)
	if address == "" {
		t.Fatalf("no address in %q", line)
	}

	await(t, address, 200, "reload.js")
	await(t, address+"versions/"+id+"/site/en/", 200, "<h1>") // which lies on the disk
	await(t, address+"data/v1/index.json", 200, "subprocessors.en.csv")
	for _, name := range []string{"data/v1/index.json", "feeds/changes.en.atom", ""} {
		response, err := http.Get(address + name)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if got, open := response.Header["Access-Control-Allow-Origin"]; open {
			t.Errorf("%q lets %q read it, before it is issued", name, got)
		}
	}
	organisation = filepath.Join(dir, "data", "organisation.yaml")
	good, err := os.ReadFile(organisation)
	if err != nil {
		t.Fatal(err)
	}
	save(t, organisation, append([]byte("nmae: X\n"), good...))
	await(t, address, 503, "data/organisation.yaml:1:1")
	await(t, address+"en/privacy-policy/", 503, "unknown-field")
	save(t, organisation, bytes.Replace(good, []byte("name: "), []byte("name: Edited "), 1))
	await(t, address, 200, "Edited ")
	if status := cli.Main([]string{"freeze", "--dir", dir, "--yes"}, nil, &said, &said, hugo.Render); status != 0 {
		t.Fatalf("freeze ended with %d:\n%s", status, said.String())
	}
	await(t, address+"versions/"+id+".2/site/en/", 200, "Edited ") // as soon as it is issued
	await(t, address+"there/is/no/such/page/", 404, "404")

	if body, status := get(t, address, "evil.example"); status != http.StatusMisdirectedRequest {
		t.Errorf("a foreign host name got %d %q", status, body)
	}
	if err := syscall.Kill(syscall.Getpid(), syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	select {
	case status := <-ended:
		if status != 0 {
			t.Errorf("serve ended with %d", status)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("serve did not end")
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); !os.IsNotExist(err) {
		t.Errorf("serve wrote a public folder: %v", err)
	}
}

func save(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// await asks until a page says what is expected; how long a rebuild takes is
// the machine's business.
func await(t *testing.T, address string, status int, text string) {
	t.Helper()
	var body string
	var got int
	for range 600 {
		if body, got = get(t, address, ""); got == status && strings.Contains(body, text) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s never answered %d with %q; the last answer was %d:\n%.600s", address, status, text, got, body)
}

func get(t *testing.T, address, host string) (string, int) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	if host != "" {
		request.Host = host
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body), response.StatusCode
}
