package proof

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/trial"
)

const oldest, middle, newest = "2026-01-01", "2026-03-01", "2026-03-01.2"

// issue freezes a small version in a folder. said goes onto its page.
func issue(t testing.TB, root string, day value.Date, said string) {
	t.Helper()
	c, _, err := version.Open(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	id, err := c.Next(day)
	if err != nil {
		t.Fatal(err)
	}
	site := []version.File{{Path: "index.html", Data: []byte("<h1>" + said + "</h1>\n")}, {Path: "data/v1/list.csv", Data: []byte("a,b\r\n")}}
	if _, err := c.Freeze(root, id, trial.Moment(id), change.Of(trial.Puzzel(t.(*testing.T))), []byte("[]\n"), site); err != nil {
		t.Fatal(err)
	}
}

// history is a folder of three versions, whose pages say what is given.
func history(t *testing.T, said ...string) fstest.MapFS {
	t.Helper()
	root := t.TempDir()
	for i, day := range []value.Date{"2026-01-01", "2026-03-01", "2026-03-01"} {
		text := "Policy"
		if i < len(said) {
			text = said[i]
		}
		issue(t, root, day, text)
	}
	return files(t, root)
}

func files(t *testing.T, root string) fstest.MapFS {
	t.Helper()
	found := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		found[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func text(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

// sum writes the list of sums that a build lays beside what it has built.
func sum(files fstest.MapFS) {
	delete(files, sums)
	var list strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if name != marker {
			fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256(files[name].Data), name)
		}
	}
	files[sums] = text(list.String())
}

// published is what a build writes: pages, the versions, and the list of sums.
func published(t *testing.T) fstest.MapFS {
	t.Helper()
	found := history(t)
	found["index.html"], found["om/index.html"], found["_headers"] = text("<h1>Now</h1>\n"), text("<h1>About</h1>\n"), text("/*\n")
	found["versions/index.html"] = text("<h1>Versions</h1>\n")
	found[marker] = text("made by tillit\n")
	sum(found)
	return found
}

// one is the folder of a version, away from all others.
func one(t *testing.T, id string) fstest.MapFS {
	t.Helper()
	found := fstest.MapFS{}
	for name, f := range history(t) {
		if rest, ok := strings.CutPrefix(name, "versions/"+id+"/"); ok {
			found[rest] = f
		}
	}
	return found
}

func TestWhatIsGivenIsKnown(t *testing.T) {
	site, chain := history(t), fstest.MapFS{}
	for name, f := range site {
		chain[strings.TrimPrefix(name, "versions/")] = f
	}
	site["data/organisation.yaml"] = text("name: Exempel\n")
	indexed := maps.Clone(site)
	indexed["index.html"] = text("x")
	bare := published(t)
	delete(bare, sums)
	unmarked := maps.Clone(bare)
	delete(unmarked, marker)
	renamed := one(t, middle)
	nameless := one(t, middle)
	nameless[own] = text("effective: 2026-03-01\n")
	manifestAlone := fstest.MapFS{own: renamed[own]}
	sumsAlone := maps.Clone(renamed)
	delete(sumsAlone, own)
	for _, tc := range []struct {
		name  string
		files fstest.MapFS
		as    string
		want  Kind
		id    string
	}{
		{"a site", site, "site", Site, ""},
		{"a site that has issued nothing", fstest.MapFS{"data/organisation.yaml": text("")}, "site", Site, ""},
		{"what a build has written", published(t), "public", Published, ""},
		{"the same without its list", bare, "public", Published, ""},
		{"the same without its mark too", unmarked, "public", Published, ""},
		{"that without anything issued", fstest.MapFS{marker: text(""), "om/index.html": text("x")}, "public", Published, ""},
		{"a site with a page of its own", indexed, "site", Site, ""},
		{"versions/ in another folder", history(t), "x", Chain, ""},
		{"versions/ itself", chain, "versions", Chain, ""},
		{"one version", renamed, middle, One, middle},
		{"one version under another name", renamed, "2026-03-01 (1)", One, middle},
		{"one version without a name of its own", nameless, "x/" + middle, One, middle},
		{"the name of a version that is nothing else", manifestAlone, "x", One, middle},
		{"one version without its own file", sumsAlone, middle, One, middle},
		{"that under another name", sumsAlone, "x", None, "x"},
		{"nothing", fstest.MapFS{}, ".", None, ""},
		{"something else", fstest.MapFS{"index.html": text("x"), "data/v1/list.csv": text("x"), "versions/readme.txt": text("x")}, ".", None, ""},
	} {
		g := Look(tc.files, tc.as)
		if g.Kind != tc.want || g.ID != tc.id {
			t.Errorf("%s is taken for %d %q, want %d %q", tc.name, g.Kind, g.ID, tc.want, tc.id)
		}
		r, err := g.Verify()
		if none := errors.Is(err, ErrNothing); none != (tc.want == None) || !none && err != nil {
			t.Errorf("%s: %v", tc.name, err)
		}
		if tc.want != None && r.Is("x").SV == r.Is("x").EN {
			t.Errorf("%s is told in one language", tc.name)
		}
	}
}

// briefs are findings as files and rules.
func briefs(r *Result) []string {
	var got []string
	for _, d := range r.Found {
		brief := d.Pos.File + " " + d.Rule
		if !strings.Contains(d.Severity.String(), "error") {
			brief += " " + d.Severity.String()
		}
		got = append(got, brief)
	}
	return slices.Compact(got)
}

// sign lays a version of the files that stand in its folder: an enemy has the program.
func sign(t *testing.T, found fstest.MapFS, id, previous string) {
	t.Helper()
	home := "versions/" + id + "/"
	digest := ""
	if previous != "" {
		_, digest, _ = strings.Cut(string(found["versions/"+previous+"/"+own].Data), "\ndigest: \"")
		digest = strings.TrimSuffix(digest, "\"\n")
	}
	var list strings.Builder
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if rest, ok := strings.CutPrefix(name, home); ok && rest != own && rest != sums {
			fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256(found[name].Data), rest)
		}
	}
	day, _, _ := change.ParseID(id)
	now := sha256.Sum256([]byte(fmt.Sprintf("tillit version 2\n%s\n%s\n%s\n%s\n%s\n%s", id, day, trial.Moment(id), previous, digest, list.String())))
	before := ""
	if previous != "" {
		before = fmt.Sprintf("previous: %q\nprevious_digest: %q\n", previous, digest)
	}
	found[home+sums] = text(list.String())
	found[home+own] = text(fmt.Sprintf("# Issued by tillit freeze. A version is evidence: it is never edited.\nid: %q\neffective: %s\nissued: %q\n%sdigest: \"%x\"\n", id, day, trial.Moment(id), before, now))
}

