package version

import (
	"bytes"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/history/stamp"
	"tillit/tools/internal/trial"
)

// stamped is a chain whose versions have time stamps, and the authority that made them.
func stamped(t *testing.T) (root string, a *trial.Authority) {
	t.Helper()
	root = chain(t)
	a, err := trial.NewAuthority(time.Now().AddDate(-1, 0, 0), time.Now().AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	c := open(t, root)
	for _, v := range c.Versions {
		answer := answered(t, a, v)
		if err := c.KeepStamp(root, v, answer); err != nil {
			t.Fatal(err)
		}
	}
	return root, a
}

// answered asks an authority to stamp a version.
func answered(t *testing.T, a *trial.Authority, v *Version) []byte {
	t.Helper()
	s := httptest.NewServer(a)
	defer s.Close()
	answer, _, err := stamp.Authority{URL: s.URL, Patience: 5 * time.Second}.Ask(t.Context(), v.Digest, v.Issued)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

func TestTimeStampsAreVerifiedWithTheirVersions(t *testing.T) {
	root, a := stamped(t)
	untouched := load(t, root)
	c := whole(t, untouched)
	roots, err := stamp.Roots(a.Roots)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range c.Versions {
		token, err := c.Stamp(v)
		if err != nil || token == nil || token.IssuedBelow(roots) != nil || token.By != "Test Time Stamps" {
			t.Fatalf("%s: %+v, %v", v.ID, token, err)
		}
	}
	at := func(id string) string { return StampFile(id) }
	for _, tc := range []struct {
		name string
		do   func(fstest.MapFS)
		want []string
	}{
		{"one taken away, which nothing tells", func(m fstest.MapFS) { delete(m, at(middle)) }, nil},
		{"one in the place of another", func(m fstest.MapFS) { m[at(middle)] = m[at(oldest)] }, []string{"2026-03-01.tsr version-timestamp"}},
		{"a byte altered", func(m fstest.MapFS) {
			data := bytes.Clone(m[at(middle)].Data)
			data[len(data)-3] ^= 1
			m[at(middle)] = &fstest.MapFile{Data: data}
		}, []string{"2026-03-01.tsr version-timestamp"}},
		{"nothing in it", func(m fstest.MapFS) { m[at(middle)] = &fstest.MapFile{} }, []string{"2026-03-01.tsr version-timestamp"}},
		{"much behind it", func(m fstest.MapFS) {
			m[at(middle)] = &fstest.MapFile{Data: append(bytes.Clone(m[at(middle)].Data), make([]byte, 1<<20)...)}
		}, []string{"2026-03-01.tsr version-timestamp"}},
		{"a link", func(m fstest.MapFS) {
			m["elsewhere"] = m[at(middle)]
			m[at(middle)] = &fstest.MapFile{Data: []byte("../elsewhere"), Mode: fs.ModeSymlink | 0o777}
		}, []string{"2026-03-01.tsr version-timestamp"}},
		{"a folder", func(m fstest.MapFS) {
			delete(m, at(middle))
			m[at(middle)+"/x"] = &fstest.MapFile{}
		}, []string{"2026-03-01.tsr version-timestamp"}},
		{"of no version", func(m fstest.MapFS) { m[at("2026-04-01")] = m[at(middle)] }, []string{"2026-04-01.tsr version-timestamp"}},
		{"of no day", func(m fstest.MapFS) { m["versions/2026-04-31.tsr"] = m[at(middle)] }, []string{"2026-04-31.tsr version-name"}},
		{"within the version", func(m fstest.MapFS) { m["versions/2026-03-01/2026-03-01.tsr"] = m[at(middle)] }, []string{"2026-03-01/2026-03-01.tsr version-extra-file"}},
		{"the version signed anew, which no authority stamps back", func(m fstest.MapFS) {
			e := enemy{t, m}
			e.edit(newest)
			e.sign(newest, middle)
		}, []string{"2026-03-01.2.tsr version-timestamp"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			files := maps.Clone(untouched)
			tc.do(files)
			_, list, err := Verify(files)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range list {
				got = append(got, strings.TrimPrefix(d.Pos.File, "versions/")+" "+d.Rule)
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestATimeStampIsNeverReplaced(t *testing.T) {
	root, a := stamped(t)
	c := open(t, root)
	v := c.Find(middle)
	before := load(t, root)[StampFile(middle)].Data
	var refusal Refusal
	if err := c.KeepStamp(root, v, answered(t, a, v)); !errors.As(err, &refusal) || !strings.Contains(err.Error(), "has a time stamp already") {
		t.Errorf("a second one: %v", err)
	}
	if !bytes.Equal(before, load(t, root)[StampFile(middle)].Data) {
		t.Error("it was replaced")
	}
	if err := os.Remove(filepath.Join(root, filepath.FromSlash(StampFile(middle)))); err != nil {
		t.Fatal(err)
	}
	for name, answer := range map[string][]byte{"of another version": answered(t, a, c.Find(oldest)), "that is none": []byte("x")} {
		if err := c.KeepStamp(root, v, answer); err == nil {
			t.Errorf("one %s was kept", name)
		}
	}
	left, _ := filepath.Glob(filepath.Join(root, "versions", "*.tsr"))
	hidden, _ := filepath.Glob(filepath.Join(root, "versions", ".*"))
	if len(left) != 2 || len(hidden) != 0 {
		t.Errorf("there is %v, %v", left, hidden)
	}
}

// What is published is all of it: a reader finds the time stamp beside the version.
func TestTimeStampsArePublished(t *testing.T) {
	root, _ := stamped(t)
	c := open(t, root)
	for _, v := range c.Versions {
		files, err := c.Published(root, v)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(files, func(f Linked) bool { return f.Path == StampFile(v.ID) })
		if i < 0 || files[i].Sum != sumOf(load(t, root)[StampFile(v.ID)].Data) || files[i].Source != filepath.Join(root, "versions", v.ID+".tsr") {
			t.Errorf("%s: %+v", v.ID, files)
		}
		if sums, err := c.Sums(v); err != nil || len(sums) != len(files)-3 {
			t.Errorf("%s: the manifest names %d of %d files, %v", v.ID, len(sums), len(files), err)
		}
	}
}

// Versions of the first shape can be stamped late, and say no moment to compare.
func TestOldVersionsAreStampedToo(t *testing.T) {
	files := fixture(t, "shape-1")
	a, err := trial.NewAuthority(time.Now().AddDate(-1, 0, 0), time.Now().AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	c := whole(t, files)
	files[StampFile(newest)] = &fstest.MapFile{Data: answered(t, a, c.Find(newest))}
	if token, err := whole(t, files).Stamp(c.Find(newest)); err != nil || token == nil {
		t.Error(token, err)
	}
	if _, err := hex.DecodeString(c.Find(newest).Digest); err != nil || path.Ext(StampFile(newest)) != ".tsr" {
		t.Error(err)
	}
}
