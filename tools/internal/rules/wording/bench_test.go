package wording

import (
	"os"
	"path/filepath"
	"testing"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
)

func BenchmarkFramesAreMade(b *testing.B) {
	for b.Loop() {
		if _, err := readLints(); err != nil {
			b.Fatal(err)
		}
		for _, lang := range []string{"sv", "en"} {
			if _, err := makeFrames(lang); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkOurOwnTexts reads the records and the prose of this repository.
func BenchmarkOurOwnTexts(b *testing.B) {
	root := filepath.Join("..", "..", "..", "..")
	set, _, err := record.Load(root)
	if err != nil {
		b.Fatal(err)
	}
	names, _ := filepath.Glob(filepath.Join(root, "content", "*", "index.*.md"))
	var texts []prose.File
	size := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		size += len(data)
		texts = append(texts, prose.File{File: filepath.Base(name), Lang: filepath.Ext(name[:len(name)-3])[1:], Data: data})
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		Lint(set, texts, "2026-11-29")
	}
}
