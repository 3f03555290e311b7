package center_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tillit/tools/internal/center"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/trial"
)

// The rig for faults: several processes write to one site at once, and one or more of them
// are killed, or find the disk full, or cannot sync or rename, at a thing that they do to
// the disk. Whatever happens, the chain is whole, the published site is of one piece, and
// what is said to be issued is there. A fault counts where it came to it: each process
// says so before. They run where TMPDIR leads, on whatever file system that is.
var faultRuns = flag.Int("faults", 8, "how many runs with faults; make bench has a thousand")

const (
	faultVariable = "TILLIT_TEST_FAULT"
	faultDay      = value.Date("2026-11-29")
	longest       = time.Minute // after which a run hangs
)

// errand is what one process of a run does, and what befalls it.
type errand struct {
	Writer string // what it writes
	Dir    string
	Fault  string // "" for none
	Deed   disk.Deed
	At     int  // the how manieth of these deeds the fault befalls
	Open   bool // a umask that closes nothing; else one that closes all
}

// faults are what befalls a writer: which deeds count, and what they end with.
var faults = map[string]struct {
	deeds []disk.Deed // that it befalls; none are all
	with  error       // nil kills
	stays bool        // from then on
	alone bool        // the system cannot exchange folders
}{
	"killed":             {},
	"killed, old system": {alone: true},
	"disk full":          {deeds: []disk.Deed{disk.Made, disk.Created, disk.Wrote, disk.Copied}, with: errors.New("no space left on device"), stays: true},
	"failing sync":       {deeds: []disk.Deed{disk.Synced}, with: errors.New("input/output error")},
	"failing rename":     {deeds: []disk.Deed{disk.Renamed, disk.Exchanged}, with: errors.New("device or resource busy")},
	"failing link":       {deeds: []disk.Deed{disk.Linked, disk.Copied}, with: errors.New("operation not permitted")},
	"failing removal":    {deeds: []disk.Deed{disk.Removed}, with: errors.New("device or resource busy"), stays: true},
	"no mode can be set": {deeds: []disk.Deed{disk.Moded}, with: errors.New("operation not permitted")},
	"only counted":       {with: errors.New("never")},
}

// writers are what can be written at once. Each returns an exit status, as its command
// would have it.
var writers = map[string]func(t *testing.T, dir string) int{
	"freeze": freezes, "build": builds,
	"replace": func(_ *testing.T, dir string) int {
		return ended(disk.Replace(filepath.Join(dir, "notes"), whole("B")))
	},
	"append": func(_ *testing.T, dir string) int { return ended(disk.Append(filepath.Join(dir, "notes"), whole("C"))) },
	"create": func(_ *testing.T, dir string) int {
		return ended(disk.Create(filepath.Join(dir, "new", "note"), whole("D")))
	},
}

// say is for the rig to read; in it nobody does.
func say(words ...any) {
	if os.Getenv(faultVariable) != "" {
		fmt.Println(words...)
	}
}

func whole(letter string) []byte { return []byte(strings.Repeat(letter, 9_999) + "\n") }

func ended(err error) int {
	var later *disk.AfterError
	if err != nil && !errors.As(err, &later) {
		say("failed:", err)
		return 3
	}
	return 0
}

func freezes(t *testing.T, dir string) int {
	c := open(t, dir)
	release, err := c.Hold(t.Context(), disk.Waiting{Most: longest})
	if err != nil {
		return ended(err)
	}
	defer release()
	i, list, err := c.Issuable(t.Context(), faultDay)
	if err != nil || list.Blocks() {
		say("findings:", rules(list))
		return max(1, ended(err))
	}
	if i.Past.Head() != nil && i.Past.Since.Empty() {
		return 1
	}
	if _, list, err := i.Render(t.Context()); err != nil || list.Blocks() {
		return max(1, ended(err))
	}
	if err := i.LayGitFiles(); err != nil {
		return ended(err)
	}
	v, err := i.Freeze(t.Context(), trial.Moment(i.ID))
	if status := ended(err); status != 0 {
		return status
	}
	say("issued:", v.Digest)
	return 0
}

