package hugo

import "tillit/tools/internal/publish/view"

// Await waits until what Render has begun has come to its end, and then calls f.
func Await(f func()) {
	hugoRuns.Lock()
	begun := preparing
	hugoRuns.Unlock()
	if begun != nil {
		<-begun
	}
	hugoRuns.Lock()
	defer hugoRuns.Unlock()
	f()
}

// Ready tells whether something is ready that fits an order. It is called by Await.
func Ready(in view.Order) bool { return next != nil && next.fits(in) }
