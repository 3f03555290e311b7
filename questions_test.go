package tillit_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"slices"
	"strings"
	"testing"
)

// Questions about the facts have one place, facts/record: where something lies, where
// a recipient stands on a day, who gets which data, what is stated. Twice each room
// asked for itself, and twice the site published a falsehood. So no other room may
// compare what the answers are made of.

// answering are the rooms that may: the questions, the values that they are about, and
// the tables of the law.
var answering = []string{"facts/record", "facts/value", "rules/statute"}

// comparable are fields that others may show, and ask whether they are stated, and
// what to ask in place of comparing them.
var comparable = map[string]string{
	"Country": "Zone of a country, place or recipient", "Region": "Zone of a place",
	"Effective": "Status, or what Set.On tells", "Ended": "Status, or Listed for an order",
	"Announced": "Status or Notice", "ObjectBy": "Status or Notice",
}

// asked are fields that are answers themselves, and the questions behind them.
var asked = map[string]string{"ThirdCountry": "Transfers or StatesTransfer", "Declarations": "Declared"}

// comparing are functions and methods that compare their arguments.
var comparing = []string{"Before", "After", "DaysUntil", "Compare", "Equal", "EqualFold", "Contains", "Index"}

// mayCompare are those who compare such fields all the same, by file and expression or
// by a room of which it holds, and what of.
var mayCompare = map[string]string{
	"history/version/*": "the day of a version",
	"history/change/entry.go: e.Effective > e.Issued": "plain data, of any shape",

	"rules/law/guidelines.go: n.Date.Before(c.Effective)": "the day of a change",
	"rules/law/notice.go: n.Date.Before(c.Effective)":     "the day of a change",

	"center/authorities.go: a.Country != \"SE\"":                                            "the country of an authority",
	"center/authorities.go: a.Country == b.Country":                                         "the country of an authority",
	"center/authorities.go: slices.Contains(set.Organisation.AudienceCountries, a.Country)": "the country of an authority",
	"facts/page/condition.go: a.Country == \"SE\"":                                          "the country of an authority",
	"facts/page/condition.go: a.Country == o.AudienceCountries[0]":                          "the country of an authority",
	"rules/law/complaint.go: au.Country == statute.HomeOf(c)":                               "the country of an authority",
	"rules/law/mistake_authority.go: a.Country == \"AX\"":                                   "the country of an authority",
	"rules/law/mistake_authority.go: known.Country == a.Country":                            "the country of an authority",
	"rules/law/stale.go: a.Country == country":                                              "the country of an authority",
	"rules/law/sweden.go: a.Country == \"SE\"":                                              "the country of an authority",
	"rules/law/sweden.go: au.Country != \"SE\"":                                             "the country of an authority",
	"rules/wording/lint_policy.go: v.Country == \"AX\"":                                     "whom the law of Åland is for",
	"rules/wording/lint_policy.go: v.Address.Country == \"AX\"":                             "whom the law of Åland is for",
	"rules/wording/lint.go: c.Address.Country == \"AX\"":                                    "whom the law of Åland is for",
	"facts/words/tongue.go: a.Country != home":                                              "an address names a country that is not its organisation's",
	"publish/list/protection.go: transfer(r).ThirdCountry":                                  "a list shows it as it is stated",
	"publish/view/view_activity.go: a.Recipients.List":                                      "the page shows whom the activity names",
}

func TestQuestionsAreAskedOfTheRecords(t *testing.T) {
	used := map[string]bool{}
	sources(t, func(room, file string, _ []string) {
		if slices.Contains(answering, room) || room == "trial" {
			return
		}
		for _, f := range ownAnswers(t, file, nil) {
			key := strings.TrimPrefix(file, "tools/internal/") + ": " + f.expression
			if mayCompare[key] == "" {
				key = room + "/*"
			}
			if mayCompare[key] != "" {
				used[key] = true
				continue
			}
			t.Errorf("%s:%d: %s: ask record for %s", file, f.line, f.expression, f.instead)
		}
	})
	for key := range mayCompare {
		if !used[key] {
			t.Errorf("nothing needs the exception %q any longer", key)
		}
	}
}

