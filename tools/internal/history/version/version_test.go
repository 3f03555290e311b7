package version

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/trial"
)

func puzzel(t *testing.T, edits ...string) change.Snapshot {
	t.Helper()
	return change.Of(trial.Puzzel(t, edits...))
}

// issue freezes a small version and returns the chain after it.
func issue(t *testing.T, root string, day value.Date, s change.Snapshot) *Chain {
	t.Helper()
	c := open(t, root)
	id, err := c.Next(day)
	if err != nil {
		t.Fatal(err)
	}
	site := []File{{"index.html", []byte("<h1>Policy " + id + "</h1>\n")}, {"en/index.html", []byte("<h1>Policy</h1>\n")}}
	if _, err := c.Freeze(root, id, trial.Moment(id), s, []byte("[]\n"), site); err != nil {
		t.Fatal(err)
	}
	return open(t, root)
}

func open(t *testing.T, root string) *Chain {
	t.Helper()
	c, list, err := Open(os.DirFS(root))
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	return c
}

func chain(t *testing.T) string {
	root := t.TempDir()
	issue(t, root, "2026-01-01", puzzel(t))
	issue(t, root, "2026-03-01", puzzel(t, "data/retention/logs.yaml: name: {sv: Loggar, en: Logs}\nperiod: P3M\n"))
	issue(t, root, "2026-03-01", puzzel(t))
	return root
}

func TestFreezeNamesAndOrdersVersions(t *testing.T) {
	c := open(t, chain(t))
	var ids []string
	for _, v := range c.Versions {
		ids = append(ids, v.ID)
	}
	if diff := cmp.Diff([]string{"2026-01-01", "2026-03-01", "2026-03-01.2"}, ids); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if v := c.On("2026-02-28"); v == nil || v.ID != "2026-01-01" || c.Until(v) != "2026-02-28" {
		t.Errorf("on 28 February: %+v", v)
	}
	if v := c.On("2026-03-01"); v == nil || v.ID != "2026-03-01.2" || c.Until(v) != "" {
		t.Errorf("on 1 March: %+v", v)
	}
	if v := c.On("2025-12-31"); v != nil {
		t.Errorf("before the first version: %+v", v)
	}
	if _, err := c.Next("2026-02-01"); err == nil {
		t.Error("a day before the last version was accepted")
	}
	if id, err := c.Next("2026-03-01"); err != nil || id != "2026-03-01.3" {
		t.Errorf("got %q, %v", id, err)
	}
}

func TestFreezeRefusesExistingVersion(t *testing.T) {
	root := chain(t)
	c := open(t, root)
	for _, id := range []string{"2026-03-01", "2026-03-01.2", "2025-01-01", "2026-09-31", "../2027-01-01", "latest"} {
		if _, err := c.Freeze(root, id, trial.Moment(id), puzzel(t), nil, nil); err == nil {
			t.Errorf("%q was issued", id)
		}
	}
	if err := os.MkdirAll(filepath.Join(root, change.Folder, "2026-04-01"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Freeze(root, "2026-04-01", trial.Moment("2026-04-01"), puzzel(t), nil, nil); err == nil {
		t.Error("an empty folder of the name was overwritten")
	}
}

func TestVerifyFindsEveryAlteration(t *testing.T) {
	if _, list, err := Verify(os.DirFS(chain(t))); err != nil || len(list) > 0 {
		t.Fatalf("an untouched chain: %v %v", err, list)
	}
	for _, tc := range []struct {
		name string
		do   func(dir string) error
		rule string
		file string
	}{
		{"a byte of a page", flip("2026-01-01/site/index.html"), "version-altered", "versions/2026-01-01/site/index.html"},
		{"a byte of the data", flip("2026-03-01/data.json"), "version-altered", "versions/2026-03-01/data.json"},
		{"a line of the manifest", cut("2026-03-01/SHA256SUMS"), "version-digest", "versions/2026-03-01/SHA256SUMS"},
		{"a missing file", remove("2026-03-01.2/site/en/index.html"), "version-missing-file", "versions/2026-03-01.2/site/en/index.html"},
		{"a missing manifest", remove("2026-03-01.2/SHA256SUMS"), "version-missing-file", "versions/2026-03-01.2/SHA256SUMS"},
		{"an extra file", add("2026-01-01/site/extra.html"), "version-extra-file", "versions/2026-01-01/site/extra.html"},
		{"a renamed folder", move("2026-01-01", "2026-01-02"), "version-renamed", "versions/2026-01-02/version.yaml"},
		{"a folder with a day that is none", move("2026-01-01", "2026-09-31"), "version-name", "versions/2026-09-31"},
		{"a version taken out", remove("2026-03-01"), "version-chain", "versions/2026-03-01.2/version.yaml"},
		{"a comment in version.yaml", add("2026-01-01/version.yaml"), "version-altered", "versions/2026-01-01/version.yaml"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			root := chain(t)
			if err := tc.do(filepath.Join(root, change.Folder)); err != nil {
				t.Fatal(err)
			}
			_, list, err := Verify(os.DirFS(root))
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range list {
				if d.Rule == tc.rule && d.Pos.File == tc.file {
					return
				}
			}
			t.Errorf("want %s at %s, got %v", tc.rule, tc.file, list)
		})
	}
}

func flip(name string) func(string) error {
	return func(dir string) error {
		name := filepath.Join(dir, name)
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		data[len(data)/2] ^= 1
		return os.WriteFile(name, data, 0o644)
	}
}

func cut(name string) func(string) error {
	return func(dir string) error {
		name := filepath.Join(dir, name)
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		_, rest, _ := strings.Cut(string(data), "\n")
		return os.WriteFile(name, []byte(rest), 0o644)
	}
}

func remove(name string) func(string) error {
	return func(dir string) error { return os.RemoveAll(filepath.Join(dir, name)) }
}

func add(name string) func(string) error {
	return func(dir string) error {
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			return err
		}
		f.WriteString("# more\n")
		return f.Close()
	}
}

func move(from, to string) func(string) error {
	return func(dir string) error { return os.Rename(filepath.Join(dir, from), filepath.Join(dir, to)) }
}
