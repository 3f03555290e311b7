package list

import (
	"path"
	"strings"

	"tillit/tools/internal/facts/record"
)

// Index is the one place where a program finds all downloads: what each of them is,
// in which language and where.
func Index(set *record.Set, e Edition, files []File) []File {
	if len(files) == 0 {
		return nil
	}
	rows := make([]any, len(files))
	for i, f := range files {
		rows[i] = described(f)
	}
	o := Object{
		{"$schema", "index.schema.json"},
		{"organisation", set.Organisation.Name},
		{"as_of", string(e.AsOf)},
	}
	if e.Version != "" {
		o = append(o, Member{"version", e.Version})
	}
	if e.Digest != "" {
		o = append(o, Member{"digest", e.Digest})
	}
	return []File{
		{Path: Folder + "index.json", Data: Encode(append(o, Member{"files", rows}))},
		{Path: Folder + "index.schema.json", Data: indexSchema()},
	}
}

// described tells of a file by its name: subprocessors.sv.csv.
func described(f File) Object {
	name := path.Base(f.Path)
	list, rest, _ := strings.Cut(name, ".")
	o := Object{{"path", name}, {"list", list}}
	if lang, ending, ok := strings.Cut(rest, "."); ok && lang != "schema" {
		o, rest = append(o, Member{"language", lang}), ending
	}
	kind := map[string]string{
		"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "pdf": "application/pdf", "csv": "text/csv",
		"csv-metadata.json": "application/csvm+json", "schema.json": "application/schema+json", "json": "application/json",
	}[rest]
	o = append(o, Member{"media_type", kind}, Member{"bytes", len(f.Data)})
	if f.Dated != "" {
		o = append(o, Member{"dated", path.Base(f.Dated)})
	}
	return o
}

func indexSchema() []byte {
	str := Object{{"type", "string"}}
	return Encode(Object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "urn:tillit:data:v1:index"},
		{"type", "object"},
		{"required", []string{"organisation", "as_of", "files"}},
		{"properties", Object{
			{"$schema", str}, {"organisation", str}, {"as_of", jsonType(Date)}, {"version", str}, {"digest", str},
			{"files", Object{{"type", "array"}, {"items", Object{
				{"type", "object"}, {"required", []string{"path", "list", "media_type", "bytes"}},
				{"properties", Object{{"path", str}, {"list", str}, {"language", str}, {"media_type", str}, {"bytes", jsonType(Int)}, {"dated", str}}},
				{"additionalProperties", false},
			}}}},
		}},
		{"additionalProperties", false},
	})
}