func TestOwnAnswersAreSeen(t *testing.T) {
	for code, seen := range map[string]bool{
		`r.Effective > today`:                       true,
		`"2026-01-01" == string(r.Ended)`:           true,
		`day <= (r.ObjectBy)`:                       true,
		`today.Before(r.Announced)`:                 true,
		`r.Announced.DaysUntil(other)`:              true,
		`cmp.Compare(a.Ended, b.Ended)`:             true,
		`l.Region == "world"`:                       true,
		`r.Parent.Country != "SE"`:                  true,
		`slices.Contains(list, l.Country)`:          true,
		`r.Kind == "subprocessor"`:                  true,
		`*r.Transfer.ThirdCountry`:                  true,
		`o.Declarations.Transfers`:                  true,
		`a.Recipients.List`:                         true,
		`d.Used != nil && *d.Used`:                  true,
		`d != nil && d.Used != nil && !*d.Used`:     true,
		`func() { switch l.Region { case "EU": } }`: true,
		`r.Effective != ""`:                         false,
		`r.Status(day) == record.Ended`:             false,
		`l.Country.Zone() == value.Outside`:         false,
		`r.Kind == "category"`:                      false,
		`t.Day(r.Effective)`:                        false,
		`a.Recipients.None`:                         false,
		`record.Yes(d.Used)`:                        false,
		`d != nil && *d == (record.Declarations{})`: false,
	} {
		if got := ownAnswers(t, "x.go", "package x\nvar _ = "+code); len(got) > 0 != seen {
			t.Errorf("%s: %v", code, got)
		}
	}
}

// ownAnswer is an expression by which a room answers for itself.
type ownAnswer struct {
	line                int
	expression, instead string
}

// ownAnswers finds them in a file, or in a text in its place.
func ownAnswers(t *testing.T, file string, src any) []ownAnswer {
	t.Helper()
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, file, src, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found []ownAnswer
	report := func(n ast.Expr, instead string) {
		var b bytes.Buffer
		if err := printer.Fprint(&b, files, n); err != nil {
			t.Fatal(err)
		}
		found = append(found, ownAnswer{files.Position(n.Pos()).Line, b.String(), instead})
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if instead := compared(n); instead != "" {
				report(n, instead)
				return false
			}
		case *ast.SwitchStmt:
			if f := field(n.Tag); comparable[f] != "" {
				report(n.Tag, comparable[f])
			}
		case *ast.CallExpr:
			called, _ := n.Fun.(*ast.SelectorExpr)
			if called == nil || !slices.Contains(comparing, called.Sel.Name) {
				return true
			}
			for _, of := range append([]ast.Expr{called.X}, n.Args...) {
				if f := field(of); comparable[f] != "" {
					report(n, comparable[f])
					return false
				}
			}
		case *ast.SelectorExpr:
			if asked[field(n)] != "" {
				report(n, asked[field(n)])
			}
			if field(n.X) == "Recipients" && n.Sel.Name == "List" {
				report(n, "Involved, Getting, Names or Declared")
			}
		}
		return true
	})
	return found
}

// compared tells what to ask in place of a comparison, or nothing where it is none of
// the facts in question.
func compared(n *ast.BinaryExpr) string {
	switch n.Op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		for _, side := range [][2]ast.Expr{{n.X, n.Y}, {n.Y, n.X}} {
			f, other := field(side[0]), text(side[1])
			switch {
			case comparable[f] != "" && other != `""`:
				return comparable[f]
			case f == "Kind" && other == `"subprocessor"`:
				return "IsSubprocessor"
			}
		}
	case token.LAND:
		left, _ := n.X.(*ast.BinaryExpr)
		if left != nil && left.Op == token.LAND {
			left, _ = left.Y.(*ast.BinaryExpr)
		}
		right := n.Y
		if not, ok := right.(*ast.UnaryExpr); ok && not.Op == token.NOT {
			right = not.X
		}
		star, _ := right.(*ast.StarExpr)
		if left != nil && left.Op == token.NEQ && text(left.Y) == "nil" && star != nil && field(left.X) != "" && field(left.X) == field(star.X) {
			return "Yes or No"
		}
	}
	return ""
}

// field is the name of the field that an expression reads, also within a conversion;
// empty for anything else.
func field(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.SelectorExpr:
		if text(e.X) == "record" { // a constant or type of that package
			return ""
		}
		return e.Sel.Name
	case *ast.ParenExpr:
		return field(e.X)
	case *ast.CallExpr:
		if len(e.Args) == 1 {
			if _, method := e.Fun.(*ast.SelectorExpr); !method {
				return field(e.Args[0])
			}
		}
	}
	return ""
}

// text is a literal or a name.
func text(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		return e.Value
	case *ast.Ident:
		return e.Name
	}
	return ""
}
