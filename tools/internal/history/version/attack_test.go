package version

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"path"
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

// The three versions of chain, which an enemy goes at.
const oldest, middle, newest = "2026-01-01", "2026-03-01", "2026-03-01.2"

// enemy is somebody who may write in versions/, and who has the program and so can
// make the manifest, the digest and the version.yaml of whatever lies there.
type enemy struct {
	t     *testing.T
	files fstest.MapFS
}

// read is the version.yaml of a version as it now lies there.
func (e enemy) read(id string) *Version {
	e.t.Helper()
	v, list := (&Chain{fsys: e.files}).read(id)
	if v == nil {
		e.t.Fatal(list)
	}
	return v
}

// sign makes a version that builds on another, of the files that lie in its folder.
// Without one that it builds on it is a first version.
func (e enemy) sign(id, previous string) {
	e.t.Helper()
	day, _, _ := change.ParseID(id)
	v := &Version{ID: id, Effective: day}
	if f, ok := e.files[path.Join(change.Folder, id, versionFile)]; ok && bytes.Contains(f.Data, []byte("issued: ")) {
		v.Issued = trial.Moment(id)
	}
	if previous != "" {
		v.Previous, v.PreviousDigest = previous, e.read(previous).Digest
	}
	var files []File
	home := path.Join(change.Folder, id) + "/"
	for name, f := range e.files {
		if rel, ok := strings.CutPrefix(name, home); ok && rel != manifestFile && rel != versionFile {
			files = append(files, File{rel, f.Data})
		}
	}
	manifest := writeManifest(files)
	v.Digest = v.digest(manifest)
	e.files[home+manifestFile], e.files[home+versionFile] = &fstest.MapFile{Data: manifest}, &fstest.MapFile{Data: v.encode()}
}

// edit puts another text on a page of a version.
func (e enemy) edit(id string) {
	e.files[path.Join(change.Folder, id, "site", "index.html")] = &fstest.MapFile{Data: []byte("<h1>What suits me better</h1>\n")}
}

func (e enemy) move(from, to string) {
	for name, f := range maps.Clone(e.files) {
		if rel, ok := strings.CutPrefix(name, path.Join(change.Folder, from)+"/"); ok {
			delete(e.files, name)
			e.files[path.Join(change.Folder, to, rel)] = f
		}
	}
}

func (e enemy) remove(id string) { e.move(id, "../gone/"+id) }

// copy lays the files of a version down once more under another name, unsigned.
func (e enemy) copy(from, to string) {
	for name, f := range maps.Clone(e.files) {
		if rel, ok := strings.CutPrefix(name, path.Join(change.Folder, from)+"/"); ok {
			e.files[path.Join(change.Folder, to, rel)] = f
		}
	}
}

// swap lets two versions change their places.
func (e enemy) swap(a, b string) {
	e.move(a, "2999-01-01")
	e.move(b, a)
	e.move("2999-01-01", b)
}

// rename writes in version.yaml what the folder is called, and leaves the rest.
func (e enemy) rename(id string) {
	name := path.Join(change.Folder, id, versionFile)
	v := &Version{}
	for line := range strings.Lines(string(e.files[name].Data)) {
		key, text, _ := strings.Cut(strings.TrimSpace(line), ": ")
		text = strings.Trim(text, `"`)
		switch key {
		case "issued":
			v.Issued = trial.Moment(id)
		case "previous":
			v.Previous = text
		case "previous_digest":
			v.PreviousDigest = text
		case "digest":
			v.Digest = text
		}
	}
	v.ID = id
	v.Effective, _, _ = change.ParseID(id)
	e.files[name] = &fstest.MapFile{Data: v.encode()}
}

// attack is what an enemy does, and what comes of it.
type attack struct {
	name string
	do   func(enemy)
	want []string // nil: the chain alone cannot tell
	kept string   // the oldest version whose digest, kept outside, tells; "" where none is needed
}

