package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var (
	numbers = flag.Bool("numbers", false, "measure the program; with BEFORE=path also an older one, in turn")
	rounds  = flag.Int("rounds", 5, "how many times each thing is measured")
)

// TestNumbers measures what a person waits for, and asserts nothing. Where BEFORE names
// an older program the two run in turn on the same files, so that a machine that has
// other things to do is unfair to both. Run it with make bench.
func TestNumbers(t *testing.T) {
	if !*numbers {
		t.Skip("skipped: it takes minutes; run it with make bench")
	}
	r := &rivals{t: t, names: []string{"now"}, paths: map[string]string{"now": program(t)}}
	if before := os.Getenv("BEFORE"); before != "" {
		r.names = []string{"before", "now"}
		r.paths["before"] = absolute(t, before)
	}
	fmt.Printf("%d processors, %s, %d rounds; the middle one of each number\n", runtime.NumCPU(), busy(), *rounds)
	r.check(10_000)
	r.build("build of 1,000 suppliers", unaccepted(t, 1000))
	r.build("build of the site of this repository", ownSite(t))
	r.serve("one change among 1,000 suppliers, in serve", func() string { return unaccepted(t, 1000) },
		edit{supplierFile("", 42), "at site 00042", "en/subprocessors/"})
	r.serve("one change in the site of this repository, in serve", func() string { return ownSite(t) },
		edit{"data/recipients/kloverwatch.yaml", "Register of addresses", "en/subprocessors/"})
	fmt.Printf("\nat the end: %s\n", busy())
}

// unaccepted is a site of so many suppliers that accepts nothing: an older program does
// not know the rule that siteOf accepts.
func unaccepted(tb testing.TB, suppliers int) string {
	dir := siteOf(tb, suppliers)
	organisation := filepath.Join(dir, "data", "organisation.yaml")
	text, err := os.ReadFile(organisation)
	if err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(organisation, bytes.Replace(text, []byte(exampleAccepted), nil, 1), 0o644); err != nil {
		tb.Fatal(err)
	}
	return dir
}

// rivals are the programs that are measured, in turn.
type rivals struct {
	t     *testing.T
	names []string
	paths map[string]string
}

// cost is what one run took.
type cost struct {
	cpu, wall time.Duration
	peak      int64 // KiB
}

// spent runs a command to its end. Findings are no failure.
func (r *rivals) spent(name string, args ...string) cost {
	r.t.Helper()
	cmd := exec.Command(name, args...)
	start := time.Now()
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return cost{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), time.Since(start), memory(cmd.ProcessState)}
}

// inTurn measures each program so many times, and prints what it took.
func (r *rivals) inTurn(title string, measure func(program string) cost) map[string]cost {
	all := map[string][]cost{}
	for range *rounds {
		for _, name := range r.names {
			all[name] = append(all[name], measure(r.paths[name]))
		}
	}
	fmt.Printf("\n%s\n", title)
	mid := map[string]cost{}
	for _, name := range r.names {
		mid[name] = middle(all[name])
		fmt.Printf("  %-8s %7.2f s CPU  %7.2f s  %5d MiB\n", name, mid[name].cpu.Seconds(), mid[name].wall.Seconds(), mid[name].peak>>10)
	}
	if before, now := mid["before"], mid["now"]; before.wall > 0 {
		fmt.Printf("  %-8s %7.2f        %7.2f    %5.2f\n", "ratio", ratio(now.cpu, before.cpu), ratio(now.wall, before.wall), ratio(now.peak, before.peak))
	}
	return mid
}

