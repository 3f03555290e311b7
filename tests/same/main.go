// Same runs two programs over the same sites and tells where they differ: the one
// of a git ref and the one of the working tree. See plan.txt for what is run.
package main

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// here is this folder, from the top of the working tree, where tests/same/run stands.
const here = "tests/same"

func main() {
	same, err := compareAll(os.Stdout)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "same:", err)
		os.Exit(2)
	case !same:
		os.Exit(1)
	}
}

// compareAll does what the command line asks for, and tells whether nothing differs.
func compareAll(out io.Writer) (bool, error) {
	only := flag.String("only", "", "run the blocks and sites alone that this regular expression finds, such as ^build/root")
	all := flag.Bool("all", false, "tell every difference, not the first 40")
	keep := flag.Bool("keep", false, "keep also what does not differ, to look at")
	times := flag.Bool("times", false, "tell how much of a processor each block uses")
	list := flag.Bool("list", false, "list the differences that are accepted, and run nothing")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: tests/same/run [flags] [BASE]\nBASE is a git ref; without it, what tests/same/base names. OLD=FILE takes a built program in its place.")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() > 1 {
		return false, fmt.Errorf("%q is one ref too many; flags stand before BASE", flag.Args()[1:])
	}
	accepted, err := readAccepted(filepath.Join(here, "accepted.txt"))
	if err != nil {
		return false, err
	}
	if *list {
		for _, a := range accepted {
			fmt.Fprintf(out, "%s  %s\n", a.pattern, a.reason)
		}
		return true, nil
	}
	wanted, err := regexp.Compile(*only)
	if err != nil {
		return false, err
	}
	jobs, err := readPlan(filepath.Join(here, "plan.txt"), wanted)
	if err != nil {
		return false, err
	}
	programs, err := build(flag.Arg(0))
	if err != nil {
		return false, err
	}
	root, err := os.MkdirTemp("", "same-")
	if err != nil {
		return false, err
	}
	stopped := make(chan os.Signal, 1)
	signal.Notify(stopped, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stopped
		os.RemoveAll(root)
		os.Exit(130)
	}()
	begin := time.Now()
	c, err := begun(programs, root, *keep)
	if err != nil {
		return false, err
	}
	results, err := c.runAll(jobs)
	if err != nil {
		return false, err
	}
	if *times {
		tellTimes(out, jobs, results)
	}
	same := tell(out, results, accepted, *all)
	fmt.Fprintf(out, "%d jobs in %.0f s on %d cores\n", len(jobs), time.Since(begin).Seconds(), runtime.GOMAXPROCS(0))
	if same && !*keep {
		return true, os.RemoveAll(root)
	}
	fmt.Fprintf(out, "look in %s\n", root)
	return same, nil
}

func tellTimes(out io.Writer, jobs []job, results []result) {
	used := map[string]time.Duration{}
	for i, j := range jobs {
		block, _, _ := strings.Cut(j.name, "/")
		used[block] += results[i].used
	}
	for _, block := range slices.Sorted(maps.Keys(used)) {
		fmt.Fprintf(out, "%6.1f s %s\n", used[block].Seconds(), block)
	}
}

// tell prints what differs, and reports whether all of it is accepted.
func tell(out io.Writer, results []result, accepted []acceptance, all bool) bool {
	statuses := map[int]int{}
	count, told, excused, idle := 0, 0, map[int]int{}, 0
	for _, r := range results {
		for status, n := range r.statuses {
			statuses[status] += n
		}
		for _, line := range r.idle {
			idle++
			fmt.Fprintf(out, "compares nothing: %s\n", line)
		}
		for _, d := range r.differences {
			if hold := excuse(accepted, d); len(hold) > 0 {
				for _, i := range hold {
					excused[i]++
				}
				continue
			}
			if count++; all || told < 40 {
				told++
				fmt.Fprintf(out, "%s: %s\n", d.path, d.what)
			}
		}
	}
	if count > told {
		fmt.Fprintf(out, "… and %d more (--all tells them)\n", count-told)
	}
	for i, a := range accepted {
		fmt.Fprintf(out, "accepted: %d × %s: %s\n", excused[i], a.pattern, a.reason)
	}
	total := 0
	for _, n := range statuses {
		total += n
	}
	fmt.Fprintf(out, "%d differences in what %d commands say and write (%d ended with 0, %d with 1, %d otherwise)\n",
		count, total, statuses[0], statuses[1], total-statuses[0]-statuses[1])
	return count == 0 && idle == 0
}
