package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/coverage"
	"tillit/tools/internal/rules/law"
)

func (a *app) coverageCommand() *cobra.Command {
	var format, asOf string
	var profiles []string
	var strict bool
	cmd := &cobra.Command{
		Use:   "coverage",
		Short: a.say("Säg vilka krav i lagen som uppgifterna besvarar", "Say which duties of the law the facts answer"),
		Long: a.say(`Går igenom lagens krav artikel för artikel: vilka som besvaras och av vilka poster,
vilka som saknar svar och vad som ska skrivas var. Det är ett hjälpmedel och ingen
juridisk rådgivning.

Slutar med 1 när ett krav vars brist är ett fel saknar svar, eller när uppgifterna har
fel. Det som är delvis besvarat eller oavgjort räknas inte, men med --strict räknas det
som ingen har uppgett som saknat, och varje brist så allvarligt som lagen ser den.`,
			`Goes through the law's duties article by article: which are answered and by which
records, which lack an answer and what to write where. It is engineering help and no
legal advice.

Ends with 1 where a duty whose gap is an error lacks an answer, or where the facts have
errors. What is answered in part, or unknown, does not count; with --strict, what nobody
has declared counts as missing, and every gap is as grave as the law has it.`),
		Example: "  tillit coverage\n  tillit coverage --profile notice --strict\n  tillit coverage --format html > coverage.html",
		Args:    a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.format(format, "text", "json", "html", "markdown"); err != nil {
				return err
			}
			var known []string
			for _, c := range value.Choices("profile") {
				known = append(known, c.Code)
			}
			if cmd.Flags().Changed("profile") && len(profiles) == 0 {
				return a.usage("--profile är tom; skriv någon av: %s", "--profile is empty; write one of: %s", strings.Join(known, ", "))
			}
			for _, p := range profiles {
				if !slices.Contains(known, p) {
					return a.usage("profilen %q finns inte; skriv någon av: %s", "there is no profile %q; write one of: %s", p, strings.Join(known, ", "))
				}
			}
			today, err := a.today(asOf)
			if err != nil {
				return err
			}
			c, found, err := a.check(cmd.Context(), today)
			if err != nil {
				return err
			}
			if found.Facts.Blocks() {
				if err := a.print(a.out, found.Facts, "text", nil); err != nil {
					return err
				}
				return errFindings
			}
			report, err := c.Coverage(today, law.Options{Profiles: profiles, Strict: strict})
			if err != nil {
				return err
			}
			return a.cover(report, format)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&format, "format", "text", a.say("text, json, html eller markdown", "text, json, html or markdown"))
	flags.StringVar(&asOf, "as-of", "", a.say("räkna som om det vore denna dag (ÅÅÅÅ-MM-DD)", "reckon as if it were this day (YYYY-MM-DD)"))
	flags.StringSliceVar(&profiles, "profile", nil, a.say("bara dessa profiler, i stället för dem i organisation.yaml", "only these profiles, in place of those in organisation.yaml"))
	flags.BoolVar(&strict, "strict", false, a.say("räkna det som ingen har uppgett som saknat", "count what nobody has declared as missing"))
	return cmd
}

// cover prints a report; a gap in a duty that stops publication is a finding.
func (a *app) cover(report coverage.Report, format string) error {
	var err error
	switch format {
	case "json":
		err = report.JSON(a.out)
	case "html":
		err = report.HTML(a.out, a.lang)
	case "markdown":
		err = report.Markdown(a.out, a.lang)
	default:
		err = report.Text(a.out, a.lang)
	}
	if err == nil && report.Blocks() {
		return errFindings
	}
	return err
}
