package center_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// rooms is where the rooms lie whose rules center gathers.
const rooms = ".."

// TestEveryRuleOfTheCodeStandsInTheTable reads the sources of all rooms and finds each
// rule that they make findings by. The table knows it, and what the table knows is
// found.
func TestEveryRuleOfTheCodeStandsInTheTable(t *testing.T) {
	named := map[string]bool{}
	for _, c := range record.Constraints() {
		named[c.Rule] = true
	}
	for dir, files := range sources(t) {
		if path.Base(dir) == "diag" {
			continue // where the table itself stands
		}
		for _, rule := range rulesIn(files) {
			named[rule] = true
		}
	}
	for id := range named {
		if _, ok := diag.RuleOf(center.Rules(), id); !ok {
			t.Errorf("a finding is made by %s, which the table lacks", id)
		}
	}
	for _, r := range diag.Rules() {
		if !named[r.ID] {
			t.Errorf("the table has %s, by which no finding is made", r.ID)
		}
	}
}

// TestEveryFindingIsMadeByARule finds the findings that are written out in another
// room than diag: nothing would know of their rule.
func TestEveryFindingIsMadeByARule(t *testing.T) {
	for dir, files := range sources(t) {
		if path.Base(dir) == "diag" {
			continue
		}
		for _, f := range files {
			ast.Inspect(f, func(n ast.Node) bool {
				if l, ok := n.(*ast.CompositeLit); ok && writtenOut(l) {
					t.Errorf("%s: a finding of %s is made without diag.New or a rule's At", dir, f.Name)
				}
				return true
			})
		}
	}
}

// writtenOut tells whether a literal is a diag.Diagnostic with fields, or a diag.List
// that holds one.
func writtenOut(l *ast.CompositeLit) bool {
	s, _ := l.Type.(*ast.SelectorExpr)
	switch {
	case s == nil || len(l.Elts) == 0:
		return false
	case s.Sel.Name == "List":
		return slices.ContainsFunc(l.Elts, func(e ast.Expr) bool { _, literal := e.(*ast.CompositeLit); return literal })
	}
	return s.Sel.Name == "Diagnostic"
}

// sources are the Go files of every room that are no tests, by folder.
func sources(t *testing.T) map[string][]*ast.File {
	t.Helper()
	all := map[string][]*ast.File{}
	err := filepath.WalkDir(rooms, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		all[filepath.ToSlash(filepath.Dir(name))] = append(all[filepath.ToSlash(filepath.Dir(name))], f)
		return err
	})
	if err != nil || len(all) < 10 {
		t.Fatal(len(all), err)
	}
	return all
}

// rulesIn finds each rule that the files of a room name: as the first argument of
// diag.New, as the argument of a parameter called rule, as the value of a field or
// variable called rule, or as what a function returns whose name ends in Rule.
func rulesIn(files []*ast.File) []string {
	var found []string
	add := func(e ast.Expr) {
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING && l.Value != `""` {
			s, _ := strconv.Unquote(l.Value)
			found = append(found, s)
		}
	}
	places := ruleParameters(files)
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if i, ok := places[calleeOf(n)]; ok && i < len(n.Args) {
					add(n.Args[i])
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && strings.EqualFold(key.Name, "rule") {
					add(n.Value)
				}
			case *ast.AssignStmt:
				for i, left := range n.Lhs {
					if id, ok := left.(*ast.Ident); ok && id.Name == "rule" && i < len(n.Rhs) {
						add(n.Rhs[i])
					}
				}
			case *ast.FuncDecl:
				if strings.HasSuffix(n.Name.Name, "Rule") {
					ast.Inspect(n, func(n ast.Node) bool {
						if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) > 0 {
							add(r.Results[0])
						}
						return true
					})
				}
			}
			return true
		})
	}
	return found
}

// ruleParameters returns, by name of a function, where its parameter rule stands.
func ruleParameters(files []*ast.File) map[string]int {
	places := map[string]int{"diag.New": 0}
	for _, f := range files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			i := 0
			for _, p := range fn.Type.Params.List {
				for _, name := range p.Names {
					if name.Name == "rule" {
						places[fn.Name.Name] = i
					}
					i++
				}
			}
		}
	}
	return places
}

// calleeOf names the function that is called: by itself, or diag.New with its package.
func calleeOf(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok && x.Name == "diag" {
			return "diag." + f.Sel.Name
		}
		return f.Sel.Name
	}
	return ""
}
