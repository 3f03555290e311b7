package disk

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func TestAHoldIsOneProcesss(t *testing.T) {
	dir := lay(t, nil)
	file := filepath.Join(dir, ".lock")
	h, err := Take(t.Context(), "the folder", file, Waiting{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = Take(t.Context(), "the folder", file, Waiting{})
	var held *HeldError
	if !errors.As(err, &held) || held.Name != "the folder" || held.By.Process != os.Getpid() || held.By.Host != "" || time.Since(held.By.Since).Abs() > time.Minute {
		t.Fatalf("got %v (%+v)", err, held)
	}
	if err := h.Release(); err != nil {
		t.Fatal(err)
	}
	equal(t, dir, map[string]string{})
	again, err := Take(t.Context(), "the folder", file, Waiting{})
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Release(); err != nil {
		t.Fatal(err)
	}
	if _, err := Take(t.Context(), "x", filepath.Join(dir, "nothing", ".lock"), Waiting{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// Who waits is told of it once, gets the hold when it is given back, and stops when asked.
func TestWaitingForAHold(t *testing.T) {
	file := filepath.Join(t.TempDir(), ".lock")
	h, err := Take(t.Context(), "x", file, Waiting{})
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	w := Waiting{Most: 20 * time.Second, Tell: func(e *HeldError) {
		told++
		go func() {
			time.Sleep(3 * nextTry)
			h.Release()
		}()
	}}
	h2, err := Take(t.Context(), "x", file, w)
	if err != nil || told != 1 {
		t.Fatalf("told %d times, %v", told, err)
	}
	ctx, stop := context.WithCancel(t.Context())
	w.Tell = func(*HeldError) { stop() }
	if _, err := Take(ctx, "x", file, w); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	h2.Release()
}

// Many ask at once, and no two have it at a time, although the file comes and goes.
func TestNoTwoHaveAHold(t *testing.T) {
	file := filepath.Join(t.TempDir(), ".lock")
	has, most, times := 0, 0, 0
	var count sync.Mutex
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 25 {
				h, err := Take(t.Context(), "x", file, Waiting{Most: time.Minute})
				if err != nil {
					t.Error(err)
					return
				}
				count.Lock()
				has, times = has+1, times+1
				most = max(most, has)
				count.Unlock()
				time.Sleep(time.Millisecond)
				count.Lock()
				has--
				count.Unlock()
				if err := h.Release(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if most != 1 || times != 200 {
		t.Errorf("%d had it at a time, %d in all", most, times)
	}
}

// A process that is killed holds nothing any more. The file that it leaves is somebody's
// name and no more.
func TestAHoldEndsWithItsProcess(t *testing.T) {
	const variable = "TILLIT_TEST_HOLD"
	if file := os.Getenv(variable); file != "" { // the one that is to be killed
		if _, err := Take(t.Context(), "x", file, Waiting{}); err != nil {
			t.Fatal(err)
		}
		os.Stdout.WriteString("held\n")
		io.ReadAll(os.Stdin)
		return
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := lay(t, nil)
	file := filepath.Join(dir, ".lock")
	other := exec.Command(program, "-test.run=^"+t.Name()+"$")
	other.Env = append(os.Environ(), variable+"="+file)
	in, _ := other.StdinPipe()
	out, _ := other.StdoutPipe()
	defer in.Close()
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	io.ReadFull(out, make([]byte, len("held\n")))
	var held *HeldError
	if _, err := Take(t.Context(), "x", file, Waiting{}); !errors.As(err, &held) || held.By.Process != other.Process.Pid {
		t.Errorf("while it runs: %v (%+v)", err, held)
	}
	if err := other.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	other.Wait()
	if len(found(t, dir)) != 1 {
		t.Fatal("it left nothing to take over")
	}
	h, err := Take(t.Context(), "x", file, Waiting{})
	if err != nil {
		t.Fatal(err)
	}
	if got := holderOf(file); got.Process != os.Getpid() {
		t.Errorf("the file names %+v", got)
	}
	h.Release()
	equal(t, dir, map[string]string{})
}
