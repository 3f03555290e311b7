package cli

import (
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// manCommand writes the manual pages. They carry no date: the same program
// writes the same pages.
func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:    a.say("man MAPP", "man FOLDER"),
		Short:  a.say("Skriv manualsidorna till en mapp", "Write the manual pages to a folder"),
		Hidden: true,
		Args:   a.args(1, "mappen som manualsidorna ska skrivas i", "the folder that the manual pages are written to"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return err
			}
			root := cmd.Root()
			root.DisableAutoGenTag = true
			epoch := time.Unix(0, 0).UTC()
			header := &doc.GenManHeader{Section: "1", Source: "Tillit", Manual: "Tillit", Date: &epoch}
			return doc.GenManTree(root, header, filepath.Clean(args[0]))
		},
	}
}

// completion is cobra's, in the language of the run.
func (a *app) completion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() != "completion" {
			continue
		}
		c.Short = a.say("Skriv ett skript som kompletterar kommandon i skalet", "Write a script that completes commands in the shell")
		c.Long = a.say("Skriver ett skript för bash, zsh, fish eller PowerShell.", "Writes a script for bash, zsh, fish or PowerShell.")
		for _, shell := range c.Commands() {
			shell.Short = a.say("Skript för ", "Script for ") + shell.Name()
			shell.Long = shell.Short
			shell.Args = a.noArgs
		}
	}
	for _, c := range root.Commands() {
		if c.Name() == "help" {
			c.Short = a.say("Hjälp om ett kommando", "Help about a command")
		}
	}
}
