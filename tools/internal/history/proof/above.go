package proof

import (
	"os"
	"path/filepath"
)

// BuiltAbove is the folder of a built site in which a folder lies, or nothing.
func BuiltAbove(folder string) string {
	for at := folder; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, sums)); err == nil {
			return at
		}
		if filepath.Dir(at) == at {
			return ""
		}
	}
}
