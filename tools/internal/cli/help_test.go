package cli

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// Help in Swedish holds no word of English but the names of commands, flags and codes.
func TestHelpInSwedishIsInSwedish(t *testing.T) {
	var out bytes.Buffer
	a := &app{in: strings.NewReader(""), out: &out, err: &out, env: func(string) string { return "" }, lang: "sv", set: true}
	english := regexp.MustCompile(`(?i)\b(?:the|and|for|help for|flags|default|string|strings|stringArray|int|command|site|letters|before|changed|try|my|disable|stdin|file|folder)\b`)
	flags := regexp.MustCompile(`--[a-z-]+`)
	root := a.root()
	root.InitDefaultHelpCmd()
	seen := 0
	var all func(cmd *cobra.Command)
	all = func(cmd *cobra.Command) {
		out.Reset()
		cmd.SetOut(&out)
		if err := cmd.Help(); err != nil {
			t.Fatal(err)
		}
		seen++
		for _, line := range strings.Split(out.String(), "\n") {
			if m := english.FindString(flags.ReplaceAllString(line, "")); m != "" {
				t.Errorf("%s: %q in %q", cmd.CommandPath(), m, line)
			}
		}
		for _, c := range cmd.Commands() {
			all(c)
		}
	}
	all(root)
	if seen < 20 {
		t.Errorf("only %d texts of help were read", seen)
	}
}
