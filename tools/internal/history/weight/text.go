package weight

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Text tells what became of a text, and whether that is sure. Words of the same stem are
// the same, and small words count for nothing. A text that only lost words is narrowed;
// where words came, or where a word that bounds the others came or went, nobody but its
// author knows.
func Text(old, new string) (n Nature, sure bool) {
	if folded(bare(old)) == folded(bare(new)) {
		return Reworded, true
	}
	gone, come := apart(content(old), content(new))
	bounds := slices.ContainsFunc(slices.Concat(gone, come), bounding)
	switch {
	case bounds || len(come) > 0:
		return Changes, false
	case len(gone) > 0:
		return Narrowed, true
	}
	return Reworded, true
}

// bare is a text without the addresses of its links and the marks of emphasis.
func bare(s string) string {
	return address.ReplaceAllString(linked.ReplaceAllString(s, "$1"), "")
}

var (
	linked  = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	address = regexp.MustCompile(`https?://\S+`)
)

// content are the words of a text that carry its meaning.
func content(s string) []string {
	words := strings.FieldsFunc(plain.Replace(strings.ToLower(bare(s))), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	return slices.DeleteFunc(words, func(w string) bool { return small[w] })
}

// plain takes out hyphens, and the endings of what is somebody's.
var plain = strings.NewReplacer("-", "", "'s", "", "’s", "")

// apart are the words that stand in one of two texts alone.
func apart(a, b []string) (gone, come []string) {
	return without(a, b), without(b, a)
}

func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(w string) bool {
		return slices.ContainsFunc(b, func(o string) bool { return akin(w, o) })
	})
}

// akin tells whether two words are forms or spellings of one.
func akin(a, b string) bool {
	if a == b {
		return true
	}
	if strings.ContainsFunc(a+b, unicode.IsDigit) || bounding(a) || bounding(b) {
		return false
	}
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	same := 0
	for same < len(x) && x[same] == y[same] {
		same++
	}
	stem := same >= 5 && len(y)-same <= 3 || same >= 4 && len(y)-same <= 2 || same == len(x) && same >= 3 && len(y)-same == 1
	return stem || len(x) >= 6 && len(y)-len(x) <= 1 && slips(x, y)
}

// slips tells whether one word is the other with a letter wrong, too much or two of them
// in the wrong order.
func slips(short, long []rune) bool {
	i := 0
	for i < len(short) && short[i] == long[i] {
		i++
	}
	if len(short) < len(long) {
		return slices.Equal(short[i:], long[i+1:])
	}
	rest := i + 1
	if slices.Equal(short[min(rest, len(short)):], long[min(rest, len(long)):]) {
		return true
	}
	return i+1 < len(short) && short[i] == long[i+1] && short[i+1] == long[i] && slices.Equal(short[i+2:], long[i+2:])
}

// bounding tells whether a word says how far the others reach: without it they say more.
func bounding(w string) bool {
	if bounds[w] || strings.ContainsFunc(w, unicode.IsDigit) {
		return true
	}
	for _, stem := range []string{"pseudonym", "anonym", "encrypt", "krypter"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

var bounds = set(`not no never only solely without except unless until most maximum limited optional optionally
	inte ej aldrig endast bara enbart utan utom förutom högst maximalt valfri valfritt tills`)

var small = set(`a an and any are as at be by can for from has have if in into is it its of on or our that the their
	these they this those to we when where which who whose will with you your us all also such via per well
	att av de den denna det detta dem dess där ditt din dina du efter eller en er era ett från för genom ha har hos i
	med men ni när och om oss på samt sin sina sitt ska som så till under upp ut vad var vara vi vid vilka vilken
	vår våra vårt är alla även samt dessa`)

// texts is what became of a text by language: what its main language says, where that
// changed. A mended translation is worded anew, and no more.
func (j *judge) texts(old, new any) (n Nature, sure bool) {
	if a, ok := old.(string); ok {
		b, _ := new.(string)
		return Text(a, b)
	}
	a, b := group(old), group(new)
	if !translated(a, j.speaks) || !translated(b, j.speaks) {
		return Changes, true
	}
	languages := slices.DeleteFunc(slices.Compact(j.languages()), func(lang string) bool { return str(a, lang) == "" || str(b, lang) == "" })
	if len(languages) == 0 {
		languages = slices.Sorted(maps.Keys(a))
	}
	if main := languages[0]; str(a, main) == str(b, main) {
		return Reworded, true
	}
	sure = true
	for i, lang := range languages {
		said, certain := Text(str(a, lang), str(b, lang))
		n, sure = gravest(n, said), sure && certain
		if i == 0 && said != Reworded {
			return said, certain
		}
	}
	return n, sure
}

// statements compares two lists of texts: those that came, and those that went. A text
// that was put in other words is neither, but in reworded, with what became of it.
func (j *judge) statements(old, new any) (gone, come []any, reworded [][2]any) {
	gone, come = Pair(values(old), values(new), func(a, b any) bool { return j.alike(a, b) || j.samely(a, b) })
	for i := 0; i < len(gone); i++ {
		best, at := 0, -1
		for k, c := range come {
			if shared := Shared(gone[i], c, j.languages()); shared > best {
				best, at = shared, k
			}
		}
		if at >= 0 {
			reworded = append(reworded, [2]any{gone[i], come[at]})
			gone, come = slices.Delete(gone, i, i+1), slices.Delete(come, at, at+1)
			i--
		}
	}
	return gone, come, reworded
}

// Shared is how many words two texts by language share, where that is half of the shorter
// or more.
func Shared(old, new any, languages []string) int {
	for _, lang := range languages {
		x, y := content(str(group(old), lang)), content(str(group(new), lang))
		if len(x) == 0 || len(y) == 0 {
			continue
		}
		if n := len(x) - len(without(x, y)); 2*n >= min(len(x), len(y)) {
			return n
		}
		return 0
	}
	return 0
}
