package cli

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
)

func (a *app) fixCommand() *cobra.Command {
	var format, asOf string
	var rules []string
	var dry bool
	cmd := &cobra.Command{
		Use:   a.say("fix [FIL…]", "fix [FILE…]"),
		Short: a.say("Rätta det som bara kan betyda en sak", "Mend what can mean one thing only"),
		Long: a.say(`Rättar det som "tillit check" finner och som bara kan betyda en sak: ett felskrivet
fältnamn, en dag skriven på ett annat sätt, citattecken som saknas, osynliga tecken.
Inget annat i filerna ändras: anmärkningar, ordning och radslut står kvar. Varje fil
skrivs hel eller inte alls, och en fil som någon ändrar under tiden lämnas i fred.
Sedan kontrolleras webbplatsen igen: det som är kvar skrivs ut, med skälet till att
en människa måste rätta det. Vilka regler som kan rättas står i docs/rules.md.

Slutstatus är 0 när allt är gjort, och 1 när fel är kvar, när något av det som kan
rättas inte gick att skriva säkert, eller när --dry-run har något att visa.`,
			`Mends what "tillit check" finds and what can mean one thing only: a misspelt name of a
field, a day written in another way, quotes that are missing, invisible characters.
Nothing else in the files changes: remarks, order and line ends stay. Each file is
written whole or not at all, and one that somebody changes meanwhile is left alone.
Then the site is checked again: what is left is printed, with the reason why a person
must mend it. docs/rules.md tells which rules can be mended.

The exit status is 0 when all is done, and 1 when errors are left, when some of what
can be mended could not be written safely, or when --dry-run has something to show.`),
		Example: `  tillit fix --dry-run
  tillit fix
  tillit fix --rule unknown-field data/recipients/puzzel.yaml`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, files []string) error {
			if err := cmp.Or(a.format(format, "text", "json"), a.knownRules(rules)); err != nil {
				return err
			}
			today, err := a.today(asOf)
			if err != nil {
				return err
			}
			only, err := a.siteFiles(files)
			if err != nil {
				return err
			}
			c, err := a.open()
			if err != nil {
				return err
			}
			a.stage("check")
			done, err := c.Fix(cmd.Context(), today, center.Fix{Dry: dry, Concerns: func(d diag.Diagnostic) bool {
				return (len(only) == 0 || only[d.Pos.File]) && (len(rules) == 0 || slices.Contains(rules, d.Rule))
			}})
			a.done()
			return a.tellMended(done, format, err)
		},
	}
	cmd.Flags().StringArrayVar(&rules, "rule", nil, a.say("rätta bara denna regels fel; kan upprepas", "mend only what this rule finds; may be repeated"))
	cmd.Flags().BoolVar(&dry, "dry-run", false, a.say("visa vad som skulle ändras, och skriv inget", "show what would change, and write nothing"))
	cmd.Flags().StringVar(&format, "format", "text", a.say("text eller json", "text or json"))
	a.allFlag(cmd)
	cmd.Flags().StringVar(&asOf, "as-of", "", a.say("räkna som om det vore denna dag (ÅÅÅÅ-MM-DD)", "reckon as if it were this day (YYYY-MM-DD)"))
	return cmd
}

// knownRules refuses the name of a rule that there is not.
func (a *app) knownRules(rules []string) error {
	for _, r := range rules {
		if near, known := center.KnownRule(r); !known && near != "" {
			return a.usage("regeln %q finns inte; menade du %q?", "there is no rule %q; did you mean %q?", r, near)
		} else if !known {
			return a.usage("regeln %q finns inte; reglernas namn står inom hakparentes efter varje anmärkning", "there is no rule %q; the names of rules stand in brackets after each finding", r)
		}
	}
	return nil
}

// tellMended says what was mended, what is left and why, and whether that is all. What
// was done before something failed is told as well.
func (a *app) tellMended(m center.Mended, format string, failed error) error {
	var err error
	switch a.short = true; {
	case format == "json":
		err = diag.PrintRepairsJSON(a.out, m.Repaired)
	case failed == nil || len(m.Repairs) > 0:
		fmt.Fprint(a.out, strings.Join(m.Diffs, ""))
		err = diag.PrintRepairs(a.out, m.Repaired, a.lang)
		if failed == nil && len(m.Left) > 0 {
			fmt.Fprintln(a.out)
			err = errors.Join(err, a.print(a.out, m.Left, format, nil), diag.PrintReasons(a.out, m.Left, a.lang))
		}
	}
	if err != nil {
		return err
	}
	if failed == nil && (m.Left.Blocks() || len(m.Refused) > 0 || m.Dry && len(m.Repairs) > 0) {
		return errFindings
	}
	return failed
}
