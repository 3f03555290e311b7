package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"tillit/tools/internal/ask"
	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/preview"
)

func (a *app) serveCommand() *cobra.Command {
	var port int
	var asOf string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: a.say("Visa webbplatsen medan du skriver", "Show the site while you write"),
		Long: a.say(`Visar en förhandsvisning på den här datorn och bygger om den varje gång en fil
sparas. Finns det fel visas de i webbläsaren i stället för sidorna, och varningar nås
från varje sida. Avsluta med Ctrl-C.`,
			`Shows a preview on this computer and rebuilds it each time a file is saved. Where
there are errors the browser shows them in place of the pages, and warnings are a link
on each page. End it with Ctrl-C.`),
		Example: "  tillit serve --dir my-site --port 8080",
		Args:    a.noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if port < 0 || port > 65535 {
				return a.usage("--port %d finns inte; skriv ett tal mellan 1 och 65535", "there is no --port %d; write a number from 1 to 65535", port)
			}
			if _, err := a.today(asOf); err != nil {
				return err
			}
			c, err := a.open()
			if err != nil {
				return err
			}
			listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
			if err != nil {
				return errors.New(a.say(fmt.Sprintf("porten %d är upptagen; välj en annan med --port", port),
					fmt.Sprintf("port %d is taken; choose another with --port", port)))
			}
			return a.serve(cmd.Context(), c, listener, asOf)
		},
	}
	cmd.Flags().IntVar(&port, "port", 1313, a.say("porten på den här datorn; 0 väljer en ledig", "the port on this computer; 0 takes a free one"))
	cmd.Flags().StringVar(&asOf, "as-of", "", a.say("visa som om det vore denna dag (ÅÅÅÅ-MM-DD)", "show as if it were this day (YYYY-MM-DD)"))
	return cmd
}

// serve shows the site until the context ends.
func (a *app) serve(ctx context.Context, c *center.Center, listener net.Listener, asOf string) error {
	address := "http://" + listener.Addr().String() + "/"
	show := preview.New(a.lang)
	build := func(touched []string) {
		c.Forget(touched...)
		today, err := a.today(asOf)
		if err == nil {
			a.rebuild(ctx, c, show, today, address)
		}
	}
	build(nil)
	stop, err := preview.Watch(ctx, a.dir, build)
	if err != nil {
		return err
	}
	defer stop()

	server := &http.Server{Handler: show, ReadHeaderTimeout: 10 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	fmt.Fprintf(a.out, a.say("Webbplatsen visas på %s (avsluta med Ctrl-C)\n", "The site is shown at %s (end with Ctrl-C)\n"), address)
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		server.Close()
		return nil // being asked to end is how this command ends
	}
}

// rebuild makes the site anew and shows it, or what is wrong with it.
func (a *app) rebuild(ctx context.Context, c *center.Center, show *preview.Show, today value.Date, address string) {
	shown := make(chan struct{})
	defer close(shown)
	files, list, err := c.Build(ctx, center.Order{BaseURL: address, Today: today, Preview: true, Stage: a.stage, Again: shown})
	a.done()
	switch {
	case ctx.Err() != nil:
	case err != nil:
		show.Failure(a.explain(err))
		a.complain(a.explain(err))
	case list.Blocks():
		show.Findings(list, a.lines)
		a.print(a.err, list, "text", nil)
	default:
		show.Site(files, list, a.lines)
		if len(list) > 0 {
			fmt.Fprintf(a.err, "%s: %s%s\n", diag.Summary(list).In(a.lang), strings.TrimSuffix(address, "/"), preview.Rest)
		}
		if ask.Terminal(a.err) {
			fmt.Fprintf(a.err, a.say("byggd %s\n", "built %s\n"), a.now().Format("15:04:05"))
		}
	}
}
