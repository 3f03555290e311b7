package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tillit/tools/internal/center"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/feed"
)

// errands is what a notice is asked for.
type errands struct {
	change   string // an id in data/changes or of an entry; "" for all that nobody is recorded as told of
	format   string
	language string
	out      string
}

func (a *app) noticeCommand() *cobra.Command {
	var o errands
	cmd := &cobra.Command{
		Use:   a.say("notice [ÄNDRING]", "notice [CHANGE]"),
		Short: a.say("Skriv brevet till kunderna om en ändring", "Write the letter to customers about a change"),
		Long: a.say(`Skriver brevet som underrättar kunderna om en utgiven ändring: vad som ändras, för
vilka tjänster, från när, till när och hur man invänder, och vad som händer annars.
ÄNDRING är ett id i data/changes eller det en ändring heter i flödena, till exempel
2026-03-01/recipient/puzzel. Utan ord efter kommandot gäller brevet allt väsentligt
som ingen enligt data/changes har underrättats om. Ingenting skickas: skriv in i
data/changes vilka som har underrättats när ni har skickat brevet.`,
			`Writes the letter that tells customers of an issued change: what changes, for which
services, from when, until when and how to object, and what happens otherwise.
CHANGE is an id in data/changes, or what a change is called in the feeds, such as
2026-03-01/recipient/puzzel. With no words after it the letter is about everything
material of which data/changes records nobody as told. Nothing is sent: record in
data/changes who was told when you have sent the letter.`),
		Example: `  tillit notice
  tillit notice backups-move --language sv
  tillit notice 2026-03-01/recipient/puzzel --out letters
  tillit notice --format csv > letters.csv`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return a.usage("skriv högst en ändring efter notice", "name at most one change after notice")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.format(o.format, "text", "html", "eml", "csv"); err != nil {
				return err
			}
			if len(args) == 1 {
				o.change = args[0]
			}
			return a.notice(o, cmd.Flags().Changed("format"))
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.format, "format", "text", a.say("text, html, eml eller csv", "text, html, eml or csv"))
	flags.StringVar(&o.language, "language", "all", a.say("brevets språk, till exempel sv eller en; all för alla webbplatsens språk", "the letter's language, such as sv or en; all for every language of the site"))
	flags.StringVar(&o.out, "out", "", a.say("mapp där breven skrivs, i alla format om --format inte anges", "folder in which the letters are written, in every format unless --format is given"))
	return cmd
}

func (a *app) notice(o errands, oneFormat bool) error {
	set, chain, err := a.issued()
	if err != nil {
		return err
	}
	languages, err := a.letterLanguages(o.language, set)
	if err != nil {
		return err
	}
	entries, err := a.chosen(o.change, set, chain)
	if err != nil {
		return err
	}
	if len(entries) == 0 {
		fmt.Fprintln(a.err, a.say("det finns ingen väsentlig ändring som någon återstår att underrätta om", "there is no material change of which anybody is still to be told"))
		return nil
	}
	var letters []feed.Letter
	for _, lang := range languages {
		letters = append(letters, feed.NewLetter(entries, set, lang, feed.Place{BaseURL: value.Wire(set.Organisation.BaseURL)}))
	}
	if o.out != "" {
		formats := []string{"text", "html", "eml", "csv"}
		if oneFormat {
			formats = []string{o.format}
		}
		return a.writeLetters(o, letters, formats)
	}
	return a.printLetters(letters, o.format)
}

// issued loads the records and the versions, both free of errors.
func (a *app) issued() (*record.Set, *version.Chain, error) {
	c, err := a.open()
	if err != nil {
		return nil, nil, err
	}
	set, list, err := c.Records()
	if err != nil {
		return nil, nil, err
	}
	chain, more, err := c.Chain()
	if err != nil {
		return nil, nil, err
	}
	list = slices.Concat(list, more)
	if list.Blocks() {
		return nil, nil, errors.Join(errFindings, a.print(a.out, list, "text", nil))
	}
	if set.Organisation == nil {
		return nil, nil, center.ErrNoOrganisation
	}
	if chain.Head() == nil {
		return nil, nil, a.usage("ingen version är utgiven än, så det finns inget att underrätta om; kör tillit freeze", "no version has been issued yet, so there is nothing to tell of; run tillit freeze")
	}
	return set, chain, nil
}

func (a *app) letterLanguages(wanted string, set *record.Set) ([]string, error) {
	all := set.Organisation.Languages
	if wanted == "all" {
		return all, nil
	}
	if !slices.Contains(all, wanted) {
		return nil, a.usage("webbplatsen finns inte på språket %q; skriv något av: %s, all", "the site has no language %q; write one of: %s, all", wanted, strings.Join(all, ", "))
	}
	return []string{wanted}, nil
}

// chosen are the entries that a person asks about.
func (a *app) chosen(word string, set *record.Set, chain *version.Chain) ([]change.Entry, error) {
	entries, err := chain.Entries(set)
	if err != nil {
		return nil, err
	}
	found, none := change.About(word, entries, set)
	if !none.IsZero() {
		return nil, usageError{none.In(a.lang)}
	}
	return found, nil
}

// printLetters writes to the terminal or pipe. Pages and drafts are files of
// their own, so there can be only one.
func (a *app) printLetters(letters []feed.Letter, format string) error {
	if (format == "html" || format == "eml") && len(letters) > 1 {
		return a.usage("--format %s ger en fil för varje språk; välj ett med --language, eller en mapp med --out", "--format %s makes a file for each language; choose one with --language, or a folder with --out", format)
	}
	var b bytes.Buffer
	switch format {
	case "csv":
		b.Write(feed.Letters(letters))
	case "text":
		for i, l := range letters {
			if i > 0 {
				b.WriteString("\n\n")
			}
			b.WriteString(a.say("Ämne: ", "Subject: ") + l.Subject + "\n\n" + l.Text)
		}
	default:
		b.Write(letters[0].File(format))
	}
	_, err := a.out.Write(b.Bytes())
	return err
}

// writeLetters writes the letters into a folder. A letter that lies there
// already may have been edited by hand, and is not overwritten.
func (a *app) writeLetters(o errands, letters []feed.Letter, formats []string) error {
	if within(filepath.Join(a.dir, change.Folder), o.out) {
		return a.usage("i %s skriver bara tillit freeze; välj en annan mapp", "only tillit freeze writes in %s; choose another folder", change.Folder)
	}
	base := strings.ReplaceAll(o.change, "/", "-")
	if base == "" {
		base = "notice"
	}
	files := feed.LetterFiles(letters, formats, base)
	for _, f := range files {
		name := filepath.Join(o.out, f.Path)
		if have, err := disk.ReadPlain(name); err == nil && !bytes.Equal(have, f.Data) {
			return a.usage("%s finns redan och säger något annat; flytta den, eller välj en annan mapp", "%s already exists and says something else; move it, or choose another folder", name)
		}
	}
	for _, f := range files {
		name := filepath.Join(o.out, f.Path)
		if err := disk.Create(name, f.Data); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		fmt.Fprintln(a.out, filepath.ToSlash(name))
	}
	return nil
}

// within tells whether a folder is another or lies in it, also by way of links.
func within(outer, inner string) bool { return disk.Within(disk.Resolved(inner), disk.Resolved(outer)) }
