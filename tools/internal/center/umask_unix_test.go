//go:build unix

package center_test

import "syscall"

// modes tells whether files have them, and processes a umask.
const modes = true

// closed sets a umask that closes what is made to everybody else, or nothing.
func closed(all bool) {
	if all {
		syscall.Umask(0o077)
	} else {
		syscall.Umask(0o022)
	}
}
