package list

import (
	"bytes"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/words"
)

// File is one file to publish.
type File struct {
	Path string // slash-separated, relative to the site's root address
	Data []byte

	// Dated is a second path of the same bytes, whose name says in a folder of
	// downloads what the file is: exempelbolaget-underbitraden-2026-12-01.xlsx.
	// It is empty where the file has one address only.
	Dated string
}

// Folder is where downloads lie; v1 is the promise that they keep their shape.
const Folder = "data/v1/"

// Path is where the newest edition of a table in a format is published.
func (t Table) Path(ending string) string { return Folder + t.Name + "." + t.Language + "." + ending }

// Dated is where this edition of it is.
func (t Table) Dated(ending string) string {
	return Folder + Dated(t.Organisation, Latin(t.Title, t.Name), t.Language, t.Edition) + "." + ending
}

func Dated(organisation, title, lang string, e Edition) string {
	parts := []string{words.Fold(organisation), words.Fold(title)}
	if !words.Spoken(lang) { // a title may be the same in two languages
		parts = append(parts, words.Fold(lang))
	}
	return diag.Join("-", append(parts, words.Fold(e.name()))...)
}

// Latin is a title, or a name in its place where it has no letter for a file's name.
func Latin(title, name string) string {
	if words.Fold(title) == "" {
		return name
	}
	return title
}

// Files are the jobs that write a filled list, and its schema with the first of its
// languages.
func (r Roll) Files(t Table, first bool) []func() []File {
	if len(t.Rows) == 0 {
		return nil
	}
	file := func(ending string, data []byte) File {
		return File{Path: t.Path(ending), Data: data, Dated: t.Dated(ending)}
	}
	return []func() []File{
		func() []File { return []File{file("pdf", PDF(r, t))} },
		func() []File { return []File{file("xlsx", XLSX(t))} },
		func() []File {
			files := []File{file("csv", CSV(t)), file("json", JSON(t)), {Path: t.Path("csv-metadata.json"), Data: CSVW(t)}}
			if first {
				files = append(files, File{Path: Folder + t.Name + ".schema.json", Data: Schema(t)})
			}
			return files
		},
	}
}

// Settled are files that are kept for long, and not written any more: without the room
// in which they were written.
func Settled(files []File) []File {
	for n, f := range files {
		if cap(f.Data) > len(f.Data)*5/4 {
			files[n].Data = bytes.Clone(f.Data)
		}
	}
	return files
}

// Run does jobs side by side and returns their files in the order of the jobs.
// Two files may get the same dated name where languages share their words; the
// first one has it.
func Run(jobs []func() []File, e Edition) []File {
	done := make([][]File, len(jobs))
	disk.Each(len(jobs), func(i int) {
		done[i] = Settled(jobs[i]())
	})

	var files []File
	taken := map[string]bool{}
	for _, some := range done {
		for _, f := range some {
			if e.Frozen || taken[f.Dated] {
				f.Dated = ""
			}
			taken[f.Dated] = f.Dated != ""
			files = append(files, f)
		}
	}
	return files
}
