package alike

import (
	"slices"
	"strconv"
	"strings"
)

// force is how much follows from a claim that another language lacks.
type force int

const (
	ghost  force = iota // nothing: it may be what the other says, and is no more than that
	weak                // nothing by itself, but it differs from another value in its place
	strong              // it is missed
)

// claim is something that a text says and that no translation changes.
type claim struct {
	Place
	kind  Kind
	force force
	words string   // as they stand there
	is    []string // what it may mean
	bare  string   // the number alone, of what is counted
	unit  string   // of a period
	days  []day    // what a day may mean
	parts []string // the whole numbers that it is written with
}

// day is a day, or what is said of one; what is not said is 0.
type day struct{ year, month, day int }

func (d day) whole() bool { return d.year > 0 && d.month > 0 && d.day > 0 }

func (d day) valid() bool { return d.month >= 1 && d.month <= 12 && d.day <= 31 }

// agrees tells whether two days can be the same: neither says otherwise than the other.
func (d day) agrees(o day) bool {
	alike := func(a, b int) bool { return a == b || a == 0 || b == 0 }
	return alike(d.year, o.year) && alike(d.month, o.month) && alike(d.day, o.day)
}

// same tells whether two claims say the same.
func (c claim) same(o claim) bool {
	if c.kind != o.kind { // "13 år", and "aged 13"
		return (c.kind == Number || o.kind == Number) && c.bare != "" && c.bare == o.bare && c.kind != Day && o.kind != Day
	}
	if c.kind == Day {
		return slices.ContainsFunc(c.days, func(d day) bool { return slices.ContainsFunc(o.days, d.agrees) })
	}
	return slices.ContainsFunc(c.is, func(s string) bool { return slices.Contains(o.is, s) })
}

// units are those of periods, each with how many of the least of its row it holds.
// Months and days are two rows, since no month is a number of days.
var units = map[string]struct {
	row  string
	each float64
}{
	"minute": {"t", 1}, "hour": {"t", 60}, "day": {"t", 24 * 60}, "week": {"t", 7 * 24 * 60}, "fortnight": {"t", 14 * 24 * 60},
	"month": {"m", 1}, "quarter": {"m", 3}, "half": {"m", 6}, "year": {"m", 12},
	"workday": {"w", 1},
}

// period is what a number of units is, in its least.
func period(n float64, unit string) string {
	u := units[unit]
	return u.row + decimal(n*u.each)
}

func decimal(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// numbers returns what a number may mean that is written in figures: "10.000" is ten
// thousand in Swedish and ten in English, and "6.1" may be an article, or a time.
func numbers(raw, lang string) []string {
	var figures []byte
	var parts []string
	var marks []byte
	begin := 0
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c >= '0' && c <= '9':
			figures = append(figures, c)
		case c == '.' || c == ',':
			parts, marks = append(parts, string(figures[begin:])), append(marks, c)
			begin = len(figures)
		}
	}
	parts = append(parts, string(figures[begin:]))
	if len(marks) == 0 {
		return []string{whole(string(figures))}
	}
	all := []string{"=" + raw}
	grouped := !slices.ContainsFunc(parts[1:], func(p string) bool { return len(p) != 3 }) && len(parts[0]) <= 3 && !slices.ContainsFunc(marks, func(m byte) bool { return m != marks[0] })
	last := len(parts) - 1
	fraction := func() string {
		n, _ := strconv.ParseFloat(string(figures[:begin])+"."+parts[last], 64)
		return decimal(n)
	}
	thousands := map[string]byte{"sv": '.', "en": ','}[lang]
	switch {
	case grouped && (lang == "" || marks[0] == thousands):
		if all = append(all, whole(string(figures))); lang == "" && len(marks) == 1 {
			all = append(all, fraction())
		}
	case len(marks) == 1 || marks[last-1] != marks[0]:
		all = append(all, fraction())
	}
	if !slices.Contains(marks, ',') {
		all = append(all, article(parts))
	}
	if marks[0] == '.' && len(parts) == 2 {
		if h, m := count(parts[0]), count(parts[1]); h <= 24 && m < 60 && len(parts[1]) == 2 {
			all = append(all, clock(h, m))
		}
	}
	return all
}

// whole is a whole number without zeros before it.
func whole(figures string) string {
	for len(figures) > 1 && figures[0] == '0' {
		figures = figures[1:]
	}
	return figures
}

func count(figures string) int {
	n, _ := strconv.Atoi(figures)
	return n
}

// article is what an article and its paragraphs are called: 6.1, and 6(1).
func article(parts []string) string {
	var all []string
	for _, p := range parts {
		all = append(all, whole(p))
	}
	return "a" + strings.Join(all, "/")
}

func clock(h, m int) string { return "at " + strconv.Itoa(h) + ":" + strconv.Itoa(m) }
