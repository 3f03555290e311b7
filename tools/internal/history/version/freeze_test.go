package version

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/trial"
)

// many are files enough for a freeze to be cut off in the middle of them.
func many() []File {
	files := []File{{"index.html", []byte("<h1>Policy</h1>\n")}}
	for i := range 60 {
		files = append(files, File{fmt.Sprintf("en/%03d/index.html", i), []byte(strings.Repeat("<p>Policy</p>\n", 500))})
	}
	return files
}

// intact fails unless a site has the versions that it had, and perhaps one more
// with all that belongs to it.
func intact(t *testing.T, root string, more ...string) {
	t.Helper()
	c, list, err := Verify(os.DirFS(root))
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	var ids []string
	for _, v := range c.Versions {
		ids = append(ids, v.ID)
	}
	want := append([]string{"2026-01-01", "2026-03-01", "2026-03-01.2"}, more...)
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// A file that cannot be written, wherever it comes among the others, leaves the
// versions as they were, and nothing beside them.
func TestFreezeThatFailsLeavesTheOldState(t *testing.T) {
	root := chain(t)
	files := many()[:8]
	for n := range len(files) + 1 {
		broken := append(append([]File{}, files[:n]...), File{"data.json\x00", nil})
		broken = append(broken, files[n:]...)
		if _, err := open(t, root).Freeze(root, "2026-04-01", trial.Moment("2026-04-01"), puzzel(t), nil, broken); err == nil {
			t.Fatalf("with file %d broken a version was issued", n)
		}
		intact(t, root)
		entries, err := os.ReadDir(filepath.Join(root, change.Folder))
		if err != nil || len(entries) != 3 {
			t.Fatalf("with file %d broken there are %v, %v", n, entries, err)
		}
	}
	if _, err := open(t, root).Freeze(root, "2026-04-01", trial.Moment("2026-04-01"), puzzel(t), nil, files); err != nil {
		t.Fatal(err)
	}
	intact(t, root, "2026-04-01")
}

// A freeze that is killed leaves the versions as they were, or all of the new one:
// never a part of it. The next freeze clears away what the killed one left.
func TestFreezeThatIsKilledLeavesTheOldState(t *testing.T) {
	const variable = "TILLIT_TEST_FREEZE"
	if root := os.Getenv(variable); root != "" { // the one that is to be killed
		if _, err := open(t, root).Freeze(root, "2026-04-01", trial.Moment("2026-04-01"), puzzel(t), nil, many()); err != nil {
			t.Fatal(err)
		}
		return
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cut := 0
	for _, written := range []int{0, 1, 2, 5, 20, 40, 60} {
		root := chain(t)
		freeze := exec.Command(program, "-test.run=^"+t.Name()+"$")
		freeze.Env = append(os.Environ(), variable+"="+root)
		if err := freeze.Start(); err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(20 * time.Second); !begun(root, written) && time.Now().Before(deadline); {
			time.Sleep(50 * time.Microsecond)
		}
		if err := freeze.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		freeze.Wait() // it ends as it was killed

		var more []string
		if _, err := os.Stat(filepath.Join(root, change.Folder, "2026-04-01")); err == nil {
			more = []string{"2026-04-01"}
		} else {
			cut++
		}
		intact(t, root, more...)
		if _, err := open(t, root).Freeze(root, "2026-05-01", trial.Moment("2026-05-01"), puzzel(t), nil, nil); err != nil {
			t.Fatal(err)
		}
		intact(t, root, append(more, "2026-05-01")...)
		if left, _ := filepath.Glob(filepath.Join(root, change.Folder, ".*")); len(left) > 0 {
			t.Errorf("after the next freeze there is still %v", left)
		}
	}
	if cut == 0 {
		t.Error("every freeze came to its end before it was killed")
	}
}

// begun tells whether a freeze has written so many files, or is done.
func begun(root string, files int) bool {
	if _, err := os.Stat(filepath.Join(root, change.Folder, "2026-04-01")); err == nil {
		return true
	}
	found, _ := filepath.Glob(filepath.Join(root, change.Folder, ".freeze-*", "site", "en", "*", "index.html"))
	started, _ := filepath.Glob(filepath.Join(root, change.Folder, ".freeze-*"))
	return len(started) > 0 && len(found) >= files
}

// What a chain would deny afterwards is not issued.
func TestFreezeRefusesAMomentThatCannotBe(t *testing.T) {
	root := chain(t) // whose last version is of 2026-03-01T12:00:00Z
	for at, sentence := range map[value.Moment]string{
		"":                          "no moment",
		"2026-03-01":                "no moment",
		"2026-03-01T14:00:00+01:00": "no moment",
		"2026-02-28T22:59:59Z":      "apply from 2026-03-01",
		"2026-03-01T11:59:59Z":      "the last one, 2026-03-01.2, is of 2026-03-01T12:00:00Z",
		"2026-03-01T12:00:00Z":      "the last one, 2026-03-01.2, is of 2026-03-01T12:00:00Z",
	} {
		if v, err := open(t, root).Freeze(root, "2026-03-01.3", at, puzzel(t), nil, nil); err == nil || !strings.Contains(err.Error(), sentence) {
			t.Errorf("at %q: %+v, %v", at, v, err)
		}
	}
	intact(t, root)
	// One that is dated back says so.
	v, err := open(t, root).Freeze(root, "2026-03-01.3", "2026-04-02T10:00:00Z", puzzel(t), nil, nil)
	if err != nil || v.Effective != "2026-03-01" || v.Issued.Day() != "2026-04-02" {
		t.Fatal(v, err)
	}
	intact(t, root, "2026-03-01.3")
}

// A version of the first shape is taken to be of the first moment of its day, and the
// first that tells its own comes after that.
func TestTheFirstShapeIsOfTheFirstMomentOfItsDay(t *testing.T) {
	c := &Chain{Versions: []*Version{{ID: "2026-03-01", Effective: "2026-03-01"}}}
	for at, ok := range map[value.Moment]bool{"2026-02-28T23:00:00Z": false, "2026-02-28T23:00:01Z": true} {
		if err := c.Follows(at, "2026-03-01"); (err == nil) != ok {
			t.Errorf("%s after a version of 2026-03-01: %v", at, err)
		}
	}
}
