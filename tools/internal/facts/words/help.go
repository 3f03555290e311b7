package words

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// flagLine is a flag with the kind of its value, and what it does.
var flagLine = regexp.MustCompile(`^( +(?:-\w, )?--[a-z-]+)(?: (string|strings|stringArray|int))?   +(.*)$`)

var (
	helpWords = strings.NewReplacer("[flags]", "[flaggor]", "help for ", "hjälp om ", "disable completion descriptions", "utan beskrivningar",
		"(default ", "(förval: ", "[command]", "[kommando]",
		"Help provides help for any command in the application.\nSimply type tillit help [path to command] for full details.", "Skriver hjälpen om ett kommando.")
	helpNames   = regexp.MustCompile(`\b(?:my-site|try-it|letters|before|changed\.txt|invoices|backups-move)\b`)
	helpSwedish = map[string]string{
		"my-site": "min-webbplats", "try-it": "prova", "letters": "brev", "before": "tidigare", "changed.txt": "andrade.txt",
		"invoices": "fakturor", "backups-move": "flytt-av-kopior",
		"string": "text", "strings": "lista", "stringArray": "text", "int": "tal",
	}
)

// HelpInSwedish puts what is English in a help text into Swedish, and the flags under each
// other again.
func HelpInSwedish(text string) string {
	text = helpNames.ReplaceAllStringFunc(helpWords.Replace(text), func(name string) string { return helpSwedish[name] })
	lines := strings.Split(text, "\n")
	for from := 0; from < len(lines); from++ {
		to, width := from, 0
		for ; to < len(lines); to++ {
			m := flagLine.FindStringSubmatch(lines[to])
			if m == nil {
				break
			}
			lines[to] = strings.TrimRight(m[1]+" "+helpSwedish[m[2]], " ") + "\x00" + m[3]
			width = max(width, utf8.RuneCountInString(lines[to][:strings.IndexByte(lines[to], 0)]))
		}
		for i := from; i < to; i++ {
			name, does, _ := strings.Cut(lines[i], "\x00")
			lines[i] = name + strings.Repeat(" ", width-utf8.RuneCountInString(name)+3) + does
		}
		from = max(from, to)
	}
	return strings.Join(lines, "\n")
}