// attacks are what an enemy may do to a chain of three versions, and what Verify
// finds of each: rules at files below versions/.
//
// Where it finds nothing the chain is whole, and that is no mistake of Verify: a chain
// only tells whether its links hold each other. Whoever signs all that comes after the
// place of the attack, or cuts off the end, leaves a chain as good as the true one.
// What tells then is a digest that somebody outside has kept, of the version that was
// attacked or of any after it: no version of the chain has it any more. Such a digest
// stands on each page, in the feeds and in every letter (docs/versions.md).
var attacks = []attack{
	{"edit a page, and sign nothing", func(e enemy) { e.edit(middle) },
		[]string{"2026-03-01/site/index.html version-altered"}, ""},
	{"edit a page and its line in the manifest", func(e enemy) {
		own := e.files["versions/2026-03-01/version.yaml"]
		e.edit(middle)
		e.sign(middle, oldest)
		e.files["versions/2026-03-01/version.yaml"] = own
	}, []string{"2026-03-01/SHA256SUMS version-digest"}, ""},
	{"sign one version anew", func(e enemy) {
		e.edit(middle)
		e.sign(middle, oldest)
	}, []string{"2026-03-01.2/version.yaml version-chain"}, ""},
	{"sign one anew, and let the next name the new digest", func(e enemy) {
		e.edit(middle)
		e.sign(middle, oldest)
		next := e.read(newest)
		next.PreviousDigest = e.read(middle).Digest
		e.files["versions/2026-03-01.2/version.yaml"] = &fstest.MapFile{Data: next.encode()}
	}, []string{"2026-03-01.2/SHA256SUMS version-digest"}, ""},
	{"sign one anew, with the digest that it had", func(e enemy) {
		old := e.read(middle).Digest
		e.edit(middle)
		e.sign(middle, oldest)
		v := e.read(middle)
		v.Digest = old
		e.files["versions/2026-03-01/version.yaml"] = &fstest.MapFile{Data: v.encode()}
	}, []string{"2026-03-01/SHA256SUMS version-digest"}, ""},
	{"sign one anew and all after it", func(e enemy) {
		e.edit(middle)
		e.sign(middle, oldest)
		e.sign(newest, middle)
	}, nil, middle},
	{"sign the last anew", func(e enemy) {
		e.edit(newest)
		e.sign(newest, middle)
	}, nil, newest},
	{"sign the whole history anew", func(e enemy) {
		e.edit(oldest)
		e.sign(oldest, "")
		e.sign(middle, oldest)
		e.sign(newest, middle)
	}, nil, oldest},

	{"swap two folders", func(e enemy) { e.swap(oldest, middle) },
		[]string{"2026-01-01/version.yaml version-renamed", "2026-03-01/version.yaml version-renamed", "2026-03-01.2/version.yaml version-chain"}, ""},
	{"swap two, and rename them within", func(e enemy) {
		e.swap(oldest, middle)
		e.rename(oldest)
		e.rename(middle)
	}, []string{
		"2026-01-01/SHA256SUMS version-digest", "2026-01-01/version.yaml version-chain",
		"2026-03-01/SHA256SUMS version-digest", "2026-03-01/version.yaml version-chain", "2026-03-01.2/version.yaml version-chain"}, ""},
	{"swap two and sign them", func(e enemy) {
		e.swap(oldest, middle)
		e.sign(oldest, "")
		e.sign(middle, oldest)
	}, []string{"2026-03-01.2/version.yaml version-chain"}, ""},
	{"swap two and sign them and all after", func(e enemy) {
		e.swap(oldest, middle)
		e.sign(oldest, "")
		e.sign(middle, oldest)
		e.sign(newest, middle)
	}, nil, oldest},

	{"cut off the tail", func(e enemy) { e.remove(newest) }, nil, newest},
	{"cut off the tail and put another in its place", func(e enemy) {
		e.remove(newest)
		e.copy(oldest, "2026-04-01")
		e.sign("2026-04-01", middle)
	}, nil, newest},
	{"cut off the beginning", func(e enemy) { e.remove(oldest) },
		[]string{"2026-03-01/version.yaml version-chain"}, ""},
	{"cut off the beginning and sign a new one", func(e enemy) {
		e.remove(oldest)
		e.sign(middle, "")
	}, []string{"2026-03-01.2/version.yaml version-chain"}, ""},
	{"take one out", func(e enemy) { e.remove(middle) },
		[]string{"2026-03-01.2/version.yaml version-chain"}, ""},
	{"take one out and sign all after", func(e enemy) {
		e.remove(middle)
		e.sign(newest, oldest)
	}, nil, middle},
	{"take them all out", func(e enemy) {
		e.remove(oldest)
		e.remove(middle)
		e.remove(newest)
	}, nil, oldest},

	{"insert one between", func(e enemy) {
		e.copy(oldest, "2026-02-01")
		e.sign("2026-02-01", oldest)
	}, []string{"2026-03-01/version.yaml version-chain"}, ""},
	{"insert one between, unsigned", func(e enemy) { e.copy(oldest, "2026-02-01") },
		[]string{"2026-02-01/version.yaml version-renamed"}, ""},
	{"insert one between and sign the next", func(e enemy) {
		e.copy(oldest, "2026-02-01")
		e.sign("2026-02-01", oldest)
		e.sign(middle, "2026-02-01")
	}, []string{"2026-03-01.2/version.yaml version-chain"}, ""},
	{"insert one between and sign all after", func(e enemy) {
		e.copy(oldest, "2026-02-01")
		e.sign("2026-02-01", oldest)
		e.sign(middle, "2026-02-01")
		e.sign(newest, middle)
	}, nil, middle},
	{"insert one before the first", func(e enemy) {
		e.copy(oldest, "2025-01-01")
		e.sign("2025-01-01", "")
	}, []string{"2026-01-01/version.yaml version-chain"}, ""},
	{"issue one for a day that is past, as the last but by its name", func(e enemy) {
		e.copy(oldest, "2026-02-01")
		e.sign("2026-02-01", newest)
	}, []string{"2026-02-01/version.yaml version-chain", "2026-03-01/version.yaml version-chain"}, ""},

	{"fork: a second one that builds on the first", func(e enemy) {
		e.copy(middle, "2026-04-01")
		e.sign("2026-04-01", oldest)
	}, []string{"2026-04-01/version.yaml version-chain"}, ""},
	{"fork: a second one that builds on the last but one", func(e enemy) {
		e.copy(middle, "2026-03-01.3")
		e.sign("2026-03-01.3", middle)
	}, []string{"2026-03-01.3/version.yaml version-chain"}, ""},
	{"fork: another last one, to show to somebody else", func(e enemy) {
		e.copy(oldest, newest)
		e.sign(newest, middle)
	}, nil, newest},

	{"a day of its own in version.yaml, earlier", func(e enemy) {
		v := e.read(newest)
		v.Effective = "2026-01-15"
		e.files["versions/2026-03-01.2/version.yaml"] = &fstest.MapFile{Data: v.encode()}
	}, []string{"2026-03-01.2/version.yaml version-date"}, ""},
	{"a day of its own in version.yaml, later", func(e enemy) {
		v := e.read(newest)
		v.Effective = "2026-05-01"
		e.files["versions/2026-03-01.2/version.yaml"] = &fstest.MapFile{Data: v.encode()}
	}, []string{"2026-03-01.2/version.yaml version-date"}, ""},
	{"the name of another version before, with the right digest", func(e enemy) {
		v := e.read(newest)
		v.Previous = oldest
		v.Digest = v.digest(e.files["versions/2026-03-01.2/SHA256SUMS"].Data)
		e.files["versions/2026-03-01.2/version.yaml"] = &fstest.MapFile{Data: v.encode()}
	}, []string{"2026-03-01.2/version.yaml version-chain"}, ""},
	{"a file of which the manifest says nothing", func(e enemy) {
		e.files["versions/2026-03-01/site/terms.html"] = &fstest.MapFile{Data: []byte("<p>Other terms</p>\n")}
	}, []string{"2026-03-01/site/terms.html version-extra-file"}, ""},
	{"a link of which the manifest says nothing", func(e enemy) {
		e.files["versions/2026-03-01/site/terms.html"] = &fstest.MapFile{Data: []byte("index.html"), Mode: fs.ModeSymlink | 0o777}
	}, []string{"2026-03-01/site/terms.html version-extra-file"}, ""},
	{"a link in the place of a page, to the same bytes elsewhere", func(e enemy) {
		e.files["page.html"] = e.files["versions/2026-03-01/site/index.html"]
		e.files["versions/2026-03-01/site/index.html"] = &fstest.MapFile{Data: []byte("../../../page.html"), Mode: fs.ModeSymlink | 0o777}
	}, []string{"2026-03-01/site/index.html version-altered"}, ""},
	{"a remark in version.yaml", func(e enemy) {
		f := e.files["versions/2026-03-01/version.yaml"]
		e.files["versions/2026-03-01/version.yaml"] = &fstest.MapFile{Data: append(slices.Clone(f.Data), "# superseded\n"...)}
	}, []string{"2026-03-01/version.yaml version-altered"}, ""},
}

