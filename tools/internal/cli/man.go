package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"tillit/tools/internal/disk"
)

// manCommand writes the manual pages. They name the newest release and its day,
// never the commit: the pages in docs/man are part of what they would name.
func (a *app) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:    a.say("man MAPP", "man FOLDER"),
		Short:  a.say("Skriv manualsidorna till en mapp", "Write the manual pages to a folder"),
		Hidden: true,
		Args:   a.args(1, "mappen som manualsidorna ska skrivas i", "the folder that the manual pages are written to"),
		RunE: func(cmd *cobra.Command, args []string) error {
			number, day := release()
			date, err := time.Parse(time.DateOnly, day)
			if err != nil {
				return err
			}
			if err := disk.MakeFolder(args[0]); err != nil {
				return err
			}
			cmd.Root().DisableAutoGenTag = true
			if err := writeManual(cmd.Root(), args[0], doc.GenManHeader{Section: "1", Source: "Tillit " + number, Manual: "Tillit", Date: &date}); err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, a.say("Manualsidorna är skrivna till %s.\n", "The manual pages are written to %s.\n"), filepath.ToSlash(args[0]))
			return err
		},
	}
}

// writeManual writes the page of a command and those of its subcommands.
func writeManual(cmd *cobra.Command, dir string, header doc.GenManHeader) error {
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() && !c.IsAdditionalHelpTopicCommand() {
			if err := writeManual(c, dir, header); err != nil {
				return err
			}
		}
	}
	var page bytes.Buffer
	if err := doc.GenMan(cmd, &header, &page); err != nil {
		return err
	}
	return disk.Replace(filepath.Join(dir, strings.ReplaceAll(cmd.CommandPath(), " ", "-")+".1"), page.Bytes())
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