// An enemy may write in what was published. The list of sums is no evidence, but it must
// agree with all that is there and with each version.
func TestAttacksOnWhatWasPublished(t *testing.T) {
	relist := func(f fstest.MapFS, edit func(string) string) { f[sums] = text(edit(string(f[sums].Data))) }
	without := func(name string) func(string) string {
		return func(list string) string {
			var kept strings.Builder
			for line := range strings.Lines(list) {
				if !strings.HasSuffix(line, "  "+name+"\n") {
					kept.WriteString(line)
				}
			}
			return kept.String()
		}
	}
	for _, tc := range []struct {
		name string
		do   func(fstest.MapFS)
		want []string
	}{
		{"nothing", func(fstest.MapFS) {}, nil},
		{"edit a page", func(f fstest.MapFS) { f["om/index.html"] = text("<h1>Else</h1>\n") }, []string{"om/index.html published-altered"}},
		{"empty a page", func(f fstest.MapFS) { f["om/index.html"] = text("") }, []string{"om/index.html published-altered"}},
		{"edit a page and take its line away", func(f fstest.MapFS) {
			f["om/index.html"] = text("<h1>Else</h1>\n")
			relist(f, without("om/index.html"))
		}, []string{"om/index.html published-extra-file"}},
		{"take a page away", func(f fstest.MapFS) { delete(f, "om/index.html") }, []string{"SHA256SUMS published-missing-file"}},
		{"put a page in", func(f fstest.MapFS) { f["om/else.html"] = text("x") }, []string{"om/else.html published-extra-file"}},
		{"put a page beside the versions", func(f fstest.MapFS) { f["versions/else.html"] = text("x") }, []string{"versions/else.html published-extra-file", "versions/else.html version-name"}},
		{"what a host lays beside pages", func(f fstest.MapFS) { f[".nojekyll"], f["CNAME"], f[".git/HEAD"] = text(""), text("x"), text("x") }, []string{".nojekyll published-extra-file warning", "CNAME published-extra-file warning"}},
		{"a folder of files that nobody sees", func(f fstest.MapFS) { f["om/.x/index.html"] = text("x") }, []string{"om/.x/index.html published-extra-file warning"}},
		{"a link in the place of a page", func(f fstest.MapFS) {
			f["om/index.html"] = &fstest.MapFile{Data: f["om/index.html"].Data, Mode: fs.ModeIrregular}
		}, []string{"om/index.html published-altered"}},
		{"take the list away", func(f fstest.MapFS) { delete(f, sums) }, []string{"SHA256SUMS published-missing-file"}},
		{"empty the list", func(f fstest.MapFS) { f[sums] = text("") }, []string{
			"SHA256SUMS published-altered", "_headers published-extra-file", "index.html published-extra-file", "om/index.html published-extra-file",
			"versions/2026-01-01 published-altered", "versions/2026-03-01 published-altered", "versions/2026-03-01.2 published-altered", "versions/index.html published-extra-file"}},
		{"a line that is none", func(f fstest.MapFS) { relist(f, func(s string) string { return "hello\n" + s }) }, []string{"SHA256SUMS published-altered"}},
		{"a file twice", func(f fstest.MapFS) {
			relist(f, func(s string) string { return s + strings.Repeat("0", 64) + "  index.html\n" })
		}, []string{"SHA256SUMS published-altered"}},
		{"a sum that is none", func(f fstest.MapFS) {
			relist(f, func(s string) string { return strings.Repeat("x", 64) + "  index.html\n" + without("index.html")(s) })
		}, []string{"SHA256SUMS published-altered", "index.html published-extra-file"}},
		{"a name that leads out", func(f fstest.MapFS) {
			relist(f, func(s string) string { return strings.Repeat("0", 64) + "  ../index.html\n" + s })
		}, []string{"SHA256SUMS published-altered"}},

		{"edit a version", func(f fstest.MapFS) { f["versions/"+middle+"/site/index.html"] = text("x") }, []string{"versions/2026-03-01/site/index.html version-altered"}},
		{"edit a version and its line", func(f fstest.MapFS) {
			f["versions/"+middle+"/site/index.html"] = text("x")
			sum(f)
		}, []string{"versions/2026-03-01/site/index.html published-altered", "versions/2026-03-01/site/index.html version-altered"}},
		{"put a file into a version, and into the list", func(f fstest.MapFS) {
			f["versions/"+middle+"/site/else.html"] = text("x")
			sum(f)
		}, []string{"versions/2026-03-01/SHA256SUMS published-altered", "versions/2026-03-01/site/else.html version-extra-file"}},
		{"take the last version away", func(f fstest.MapFS) {
			maps.DeleteFunc(f, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "versions/"+newest+"/") })
		}, []string{"SHA256SUMS version-gone"}},
		{"take all versions away", func(f fstest.MapFS) {
			maps.DeleteFunc(f, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "versions/2") })
		}, []string{"SHA256SUMS version-gone"}},
		{"sign the last version anew", func(f fstest.MapFS) {
			f["versions/"+newest+"/site/index.html"] = text("x")
			sign(t, f, newest, middle)
		}, []string{"versions/2026-03-01.2/SHA256SUMS published-altered", "versions/2026-03-01.2/site/index.html published-altered", "versions/2026-03-01.2/version.yaml published-altered"}},
		{"put a version at the end", func(f fstest.MapFS) {
			f["versions/2026-04-01/"+data] = text("{}")
			sign(t, f, "2026-04-01", newest)
		}, []string{"versions/2026-04-01 published-altered"}},
		{"break a version", func(f fstest.MapFS) { delete(f, "versions/"+newest+"/"+own) }, []string{"versions/2026-03-01.2/version.yaml version-missing-file"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			found := published(t)
			tc.do(found)
			r, err := Look(found, "public").Verify()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tc.want, briefs(r)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			for _, d := range r.Found {
				if d.Message.SV == d.Message.EN || d.Hint.IsZero() {
					t.Errorf("in one language, or without a cure: %+v", d)
				}
			}
		})
	}
	// The chain alone, and the sums alone, cannot tell this; a digest kept outside does.
	found := published(t)
	was := head(t, found)
	found["versions/"+newest+"/site/index.html"] = text("x")
	sign(t, found, newest, middle)
	sum(found)
	r, err := Look(found, "public").Verify()
	if err != nil || len(r.Found) > 0 {
		t.Fatal(err, r.Found)
	}
	if v := r.Expect(was); v != nil || !slices.Equal(briefs(r), []string{"versions version-unknown"}) {
		t.Errorf("the digest is still found: %v", briefs(r))
	}
}

