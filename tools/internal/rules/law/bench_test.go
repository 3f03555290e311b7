package law_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
)

// many are the files of the repository's own site with so many activities and
// recipients more. A tenth of them have lost what a duty asks for.
func many(tb testing.TB, n int) fstest.MapFS {
	tb.Helper()
	files := fstest.MapFS{}
	if err := copyInto(files, "../../../..", "data"); err != nil {
		tb.Fatal(err)
	}
	for kind, line := range map[string]string{
		"activities/accounts":         "retention: [accounts, own-backups]\n",
		"recipients/lavnas-webbdrift": "transfer:\n  third_country: false\n",
	} {
		data := files["data/"+kind+".yaml"].Data
		less := bytes.Replace(data, []byte(line), nil, 1)
		if len(less) == len(data) {
			tb.Fatalf("data/%s.yaml has no %q", kind, line)
		}
		for i := range n {
			file := &fstest.MapFile{Data: data}
			if i%10 == 0 {
				file.Data = less
			}
			files[fmt.Sprintf("data/%s-%04d.yaml", kind, i)] = file
		}
	}
	return files
}

// pagesOf are so many pages of some six hundred words; a tenth hold a mistake.
func pagesOf(n int) []prose.File {
	paragraph := "Vi behandlar uppgifterna för att kunna leverera det som du har beställt, och sparar dem i **24 månader** från [köpet](/kop/). " +
		"Du har rätt att få en kopia av dem när du vill, och att klaga hos Integritetsskyddsmyndigheten.\n\n"
	var pages []prose.File
	for i := range n {
		text := "---\ntitle: Sida\n---\n\n## Rubrik\n\n" + strings.Repeat(paragraph, 20)
		if i%10 == 0 {
			text += "Vi strävar efter att svara.\n"
		}
		pages = append(pages, prose.File{File: fmt.Sprintf("content/p%d/index.sv.md", i), Lang: "sv", Page: fmt.Sprintf("p%d", i), Data: []byte(text)})
	}
	return pages
}

// BenchmarkLaw takes what the law asks of a site just read: its coverage, the
// mistakes in its facts, and the lints of all its words.
func BenchmarkLaw(b *testing.B) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprintf("%d-activities-%d-recipients-%d-pages", n, n, n/5), func(b *testing.B) {
			files, pages := many(b, n), pagesOf(n/5)
			var gaps, found int
			for b.Loop() {
				b.StopTimer()
				set, _, err := record.LoadFS(files)
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				gaps = law.Cover(set, today, everything).Count()[coverage.Missing]
				found = len(law.Check(set, pages, today))
			}
			if gaps == 0 || found < n/50 {
				b.Fatalf("%d duties missing and %d findings", gaps, found)
			}
			b.ReportMetric(float64(runtime.NumCPU()), "cores")
		})
	}
}
