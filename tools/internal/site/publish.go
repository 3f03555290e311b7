package site

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/history"
)

// issued are the files of every issued version, as they lie on the disk, and the
// stylesheets that tell a reader of one whether it still applies.
func issued(b *building) []File {
	if b.Chain == nil {
		return nil
	}
	var files []File
	for _, v := range b.Chain.Versions {
		linked, err := b.Chain.Published(b.Root, v)
		if err != nil {
			b.found = append(b.found, diag.Diagnostic{
				Pos: diag.Pos{File: history.Folder + "/" + v.ID}, Rule: "version-missing-file",
				Message: diag.Say("versionen %s går inte att läsa", "the version %s cannot be read", v.ID),
				Hint:    diag.Say("kör tillit verify, som säger vad som saknas", "run tillit verify, which says what is missing"),
			})
			continue
		}
		for _, f := range linked {
			files = append(files, File{Path: f.Path, Source: f.Source, Sum: f.Sum})
		}
	}
	for _, l := range b.languages {
		t := newTongue(b.Set, l.Tag, b.AsOf, b.words[l.key()], nil, nil)
		for _, e := range b.plan.views[l.key()].Editions {
			files = append(files, File{Path: statusPath(e.ID, l.Tag), Data: []byte(t.status(e))})
		}
	}
	return files
}

// finishIssue makes the files of a version that is being issued: the pages with
// their stylesheet and pictures, a Markdown twin of each, and the downloads.
// Links among them are relative, so that a version can be read wherever it lies.
func finishIssue(b *building, files []File) []File {
	files = slices.DeleteFunc(files, func(f File) bool { return strings.HasSuffix(f.Path, "404.html") })
	for _, name := range b.files.under("static/") {
		files = append(files, File{Path: name, Data: b.files["static/"+name].data})
	}
	for i, f := range files {
		if strings.HasSuffix(f.Path, ".html") {
			files[i].Data = relative(f.Data, f.Path, b.base.Path, b.root.Path)
		}
	}
	files = withTwins(b, files)
	files, list := seal(files, b.base, b.root, origin(b), b.files, b.parsed)
	b.found = append(b.found, list...)
	// The version's manifest takes the place of the site's own.
	return slices.DeleteFunc(files, func(f File) bool { return f.Path == sums })
}

// relative makes the addresses in a page relative that begin at the version's
// folder, or at the site's.
func relative(page []byte, name, base, root string) []byte {
	up := strings.Repeat("../", strings.Count(name, "/"))
	home := strings.Repeat("../", strings.Count(strings.TrimPrefix(base, root), "/"))
	text := string(page)
	for _, attribute := range []string{"href", "src"} {
		text = strings.ReplaceAll(text, attribute+`="`+base, attribute+`="`+cmp.Or(up, "./"))
		text = strings.ReplaceAll(text, attribute+`="`+root, attribute+`="`+up+home)
	}
	return []byte(text)
}

// Build returns the files of the site, sorted by path and sealed. When a finding
// blocks there are no files. The error is for what could not be done at all.
func Build(ctx context.Context, in Input) ([]File, diag.List, error) {
	b, err := newBuilding(in)
	if err != nil {
		return nil, nil, err
	}
	var files []File
	for _, stage := range []struct {
		name string
		run  func(context.Context) error
	}{
		{"read", func(context.Context) error { return b.read() }},
		{"plan", func(context.Context) error { b.makePlan(); return nil }},
		{"render", func(ctx context.Context) (err error) { files, err = pages(ctx, b); return err }},
		{"seal", func(context.Context) error { files = finish(b, files); return nil }},
	} {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if in.Stage != nil {
			in.Stage(stage.name)
		}
		if err := stage.run(ctx); err != nil {
			return nil, nil, fmt.Errorf("%s the site: %w", stage.name, err)
		}
		if b.found.Blocks() {
			b.found.Sort()
			return nil, b.found, nil
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	b.found.Sort()
	return files, b.found, nil
}

// pages lets the renderer make the pages.
func pages(ctx context.Context, b *building) ([]File, error) {
	address := b.base.String()
	files, list, err := b.Render(ctx, hugoInput{
		Files: b.files, Languages: b.languages, Title: b.Set.Organisation.Name, BaseURL: address,
		Params: map[string]any{"tillit": b.plan}, Today: b.today,
	})
	b.found = append(b.found, list...)
	if err != nil || list.Blocks() {
		return nil, err
	}
	return index(b, files)
}

// finish adds what is not made by Hugo, and seals the whole.
func finish(b *building, files []File) []File {
	given := map[string]bool{}
	for _, f := range b.Downloads {
		given[f.Path] = true
		files = append(files, File{Path: f.Path, Data: f.Data, Source: f.Source, Sum: f.Sum})
	}
	for _, f := range b.Downloads {
		if f.Dated != "" && !given[f.Dated] {
			files = append(files, File{Path: f.Dated, Data: f.Data})
		}
	}
	if b.Issue != nil {
		return finishIssue(b, files)
	}
	files = append(withTwins(b, files), issued(b)...)
	for _, name := range b.files.under("static/") {
		files = append(files, File{Path: name, Data: b.files["static/"+name].data})
	}
	m := &machine{base: b.base, pages: b.pages, languages: b.languages, editions: b.plan.views[b.languages[0].key()].Editions, preview: b.Preview, taken: map[string]bool{}}
	m.httpsOnly = b.Set.Organisation.Hosting != nil && b.Set.Organisation.Hosting.HTTPSOnly
	for _, f := range files {
		m.taken[f.Path] = true
	}
	m.write(b.Set.Organisation.SecurityContact)
	b.found = append(b.found, m.found...)

	files, list := seal(append(files, m.files...), b.base, nil, origin(b), b.files, b.parsed)
	b.found = append(b.found, list...)
	return files
}

// origin names the file of prose that each page was made of.
func origin(b *building) map[string]string {
	files := map[string]string{}
	for _, p := range b.pages {
		files[strings.TrimPrefix(p.URL, "/")+"index.html"] = p.file
	}
	return files
}
