package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/cli"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/trial"
)

const rulebook = trial.Rulebook("../../docs/rules")

// TestTheRulesOfTheSiteAreDocumentedWithWhatTheyPrint runs each example of docs/rules/
// that begins with a command, with the real program.
func TestTheRulesOfTheSiteAreDocumentedWithWhatTheyPrint(t *testing.T) {
	base := t.TempDir()
	printedBy(t, "init", "--example", filepath.Join(base, "site"))
	shown := 0
	for _, s := range rulebook.Sections(t) {
		if s.Command() == "" {
			continue
		}
		shown++
		t.Run(s.Rule, func(t *testing.T) {
			got := runExample(t, s, filepath.Join(base, "site"))
			if diff := cmp.Diff(uncounted(s.Blocks[len(s.Blocks)-1].Body), uncounted(got)); diff != "" {
				if *update {
					rulebook.Put(t, s.Page, s.Rule, s.Printing(got))
				} else {
					t.Errorf("-documented +printed:\n%s", diff)
				}
			}
		})
	}
	if shown < 40 {
		t.Errorf("only %d examples were run", shown)
	}
}

// uncounted leaves out how many words more a language lacks, which changes with each
// word of the interface.
func uncounted(printed string) string { return wordsMore.ReplaceAllString(printed, "and more,") }

var wordsMore = regexp.MustCompile(`and [0-9]+ more, which are shown in English`)

// runExample lays the files of an example over a site, and returns the command
// with what it prints of the rule.
func runExample(t *testing.T, s trial.Section, starter string) string {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(root, os.DirFS(starter)); err != nil {
		t.Fatal(err)
	}
	command, file, _ := strings.Cut(s.Command(), " ")
	if command == "verify" {
		before := issue(t, root, "2026-01-01", "", "")
		issue(t, root, "2026-03-01", "2026-01-01", before)
		if flag, folder, ok := strings.Cut(file, "--against="); ok && flag == "" {
			file = "--against=" + root + "/" + folder
		} else if file != "" && !strings.HasPrefix(file, "-") {
			file = filepath.Join(root, file)
		}
	}
	for _, b := range s.Blocks[:len(s.Blocks)-1] {
		name := filepath.Join(root, b.File)
		switch b.Kind {
		case "removed":
			must(t, os.RemoveAll(name))
		case "removed-line":
			data, err := os.ReadFile(name)
			must(t, err)
			_, rest, _ := strings.Cut(string(data), "\n")
			must(t, os.WriteFile(name, []byte(rest), 0o644))
		case "bytes":
			must(t, os.MkdirAll(filepath.Dir(name), 0o755))
			must(t, os.WriteFile(name, bytesOf(b.Body), 0o644))
		case "moved":
			must(t, os.Rename(name, filepath.Join(root, strings.TrimSpace(b.Body))))
		default:
			must(t, os.MkdirAll(filepath.Dir(name), 0o755))
			must(t, os.WriteFile(name, []byte(b.Body), 0o644))
		}
	}
	args := []string{command, "--dir", root, "--lang", "en"}
	if file != "" {
		args = append(args, file)
	}
	if command == "check" {
		args = append(args, "--all")
	}
	if command == "build" {
		args = append(args, "--preview", "--all", "--as-of", "2026-11-21", "--out", filepath.Join(t.TempDir(), "public"))
	}
	said := about(s.Rule, printedBy(t, args...))
	if said == "" {
		t.Error("the example does not give the rule")
	}
	return "$ tillit " + s.Command() + "\n" + strings.ReplaceAll(said, root+"/", "")
}

// bytesOf turns \xHH into the byte that it stands for.
func bytesOf(text string) []byte {
	return regexp.MustCompile(`\\x[0-9A-F]{2}`).ReplaceAllFunc([]byte(text), func(m []byte) []byte {
		b, _ := strconv.ParseUint(string(m[2:]), 16, 8)
		return []byte{byte(b)}
	})
}

// printedBy calls the program and returns what it prints.
func printedBy(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	cli.Main(args, strings.NewReader(""), &out, io.Discard, hugo.Render)
	return out.String()
}

// about keeps the findings of a rule: a line that ends with its name, and the
// indented ones below.
func about(rule, printed string) string {
	var b strings.Builder
	inside := false
	for line := range strings.Lines(printed) {
		if !strings.HasPrefix(line, " ") {
			inside = strings.HasSuffix(line, "["+rule+"]\n")
		}
		if inside {
			b.WriteString(line)
		}
	}
	return b.String()
}

// issue makes a version with the fewest files that one can have, and returns its
// digest.
func issue(t *testing.T, root, id, previous, before string) string {
	t.Helper()
	dir := filepath.Join(root, "versions", id)
	var manifest strings.Builder
	for _, f := range []struct{ name, text string }{
		{"changes.json", `{"schema": 1, "entries": []}` + "\n"},
		{"data.json", `{"schema": 1, "records": {}, "prose": {}}` + "\n"},
		{"site/index.html", "<h1>Policy</h1>\n"},
	} {
		must(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, f.name)), 0o755))
		must(t, os.WriteFile(filepath.Join(dir, f.name), []byte(f.text), 0o644))
		fmt.Fprintf(&manifest, "%x  %s\n", sha256.Sum256([]byte(f.text)), f.name)
	}
	digest := fmt.Sprintf("%x", sha256.Sum256([]byte("tillit version\n"+id+"\n"+id+"\n"+previous+"\n"+before+"\n"+manifest.String())))
	version := fmt.Sprintf("# Issued by tillit freeze. A version is evidence: it is never edited.\nid: %q\neffective: %s\n", id, id)
	if previous != "" {
		version += fmt.Sprintf("previous: %q\nprevious_digest: %q\n", previous, before)
	}
	version += fmt.Sprintf("digest: %q\n", digest)
	must(t, os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(manifest.String()), 0o644))
	must(t, os.WriteFile(filepath.Join(dir, "version.yaml"), []byte(version), 0o644))
	return digest
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
