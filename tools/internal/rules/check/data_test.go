package check_test

import (
	"os"
	"path/filepath"
	"testing"
)

// The facts of this repository are an example to others, and have no finding.
func TestOwnSiteHasNoFinding(t *testing.T) {
	const root = "../../../.."
	if list := findings(t, root); len(list) > 0 {
		t.Errorf("findings:\n%s", printed(t, root, list))
	}
}

// The examples tell of real notices, whose gaps are theirs; they hold no error.
func TestExamplesHaveNoError(t *testing.T) {
	examples, err := filepath.Glob("../../../../examples/*/data")
	if err != nil || len(examples) == 0 {
		t.Fatal("no examples", err)
	}
	for _, data := range examples {
		root := filepath.Dir(data)
		t.Run(filepath.Base(root), func(t *testing.T) {
			if _, err := os.Stat(filepath.Join(data, "organisation.yaml")); err != nil {
				t.Skip("no site yet")
			}
			if list := findings(t, root); list.Blocks() {
				t.Errorf("findings:\n%s", printed(t, root, list))
			}
		})
	}
}
