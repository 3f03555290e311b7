package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
)

// A comparison is the two programs, the base's first, and what their runs share.
type comparison struct {
	programs [2]string
	root     string   // folder below which they run
	port     string   // a free one, since a page that is shown names it
	keep     bool     // what does not differ, too
	records  string   // folder of what the base's runs came to
	env      []string // of each line
	given    string   // all that a run depends on beside its job and site
}

// begun prepares a comparison.
func begun(programs [2]string, root string, keep bool) (comparison, error) {
	c := comparison{programs: programs, root: root, keep: keep}
	var err error
	if c.port, err = freePort(); err != nil {
		return c, err
	}
	base, err := os.ReadFile(programs[0])
	if err != nil {
		return c, err
	}
	cache, err := cacheFolder()
	if err != nil {
		return c, err
	}
	c.records = filepath.Join(cache, fmt.Sprintf("records-%x", sha256.Sum256(base))[:24])
	top, err := os.Getwd()
	if err != nil {
		return c, err
	}
	c.env = []string{"TMPDIR=" + os.TempDir(), "SAME=" + filepath.Join(top, here), "PORT=" + c.port}
	// The program reads the day, and lines call the scripts beside this file.
	c.given = time.Now().Format(time.DateOnly)
	for _, script := range []string{"serve", "finnish"} {
		text, err := os.ReadFile(filepath.Join(here, script))
		if err != nil {
			return c, err
		}
		c.given += string(text)
	}
	return c, os.MkdirAll(c.records, 0o755)
}

// freePort asks the system for a port that nobody listens on.
func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, errors.Join(err, l.Close())
}

// A result is what came of a job.
type result struct {
	differences []difference
	used        time.Duration // of a processor
	statuses    map[int]int   // commands of the base by exit status
	idle        []string      // commands that the base refused, so that nothing was compared
}

// runAll runs each job with both programs, as many jobs at once as there are cores.
func (c comparison) runAll(jobs []job) ([]result, error) {
	results, errs := make([]result, len(jobs)), make([]error, len(jobs))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				results[i], errs[i] = c.compare(jobs[i])
			}
		})
	}
	for i := range jobs {
		next <- i
	}
	close(next)
	workers.Wait()
	return results, errors.Join(errs...)
}

// A record is what a job came to with the base's program, so that it need not run
// again before something differs.
type record struct {
	Ended []int // status of each line
	Tree  tree
}

// compare runs a job with both programs, and leaves only what is worth a look,
// unless all is to be kept.
func (c comparison) compare(j job) (result, error) {
	folder := filepath.Join(c.root, j.name)
	sides := [2]string{filepath.Join(folder, "old"), filepath.Join(folder, "new")}
	var r result
	before, err := j.copyTo(filepath.Join(sides[1], "site"))
	if err != nil {
		return r, err
	}
	now, used, err := c.run(j, c.programs[1], sides[1])
	if err != nil {
		return r, err
	}
	r.used = used
	file := c.recordOf(j, before)
	old, known := readRecord(file)
	if c.keep || !known || !maps.Equal(old.Tree, now.Tree) {
		if _, err := j.copyTo(filepath.Join(sides[0], "site")); err != nil {
			return r, err
		}
		if old, used, err = c.run(j, c.programs[0], sides[0]); err != nil {
			return r, err
		}
		r.used += used
		if err := old.write(file); err != nil {
			return r, err
		}
		if r.differences, err = differences(sides, [2]tree{old.Tree, now.Tree}, j.name); err != nil {
			return r, err
		}
	}
	r.statuses = map[int]int{}
	for n, status := range old.Ended {
		r.statuses[status]++
		if line := j.lines[n]; status > most(line) {
			r.idle = append(r.idle, fmt.Sprintf("%s: %s ended with %d", j.name, line, status))
		}
	}
	if len(r.differences)+len(r.idle) == 0 && !c.keep {
		err = os.RemoveAll(folder)
	}
	return r, err
}

// most is the highest status that a line of the plan may end with.
func most(line string) int {
	switch {
	case strings.HasPrefix(line, "+ "):
		return 0
	case strings.HasPrefix(line, "? "):
		return 255
	}
	return 1
}

// recordOf names the record of a job that begins with a site.
func (c comparison) recordOf(j job, site tree) string {
	given, err := json.Marshal([]any{c.given, j.name, j.lines, site})
	if err != nil {
		panic(err)
	}
	return filepath.Join(c.records, fmt.Sprintf("%x.json", sha256.Sum256(given)))
}

func readRecord(file string) (r record, known bool) {
	data, err := os.ReadFile(file)
	return r, err == nil && json.Unmarshal(data, &r) == nil
}

func (r record) write(file string) error {
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// run runs a job's lines with a program and writes what they say into said/. It
// returns what they came to, and how much of a processor they used.
func (c comparison) run(j job, program, side string) (record, time.Duration, error) {
	var r record
	said, bin := filepath.Join(side, "said"), filepath.Join(filepath.Dir(side), "bin-"+filepath.Base(side))
	for _, d := range []string{said, bin, filepath.Join(side, "out")} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			return r, 0, err
		}
	}
	if err := os.Symlink(program, filepath.Join(bin, "tillit")); err != nil {
		return r, 0, err
	}
	var used time.Duration
	names := map[string]int{}
	for _, line := range j.lines {
		line = strings.TrimPrefix(strings.TrimPrefix(line, "? "), "+ ")
		cmd := exec.Command("bash", "-c", line)
		cmd.Dir = filepath.Join(side, "site")
		cmd.Env = append([]string{"PATH=" + bin + ":/usr/bin:/bin", "HOME=" + side}, c.env...)
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		var exit *exec.ExitError
		if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
			return r, 0, err
		}
		used += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		status := cmd.ProcessState.ExitCode()
		r.Ended = append(r.Ended, status)
		name := named(line, names)
		for ending, text := range map[string][]byte{"stdout": stdout.Bytes(), "stderr": stderr.Bytes(), "status": fmt.Appendln(nil, status)} {
			// Only a path of its own may tell one side from the other.
			text = bytes.ReplaceAll(text, []byte(side), []byte("…"))
			if err := os.WriteFile(filepath.Join(said, name+" "+ending), text, 0o644); err != nil {
				return r, 0, err
			}
		}
	}
	var err error
	r.Tree, err = readTree(side)
	return r, used, err
}

// named turns a line into the name of a file that no earlier line has.
func named(line string, names map[string]int) string {
	name := strings.ReplaceAll(strings.Join(strings.Fields(line), " "), "/", ":")
	if len(name) > 150 {
		name = strings.ToValidUTF8(name[:150], "") + "…"
	}
	if names[name]++; names[name] > 1 {
		name = fmt.Sprintf("%s (%d)", name, names[name])
	}
	return name
}
