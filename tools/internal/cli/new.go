package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/schema"
	"tillit/tools/internal/facts/words"
)

func (a *app) newCommand() *cobra.Command {
	var kinds, lines []string
	for _, k := range record.Kinds() {
		if k.Folder != "" {
			kinds = append(kinds, k.Name)
			lines = append(lines, fmt.Sprintf("  %-14s data/%s/", k.Name, k.Folder))
		}
	}
	kinds, lines = append(kinds, newLanguage, newPage), append(lines, "  language       i18n/, content/", "  page           content/")
	return &cobra.Command{
		Use:   a.say("new SLAG ID", "new KIND ID"),
		Short: a.say("Skapa en ny post att fylla i", "Make a new record to fill in"),
		Long: a.say("Skriver en fil med alla fält för ett slags post, med förklaringar.\nFilens namn är postens id. Ett nytt språk får en fil med alla ord att översätta och\nen kopia av varje sida; kontrollen säger vad som inte är översatt. En sida\nfår den text som den har från början, att skriva om. Inget skrivs över. Slag och mappar:\n\n",
			"Writes a file with every field of a kind of record, with explanations.\nThe file's name is the record's id. A new language gets a file with every word to\ntranslate and a copy of each page; the check says what is not translated. A page gets the\ntext that it has by itself, to be written anew. Nothing is overwritten. Kinds and folders:\n\n") + strings.Join(lines, "\n"),
		Example:   "  tillit new recipient puzzel\n  tillit new retention invoices --dir my-site\n  tillit new language fi\n  tillit new page rights",
		ValidArgs: kinds,
		Args:      a.args(2, "ett slag och ett id, som i ”tillit new recipient puzzel”", "a kind and an id, as in “tillit new recipient puzzel”"),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch args[0] {
			case newLanguage:
				return a.newLanguage(args[1])
			case newPage:
				return a.newPage(args[1])
			}
			kind, ok := record.KindOf(args[0])
			if !ok || kind.Folder == "" {
				return a.unknownKind(args[0], kinds)
			}
			id := args[1]
			if ids, _ := record.ConstraintOf("id"); !ids.Valid(id, "") {
				_, hint := ids.Explain(id, "")
				return a.usage("%q är inget id: %s", "%q is no id: %s", id, hint.In(a.lang))
			}
			c, err := a.open()
			if err != nil {
				return err
			}
			set, _, err := c.Records()
			if err != nil {
				return err
			}
			if e := set.Find(kind.Name, id); e != nil {
				return a.usage("%s finns redan i %s", "%s already exists in %s", set.Called(e.Value).In(a.lang), e.File.Name)
			}
			languages := []string{"sv", "en"}
			if set.Organisation != nil && len(set.Organisation.Languages) > 0 {
				languages = set.Organisation.Languages
			}
			data, err := schema.Skeleton(kind, languages, a.lang)
			if err != nil {
				return err
			}
			name := filepath.Join(a.dir, "data", kind.Folder, id+".yaml")
			if err := disk.Create(name, data); err != nil {
				return err
			}
			fmt.Fprintf(a.out, a.say("%s är skriven; fyll i den och kör sedan tillit check\n", "%s is written; fill it in, then run tillit check\n"), name)
			return nil
		},
	}
}

// newLanguage is what stands in the place of a kind when a language is added.
const newLanguage = "language"

// newLanguage writes what a translator begins with. What is already there is never
// changed, only added to.
func (a *app) newLanguage(tag string) error {
	if tags, _ := record.ConstraintOf("language"); !tags.Valid(tag, "") {
		message, hint := tags.Explain(tag, "")
		return a.usage("%q: %s; %s", "%q: %s; %s", tag, message.In(a.lang), hint.In(a.lang))
	}
	c, err := a.open()
	if err != nil {
		return err
	}
	set, _, err := c.Records()
	if err != nil {
		return err
	}
	if set.Organisation == nil || len(set.Organisation.Languages) == 0 {
		return a.usage("webbplatsen har inget språk än; skriv languages i data/organisation.yaml", "the site has no language yet; write languages in data/organisation.yaml")
	}
	layers, err := c.Layers()
	if err != nil {
		return err
	}
	for _, s := range words.Sketches(layers, set.Organisation, words.Phrases(), tag) {
		if err := disk.Append(filepath.Join(a.dir, filepath.FromSlash(s.Name)), s.Data); err != nil {
			return err
		}
		fmt.Fprintln(a.out, s.Name)
	}
	fmt.Fprintf(a.out, a.say("översätt filerna, lägg till %q under languages i data/organisation.yaml och kör sedan tillit check\n",
		"translate the files, add %q to languages in data/organisation.yaml, then run tillit check\n"), tag)
	return nil
}

func (a *app) unknownKind(word string, kinds []string) error {
	all := strings.Join(kinds, ", ")
	if near := diag.Nearest(word, kinds); near != "" {
		return a.usage("slaget %q finns inte; menade du %q?", "there is no kind %q; did you mean %q?", word, near)
	}
	return a.usage("slaget %q finns inte; skriv något av: %s", "there is no kind %q; write one of: %s", word, all)
}
