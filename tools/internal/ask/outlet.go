package ask

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Outlet remembers whether something could not be printed: many a word is printed where
// nothing else would tell of it.
type Outlet struct {
	To  io.Writer
	Err error // the first
}

// Write prints, or fails as the stream does.
func (o *Outlet) Write(p []byte) (int, error) {
	n, err := o.To.Write(p)
	if err != nil && o.Err == nil {
		o.Err = err
	}
	return n, err
}

// Terminal tells whether a stream is one that a person looks at.
func Terminal(w io.Writer) bool {
	if o, ok := w.(*Outlet); ok {
		w = o.To
	}
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
