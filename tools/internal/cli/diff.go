package cli

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"tillit/tools/internal/center"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
)

func (a *app) diffCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   a.say("diff [FRÅN] [TILL]", "diff [FROM] [TO]"),
		Short: a.say("Säg vad som skiljer två versioner", "Say what differs between two versions"),
		Long: a.say(`Jämför två lägen fält för fält och ord för ord. Ett läge är en version (2026-03-01),
en dag (versionen som gällde då), en webbplats mapp, eller det som står i data/ nu.
Utan ord efter kommandot jämförs den senaste versionen med data/.`,
			`Compares two states field by field and word by word. A state is a version
(2026-03-01), a day (the version that applied then), a site's folder, or what stands
in data/ now. With no words after it the last version is compared with data/.`),
		Example: "  tillit diff\n  tillit diff 2026-03-01\n  tillit diff 2026-01-01 2026-03-01 --format markdown\n  tillit diff ../before .",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 2 {
				return a.usage("skriv högst två lägen efter diff", "name at most two states after diff")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.format(format, "text", "markdown", "json", "html"); err != nil {
				return err
			}
			today, err := a.today("")
			if err != nil {
				return err
			}
			report, err := a.compare(cmd.Context(), args, today)
			if err != nil {
				return err
			}
			return writeReport(a.out, report, format, a.lang)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", a.say("text, markdown, json eller html", "text, markdown, json or html"))
	return cmd
}

func writeReport(w io.Writer, r change.Report, format, lang string) error {
	switch format {
	case "markdown":
		return r.Markdown(w, lang)
	case "json":
		return r.JSON(w)
	case "html":
		return r.HTML(w, lang)
	}
	return r.Text(w, lang)
}

// compare makes the report of two states that a person names.
func (a *app) compare(ctx context.Context, args []string, today value.Date) (change.Report, error) {
	c, err := a.site()
	if err != nil {
		return change.Report{}, err
	}
	chain, list, err := c.Chain()
	if err != nil {
		return change.Report{}, err
	}
	if list.Blocks() {
		return change.Report{}, errors.Join(errFindings, a.print(a.out, list, "text", nil))
	}
	if len(args) == 0 {
		if chain.Head() == nil {
			return change.Report{}, a.usage("ingen version är utgiven än, så det finns inget att jämföra med", "no version has been issued yet, so there is nothing to compare with")
		}
		args = []string{chain.Head().ID}
	}
	to := ""
	if len(args) == 2 {
		to = args[1]
	}
	for _, name := range []string{args[0], to} {
		if err := a.followState(c, name); err != nil {
			return change.Report{}, err
		}
	}
	r, list, err := c.Diff(ctx, args[0], to, today)
	var unknown *center.StateError
	switch {
	case errors.As(err, &unknown) && unknown.Day != "":
		return r, a.usage("ingen version gällde den %s", "no version applied on %s", value.DateText(unknown.Day, a.lang))
	case errors.As(err, &unknown):
		return r, a.usage("%q är varken en utgiven version, ett datum eller en webbplats mapp", "%q is neither an issued version, a date nor a site's folder", unknown.Name)
	case err == nil && list.Blocks():
		return r, errors.Join(errFindings, a.print(a.out, list, "text", nil))
	}
	return r, err
}

// site opens a folder that may hold nothing but versions.
func (a *app) site() (*center.Center, error) {
	c, err := center.Open(a.dir, a.program)
	if errors.Is(err, center.ErrNoSite) {
		return center.Bare(a.dir, a.program), nil
	}
	return c, err
}

// followState lets messages speak the language of a site that is compared: the one
// in a folder that is named, or the one that the command stands in, named "".
func (a *app) followState(c *center.Center, name string) error {
	if name != "" {
		if chain, _, err := c.Chain(); err != nil || chain.Find(name) != nil || value.Date(name).Valid() {
			return err
		}
		other, err := c.At(name)
		if err != nil {
			return nil // told of by the comparison
		}
		c = other
	}
	set, list, err := c.Records()
	if err == nil && !list.Blocks() {
		a.follow(set)
	}
	return err
}
