package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/wording"
)

// checkPages looks at the words of pages that were written elsewhere, such as
// the policy that a company publishes today. There need be no site; where there
// is one, its facts tell which words are right.
func (a *app) checkPages(ctx context.Context, names []string, today value.Date, format string) error {
	var set *record.Set
	if c, err := center.Open(a.dir, a.program); err == nil {
		loaded, _, err := c.Records()
		if err != nil {
			return err
		}
		a.follow(loaded)
		set = loaded
	}
	a.pages = map[string][]byte{}
	var pages []prose.File
	for _, name := range names {
		data, err := disk.Await(ctx, func() ([]byte, error) { return disk.ReadSome(name, prose.MostPage+1) })
		if err != nil {
			return err
		}
		page, problem := prose.Import(filepath.ToSlash(name), data)
		if !problem.IsZero() {
			return usageError{problem.In(a.lang)}
		}
		a.pages[page.File] = page.Data
		pages = append(pages, page)
	}
	list := slices.DeleteFunc(wording.Lint(set, pages, today), func(d diag.Diagnostic) bool { return a.pages[d.Pos.File] == nil })
	if err := a.print(a.out, list, format, nil); err != nil {
		return err
	}
	if format == "text" {
		fmt.Fprintln(a.out, a.say(`Bara orden är lästa. Vilka krav i lagen en sida besvarar avgörs av fakta i data/ ("tillit coverage"), aldrig av ord.`,
			`Only the words were read. Which duties a page answers is told by the facts in data/ ("tillit coverage"), never by words.`))
	}
	if list.Blocks() {
		return errFindings
	}
	return nil
}
