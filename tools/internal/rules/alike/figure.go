package alike

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

const gap = "[ \u00a0\u2009\u202f]"

var (
	isoAt      = regexp.MustCompile(`^([12][0-9]{3})-([01][0-9])-([0-3][0-9])`)
	slashedAt  = regexp.MustCompile(`^([0-9]{1,2})[/.]([0-9]{1,2})(?:[/.]|` + gap + `|-)([12][0-9]{3})`)
	dayAt      = regexp.MustCompile(`^([0-9]{1,2})(?:st|nd|rd|th|:e|:a)?` + gap + `(?:of )?(\p{L}+)\.?`)
	yearAt     = regexp.MustCompile(`^,?` + gap + `([12][0-9]{3})`)
	monthDayAt = regexp.MustCompile(`^\.?` + gap + `([0-9]{1,2})(?:st|nd|rd|th)?`)
	articleAt  = regexp.MustCompile(`^[0-9]+(?:\([0-9]{1,3}\))+`)
	lawAt      = regexp.MustCompile(`^[0-9]{4}[:/][0-9]{1,5}`)
	serialAt   = regexp.MustCompile(`^[0-9]{5,}-[0-9]{2,}`)
	clockAt    = regexp.MustCompile(`^([01]?[0-9]|2[0-4]):([0-5][0-9])`)
	noonAt     = regexp.MustCompile(`^([0-9]{1,2})(?:[.:]([0-5][0-9]))?` + gap + `?([ap])\.?m\.?`)
	numberAt   = regexp.MustCompile(`^(?:[0-9]{1,3}(?:` + gap + `[0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*)`)
	ordinalAt  = regexp.MustCompile(`^(?:st|nd|rd|th|s|:e|:a)`)
	percentAt  = regexp.MustCompile(`^(?:` + gap + `?%|` + gap + `per` + gap + `cent)`)
	placeAt    = regexp.MustCompile(`^` + gap + `?(?:§|kap)`)
)

// figure takes what begins with a figure.
func (s *scan) figure() {
	rest := s.low[s.at:]
	n := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	after := byte(0)
	if n < len(rest) {
		after = rest[n]
	}
	noon := n <= 2 && strings.Contains(rest[:min(len(rest), len("10.30 p.m"))], "m") && noonAt.MatchString(rest)
	// What a name holds, such as 5g or 32016R0679, is none of ours.
	if end := s.wordEnd(s.at + n); end > s.at+n && !noon && s.at+n+len(ordinalAt.FindString(rest[n:])) != end {
		s.at = end
		return
	}
	switch {
	case strings.HasPrefix(rest, "24/7"):
		s.at += len("24/7")
	case s.day(rest, n, after):
	case noon:
		s.noon(noonAt.FindStringSubmatch(rest))
	case after == '(' && articleAt.MatchString(rest):
		c := s.take(Number, weak, len(articleAt.FindString(rest)))
		c.parts = figures(c.words)
		c.is = []string{article(c.parts)}
	case n == 4 && (after == ':' || after == '/') && lawAt.MatchString(rest):
		c := s.take(Number, weak, len(lawAt.FindString(rest)))
		c.is = []string{"law " + strings.ReplaceAll(c.words, "/", ":")}
	case n > 4 && after == '-' && serialAt.MatchString(rest):
		c := s.take(Number, strong, len(serialAt.FindString(rest)))
		c.is = []string{strings.ReplaceAll(c.words, "-", "")}
	case after == ':' && clockAt.MatchString(rest):
		m := clockAt.FindStringSubmatch(rest)
		c := s.take(Number, strong, len(m[0]))
		c.is, c.parts = []string{clock(count(m[1]), count(m[2]))}, figures(m[0])
	case after == '.' || after == ',' || after == ' ' || after >= utf8.RuneSelf:
		s.plain(numberAt.FindString(rest))
	default:
		s.plain(rest[:n])
	}
}

// noon takes a time that is counted from midnight or noon.
func (s *scan) noon(m []string) {
	h := count(m[1]) % 12
	if m[3] == "p" {
		h += 12
	}
	c := s.take(Number, strong, len(m[0]))
	c.is, c.bare = []string{clock(h, count(m[2]))}, strconv.Itoa(h)
}