// resign writes another version.yaml, with the digest that belongs to it.
func (e enemy) resign(id string, edit func(*Version)) {
	v := e.read(id)
	edit(v)
	v.Digest = v.digest(e.files[path.Join(change.Folder, id, manifestFile)].Data)
	e.files[path.Join(change.Folder, id, versionFile)] = &fstest.MapFile{Data: v.encode()}
}

// issued lets a version say another moment of issue, signed.
func (e enemy) issued(id string, at value.Moment) { e.resign(id, func(v *Version) { v.Issued = at }) }

// onMoments are attacks on chains whose versions tell when they were issued.
var onMoments = []attack{
	{"another moment, and sign nothing", func(e enemy) {
		v := e.read(middle)
		v.Issued = "2026-03-01T11:00:01Z"
		e.files["versions/2026-03-01/version.yaml"] = &fstest.MapFile{Data: v.encode()}
	}, []string{"2026-03-01/SHA256SUMS version-digest"}, ""},
	{"another moment, and sign it", func(e enemy) { e.issued(middle, "2026-03-01T11:00:01Z") },
		[]string{"2026-03-01.2/version.yaml version-chain"}, ""},
	{"another moment of the last, and sign it", func(e enemy) { e.issued(newest, "2026-03-01T11:00:01Z") }, nil, newest},
	{"a moment before the day", func(e enemy) { e.issued(newest, "2026-02-28T22:59:59Z") },
		[]string{"2026-03-01.2/version.yaml version-moment"}, ""},
	{"a moment before the day, of the first", func(e enemy) {
		e.issued(oldest, "2025-12-31T22:59:59Z")
		e.sign(middle, oldest)
		e.sign(newest, middle)
	}, []string{"2026-01-01/version.yaml version-moment"}, ""},
	{"a moment before the version before", func(e enemy) { e.issued(newest, "2026-03-01T10:59:59Z") },
		[]string{"2026-03-01.2/version.yaml version-moment"}, ""},
	{"the moment of the version before", func(e enemy) { e.issued(newest, trial.Moment(middle)) },
		[]string{"2026-03-01.2/version.yaml version-moment"}, ""},
	{"a moment after the version that follows", func(e enemy) {
		e.issued(middle, "2026-03-02T00:00:00Z")
		e.sign(newest, middle)
	}, []string{"2026-03-01.2/version.yaml version-moment"}, ""},
	{"no moment, where the one before has one", func(e enemy) { e.issued(newest, "") },
		[]string{"2026-03-01.2/version.yaml version-moment"}, ""},
	{"no moment from the second on", func(e enemy) {
		e.issued(middle, "")
		e.resign(newest, func(v *Version) { v.PreviousDigest, v.Issued = e.read(middle).Digest, "" })
	}, []string{"2026-03-01/version.yaml version-moment"}, ""},
	{"no moment anywhere", func(e enemy) {
		e.issued(oldest, "")
		e.resign(middle, func(v *Version) { v.PreviousDigest, v.Issued = e.read(oldest).Digest, "" })
		e.resign(newest, func(v *Version) { v.PreviousDigest, v.Issued = e.read(middle).Digest, "" })
	}, nil, oldest},
	{"no moment of the first, which then is of the first shape", func(e enemy) {
		e.issued(oldest, "")
		e.sign(middle, oldest)
		e.sign(newest, middle)
	}, nil, oldest},
	{"the same moment in another spelling", func(e enemy) { e.issued(newest, "2026-03-01T13:00:00+01:00") },
		[]string{"2026-03-01.2/version.yaml version-moment"}, ""},
	{"the same moment with a fraction", func(e enemy) { e.issued(newest, "2026-03-01T12:00:00.0Z") },
		[]string{"2026-03-01.2/version.yaml version-moment"}, ""},
	{"a moment that is none", func(e enemy) { e.issued(newest, "2026-03-01T24:00:00Z") },
		[]string{"2026-03-01.2/version.yaml version-moment"}, ""},
	{"a moment with the text of another shape within", func(e enemy) {
		v := e.read(newest)
		data := strings.Replace(string(v.encode()), string(v.Issued), string(v.Issued)+`\n2026-03-01`, 1)
		e.files["versions/2026-03-01.2/version.yaml"] = &fstest.MapFile{Data: []byte(data)}
	}, []string{"2026-03-01.2/SHA256SUMS version-digest", "2026-03-01.2/version.yaml version-moment"}, ""},
	{"the second line of the text as a name", func(e enemy) { e.resign(newest, func(v *Version) { v.Issued, v.Previous = "", string(v.Issued) }) },
		[]string{"2026-03-01.2/version.yaml version-chain", "2026-03-01.2/version.yaml version-moment"}, ""},
}

