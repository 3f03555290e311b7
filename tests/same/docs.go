package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// An example is what the docs show of a rule: files that are laid over a site, and
// the command that finds fault with them.
type example struct {
	rule, command, base string
	blocks              []block
}

// A block is a file of an example, or what is done to one: removed, moved, a link.
type block struct{ how, path, body string }

var (
	rulesHeading = regexp.MustCompile(`(?m)^## ([a-z0-9-]+)$`)
	fencedBlock  = regexp.MustCompile("(?ms)^```([a-z-]+)(?: ([^\n]+))?\n(.*?)^```$")
)

// smallSite is what the examples lie over, unless a command is shown that finds fault
// with them: then it is the site that tillit init --example makes.
const smallSite, initSite = "tools/internal/rules/check/testdata/site", "examples/starter"

// readExamples returns every example with a file in docs/, in order.
func readExamples() ([]example, error) {
	var all []example
	err := filepath.WalkDir("docs", func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".md" {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		at := rulesHeading.FindAllSubmatchIndex(text, -1)
		for i, h := range at {
			end := len(text)
			if i+1 < len(at) {
				end = at[i+1][0]
			}
			e := example{rule: string(text[h[2]:h[3]]), command: "check", base: smallSite}
			for _, f := range fencedBlock.FindAllSubmatch(text[h[1]:end], -1) {
				how, path, body := string(f[1]), string(f[2]), string(f[3])
				switch command, _, said := strings.Cut(strings.TrimPrefix(body, "$ tillit "), "\n"); {
				case how == "text" && said && strings.HasPrefix(body, "$ tillit "):
					e.command, e.base = command, initSite
				case strings.Contains(path, "/"):
					e.blocks = append(e.blocks, block{how, path, body})
				case strings.HasPrefix(path, "policy."):
					e.command = "page"
					e.blocks = append(e.blocks, block{how, path, body})
				}
			}
			if len(e.blocks) > 0 {
				all = append(all, e)
			}
		}
		return nil
	})
	return all, err
}

// merged is one site with as many examples as have no file in common. What leaves
// out the rest of a site is not among them.
func merged(all []example) *example {
	m := &example{rule: "merged", command: "merged", base: initSite}
	taken := map[string]bool{"data/organisation.yaml": true}
	for _, e := range all {
		for _, b := range e.blocks {
			switch b.how {
			case "yaml", "markdown", "bytes":
				if e.command == "check" && !taken[b.path] && !strings.Contains(b.body, `\{`) {
					taken[b.path] = true
					m.blocks = append(m.blocks, b)
				}
			}
		}
	}
	return m
}

// lay puts the example's files over a site.
func (e *example) lay(root string) error {
	for _, b := range e.blocks {
		file := filepath.Join(root, b.path)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		var err error
		switch b.how {
		case "removed":
			err = os.RemoveAll(file)
		case "link":
			os.Remove(file)
			err = os.Symlink(strings.TrimSpace(b.body), file)
		case "bytes":
			err = os.WriteFile(file, written(strings.TrimSuffix(b.body, "\n")), 0o644)
		default:
			err = os.WriteFile(file, []byte(b.body), 0o644)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

var escape = regexp.MustCompile(`(?s)\\(?:x([0-9A-F]{2})|\{(\d+)\*(.*?)\})`)

// written turns \xEF into the byte EF and \{3*ab} into ababab.
func written(text string) []byte {
	return escape.ReplaceAllFunc([]byte(text), func(m []byte) []byte {
		p := escape.FindSubmatch(m)
		if len(p[1]) > 0 {
			b, _ := strconv.ParseUint(string(p[1]), 16, 8)
			return []byte{byte(b)}
		}
		n, _ := strconv.Atoi(string(p[2]))
		return bytes.Repeat(p[3], n)
	})
}
