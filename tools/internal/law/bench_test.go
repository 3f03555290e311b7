package law_test

import (
	"fmt"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/law"
	"tillit/tools/internal/record"
)

// many is the repository's own site with so many activities and recipients.
func many(tb testing.TB, n int) *record.Set {
	tb.Helper()
	files := fstest.MapFS{}
	if err := copyInto(files, "../../..", "data"); err != nil {
		tb.Fatal(err)
	}
	for _, kind := range []string{"activities/accounts", "recipients/lavnas-webbdrift"} {
		data := files["data/"+kind+".yaml"]
		for i := range n {
			files[fmt.Sprintf("data/%s-%04d.yaml", kind, i)] = data
		}
	}
	set, _, err := record.LoadFS(files)
	if err != nil {
		tb.Fatal(err)
	}
	return set
}

func BenchmarkCover(b *testing.B) {
	set := many(b, 1000)
	for b.Loop() {
		law.Cover(set, today, everything)
	}
}

func BenchmarkCheck(b *testing.B) {
	set := many(b, 1000)
	for b.Loop() {
		law.Check(set, nil, today)
	}
}
