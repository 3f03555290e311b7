//go:build unix

package disk

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// TestWaitsForEver is run by the test below, in a process of its own: it is told once that
// it should end, says so, and goes on.
func TestWaitsForEver(t *testing.T) {
	if os.Getenv("TILLIT_WAITS") == "" {
		t.Skip("it is run by another test")
	}
	ctx, stop := UntilInterrupted(context.Background())
	defer stop()
	fmt.Println("ready")
	<-ctx.Done()
	time.Sleep(100 * time.Millisecond) // what the context does for itself is done soon after
	fmt.Println("told")
	select {}
}

func TestTheSecondSignalEndsWhateverWaits(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestWaitsForEver$")
		cmd.Env = append(os.Environ(), "TILLIT_WAITS=1")
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		late := time.AfterFunc(20*time.Second, func() { cmd.Process.Kill() })
		lines := bufio.NewScanner(out)
		for _, want := range []string{"ready", "told"} {
			if !lines.Scan() || lines.Text() != want {
				t.Fatalf("after %v it says %q, want %q", signal, lines.Text(), want)
			}
			if err := cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
		}
		err = cmd.Wait()
		late.Stop()
		status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
		if !ok || !status.Signaled() || status.Signal() != signal {
			t.Errorf("after %v twice: %v", signal, err)
		}
	}
}
