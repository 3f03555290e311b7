package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tillit"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/history"
	"tillit/tools/internal/record"
	"tillit/tools/internal/site"
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
			report, err := a.compare(args, today)
			if err != nil {
				return err
			}
			return writeReport(a.out, report, format, a.lang)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", a.say("text, markdown, json eller html", "text, markdown, json or html"))
	return cmd
}

func writeReport(w io.Writer, r history.Report, format, lang string) error {
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
func (a *app) compare(args []string, today record.Date) (history.Report, error) {
	var r history.Report
	chain, list, err := history.Open(os.DirFS(a.dir))
	if err != nil {
		return r, err
	}
	if list.Blocks() {
		if err := a.print(a.out, list, "text", nil); err != nil {
			return r, err
		}
		return r, errFindings
	}
	if len(args) == 0 {
		if chain.Head() == nil {
			return r, a.usage("ingen version är utgiven än, så det finns inget att jämföra med", "no version has been issued yet, so there is nothing to compare with")
		}
		args = []string{chain.Head().ID}
	}
	from, err := a.state(chain, args[0], today)
	if err != nil {
		return r, err
	}
	r.From, r.To = args[0], "data/"
	var to history.Snapshot
	if len(args) == 2 {
		r.To = args[1]
		to, err = a.state(chain, args[1], today)
	} else {
		to, err = a.folder(a.dir)
	}
	if err != nil {
		return r, err
	}
	r.Difference, r.After, r.AsOf = history.Diff(from, to), to, today
	if days, ok := to.Records["organisation"]["organisation"]["notice_days"].(int); ok {
		r.NoticeDays = days
	}
	return r, nil
}

// state reads a version, the version of a day, or a folder.
func (a *app) state(chain *history.Chain, name string, today record.Date) (history.Snapshot, error) {
	if v := chain.Find(name); v != nil {
		return chain.Snapshot(v)
	}
	if day := record.Date(name); day.Valid() {
		if v := chain.On(day); v != nil {
			return chain.Snapshot(v)
		}
		return history.Snapshot{}, a.usage("ingen version gällde den %s", "no version applied on %s", record.DateText(day, a.lang))
	}
	if info, err := os.Stat(filepath.Join(name, "data")); err == nil && info.IsDir() {
		return a.folder(name)
	}
	return history.Snapshot{}, a.usage("%q är varken en utgiven version, ett datum eller en webbplats mapp", "%q is neither an issued version, a date nor a site's folder", name)
}

// folder is what a site says now. Records with errors cannot be compared: what
// they say is not known.
func (a *app) folder(dir string) (history.Snapshot, error) {
	set, list, err := record.Load(dir)
	if err != nil {
		return history.Snapshot{}, err
	}
	if list.Blocks() {
		if err := a.print(a.out, list, "text", nil); err != nil {
			return history.Snapshot{}, err
		}
		return history.Snapshot{}, errFindings
	}
	a.follow(set)
	return a.snapshot(dir, set)
}

// snapshot takes the records of a set and the prose of the site's pages.
func (a *app) snapshot(dir string, set *record.Set) (history.Snapshot, error) {
	if set.Organisation == nil {
		return history.Snapshot{}, errors.New(a.say("data/organisation.yaml saknas", "data/organisation.yaml is missing"))
	}
	pages, list, err := site.ReadProse(dir, tillit.Files, set.Organisation.Languages)
	if err != nil {
		return history.Snapshot{}, err
	}
	if list.Blocks() {
		return history.Snapshot{}, errors.Join(errFindings, a.print(a.out, diag.List(list), "text", nil))
	}
	prose := map[string]map[string]string{}
	for _, p := range pages {
		if prose[p.Page] == nil {
			prose[p.Page] = map[string]string{}
		}
		prose[p.Page][p.Language] = string(p.Data)
	}
	return history.Of(set, prose), nil
}
