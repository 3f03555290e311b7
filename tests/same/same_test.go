package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestALineIsWrittenOutForEachWordInBraces(t *testing.T) {
	for line, want := range map[string][]string{
		"a {b,c} {,d}":            {"a b ", "a b d", "a c ", "a c d"},
		"x {a b,--c d}":           {"x a b", "x --c d"},
		"printf '{sv: a, en: b}'": {"printf '{sv: a, en: b}'"},
		"awk '{ print }'":         {"awk '{ print }'"},
	} {
		if got := each(line); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

// The plan finds every site that it names, and each job has a folder of its own.
func TestThePlanCanBeRead(t *testing.T) {
	t.Chdir("../..")
	jobs, err := readPlan(filepath.Join(here, "plan.txt"), regexp.MustCompile(""))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, j := range jobs {
		if seen[j.name] {
			t.Errorf("two jobs are called %s", j.name)
		}
		seen[j.name] = true
		if len(j.lines) == 0 {
			t.Errorf("%s has no line", j.name)
		}
		for site := range strings.SplitSeq(j.site, "+") {
			if _, err := os.Stat(site); err != nil && site != "root" && site != "none" {
				t.Errorf("%s: %v", j.name, err)
			}
		}
	}
	for _, job := range []string{"build/root", "build/starter+own", "find/unknown-field", "find-built/prose-alias", "find-words/absolute-claim"} {
		if !seen[job] {
			t.Errorf("there is no job %s", job)
		}
	}
}

func TestEveryWayToDifferIsTold(t *testing.T) {
	sides := [2]string{t.TempDir(), t.TempDir()}
	write := func(side int, name, text string, mode os.FileMode) {
		t.Helper()
		file := filepath.Join(sides[side], name)
		if err := os.WriteFile(file, []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	for side := range sides {
		write(side, "same", "text\n", 0o644)
		write(side, "mode", "text\n", 0o644+os.FileMode(side)*0o111)
		write(side, "text", "one\ntwo\n"+[2]string{"three", "tree"}[side]+"\nfour\n", 0o644)
		write(side, "longer", "one\n"+[2]string{"", "two\n"}[side], 0o644)
		write(side, "bytes", "\x00\xff"+[2]string{"a", "b"}[side], 0o644)
		write(side, [2]string{"gone", "come"}[side], "", 0o644)
		if err := os.Symlink([2]string{"same", "mode"}[side], filepath.Join(sides[side], "link")); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(filepath.Join(sides[side], "same"), filepath.Join(sides[side], "own")); err != nil {
			t.Fatal(err)
		}
	}
	var trees [2]tree
	for i, side := range sides {
		var err error
		if trees[i], err = readTree(side); err != nil {
			t.Fatal(err)
		}
	}
	found, err := differences(sides, trees, "job")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, d := range found {
		got[d.path] = d.what
	}
	want := map[string]string{
		"job/bytes":  "differs from byte 3 (3 → 3 bytes)",
		"job/come":   "new",
		"job/gone":   "no longer written",
		"job/link":   "line 1\n    - same\n    + mode",
		"job/longer": "line 2\n    - (the text ends)\n    + two",
		"job/mode":   "mode -rw-r--r-- → -rwxr-xr-x",
		"job/text":   "line 3\n    - three\n    + tree",
	}
	if !maps.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestAnAcceptanceHoldsForWhatItNames(t *testing.T) {
	changed := difference{path: "build/root/out/a b.html", old: []byte("<p>�</p> �"), now: []byte("<p></p> ")}
	for line, want := range map[string]bool{
		"build/*.html  because":              true,
		"build/*.htm  because":               false,
		"build/*.html  s/�//  because":       true,
		"build/*.html  s/>�/>/  because":     false,
		"build/*.html  s,�</p> �,</p> ,  so": true,
	} {
		a, err := parseAcceptance(line)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(excuse([]acceptance{a}, changed)) == 1; got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
	gone := difference{path: "build/x", what: "no longer written"}
	for _, line := range []string{"build/x  s/a/b/  because", "build/x  s/^//  because"} {
		a, err := parseAcceptance(line)
		if err != nil {
			t.Fatal(err)
		}
		if len(excuse([]acceptance{a}, gone)) > 0 {
			t.Errorf("%s: holds for a file that is gone", line)
		}
	}
	for _, line := range []string{"build/x", "build/x  ", "build/x  s/a/b/", "build/x  s/a/b  why", "build/x  s/(/b/  why", "build/x  m/a/b/  why", "build/x  m/a  why"} {
		if _, err := parseAcceptance(line); err == nil {
			t.Errorf("%s: is read", line)
		}
	}
}

func TestAcceptancesHoldTogether(t *testing.T) {
	var list []acceptance
	for _, line := range []string{"a  s/one/two/  so", "*  m/[0-9]+/  numbers may differ", "b  s/one/two/  elsewhere", "a  s/two/three/  so"} {
		a, err := parseAcceptance(line)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, a)
	}
	for _, c := range []struct {
		path, old, now string
		want           []int
	}{
		{"a", "one 7", "three 88", []int{0, 1, 3}},
		{"a", "two", "three", []int{3}},
		{"a", "one 7", "two 8", nil},
		{"a", "three 7", "three x", nil},
		{"b", "one 7", "two 88", []int{1, 2}},
		{"b", "7", "7.8", nil},
	} {
		if got := excuse(list, difference{path: c.path, old: []byte(c.old), now: []byte(c.now)}); !slices.Equal(got, c.want) {
			t.Errorf("%q to %q in %s: %v, want %v", c.old, c.now, c.path, got, c.want)
		}
	}
}

func TestWhatIsWrittenInBytes(t *testing.T) {
	if got := string(written(`\xEF\xBB\{3*ab}`)); got != "\xef\xbbababab" {
		t.Errorf("%q", got)
	}
}
