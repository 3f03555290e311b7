package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tillit"
	"tillit/tools/internal/disk"
)

func (a *app) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("init [MAPP]", "init [FOLDER]"),
		Short: a.say("Skapa en liten webbplats att börja med", "Make a small site to begin with"),
		Long: a.say(`Skriver en liten, fullständig webbplats: fakta i data/, scheman som hjälper
redigeraren i schema/, och inställningar för VS Code. Ingen fil skrivs över.`,
			`Writes a small, complete site: facts in data/, schemas that help the editor in
schema/, and settings for VS Code. No file is overwritten.`),
		Example: `  tillit init min-webbplats
  tillit build --dir min-webbplats`,
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
			files, err := starter()
			if err != nil {
				return err
			}
			if err := a.refuseExisting(dir, files); err != nil {
				return err
			}
			for _, f := range files {
				if err := cmd.Context().Err(); err != nil {
					return err
				}
				if err := disk.Create(filepath.Join(dir, filepath.FromSlash(f.path)), f.data); err != nil {
					return err
				}
			}
			fmt.Fprintf(a.out, a.say("%d filer skrivna i %s\nNästa steg: tillit serve --dir %[2]s\n", "%d files written in %s\nNext: tillit serve --dir %[2]s\n"), len(files), dir)
			return nil
		},
	}
}

type file struct {
	path string
	data []byte
}

// starter is the site that init writes: the example's facts, the schemas that
// an editor needs, and the binding between the two.
func starter() ([]file, error) {
	var files []file
	for _, from := range []struct{ root, to string }{{"examples/starter", ""}, {"schema", "schema"}, {".vscode", ".vscode"}} {
		err := fs.WalkDir(tillit.Files, from.root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(tillit.Files, name)
			rel, _ := filepath.Rel(from.root, name)
			files = append(files, file{filepath.ToSlash(filepath.Join(from.to, rel)), data})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// refuseExisting makes sure that nothing of the person's is touched.
func (a *app) refuseExisting(dir string, files []file) error {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return a.usage("%s är en fil, inte en mapp", "%s is a file, not a folder", dir)
	}
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.path))
		if _, err := os.Lstat(name); err == nil {
			return a.usage("%s finns redan; välj en mapp som inte har någon webbplats", "%s already exists; choose a folder that holds no site", name)
		}
	}
	return nil
}
