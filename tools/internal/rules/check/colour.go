package check

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
)

// The grounds that links stand on, as assets/css/tokens.css has them: paper and
// tint, in light and in dark. A test compares.
var (
	light = []int{0xfdfcfa, 0xf4f2ed}
	dark  = []int{0x14181a, 0x1d2326}
)

// minContrast is what WCAG 2.2 asks of text (1.4.3, level AA).
const minContrast = 4.5

// contrast asks that links in the brand's colour can be read on each ground.
func (s *subject) contrast(path, colour string, grounds []int) {
	if !valid("colour", colour) {
		return
	}
	rgb, _ := strconv.ParseInt(colour[1:], 16, 32)
	ratio := least(int(rgb), grounds)
	if ratio >= minContrast {
		return
	}
	on := diag.Say("sidans ljusa botten", "the light ground of the page")
	if luminance(grounds[0]) < 0.5 {
		on = diag.Say("sidans mörka botten", "the dark ground of the page")
	}
	s.report("brand-contrast", path,
		s.has(diag.Quote(colour), path, diag.Say("kontrasten mot %s är %s till 1, och text behöver %s", "the contrast to %s is %s to 1, and text needs %s",
			on, decimal(math.Floor(ratio*100)/100, 2), decimal(minContrast, 1))),
		diag.Say("skriv till exempel \"%s\", samma färg men läsbar", "write for instance \"%s\", the same colour but readable", readable(int(rgb), grounds)))
}

// decimal writes a number as each language does.
func decimal(n float64, places int) diag.Text {
	en := strconv.FormatFloat(n, 'f', places, 64)
	return diag.Text{SV: strings.Replace(en, ".", ",", 1), EN: en}
}

// least is the contrast of a colour to that of the grounds on which it is worst.
func least(rgb int, grounds []int) float64 {
	worst := math.Inf(1)
	for _, ground := range grounds {
		worst = min(worst, contrast(rgb, ground))
	}
	return worst
}

// readable mixes a colour with black or white until its contrast is enough.
func readable(rgb int, grounds []int) string {
	toward := 0
	if luminance(grounds[0]) < 0.5 {
		toward = 0xffffff
	}
	mixed := rgb
	for part := 1; part <= 100 && least(mixed, grounds) < minContrast; part++ {
		mixed = 0
		for _, shift := range []int{16, 8, 0} {
			from, to := rgb>>shift&0xff, toward>>shift&0xff
			mixed |= (from + (to-from)*part/100) << shift
		}
	}
	return fmt.Sprintf("#%06x", mixed)
}

// contrast is the ratio of two colours as WCAG defines it, from 1 to 21.
func contrast(a, b int) float64 {
	high, low := luminance(a), luminance(b)
	if high < low {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

// luminance is the relative luminance of WCAG, from 0 to 1.
func luminance(rgb int) float64 {
	return 0.2126*linear(rgb>>16&0xff) + 0.7152*linear(rgb>>8&0xff) + 0.0722*linear(rgb&0xff)
}

// linear undoes the gamma of one channel of sRGB.
func linear(channel int) float64 {
	c := float64(channel) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}
