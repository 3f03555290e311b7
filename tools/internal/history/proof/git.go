package proof

import (
	"context"
	"path"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/outside"
	"tillit/tools/internal/history/version"
)

// LeftOut puts in the place of what is missing from versions/ in a folder that git has
// left it out, where it has. Nobody need have git.
func LeftOut(ctx context.Context, dir string, found diag.List) diag.List {
	names, err := outside.LeftOut(ctx, dir, change.Folder)
	if err != nil {
		return found
	}
	return version.LeftOut(found, names)
}

// Convertible tells which files git may change, by their names from a site's folder; while
// a version is issued that is an error. Nobody need have git.
func Convertible(ctx context.Context, dir string, names []string, issuing bool) diag.List {
	files, err := outside.Converted(ctx, dir, names)
	if err != nil {
		return nil
	}
	return version.Converted(files, issuing)
}

// WithGit adds to what was found of the site in a folder what git does to its versions.
func WithGit(ctx context.Context, dir string, found diag.List) diag.List {
	chain, _, err := version.Open(disk.FS(dir))
	if err != nil { // check tells
		chain = &version.Chain{}
	}
	if head := chain.Head(); head != nil {
		names, err := chain.Files(head)
		if err != nil { // verify tells what is wrong with it
			names = nil
		}
		for i, name := range names {
			names[i] = path.Join(change.Folder, head.ID, name)
		}
		found = append(found, Convertible(ctx, dir, names, false)...)
	}
	found = LeftOut(ctx, dir, found)
	found.Sort()
	return found
}
