package coverage

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"tillit/tools/internal/diag"
)

// Markdown writes a summary for a pull request: a table of how many duties are
// answered, and what is left to write.
func (r Report) Markdown(w io.Writer, lang string) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "## %s\n\n%s\n\n", escaped(r.heading().In(lang)), onlyExamples.In(lang))
	b.WriteString("|")
	fmt.Fprintf(b, " %s |", diag.Say("Profil", "Profile").In(lang))
	for _, s := range states() {
		fmt.Fprintf(b, " %s |", s.Name().In(lang))
	}
	b.WriteString("\n| --- |" + strings.Repeat(" --: |", len(states())) + "\n")
	for _, g := range r.Groups {
		n := map[State]int{}
		for _, d := range g.Results {
			n[d.State]++
		}
		fmt.Fprintf(b, "| %s |", escaped(g.Name.In(lang)))
		for _, s := range states() {
			fmt.Fprintf(b, " %d |", n[s])
		}
		b.WriteString("\n")
	}
	for _, g := range r.Groups {
		g.markdown(b, lang)
	}
	if len(r.Accepted) > 0 {
		fmt.Fprintf(b, "\n**%s**\n\n", acceptedWord.In(lang))
		for _, a := range r.Accepted {
			fmt.Fprintf(b, "- %s\n", escaped(acceptance(a).In(lang)))
		}
	}
	fmt.Fprintf(b, "\n%s\n", noAdvice.In(lang))
	return b.Flush()
}

// markdown writes the duties of a group, folded: those with gaps first, and
// beneath them what is answered and where, what does not apply and why, and what no
// field can tell.
func (g Group) markdown(b *bufio.Writer, lang string) {
	fmt.Fprintf(b, "\n<details>\n<summary>%s: %s</summary>\n", escaped(diag.Capital(g.Name.In(lang))), escaped(g.counts().In(lang)))
	for _, d := range g.Results {
		if !d.Gap() || d.Like != "" {
			continue
		}
		for _, d := range append([]Result{d}, g.alike(d.ID)...) {
			fmt.Fprintf(b, "\n**%s** – %s, %s\n", d.State.Name().In(lang), escaped(diag.Provision(d.Article).In(lang)), escaped(d.Title.In(lang)))
		}
		b.WriteString("\n")
		for _, gap := range d.Gaps {
			fmt.Fprintf(b, "- %s", escaped(gap.Message.In(lang)))
			if at := point(gap.Pos); at != "" {
				fmt.Fprintf(b, " (%s)", escaped(at))
			}
			if advice := gap.Advice.In(lang); advice != "" {
				fmt.Fprintf(b, "\n  %s", escaped(advice))
			}
			if gap.Write != "" {
				fmt.Fprintf(b, "\n  %s:\n\n  ```yaml\n", escaped(Instead(gap.Where, gap.Model, gap.Claim).In(lang)))
				for line := range strings.SplitSeq(gap.Write, "\n") {
					fmt.Fprintf(b, "  %s\n", code(line))
				}
				b.WriteString("  ```")
			}
			b.WriteString("\n")
		}
		if len(d.By) > 0 {
			fmt.Fprintf(b, "- %s %s\n", d.answeredIn().In(lang), escaped(answered(d.By, d.More, lang)))
		}
	}
	b.WriteString("\n")
	for _, d := range g.Results {
		if d.Gap() {
			continue
		}
		fmt.Fprintf(b, "- **%s** – %s, %s", d.State.Name().In(lang), escaped(diag.Provision(d.Article).In(lang)), escaped(d.Title.In(lang)))
		if reason := d.Reason.In(lang); reason != "" {
			fmt.Fprintf(b, ": %s", escaped(reason))
		}
		if len(d.By) > 0 {
			fmt.Fprintf(b, "; %s %s", d.answeredIn().In(lang), escaped(answered(d.By, d.More, lang)))
		}
		b.WriteString("\n")
	}
	b.WriteString("\n</details>\n")
}

// code makes a line that does not end a block of code before its time.
func code(s string) string { return strings.ReplaceAll(visible(s), "`", "'") }

// escaped makes text that Markdown and HTML leave alone.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range visible(s) {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '@':
			b.WriteString("&#64;") // nobody is called to a pull request by a data file
		case strings.ContainsRune("\\`*_{}[]()#!|>~", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
