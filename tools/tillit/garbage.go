package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// little is a heap in which no garbage is looked for. Go begins at 4 MiB and then each
// time that the heap has doubled: a tenth of the build of a small site. A large heap may
// grow by two thirds, where Go lets it double: a check of ten thousand recipients is to
// do with 300 MB.
const (
	little = 160 << 20
	least  = 66 // per cent
)

// growth is by how many per cent a heap may grow of which so many bytes are in use. Go
// takes the percentage of the roots, too: what stacks and global variables hold.
func growth(used, roots uint64) int {
	used = max(used, 1<<20)
	return max(least, int((max(little, used)-used)*100/(used+roots)))
}

// easeCollector sets the growth of the heap, now and after each collection. Where
// somebody has set it, with a variable of Go's own, it stays as it is.
func easeCollector() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	now := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/gc/scan/globals:bytes"}, {Name: "/gc/scan/stack:bytes"}}
	var set func(*[16]byte)
	set = func(object *[16]byte) {
		metrics.Read(now)
		debug.SetGCPercent(growth(now[0].Value.Uint64(), now[1].Value.Uint64()+now[2].Value.Uint64()))
		runtime.SetFinalizer(object, set) // which is called when the next collection finds the object unused
	}
	set(new([16]byte))
}
