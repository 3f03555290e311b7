package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// cacheFolder is where programs and records are kept from run to run.
func cacheFolder() (string, error) {
	cache, err := os.UserCacheDir()
	return filepath.Join(cache, "tillit-same"), err
}

// build returns the programs to compare: that of the ref (or of OLD), and that of
// the working tree. They are kept in the user's cache, so that only what changed is
// linked again.
func build(ref string) ([2]string, error) {
	none := [2]string{}
	cache, err := cacheFolder()
	if err != nil {
		return none, err
	}
	top, err := os.Getwd()
	if err != nil {
		return none, err
	}
	current := filepath.Join(cache, fmt.Sprintf("tree-%x", sha256.Sum256([]byte(top)))[:21], "tillit")
	if err := link(top, current); err != nil {
		return none, err
	}
	base := os.Getenv("OLD")
	if base == "" {
		if base, err = buildBase(ref, cache); err != nil {
			return none, err
		}
	}
	if base, err = filepath.Abs(base); err != nil {
		return none, err
	}
	return [2]string{base, current}, forget(cache)
}

// buildBase builds the program of a ref, unless it was built before.
func buildBase(ref, cache string) (string, error) {
	if ref == "" {
		text, err := os.ReadFile(filepath.Join(here, "base"))
		if err != nil {
			return "", err
		}
		ref = strings.TrimSpace(string(text))
	}
	commit, err := output("git", "rev-parse", "--verify", ref+"^{commit}")
	if err != nil {
		return "", fmt.Errorf("there is no commit %s: %w", ref, err)
	}
	folder := filepath.Join(cache, "commit-"+commit)
	program := filepath.Join(folder, "tillit")
	if _, err := os.Stat(program); err == nil {
		return program, os.Chtimes(folder, time.Time{}, time.Now())
	}
	source, err := os.MkdirTemp("", "same-base-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(source)
	if _, err := output("bash", "-c", `set -o pipefail; git archive "$0" | tar -x -C "$1"`, commit, source); err != nil {
		return "", err
	}
	return program, link(source, program)
}

// link builds the program of a source tree. No program names its commit, for then
// it would differ from every other.
func link(source, program string) error {
	if err := os.MkdirAll(filepath.Dir(program), 0o755); err != nil {
		return err
	}
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", program, "./tools/tillit")
	cmd.Dir, cmd.Stderr = source, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("the program in %s does not build: %w", source, err)
	}
	return os.Chtimes(filepath.Dir(program), time.Time{}, time.Now())
}

// forget removes the programs and records that nobody used for a week.
func forget(cache string) error {
	folders, err := os.ReadDir(cache)
	if err != nil {
		return err
	}
	for _, f := range folders {
		info, err := f.Info()
		if err != nil {
			return err
		}
		if time.Since(info.ModTime()) > 7*24*time.Hour {
			if err := os.RemoveAll(filepath.Join(cache, f.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

func output(name string, args ...string) (string, error) {
	out, err := exec.Command(name, args...).Output()
	return strings.TrimSpace(string(out)), err
}
