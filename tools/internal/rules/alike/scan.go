package alike

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// scan is the reading of one text for what no translation changes.
type scan struct {
	text, low string // the second in small letters, letter for letter
	lang      string
	*lexicon
	at     int // all before it has been read
	links  bool
	mail   int  // where the next sign of an address of e-mail stands, behind all if none does
	last   word // the word before, which is not told apart where it says nothing
	cited  bool // the numbers are places in a text
	claims []claim
}

// claimsOf reads a text, which is given in small letters as well.
func claimsOf(text, low string, l *lexicon) []claim {
	s := &scan{text: text, low: low, lexicon: l}
	if s.links = strings.Contains(text, "://") || strings.Contains(text, "www."); l != nil {
		s.lang = l.lang
	} else {
		s.lexicon = &lexicon{}
	}
	s.mail = -1
	for s.at < len(s.low) {
		switch c := s.low[s.at]; {
		case c >= '0' && c <= '9' || c == '+':
			if !s.address() {
				s.figure()
			}
		case c >= 'a' && c <= 'z' || c >= utf8.RuneSelf && s.letter():
			if !s.address() {
				s.word()
			}
		case c < utf8.RuneSelf:
			s.at++
		default:
			_, size := utf8.DecodeRuneInString(s.low[s.at:])
			s.at += size
		}
	}
	return s.claims
}

func (s *scan) letter() bool {
	r, _ := utf8.DecodeRuneInString(s.low[s.at:])
	return unicode.IsLetter(r)
}

// wordEnd is where letters and figures end that begin at an offset.
func (s *scan) wordEnd(at int) int {
	for at < len(s.low) {
		c := s.low[at]
		if c == 0xC3 && at+1 < len(s.low) && s.low[at+1] != 0xB7 && s.low[at+1] != 0x97 { // a letter with a mark
			at += 2
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s.low[at:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				break
			}
			at += size
			continue
		}
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			break
		}
		at++
	}
	return at
}

var (
	mailAt  = regexp.MustCompile(`^[\p{L}\p{N}!#$%&'*+/=?^_{|}~-][\p{L}\p{N}!#$%&'*+/=?^_{|}~.-]*@[\p{L}\p{N}.-]*[\p{L}\p{N}]`)
	linkAt  = regexp.MustCompile(`^(?:https?://|www\.)[^\s<>"”»)\]]+`)
	phoneAt = regexp.MustCompile(`^(?:(?:\+|00)[1-9][0-9().\x{a0}\x{202f} -]{5,}[0-9]|0[1-9][0-9]{0,2}[-–/][0-9][0-9\x{a0}\x{202f} ]{4,}[0-9])`)
)

// longestName is how many bytes may stand before the sign of an address of e-mail.
const longestName = 64

// address takes an address or a telephone number that begins here.
func (s *scan) address() bool {
	rest := s.text[s.at:]
	if s.mail < s.at {
		if s.mail = strings.IndexByte(rest, '@') + s.at; s.mail < s.at {
			s.mail = len(s.text) + longestName
		}
	}
	if s.mail-s.at < longestName {
		if m := mailAt.FindString(rest); m != "" {
			s.take(Address, strong, len(m)).is = []string{strings.ToLower(m)}
			return true
		}
	}
	if c := rest[0] | 0x20; s.links && (c == 'h' || c == 'w') {
		if m := strings.TrimRight(linkAt.FindString(s.low[s.at:]), ".,;:!?"); m != "" {
			s.take(Link, strong, len(m)).is = keysOf(rest[:len(m)])
			return true
		}
	}
	if c := rest[0]; c == '+' || c == '0' {
		if m := phoneAt.FindString(rest); m != "" {
			s.take(Address, strong, len(m)).is = []string{dialled(m)}
			return true
		}
	}
	if rest[0] == '+' {
		s.at++
		return true
	}
	return false
}

// dialled is a telephone number as it is called from Sweden.
func dialled(number string) string {
	figures := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, strings.ReplaceAll(number, "(0)", ""))
	if strings.HasPrefix(number, "+") {
		figures = "00" + figures
	}
	if rest, ok := strings.CutPrefix(figures, "0046"); ok {
		figures = "0" + rest
	}
	return "tel " + figures
}

// take adds a claim whose words begin here, and goes on behind them.
func (s *scan) take(kind Kind, f force, length int) *claim {
	from := s.at
	s.at += length
	s.last = word{}
	s.claims = append(s.claims, claim{Place: Place{From: from, To: s.at}, kind: kind, force: f, words: s.text[from:s.at]})
	return &s.claims[len(s.claims)-1]
}

