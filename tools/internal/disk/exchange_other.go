//go:build !linux

package disk

import "errors"

// exchange is not to be had here, so that Swap renames twice.
func exchange(a, b string) error { return errors.ErrUnsupported }
