package check_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"tillit/tools/internal/diag"
)

// printed is a list as the command prints it, in English.
func printed(t testing.TB, root string, list diag.List) string {
	t.Helper()
	return printedIn(t, "en", root, list)
}

func printedIn(t testing.TB, lang, root string, list diag.List) string {
	t.Helper()
	var b bytes.Buffer
	err := diag.Print(&b, list, diag.TextOptions{Lang: lang, Lines: func(file string) []byte {
		data, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			return nil // the finding is that there is no such file
		}
		return data
	}})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
