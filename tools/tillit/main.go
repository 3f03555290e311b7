// Tillit turns a folder of checked facts and prose into a public, versioned
// trust center. All of it stands in package cli and below.
package main

import (
	"os"

	"tillit/tools/internal/cli"
	"tillit/tools/internal/publish/hugo"
)

func main() {
	easeCollector()
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, hugo.Render))
}
