package skeleton

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// File is a file of a site that is begun.
type File struct {
	Path string // slash-separated, from the site's folder
	Data []byte
}

// Site is the site that init writes, in some languages: the facts of the made-up
// company or the questions with what is true for everybody, the schemas that an editor
// needs, and the binding between the two.
func Site(program fs.FS, questions []byte, example bool, languages []string) ([]File, error) {
	var files []File
	for _, from := range []struct{ root, to string }{{"examples/starter", ""}, {"schema", "schema"}, {".vscode", ".vscode"}} {
		err := fs.WalkDir(program, from.root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			rel := path.Join(from.to, strings.TrimPrefix(strings.TrimPrefix(name, from.root), "/"))
			data, err := fs.ReadFile(program, name)
			switch {
			case path.Ext(name) != ".yaml":
			case example || strings.HasPrefix(rel, "data/authorities/") || strings.HasPrefix(rel, "data/rights/"):
				data = Spoken(data, languages)
			case rel == "data/organisation.yaml":
				data = Spoken(questions, languages)
			default:
				return err
			}
			files = append(files, File{rel, data})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

var (
	bothLanguages = []byte("languages: [sv, en]")
	languageLine  = regexp.MustCompile(`^( *(?:- )?)(sv|en):( .*)?\n$`)
	bareKey       = regexp.MustCompile(`^ *(?:- )?[a-z_]+:\n$`)
)

// Spoken leaves out of a file that the program carries the texts in other languages than
// those named, and says in organisation.yaml which they are.
func Spoken(data []byte, languages []string) []byte {
	data = bytes.Replace(data, bothLanguages, []byte("languages: ["+strings.Join(languages, ", ")+"]"), 1)
	var kept []string
	left := -1 // the column of the text that is being left out
	item := "" // what stands before the first text of an item, when that was left out
	for line := range strings.Lines(string(data)) {
		if left >= 0 && indentOf(line) > left {
			continue
		}
		left = -1
		m := languageLine.FindStringSubmatch(line)
		switch {
		case m == nil:
			item = ""
		case !slices.Contains(languages, m[2]):
			left = len(m[1])
			if strings.HasSuffix(m[1], "- ") {
				item = m[1]
			}
			continue
		case item != "":
			line, item = item+strings.TrimLeft(line, " "), ""
		}
		kept = append(kept, line)
	}
	return []byte(strings.Join(filled(kept), ""))
}

// filled leaves out the fields below which nothing is left.
func filled(lines []string) []string {
	var kept []string
	for i, line := range lines {
		if bareKey.MatchString(line) && (i+1 == len(lines) || indentOf(lines[i+1]) <= indentOf(line)) {
			continue
		}
		kept = append(kept, line)
	}
	return kept
}

// indentOf is how far a line is indented.
func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
