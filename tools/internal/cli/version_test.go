package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tillit"
)

func TestAProgramIsNamedByItsTagElseByItsCommit(t *testing.T) {
	for _, test := range []struct{ from, want string }{
		{"v0.4.0", "0.4.0"},
		{"v0.4.0+dirty", "0.4.0+changed"},
		{"v0.4.0-rc.1", "0.4.0-rc.1"},
		{"d5093bd0ce5b", "0.3.0+d5093bd0ce5b"},
		{"d5093bd0ce5be016e9c5eaf769953136facaceb8", "0.3.0+d5093bd0ce5b"},
		{"d5093bd0ce5b+dirty", "0.3.0+d5093bd0ce5b.changed"},
		// What Go says of a commit without a tag, of one after a tag, and of one
		// after a tag that is no release.
		{"v0.0.0-20261129132050-34db40290f31", "0.3.0+34db40290f31"},
		{"v0.4.1-0.20261129132053-d5093bd0ce5b", "0.3.0+d5093bd0ce5b"},
		{"v0.4.1-0.20261129132053-d5093bd0ce5b+dirty", "0.3.0+d5093bd0ce5b.changed"},
		{"v0.4.0-rc.1.0.20261129132053-d5093bd0ce5b", "0.3.0+d5093bd0ce5b"},
		{"(devel)", "0.3.0+unknown"},
		{"", "0.3.0+unknown"},
		{"<b>", "0.3.0+unknown"},
	} {
		if got := named(test.from, "0.3.0"); got != test.want {
			t.Errorf("built from %q: %s, want %s", test.from, got, test.want)
		}
	}
}

func TestTheBuildCanSayWhatTheProgramIsBuiltFrom(t *testing.T) {
	defer func(old string) { built = old }(built)
	built = "v12.3.4"
	if out := run(t, "version"); !strings.HasPrefix(out, "tillit 12.3.4 (") || strings.Count(out, "\n") != 1 {
		t.Errorf("a release says %q", out)
	}
	built = "(devel)"
	if out := run(t, "version", "--lang", "sv"); !strings.Contains(out, "+unknown (") || !strings.Contains(out, "\nfrån vilken commit ") {
		t.Errorf("a program of no known commit says %q", out)
	}
}

// CHANGELOG.md names every release by number and day, the newest first; the last
// heading of the file is then that of the first release.
func TestReleasesHaveNumbersAndDays(t *testing.T) {
	headings := regexp.MustCompile(`(?m)^## .*$`).FindAllString(tillit.Changelog, -1)
	if len(headings) < 2 || headings[0] != "## Unreleased" {
		t.Fatalf("CHANGELOG.md begins with %q; first stands what is unreleased, then the releases", headings)
	}
	for i, h := range headings[1:] {
		m := releaseHeading.FindStringSubmatch(h)
		if m == nil {
			t.Errorf("%q is no release; write it as ## 0.4.0 (2026-12-01)", h)
			continue
		}
		if _, err := time.Parse(time.DateOnly, m[2]); err != nil {
			t.Errorf("%q: %v", h, err)
		}
		if i > 0 && m[2] > releaseHeading.FindStringSubmatch(headings[i])[2] {
			t.Errorf("%q stands below an older release", h)
		}
	}
	if number, day := release(); headings[1] != "## "+number+" ("+day+")" {
		t.Errorf("the newest release is taken to be %s of %s, below %q", number, day, headings[1])
	}
}

// docs/man holds the pages that the program writes, no others, and each names the
// newest release.
func TestManualPagesAreThoseOfTheNewestRelease(t *testing.T) {
	dir := t.TempDir()
	run(t, "man", dir, "--lang", "en")
	got, want := pages(t, dir), pages(t, "../../../docs/man")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("make schema writes other pages (-docs/man +written):\n%s", diff)
	}
	number, _ := release()
	for name, text := range got {
		if title, _, _ := strings.Cut(text[strings.Index(text, ".TH"):], "\n"); !strings.Contains(title, `"Tillit `+number+`"`) {
			t.Errorf("%s does not name the release %s: %s", name, number, title)
		}
	}
}

// run returns what a command line prints when all is well.
func run(t *testing.T, args ...string) string {
	t.Helper()
	var out, complaint bytes.Buffer
	if status := Main(args, strings.NewReader(""), &out, &complaint, nil); status != exitClean {
		t.Fatalf("%v: status %d\n%s", args, status, complaint.String())
	}
	return out.String()
}

// pages reads the manual pages of a folder.
func pages(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s holds no pages: %v", dir, err)
	}
	texts := map[string]string{}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(name)] = string(text)
	}
	return texts
}
