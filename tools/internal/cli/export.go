package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tillit/tools/internal/center"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/proof"
	"tillit/tools/internal/publish/document"
	"tillit/tools/internal/publish/list"
	"tillit/tools/internal/rules/check"
)

// exportOrder is what an export is asked for.
type exportOrder struct {
	formats  []string
	language string
	out      string
	today    value.Date
}

func (a *app) exportCommand() *cobra.Command {
	var o exportOrder
	var asOf string
	cmd := &cobra.Command{
		Use:   "export ropa",
		Short: a.say("Skriv registret över behandling åt myndigheten", "Write the record of processing for the authority"),
		Long: a.say(`Skriver registren enligt artikel 30 i GDPR: 30.1 över det organisationen gör som
personuppgiftsansvarig, och 30.2 över det den gör som biträde, med bokstaven i artikeln
över varje kolumn. Registren är till för myndigheten och ingår aldrig i webbplatsen:
--out måste anges, och pekar bäst på en mapp utanför webbplatsens, som ofta ligger i git.`,
			`Writes the records of Art. 30 GDPR: 30(1) of what the organisation does as controller,
and 30(2) of what it does as processor, with the letter of the article over each
column. They are for the authority and are never part of the site: --out must be given,
and best names a folder outside of the site's, which often lies in git.`),
		Example: "  tillit export ropa --out ../register\n  tillit export ropa --format xlsx --language sv --out ~/register",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 || args[0] != "ropa" {
				return a.usage("skriv vad som ska exporteras: tillit export ropa", "name what to export: tillit export ropa")
			}
			return nil
		},
		ValidArgs: []string{"ropa"},
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, f := range o.formats {
				if err := a.format(f, "xlsx", "csv", "json"); err != nil {
					return err
				}
			}
			if o.out == "" {
				return a.usage("skriv var registren ska läggas: --out MAPP, helst utanför webbplatsens mapp", "say where to put the records: --out FOLDER, best outside of the site's folder")
			}
			var err error
			if o.today, err = a.today(asOf); err != nil {
				return err
			}
			return a.registers(o)
		},
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&o.formats, "format", []string{"xlsx", "csv", "json"}, a.say("xlsx, csv eller json; flera med komma emellan", "xlsx, csv or json; several with commas between"))
	flags.StringVar(&o.language, "language", "", a.say("registrets språk, till exempel sv eller en (förval: webbplatsens första)", "the register's language, such as sv or en (default: the site's main one)"))
	flags.StringVar(&o.out, "out", "", a.say("mapp där filerna skrivs; måste anges", "folder in which the files are written; must be given"))
	flags.StringVar(&asOf, "as-of", "", a.say("räkna som om det vore denna dag (ÅÅÅÅ-MM-DD)", "reckon as if it were this day (YYYY-MM-DD)"))
	return cmd
}

// registers writes both records; one without rows is not written. Nothing is
// written into the folders that are published or issued.
func (a *app) registers(o exportOrder) error {
	c, err := a.open()
	if err != nil {
		return err
	}
	set, found, err := c.Records()
	if err != nil {
		return err
	}
	// What the law asks may be missing, but the authority gets no facts that are wrong.
	found = slices.Concat(found, check.All(set, o.today))
	if found.Blocks() {
		found.Sort()
		return errors.Join(errFindings, a.print(a.out, found, "text", nil))
	}
	if set.Organisation == nil {
		return center.ErrNoOrganisation
	}
	languages := set.Organisation.Languages
	if o.language == "" {
		o.language = set.Organisation.Main()
	}
	if !slices.Contains(languages, o.language) {
		return a.usage("webbplatsen finns inte på språket %q; skriv något av: %s", "the site has no language %q; write one of: %s", o.language, strings.Join(languages, ", "))
	}
	for _, published := range []string{"public", "static", "assets", change.Folder} {
		if within(filepath.Join(a.dir, published), o.out) {
			return a.public(published)
		}
	}
	for _, source := range []string{"data", "content", "layouts", "i18n"} {
		if within(filepath.Join(a.dir, source), o.out) {
			return a.usage("webbplatsen görs av det som ligger i %s, och registret hör inte dit; välj en annan mapp", "the site is made of what lies in %s, where the record has no place; choose another folder", source)
		}
	}
	if site := proof.BuiltAbove(disk.Resolved(o.out)); site != "" {
		return a.public(site)
	}
	if err := disk.MakeFolder(o.out); err != nil {
		return err
	}
	written := 0
	for _, roll := range document.Registers() {
		table := roll.Table(set, o.language, list.Edition{AsOf: o.today})
		if len(table.Rows) == 0 {
			continue
		}
		for _, format := range o.formats {
			name := filepath.Join(o.out, table.Name+"."+table.Language+"."+format)
			if err := disk.Replace(name, list.As(table, format)); err != nil {
				return err
			}
			fmt.Fprintln(a.out, filepath.ToSlash(name))
			written++
		}
	}
	if written == 0 {
		fmt.Fprintln(a.err, a.say("inget register har skrivits, eftersom inga behandlingar finns i data/activities", "no record has been written, since there are no activities in data/activities"))
	}
	return nil
}

// public refuses a folder whose files are published.
func (a *app) public(folder string) error {
	return a.usage("det som ligger i %s publiceras, och registret är till för myndigheten; välj en annan mapp", "what lies in %s is published, and the record is for the authority; choose another folder", filepath.ToSlash(folder))
}
