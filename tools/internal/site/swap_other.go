//go:build !linux

package site

import "errors"

// exchange is not to be had here, so that Swap renames twice.
func exchange(a, b string) error { return errors.ErrUnsupported }

// syncFolder does nothing: not every system can open a folder to sync it.
func syncFolder(name string) error { return nil }
