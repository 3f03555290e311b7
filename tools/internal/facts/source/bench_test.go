package source_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"tillit/tools/internal/facts/gather"
	"tillit/tools/internal/facts/source"
)

const sample = `name: Puzzel AB
org_number: "556606-2336"
country: SE
countries: [SE, DE]
purpose:
  sv: Växel och kontaktcenter för kundservice
  en: Switchboard and contact centre for customer service
locations:
  - country: SE
    what: {sv: drift, en: operation}
    since: 2024-05-01
level: 1
active: true
effective: 2024-05-01
transfers: none
`

// BenchmarkThousand reads, parses and decodes a thousand records, one file
// after another: the cost of one core.
func BenchmarkThousand(b *testing.B) {
	root := b.TempDir()
	if err := os.MkdirAll(filepath.Join(root, "data", "recipients"), 0o777); err != nil {
		b.Fatal(err)
	}
	for i := range 1000 {
		name := filepath.Join(root, "data", "recipients", fmt.Sprintf("company-%04d.yaml", i))
		if err := os.WriteFile(name, []byte(sample), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("read", func(b *testing.B) {
		b.ReportMetric(float64(runtime.GOMAXPROCS(0)), "cores")
		for b.Loop() {
			if in, _, err := gather.Read(root, "data", gather.Limits{}); err != nil || len(in) != 1000 {
				b.Fatal(len(in), err)
			}
		}
	})
	b.Run("parse", func(b *testing.B) {
		for b.Loop() {
			for range 1000 {
				source.Parse("c.yaml", []byte(sample))
			}
		}
	})
	b.Run("parse+decode", func(b *testing.B) {
		for b.Loop() {
			for range 1000 {
				f, found := source.Parse("c.yaml", []byte(sample))
				var c company
				if found = append(found, f.Decode(&c)...); len(found) > 0 {
					b.Fatal(found)
				}
			}
		}
	})
}
