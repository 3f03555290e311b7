package cli

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/spf13/cobra"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/stamp"
	"tillit/tools/internal/history/version"
)

func (a *app) timestampCommand() *cobra.Command {
	var service string
	cmd := &cobra.Command{
		Use:   "timestamp VERSION",
		Short: a.say("Hämta en tidsstämpel till en utgiven version", "Fetch a time stamp of an issued version"),
		Long: a.say(`Ber en tjänst (RFC 3161) intyga att versionens kontrollsumma fanns vid en viss tidpunkt,
och lägger svaret bredvid versionen: versions/2026-11-29.tsr. Bara kontrollsumman skickas.
En tidsstämpel som finns ersätts aldrig.`,
			`Asks a service (RFC 3161) to say that the digest of a version was there at a moment, and
lays the answer beside the version: versions/2026-11-29.tsr. Only the digest is sent. A
time stamp that is there is never replaced.`),
		Example: "  tillit timestamp 2026-11-29\n  tillit timestamp 2026-11-29.2 --url https://freetsa.org/tsr",
		Args:    a.args(1, "versionens namn, som 2026-11-29", "the name of the version, such as 2026-11-29"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if service != "" && !value.ValidStampURL(service, "") {
				return a.wrongService("--url", service)
			}
			c, err := a.open()
			if err != nil {
				return err
			}
			if service == "" {
				if service, err = c.StampService(); err != nil {
					return err
				}
			}
			if service == "" {
				return a.usage("skriv tjänstens adress med --url, eller som timestamp i data/organisation.yaml", "name the service with --url, or as timestamp in data/organisation.yaml")
			}
			a.progress("hämtar en tidsstämpel …", "fetching a time stamp …")
			token, list, err := c.Stamp(cmd.Context(), args[0], a.authority(service))
			a.done()
			if err != nil {
				return err
			}
			if list.Blocks() {
				return errors.Join(errFindings, a.print(a.out, list, "text", nil))
			}
			a.sayStamp(args[0], token)
			return nil
		},
	}
	cmd.Flags().StringVar(&service, "url", "", a.say("tjänstens adress (förval: timestamp i organisation.yaml)", "the address of the service (default: timestamp in organisation.yaml)"))
	return cmd
}

func (a *app) wrongService(flag, service string) error {
	why, _ := value.ExplainStampURL(service, "")
	return a.usage(flag+" %s: "+why.SV, flag+" %s: "+why.EN, diag.Quote(service))
}

// authority is asked as this machine asks others.
func (a *app) authority(service string) stamp.Authority {
	return stamp.Authority{URL: service, Proxy: http.ProxyFromEnvironment}
}

// stampIssued has a version stamped that has just been issued. It is issued all the same
// where that fails.
func (a *app) stampIssued(ctx context.Context, issue *center.Issue, id, service string) {
	a.progress("hämtar en tidsstämpel …", "fetching a time stamp …")
	token, list, err := issue.Stamp(ctx, a.authority(service))
	a.done()
	if err == nil && !list.Blocks() {
		a.sayStamp(id, token)
		return
	}
	why := a.say("versionen är inte vad den var; kör tillit verify", "the version is not what it was; run tillit verify")
	switch {
	case errors.Is(err, context.Canceled):
		why = a.say("avbrutet", "interrupted")
	case err != nil:
		why = a.explain(err)
	}
	a.complain(fmt.Sprintf(a.say("versionen är utgiven, men har ingen tidsstämpel: %s. Hämta den senare: tillit timestamp %s --url %s",
		"the version is issued, but has no time stamp: %s. Fetch it later: tillit timestamp %s --url %s"), why, id, service))
}

func (a *app) sayStamp(id string, t *stamp.Token) {
	fmt.Fprintf(a.out, a.say("tidsstämpel: %s, %s (%s)\n", "time stamp: %s, %s (%s)\n"), t.Moment, t.By, version.StampFile(id))
}

// stamps are the time stamps of a chain that is whole; those that do not hold join what
// was found of it.
func (a *app) stamps(chain *version.Chain, roots string, found diag.List) ([]center.Stamped, diag.List, error) {
	var pem []byte
	if roots != "" {
		var err error
		if pem, err = os.ReadFile(roots); err != nil {
			return nil, found, err
		}
		if pem == nil {
			pem = []byte{}
		}
	}
	stamps, list, err := center.Stamps(chain, pem)
	return stamps, append(found, list...), err
}

// sayStamps says what the time stamps prove, and what not.
func (a *app) sayStamps(stamps []center.Stamped, rooted bool) {
	for _, s := range stamps {
		fmt.Fprintf(a.out, a.say("tidsstämpel för %s: %s, %s\n", "time stamp of %s: %s, %s\n"), s.Version.ID, s.Token.Moment, s.Token.By)
	}
	switch {
	case len(stamps) == 0 && rooted:
		fmt.Fprintln(a.out, a.say("ingen version har en tidsstämpel", "no version has a time stamp"))
	case len(stamps) > 0 && rooted:
		fmt.Fprintln(a.out, a.say("tidsstämplarnas tjänster är utfärdade under de givna rotcertifikaten", "the services of the time stamps are issued below the given roots"))
	case len(stamps) > 0:
		fmt.Fprintln(a.out, a.say("tidsstämplarna är över rätt kontrollsummor; vem som står bakom dem är inte kontrollerat (--roots)",
			"the time stamps are over the right digests; who stands behind them was not checked (--roots)"))
	}
}
