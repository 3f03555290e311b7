package cli

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/outside"
	"tillit/tools/internal/history/version"
)

func (a *app) verifyCommand() *cobra.Command {
	var format, roots string
	cmd := &cobra.Command{
		Use:   a.say("verify [MAPP]", "verify [FOLDER]"),
		Short: a.say("Bevisa att inget utgivet har ändrats", "Prove that nothing issued has been altered"),
		Long: a.say(`Räknar om kontrollsummorna för varje utgiven version och kedjan mellan dem, i en
webbplats eller i en mapp som har publicerats eller laddats ned. Den första filen och
byten som skiljer sig nämns.

Tidsstämplar kontrolleras med sina versioner. Vem som står bakom dem kontrolleras bara
med --roots: hämta tjänstens rotcertifikat på en annan väg än webbplatsen.`,
			`Recomputes the digests of every issued version and the chain between them, in a
site or in a folder that was published or downloaded. The first file and byte that
differ are named.

Time stamps are checked with their versions. Who stands behind them is checked with
--roots alone: fetch the service's root certificate by another way than the site.`),
		Example: "  tillit verify\n  tillit verify public\n  tillit verify public --roots freetsa.pem",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return a.usage("skriv en enda mapp efter verify", "name a single folder after verify")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.format(format, "text", "github", "json", "sarif"); err != nil {
				return err
			}
			dir := a.dir
			if len(args) == 1 {
				dir = args[0]
			}
			if info, err := os.Stat(dir); err != nil || !info.IsDir() {
				return a.usage("%s är ingen mapp", "%s is no folder", dir)
			}
			a.progress("räknar om kontrollsummor …", "recomputing digests …")
			chain, list, err := center.VerifyFolder(dir)
			a.done()
			if err != nil {
				return err
			}
			a.pointAtBytes(cmd.Context(), dir, list)
			var stamps []center.Stamped
			if !list.Blocks() {
				if stamps, list, err = a.stamps(chain, roots, list); err != nil {
					return err
				}
			}
			if err := a.print(a.out, list, format, nil); err != nil {
				return err
			}
			if list.Blocks() {
				return errFindings
			}
			if format == "text" {
				a.sayVerified(chain)
				a.sayStamps(stamps, roots != "")
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&roots, "roots", "", a.say("en fil med rotcertifikat (PEM), som tidsstämplarnas tjänster ska vara utfärdade under", "a file of root certificates (PEM), which the services of the time stamps must be issued below"))
	cmd.Flags().StringVar(&format, "format", "text", a.say("text, github, json eller sarif", "text, github, json or sarif"))
	return cmd
}

func (a *app) sayVerified(chain *version.Chain) {
	head := chain.Head()
	if head == nil {
		fmt.Fprintln(a.out, a.say("ingen version är utgiven än", "no version has been issued yet"))
		return
	}
	count := a.say("1 utgiven version, oförändrad", "1 issued version, unaltered")
	if n := len(chain.Versions); n > 1 {
		count = fmt.Sprintf(a.say("%d utgivna versioner, alla oförändrade", "%d issued versions, all unaltered"), n)
	}
	fmt.Fprintf(a.out, a.say("%s\nsenaste: %s\nkontrollsumma: %s\n", "%s\nlast: %s\ndigest: %s\n"), count, head.ID, head.Digest)
}

// pointAtBytes finds, for files that were altered, the first byte that differs
// from another copy: the site's own, when something published is verified, or
// the one that git holds. Without a copy the file alone is named.
func (a *app) pointAtBytes(ctx context.Context, dir string, list diag.List) {
	for i, d := range list {
		if d.Rule != "version-altered" {
			continue
		}
		have, err := fs.ReadFile(disk.FS(dir), d.Pos.File)
		if err != nil {
			continue
		}
		for _, want := range a.copies(ctx, dir, d.Pos.File) {
			offset, line, column := version.FirstDifference(want, have)
			if offset == 0 {
				continue // the copy is altered in the same way
			}
			list[i].Pos.Line, list[i].Pos.Column = line, column
			list[i].Message.SV += fmt.Sprintf("; den första byten som skiljer sig är nummer %d", offset)
			list[i].Message.EN += fmt.Sprintf("; the first byte that differs is number %d", offset)
			break
		}
	}
}

// copies are what others hold of a file of a folder.
func (a *app) copies(ctx context.Context, dir, name string) [][]byte {
	var found [][]byte
	if here, err := filepath.Abs(a.dir); err == nil {
		if there, err := filepath.Abs(dir); err == nil && here != there {
			if data, err := fs.ReadFile(disk.FS(a.dir), name); err == nil {
				found = append(found, data)
			}
		}
	}
	if data, err := outside.Committed(ctx, a.dir, name); err == nil {
		found = append(found, data)
	}
	return found
}
