package schema

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"reflect"
	"strings"
	"sync"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// note is what the comment of a struct or field says to a person who writes the
// file: a description in each language, the law that asks, and a value.
type note struct {
	text    diag.Text
	law     string
	example string
}

// notes are the comments of package record, by "Type" and by "Type.Field".
type notes map[string]note

// Meaning is what the comment of a field says that it means: that of the field with a
// key in YAML, such as trade_name of Recipient; pointers and lists are looked through.
// It is nothing when there is no such field.
func Meaning(of reflect.Type, key string) diag.Text {
	if of = inner(solid(of)); of.Kind() != reflect.Struct {
		return diag.Text{}
	}
	n, err := ownNotes()
	if err != nil { // cannot be: the source was compiled
		return diag.Text{}
	}
	for i := range of.NumField() {
		if f := of.Field(i); f.Tag.Get("yaml") == key {
			return n[of.Name()+"."+f.Name].text
		}
	}
	return diag.Text{}
}

// ownNotes are those of the records of this program, read once.
var ownNotes = sync.OnceValues(func() (notes, error) { return readNotes(record.Files) })

// readNotes reads the comments out of Go source, because a program cannot see
// its own comments.
func readNotes(src fs.FS) (notes, error) {
	names, err := fs.Glob(src, "*.go")
	if err != nil {
		return nil, fmt.Errorf("list the source of the records: %w", err)
	}
	found := notes{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := fs.ReadFile(src, name)
		if err != nil {
			return nil, fmt.Errorf("read the source of the records: %w", err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, fmt.Errorf("parse the source of the records: %w", err)
		}
		for _, decl := range file.Decls {
			if d, ok := decl.(*ast.GenDecl); ok && d.Tok == token.TYPE {
				found.types(d)
			}
		}
	}
	return found, nil
}

// types notes the comments of the structs in a declaration, and of their fields.
func (n notes) types(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		s := spec.(*ast.TypeSpec)
		doc := s.Doc
		if doc == nil {
			doc = d.Doc
		}
		n[s.Name.Name] = parseNote(strings.TrimPrefix(doc.Text(), s.Name.Name+" is "))
		st, ok := s.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, f := range st.Fields.List {
			for _, name := range f.Names {
				n[s.Name.Name+"."+name.Name] = parseNote(f.Doc.Text())
			}
		}
	}
}

// parseNote splits a comment at the lines that begin with a word and a colon.
// A line without one goes on with what the line before it said.
func parseNote(comment string) note {
	parts := map[string][]string{}
	part := "en"
	for line := range strings.Lines(comment) {
		line = strings.TrimSpace(line)
		if word, rest, ok := strings.Cut(line, ": "); ok && (word == "sv" || word == "law" || word == "example") {
			part, line = word, rest
		}
		if line != "" {
			parts[part] = append(parts[part], line)
		}
	}
	said := func(part string) string { return strings.Join(parts[part], " ") }
	return note{
		text:    diag.Text{SV: said("sv"), EN: diag.Capital(said("en"))},
		law:     said("law"),
		example: said("example"),
	}
}
