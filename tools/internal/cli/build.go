package cli

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/export"
	"tillit/tools/internal/history"
	"tillit/tools/internal/record"
	"tillit/tools/internal/site"
)

// order is what a build is asked to make.
type order struct {
	baseURL string
	today   record.Date
	preview bool
	timer   *timer
}

func (a *app) buildCommand() *cobra.Command {
	var out, asOf string
	var timings bool
	o := order{}
	cmd := &cobra.Command{
		Use:   "build",
		Short: a.say("Kontrollera webbplatsen och skriv dess sidor", "Check the site and write its pages"),
		Long: a.say(`Kontrollerar alla fakta och skriver de färdiga sidorna. Finns ett enda fel skrivs
ingenting, och det som redan är publicerat ligger kvar orört. Mappen byts i ett steg.`,
			`Checks every fact and writes the finished pages. With a single error nothing is
written, and what is already published stays as it was. The folder is replaced in one step.`),
		Example: `  tillit build
  tillit build --out public --base-url https://trust.example.com/
  tillit build --preview --as-of 2026-12-01`,
		Args: a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			today, err := a.today(asOf)
			if err != nil {
				return err
			}
			if err := a.baseURL(o.baseURL); err != nil {
				return err
			}
			o.today, o.timer = today, &timer{now: a.now}
			files, list, err := a.make(cmd.Context(), o)
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
			target := a.outFolder(cmd, out)
			o.timer.begin("swap")
			if err := site.Swap(a.dir, target, files); err != nil {
				return err
			}
			o.timer.end()
			if timings {
				o.timer.print(a.err)
			}
			if terminal(a.err) {
				fmt.Fprintf(a.err, a.say("%d filer skrivna till %s\n", "%d files written to %s\n"), len(files), target)
			}
			return nil
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&out, "out", "", a.say("mappen som skrivs (förval: public i webbplatsens mapp)", "the folder to write (default: public in the site's folder)"))
	flags.StringVar(&o.baseURL, "base-url", "", a.say("webbplatsens adress, i stället för den i organisation.yaml", "the site's address, in place of the one in organisation.yaml"))
	flags.BoolVar(&o.preview, "preview", false, a.say("bygg en förhandsvisning, märkt på varje sida och stängd för sökmotorer", "build a preview, marked on every page and closed to search engines"))
	flags.StringVar(&asOf, "as-of", "", a.say("bygg som om det vore denna dag (ÅÅÅÅ-MM-DD)", "build as if it were this day (YYYY-MM-DD)"))
	flags.BoolVar(&timings, "timings", false, a.say("skriv vad varje steg kostade", "print what each stage took"))
	return cmd
}

// outFolder is --out from where the person stands, or public in the site.
func (a *app) outFolder(cmd *cobra.Command, out string) string {
	if cmd.Flags().Changed("out") {
		return out
	}
	return filepath.Join(a.dir, "public")
}

// make runs load → check → plan → render → seal and returns the files of the
// site. With an error among the findings there are no files.
func (a *app) make(ctx context.Context, o order) ([]site.File, diag.List, error) {
	o.timer.begin("check")
	set, found, err := a.check(ctx, o.today)
	if o.preview {
		found.law = lenient(found.law)
	}
	list := found.all()
	if err != nil || list.Blocks() {
		return nil, list, err
	}
	if o.baseURL == "" {
		o.baseURL = set.Organisation.BaseURL
	}
	o.timer.begin("history")
	// What was issued is published as it lies, so it must be what was issued.
	_, altered, err := history.Verify(os.DirFS(a.dir))
	if list = append(list, altered...); err != nil || list.Blocks() {
		list.Sort()
		return nil, list, err
	}
	past, more, err := a.past(ctx, set)
	if list = append(list, more...); err != nil || list.Blocks() {
		list.Sort()
		return nil, list, err
	}
	if list = append(list, a.unissued(past, o.preview)...); list.Blocks() {
		return nil, list, nil
	}
	o.timer.begin("export")
	downloads, err := a.downloads(set, past, o)
	if err != nil {
		return nil, list, err
	}

	a.progress("bygger sidorna …", "building the pages …")
	defer a.done()
	files, more, err := a.render(ctx, set, past, o, nil, downloads)
	o.timer.end()
	list = append(list, more...)
	list.Sort()
	if err != nil || list.Blocks() {
		return nil, list, err
	}
	return files, list, nil
}

// lenient lets a preview be built while the law's questions are still open: its
// readers are those who are to answer them.
func lenient(list diag.List) diag.List {
	list = slices.Clone(list)
	for i := range list {
		list[i].Severity = max(list[i].Severity, diag.Warning)
	}
	return list
}

// downloads are the lists and feeds that the site offers.
func (a *app) downloads(set *record.Set, p *past, o order) ([]site.File, error) {
	words, err := a.words(set)
	if err != nil {
		return nil, err
	}
	edition := export.Edition{AsOf: o.today, BaseURL: o.baseURL, Words: words}
	if head := p.head(); head != nil && p.since.Empty() {
		edition.Version, edition.Digest, edition.Number = head.ID, head.Digest, len(p.chain.Versions)
	}
	feeds, err := export.Feeds(set, p.chain, export.Place{BaseURL: o.baseURL, Words: words})
	if err != nil {
		return nil, err
	}
	var files []site.File
	for _, f := range append(export.All(set, edition), feeds...) {
		files = append(files, site.File{Path: f.Path, Data: f.Data, Dated: f.Dated})
	}
	return a.dated(files, set, p, edition), nil
}

// dated adds the downloads of every issued version under the names that tell them
// apart, exempelbolaget-underbitraden-2026-03-01.xlsx. They are the issued bytes: a
// name that a contract cites leads for good to what it led to, while the address
// without a day leads to the newest. A file that the last version was issued
// without has no such name.
func (a *app) dated(files []site.File, set *record.Set, p *past, e export.Edition) []site.File {
	now := len(files)
	called := set.Organisation.Name
	for _, v := range slices.Backward(p.chain.Versions) {
		published, err := p.chain.Published(a.dir, v)
		if err != nil {
			continue // told of where the versions are linked
		}
		issued := map[string]history.Linked{}
		for _, f := range published {
			issued[f.Path] = f
		}
		for i := range files[:now] {
			f := &files[i]
			was, ok := issued[history.Folder+"/"+v.ID+"/site/"+f.Path]
			switch {
			case f.Dated == "":
			case ok:
				name := export.DatedIn(f.Dated, set.Organisation.Name, e, called, v.ID)
				files = append(files, site.File{Path: name, Source: was.Source, Sum: was.Sum})
			case v.ID == e.Version:
				f.Dated = ""
			}
		}
		called = p.calledBefore(v, called)
	}
	return files
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

// timer measures the stages of a build.
type timer struct {
	now    func() time.Time
	stages []stage
}

type stage struct {
	name       string
	start, end time.Time
}

// begin ends the stage under way and starts the next.
func (t *timer) begin(name string) {
	t.end()
	t.stages = append(t.stages, stage{name: name, start: t.now()})
}

func (t *timer) end() {
	if n := len(t.stages); n > 0 && t.stages[n-1].end.IsZero() {
		t.stages[n-1].end = t.now()
	}
}

func (t *timer) print(w io.Writer) {
	var sum time.Duration
	line := func(name string, d time.Duration) {
		fmt.Fprintf(w, "%-8s %8.1f ms\n", name, float64(d.Microseconds())/1000)
	}
	for _, s := range t.stages {
		line(s.name, s.end.Sub(s.start))
		sum += s.end.Sub(s.start)
	}
	line("total", sum)
}
