// Package cli is the command line: arguments, subcommands, messages and exit
// statuses. It is the one place that reads the clock, the environment and the
// terminal; everything below it is told.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"tillit"

	"github.com/spf13/cobra"

	"tillit/tools/internal/ask"
	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/outside"
	"tillit/tools/internal/history/version"
)

// Exit statuses, the same for every command.
const (
	exitClean    = 0 // done, and nothing to remark that stops publication
	exitFindings = 1 // the site has errors; nothing was written
	exitUsage    = 2 // the command was called wrongly
	exitFailed   = 3 // the work could not be done
)

// app is one run of the program.
type app struct {
	in       io.Reader
	out, err io.Writer
	env      func(string) string
	now      func() time.Time
	program  center.Program

	dir  string // the site's folder, --dir
	lang string // the language of messages: "sv" or "en"
	set  bool   // lang was asked for, by flag or environment

	all   bool // every finding in full, --all
	short bool // the command is not there to tell what is wrong: a warning has a line

	pages map[string][]byte // of check --page, by name: their lines are shown under findings
}

// errFindings ends a command whose findings have been printed.
var errFindings = errors.New("findings")

// usageError is a call that cannot be understood. It holds the sentence.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// Main runs one command line and returns its exit status. Pages are made by the
// renderer.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer, render center.Renderer) int {
	out := &ask.Outlet{To: stdout}
	a := &app{in: stdin, out: out, err: stderr, env: os.Getenv, now: time.Now}
	a.program = center.Program{Files: tillit.Files, Render: render, Version: programVersion()}
	a.chooseLanguage(args)
	ctx, stop := disk.UntilInterrupted(context.Background())
	defer stop()

	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(out)
	root.SetErr(stderr)
	err, status := root.ExecuteContext(ctx), exitFailed
	if out.Err == nil || !errors.Is(err, out.Err) { // else it is told below
		status = a.status(err)
	}
	if out.Err != nil && status != exitUsage {
		a.complain(fmt.Sprintf(a.say("det som skulle skrivas ut gick förlorat: %s", "what was to be printed is lost: %s"), a.explain(out.Err)))
		return exitFailed
	}
	return status
}

// status tells what a command's error means to the shell, and says it.
func (a *app) status(err error) int {
	usage, fault := usageError{}, (*version.Fault)(nil)
	var outer *outside.Failure
	if errors.As(err, &outer) && !outer.Asked {
		err = usageError{outer.Text.In(a.lang)} // what nobody could answer was asked wrongly
	}
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &usage):
		a.complain(usage.text)
		fmt.Fprintln(a.err, a.say("tillit: kör ”tillit help” för att se vad som går att göra", "tillit: run “tillit help” to see what can be done"))
		return exitUsage
	case errors.As(err, &fault) && a.print(a.out, diag.List{fault.Found}, "text", nil) == nil:
		return exitFindings
	case errors.Is(err, context.Canceled):
		a.complain(a.say("avbrutet; ingenting har skrivits", "interrupted; nothing has been written"))
		return exitFailed
	}
	a.complain(a.explain(err))
	return exitFailed
}

func (a *app) complain(text string) { fmt.Fprintf(a.err, "tillit: %s\n", text) }

// say returns the words in the language of this run.
func (a *app) say(sv, en string) string { return diag.Text{SV: sv, EN: en}.In(a.lang) }

// usage is a wrong call, in words.
func (a *app) usage(sv, en string, args ...any) error {
	return usageError{fmt.Sprintf(a.say(sv, en), args...)}
}

