package hugo

import (
	"io"
	"sync"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
)

// hugoLog collects what Hugo complains of. Hugo renders in parallel.
type hugoLog struct {
	mu      sync.Mutex
	entries []string
}

// logger hears warnings and errors, and prints nothing.
func (l *hugoLog) logger() loggers.Logger {
	return loggers.New(loggers.Options{
		Level:         logg.LevelWarn,
		DistinctLevel: logg.LevelWarn,
		StdOut:        io.Discard,
		StdErr:        io.Discard,
		HandlerPost: func(e *logg.Entry) error {
			l.mu.Lock()
			defer l.mu.Unlock()
			l.entries = append(l.entries, e.Message)
			return nil
		},
	})
}