// plain takes a number in figures, and its unit.
func (s *scan) plain(raw string) {
	from, end := s.at, s.at+len(raw)
	end += len(ordinalAt.FindString(s.low[end:]))
	is := numbers(raw, s.lang)
	n, err := strconv.ParseFloat(is[len(is)-1], 64)
	for _, x := range is {
		if err != nil {
			n, err = strconv.ParseFloat(x, 64)
		}
	}
	many := false
	next, to := s.next(end)
	if next.sense == multiple && err == nil {
		n, end, many = n*next.value, to, true
		is = append(is, decimal(n))
		next, _ = s.next(end)
	}
	if m := percentAt.FindString(s.low[end:]); m != "" && err == nil {
		c := s.take(Number, strong, end+len(m)-from)
		c.is, c.parts = []string{decimal(n) + "%"}, figures(raw)
		return
	}
	if err == nil && (next.sense == unit || next.sense == between || next.sense == percent || s.half(end) > 0) {
		at := len(s.claims)
		if s.unit(from, end, n, strong); len(s.claims) > at {
			if c := &s.claims[at]; c.kind == Number && !strings.HasSuffix(c.is[0], "%") {
				c.is = append(c.is, is...)
			}
		}
		return
	}
	f := strong
	switch {
	case n == 1 && len(is) == 1 && !s.cited:
		f = ghost
	case n <= 12 && len(is) == 1 && !many || s.cited || placeAt.MatchString(s.low[end:]):
		f = weak
	}
	c := s.take(Number, f, end-from)
	if c.is = is; err == nil {
		c.bare = decimal(n)
		if len(is) == 1 && n <= 24 { // kl. 17, and 5 p.m.
			c.is = append(c.is, clock(int(n), 0))
		}
	}
	c.parts = figures(raw)
	if len(is) == 1 {
		c.parts = []string{is[0]}
	}
}

// day takes a day, or what is said of one, given how many figures there are and what
// stands behind them.
func (s *scan) day(rest string, n int, after byte) bool {
	if n == 4 && after == '-' {
		if m := isoAt.FindStringSubmatch(rest); m != nil {
			s.days(len(m[0]), day{count(m[1]), count(m[2]), count(m[3])})
			return true
		}
	}
	if n > 2 {
		return false
	}
	if after != '/' && after != '.' {
		return s.named(rest)
	}
	if m := slashedAt.FindStringSubmatch(rest); m != nil {
		a, b := day{count(m[3]), count(m[2]), count(m[1])}, day{count(m[3]), count(m[1]), count(m[2])}
		switch {
		case s.lang == "sv" && a.valid():
			s.days(len(m[0]), a)
		case a.valid() && b.valid():
			s.days(len(m[0]), a, b)
		case a.valid():
			s.days(len(m[0]), a)
		case b.valid():
			s.days(len(m[0]), b)
		default:
			return false
		}
		return true
	}
	return false
}

// named takes a day whose month is named.
func (s *scan) named(rest string) bool {
	m := dayAt.FindStringSubmatch(rest)
	if m == nil || s.words[m[2]].sense != month {
		return false
	}
	d, end := day{month: int(s.words[m[2]].value), day: count(m[1])}, len(m[0])
	if !d.valid() {
		return false
	}
	if strings.HasSuffix(m[0], ".") && yearAt.FindString(rest[end:]) == "" {
		end--
	}
	if y := yearAt.FindStringSubmatch(rest[end:]); y != nil {
		d.year, end = count(y[1]), end+len(y[0])
	}
	s.days(end, d)
	return true
}

// byMonth takes a day that begins with its month, or a month of a year.
func (s *scan) byMonth(from, end, of int) bool {
	if s.lang == "en" && (s.text[from] < 'A' || s.text[from] > 'Z') { // may, to march
		return false
	}
	rest := s.low[end:]
	if y := yearAt.FindStringSubmatch(rest); y != nil {
		s.at = from
		s.days(end+len(y[0])-from, day{year: count(y[1]), month: of})
		return true
	}
	m := monthDayAt.FindStringSubmatch(rest)
	if m == nil || s.lang != "en" || len(rest) > len(m[0]) && rest[len(m[0])] >= '0' && rest[len(m[0])] <= '9' {
		return false
	}
	d := day{month: of, day: count(m[1])}
	if !d.valid() {
		return false
	}
	end += len(m[0])
	if y := yearAt.FindStringSubmatch(s.low[end:]); y != nil {
		d.year, end = count(y[1]), end+len(y[0])
	}
	s.at = from
	s.days(end-from, d)
	return true
}

// days adds a day as it may be meant.
func (s *scan) days(length int, days ...day) {
	c := s.take(Day, strong, length)
	c.days = days
	for _, n := range []int{days[0].year, days[0].day} {
		if n > 0 {
			c.parts = append(c.parts, strconv.Itoa(n))
		}
	}
}