// word takes a word, and what it begins.
func (s *scan) word() {
	from, end := s.at, s.wordEnd(s.at)
	w := s.look(s.low[from:end])
	if w.sense == none && s.compound != nil {
		w, _ = s.compounded(s.low[from:end])
	}
	before := s.last
	switch s.last = w; w.sense {
	case numeral:
		s.cited = s.cited && before.sense == joins
		s.number(from, end, w.value, weak)
		return
	case multiple:
		s.number(from, end, w.value, weak)
		return
	case one:
		if next, _ := s.next(end); next.sense == unit || next.sense == between || next.sense == multiple || s.half(end) > 0 {
			f := weak
			if before.sense == within {
				f = strong
			}
			s.unit(from, end, 1, f)
			return
		}
	case unit:
		if w.value > 1 || end-from > len("fortnight") { // a number and a unit in one word
			s.at = from
			c := s.take(Period, strong, end-from)
			c.is, c.bare, c.unit = []string{period(w.value, w.unit)}, decimal(w.value), w.unit
			return
		}
		s.at = from
		s.take(Period, ghost, end-from).is = []string{period(1, w.unit)}
		return
	case often:
		s.often(from, end, w)
		return
	case month:
		if s.byMonth(from, end, int(w.value)) {
			return
		}
	case cites:
		s.cited = true
	case joins:
	default:
		s.cited = false
	}
	s.at = end
}

// often takes how often something is done: every third month.
func (s *scan) often(from, end int, w word) {
	s.at = end
	if w.unit == "" {
		next, to := s.next(end)
		if next.sense != unit {
			return
		}
		w.unit, end = next.unit, to
	}
	s.at = from
	s.take(Period, ghost, end-from).is = []string{period(w.value, w.unit)}
}

// next is the word after an offset, past a space or a hyphen, and where it ends.
func (s *scan) next(at int) (word, int) {
	from := s.past(at)
	if from == at {
		return word{}, at
	}
	end := s.wordEnd(from)
	w := s.look(s.low[from:end])
	if w.sense == none && s.low[at] == '-' {
		if of := s.unitOf(s.low[from:end]); of != "" {
			w = word{unit, 1, of}
		}
	}
	return w, end
}

// past is where a space or a hyphen ends that stands at an offset.
func (s *scan) past(at int) int {
	for _, gap := range []string{" ", "-", "\u00a0", "\u202f", "\u2009", "\n", "\u2011", "\u2010"} {
		if strings.HasPrefix(s.low[at:], gap) {
			return at + len(gap)
		}
	}
	return at
}

// number takes what follows a number that is written in words.
func (s *scan) number(from, end int, n float64, f force) {
	for {
		next, to := s.next(end)
		switch {
		case next.sense == multiple && next.value > 1:
			n, end = n*next.value, to
			continue
		case next.sense == numeral && next.value < 10 && n >= 20 && n < 100 && int(n)%10 == 0 && s.lang == "en":
			n, end = n+next.value, to
			continue
		case next.sense == joins && n >= 100 && s.lang == "en" && strings.HasSuffix(s.low[:to], "and"):
			if more, after := s.next(to); more.sense == numeral && more.value < 100 {
				n, end = n+more.value, after
				continue
			}
		}
		break
	}
	s.unit(from, end, n, f)
}

var halves = regexp.MustCompile(`^ (?:och en halv|och ett halvt|and a half)([^a-zåäö]|$)`)

// half returns how much of what follows an offset says that a half comes to a number, or
// is meant instead of one.
func (s *scan) half(at int) int {
	if m := halves.FindStringSubmatch(s.low[at:min(len(s.low), at+len(" och ett halvt")+1)]); m != nil {
		return len(m[0]) - len(m[1])
	}
	return 0
}

var afterHalf = regexp.MustCompile(`^ (?:halvt|halv) `)

// unit takes what follows a number, which makes a period of it, or a share.
func (s *scan) unit(from, end int, n float64, f force) {
	if more := s.half(end); more > 0 {
		n, end = n+0.5, end+more
	} else if m := afterHalf.FindString(s.low[end:min(len(s.low), end+8)]); n == 1 && m != "" {
		n, end = 0.5, end+len(m)-1
	}
	next, to := s.next(end)
	inner := ""
	for next.sense == between {
		inner += " " + s.low[end:to]
		end = to
		next, to = s.next(to)
	}
	s.at = from
	switch {
	case next.sense == unit && next.value == 1:
		of := next.unit
		if of == "day" && (strings.Contains(inner, "working") || strings.Contains(inner, "business") || strings.Contains(inner, "bank")) {
			of = "workday"
		}
		if f == weak && n != 1 || s.low[from:end] == "one" {
			f = strong
		}
		if more := s.half(to); more > 0 { // a year and a half
			n, to = n+0.5, to+more
		}
		c := s.take(Period, f, to-from)
		c.is, c.bare, c.unit = []string{period(n, of)}, decimal(n), of
	case next.sense == percent:
		c := s.take(Number, strong, to-from)
		c.is, c.parts = []string{decimal(n) + "%"}, []string{decimal(n)}
	case n == 1:
		s.at = end
	default:
		c := s.take(Number, f, end-from)
		c.is, c.bare = []string{decimal(n)}, decimal(n)
		if n == float64(int(n)) {
			c.parts = []string{strconv.Itoa(int(n))}
		}
	}
}

// figures are the whole numbers in a text, without zeros before them.
func figures(text string) []string {
	var all []string
	for f := range strings.FieldsFuncSeq(text, func(r rune) bool { return r < '0' || r > '9' }) {
		all = append(all, whole(f))
	}
	return slices.Compact(all)
}
