package disk

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestEachCallsEveryNumberOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		calls := make([]int32, n)
		Each(n, func(i int) { atomic.AddInt32(&calls[i], 1) })
		for i, c := range calls {
			if c != 1 {
				t.Errorf("of %d, number %d was called %d times", n, i, c)
			}
		}
	}
}

// The first calls wait for one another until as many are under way as there may be, and
// then for one more, which must not come. Were there fewer, the test would hang.
func TestEachRunsAsManyAsThereAreProcessors(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	var mu sync.Mutex
	met := sync.NewCond(&mu)
	now, largest := 0, 0
	Each(300, func(i int) {
		mu.Lock()
		now++
		largest = max(largest, now)
		met.Broadcast()
		for largest < 3 {
			met.Wait()
		}
		mu.Unlock()
		if i < 3 {
			time.Sleep(20 * time.Millisecond)
		}
		mu.Lock()
		now--
		mu.Unlock()
	})
	if largest != 3 {
		t.Errorf("%d ran at once", largest)
	}
}

func TestEachPassesAPanicOn(t *testing.T) {
	for _, value := range []any{"seven", errBroken} {
		got := func() (got any) {
			defer func() { got = recover() }()
			Each(100, func(i int) {
				if i >= 7 {
					panic(value)
				}
			})
			return nil
		}()
		p, ok := got.(*Panic)
		if !ok || p.Value != value {
			t.Fatalf("recovered %v", got)
		}
		if text := p.Error(); !strings.HasPrefix(text, fmt.Sprint(value)) || !strings.Contains(text, "TestEachPassesAPanicOn") {
			t.Errorf("the text tells not where: %s", text)
		}
		if _, isError := value.(error); errors.Is(p, errBroken) != isError {
			t.Errorf("%v unwraps to %v", value, p.Unwrap())
		}
	}
}

func TestTryReturnsTheErrorOfTheLowestNumber(t *testing.T) {
	for range 200 {
		err := try(8, 100, func(i int) error {
			switch {
			case i == 20:
				for range 50 {
					runtime.Gosched() // let the others fail first
				}
				return errors.New("20")
			case i > 20:
				return errors.New("later")
			}
			return nil
		})
		if err == nil || err.Error() != "20" {
			t.Fatalf("got %v", err)
		}
	}
	if err := try(8, 100, func(int) error { return nil }); err != nil {
		t.Error(err)
	}
}

func TestTryBeginsNoCallAfterAFailure(t *testing.T) {
	var called []int
	err := try(1, 100, func(i int) error {
		called = append(called, i)
		if i == 3 {
			return errBroken
		}
		return nil
	})
	if !errors.Is(err, errBroken) || !slices.Equal(called, []int{0, 1, 2, 3}) {
		t.Errorf("called %v, got %v", called, err)
	}
}
