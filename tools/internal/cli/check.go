package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tillit/tools/internal/ask"
	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/proof"
)

func (a *app) checkCommand() *cobra.Command {
	var format, changed, asOf string
	var pages []string
	cmd := &cobra.Command{
		Use:   a.say("check [FIL…]", "check [FILE…]"),
		Short: a.say("Säg allt som är fel i webbplatsens fakta", "Say all that is wrong in the site's facts"),
		Long: a.say(`Läser alla fakta i data/ och skriver ut allt som är fel, med fil, rad, kolumn och
vad som ska stå i stället. Ingenting ändras. Med filer efter kommandot skrivs bara
det som gäller dem; hela webbplatsen kontrolleras ändå.

Med --page läses i stället orden på en sida som är skriven någon annanstans, till
exempel den integritetspolicy som publiceras i dag: HTML, Markdown eller ren text.
Då behövs ingen webbplats.`,
			`Reads every fact in data/ and prints all that is wrong, with file, line, column and
what to write instead. Nothing is changed. With files after the command only what
concerns them is printed; the whole site is checked all the same.

With --page the words of a page that was written elsewhere are read instead, such as
the privacy policy that is published today: HTML, Markdown or plain text. Then no
site is needed.`),
		Example: `  tillit check
  tillit check data/recipients/puzzel.yaml
  tillit check --page policy.html
  tillit check --format github --changed changed.txt
  tillit check --format sarif > tillit.sarif`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, files []string) error {
			if err := a.format(format, "text", "github", "json", "sarif"); err != nil {
				return err
			}
			today, err := a.today(asOf)
			if err != nil {
				return err
			}
			if len(pages) > 0 {
				if len(files) > 0 || changed != "" {
					return a.usage("--page läser bara de sidor som anges; utelämna %s", "--page reads only the pages that it names; leave out %s", strings.TrimSpace(strings.Join(append(files, changed), " ")))
				}
				return a.checkPages(cmd.Context(), pages, today, format)
			}
			only, err := a.siteFiles(files)
			if err != nil {
				return err
			}
			touched, err := disk.Await(cmd.Context(), func() (map[string]bool, error) { return a.changedFiles(changed) })
			if err != nil {
				return err
			}
			c, found, err := a.check(cmd.Context(), today)
			if err != nil {
				return err
			}
			list := proof.WithGit(cmd.Context(), a.dir, found.All())
			if len(only) > 0 {
				list = slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return !only[d.Pos.File] })
			}
			if err := a.print(a.out, list, format, touched); err != nil {
				return err
			}
			if list.Blocks() {
				return errFindings
			}
			if format == "text" && len(list) == 0 {
				return a.sayClean(c, len(only))
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", a.say("text, github, json eller sarif", "text, github, json or sarif"))
	a.allFlag(cmd)
	cmd.Flags().StringVar(&changed, "changed", "", a.say("fil med en ändrad fil per rad, vars fel visas först; - läser det som skickas in", "file with one changed file per line, whose errors come first; - reads stdin"))
	cmd.Flags().StringArrayVar(&pages, "page", nil, a.say("läs orden på en sida från annat håll (HTML, Markdown, text); kan upprepas", "read the words of a page from elsewhere (HTML, Markdown, text); may be repeated"))
	cmd.Flags().StringVar(&asOf, "as-of", "", a.say("räkna som om det vore denna dag (ÅÅÅÅ-MM-DD)", "reckon as if it were this day (YYYY-MM-DD)"))
	return cmd
}

// allFlag lets a command show what it else gives a line.
func (a *app) allFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.all, "all", false, a.say("visa också varningarna i sin helhet", "show the warnings in full as well"))
}

