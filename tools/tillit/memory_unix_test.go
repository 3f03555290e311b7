//go:build unix

package main

import (
	"os"
	"syscall"
)

// memory is the largest resident size of a process that has ended, in KiB.
func memory(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return usage.Maxrss
}
