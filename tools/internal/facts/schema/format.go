package schema

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// Download is a list that visitors download. Room publish/list knows the lists; it and
// this room do not know each other, so they are handed in.
type Download struct {
	Name    string // in the names of its files
	Title   diag.Text
	Columns []Column
}

// Column is a column of such a list.
type Column struct {
	Name  string    // as it stands in the file
	Type  string    // what its cells hold
	Label diag.Text // the heading that a person sees
	Doc   diag.Text // what the cells mean
}

// Format returns the pages on the format of the facts, below the folder docs: format.md,
// which lists them, and in format/en and format/sv how to write a record, a page for
// each kind of record, the lists of choices, and the columns of the downloads.
func Format(docs string, lists []Download) ([]Folder, error) {
	n, err := ownNotes()
	if err != nil {
		return nil, err
	}
	folders := []Folder{{Name: docs, Files: []File{{Name: "format.md", Data: index()}}}}
	for _, lang := range []string{"en", "sv"} {
		files, err := pages(n, lang, lists)
		if err != nil {
			return nil, err
		}
		folders = append(folders, Folder{Name: path.Join(docs, "format", lang), Files: files, Ending: ".md"})
	}
	return folders, nil
}

// pages are those of one language.
func pages(n notes, lang string, lists []Download) ([]File, error) {
	named := map[string]bool{} // the lists of choices that fields refer to
	var files []File
	add := func(name string, write func(*page) error) error {
		p := &page{notes: n, lang: lang, lists: named}
		if err := write(p); err != nil {
			return fmt.Errorf("the page %s of the format: %w", name, err)
		}
		files = append(files, File{Name: name + ".md", Data: p.out.Bytes()})
		return nil
	}
	for _, k := range record.Kinds() {
		if err := add(k.Name, func(p *page) error { return p.kind(k) }); err != nil {
			return nil, err
		}
	}
	for _, other := range []struct {
		name  string
		write func(*page) error
	}{
		{"writing", func(p *page) error { return p.written("writing") }},
		{"choices", func(p *page) error { p.choices(); return nil }},
		{"downloads", func(p *page) error { return p.downloads(lists) }},
	} {
		if err := add(other.name, other.write); err != nil {
			return nil, err
		}
	}
	return files, nil
}

const indexHead = `# The format of the facts

Every fact of a trust center stands in a YAML file below ` + "`data/`" + `. These pages tell what the files may hold, each whole in English and in Swedish. They are made from the source code by ` + "`tillit schema`" + `, so they cannot say anything else than the program does; do not edit them by hand. A person who writes the files finds the same words in the editor: ` + "`schema/`" + ` holds a JSON Schema per kind of record, and ` + "`.vscode/`" + ` binds them to the folders.

*Alla uppgifter på förtroendesidorna står i YAML-filer i ` + "`data/`" + `. De här sidorna säger vad filerna får innehålla, var och en i sin helhet på svenska och på engelska. De skrivs av ` + "`tillit schema`" + ` ur källkoden, så de kan inte säga något annat än det som programmet gör; ändra dem inte för hand. Den som skriver filerna möter samma ord i redigeraren: ` + "`schema/`" + ` innehåller ett JSON Schema för varje slags post, och ` + "`.vscode/`" + ` knyter dem till mapparna.*

| | English | svenska |
| --- | --- | --- |
| Start here / börja här | [How to write a record](format/en/writing.md) | [Så skriver man en post](format/sv/writing.md) |
| The codes / koderna | [Choices](format/en/choices.md) | [Val](format/sv/choices.md) |
| What is taken away / det som hämtas | [Downloads](format/en/downloads.md) | [Nedladdningar](format/sv/downloads.md) |

| Where / var | English | svenska | Schema |
| --- | --- | --- | --- |
`

// index is format.md.
func index() []byte {
	var b bytes.Buffer
	b.WriteString(indexHead)
	for _, k := range record.Kinds() {
		fmt.Fprintf(&b, "| <a id=%[1]q></a>`%[2]s` | [%[3]s](format/en/%[1]s.md) | [%[4]s](format/sv/%[1]s.md) | [%[5]s](../schema/%[5]s) |\n",
			k.Name, fileOf(k), diag.Capital(k.Plural.EN), diag.Capital(k.Plural.SV), k.Name+Suffix)
	}
	return b.Bytes()
}

// fileOf is where records of a kind lie.
func fileOf(k record.Kind) string {
	if k.Folder == "" {
		return "data/" + k.Name + ".yaml"
	}
	return "data/" + k.Folder + "/<id>.yaml"
}

// examples are a small site without findings, whose records the pages show.
//
//go:embed example
var examples embed.FS

// examplesOf are the example records of a kind, the one that says most first.
func examplesOf(k record.Kind) ([]File, error) {
	pattern := "example/" + k.Folder + "/*.yaml"
	if k.Folder == "" {
		pattern = "example/" + k.Name + ".yaml"
	}
	names, err := fs.Glob(examples, pattern)
	if err != nil {
		return nil, err
	}
	var files []File
	for _, name := range names {
		data, err := examples.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, File{Name: "data/" + strings.TrimPrefix(name, "example/"), Data: data})
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("there is no example in %s", pattern)
	}
	slices.SortStableFunc(files, func(a, b File) int { return cmp.Compare(len(b.Data), len(a.Data)) })
	return files, nil
}