func head(t *testing.T, found fstest.MapFS) string {
	t.Helper()
	c, _, err := version.Open(found)
	if err != nil {
		t.Fatal(err)
	}
	return c.Head().Digest
}

// One version proves its bytes, and what it builds on, and no more.
func TestAttacksOnOneVersion(t *testing.T) {
	for _, tc := range []struct {
		name string
		do   func(fstest.MapFS)
		want []string
	}{
		{"nothing", func(fstest.MapFS) {}, nil},
		{"edit a page", func(f fstest.MapFS) { f["site/index.html"] = text("x") }, []string{"site/index.html version-altered"}},
		{"take a file away", func(f fstest.MapFS) { delete(f, "changes.json") }, []string{"changes.json version-missing-file"}},
		{"put a file in", func(f fstest.MapFS) { f["site/else.html"] = text("x") }, []string{"site/else.html version-extra-file"}},
		{"edit the manifest", func(f fstest.MapFS) { f[sums] = text(string(f[sums].Data) + strings.Repeat("0", 64) + "  x\n") }, []string{"SHA256SUMS version-digest", "x version-missing-file"}},
		{"take the manifest away", func(f fstest.MapFS) { delete(f, sums) }, []string{"SHA256SUMS version-missing-file"}},
		{"take its own file away", func(f fstest.MapFS) { delete(f, own) }, []string{"version.yaml version-missing-file"}},
		{"say that it builds on another", func(f fstest.MapFS) {
			f[own] = text(strings.Replace(string(f[own].Data), "previous: \"2026-01-01\"", "previous: \"2026-02-01\"", 1))
		}, []string{"SHA256SUMS version-digest"}},
		{"say that it is another", func(f fstest.MapFS) {
			f[own] = text(strings.ReplaceAll(string(f[own].Data), middle, "2026-03-02"))
		}, []string{"SHA256SUMS version-digest"}},
		{"say more than it was issued with", func(f fstest.MapFS) { f[own] = text(string(f[own].Data) + "# and more\n") }, []string{"version.yaml version-altered"}},
	} {
		found := one(t, middle)
		tc.do(found)
		r, err := Look(found, "x/"+middle).Verify()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tc.want, briefs(r)); diff != "" {
			t.Errorf("%s: -want +got\n%s", tc.name, diff)
		}
	}
}

