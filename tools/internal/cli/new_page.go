package cli

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/skeleton"
)

// newPage is what stands in the place of a kind when a page is to be written anew.
const newPage = "page"

// newPage lays the prose that a page has by itself into content/, in each language of the
// site, so that a person can begin with it. Nothing that is there is overwritten.
func (a *app) newPage(id string) error {
	c, err := a.open()
	if err != nil {
		return err
	}
	set, _, err := c.Records()
	if err != nil {
		return err
	}
	languages := []record.Language{{Tag: "sv"}, {Tag: "en"}}
	if set.Organisation != nil && len(set.Organisation.Languages) > 0 {
		languages = record.SiteLanguages(set.Organisation)
	}
	layers, err := c.Layers()
	if err != nil {
		return err
	}
	stem, ids := pageStem(id), prosePages(layers.Program)
	if !slices.Contains(ids, id) {
		if near := diag.Nearest(id, ids); near != "" {
			return a.usage("sidan %q finns inte; menade du %q?", "there is no page %q; did you mean %q?", id, near)
		}
		return a.usage("sidan %q finns inte; skriv någon av: %s", "there is no page %q; write one of: %s", id, strings.Join(ids, ", "))
	}
	var files []skeleton.File
	for _, l := range languages {
		text, ok := layers.Program[stem+"."+l.Tag+".md"]
		if !ok {
			text = layers.Program[stem+".en.md"]
		}
		name := stem + "." + l.Tag + ".md"
		if _, err := os.Lstat(filepath.Join(a.dir, filepath.FromSlash(name))); err == nil {
			return a.usage("%s finns redan och skrivs inte över; inget är skrivet", "%s is there already and is not overwritten; nothing is written", name)
		}
		files = append(files, skeleton.File{Path: name, Data: text.Data})
	}
	for _, f := range files {
		if err := disk.Create(filepath.Join(a.dir, filepath.FromSlash(f.Path)), f.Data); err != nil {
			return err
		}
		fmt.Fprintln(a.out, f.Path)
	}
	fmt.Fprintln(a.out, a.say("skriv om texten; kortkoderna hämtar fakta ur data/ och beskrivs i docs/prose.md. Kör sedan tillit check",
		"write the text anew; the shortcodes fetch facts from data/ and are described in docs/prose.md. Then run tillit check"))
	return nil
}

// pageStem is the name of a page's files, without language and ending.
func pageStem(id string) string {
	if id == page.Home {
		return "content/_index"
	}
	return path.Join("content", id, "index")
}

// prosePages are the pages of which the program carries prose.
func prosePages(program folder.Tree) []string {
	var ids []string
	for _, p := range page.Table() {
		if program.Has(pageStem(p.ID) + ".en.md") {
			ids = append(ids, p.ID)
		}
	}
	return ids
}
