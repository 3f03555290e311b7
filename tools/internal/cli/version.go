package cli

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// programVersion is the program's version as its build knows it.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}

// hugoVersion is the version of the Hugo inside.
func hugoVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, m := range info.Deps {
		if m.Path == "github.com/gohugoio/hugo" {
			return m.Version
		}
	}
	return ""
}

func (a *app) versionCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "version",
		Short: a.say("Säg vilken version programmet har", "Say which version the program is"),
		Args:  a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := a.format(format, "text", "json"); err != nil {
				return err
			}
			if format == "json" {
				enc := json.NewEncoder(a.out)
				enc.SetIndent("", "  ")
				return enc.Encode(map[string]string{"tillit": programVersion(), "hugo": hugoVersion(), "go": runtime.Version()})
			}
			_, err := fmt.Fprintf(a.out, "tillit %s (Hugo %s, %s)\n", programVersion(), hugoVersion(), runtime.Version())
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", a.say("text eller json", "text or json"))
	return cmd
}
