package cli

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/outside"
	"tillit/tools/internal/history/proof"
)

// proving is what verify was asked.
type proving struct {
	name            string // a folder, a file or an address
	format          string
	expect, against string
	roots           string // a file of certificates
}

func (a *app) verifyCommand() *cobra.Command {
	var o proving
	cmd := &cobra.Command{
		Use:   a.say("verify [MAPP|FIL|ADRESS]", "verify [FOLDER|FILE|ADDRESS]"),
		Short: a.say("Bevisa att inget utgivet har ändrats", "Prove that nothing issued has been altered"),
		Long: a.say(`Räknar om kontrollsummorna för varje utgiven version och kedjan mellan dem. Det går med
en webbplats, en publicerad mapp, en enda version eller en enda fil som någon har laddat
ned, och med webbplatsens adress (https). Svaret säger vad som gavs, vad det bevisar och
vad det inte bevisar. Den första filen och byten som skiljer sig nämns. I en publicerad
mapp jämförs också sidorna, med SHA256SUMS.

Med --expect ska någon version ha en kontrollsumma som du har sparat. Med --against ska
varje version som finns någon annanstans finnas här, oförändrad: i en annan mapp (./mapp),
på en adress, eller i en revision i git. Det som inte går att se räknas aldrig som tomt.

Tidsstämplar kontrolleras med sina versioner. Vem som står bakom dem kontrolleras bara
med --roots: hämta tjänstens rotcertifikat på en annan väg än webbplatsen.`,
			`Recomputes the digests of every issued version and the chain between them. It takes a
site, a published folder, a single version or a single file that somebody has
downloaded, and the address (https) of a site. The answer says what was given, what it
proves and what it does not. The first file and byte that differ are named. In a
published folder the pages are compared too, with SHA256SUMS.

With --expect some version must have a digest that you have kept. With --against every
version that is found elsewhere must be here, unchanged: in another folder (./folder), at
an address, or in a revision of git. What cannot be seen is never taken for empty.

Time stamps are checked with their versions. Who stands behind them is checked with
--roots alone: fetch the service's root certificate by another way than the site.`),
		Example: "  tillit verify\n  tillit verify public\n  tillit verify https://trust.example.com\n" +
			"  tillit verify --against origin/main\n  tillit verify public --against ./published --expect 4b647164b189\n  tillit verify public --roots freetsa.pem",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return a.usage("skriv en enda mapp efter verify", "name a single folder after verify")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.format(o.format, "text", "github", "json", "sarif"); err != nil {
				return err
			}
			if o.name = a.dir; len(args) == 1 {
				o.name = args[0]
			}
			if cmd.Flags().Changed("against") && o.against == "" {
				return a.usage("--against är tomt; skriv en revision, ./mapp eller en adress", "--against is empty; write a revision, ./folder or an address")
			}
			if cmd.Flags().Changed("expect") {
				kept, err := proof.Digest(o.expect)
				if err != nil {
					return a.usage("--expect %q är ingen kontrollsumma; skriv alla 64 tecken, eller minst de %d första", "--expect %q is no digest; write all 64 characters, or at least the first %d", o.expect, proof.ShortestDigest)
				}
				o.expect = kept
			}
			return a.verify(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "text", a.say("text, github, json eller sarif", "text, github, json or sarif"))
	cmd.Flags().StringVar(&o.expect, "expect", "", a.say("en kontrollsumma som någon version ska ha", "a digest that some version must have"))
	cmd.Flags().StringVar(&o.roots, "roots", "", a.say("en fil med rotcertifikat (PEM), som tidsstämplarnas tjänster ska vara utfärdade under", "a file of root certificates (PEM), which the services of the time stamps must be issued below"))
	cmd.Flags().StringVar(&o.against, "against", "", a.say("en revision i git, ./mapp eller adress vars versioner alla ska finnas här", "a revision of git, ./folder or address whose versions must all be here"))
	return cmd
}

// verify proves what can be proved of a folder, a file or an address.
func (a *app) verify(ctx context.Context, o proving) error {
	if info, err := os.Stat(o.name); err == nil && info.Mode().IsRegular() {
		return a.verifyFile(ctx, o)
	}
	given, ended, err := a.asked().Open(ctx, o.name)
	if err != nil {
		return err
	}
	r, err := given.Verify()
	var stamps []center.Stamped
	if err == nil {
		r.Found = proof.LeftOut(ctx, o.name, r.Found)
		r.Point(func(name string) [][]byte { return proof.Copies(ctx, a.dir, o.name, name) })
		if !r.Found.Blocks() {
			stamps, r.Found, err = a.stamps(r.Chain, o.roots, r.Found)
		}
	}
	a.done()
	if stopped := ended(); stopped != nil {
		return stopped // nothing that was found by then counts
	}
	if errors.Is(err, proof.ErrNothing) {
		return a.usage("%s är ingen webbplats, ingen publicerad mapp och ingen version: här finns ingenting att bevisa", "%s is no site, no published folder and no version: there is nothing to prove here", o.name)
	}
	if err != nil {
		return err
	}
	held := proof.Held{Kept: o.expect}
	if o.expect != "" {
		held.Expected = r.Expect(o.expect)
	}
	if o.against != "" {
		repository := a.dir
		if given.Kind == proof.Site || given.Kind == proof.Chain {
			repository = o.name
		}
		if held.Base, err = a.asked().Base(ctx, o.against, o.name, repository); err != nil {
			return err
		}
		r.Against(held.Base)
	}
	if o.format == "text" {
		a.tell(given.Is(o.name))
	}
	if err := a.printOf(o, r.Found); err != nil || o.format != "text" {
		return err
	}
	a.tell(r.Stands()...)
	a.sayStamps(stamps, o.roots != "")
	a.tell(r.Proves(held)...)
	return nil
}

// verifyFile proves a single file, by the lists of sums around it, by a base, or by the
// site that --dir names.
func (a *app) verifyFile(ctx context.Context, o proving) error {
	f, err := proof.LookAt(o.name)
	if err != nil {
		return err
	}
	if o.against != "" {
		base, err := a.asked().Base(ctx, o.against, o.name, a.dir)
		if err == nil {
			err = f.In(base.Given)
		}
		if err != nil {
			return err
		}
	} else if len(f.Holders) == 0 {
		if g := proof.Look(disk.FS(a.dir), a.dir); g.Kind != proof.None {
			if err := f.In(g); err != nil {
				return err
			}
		}
	}
	if !f.Asked {
		return a.usage("det finns inget att bevisa %s med: lägg SHA256SUMS bredvid filen, eller säg med --dir eller --against var versionerna finns",
			"there is nothing to prove %s by: lay SHA256SUMS beside the file, or say with --dir or --against where the versions are", o.name)
	}
	f.Judge(o.expect)
	if err := a.printOf(o, f.Found); err != nil || o.format != "text" {
		return err
	}
	a.tell(f.Proves()...)
	return nil
}

// asked is how this machine asks others, and tells a person who waits.
func (a *app) asked() proof.Asking {
	return proof.Asking{Proxy: http.ProxyFromEnvironment, Opened: a.count}
}

// count tells a person how many files have been read.
func (a *app) count(files int) {
	if files%25 == 0 {
		a.progress(fmt.Sprintf("räknar om kontrollsummor … %d filer", files), fmt.Sprintf("recomputing digests … %d files", files))
	}
}

// printOf writes findings, which name files of what was given.
func (a *app) printOf(o proving, list diag.List) error {
	there := *a
	if there.dir = o.name; !outside.Served(o.name) {
		if info, err := os.Stat(o.name); err == nil && !info.IsDir() {
			there.dir = filepath.Dir(o.name)
		}
	}
	if err := there.print(a.out, list, o.format, nil); err != nil {
		return err
	}
	if list.Blocks() {
		return errFindings
	}
	return nil
}

// tell writes sentences, each on its line.
func (a *app) tell(lines ...diag.Text) {
	for _, line := range lines {
		fmt.Fprintln(a.out, line.In(a.lang))
	}
}