// sayClean says how much was checked where nothing was found, so that silence is never
// success: all records, or some files of the site.
func (a *app) sayClean(c *center.Center, files int) error {
	set, _, err := c.Records()
	if err == nil && files > 0 {
		_, err = fmt.Fprintf(a.out, a.say("Inga fel i det som angavs (%d).\n", "No errors in what was named (%d).\n"), files)
	} else if err == nil {
		_, err = fmt.Fprintf(a.out, a.say("Inga fel. %d poster.\n", "No errors. %d records.\n"), len(set.All()))
	}
	return err
}

// check opens the site and returns all that can be said of it.
func (a *app) check(ctx context.Context, today value.Date) (*center.Center, center.Findings, error) {
	c, err := a.open()
	if err != nil {
		return nil, center.Findings{}, err
	}
	a.stage("check")
	defer a.done()
	found, err := c.Check(ctx, today)
	return c, found, err
}

// open opens the site, and lets messages speak its language.
func (a *app) open() (*center.Center, error) {
	c, err := center.Open(a.dir, a.program)
	if errors.Is(err, center.ErrNoSite) {
		return nil, a.usage("%s är ingen webbplats: mappen data/ saknas där; skapa en med ”tillit init”, eller peka ut rätt mapp med --dir",
			"%s is no site: it has no folder data/; make one with “tillit init”, or name the right folder with --dir", a.dir)
	}
	if err != nil {
		return nil, err
	}
	set, _, err := c.Records()
	if err != nil {
		return nil, err
	}
	a.follow(set)
	return c, nil
}

// siteFiles are the files of the site that a person names.
func (a *app) siteFiles(typed []string) (map[string]bool, error) {
	names, missing, err := folder.Named(a.dir, typed)
	if missing != "" {
		return nil, a.usage("filen %s finns inte i webbplatsen", "there is no file %s in the site", missing)
	}
	return names, err
}

// changedFiles reads the list of files that a pull request touches.
func (a *app) changedFiles(name string) (map[string]bool, error) {
	switch name {
	case "":
		return nil, nil
	case "-":
		return folder.Listed(a.in)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return folder.Listed(f)
}

// print writes findings in a format. Annotations and SARIF name files from the
// folder where the command stands, because that is where their readers stand.
func (a *app) print(w io.Writer, list diag.List, format string, changed map[string]bool) error {
	switch format {
	case "github":
		return diag.PrintGitHub(w, a.fromHere(list), diag.GitHubOptions{Lang: a.lang, Changed: changed})
	case "json":
		return diag.PrintJSON(w, list)
	case "sarif":
		return diag.PrintSARIF(w, a.fromHere(list), diag.SARIFOptions{Lang: a.lang, Version: programVersion(), Rules: center.Rules()})
	}
	// Where errors are to be put right first, or check has told it all, a warning has a line.
	brief := !a.all && (a.short || list.Blocks()) && slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
	err := diag.Print(w, list, diag.TextOptions{Lang: a.lang, Color: ask.Terminal(w) && a.env("NO_COLOR") == "", Lines: a.lines, Brief: brief})
	if err == nil && len(list) > 0 {
		more := ""
		if brief {
			more = a.say("; tillit check --all visar varningarna i sin helhet", "; tillit check --all shows the warnings in full")
		}
		_, err = fmt.Fprintf(w, "\n%s%s\n", diag.Summary(list).In(a.lang), more)
	}
	return err
}

// lines is the text of a file of the site, for the excerpt under a finding.
func (a *app) lines(file string) []byte {
	const most = 1 << 20
	if page, ok := a.pages[file]; ok {
		return page
	}
	f, err := disk.Open(filepath.Join(a.dir, filepath.FromSlash(file)))
	if err != nil {
		return nil
	}
	defer f.Close()
	data, _ := io.ReadAll(io.LimitReader(f, most))
	return data
}

// fromHere puts --dir before the names of files, but for those named as they were typed.
func (a *app) fromHere(list diag.List) diag.List {
	dir := filepath.ToSlash(filepath.Clean(a.dir))
	if dir == "." || filepath.IsAbs(a.dir) {
		return list
	}
	return list.Below(dir, func(file string) bool { _, typed := a.pages[file]; return typed })
}
