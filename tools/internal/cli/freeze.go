package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tillit/tools/internal/center"
	"tillit/tools/internal/facts/value"
)

func (a *app) freezeCommand() *cobra.Command {
	var date string
	var yes bool
	cmd := &cobra.Command{
		Use:   "freeze",
		Short: a.say("Ge ut det som står i data/ som en ny version", "Issue what stands in data/ as a new version"),
		Long: a.say(`Ger ut en version: fakta, text och de färdiga sidorna läggs i versions/ med en
kontrollsumma som också täcker versionen före. En utgiven version ändras aldrig.
Det som ska ges ut visas först, och vid en terminal ställs en fråga.`,
			`Issues a version: facts, prose and the finished pages are put into versions/ with a
digest that also covers the version before. An issued version is never altered. What
is to be issued is shown first, and at a terminal a question is asked.`),
		Example: "  tillit freeze\n  tillit freeze --yes",
		Args:    a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			a.short = true
			today, err := a.today("")
			if err != nil {
				return err
			}
			day := today
			if date != "" {
				if day = value.Date(date); !day.Valid() {
					return a.usage("--date %q är inget datum; skriv det som 2026-03-01", "--date %q is no date; write it as 2026-03-01", date)
				}
			}
			if day > today {
				return a.usage("%s ligger i framtiden; en version gäller från den dag den ges ut, och det som gäller senare skrivs med datum i posterna",
					"%s is in the future; a version applies from the day it is issued, and what applies later is written with dates in the records", day)
			}
			if !yes && !terminal(a.out) {
				return a.usage("skriv --yes för att ge ut utan fråga", "write --yes to issue without a question")
			}
			return a.freeze(cmd.Context(), day, yes)
		},
	}
	a.allFlag(cmd)
	cmd.Flags().StringVar(&date, "date", "", a.say("dagen versionen gäller från (förval: i dag)", "the day from which the version applies (default: today)"))
	cmd.Flags().BoolVar(&yes, "yes", false, a.say("ge ut utan fråga", "issue without a question"))
	return cmd
}

// freeze shows what would be issued, asks, and issues it.
func (a *app) freeze(ctx context.Context, day value.Date, yes bool) error {
	issue, err := a.issuable(ctx, day)
	if err != nil {
		return err
	}
	if head := issue.Past.Head(); head != nil {
		if issue.Past.Since.Empty() {
			a.complain(fmt.Sprintf(a.say("ingenting har ändrats sedan versionen %s gavs ut", "nothing has changed since the version %s was issued"), head.ID))
			return errFindings
		}
		if err := issue.Report(a.say("(inget)", "(nothing)")).Text(a.out, a.lang); err != nil {
			return err
		}
	}
	a.progress("bygger versionens sidor …", "building the pages of the version …")
	files, list, err := issue.Render(ctx)
	a.done()
	if err != nil {
		return err
	}
	if list.Blocks() {
		return errors.Join(errFindings, a.print(a.out, list, "text", nil))
	}
	fmt.Fprintf(a.out, a.say("\nversionen %s: %d poster, %d filer\n", "\nthe version %s: %d records, %d files\n"), issue.ID, issue.Records, files)
	if !yes {
		ok, err := a.ask(a.say("Ge ut den? En utgiven version kan inte ändras. [j/N] ", "Issue it? An issued version cannot be altered. [y/N] "))
		if err != nil || !ok {
			return errors.Join(err, errors.New(a.say("inget är utgivet", "nothing has been issued")))
		}
	}
	v, err := issue.Freeze(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, a.say("utgiven: versions/%s\nkontrollsumma: %s\n", "issued: versions/%s\ndigest: %s\n"), v.ID, v.Digest)
	return nil
}

// issuable checks the site and its past, and says what is wrong.
func (a *app) issuable(ctx context.Context, day value.Date) (*center.Issue, error) {
	c, err := a.open()
	if err != nil {
		return nil, err
	}
	a.stage("check")
	issue, list, err := c.Issuable(ctx, day)
	a.done()
	if err != nil {
		return nil, err
	}
	if err := a.print(a.out, list, "text", nil); err != nil {
		return nil, err
	}
	if list.Blocks() {
		a.complain(a.say("inget har getts ut, eftersom det finns fel", "nothing has been issued, because there are errors"))
		return nil, errFindings
	}
	return issue, nil
}

// ask puts a question that only yes answers.
func (a *app) ask(question string) (bool, error) {
	fmt.Fprint(a.out, question)
	line, err := bufio.NewReader(a.in).ReadString('\n')
	if err != nil {
		return false, err
	}
	answer := strings.ToLower(strings.TrimSpace(line))
	return answer == "j" || answer == "ja" || answer == "y" || answer == "yes", nil
}
