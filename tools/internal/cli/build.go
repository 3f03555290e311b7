package cli

import (
	"fmt"
	"net/url"
	"path/filepath"
	"time"

	"tillit/tools/internal/center"

	"github.com/spf13/cobra"
)

func (a *app) buildCommand() *cobra.Command {
	var out, asOf string
	var timings bool
	var wait time.Duration
	o := center.Order{}
	cmd := &cobra.Command{
		Use:   "build",
		Short: a.say("Kontrollera webbplatsen och skriv dess sidor", "Check the site and write its pages"),
		Long: a.say(`Kontrollerar alla fakta och skriver de färdiga sidorna. Finns ett enda fel skrivs
ingenting, och det som redan är publicerat ligger kvar orört. Mappen byts i ett steg,
av en körning i taget: den som kommer sedan väntar, och ger upp efter --wait med status 3.`,
			`Checks every fact and writes the finished pages. With a single error nothing is
written, and what is already published stays as it was. The folder is replaced in one step,
by one run at a time: who comes next waits, and gives up after --wait with status 3.`),
		Example: `  tillit build
  tillit build --out public --base-url https://trust.example.com/
  tillit build --preview --as-of 2026-12-01`,
		Args: a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			a.short = true
			today, err := a.today(asOf)
			if err != nil {
				return err
			}
			if err := a.baseURL(o.BaseURL); err != nil {
				return err
			}
			c, err := a.open()
			if err != nil {
				return err
			}
			if err := a.whole(cmd.Context()); err != nil {
				return err
			}
			clock := &center.Timer{Now: a.now}
			target := a.outFolder(cmd, out)
			o.Out, o.Wait = target, a.waiting(wait)
			defer c.Drop() // where the build ends before it is published
			o.Today, o.Stage = today, func(stage string) { a.stage(stage); clock.Begin(stage) }
			files, list, err := c.Build(cmd.Context(), o)
			a.done()
			if err != nil {
				return err
			}
			if err := a.print(a.out, list, "text", nil); err != nil {
				return err
			}
			if list.Blocks() {
				a.complain(a.say("ingenting har skrivits, eftersom det finns fel", "nothing has been written, because there are errors"))
				return errFindings
			}
			clock.Begin("swap")
			if err := a.inPlace(c.Publish(cmd.Context(), files, target)); err != nil {
				return err
			}
			clock.End()
			if timings {
				fmt.Fprint(a.err, clock)
			}
			_, err = fmt.Fprintf(a.out, a.say("%d filer skrivna till %s\n", "%d files written to %s\n"), len(files), filepath.ToSlash(target))
			return err
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&out, "out", "", a.say("mappen som skrivs (förval: public i webbplatsens mapp)", "the folder to write (default: public in the site's folder)"))
	flags.StringVar(&o.BaseURL, "base-url", "", a.say("webbplatsens adress, i stället för den i organisation.yaml", "the site's address, in place of the one in organisation.yaml"))
	flags.BoolVar(&o.Preview, "preview", false, a.say("bygg en förhandsvisning, märkt på varje sida och stängd för sökmotorer", "build a preview, marked on every page and closed to search engines"))
	flags.StringVar(&asOf, "as-of", "", a.say("bygg som om det vore denna dag (ÅÅÅÅ-MM-DD)", "build as if it were this day (YYYY-MM-DD)"))
	a.allFlag(cmd)
	a.waitFlag(cmd, &wait)
	flags.BoolVar(&timings, "timings", false, a.say("skriv vad varje steg kostade", "print what each stage took"))
	return cmd
}

// outFolder is --out from where the person stands, or public in the site.
func (a *app) outFolder(cmd *cobra.Command, out string) string {
	if cmd.Flags().Changed("out") {
		return out
	}
	return filepath.Join(a.dir, center.Public)
}

// baseURL refuses an address that pages could not be served from.
func (a *app) baseURL(address string) error {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	local := err == nil && (u.Hostname() == "localhost" || u.Hostname() == "127.0.0.1")
	if err != nil || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil || u.Scheme != "https" && !(local && u.Scheme == "http") {
		return a.usage("--base-url %q går inte att använda; skriv en adress som https://trust.example.com/", "--base-url %q cannot be used; write an address such as https://trust.example.com/", address)
	}
	return nil
}
