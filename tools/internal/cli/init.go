package cli

import (
	_ "embed" // the questions
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"tillit"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/starter"
)

//go:embed questions.yaml
var questions []byte

func (a *app) initCommand() *cobra.Command {
	var example bool
	var languages []string
	cmd := &cobra.Command{
		Use:   a.say("init [MAPP]", "init [FOLDER]"),
		Short: a.say("Skapa en webbplats att börja med", "Make a site to begin with"),
		Long: a.say(`Skriver det som är sant för alla: vad rättigheterna innebär, vilka myndigheter som
finns, scheman som hjälper redigeraren, och inställningar för VS Code. Resten är
frågor: "tillit check" säger vad som saknas och i vilken fil det ska stå, och
ingenting publiceras förrän det är besvarat. Ingen fil skrivs över.

Med --example skrivs i stället en liten, hel webbplats för ett påhittat företag.
Den kan förhandsvisas, men inte publiceras så länge den säger det påhittade.`,
			`Writes what is true for everybody: what the rights mean, which authorities there are,
schemas that help the editor, and settings for VS Code. The rest is questions:
"tillit check" says what is missing and in which file it belongs, and nothing is
published before it is answered. No file is overwritten.

With --example a small, whole site for a made-up company is written instead. It can
be previewed, but not published while it says what was made up.`),
		Example: `  tillit init my-site
  tillit check --dir my-site
  tillit init --example --languages sv try-it
  tillit serve --dir try-it`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return a.usage("skriv en enda mapp efter init", "name a single folder after init")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := a.dir
			if len(args) == 1 {
				if cmd.Flags().Changed("dir") {
					return a.usage("skriv mappen en gång: antingen efter init eller med --dir", "name the folder once: either after init or with --dir")
				}
				dir = args[0]
			}
			if err := a.startLanguages(languages); err != nil {
				return err
			}
			files, err := starter.Files(tillit.Files, questions, example, languages)
			if err != nil {
				return err
			}
			if err := a.refuseExisting(dir, files); err != nil {
				return err
			}
			if err := starter.Lay(cmd.Context(), dir, files); err != nil {
				return err
			}
			fmt.Fprintf(a.out, a.say("%d filer skrivna i %s\n", "%d files written in %s\n"), len(files), dir)
			if example {
				fmt.Fprintf(a.out, a.say("Nästa steg: tillit serve --dir %s\n", "Next: tillit serve --dir %s\n"), dir)
				return nil
			}
			fmt.Fprintf(a.out, a.say("Nästa steg: skriv namnet i %[1]s, och kör tillit check --dir %[2]s: där står vad som sedan behövs\n",
				"Next: write the name in %[1]s, and run tillit check --dir %[2]s: it says what is needed then\n"), filepath.Join(dir, "data", "organisation.yaml"), dir)
			return nil
		},
	}
	cmd.Flags().BoolVar(&example, "example", false, a.say("skriv webbplatsen för ett påhittat företag, att prova med", "write the site of a made-up company, to try things on"))
	cmd.Flags().StringSliceVar(&languages, "languages", []string{"sv", "en"}, a.say("webbplatsens språk, det förvalda först", "the site's languages, the default one first"))
	return cmd
}

// startLanguages refuses languages in which the program carries no texts, and the same
// one twice.
func (a *app) startLanguages(languages []string) error {
	for i, l := range languages {
		switch {
		case l != "sv" && l != "en":
			return a.usage("en ny webbplats skrivs på sv, en eller båda, inte på %q; ett språk till läggs till med ”tillit new language”", "a new site is written in sv, en or both, not in %q; “tillit new language” adds another language", l)
		case slices.Contains(languages[:i], l):
			return a.usage("språket %s står två gånger i --languages", "the language %s stands twice in --languages", l)
		}
	}
	if len(languages) == 0 {
		return a.usage("skriv minst ett språk efter --languages", "write at least one language after --languages")
	}
	return nil
}

// refuseExisting makes sure that nothing of the person's is touched.
func (a *app) refuseExisting(dir string, files []disk.File) error {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return a.usage("%s är en fil, inte en mapp", "%s is a file, not a folder", dir)
	}
	if name := starter.InTheWay(dir, files); name != "" {
		return a.usage("%s finns redan; välj en mapp som inte har någon webbplats", "%s already exists; choose a folder that holds no site", name)
	}
	return nil
}