func TestAttacksAreFound(t *testing.T) {
	for shape, on := range map[string]struct {
		untouched fstest.MapFS
		attacks   []attack
	}{
		"shape 1": {fixture(t, "shape-1"), attacks},
		"shape 2": {folder(t), append(slices.Clone(attacks), onMoments...)},
	} {
		t.Run(shape, func(t *testing.T) { attacked(t, on.untouched, on.attacks) })
	}
}

func attacked(t *testing.T, untouched fstest.MapFS, attacks []attack) {
	for _, tc := range attacks {
		t.Run(tc.name, func(t *testing.T) {
			forged := maps.Clone(untouched)
			tc.do(enemy{t, forged})
			c, list, err := Verify(forged)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range list {
				got = append(got, strings.TrimPrefix(d.Pos.File, change.Folder+"/")+" "+d.Rule)
			}
			slices.Sort(got)
			if diff := cmp.Diff(slices.Sorted(slices.Values(tc.want)), got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			if (tc.want == nil) != (tc.kept != "") {
				t.Error("the table must say which digest tells where the chain does not, and no other")
			}
			if tc.kept == "" {
				return
			}
			// The digests of the version attacked and of all after it are gone from the
			// chain, and those before it are not: they prove what came before, no more.
			for _, v := range whole(t, untouched).Versions {
				gone := !slices.ContainsFunc(c.Versions, func(now *Version) bool { return now.Digest == v.Digest })
				if should := change.ByAge(v.ID, tc.kept) >= 0; gone != should {
					t.Errorf("the digest of %s tells: %v, and should: %v", v.ID, gone, should)
				}
			}
		})
	}
}

// whole is a chain of which nothing is to be said.
func whole(t *testing.T, files fstest.MapFS) *Chain {
	t.Helper()
	c, list, err := Verify(files)
	if err != nil || len(list) > 0 {
		t.Fatal(err, list)
	}
	return c
}

// The digest is that of docs/versions.md, made here by hand: a program that made
// another would call every issued version forged.
func TestTheDigestIsThatOfTheDocument(t *testing.T) {
	for shape, files := range map[string]fstest.MapFS{"1": fixture(t, "shape-1"), "2": fixture(t, "shape-2"), "1, then 2": fixture(t, "shape-1-and-2")} {
		previous, before, told := "", "", 0
		for _, v := range whole(t, files).Versions {
			day := v.ID[:10]
			first := "tillit version\n" + v.ID + "\n" + day + "\n"
			if v.Issued != "" {
				first, told = "tillit version 2\n"+v.ID+"\n"+day+"\n"+string(trial.Moment(v.ID))+"\n", told+1
			}
			text := first + previous + "\n" + before + "\n" + string(files["versions/"+v.ID+"/SHA256SUMS"].Data)
			want := fmt.Sprintf("%x", sha256.Sum256([]byte(text)))
			if v.Digest != want || v.Previous != previous || v.PreviousDigest != before || v.Effective != value.Date(day) {
				t.Errorf("shape %s: %+v, want the digest %s after %q", shape, v, want, previous)
			}
			previous, before = v.ID, want
		}
		if want := map[string]int{"1": 0, "2": 3, "1, then 2": 2}[shape]; told != want {
			t.Errorf("shape %s: %d versions tell a moment, want %d", shape, told, want)
		}
	}
}

// fixture is a chain that was issued by the program of its day: of versions that tell
// no moment of issue (shape 1), of those that do, and of one and then the other. They
// are never made anew: every program to come finds nothing to say of them.
func fixture(t *testing.T, name string) fstest.MapFS {
	t.Helper()
	files := load(t, filepath.Join("testdata", name))
	whole(t, files)
	return files
}

// The digests of what was issued are what outsiders hold.
func TestIssuedShapesKeepTheirDigests(t *testing.T) {
	for name, want := range heads {
		if head := whole(t, fixture(t, name)).Head(); head.Digest != want {
			t.Errorf("%s ends in %s, want %s", name, head.Digest, want)
		}
	}
}

var heads = map[string]string{
	"shape-1":       "b501b5562d69889107a1b434a8ba98e6665fc953e609af21dd529c6c8d089d5b",
	"shape-2":       "1790471c892d4579cb30f157755dcb6608f3664d5b79b8b820931ceec7df8305",
	"shape-1-and-2": "92e788ede6a2ea30abefd64c1808df05ae3dc2a4576872d790a712f4e4aa60a8",
}
