package disk

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Each calls f with every number from 0 to n-1, as many at a time as there are
// processors, and returns when all calls have. Which call ends first is chance, so f
// writes what it finds to a place of its own, such as the element i of a slice: then
// the results are the same each time.
//
// A panic in f reaches the caller of Each as a *Panic, once the calls under way have
// ended. Of several it is that of the lowest number.
func Each(n int, f func(i int)) {
	_ = try(runtime.GOMAXPROCS(0), n, func(i int) error { f(i); return nil })
}

// Panic is what a function that Each called panicked with, and where.
type Panic struct {
	Value any
	Stack []byte // of the goroutine in which f ran
}

func (p *Panic) Error() string { return fmt.Sprintf("%v\n\n%s", p.Value, p.Stack) }

// Unwrap returns the value, where it is an error.
func (p *Panic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// try calls f with every number from 0 to n-1, at most so many at a time. After a
// call that failed none begins. It returns the error of the lowest number: numbers
// are handed out in order, so no lower one is left out and the error is the same each
// time.
func try(most, n int, f func(i int) error) error {
	var next atomic.Int64
	var failed atomic.Bool
	errs := make([]error, n)
	call := func(i int) (err error) {
		defer func() {
			if v := recover(); v != nil {
				err = &Panic{v, debug.Stack()}
			}
		}()
		return f(i)
	}
	var group sync.WaitGroup
	for range min(most, n) {
		group.Go(func() {
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if errs[i] = call(i); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if p, ok := err.(*Panic); ok {
			panic(p)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
