package cli

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
)

func (a *app) dueCommand() *cobra.Command {
	var format, asOf string
	cmd := &cobra.Command{
		Use:   "due",
		Short: a.say("Säg vilka dagar sidorna ändras av sig själva", "Say on which days the pages change by themselves"),
		Long: a.say(`Skriver de kommande dagarna då webbplatsen säger något annat än dagen före utan att
någon ändrat en fil: ett underbiträde börjar anlitas, ett certifikat löper ut. Bygg
webbplatsen de dagarna. Det som sägs om lagen och om myndigheter ska ses över då och
då; de dagarna står också här.`,
			`Prints the coming days on which the site says something else than the day before
although nobody changed a file: a sub-processor takes effect, a certificate runs out.
Build the site on those days. What it says of the law and of authorities is to be
looked at again from time to time; those days are listed, too.`),
		Args: a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := a.format(format, "text", "json"); err != nil {
				return err
			}
			today, err := a.today(asOf)
			if err != nil {
				return err
			}
			c, err := a.open()
			if err != nil {
				return err
			}
			due, list, err := c.Due(today)
			if err != nil {
				return err
			}
			if list.Blocks() {
				if err := a.print(a.out, list, "text", nil); err != nil {
					return err
				}
				return errFindings
			}
			return a.printDue(due, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", a.say("text eller json", "text or json"))
	cmd.Flags().StringVar(&asOf, "as-of", "", a.say("räkna från denna dag (ÅÅÅÅ-MM-DD)", "count from this day (YYYY-MM-DD)"))
	return cmd
}

func (a *app) printDue(list []change.Due, format string) error {
	if format == "json" {
		type entry struct {
			Date value.Date `json:"date"`
			Kind string     `json:"kind"`
			ID   string     `json:"id"`
			SV   string     `json:"sv"`
			EN   string     `json:"en"`
		}
		out := []entry{}
		for _, d := range list {
			out = append(out, entry{d.Date, d.Kind, d.ID, d.What.SV, d.What.EN})
		}
		enc := json.NewEncoder(a.out)
		enc.SetIndent("", "  ")
		return enc.Encode(out)
	}
	for _, d := range list {
		fmt.Fprintf(a.out, "%s  %s\n", d.Date, d.What.In(a.lang))
	}
	if len(list) == 0 {
		fmt.Fprintln(a.out, a.say("Ingen dag väntar.", "No day is to come."))
	}
	return nil
}