func builds(t *testing.T, dir string) int {
	c := open(t, dir)
	defer c.Drop()
	out := filepath.Join(dir, "public")
	files, list, err := c.Build(t.Context(), center.Order{Today: faultDay, Preview: true, Out: out, Wait: disk.Waiting{Most: longest}})
	if err != nil || list.Blocks() {
		say("findings:", rules(list))
		return max(1, ended(err))
	}
	return ended(c.Publish(t.Context(), files, out))
}

// TestFaultWriter is one process of a run.
func TestFaultWriter(t *testing.T) {
	text := os.Getenv(faultVariable)
	if text == "" {
		t.Skip("the rig calls it")
	}
	var e errand
	if err := json.Unmarshal([]byte(text), &e); err != nil {
		t.Fatal(err)
	}
	closed(!e.Open)
	f := faults[e.Fault]
	var lock sync.Mutex
	count, counted := 0, map[disk.Deed]int{}
	disk.Step = func(what disk.Deed, name string) error {
		if e.Fault == "" || what == disk.Locked {
			return nil
		}
		lock.Lock()
		defer lock.Unlock()
		counted[what]++
		if f.alone && what == disk.Exchanged {
			return errors.ErrUnsupported
		}
		if count > e.At && f.stays && slices.Contains(f.deeds, what) {
			return f.with
		}
		if what != e.Deed {
			return nil
		}
		count++
		if count != e.At+1 {
			return nil
		}
		fmt.Printf("fired: %s %s\n", what, filepath.Base(name))
		if f.with == nil {
			os.Stdout.Sync()
			self, _ := os.FindProcess(os.Getpid())
			self.Kill()
			select {} // until that comes
		}
		return f.with
	}
	status := writers[e.Writer](t, e.Dir)
	deeds, _ := json.Marshal(counted)
	fmt.Printf("deeds: %s\nended: %d\n", deeds, status)
	os.Exit(status)
}

// outcome is what became of one process.
type outcome struct {
	errand
	said string
	hung bool
}

func (o outcome) fired() bool { return o.Fault == "" || strings.Contains(o.said, "fired: ") }

func (o outcome) String() string {
	return fmt.Sprintf("%s (%s: %s %d): %s", o.Writer, o.Fault, o.Deed, o.At, strings.Join(strings.Fields(o.said), " "))
}

// run lets processes do their errands at once.
func run(t *testing.T, errands []errand) []outcome {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	outcomes := make([]outcome, len(errands))
	var group sync.WaitGroup
	for i, e := range errands {
		group.Go(func() {
			ctx, stop := context.WithTimeout(context.Background(), 2*longest)
			defer stop()
			text, _ := json.Marshal(e)
			cmd := exec.CommandContext(ctx, program, "-test.run=^TestFaultWriter$")
			cmd.Env = append(os.Environ(), faultVariable+"="+string(text))
			said, _ := cmd.CombinedOutput()
			outcomes[i] = outcome{e, string(said), ctx.Err() != nil}
		})
	}
	group.Wait()
	return outcomes
}

// rig is the site that each run begins with, and how many deeds of each kind each writer
// does.
type rig struct {
	site  string
	deeds map[string]map[disk.Deed]int
}

func newRig(t *testing.T) rig {
	dir := starter(t)
	issue(t, open(t, dir), "2026-11-28")
	if status := builds(t, dir); status != 0 {
		t.Fatal("the site cannot be built")
	}
	write(t, dir, "notes", string(whole("A")))
	write(t, dir, "data/organisation.yaml", strings.Replace(readFile(t, filepath.Join(dir, "data/organisation.yaml")), "\nname: ", "\nname: Nya ", 1))
	r := rig{dir, map[string]map[disk.Deed]int{}}
	for writer := range writers {
		o := run(t, []errand{{Writer: writer, Dir: r.copy(t), Fault: "only counted", Open: true}})[0]
		deeds := map[disk.Deed]int{}
		_, text, _ := strings.Cut(o.said, "deeds: ")
		text, rest, _ := strings.Cut(text, "\n")
		if err := json.Unmarshal([]byte(text), &deeds); err != nil || rest != "ended: 0\n" {
			t.Fatal(o, err)
		}
		r.deeds[writer] = deeds
	}
	return r
}

