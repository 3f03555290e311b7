package law

import (
	"strings"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/statute"
	"tillit/tools/internal/rules/wording"
)

// numberMistakes are about national identification numbers.
var numberMistakes = []Mistake{
	{
		Rule: wording.Leak.Rule,
		find: leaks,
	},
	{
		Rule: diag.Rule{ID: "orgnr-is-pnr", Group: "organisation", Severity: diag.Warning, Law: "Lag (1974:174); Dataskyddslagen 3 kap. 10 §",
			Title: diag.Say("ett nummer som är någons personnummer", "a number that is somebody's personal identity number")},
		find: asked(each(controllers, quiet, ownNumber)),
	},
	{
		Rule: diag.Rule{ID: "pnr-unjustified", Severity: diag.Error, Law: "Dataskyddslagen 3 kap. 10 §",
			Title: diag.Say("personnummer utan grund i lagen", "a national identification number without a ground in law")},
		find: asked(ofNumbers(justified)),
	},
}

// leaks looks for personal identity numbers in everything that the files say,
// comments too: a file that is read by many is published, whatever the pages
// show. A number in a field of its own for organisation numbers is reported by
// the rule of that field.
func leaks(f *facts) []gap {
	var gaps []gap
	for _, e := range f.set.All() {
		for _, at := range wording.NumbersIn(e.File.Text, f.asOf) {
			line, column := position(e.File.Text, at.From)
			if strings.HasPrefix(strings.TrimSpace(line.text), "org_number:") {
				continue
			}
			gaps = append(gaps, gap{
				spot:    spot{record: e.Value},
				pos:     diag.Pos{File: e.File.Name, Line: line.number, Column: column, Length: at.To - at.From},
				message: f.sentence(e.Value, wording.Leak.Why),
				advice:  wording.Leak.Better,
			})
		}
	}
	return gaps
}

// numberedLine is a line of a file.
type numberedLine struct {
	number int
	text   string
}

// position returns the line of an offset, and the column in code points.
func position(data string, offset int) (numberedLine, int) {
	start := strings.LastIndexByte(data[:offset], '\n') + 1
	end := strings.IndexByte(data[offset:], '\n')
	if end < 0 {
		end = len(data) - offset
	}
	return numberedLine{strings.Count(data[:offset], "\n") + 1, data[start : offset+end]}, utf8.RuneCountInString(data[start:offset]) + 1
}

// ownNumber finds the number of a sole trader, which is a personal identity
// number, in a VAT number.
func ownNumber(f *facts, c *record.Controller) reply {
	digits := strings.TrimSuffix(strings.TrimPrefix(c.VATNumber, "SE"), "01")
	if c.VATNumber != "" && statute.PersonalNumber(digits, f.asOf) {
		return lacks(coverage.Missing, "vat_number", diag.Say("är en enskild näringsidkare, vars momsregistreringsnummer innehåller personnumret", "is a sole trader, whose VAT number contains the personal identity number"), "").
			advised("publicera numret bara om en lag kräver det just här", "publish the number only if a law demands it in this very place")
	}
	return reply{}
}