// Whoever holds a history against another sees what is gone and what is another, however
// well the chain was signed anew.
func TestAHistoryIsHeldAgainstAnother(t *testing.T) {
	whole := history(t)
	cut := func(ids ...string) fstest.MapFS {
		f := maps.Clone(whole)
		maps.DeleteFunc(f, func(name string, _ *fstest.MapFile) bool {
			return slices.ContainsFunc(ids, func(id string) bool { return strings.HasPrefix(name, "versions/"+id+"/") })
		})
		return f
	}
	longer := maps.Clone(whole)
	longer["versions/2026-04-01/"+data] = text("{}")
	sign(t, longer, "2026-04-01", newest)
	forked := cut(newest)
	forked["versions/2026-04-01/"+data] = text("{}")
	sign(t, forked, "2026-04-01", middle)
	broken := maps.Clone(whole)
	delete(broken, "versions/"+middle+"/"+own)
	for _, tc := range []struct {
		name       string
		base, here fstest.MapFS
		want       []string
		says       string
	}{
		{"the same", whole, whole, nil, ""},
		{"one more", whole, longer, nil, ""},
		{"against nothing", fstest.MapFS{}, whole, nil, ""},
		{"the last cut off", whole, cut(newest), []string{"versions/2026-03-01.2 version-gone"}, "the same up to 2026-03-01"},
		{"all gone", whole, fstest.MapFS{"data/organisation.yaml": text("")}, []string{"versions/2026-01-01 version-gone", "versions/2026-03-01 version-gone", "versions/2026-03-01.2 version-gone"}, "no version in common"},
		{"the last signed anew", whole, history(t, "Policy", "Policy", "Else"), []string{"versions/2026-03-01.2/version.yaml version-replaced"}, "the same up to 2026-03-01"},
		{"one signed anew, and all after it", whole, history(t, "Policy", "Else"), []string{"versions/2026-03-01.2/version.yaml version-replaced", "versions/2026-03-01/version.yaml version-replaced"}, "the same up to 2026-01-01"},
		{"the whole signed anew", whole, history(t, "Else"), []string{"versions/2026-01-01/version.yaml version-replaced", "versions/2026-03-01.2/version.yaml version-replaced", "versions/2026-03-01/version.yaml version-replaced"}, "no version in common"},
		{"a fork", whole, forked, []string{"versions/2026-03-01.2 version-gone"}, "the same up to 2026-03-01"},
		{"a version that cannot be read", whole, broken, []string{"versions/2026-03-01.2/version.yaml version-chain", "versions/2026-03-01/version.yaml version-missing-file"}, ""},
		{"one version", whole, one(t, middle), nil, ""},
		{"one version that the other lacks", cut(middle, newest), one(t, middle), []string{"version.yaml version-unknown"}, "has no version 2026-03-01"},
		{"one version that is another there", history(t, "Policy", "Else"), one(t, middle), []string{"version.yaml version-replaced"}, "is another than in"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, err := Look(tc.here, middle).Verify()
			if err != nil {
				t.Fatal(err)
			}
			b, err := Of(tc.base).Base("main")
			if err != nil {
				t.Fatal(err)
			}
			r.Against(b)
			if diff := cmp.Diff(tc.want, briefs(r)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			for _, d := range r.Found {
				if tc.says != "" && !strings.Contains(d.Message.EN, tc.says) && len(tc.want) == 1 {
					t.Errorf("it does not say %q: %s", tc.says, d.Message.EN)
				}
			}
		})
	}
	var blind *BlindError
	if _, err := Of(broken).Base("main"); !errors.As(err, &blind) || !strings.Contains(blind.Reason.EN, "versions/2026-03-01/version.yaml") {
		t.Errorf("a base that cannot be read is taken for one: %v", err)
	}
}

