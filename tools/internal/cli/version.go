package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"tillit"
)

// built is what the program is built from, where the build says so: the tag of a
// release (v0.4.0), else the commit, with "+dirty" after it where files differ
// from those of the commit. The Makefile sets it, by -ldflags -X.
var built string

// programVersion names the program: 0.4.0 when it is built from the tag of that
// release, else the newest release that CHANGELOG.md tells of and, after a plus
// sign, the commit it is built from. It depends on nothing else, so that the same
// program names itself alike on all machines.
func programVersion() string {
	from := built
	if info, ok := debug.ReadBuildInfo(); ok && from == "" {
		from = info.Main.Version
	}
	number, _ := release()
	return named(from, number)
}

var (
	// A commit stands alone, or last in the version that Go gives to it:
	// v0.4.1-0.20261129132053-d5093bd0ce5b.
	committed = regexp.MustCompile(`^(?:v\d.*\d{14}-)?([0-9a-f]{12})[0-9a-f]*$`)
	tagged    = regexp.MustCompile(`^v(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$`)
)

// unknown stands for the commit of a program whose build does not know it: one from
// an archive of the source, or by go run.
const unknown = "+unknown"

// named puts what a program is built from into a name; newest is the number of the
// newest release.
func named(from, newest string) string {
	from, dirty := strings.CutSuffix(from, "+dirty")
	name, changed := newest+unknown, ""
	if m := committed.FindStringSubmatch(from); m != nil {
		name, changed = newest+"+"+m[1], ".changed"
	} else if m := tagged.FindStringSubmatch(from); m != nil {
		name, changed = m[1], "+changed"
	}
	if dirty {
		name += changed
	}
	return name
}

var releaseHeading = regexp.MustCompile(`(?m)^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$`)

// release is the newest release that CHANGELOG.md tells of: its number and its day.
func release() (number, day string) {
	if m := releaseHeading.FindStringSubmatch(tillit.Changelog); m != nil {
		return m[1], m[2]
	}
	return "0.0.0", "1970-01-01"
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
			text := fmt.Sprintf("tillit %s (Hugo %s, %s)\n", programVersion(), hugoVersion(), runtime.Version())
			if strings.HasSuffix(programVersion(), unknown) {
				text += a.say(
					"från vilken commit det är byggt är inte känt; utgåvan är den senaste som källkoden känner till\n",
					"the commit it is built from is not known; the release is the newest that the source knows of\n")
			}
			_, err := io.WriteString(a.out, text)
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", a.say("text eller json", "text or json"))
	return cmd
}
