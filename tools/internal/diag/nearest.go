package diag

import "strings"

// maxMistakes is how many slips a suggestion may assume in a long word.
const maxMistakes = 3

// Nearest returns the candidate that the word was most likely meant to be, for
// "did you mean", or "" when none is near. A slip is a letter too many, missing
// or wrong, or two that changed places; a third of the letters may be slips.
// Case and the choice of - or _ count for nothing. Of equally near candidates
// the first in the alphabet is returned, whatever order they come in.
func Nearest(word string, candidates []string) string {
	nearest, fewest := "", maxMistakes+1
	folded := fold(word)
	for _, c := range candidates {
		other := fold(c)
		limit := min(maxMistakes, max(len(folded), len(other))/3, fewest)
		n := slips(folded, other, limit)
		if n > limit || c == "" {
			continue
		}
		if n < fewest || c < nearest {
			nearest, fewest = c, n
		}
	}
	return nearest
}

func fold(s string) []rune {
	return []rune(strings.ReplaceAll(strings.ToLower(s), "-", "_"))
}

// slips returns the optimal string alignment distance of two words (Damerau and
// Levenshtein's, where no part is changed twice), or any number above the limit
// once it is sure to be passed.
func slips(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	// Row i holds the distances of a[:i] from every b[:j]; three rows are kept.
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, above, row = above, row, before
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			wrong := 1
			if a[i-1] == b[j-1] {
				wrong = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+wrong)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit { // later rows are no less, nor is a swap from the row above
			return least
		}
	}
	return row[len(b)]
}

// Meant returns the candidate that a word can only have been meant to be, or "": it is
// the same but for case, - and _, or it is one slip away in a word of some length, in no
// digit, and no other candidate is nearly as near.
func Meant(word string, candidates []string) string {
	const long, near = 5, 2
	meant, fewest, second := "", near+1, near+1
	folded := fold(word)
	for _, c := range candidates {
		other := fold(c)
		n := slips(folded, other, near)
		switch {
		case n > near || c == "" || c == meant:
		case n < fewest:
			meant, fewest, second = c, n, fewest
		default:
			second = min(second, n)
		}
	}
	switch {
	case fewest == 0 && second > 0:
		return meant
	case fewest == 1 && second > near && min(len(folded), len(fold(meant))) >= long && digits(word) == digits(meant):
		return meant
	}
	return ""
}

// digits are those of a word, in their order.
func digits(word string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, word)
}

// Same tells whether two words are the same but for case, - and _.
func Same(a, b string) bool { return string(fold(a)) == string(fold(b)) }
