package source

import "tillit/tools/internal/diag"

// Input is a record file as it was read.
type Input struct {
	Name string // slash-separated, relative to the site's folder
	Data []byte
}

// Limits bounds what Read takes in. Zero means the limit of the format.
type Limits struct {
	Files int   // record files in all
	Bytes int64 // of one file
	Total int64 // bytes of all files together
}

// Read returns every record file below a folder of the site, sorted by name,
// and the findings about files that are no records. A folder that does not
// exist is an error.
func Read(root, dir string, limits Limits) ([]Input, diag.List, error) {
	return nil, nil, nil
}

// ID returns the id that a file's name stands for: its last part without the
// ending, corrected where it is no id.
func ID(name string) string {
	return ""
}
