package export

import (
	"path"
	"strings"

	"tillit/tools/internal/record"
)

// index is the one place where a program finds all downloads: what each of them is,
// in which language and where.
func index(set *record.Set, e Edition, files []File) []File {
	if len(files) == 0 {
		return nil
	}
	rows := make([]any, len(files))
	for i, f := range files {
		rows[i] = entryOf(f)
	}
	o := object{
		{"$schema", "index.schema.json"},
		{"organisation", set.Organisation.Name},
		{"as_of", string(e.AsOf)},
	}
	if e.Version != "" {
		o = append(o, member{"version", e.Version})
	}
	if e.Digest != "" {
		o = append(o, member{"digest", e.Digest})
	}
	return []File{
		{Path: folder + "index.json", Data: encode(append(o, member{"files", rows}))},
		{Path: folder + "index.schema.json", Data: indexSchema()},
	}
}

// entryOf describes a file by its name: subprocessors.sv.csv.
func entryOf(f File) object {
	name := path.Base(f.Path)
	list, rest, _ := strings.Cut(name, ".")
	o := object{{"path", name}, {"list", list}}
	if lang, ending, ok := strings.Cut(rest, "."); ok && lang != "schema" {
		o, rest = append(o, member{"language", lang}), ending
	}
	kind := map[string]string{
		"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "pdf": "application/pdf", "csv": "text/csv",
		"csv-metadata.json": "application/csvm+json", "schema.json": "application/schema+json", "json": "application/json",
	}[rest]
	o = append(o, member{"media_type", kind}, member{"bytes", len(f.Data)})
	if f.Dated != "" {
		o = append(o, member{"dated", path.Base(f.Dated)})
	}
	return o
}

func indexSchema() []byte {
	str := object{{"type", "string"}}
	return encode(object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "urn:tillit:data:v1:index"},
		{"type", "object"},
		{"required", []string{"organisation", "as_of", "files"}},
		{"properties", object{
			{"$schema", str}, {"organisation", str}, {"as_of", jsonType(Date)}, {"version", str}, {"digest", str},
			{"files", object{{"type", "array"}, {"items", object{
				{"type", "object"}, {"required", []string{"path", "list", "media_type", "bytes"}},
				{"properties", object{{"path", str}, {"list", str}, {"language", str}, {"media_type", str}, {"bytes", jsonType(Int)}, {"dated", str}}},
				{"additionalProperties", false},
			}}}},
		}},
		{"additionalProperties", false},
	})
}