// chooseLanguage looks for --lang before cobra does, because the help texts
// must already be in the language that is asked for.
func (a *app) chooseLanguage(args []string) {
	a.lang = "en"
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		v := strings.ToLower(a.env(name))
		if v == "" || v == "c" || v == "posix" || strings.HasPrefix(v, "c.") {
			continue
		}
		a.set = true
		if strings.HasPrefix(v, "sv") {
			a.lang = "sv"
		}
		break
	}
	for i, arg := range args {
		v, ok := strings.CutPrefix(arg, "--lang=")
		if !ok && arg == "--lang" && i+1 < len(args) {
			v, ok = args[i+1], true
		}
		if ok {
			a.lang, a.set = diagLang(v), true
		}
	}
}

func diagLang(v string) string {
	if strings.HasPrefix(strings.ToLower(v), "sv") {
		return "sv"
	}
	return "en"
}

// follow lets messages speak the site's own language where nobody asked for
// another.
func (a *app) follow(set *record.Set) {
	if !a.set && set != nil && set.Organisation != nil && set.Organisation.Main() != "" {
		a.lang = diagLang(set.Organisation.Main())
	}
}

// today is the day in Sweden, or the one that --as-of names.
func (a *app) today(asOf string) (value.Date, error) {
	if asOf == "" {
		return value.Today(a.now()), nil
	}
	d := value.Date(asOf)
	if !d.Valid() {
		return "", a.usage("--as-of %q är inget datum; skriv det som 2026-03-01", "--as-of %q is no date; write it as 2026-03-01", asOf)
	}
	return d, nil
}

// progress tells a person at a terminal what is going on. In a pipe it is
// silent, so that only findings and failures reach a log.
func (a *app) progress(sv, en string) {
	if ask.Terminal(a.err) {
		fmt.Fprint(a.err, "\r\033[K"+a.say(sv, en))
	}
}

// stage tells what a build has begun with.
func (a *app) stage(name string) {
	switch name {
	case "check":
		a.progress("läser data/ …", "reading data/ …")
	case "plan":
		a.progress("bygger sidorna …", "building the pages …")
	}
}

// done ends the line of progress.
func (a *app) done() {
	if ask.Terminal(a.err) {
		fmt.Fprint(a.err, "\r\033[K")
	}
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "tillit",
		Short: a.say("Från kontrollerade fakta till publicerade förtroendesidor", "From checked facts to a published trust center"),
		Long: a.say(`Tillit gör en mapp med kontrollerade fakta (YAML) och texter (Markdown) till
publika förtroendesidor: integritetspolicy, underbiträden, mottagare, lagringstider,
rättigheter, klagomål, säkerhet och kakor, på svenska och engelska.`,
			`Tillit turns a folder of checked facts (YAML) and prose (Markdown) into a public
trust center: privacy policy, sub-processors, recipients, retention, rights,
complaints, security and cookies, in Swedish and English.`),
		Example: `  tillit init my-site
  tillit check --dir my-site
  tillit build --dir my-site --out public
  tillit serve --dir my-site`,
		Args:                       a.noArgs,
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		RunE:                       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.PersistentFlags().StringVar(&a.dir, "dir", ".", a.say("webbplatsens mapp", "the site's folder"))
	lang := root.PersistentFlags().String("lang", "", a.say("språk för meddelanden: sv eller en", "language of messages: sv or en"))
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		switch *lang {
		case "", "sv", "en":
			return nil
		}
		return a.usage("--lang %q finns inte; skriv sv eller en", "there is no --lang %q; write sv or en", *lang)
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return a.flagError(err) })
	root.SetHelpTemplate(a.helpTemplate())
	root.CompletionOptions.HiddenDefaultCmd = false
	root.AddCommand(
		a.initCommand(), a.newCommand(), a.checkCommand(), a.fixCommand(), a.coverageCommand(), a.buildCommand(), a.serveCommand(),
		a.diffCommand(), a.freezeCommand(), a.timestampCommand(), a.verifyCommand(), a.noticeCommand(), a.dueCommand(), a.exportCommand(),
		a.schemaCommand(), a.manCommand(), a.versionCommand(),
	)
	a.completion(root)
	if a.lang == "sv" {
		swedishHelp(root)
	}
	return root
}
