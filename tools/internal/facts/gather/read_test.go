package gather_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/gather"
)

// site writes files into a new folder. A text that begins with -> makes a link.
func site(t *testing.T, files map[string]string) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "site")
	for name, text := range files {
		full := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if target, ok := strings.CutPrefix(text, "->"); ok {
			if err := os.Symlink(target, full); err != nil {
				t.Skip(err) // Windows asks for a privilege
			}
			continue
		}
		if err := os.WriteFile(full, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func names(inputs []gather.Input) []string {
	var out []string
	for _, in := range inputs {
		out = append(out, in.Name)
	}
	return out
}

// byFile lists findings as file rule.
func byFile(l diag.List) []string {
	var out []string
	for _, d := range l {
		out = append(out, d.Pos.File+" "+d.Rule)
	}
	return out
}

func TestRead(t *testing.T) {
	root := site(t, map[string]string{
		"data/organisation.yaml":       "a: 1\n",
		"data/recipients/puzzel.yaml":  "b: 2\n",
		"data/recipients/acme-2.yaml":  "",
		"data/recipients/README.md":    "not a record",
		"data/recipients/.gitkeep":     "",
		"data/.hidden/x.yaml":          "c: 3\n",
		"data/a/b/c.yaml":              "d: 4\n",
		"content/x.yaml":               "not data",
		"data/recipients/linked.yaml":  "->../../shared/linked.yaml",
		"shared/linked.yaml":           "e: 5\n",
		"data/recipients/data.v2.yaml": "f: 6\n",
	})
	inputs, found, err := gather.Read(root, "data", gather.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := []gather.Input{
		{Name: "data/a/b/c.yaml", Data: []byte("d: 4\n")},
		{Name: "data/organisation.yaml", Data: []byte("a: 1\n")},
		{Name: "data/recipients/acme-2.yaml", Data: []byte{}},
		{Name: "data/recipients/data.v2.yaml", Data: []byte("f: 6\n")},
		{Name: "data/recipients/linked.yaml", Data: []byte("e: 5\n")},
		{Name: "data/recipients/puzzel.yaml", Data: []byte("b: 2\n")},
	}
	for i, in := range inputs {
		if in.Entry.Name != in.Name || in.Entry.Size != int64(len(in.Data)) {
			t.Errorf("%s was found as %+v", in.Name, in.Entry)
		}
		inputs[i].Entry = disk.Entry{}
	}
	if diff := cmp.Diff(want, inputs); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff([]string{"data/recipients/data.v2.yaml file-name"}, byFile(found)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestReadWithoutFolder(t *testing.T) {
	root := site(t, map[string]string{"data": "a file"})
	if _, _, err := gather.Read(root, "content", gather.Limits{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing folder: error %v", err)
	}
	if _, _, err := gather.Read(filepath.Join(root, "nowhere"), "data", gather.Limits{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing site: error %v", err)
	}
	if _, _, err := gather.Read(root, "data", gather.Limits{}); err == nil {
		t.Error("no error for a file in place of the folder")
	}
}

func TestReadReportsNames(t *testing.T) {
	tests := []struct {
		file, rule, message, hint string
		read                      bool
	}{
		{"Puzzel.yaml", "file-name", `the file name "Puzzel" holds capital letters; an id consists of a–z, 0–9 and hyphens`, "rename the file to puzzel.yaml", true},
		{"puzzel ab.yaml", "file-name", `the file name "puzzel ab" holds spaces; an id consists of a–z, 0–9 and hyphens`, "rename the file to puzzel-ab.yaml", true},
		{"åkeri-öst.yaml", "file-name", `the file name "åkeri-öst" is no id: it may hold only a–z, 0–9 and hyphens`, "rename the file to akeri-ost.yaml", true},
		{"a_b.yaml", "file-name", `the file name "a_b" is no id: it may hold only a–z, 0–9 and hyphens`, "rename the file to a-b.yaml", true},
		{"-a.yaml", "file-name", `the file name "-a" has a hyphen at its beginning or end, or two in a row`, "rename the file to a.yaml", true},
		{"a-.yaml", "file-name", `the file name "a-" has a hyphen at its beginning or end, or two in a row`, "rename the file to a.yaml", true},
		{"a--b.yaml", "file-name", `the file name "a--b" has a hyphen at its beginning or end, or two in a row`, "rename the file to a-b.yaml", true},
		{"puzzel.yml", "file-name", `the file name "puzzel.yml" must end in .yaml`, "rename the file to puzzel.yaml", true},
		{"puzzel.YAML", "file-name", `the file name "puzzel.YAML" must end in .yaml`, "rename the file to puzzel.yaml", true},
		{strings.Repeat("a", 65) + ".yaml", "file-name", fmt.Sprintf(`the file name "%s…" is longer than 64 characters`, strings.Repeat("a", 60)),
			"rename the file to " + strings.Repeat("a", 64) + ".yaml", true},
		{"日本.yaml", "file-name", `the file name "日本" is no id: it may hold only a–z, 0–9 and hyphens`, "", true},
		{"a\nb.yaml", "file-name", `the file name "a\nb" holds spaces; an id consists of a–z, 0–9 and hyphens`, "rename the file to a-b.yaml", true},
		{"con.yaml", "reserved-name", `the file name "con.yaml" is taken on Windows, where the file cannot be saved`, "rename the file, for example to con-1.yaml", true},
		{"lpt9.yaml", "reserved-name", `the file name "lpt9.yaml" is taken on Windows, where the file cannot be saved`, "rename the file, for example to lpt9-1.yaml", true},
		{"puzzel.json", "unknown-file", `"puzzel.json" is no record: records are files whose names end in .yaml`, "remove the file, or move it out of the folder data", false},
		{"puzzel", "unknown-file", `"puzzel" is no record: records are files whose names end in .yaml`, "remove the file, or move it out of the folder data", false},
		{"puzzel.yaml~", "unknown-file", `"puzzel.yaml~" is no record: records are files whose names end in .yaml`, "remove the file, or move it out of the folder data", false},
		{"com.yaml", "", "", "", true},
		{strings.Repeat("a", 64) + ".yaml", "", "", "", true},
		{"0-a1.yaml", "", "", "", true},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			root := t.TempDir()
			if err := os.Mkdir(filepath.Join(root, "data"), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(root, "data", tt.file), []byte("a: b\n"), 0o666); err != nil {
				t.Skip(err) // a system that refuses the name needs no finding
			}
			inputs, found, err := gather.Read(root, "data", gather.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if (len(inputs) == 1) != tt.read {
				t.Errorf("read %v", names(inputs))
			}
			var got []string
			for _, d := range found {
				got = append(got, d.Rule, d.Message.EN, d.Hint.EN)
			}
			var want []string
			if tt.rule != "" {
				want = []string{tt.rule, tt.message, tt.hint}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// Nobody is told to rename a file onto another, nor two files to one name.
func TestANameThatIsTakenIsNotAdvised(t *testing.T) {
	for _, tc := range []struct {
		files []string
		want  map[string]string // hints by file
	}{
		{[]string{"r/acme.yml", "r/acme.yaml"}, map[string]string{"r/acme.yml": "there is a acme.yaml already: keep one of the two, or rename this one to acme-2.yaml"}},
		{[]string{"r/acme.yml", "r/acme.yaml", "r/acme-2.yaml"}, map[string]string{"r/acme.yml": "there is a acme.yaml already: keep one of the two, or rename this one to acme-3.yaml"}},
		{[]string{"r/acme.YAML", "r/acme.yml"}, map[string]string{"r/acme.YAML": "rename the file to acme.yaml", "r/acme.yml": "there is a acme.yaml already: keep one of the two, or rename this one to acme-2.yaml"}},
		{[]string{"r/a_b.yaml", "r/a b.yaml"}, map[string]string{"r/a b.yaml": "rename the file to a-b.yaml", "r/a_b.yaml": "there is a a-b.yaml already: keep one of the two, or rename this one to a-b-2.yaml"}},
		{[]string{"r/åä.yaml", "r/aa.yaml"}, map[string]string{"r/åä.yaml": "there is a aa.yaml already: keep one of the two, or rename this one to aa-2.yaml"}},
		{[]string{"r/acme.yml", "s/acme.yaml"}, map[string]string{"r/acme.yml": "rename the file to acme.yaml"}},
		{[]string{"r/con.yaml", "r/con-1.yaml"}, map[string]string{"r/con.yaml": "rename the file, for example to con-2.yaml"}},
		{[]string{"r/" + strings.Repeat("a", 64) + ".yaml", "r/" + strings.Repeat("a", 70) + ".yaml"},
			map[string]string{"r/" + strings.Repeat("a", 70) + ".yaml": "there is a " + strings.Repeat("a", 64) + ".yaml already: keep one of the two, or rename this one to " + strings.Repeat("a", 62) + "-2.yaml"}},
		{[]string{"r/Acme.yaml"}, map[string]string{"r/Acme.yaml": "rename the file to acme.yaml"}},
		{[]string{"organisation.yml", "organisation.yaml"}, map[string]string{"organisation.yml": "there is a organisation.yaml already: keep one of the two, or rename this one to organisation-2.yaml"}},
	} {
		tree := map[string]string{}
		for _, name := range tc.files {
			tree["data/"+name] = "a: b\n"
		}
		_, found, err := gather.Read(site(t, tree), "data", gather.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, d := range found {
			got[strings.TrimPrefix(d.Pos.File, "data/")] = d.Hint.EN
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%v: -want +got\n%s", tc.files, diff)
		}
	}
}

func TestReadReportsSimilarNames(t *testing.T) {
	root := site(t, map[string]string{"data/r/acme.yaml": "", "data/r/Acme.yaml": "", "data/r/å.yaml": "", "data/r/a\u030a.yaml": ""})
	inputs, found, err := gather.Read(root, "data", gather.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if len(inputs) < 4 {
		t.Skip("this system takes the names for one")
	}
	var similar diag.List
	for _, d := range found {
		if d.Rule == "similar-names" {
			similar = append(similar, d)
		}
	}
	if diff := cmp.Diff([]string{"data/r/acme.yaml similar-names", "data/r/å.yaml similar-names"}, byFile(similar)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if got := similar[0].Related[0].Pos.File; got != "data/r/Acme.yaml" {
		t.Errorf("related file %s", got)
	}
}

func TestReadFollowsNoLinkOut(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.yaml")
	if err := os.WriteFile(outside, []byte("secret: 1\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	root := site(t, map[string]string{
		"data/absolute.yaml": "->" + outside,
		"data/climbing.yaml": "->../../../../../../../../../../etc/passwd",
		"data/folder":        "->" + filepath.Dir(outside),
		"data/up":            "->..",
		"data/r/loop":        "->../r",
		"data/circle.yaml":   "->circle.yaml",
		"data/nowhere.yaml":  "->nothing.yaml",
		"data/good.yaml":     "a: b\n",
	})
	inputs, found, err := gather.Read(root, "data", gather.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"data/good.yaml"}, names(inputs)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	want := []string{
		"data/absolute.yaml link-outside",
		"data/circle.yaml dead-link",
		"data/climbing.yaml link-outside",
		"data/folder link-outside",
		"data/nowhere.yaml dead-link",
		"data/r/loop link-to-folder",
		"data/up link-to-folder",
	}
	if diff := cmp.Diff(want, byFile(found)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestReadFollowsNoLinkedDataFolderOut(t *testing.T) {
	root := site(t, map[string]string{"data": "->" + t.TempDir()})
	inputs, found, err := gather.Read(root, "data", gather.Limits{})
	if err != nil || len(inputs) > 0 {
		t.Fatal(inputs, err)
	}
	if diff := cmp.Diff([]string{"data link-outside"}, byFile(found)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestReadKeepsItsLimits(t *testing.T) {
	root := site(t, map[string]string{"data/a.yaml": "a: b\n", "data/b.yaml": "b: 123\n", "data/c.yaml": "c: d\n", "data/d/e.yaml": "e: f\n"})
	// A hole of 100 MB: reading it would show in the memory of the test.
	huge, err := os.Create(filepath.Join(root, "data", "huge.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(huge.Truncate(100_000_000), huge.Close()); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name   string
		limits gather.Limits
		read   []string
		want   []string
	}{
		{"of the format", gather.Limits{}, []string{"data/a.yaml", "data/b.yaml", "data/c.yaml", "data/d/e.yaml"}, []string{"data/huge.yaml file-too-large"}},
		{"of one file", gather.Limits{Bytes: 6}, []string{"data/a.yaml", "data/c.yaml", "data/d/e.yaml"},
			[]string{"data/b.yaml file-too-large", "data/huge.yaml file-too-large"}},
		{"of files", gather.Limits{Files: 2}, nil, []string{"data too-many-files"}},
		{"of all bytes, just reached", gather.Limits{Bytes: 100, Total: 12}, []string{"data/a.yaml", "data/b.yaml"}, []string{"data data-too-large"}},
		{"of all bytes, by one too few", gather.Limits{Bytes: 100, Total: 11}, []string{"data/a.yaml"}, []string{"data data-too-large"}},
		{"of all bytes", gather.Limits{Bytes: 100, Total: 13}, []string{"data/a.yaml", "data/b.yaml"}, []string{"data data-too-large"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			inputs, found, err := gather.Read(root, "data", tt.limits)
			if err != nil {
				t.Fatal(err)
			}
			if tt.limits.Files > 0 { // which files a system lists first is its own choice
				if len(inputs) > tt.limits.Files {
					t.Errorf("read %v", names(inputs))
				}
			} else if diff := cmp.Diff(tt.read, names(inputs)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			rules := byFile(found)
			if tt.limits.Files > 0 {
				rules = rules[:1]
			}
			if diff := cmp.Diff(tt.want, rules); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestReadIsTheSameEachTime(t *testing.T) {
	files := map[string]string{}
	for i := range 200 {
		files[fmt.Sprintf("data/r%d/file-%d.yaml", i%7, i)] = fmt.Sprintf("n: %d\n", i)
		files[fmt.Sprintf("data/r%d/Bad %d.yaml", i%7, i)] = ""
	}
	root := site(t, files)
	want, wantFound, err := gather.Read(root, "data", gather.Limits{})
	if err != nil || len(want) != 400 || len(wantFound) != 200 {
		t.Fatal(len(want), len(wantFound), err)
	}
	for range 10 {
		got, found, _ := gather.Read(root, "data", gather.Limits{})
		if diff := cmp.Diff(want, got) + cmp.Diff(wantFound, found); diff != "" {
			t.Fatalf("-want +got\n%s", diff)
		}
	}
}

func TestReadWithoutPermission(t *testing.T) {
	if os.Geteuid() <= 0 {
		t.Skip("root may read everything, and Windows has other permissions")
	}
	root := site(t, map[string]string{"data/a.yaml": "a: b\n", "data/closed.yaml": "", "data/closed/x.yaml": ""})
	for _, name := range []string{"closed.yaml", "closed"} {
		full := filepath.Join(root, "data", name)
		if err := os.Chmod(full, 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(full, 0o777) })
	}
	inputs, found, err := gather.Read(root, "data", gather.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"data/a.yaml"}, names(inputs)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff([]string{"data/closed unreadable", "data/closed.yaml unreadable"}, byFile(found)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if want := `"closed" may not be read: permission is missing`; found[0].Message.EN != want {
		t.Errorf("message %q, want %q", found[0].Message.EN, want)
	}
}

func TestID(t *testing.T) {
	for name, want := range map[string]string{
		"data/recipients/puzzel-ab.yaml": "puzzel-ab",
		"data/Åkeri Öst & Söner AB.yaml": "akeri-ost-soner-ab",
		"X.YML":                          "x",
		"æøß.yaml":                       "aeoss",
		"--a..b--.yaml":                  "a-b",
		"日本.yaml":                        "",
		".yaml":                          "yaml",
		"a.b.yaml":                       "a-b",
	} {
		if got := gather.ID(name); got != want {
			t.Errorf("ID(%q) = %q, want %q", name, got, want)
		}
	}
}
