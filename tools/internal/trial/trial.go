// Package trial holds what the tests of several rooms need: small sites, and how
// what is made is compared with what is kept. Only tests import it, and of ours it
// imports nothing above the facts, so that the tests within any room may.
package trial

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Golden compares what a test made with a file below the folder of the test, or,
// with update, writes it there.
func Golden(t *testing.T, update bool, file string, got []byte) {
	t.Helper()
	if update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s: -want +got\n%s", file, diff)
	}
}