func TestADigestThatSomebodyHasKept(t *testing.T) {
	found := history(t)
	c, _, err := version.Open(found)
	if err != nil {
		t.Fatal(err)
	}
	first := c.Versions[0].Digest
	for kept, want := range map[string]bool{
		first: true, first[:12]: true, first[:12] + "…": true, first[:40] + "...": true, " " + strings.ToUpper(first) + "\n": true,
		first[:11]: false, first + "0": false, "": false, "sha256:" + first: false, strings.Repeat("g", 64): false,
	} {
		got, err := Digest(kept)
		if (err == nil) != want || want && !strings.HasPrefix(first, got) {
			t.Errorf("%q is read as %q, %v", kept, got, err)
		}
	}
	r, err := Look(found, ".").Verify()
	if err != nil {
		t.Fatal(err)
	}
	if v := r.Expect(first[:12]); v == nil || v.ID != oldest || len(r.Found) > 0 {
		t.Errorf("%v %v", v, r.Found)
	}
	if v := r.Expect(strings.Repeat("0", 64)); v != nil || !slices.Equal(briefs(r), []string{"versions version-unknown"}) {
		t.Errorf("%v %v", v, r.Found)
	}
	alone, err := Look(one(t, middle), middle).Verify()
	if err != nil {
		t.Fatal(err)
	}
	if v := alone.Expect(first); v != nil || !strings.Contains(alone.Found[0].Message.EN, "that of the version before, 2026-01-01") {
		t.Errorf("%v %v", v, alone.Found)
	}
}

