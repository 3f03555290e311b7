package main

import "testing"

func TestALittleHeapGrowsToItsSizeAndALargeOneByTwoThirds(t *testing.T) {
	const mib = 1 << 20
	for _, x := range []struct {
		used, roots uint64
		want        int
	}{
		{0, 0, 15_900}, {1 * mib, 0, 15_900}, {32 * mib, 0, 400}, {24 * mib, 8 * mib, 425},
		{64 * mib, 0, 150}, {80 * mib, 0, 100}, {97 * mib, 0, 66}, {128 * mib, 0, 66}, {4 << 30, 0, 66},
	} {
		if got := growth(x.used, x.roots); got != x.want {
			t.Errorf("growth(%d, %d) = %d, want %d", x.used, x.roots, got, x.want)
		}
	}
}
