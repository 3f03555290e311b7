package cli

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tillit"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/schema"
	"tillit/tools/internal/publish/document"
	"tillit/tools/internal/publish/handbook"
)

func (a *app) schemaCommand() *cobra.Command {
	var stale bool
	var docs string
	cmd := &cobra.Command{
		Use:   a.say("schema [SLAG]", "schema [KIND]"),
		Short: a.say("Skriv de scheman som hjälper redigeraren", "Write the schemas that help the editor"),
		Long: a.say(`Skriver ett JSON Schema för varje slags post till schema/ i webbplatsens mapp, så
att redigeraren kan komplettera och säga ifrån medan du skriver. Med ett slag efter
kommandot skrivs det schemat ut i stället.`,
			`Writes a JSON Schema for each kind of record to schema/ in the site's folder, so
that an editor can complete and object while you type. With a kind after the
command that schema is printed instead.`),
		Example: "  tillit schema\n  tillit schema recipient\n  tillit schema --check",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return a.usage("skriv ett enda slag efter schema", "name a single kind after schema")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			schemas, err := schema.All()
			if err != nil {
				return err
			}
			if len(args) == 1 {
				return a.printSchema(schemas, args[0])
			}
			folders := []schema.Folder{{Name: "schema", Files: schemas, Ending: schema.Suffix}}
			if docs != "" {
				format, err := schema.Format(docs, document.Downloads())
				if err != nil {
					return err
				}
				folders = append(folders, format...)
				pages, err := handbookFiles()
				if err != nil {
					return err
				}
				pages = append(pages, schema.File{Name: "duties.md", Data: handbook.Duties()})
				folders = append(folders, schema.Folder{Name: docs, Files: pages})
			}
			if stale {
				return a.refuseStale(folders)
			}
			changed := 0
			for _, f := range folders {
				written, err := f.Write(a.dir)
				if err != nil {
					return err
				}
				for _, name := range written {
					fmt.Fprintln(a.out, filepath.Join(f.Name, name))
				}
				changed += len(written)
			}
			if changed == 0 {
				a.upToDate()
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&stale, "check", false, a.say("skriv ingenting; slutstatus 1 om något schema är inaktuellt", "write nothing; exit status 1 if a schema is stale"))
	cmd.Flags().StringVar(&docs, "docs", "", a.say("skriv eller jämför också format.md, format/, prose.md, layouts.md, words.md och duties.md i denna mapp", "write or compare format.md, format/, prose.md, layouts.md, words.md and duties.md in this folder as well"))
	return cmd
}

// handbookFiles are the pages of docs/ about what a site may have of its own.
func handbookFiles() ([]schema.File, error) {
	carried, err := folder.ReadEmbedded(tillit.Files)
	if err != nil {
		return nil, err
	}
	var all []schema.File
	for _, f := range handbook.Files(carried) {
		all = append(all, schema.File{Name: f.Name, Data: f.Data})
	}
	return all, nil
}

func (a *app) printSchema(files []schema.File, kind string) error {
	var kinds []string
	for _, f := range files {
		kinds = append(kinds, strings.TrimSuffix(f.Name, schema.Suffix))
	}
	if i := slices.Index(kinds, kind); i >= 0 {
		_, err := a.out.Write(files[i].Data)
		return err
	}
	return a.unknownKind(kind, kinds)
}

// refuseStale names each file that is not what the program would write.
func (a *app) refuseStale(folders []schema.Folder) error {
	fresh := true
	for _, f := range folders {
		stale, err := f.Stale(disk.FS(filepath.Join(a.dir, f.Name)))
		if err != nil {
			return err
		}
		for _, name := range stale {
			fresh = false
			fmt.Fprintf(a.out, a.say("%s är inte som det ska vara; kör tillit schema\n", "%s is not as it should be; run tillit schema\n"), filepath.Join(f.Name, name))
		}
	}
	if !fresh {
		return errFindings
	}
	a.upToDate()
	return nil
}

// upToDate says that nothing was to be written.
func (a *app) upToDate() {
	fmt.Fprintln(a.out, a.say("Allt är som det ska vara.", "Everything is as it should be."))
}
