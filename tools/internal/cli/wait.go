package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"tillit/tools/internal/ask"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/proof"
)

// inPlace says what failed after the files had got their place. They are there, so it is
// no failure of the command.
func (a *app) inPlace(err error) error {
	var later *disk.AfterError
	if !errors.As(err, &later) {
		return err
	}
	a.complain(fmt.Sprintf(a.say("det nya är på plats, men efteråt gick något fel: %s", "what is new is in place, but something failed afterwards: %s"), a.explain(later.Err)))
	return nil
}

// waitFlag lets a command that writes wait for another that writes to the same place.
func (a *app) waitFlag(cmd *cobra.Command, most *time.Duration) {
	cmd.Flags().DurationVar(most, "wait", time.Minute, a.say("hur länge en annan körning får hålla på, till exempel 30s eller 5m", "how long to wait for another run, such as 30s or 5m"))
}

// waiting tells a person, or a log, for whom this run waits.
func (a *app) waiting(most time.Duration) disk.Waiting {
	return disk.Waiting{Most: most, Tell: func(e *disk.HeldError) {
		a.done()
		a.complain(fmt.Sprintf(a.say("väntar på %s (%s)", "waits for %s (%s)"), e.Name, ask.Holder(e.By, a.now()).In(a.lang)))
	}}
}

// whole refuses a site some of whose versions git has left out of the folder: what was
// issued would seem to be less than it is.
func (a *app) whole(ctx context.Context) error {
	list := proof.LeftOut(ctx, a.dir, nil)
	if !list.Blocks() {
		return ctx.Err()
	}
	a.complain(a.say("ingenting har skrivits, eftersom det finns fel", "nothing has been written, because there are errors"))
	return errors.Join(errFindings, a.print(a.out, list, "text", nil))
}
