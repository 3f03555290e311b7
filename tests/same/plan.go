package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// A job is a block of the plan over one site: command lines, run in order by each
// program in a fresh copy.
type job struct {
	name    string
	site    string // a folder, root or none; several with + between are laid over each other
	example *example
	lines   []string
}

// readPlan reads the blocks of the plan, and keeps the jobs whose name is wanted.
func readPlan(name string, wanted *regexp.Regexp) ([]job, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var jobs []job
	first := 0 // job of the block that is read
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			first = len(jobs)
			block, sites, _ := strings.Cut(line[1:], "]")
			for _, pattern := range strings.Fields(sites) {
				found, err := jobsOf(block, pattern)
				if err != nil {
					return nil, err
				}
				jobs = append(jobs, found...)
			}
		default:
			for i := first; i < len(jobs); i++ {
				jobs[i].lines = append(jobs[i].lines, each(line)...)
			}
		}
	}
	var kept []job
	for _, j := range jobs {
		if wanted.MatchString(j.name) {
			kept = append(kept, j)
		}
	}
	if len(kept) == 0 {
		return nil, errors.New("no block of the plan has that name")
	}
	return kept, nil
}

// jobsOf returns the jobs of a word in a block's head: docs:check means each example
// in docs/ that the check is run on, docs:merged all of them in one site.
func jobsOf(block, word string) ([]job, error) {
	command, ok := strings.CutPrefix(word, "docs:")
	if ok {
		all, err := readExamples()
		if err != nil {
			return nil, err
		}
		all = append(all, *merged(all))
		var jobs []job
		for i := range all {
			if e := &all[i]; e.command == command {
				jobs = append(jobs, job{name: block + "/" + e.rule, site: e.base, example: e})
			}
		}
		if len(jobs) == 0 {
			err = fmt.Errorf("docs/ has no example of %s", command)
		}
		return jobs, err
	}
	first, over, _ := strings.Cut(word, "+")
	found, err := filepath.Glob(first)
	if first == "root" || first == "none" {
		found = []string{first}
	}
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("the plan names %s, and there is no such site", word)
	}
	var jobs []job
	for _, site := range found {
		name := block + "/" + filepath.Base(site)
		if over != "" {
			name += "+" + filepath.Base(over)
			site += "+" + over
		}
		jobs = append(jobs, job{name: name, site: site})
	}
	return jobs, err
}

// braces are a shell's, with no space after a comma: where there is one, it is YAML.
var braces = regexp.MustCompile(`\{([^{},]*(?:,(?:[^{}, ][^{},]*)?)+)\}`)

// each writes a line out for every word in its braces.
func each(line string) []string {
	at := braces.FindStringSubmatchIndex(line)
	if at == nil {
		return []string{line}
	}
	var lines []string
	for word := range strings.SplitSeq(line[at[2]:at[3]], ",") {
		lines = append(lines, each(line[:at[0]]+word+line[at[1]:])...)
	}
	return lines
}

// copyTo makes a fresh copy of the job's site.
func (j job) copyTo(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for site := range strings.SplitSeq(j.site, "+") {
		parts := []string{site + "/."}
		switch site {
		case "none":
			continue
		case "root":
			// Layouts, styles and words are the program's own: each brings those of its tree.
			parts = []string{"data", "content", "versions"}
		}
		if said, err := exec.Command("cp", append([]string{"-R"}, append(parts, folder)...)...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w", said, err)
		}
	}
	if j.example != nil {
		return j.example.lay(folder)
	}
	return nil
}

// compare runs a job with both programs, and leaves only what is worth a look,
// unless all is to be kept.
func (c comparison) compare(j job) (result, error) {
	r := result{statuses: map[int]int{}}
	folder := filepath.Join(c.root, j.name)
	var sides [2]string
	for i, program := range c.programs {
		sides[i] = filepath.Join(folder, [2]string{"old", "new"}[i])
		ended, used, err := c.run(j, program, sides[i])
		r.used += used
		if err != nil {
			return r, fmt.Errorf("%s: %w", j.name, err)
		}
		if i > 0 {
			continue
		}
		for n, status := range ended {
			r.statuses[status]++
			most := 1
			switch line := j.lines[n]; {
			case strings.HasPrefix(line, "+ "):
				most = 0
			case strings.HasPrefix(line, "? "):
				most = 255
			}
			if status > most {
				r.idle = append(r.idle, fmt.Sprintf("%s: %s ended with %d", j.name, j.lines[n], status))
			}
		}
	}
	var err error
	if r.differences, err = compareTrees(sides, j.name); err == nil && len(r.differences)+len(r.idle) == 0 && !c.keep {
		err = os.RemoveAll(folder)
	}
	return r, err
}

// run runs a job's lines with a program, writes what they say into said/, and
// returns how each ended and how much of a processor they used.
func (c comparison) run(j job, program, side string) (ended []int, used time.Duration, err error) {
	top, err := os.Getwd()
	if err != nil {
		return nil, 0, err
	}
	site, said, bin := filepath.Join(side, "site"), filepath.Join(side, "said"), filepath.Join(filepath.Dir(side), "bin-"+filepath.Base(side))
	if err := j.copyTo(site); err != nil {
		return nil, 0, err
	}
	for _, d := range []string{said, bin, filepath.Join(side, "out")} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			return nil, 0, err
		}
	}
	if err := os.Symlink(program, filepath.Join(bin, "tillit")); err != nil {
		return nil, 0, err
	}
	names := map[string]int{}
	for _, line := range j.lines {
		line = strings.TrimPrefix(strings.TrimPrefix(line, "? "), "+ ")
		cmd := exec.Command("bash", "-c", line)
		cmd.Dir = site
		cmd.Env = []string{"PATH=" + bin + ":/usr/bin:/bin", "HOME=" + side, "TMPDIR=" + os.TempDir(), "SAME=" + filepath.Join(top, here), "PORT=" + c.port}
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		var exit *exec.ExitError
		if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
			return nil, 0, err
		}
		name := strings.ReplaceAll(line, "/", ":")
		if len(name) > 150 {
			name = strings.ToValidUTF8(name[:150], "") + "…"
		}
		if names[name]++; names[name] > 1 {
			name = fmt.Sprintf("%s (%d)", name, names[name])
		}
		used += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		status := cmd.ProcessState.ExitCode()
		ended = append(ended, status)
		for ending, text := range map[string][]byte{"stdout": stdout.Bytes(), "stderr": stderr.Bytes(), "status": fmt.Appendln(nil, status)} {
			// Only a path of its own may tell one side from the other.
			text = bytes.ReplaceAll(text, []byte(side), []byte("…"))
			if err := os.WriteFile(filepath.Join(said, name+" "+ending), text, 0o644); err != nil {
				return nil, 0, err
			}
		}
	}
	return ended, used, nil
}
