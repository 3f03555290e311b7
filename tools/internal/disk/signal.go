package disk

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// UntilInterrupted returns a context that ends when a person (Ctrl-C) or the system
// asks the process to end. The function returned gives the signals back. Who asks a second
// time ends the process at once, whatever it waits for.
func UntilInterrupted(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(parent, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
