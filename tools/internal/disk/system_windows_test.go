package disk

import (
	"testing"

	"golang.org/x/sys/windows"
)

func TestFoldersThatCannotBeSyncedAreTakenAtTheirWord(t *testing.T) {
	for err, want := range map[error]bool{windows.ERROR_ACCESS_DENIED: true, windows.ERROR_INVALID_FUNCTION: true, windows.ERROR_DISK_FULL: false, nil: false} {
		if got := noFolderSync(err); got != want {
			t.Errorf("%v: %v", err, got)
		}
	}
}
