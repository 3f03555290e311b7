package feed

import (
	"strings"

	"tillit/tools/internal/publish/list"
)

// LetterFiles are letters in their languages as files of each format, under names that
// begin with base. A list for mail merge holds all languages.
func LetterFiles(letters []Letter, formats []string, base string) []list.File {
	var files []list.File
	for _, format := range formats {
		if format == "csv" {
			files = append(files, list.File{Path: base + ".csv", Data: Letters(letters)})
			continue
		}
		ending := strings.Replace(format, "text", "txt", 1)
		for _, l := range letters {
			files = append(files, list.File{Path: base + "." + l.Language + "." + ending, Data: l.File(format)})
		}
	}
	return files
}
