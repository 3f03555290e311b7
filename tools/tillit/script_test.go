package main

import (
	"flag"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"tillit/tools/internal/cli"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/trial"
)

var update = flag.Bool("update", false, "rewrite what the scripts expect")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"tillit": func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, hugo.Render)) },
		"tsa":    serveTimeStamps,
	})
}

// serveTimeStamps is a time stamping authority for scripts: tsa URL ROOTS writes its
// address and its root into files, and serves until it is ended; tsa --roots ROOTS writes
// the root of another.
func serveTimeStamps() {
	a, err := trial.NewAuthority(time.Now().AddDate(-1, 0, 0), time.Now().AddDate(1, 0, 0))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[2], a.Roots, 0o666); err != nil {
		log.Fatal(err)
	}
	if os.Args[1] == "--roots" {
		return
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[1], []byte("http://"+l.Addr().String()+"/tsr"), 0o666); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(l, a))
}

// The scripts run the real program on real files. They see no locale and no
// colour; ROOT is the repository, for the sites that it holds.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"serve": serve},
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "C.UTF-8")
			env.Setenv("LC_ALL", "")
			env.Setenv("NO_COLOR", "1")
			env.Setenv("ROOT", root)
			return nil
		},
	})
}

// serve FOLDER lets a server on this machine have what was published, and puts its
// address into LIVE.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: serve FOLDER")
	}
	s := httptest.NewServer(http.FileServer(http.Dir(ts.MkAbs(args[0]))))
	ts.Defer(s.Close)
	ts.Setenv("LIVE", s.URL+"/")
}
