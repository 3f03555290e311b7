package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/trial"
)

// The benchmarks run the built program as a person does, start-up included.
// They measure and assert nothing; run them on a quiet machine with make bench.

// program builds tillit once.
func program(b testing.TB) string {
	b.Helper()
	name := filepath.Join(b.TempDir(), "tillit")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", name, ".")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return name
}

// measure runs a command and reports its largest memory.
func measure(b *testing.B, name string, args ...string) (out string, kib int64) {
	b.Helper()
	cmd := exec.Command(name, args...)
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stderr, &stderr
	if err := cmd.Run(); err != nil && cmd.ProcessState.ExitCode() != 1 {
		b.Fatalf("%s %v: %v\n%s", name, args, err, stderr.String())
	}
	return stderr.String(), memory(cmd.ProcessState)
}

func BenchmarkCheck(b *testing.B) {
	tillit := program(b)
	for _, n := range []int{1000, 10000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			dir := siteOf(b, n)
			var most int64
			for b.Loop() {
				_, kib := measure(b, tillit, "check", "--dir", dir)
				most = max(most, kib)
			}
			b.ReportMetric(float64(most)/1024, "MiB")
			b.ReportMetric(float64(runtime.NumCPU()), "cores")
		})
	}
}

var stageLine = regexp.MustCompile(`(?m)^(\w+) +([\d.]+) ms$`)

// The render stage is Hugo's; all others are ours.
func BenchmarkBuild(b *testing.B) {
	tillit := program(b)
	for _, n := range []int{10, 100, 1000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			dir := siteOf(b, n)
			sums := map[string]float64{}
			for b.Loop() {
				out, _ := measure(b, tillit, "build", "--dir", dir, "--out", filepath.Join(dir, "public"), "--preview", "--timings")
				for _, m := range stageLine.FindAllStringSubmatch(out, -1) {
					ms, _ := strconv.ParseFloat(m[2], 64)
					sums[m[1]] += ms
				}
			}
			for stage, sum := range sums {
				b.ReportMetric(sum/float64(b.N), "ms-"+stage)
			}
			b.ReportMetric(float64(runtime.NumCPU()), "cores")
		})
	}
}

// 500 issued versions of a site, of about 180 MB: what they add to a build, beside
// copying the same tree; and verifying them beside hashing the same files.
func BenchmarkVersions(b *testing.B) {
	tillit := program(b)
	dir := siteOf(b, 10)

	seed(b, dir, 500, 360<<10)
	b.Run("build-without", func(b *testing.B) {
		bare := siteOf(b, 10)
		for b.Loop() {
			measure(b, tillit, "build", "--dir", bare, "--out", filepath.Join(bare, "public"), "--preview")
		}
	})
	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			measure(b, tillit, "build", "--dir", dir, "--out", filepath.Join(dir, "public"), "--preview")
		}
	})
	b.Run("copy", func(b *testing.B) {
		for b.Loop() {
			to := filepath.Join(b.TempDir(), "copy")
			measure(b, "cp", "-r", filepath.Join(dir, "versions"), to)
			b.StopTimer()
			os.RemoveAll(to)
			b.StartTimer()
		}
	})
	b.Run("verify", func(b *testing.B) {
		for b.Loop() {
			measure(b, tillit, "verify", dir)
		}
	})
	b.Run("sha256sum", func(b *testing.B) {
		for b.Loop() {
			measure(b, "sh", "-c", fmt.Sprintf("find %s -type f -print0 | xargs -0 -P %d -n 200 sha256sum > /dev/null", filepath.Join(dir, "versions"), runtime.NumCPU()))
		}
	})
}

// seed issues so many versions of a known size, a day apart.
func seed(b *testing.B, dir string, versions, size int) {
	b.Helper()
	set, _, err := record.Load(dir)
	if err != nil {
		b.Fatal(err)
	}
	snapshot := change.Of(set, nil)
	const pages = 12
	day := value.Date("2025-01-01")
	for i := range versions {
		chain, _, err := version.Open(os.DirFS(dir))
		if err != nil {
			b.Fatal(err)
		}
		files := []version.File{{Path: "index.html", Data: []byte("<h1>x</h1>\n")}}
		for p := range pages {
			files = append(files, version.File{Path: fmt.Sprintf("page-%d/index.html", p), Data: bytes.Repeat([]byte{byte('a' + (i+p)%26)}, size/pages)})
		}
		changes, err := change.EncodeChanges(change.Difference{}, snapshot)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := chain.Freeze(dir, string(day), trial.Moment(string(day)), snapshot, changes, files); err != nil {
			b.Fatal(err)
		}
		day = day.Add(1)
	}
}

func BenchmarkDiff(b *testing.B) {
	tillit := program(b)
	before, after := siteOf(b, 10000), siteOf(b, 10000)
	for i := range 100 {
		name := supplierFile(after, i*97)
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, bytes.ReplaceAll(text, []byte("country: DE"), []byte("country: IE")), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		measure(b, tillit, "diff", before, after, "--dir", before)
	}
	b.ReportMetric(float64(runtime.NumCPU()), "cores")
}
