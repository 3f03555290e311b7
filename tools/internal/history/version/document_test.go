package version

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tillit/tools/internal/trial"
)

// needs skips a test where one of some programs is missing.
func needs(t *testing.T, tools ...string) {
	t.Helper()
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not on this machine")
		}
	}
}

// shell runs a script in a folder.
func shell(t *testing.T, dir, script string) (string, error) {
	t.Helper()
	sh := exec.Command("sh", "-e")
	sh.Dir, sh.Stdin = dir, strings.NewReader(script)
	out, err := sh.CombinedOutput()
	return string(out), err
}

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
	needs(t, "sh", "sed", "sha256sum")
	script := recipe(t, "field()")
	for _, fixture := range []string{"shape-1", "shape-2", "shape-1-and-2"} {
		for _, id := range []string{oldest, middle, newest} {
			dir := filepath.Join("testdata", fixture)
			out, err := shell(t, dir, strings.ReplaceAll(script, middle, id))
			if err != nil {
				t.Fatalf("%s %s: %v\n%s", fixture, id, err, out)
			}
			lines := strings.Fields(out)
			want := whole(t, load(t, dir)).Find(id).Digest
			if n := len(lines); n < 3 || lines[n-1] != want || lines[n-3] != want {
				t.Errorf("%s %s prints, and not %s twice:\n%s", fixture, id, want, out)
			}
		}
	}
}

// Whoever has OpenSSL checks a time stamp as the document says.
func TestATimeStampIsCheckedWithOpenSSL(t *testing.T) {
	needs(t, "sh", "sed", "openssl")
	root, a := stamped(t)
	stranger, err := trial.NewAuthority(time.Now().AddDate(-1, 0, 0), time.Now().AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	script := recipe(t, "openssl ts")
	check := func(pem []byte) (string, error) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(root, "versions", "roots.pem"), pem, 0o644); err != nil {
			t.Fatal(err)
		}
		return shell(t, root, script)
	}
	if out, err := check(a.Roots); err != nil || !strings.Contains(out, "Verification: OK") || !strings.Contains(out, "Time stamp:") {
		t.Errorf("%v\n%s", err, out)
	}
	if out, err := check(stranger.Roots); err == nil {
		t.Errorf("below the root of somebody else:\n%s", out)
	}
	if err := os.Rename(filepath.Join(root, StampFile(oldest)), filepath.Join(root, StampFile(middle))); err != nil {
		t.Fatal(err)
	}
	if out, err := check(a.Roots); err == nil {
		t.Errorf("that of another version:\n%s", out)
	}
}

// Whoever has the keys of OpenSSH signs a digest, and checks it, as the document says.
func TestADigestIsSignedWithOpenSSH(t *testing.T) {
	needs(t, "sh", "sed", "ssh-keygen")
	root := chain(t)
	if out, err := shell(t, root, "ssh-keygen -q -t ed25519 -N '' -C '' -f key; echo trust@example.com $(cat key.pub) >signers"); err != nil {
		t.Fatal(err, out)
	}
	if out, err := shell(t, root, recipe(t, "-Y sign")); err != nil {
		t.Fatal(err, out)
	}
	if out, err := shell(t, root, recipe(t, "-Y verify")); err != nil || !strings.Contains(out, "Good \"tillit\" signature for trust@example.com") {
		t.Error(err, out)
	}
	if out, err := shell(t, root, strings.ReplaceAll(recipe(t, "-Y verify"), "versions/"+middle, "versions/"+oldest)); err == nil {
		t.Errorf("the digest of another version:\n%s", out)
	}
}
