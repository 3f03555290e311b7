// Package tillit holds what the program carries, so that a site needs only its
// data: the prose of the pages, their layouts, styles and words, the schemas
// that help an editor, and the made-up company that tillit init --example writes.
package tillit

import "embed"

// Files is that tree. Names that begin with _ or . are part of it.
//
//go:embed all:content all:layouts all:assets all:i18n all:schema all:examples/starter all:.vscode
var Files embed.FS

// Changelog is CHANGELOG.md, whose headings say which release the program is, and
// of which day.
//
//go:embed CHANGELOG.md
var Changelog string
