package diag

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// GitHubOptions says how PrintGitHub writes.
type GitHubOptions struct {
	Lang    string          // BCP 47; Swedish or else English
	Changed map[string]bool // the files of the pull request, named as in Pos; they come first
}

// maxAnnotations is how many annotations of each kind have a place of their own.
// GitHub shows ten of a kind per step and drops the rest in silence, so the
// tenth says how many there are.
const maxAnnotations = 9

// PrintGitHub writes the list as workflow commands, which GitHub shows beside
// the lines of a pull request: errors in changed files, other errors, and then
// warnings and infos in the same order.
func PrintGitHub(w io.Writer, l List, o GitHubOptions) error {
	out := bufio.NewWriter(w)
	l = l.sorted()
	for _, s := range []Severity{Error, Warning, Info} {
		var changed, others List
		for _, d := range l {
			switch {
			case d.Severity != s:
			case o.Changed[d.Pos.File]:
				changed = append(changed, d)
			default:
				others = append(others, d)
			}
		}
		all := slices.Concat(changed, others)
		shown := all[:min(len(all), maxAnnotations)]
		for _, d := range shown {
			annotate(out, d, o.Lang)
		}
		if n := len(all) - len(shown); n > 0 {
			fmt.Fprintf(out, "::%s::%s\n", s.command(), escapeData(s.more(n).In(o.Lang)))
		}
	}
	return out.Flush() // holds the first error of all writes
}

func annotate(out io.Writer, d Diagnostic, lang string) {
	var properties []string
	if d.Pos.File != "" {
		properties = append(properties, "file="+escapeProperty(visible(d.Pos.File, "")))
		if d.Pos.Line > 0 {
			properties = append(properties, fmt.Sprintf("line=%d", d.Pos.Line))
			if d.Pos.Column > 0 {
				properties = append(properties, fmt.Sprintf("col=%d", d.Pos.Column))
			}
		}
	}
	properties = append(properties, "title="+escapeProperty(visible(d.Rule, "")))
	fmt.Fprintf(out, "::%s %s::%s\n", d.Severity.command(),
		strings.Join(properties, ","), escapeData(d.paragraph(lang)))
}

// command names the workflow command of a severity.
func (s Severity) command() string {
	if s == Info {
		return "notice"
	}
	return s.String()
}

// more says how many findings of a severity are not shown.
func (s Severity) more(n int) Text {
	t := s.count(n)
	number, word, _ := strings.Cut(t.EN, " ")
	return Text{SV: "och " + t.SV + " till", EN: "and " + number + " more " + word}
}

// escapeData escapes what would end a workflow command's message.
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// escapeProperty escapes what would end a property or begin another.
func escapeProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
