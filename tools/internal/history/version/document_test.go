package version

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// recipe is a piece of shell of docs/versions.md, by a command within it.
func recipe(t *testing.T, of string) string {
	t.Helper()
	text, err := os.ReadFile("../../../../docs/versions.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(text), "```sh\n")[1:] {
		if block, _, _ = strings.Cut(block, "```"); strings.Contains(block, of) {
			return block
		}
	}
	t.Fatalf("docs/versions.md shows no %s", of)
	return ""
}

// Whoever has a shell checks a version of either shape as the document says.
func TestTheDigestIsCheckedWithAShell(t *testing.T) {
	for _, tool := range []string{"sh", "sha256sum"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not on this machine")
		}
	}
	script := recipe(t, "field()")
	for _, fixture := range []string{"shape-1", "shape-2", "shape-1-and-2"} {
		for _, id := range []string{oldest, middle, newest} {
			sh := exec.Command("sh", "-e")
			sh.Dir = filepath.Join("testdata", fixture)
			sh.Stdin = strings.NewReader(strings.ReplaceAll(script, middle, id))
			out, err := sh.CombinedOutput()
			if err != nil {
				t.Fatalf("%s %s: %v\n%s", fixture, id, err, out)
			}
			lines := strings.Fields(string(out))
			want := whole(t, load(t, sh.Dir)).Find(id).Digest
			if n := len(lines); n < 3 || lines[n-1] != want || lines[n-3] != want {
				t.Errorf("%s %s prints, and not %s twice:\n%s", fixture, id, want, out)
			}
		}
	}
}