// What is proved is said, and what is not.
func TestWhatIsSaid(t *testing.T) {
	site := history(t)
	site["data/organisation.yaml"] = text("")
	base, err := Of(site).Base("main")
	if err != nil {
		t.Fatal(err)
	}
	none, err := Of(fstest.MapFS{}).Base("main")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name  string
		files fstest.MapFS
		held  Held
		want  []string
		not   string
	}{
		{"a site", site, Held{}, []string{"each builds on the one before", "that these are the versions once issued"}, "pages"},
		{"nothing issued", fstest.MapFS{"data/organisation.yaml": text("")}, Held{}, []string{"proves nothing"}, "does not prove"},
		{"nothing issued, nor before", fstest.MapFS{"data/organisation.yaml": text("")}, Held{Base: none}, []string{"proves nothing", `"main" has no version`}, ""},
		{"against a base", site, Held{Base: base}, []string{"each of the 3 versions that \"main\" has is here, unchanged", "no version came after those compared"}, "--expect"},
		{"published", published(t), Held{}, []string{"4 pages and files", "whoever can alter a page"}, ""},
		{"the first version", one(t, oldest), Held{}, []string{"it is the first version", "that it was the one published"}, "of its name exists;;"},
		{"one version", one(t, middle), Held{}, []string{"builds on the version 2026-01-01 with the digest ", "that it was the one published"}, "what applied after"},
		{"one version and a base", one(t, middle), Held{Base: base}, []string{"has the version, unchanged", "what applied after"}, "--expect"},
	} {
		r, err := Look(tc.files, middle).Verify()
		if err != nil || len(r.Found) > 0 {
			t.Fatal(tc.name, err, r.Found)
		}
		said := ""
		for _, line := range r.Proves(tc.held) {
			said += line.EN + "\n"
			if line.SV == line.EN || line.SV == "" {
				t.Errorf("%s: in one language: %q", tc.name, line.EN)
			}
		}
		for _, want := range tc.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q is not said:\n%s", tc.name, want, said)
			}
		}
		if tc.not != "" && strings.Contains(said, tc.not) {
			t.Errorf("%s: %q is said:\n%s", tc.name, tc.not, said)
		}
	}
}

