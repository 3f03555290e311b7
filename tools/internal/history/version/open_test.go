package version

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/trial"
)

func TestOpenTellsWhatIsNoVersion(t *testing.T) {
	untouched := folder(t)
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	for _, tc := range []struct {
		name  string
		files map[string]*fstest.MapFile // laid over the chain; nil takes away
		want  []string
		left  int // versions
	}{
		{"pages and leftovers of the published site", map[string]*fstest.MapFile{"versions/index.html": text("x"), "versions/index.md": text("x"), "versions/.freeze-1/x": text("x")}, nil, 3},
		{"a file", map[string]*fstest.MapFile{"versions/2026-05-01": text("x")}, []string{"versions/2026-05-01 version-name"}, 3},
		{"a folder of another name", map[string]*fstest.MapFile{"versions/latest/version.yaml": text("x")}, []string{"versions/latest version-name"}, 3},
		{"a number that no version has", map[string]*fstest.MapFile{"versions/2026-03-01.1/x": text("x")}, []string{"versions/2026-03-01.1 version-name"}, 3},
		{"no version.yaml", map[string]*fstest.MapFile{"versions/2026-03-01.2/version.yaml": nil}, []string{"versions/2026-03-01.2/version.yaml version-missing-file"}, 2},
		{"no YAML", map[string]*fstest.MapFile{"versions/2026-03-01.2/version.yaml": text("{")}, []string{"versions/2026-03-01.2/version.yaml unclosed-bracket"}, 2},
		{"a field of no version", map[string]*fstest.MapFile{"versions/2026-03-01.2/version.yaml": text("id: \"2026-03-01.2\"\nsigned_by: me\n")}, []string{"versions/2026-03-01.2/version.yaml unknown-field"}, 2},
	} {
		t.Run(tc.name, func(t *testing.T) {
			files := maps.Clone(untouched)
			for name, f := range tc.files {
				if files[name] = f; f == nil {
					delete(files, name)
				}
			}
			c, list, err := Open(files)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range list {
				got = append(got, d.Pos.File+" "+d.Rule)
				if d.Message.SV == d.Message.EN {
					t.Errorf("in one language: %+v", d)
				}
			}
			if diff := cmp.Diff(tc.want, got); diff != "" || len(c.Versions) != tc.left {
				t.Errorf("%d versions are left; -want +got\n%s", len(c.Versions), diff)
			}
		})
	}
	if c, list, err := Open(fstest.MapFS{}); err != nil || list != nil || c.Head() != nil || c.On("2026-01-01") != nil {
		t.Errorf("a folder without versions: %+v %v %v", c, list, err)
	}
	if _, list, err := Verify(fstest.MapFS{"versions": text("a file")}); err != nil || len(list) != 1 || list[0].Pos.File != "versions" {
		t.Errorf("a file in the place of the folder: %v, %v", list, err)
	}
}

// A version that was followed on the day from which it applies applied on no whole
// day: its last day is its first.
func TestDaysOnWhichAVersionApplied(t *testing.T) {
	c := whole(t, folder(t))
	for _, tc := range []struct {
		id    string
		until value.Date
	}{{oldest, "2026-02-28"}, {middle, "2026-03-01"}, {newest, ""}} {
		if got := c.Until(c.Find(tc.id)); got != tc.until {
			t.Errorf("%s applied until %q, want %q", tc.id, got, tc.until)
		}
	}
	for day, want := range map[value.Date]string{
		"2025-12-31": "", "2026-01-01": oldest, "2026-02-28": oldest, "2026-03-01": newest, "2026-03-02": newest,
	} {
		got := ""
		if v := c.On(day); v != nil {
			got = v.ID
		}
		if got != want {
			t.Errorf("on %s %q applied, want %q", day, got, want)
		}
	}
	if c.Find("2026-02-01") != nil || c.Until(&Version{}) != "" {
		t.Error("a version that was never issued is in the chain")
	}
}

func TestWhatAVersionHoldsIsFoundAgain(t *testing.T) {
	files := folder(t)
	c := whole(t, files)
	v := c.Find(middle)

	s, err := c.Snapshot(v)
	if err != nil || s.Records["retention"]["logs"]["period"] != "P3M" || s.Prose["privacy-policy"]["sv"] == "" {
		t.Errorf("the snapshot: %v %+v", err, s)
	}
	names, err := c.Files(v)
	want := []string{"SHA256SUMS", "changes.json", "data.json", "site/en/index.html", "site/index.html", "version.yaml"}
	if diff := cmp.Diff(want, names); diff != "" || err != nil {
		t.Errorf("%v -want +got\n%s", err, diff)
	}
	// What is served is every one of them, with the sum of the bytes that lie there.
	published, err := c.Published("root", v)
	if err != nil || len(published) != len(want) {
		t.Fatal(err, published)
	}
	for i, f := range published {
		at := "versions/2026-03-01/" + want[i]
		if f.Path != at || f.Source != filepath.Join("root", filepath.FromSlash(at)) || f.Sum != sumOf(files[at].Data) {
			t.Errorf("%+v, want %s", f, at)
		}
	}
}

