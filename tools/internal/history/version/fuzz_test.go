package version

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// Whatever lies in a version.yaml, what is read of it and found whole is written with the
// same bytes: no two texts are one version.
func FuzzVersionFile(f *testing.F) {
	for _, name := range []string{"shape-1/versions/2026-03-01.2", "shape-2/versions/2026-03-01.2", "shape-2/versions/2026-01-01"} {
		data, err := os.ReadFile(filepath.Join("testdata", filepath.FromSlash(name), versionFile))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	for _, issued := range []string{`"2026-03-01T12:00:00Z"`, `2026-03-01T12:00:00Z`, `"2026-03-01T13:00:00+01:00"`, `"2026-03-01T12:00:00Z\n"`, `""`, `null`, `"2026-02-28T22:59:59Z"`, "|\n  2026-03-01T12:00:00Z", `["2026-03-01T12:00:00Z"]`} {
		f.Add("id: \"2026-03-01.2\"\neffective: 2026-03-01\nissued: " + issued + "\ndigest: \"0\"\n")
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, list, err := Verify(fstest.MapFS{
			"versions/2026-03-01.2/version.yaml": {Data: []byte(text)},
			"versions/2026-03-01.2/SHA256SUMS":   {Data: nil},
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(list) > 0 {
			return
		}
		v := c.Head()
		if v == nil || text != string(v.encode()) || v.Digest != v.digest(nil) || v.Issued != "" && (!v.Issued.Valid() || v.Issued.Day() < v.Effective) {
			t.Errorf("nothing is found of %q, which is %+v", text, v)
		}
	})
}
