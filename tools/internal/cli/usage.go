package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tillit/tools/internal/ask"
	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/words"
	"tillit/tools/internal/history/outside"
	"tillit/tools/internal/history/proof"
	"tillit/tools/internal/history/stamp"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/seal"
)

// noArgs refuses words after a command that takes none. On the root command a
// word is a command that does not exist.
func (a *app) noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if cmd.HasParent() {
		return a.usage("”tillit %s” tar inga ord efter sig; ta bort %q", "“tillit %s” takes no words after it; remove %q", cmd.Name(), args[0])
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	if near := diag.Nearest(args[0], names); near != "" {
		return a.usage("kommandot %q finns inte; menade du %q?", "there is no command %q; did you mean %q?", args[0], near)
	}
	return a.usage("kommandot %q finns inte", "there is no command %q", args[0])
}

// args demands a number of words after a command; what names the words.
func (a *app) args(n int, whatSV, whatEN string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == n {
			return nil
		}
		return a.usage("”tillit %s” behöver %s, och inget mer", "“tillit %s” needs %s, and nothing more", cmd.Name(), a.say(whatSV, whatEN))
	}
}

// flagError says in our words what the flag library found.
func (a *app) flagError(err error) error {
	var unknown *pflag.NotExistError
	var value *pflag.InvalidValueError
	var missing *pflag.ValueRequiredError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return a.usage("flaggan %s finns inte", "there is no flag %s", name)
	case errors.As(err, &missing):
		return a.usage("flaggan --%s behöver ett värde", "the flag --%s needs a value", missing.GetFlag().Name)
	case errors.As(err, &value):
		return a.usage("värdet %q går inte att använda för --%s", "the value %q cannot be used for --%s", value.GetValue(), value.GetFlag().Name)
	case errors.As(err, &syntax):
		return a.usage("flaggan %q är fel skriven", "the flag %q is written wrongly", syntax.GetSpecifiedFlag())
	}
	return a.usage("en flagga är fel skriven", "a flag is written wrongly")
}

// explain says what could not be done. What the operating system answers is
// put in our words; the rest already is.
func (a *app) explain(err error) string {
	var refused *seal.RefusedError
	if errors.As(err, &refused) {
		return refused.Reason.In(a.lang)
	}
	var refusal version.Refusal
	if errors.As(err, &refusal) {
		return refusal.Text.In(a.lang)
	}
	var unstamped stamp.Refusal
	if errors.As(err, &unstamped) {
		return unstamped.Text.In(a.lang)
	}
	var failed *outside.Failure
	if errors.As(err, &failed) {
		return failed.Text.In(a.lang)
	}
	var blind *proof.BlindError
	if errors.As(err, &blind) {
		return blind.Reason.In(a.lang)
	}
	var held *disk.HeldError
	if errors.As(err, &held) {
		return fmt.Sprintf(a.say("%s används av en annan körning (%s), och ingenting har skrivits; kör igen när den är klar, eller vänta längre med --wait",
			"%s is in use by another run (%s), and nothing has been written; run again when it has ended, or wait longer with --wait"), held.Name, ask.Holder(held.By, a.now()).In(a.lang))
	}
	if errors.Is(err, center.ErrNoOrganisation) {
		return a.say("data/organisation.yaml saknas", "data/organisation.yaml is missing")
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return fmt.Sprintf(a.say("%s finns inte", "%s does not exist"), path.Path)
		case errors.Is(err, fs.ErrPermission):
			return fmt.Sprintf(a.say("%s får inte läsas eller skrivas av dig", "you are not allowed to read or write %s"), path.Path)
		case errors.Is(err, fs.ErrExist):
			return fmt.Sprintf(a.say("%s finns redan", "%s already exists"), path.Path)
		}
	}
	return err.Error()
}

// format checks a --format against the words that a command knows.
func (a *app) format(value string, known ...string) error {
	for _, k := range known {
		if value == k {
			return nil
		}
	}
	return a.usage("--format %q finns inte; skriv något av: %s", "there is no --format %q; write one of: %s", value, strings.Join(known, ", "))
}

// helpTemplate is cobra's, in the language of the run and with the exit
// statuses at the end.
func (a *app) helpTemplate() string {
	return `{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}` + a.say("Användning", "Usage") + `:
  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} [` + a.say("kommando", "command") + `]{{end}}
{{if .HasExample}}
` + a.say("Exempel", "Examples") + `:
{{.Example}}
{{end}}{{if .HasAvailableSubCommands}}
` + a.say("Kommandon", "Commands") + `:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}
{{end}}{{if .HasAvailableLocalFlags}}
` + a.say("Flaggor", "Flags") + `:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}{{if .HasAvailableInheritedFlags}}
` + a.say("Flaggor för alla kommandon", "Flags of every command") + `:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}
` + a.say(`Slutstatus:
  0  klart, inget som hindrar publicering
  1  fel i webbplatsen; ingenting har skrivits
  2  kommandot är fel skrivet
  3  arbetet kunde inte utföras
`, `Exit status:
  0  done, nothing that stops publication
  1  errors in the site; nothing was written
  2  the command was called wrongly
  3  the work could not be done
`)
}

// swedishHelp lets help be in Swedish throughout: the library writes some words in English.
func swedishHelp(root *cobra.Command) {
	help := root.HelpFunc()
	root.SetHelpFunc(func(cmd *cobra.Command, args []string) {
		var text strings.Builder
		out := cmd.OutOrStdout()
		cmd.SetOut(&text)
		help(cmd, args)
		cmd.SetOut(out)
		io.WriteString(out, words.HelpInSwedish(text.String()))
	})
}
