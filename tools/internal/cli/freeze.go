package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/export"
	"tillit/tools/internal/history"
	"tillit/tools/internal/record"
	"tillit/tools/internal/site"
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
			today, err := a.today("")
			if err != nil {
				return err
			}
			day := today
			if date != "" {
				if day = record.Date(date); !day.Valid() {
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
	cmd.Flags().StringVar(&date, "date", "", a.say("dagen versionen gäller från (förval: i dag)", "the day from which the version applies (default: today)"))
	cmd.Flags().BoolVar(&yes, "yes", false, a.say("ge ut utan fråga", "issue without a question"))
	return cmd
}

// freeze shows what would be issued, asks, and issues it.
func (a *app) freeze(ctx context.Context, day record.Date, yes bool) error {
	set, p, err := a.issuable(ctx, day)
	if err != nil {
		return err
	}
	id, err := p.chain.Next(day)
	if err != nil {
		return err
	}
	report := history.Report{Difference: p.since, From: a.say("(inget)", "(nothing)"), To: id, After: p.now, AsOf: day, NoticeDays: set.Organisation.NoticeDays}
	if head := p.head(); head != nil {
		if p.since.Empty() {
			a.complain(fmt.Sprintf(a.say("ingenting har ändrats sedan versionen %s gavs ut", "nothing has changed since the version %s was issued"), head.ID))
			return errFindings
		}
		report.From = head.ID
		if err := report.Text(a.out, a.lang); err != nil {
			return err
		}
	}
	issue := &history.Version{ID: id, Effective: day}
	if head := p.head(); head != nil {
		issue.Previous, issue.PreviousDigest = head.ID, head.Digest
	}
	files, err := a.documents(ctx, set, p, issue)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, a.say("\nversionen %s: %d poster, %d filer\n", "\nthe version %s: %d records, %d files\n"), id, len(set.Entries()), len(files))
	if !yes {
		ok, err := a.ask(a.say("Ge ut den? En utgiven version kan inte ändras. [j/N] ", "Issue it? An issued version cannot be altered. [y/N] "))
		if err != nil || !ok {
			return errors.Join(err, errors.New(a.say("inget är utgivet", "nothing has been issued")))
		}
	}
	changes, err := history.EncodeChanges(p.since, p.now)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	v, err := p.chain.Freeze(a.dir, id, p.now, changes, files)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, a.say("utgiven: versions/%s\nkontrollsumma: %s\n", "issued: versions/%s\ndigest: %s\n"), v.ID, v.Digest)
	return nil
}

// issuable checks the site and its past. Nothing is issued from a site with
// errors, nor onto a chain that is not what it was.
func (a *app) issuable(ctx context.Context, day record.Date) (*record.Set, *past, error) {
	// What was wrong on a day before the last version matters no more.
	chain, _, err := history.Open(os.DirFS(a.dir))
	if err != nil {
		return nil, nil, err
	}
	if _, err := chain.Next(day); err != nil {
		return nil, nil, err
	}
	set, found, err := a.check(ctx, day)
	if err != nil {
		return nil, nil, err
	}
	list := found.all()
	_, more, err := history.Verify(os.DirFS(a.dir))
	if err != nil {
		return nil, nil, err
	}
	list = append(list, more...)
	var p *past
	if !list.Blocks() {
		p, more, err = a.past(ctx, set)
		if err != nil {
			return nil, nil, err
		}
		list = append(list, more...)
	}
	list.Sort()
	if err := a.print(a.out, list, "text", nil); err != nil {
		return nil, nil, err
	}
	if list.Blocks() {
		a.complain(a.say("inget har getts ut, eftersom det finns fel", "nothing has been issued, because there are errors"))
		return nil, nil, errFindings
	}
	return set, p, nil
}

// documents renders what a version serves: its pages and its downloads.
func (a *app) documents(ctx context.Context, set *record.Set, p *past, issue *history.Version) ([]history.File, error) {
	o := order{baseURL: set.Organisation.BaseURL, today: issue.Effective, timer: &timer{now: a.now}}
	words, err := a.words(set)
	if err != nil {
		return nil, err
	}
	var downloads []site.File
	edition := export.Edition{AsOf: issue.Effective, Version: issue.ID, Number: len(p.chain.Versions) + 1, Frozen: true, BaseURL: o.baseURL, Words: words}
	for _, f := range export.All(set, edition) {
		downloads = append(downloads, site.File{Path: f.Path, Data: f.Data})
	}
	a.progress("bygger versionens sidor …", "building the pages of the version …")
	rendered, list, err := a.render(ctx, set, p, o, issue, downloads)
	a.done()
	if err != nil {
		return nil, err
	}
	if list.Blocks() {
		return nil, errors.Join(errFindings, a.print(a.out, diag.List(list), "text", nil))
	}
	var files []history.File
	for _, f := range rendered {
		files = append(files, history.File{Path: f.Path, Data: f.Data})
	}
	return files, nil
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