func middle(list []cost) cost {
	of := func(value func(cost) int64) int64 {
		var values []int64
		for _, c := range list {
			values = append(values, value(c))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	return cost{
		time.Duration(of(func(c cost) int64 { return int64(c.cpu) })),
		time.Duration(of(func(c cost) int64 { return int64(c.wall) })),
		of(func(c cost) int64 { return c.peak }),
	}
}

func ratio[N int64 | time.Duration](a, b N) float64 { return float64(a) / float64(max(b, 1)) }

// check compares a check with what reading the same files costs anybody.
func (r *rivals) check(suppliers int) {
	dir := unaccepted(r.t, suppliers)
	nodes := filepath.Join(r.t.TempDir(), "nodes")
	if out, err := exec.Command("go", "build", "-trimpath", "-o", nodes, "./testdata/nodes").CombinedOutput(); err != nil {
		r.t.Fatalf("%v\n%s", err, out)
	}
	var read []cost
	mid := r.inTurn(fmt.Sprintf("check of %d suppliers", suppliers), func(program string) cost {
		if program == r.paths["now"] {
			read = append(read, r.spent(nodes, dir))
		}
		return r.spent(program, "check", "--dir", dir, "--as-of", suppliersDay)
	})
	same := middle(read)
	fmt.Printf("  %-8s %7.2f s CPU  %7.2f s  (the same files as yaml.Node)\n", "nodes", same.cpu.Seconds(), same.wall.Seconds())
	for _, name := range r.names {
		fmt.Printf("  %s is %.2f of nodes in CPU\n", name, ratio(mid[name].cpu, same.cpu))
	}
}

func (r *rivals) build(title, dir string) {
	parent, outs := r.t.TempDir(), map[string]string{} // each program replaces its own site, as people do
	for _, name := range r.names {
		outs[r.paths[name]] = filepath.Join(parent, name)
	}
	r.inTurn(title, func(program string) cost {
		return r.spent(program, "build", "--dir", dir, "--out", outs[program], "--preview", "--as-of", suppliersDay)
	})
}

// edit is a text in a file of a site, and the page that shows it.
type edit struct{ file, text, page string }

// serve measures the time from a saved file to the finished page, beside a whole build.
// In it is the rest for which serve waits, so that somebody who saves twice sees one
// rebuild.
func (r *rivals) serve(title string, site func() string, e edit) {
	previews := map[string]*preview{}
	for _, name := range r.names {
		p := r.preview(r.paths[name], site())
		defer p.end()
		previews[r.paths[name]] = p
	}
	n := 0
	change := r.inTurn(title, func(program string) cost {
		n++
		return previews[program].change(e, n)
	})
	dir := site()
	whole := r.inTurn("  a build of the same", func(program string) cost {
		return r.spent(program, "build", "--dir", dir, "--out", filepath.Join(dir, "public"), "--preview", "--as-of", suppliersDay)
	})
	for _, name := range r.names {
		fmt.Printf("  %s: a change takes %.2f of a build in CPU, %.2f in time\n", name, ratio(change[name].cpu, whole[name].cpu), ratio(change[name].wall, whole[name].wall))
	}
}

// preview is a program that shows a site while somebody writes.
type preview struct {
	t       *testing.T
	cmd     *exec.Cmd
	dir     string
	address string
}

func (r *rivals) preview(program, dir string) *preview {
	cmd := exec.Command(program, "serve", "--dir", dir, "--port", "0", "--lang", "en", "--as-of", suppliersDay)
	out, err := cmd.StdoutPipe()
	if err != nil {
		r.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		r.t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(line)
	if err != nil || address == "" {
		r.t.Fatalf("no address in %q: %v", line, err)
	}
	go io.Copy(io.Discard, out)
	return &preview{r.t, cmd, dir, address}
}

func (p *preview) end() {
	p.cmd.Process.Kill()
	p.cmd.Wait()
}

// change edits a text for the n-th time, and waits until the program says that
// something new is on show, which must be that text.
func (p *preview) change(e edit, n int) cost {
	p.t.Helper()
	events, err := http.Get(p.address + "-/events")
	if err != nil {
		p.t.Fatal(err)
	}
	defer events.Body.Close()
	file := filepath.Join(p.dir, filepath.FromSlash(e.file))
	good, err := os.ReadFile(file)
	if err != nil {
		p.t.Fatal(err)
	}
	text := fmt.Sprintf("%s (%d)", e.text, n)
	edited := regexp.MustCompile(regexp.QuoteMeta(e.text)+`( \(\d+\))?`).ReplaceAll(good, []byte(text))
	start, before := time.Now(), used(p.cmd.Process.Pid)
	if err := os.WriteFile(file, edited, 0o644); err != nil {
		p.t.Fatal(err)
	}
	for lines := bufio.NewScanner(events.Body); ; {
		if !lines.Scan() {
			p.t.Fatal("the preview said nothing")
		}
		if strings.HasPrefix(lines.Text(), "data:") {
			break
		}
	}
	c := cost{used(p.cmd.Process.Pid) - before, time.Since(start), most(p.cmd.Process.Pid)}
	response, err := http.Get(p.address + e.page)
	if err != nil {
		p.t.Fatal(err)
	}
	defer response.Body.Close()
	if body, err := io.ReadAll(response.Body); err != nil || !bytes.Contains(body, []byte(text)) {
		p.t.Fatalf("%s does not say %q: %v", e.page, text, err)
	}
	return c
}

// used is the time on processors that a running program has taken, where the system
// tells.
func used(pid int) time.Duration {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, after, _ := strings.Cut(string(text), ") ")
	words := strings.Fields(after)
	if len(words) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(words[11])
	system, _ := strconv.Atoi(words[12])
	return time.Duration(user+system) * time.Second / 100
}

// most is the largest size in memory of a running program in KiB, where the system
// tells.
func most(pid int) int64 {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, after, _ := strings.Cut(string(text), "VmHWM:")
	var kib int64
	fmt.Sscan(after, &kib)
	return kib
}

// ownSite is the site of this repository, where it may be changed.
func ownSite(t *testing.T) string {
	dir := filepath.Join(t.TempDir(), "site")
	for _, name := range []string{"data", "content", "versions"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join("..", "..", name))); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func absolute(t *testing.T, name string) string {
	if !filepath.IsAbs(name) { // from where make was called
		name = filepath.Join("..", "..", name)
	}
	name, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// busy is how many programs wanted a processor during the last minutes, where the
// system tells.
func busy() string {
	text, err := os.ReadFile("/proc/loadavg")
	if words := strings.Fields(string(text)); err == nil && len(words) > 2 {
		return "load " + strings.Join(words[:3], " ")
	}
	return "load not known"
}
