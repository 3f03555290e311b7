package main

import "testing"

func TestALittleHeapGrowsToItsSizeAndALargeOneDoubles(t *testing.T) {
	const mib = 1 << 20
	for _, x := range []struct {
		used, roots uint64
		want        int
	}{
		{0, 0, 12_700}, {1 * mib, 0, 12_700}, {32 * mib, 0, 300}, {24 * mib, 8 * mib, 325},
		{64 * mib, 0, 100}, {65 * mib, 0, 100}, {128 * mib, 0, 100}, {4 << 30, 0, 100},
	} {
		if got := growth(x.used, x.roots); got != x.want {
			t.Errorf("growth(%d, %d) = %d, want %d", x.used, x.roots, got, x.want)
		}
	}
}
