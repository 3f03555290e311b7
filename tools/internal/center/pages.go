package center

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/seal"
	"tillit/tools/internal/publish/view"
)

// issued are the files of every issued version, as they lie on the disk, and the
// stylesheets that tell a reader of one whether it still applies.
func issued(b *view.Making) []output.File {
	if b.Chain == nil {
		return nil
	}
	var files []output.File
	for _, v := range b.Chain.Versions {
		linked, err := b.Chain.Published(b.Root, v)
		if err != nil {
			b.Found = append(b.Found, diag.New("version-missing-file", diag.Pos{File: change.Folder + "/" + v.ID},
				diag.Say("versionen %s går inte att läsa", "the version %s cannot be read", v.ID),
				diag.Say("kör tillit verify, som säger vad som saknas", "run tillit verify, which says what is missing")))
			continue
		}
		for _, f := range linked {
			files = append(files, output.File{Path: f.Path, Source: f.Source, Sum: f.Sum, By: address.Version})
		}
	}
	return append(files, b.Statuses()...)
}

// finishIssue makes the files of a version that is being issued: the pages with
// their stylesheet and pictures, a Markdown twin of each, and the downloads.
// Links among them are relative, so that a version can be read wherever it lies.
func finishIssue(b *view.Making, files []output.File, read *seal.Readings) []output.File {
	files = slices.DeleteFunc(files, func(f output.File) bool { return strings.HasSuffix(f.Path, "404.html") })
	files = append(files, statics(b)...)
	for i, f := range files {
		if strings.HasSuffix(f.Path, ".html") {
			files[i].Data = relative(f.Data, f.Path, b.At.EscapedPath(), b.Home.EscapedPath())
		}
	}
	read.Forget() // those pages are no longer what was read
	files = seal.WithTwins(b, files, read)
	files, list := seal.Seal(files, b.At, b.Home, origin(b), b.Files, read)
	b.Found = append(b.Found, list...)
	// The version's manifest takes the place of the site's own.
	return slices.DeleteFunc(files, func(f output.File) bool { return f.Path == output.Sums })
}

// statics are the files that are published as they lie.
func statics(b *view.Making) []output.File {
	var files []output.File
	for _, name := range b.Files.Under("static/") {
		files = append(files, output.File{Path: name, Data: b.Files["static/"+name].Data, By: address.Static})
	}
	return files
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
func Build(ctx context.Context, in view.Input) ([]output.File, diag.List, error) {
	return build(ctx, in, seal.After(nil), false)
}

// build does the same, with what is known of the pages from an earlier build. A look at
// them goes on past what blocks, as long as there are pages, and returns those.
func build(ctx context.Context, in view.Input, read *seal.Readings, look bool) ([]output.File, diag.List, error) {
	b, err := view.Begin(in)
	if err != nil {
		return nil, nil, err
	}
	var files []output.File
	for _, stage := range []struct {
		name string
		run  func(context.Context) error
	}{
		{"plan", func(context.Context) error { b.MakePlan(); return nil }},
		{"render", func(ctx context.Context) (err error) { files, err = pages(ctx, b, read, look); return err }},
		{"seal", func(context.Context) error {
			if sealed := finish(b, files, read); !look {
				files = sealed
			}
			return nil
		}},
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
		if b.Found.Blocks() && (!look || stage.name == "render" && files == nil) {
			b.Found.Sort()
			return nil, b.Found, nil
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	b.Found.Sort()
	return files, b.Found, nil
}

// pages lets the renderer make the pages.
func pages(ctx context.Context, b *view.Making, read *seal.Readings, look bool) ([]output.File, error) {
	address := b.At.String()
	files, list, err := b.Render(ctx, view.Order{
		Files: b.Files, Languages: b.Languages, Title: b.Set.Organisation.Name, BaseURL: address,
		Params: map[string]any{"tillit": b.Plan}, Today: b.Today, Again: b.Again,
	})
	b.Found = append(b.Found, list...)
	if err != nil || list.Blocks() && (!look || files == nil) {
		return nil, err
	}
	read.Fill(b, files)
	return seal.Index(b, files, read)
}

// finish adds what is not made by Hugo, and seals the whole.
func finish(b *view.Making, files []output.File, read *seal.Readings) []output.File {
	downloads := b.Downloads()
	given := map[string]bool{}
	for _, f := range downloads {
		given[f.Path] = true
		files = append(files, output.File{Path: f.Path, Data: f.Data, Source: f.Source, Sum: f.Sum, By: f.By})
	}
	for _, f := range downloads {
		if f.Dated != "" && !given[f.Dated] {
			files = append(files, output.File{Path: f.Dated, Data: f.Data, By: f.By})
		}
	}
	if b.Issue != nil {
		return finishIssue(b, files, read)
	}
	files = append(seal.WithTwins(b, files, read), issued(b)...)
	files = append(files, statics(b)...)
	m := &seal.Machine{Base: b.At, Pages: b.Pages, Languages: b.Languages, Editions: b.Plan.Views[b.Languages[0].Key()].Editions, Preview: b.Preview, Taken: map[string]bool{}}
	m.HTTPSOnly = b.Set.Organisation.Hosting != nil && b.Set.Organisation.Hosting.HTTPSOnly
	for _, f := range files {
		m.Taken[f.Path] = true
	}
	m.Write(b.Set.Organisation.SecurityContact)
	b.Found = append(b.Found, m.Found...)

	files, list := seal.Seal(append(files, m.Files...), b.At, nil, origin(b), b.Files, read)
	b.Found = append(b.Found, list...)
	return files
}

// origin is what the pages were made of.
func origin(b *view.Making) seal.Origin {
	from := seal.Origin{Files: map[string]string{}, Program: b.Texts.Program, Record: func(anchor string) (diag.Text, string) {
		for _, r := range b.Set.All() {
			if id := r.Value.Key(); id == anchor || "organisation-"+id == anchor || "service-"+id == anchor {
				return b.Set.Called(r.Value), r.Kind.Folder
			}
		}
		return diag.Text{}, ""
	}}
	for _, p := range b.Pages {
		from.Files[strings.TrimPrefix(p.URL, "/")+"index.html"] = p.File
	}
	return from
}