// What a host keeps to itself is no fault of a live site, and is named.
func TestALiveSite(t *testing.T) {
	found := published(t)
	live := fstest.MapFS{}
	maps.Copy(live, found)
	r := func(without string) *Result {
		g := Look(hidden{live, without}, "https://x")
		g.Live = true
		r, err := g.Verify()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if got := r("_headers"); len(got.Found) > 0 || !slices.Equal(got.Unseen, []string{"_headers"}) {
		t.Errorf("%v, %v", got.Found, got.Unseen)
	}
	if got := briefs(r("om/index.html")); !slices.Equal(got, []string{"om/index.html published-missing-file"}) {
		t.Errorf("%v", got)
	}
	if got := briefs(r("versions/" + middle + "/" + sums)); len(got) == 0 {
		t.Error("a manifest that is not served is not missed")
	}
}

// hidden lists a file and does not serve it, as a live site may.
type hidden struct {
	fstest.MapFS
	name string
}

func (h hidden) Open(name string) (fs.File, error) {
	if name == h.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return h.MapFS.Open(name)
}

func (h hidden) ReadFile(name string) ([]byte, error) {
	if name == h.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return h.MapFS.ReadFile(name)
}

// lay writes files below a folder of its own.
func lay(t *testing.T, files fstest.MapFS) string {
	t.Helper()
	root := t.TempDir()
	for name, f := range files {
		full := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestASingleFile(t *testing.T) {
	public, list := lay(t, published(t)), "versions/"+middle+"/site/data/v1/list.csv"
	site := history(t)
	forged := maps.Clone(site)
	forged["versions/"+middle+"/site/x.csv"] = text("forged\n")
	forged["versions/"+middle+"/"+sums] = text(string(forged["versions/"+middle+"/"+sums].Data) + fmt.Sprintf("%x  site/x.csv\n", sha256.Sum256([]byte("forged\n"))))
	flat := one(t, middle)
	sparse := lay(t, fstest.MapFS{"list.csv": text("a,b\r\n"), sums: flat[sums], own: flat[own]})
	wrong := lay(t, fstest.MapFS{"list.csv": text("a,c\r\n"), sums: flat[sums], own: flat[own]})
	bare := lay(t, fstest.MapFS{"x/list.csv": text("a,b\r\n"), sums: text(fmt.Sprintf("%x  x/list.csv\n", sha256.Sum256([]byte("a,b\r\n"))))})
	other := lay(t, fstest.MapFS{"list.csv": text("a,b\r\n"), "else.csv": text("else\n"), "forged.csv": text("forged\n"), "crlf.csv": text("a,b\n")})
	for _, tc := range []struct {
		name, file string
		in         fstest.MapFS // searched too
		kept       string
		holders    int
		want       string // a rule
	}{
		{"in a version of what was published", filepath.Join(public, filepath.FromSlash(list)), nil, "", 1, ""},
		{"a page of what was published", filepath.Join(public, "om", "index.html"), nil, "", 0, ""},
		{"beside its manifest", filepath.Join(sparse, "list.csv"), nil, "", 1, ""},
		{"beside its manifest, with its digest", filepath.Join(sparse, "list.csv"), nil, "0", 1, "version-unknown"},
		{"another beside a manifest", filepath.Join(wrong, "list.csv"), nil, "", 0, "published-altered"},
		{"another beside a manifest, though a site has it", filepath.Join(wrong, "list.csv"), site, "", 0, "published-altered"},
		{"below a list that is of no version", filepath.Join(bare, "x", "list.csv"), nil, "", 0, ""},
		{"by its sum in a site", filepath.Join(other, "list.csv"), site, "", 3, ""},
		{"by another sum", filepath.Join(other, "else.csv"), site, "", 0, "version-unknown"},
		{"with its line ends converted", filepath.Join(other, "crlf.csv"), site, "", 0, "version-unknown"},
		{"forged into a manifest", filepath.Join(other, "forged.csv"), forged, "", 1, "version-digest"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f, err := LookAt(tc.file)
			if err == nil && tc.in != nil {
				err = f.In(Of(tc.in))
			}
			if err != nil {
				t.Fatal(err)
			}
			if tc.kept == "0" {
				tc.kept = strings.Repeat("0", 64)
			}
			f.Judge(tc.kept)
			if !f.Asked || len(f.Holders) != tc.holders {
				t.Errorf("asked %v, held by %v", f.Asked, f.Holders)
			}
			switch {
			case tc.want == "" && f.Found.Blocks(), tc.want != "" && (len(f.Found) == 0 || f.Found[0].Rule != tc.want):
				t.Errorf("%v, want %q", f.Found, tc.want)
			}
			for _, line := range f.Proves() {
				if line.SV == line.EN {
					t.Errorf("in one language: %v", line)
				}
			}
		})
	}
	if f, err := LookAt(filepath.Join(other, "list.csv")); err != nil || f.Asked {
		t.Errorf("a file alone was asked for something: %+v, %v", f, err)
	}
}

// The first byte that differs is named where there is another copy, by its name from the
// folder that holds versions/, also of a version alone.
func TestTheFirstByteIsNamed(t *testing.T) {
	found := one(t, middle)
	found["site/index.html"] = text("<h1>Polizy</h1>\n")
	r, err := Look(found, middle).Verify()
	if err != nil {
		t.Fatal(err)
	}
	asked := ""
	r.Point(func(name string) [][]byte {
		asked = name
		return [][]byte{[]byte("<h1>Polizy</h1>\n"), []byte("<h1>Policy</h1>\n")}
	})
	if d := r.Found[0]; asked != path.Join("versions", middle, "site/index.html") || d.Pos.Column != 9 || !strings.Contains(d.Message.EN, "the first byte that differs is number 9") {
		t.Errorf("%s: %+v", asked, d)
	}
}