func sumOf(data []byte) string {
	hash, _, _ := strings.Cut(string(writeManifest([]File{{"x", data}})), " ")
	return hash
}

func TestWhatAVersionLacksIsToldOf(t *testing.T) {
	files := folder(t)
	c := whole(t, files)
	v := c.Find(middle)
	files["versions/2026-03-01/data.json"] = &fstest.MapFile{Data: []byte("[]")}
	if _, err := c.Snapshot(v); err == nil || !strings.Contains(err.Error(), "versions/2026-03-01") {
		t.Errorf("data.json that holds a list: %v", err)
	}
	files["versions/2026-03-01/changes.json"] = &fstest.MapFile{Data: []byte("[]")}
	var fault *Fault
	if _, err := c.Entries(trial.Said(t)); !errors.As(err, &fault) || fault.Found.Rule != "version-altered" || fault.Found.Pos.File != "versions/2026-03-01/changes.json" {
		t.Errorf("changes.json that holds a list: %v", err)
	}
	for _, name := range []string{"data.json", "changes.json", "version.yaml"} {
		delete(files, "versions/2026-03-01/"+name)
	}
	_, noData := c.Snapshot(v)
	_, noChanges := c.Entries(trial.Said(t))
	_, noVersion := c.Published("root", v)
	delete(files, "versions/2026-03-01/SHA256SUMS")
	_, noSums := c.Sums(v)
	_, noNames := c.Files(v)
	_, noManifest := c.Published("root", v)
	if slices.Contains([]error{noData, noChanges, noVersion, noSums, noNames, noManifest}, nil) {
		t.Errorf("no error: %v %v %v %v %v %v", noData, noChanges, noVersion, noSums, noNames, noManifest)
	}
}

func TestNextIsRefusedWithoutADay(t *testing.T) {
	c := whole(t, folder(t))
	for day, want := range map[value.Date]string{"2026-03-02": "2026-03-02", "2026-03-01": "2026-03-01.3", "2026-02-28": "", "2026-02-30": "", "2026-04-31": "", "2200-01-01": "", "": ""} {
		got, err := c.Next(day)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("after %s comes %q, %v; want %q", day, got, err, want)
		}
	}
}

// Only the next name is free: no number is left out, and none comes twice.
func TestFreezeTakesNoNameButTheNext(t *testing.T) {
	root := chain(t)
	for _, id := range []string{"2026-03-01.4", "2026-04-01.2", "2026-03-01.2"} {
		if v, err := open(t, root).Freeze(root, id, trial.Moment(id), puzzel(t), nil, nil); err == nil {
			t.Errorf("%+v was issued", v)
		}
	}
	intact(t, root)
}

// A folder that cannot be made is said, and no version is thought to be issued.
func TestFreezeTellsWhereItCannotWrite(t *testing.T) {
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, change.Folder), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	c := &Chain{}
	if _, err := c.Freeze(root, "2026-01-01", trial.Moment("2026-01-01"), puzzel(t), nil, nil); err == nil {
		t.Error("a version was issued below a file")
	}
}

func TestFirstDifferenceIsCountedAsPeopleCount(t *testing.T) {
	for _, tc := range []struct {
		a, b                 string
		offset, line, column int
	}{
		{"", "", 0, 0, 0}, {"å\nb", "å\nb", 0, 0, 0},
		{"a", "b", 1, 1, 1}, {"", "b", 1, 1, 1}, {"b", "", 1, 1, 1},
		{"ab", "abc", 3, 1, 3}, {"ab\ncd\n", "ab\ncx\n", 5, 2, 2}, {"ab\n", "ab", 3, 1, 3}, {"ab\n", "ab\nc", 4, 2, 1},
	} {
		offset, line, column := FirstDifference([]byte(tc.a), []byte(tc.b))
		if offset != tc.offset || line != tc.line || column != tc.column {
			t.Errorf("%q and %q: %d, line %d, column %d", tc.a, tc.b, offset, line, column)
		}
	}
}
