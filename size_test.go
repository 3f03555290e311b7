package tillit_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"
)

// How long things may be, in lines: what grows beyond wants a door.
const (
	mostOfARoom     = 3000
	mostOfAFile     = 600
	mostOfAFunction = 75
)

// wide are rooms that may be longer, and why.
var wide = map[string]int{
	"rules/law": 6500, // a table of duties, each a few lines
}

func TestNothingOutgrowsItsWalls(t *testing.T) {
	rooms := map[string]int{}
	sources(t, func(room, file string, _ []string) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Count(string(text), "\n")
		rooms[room] += lines
		if lines > mostOfAFile {
			t.Errorf("%s has %d lines, more than %d", file, lines, mostOfAFile)
		}
		files := token.NewFileSet()
		tree, err := parser.ParseFile(files, file, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range tree.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Body == nil || room == "trial" { // which holds data
				continue
			}
			if n := files.Position(f.End()).Line - files.Position(f.Pos()).Line + 1; n > mostOfAFunction {
				t.Errorf("%s: %s has %d lines, more than %d", file, f.Name.Name, n, mostOfAFunction)
			}
		}
	})
	for room, lines := range rooms {
		most := mostOfARoom
		if n, ok := wide[room]; ok {
			most = n
		}
		if lines > most {
			t.Errorf("the room %s has %d lines, more than %d", room, lines, most)
		}
	}
}