func (r rig) copy(t *testing.T) string {
	dir := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(dir, os.DirFS(r.site)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// errands are those of the nth run: one to three writers, of which the first has a fault
// and each other perhaps.
func (r rig) errands(n int, dir string) []errand {
	chance := rand.New(rand.NewPCG(uint64(n), 11))
	names, befalls := slices.Sorted(maps.Keys(writers)), slices.Sorted(maps.Keys(faults))
	befalls = slices.DeleteFunc(befalls, func(f string) bool { return strings.Contains(f, "counted") })
	names = append(names, "freeze", "build", "freeze", "build", "freeze", "build") // which matter most
	var all []errand
	for i := range 1 + n%3 {
		e := errand{Writer: names[chance.IntN(len(names))], Dir: dir, Open: chance.IntN(3) > 0}
		if i == 0 || chance.IntN(3) == 0 {
			for e.Fault == "" {
				fault, deeds := befalls[chance.IntN(len(befalls))], r.deeds[e.Writer]
				may := faults[fault].deeds
				if len(may) == 0 {
					may = slices.Sorted(maps.Keys(deeds))
				}
				e.Deed = may[chance.IntN(len(may))] // a few of each kind decide what is seen
				if most := deeds[e.Deed]; most > 0 {
					e.Fault, e.At = fault, chance.IntN(most)
				}
			}
		}
		all = append(all, e)
	}
	return all
}

var issuedLine = regexp.MustCompile(`(?m)^issued: ([0-9a-f]{64})$`)

// faulty is what is wrong after a run: with the chain, with what is published, with files.
func faulty(t *testing.T, dir string, outcomes []outcome) (broken, mixed []string) {
	t.Helper()
	chain, list, err := version.Verify(disk.FS(dir))
	if err != nil || len(list) > 0 {
		broken = append(broken, fmt.Sprint("the chain: ", err, rules(list)))
	}
	for _, o := range outcomes {
		for _, m := range issuedLine.FindAllStringSubmatch(o.said, -1) {
			if chain == nil || !slices.ContainsFunc(chain.Versions, func(v *version.Version) bool { return v.Digest == m[1] }) {
				broken = append(broken, "what was said to be issued is not there")
			}
		}
	}
	for _, o := range outcomes { // whom nothing befell is told no untrue reason
		well := strings.Contains(o.said, "ended: 0\n") || o.Writer == "freeze" && strings.Contains(o.said, "ended: 1\n") || o.Writer == "create"
		if o.Fault == "" && !well {
			mixed = append(mixed, "nothing befell it, and it failed: "+o.String())
		}
	}
	if chain != nil && len(chain.Versions) > 2 {
		broken = append(broken, "the same was issued twice")
	}
	mixed = append(mixed, published(filepath.Join(dir, "public"), slices.ContainsFunc(outcomes, func(o outcome) bool { return o.Fault == "killed, old system" }))...)
	for name, want := range map[string]string{"notes": "^(A{9999}\n|B{9999}\n)(C{9999}\n)*$", "new/note": "^D{9999}\n$"} {
		want = strings.NewReplacer("{9999}", "+").Replace(want)
		data, err := os.ReadFile(filepath.Join(dir, name))
		if errors.Is(err, fs.ErrNotExist) && name != "notes" {
			continue
		}
		if err != nil || !regexp.MustCompile(want).Match(data) || len(data)%10_000 != 0 {
			mixed = append(mixed, fmt.Sprintf("%s holds %d bytes, %v", name, len(data), err))
		}
	}
	return broken, mixed
}

// published is what is wrong with a published folder: a file of another site than that of
// its SHA256SUMS, or a mode that closes it. Between two renames there may be none.
func published(out string, mayLack bool) (wrong []string) {
	sums, err := os.ReadFile(filepath.Join(out, "SHA256SUMS"))
	if err != nil {
		if _, gone := os.Lstat(out); mayLack && gone != nil {
			return nil
		}
		return []string{err.Error()}
	}
	want := map[string]string{}
	for line := range strings.Lines(string(sums)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		want[name] = sum
	}
	filepath.WalkDir(out, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			wrong = append(wrong, err.Error())
			return nil
		}
		if info, err := d.Info(); err != nil || d.IsDir() && info.Mode().Perm() != 0o755 || !d.IsDir() && info.Mode().Perm() != 0o644 {
			wrong = append(wrong, fmt.Sprintf("%s has the mode %v", name, info.Mode()))
		}
		rel, _ := filepath.Rel(out, name)
		if rel = filepath.ToSlash(rel); d.IsDir() || rel == "SHA256SUMS" || rel == ".tillit" {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil || fmt.Sprintf("%x", sha256.Sum256(data)) != want[rel] {
			wrong = append(wrong, "of another site: "+rel)
		}
		delete(want, rel)
		return nil
	})
	for name := range want {
		wrong = append(wrong, "missing: "+name)
	}
	return wrong
}

// recovered lets everybody who comes after a run write without a fault, and tells what is
// left in the way.
func recovered(t *testing.T, dir string) (wrong []string) {
	t.Helper()
	for _, writer := range []string{"freeze", "build", "replace"} {
		if status := writers[writer](t, dir); status != 0 && (status != 1 || writer != "freeze") {
			wrong = append(wrong, fmt.Sprintf("afterwards %s ends with %d", writer, status))
		}
	}
	for _, pattern := range []string{".public.*", "versions/.freeze-*", "versions/.lock", ".notes.*"} {
		if left, _ := filepath.Glob(filepath.Join(dir, pattern)); len(left) > 0 {
			wrong = append(wrong, fmt.Sprintf("left: %q", left))
		}
	}
	broken, mixed := faulty(t, dir, nil)
	return slices.Concat(wrong, broken, mixed)
}

// TestFaults is the bounded share of the runs; make bench has all.
func TestFaults(t *testing.T) {
	if testing.Short() && *faultRuns == 8 {
		*faultRuns = 4
	}
	if !modes {
		t.Skip("there are no modes here, nor a umask")
	}
	r := newRig(t)
	var broken, mixes, hangs, missed, runs int
	befell := map[string]int{}
	for n := 0; runs < *faultRuns && n < 5**faultRuns; n++ {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			dir := r.copy(t)
			outcomes := run(t, r.errands(n, dir))
			b, m := faulty(t, dir, outcomes)
			if len(b) > 0 {
				broken++
			}
			wrong := slices.Concat(b, m)
			if wrong = append(wrong, recovered(t, dir)...); len(wrong) > len(b) {
				mixes++
			}
			all := true
			for _, o := range outcomes {
				if o.hung {
					hangs++
					wrong = append(wrong, "it hangs")
				}
				all = all && o.fired()
			}
			if len(wrong) > 0 {
				t.Errorf("%q after\n%v", wrong, outcomes)
			}
			if !all {
				missed++
				return
			}
			runs++
			for _, o := range outcomes {
				befell[o.Fault]++
			}
		})
	}
	delete(befell, "")
	var each bytes.Buffer
	for _, fault := range slices.Sorted(maps.Keys(befell)) {
		fmt.Fprintf(&each, ", %s %d", fault, befell[fault])
	}
	fmt.Printf("%d fault runs: %d mixes, %d broken versions, %d hangs (%d more where a fault found nothing to befall; befell%s)\n",
		runs, mixes, broken, hangs, missed, strings.TrimPrefix(each.String(), ","))
	if runs < *faultRuns {
		t.Errorf("only %d runs came to their faults", runs)
	}
}

// Of two freezes at once one issues, and the other is told that there is nothing left to
// issue.
func TestTwoPeopleFreezeAtOnce(t *testing.T) {
	pairs := max(1, *faultRuns/10)
	r := rig{site: starter(t)}
	wrong := 0
	for range pairs {
		dir := r.copy(t)
		e := errand{Writer: "freeze", Dir: dir, Open: true}
		outcomes := run(t, []errand{e, e})
		broken, _ := faulty(t, dir, outcomes)
		var ends []string
		for _, o := range outcomes {
			ends = append(ends, regexp.MustCompile(`(?m)^(ended: .|issued)`).FindAllString(o.said, -1)...)
		}
		slices.Sort(ends)
		if len(broken) > 0 || !slices.Equal(ends, []string{"ended: 0", "ended: 1", "issued"}) {
			wrong++
			t.Errorf("%q %v", broken, outcomes)
		}
	}
	fmt.Printf("%d pairs of freezes at once: %d broken chains or untrue reasons\n", pairs, wrong)
}
