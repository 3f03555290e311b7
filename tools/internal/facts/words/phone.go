package words

import (
	"html/template"
	"regexp"
	"slices"
	"strings"
)

// Phone shows a Swedish number as Swedes dial it on a Swedish page, and with the
// country code on any other; a foreign number is shown as it was written.
func (t *Tongue) Phone(number string) *Phone {
	if number == "" {
		return nil
	}
	digits := notDigit.ReplaceAllString(number, "")
	if strings.HasPrefix(strings.TrimSpace(number), "+") || strings.HasPrefix(digits, "00") {
		digits = strings.TrimPrefix(digits, "00")
	} else {
		digits = "46" + strings.TrimPrefix(digits, "0")
	}
	if rest, ok := strings.CutPrefix(digits, "460"); ok { // +46 (0)8
		digits = "46" + rest
	}
	p := &Phone{Text: number, Href: template.URL("tel:+" + digits)}
	local, swedish := strings.CutPrefix(digits, "46")
	if !swedish || len(local) < 6 {
		return p
	}
	area, rest := areaCode(local)
	if t.Lang == "sv" {
		p.Text = "0" + area + "-" + grouped(rest)
	} else {
		p.Text = "+46 " + area + " " + grouped(rest)
	}
	return p
}

var notDigit = regexp.MustCompile(`\D`)

// twoDigits are the Swedish area and mobile codes of two digits after the zero;
// Stockholm has one, all others three.
var twoDigits = strings.Fields("10 11 13 16 18 19 20 21 23 26 31 33 35 36 40 42 44 46 54 60 63 70 72 73 76 77 79 90")

func areaCode(local string) (area, rest string) {
	n := 3
	if local[0] == '8' {
		n = 1
	} else if slices.Contains(twoDigits, local[:2]) {
		n = 2
	}
	return local[:n], local[n:]
}

// grouped sets spaces as Swedish numbers have them: 12 34 56, 123 45 67,
// 123 456 78.
func grouped(digits string) string {
	sizes := map[int][]int{5: {3, 2}, 6: {2, 2, 2}, 7: {3, 2, 2}, 8: {3, 3, 2}}[len(digits)]
	if sizes == nil {
		return digits
	}
	var groups []string
	for _, n := range sizes {
		groups = append(groups, digits[:n])
		digits = digits[n:]
	}
	return strings.Join(groups, " ")
}
