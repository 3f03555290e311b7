package words

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	decimals "golang.org/x/text/number"
)

// Size is a number of bytes, as a reader of the language writes it.
func Size(bytes int, lang string) string {
	if bytes < 1000 {
		return fmt.Sprintf("%d"+NBSP+"B", bytes)
	}
	text := fmt.Sprintf("%.1f"+NBSP+"kB", float64(bytes)/1000)
	if bytes >= 1_000_000 {
		text = fmt.Sprintf("%.1f"+NBSP+"MB", float64(bytes)/1_000_000)
	}
	return strings.Replace(text, ".", decimalMark(lang), 1)
}

// decimalMark is what stands before the decimals of a number, as Unicode's data on
// languages have it.
func decimalMark(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return "."
	}
	written := message.NewPrinter(tag).Sprint(decimals.Decimal(0.5, decimals.Scale(1)))
	if mark := strings.Trim(written, "0123456789"); len(mark) == 1 {
		return mark
	}
	return "."
}
