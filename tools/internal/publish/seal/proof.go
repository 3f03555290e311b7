package seal

import (
	"io/fs"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
	"tillit/tools/internal/history/proof"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/output"
)

// Marker is the file by which a published folder is known again as one that may be
// replaced. It is no part of the site, and SHA256SUMS does not name it.
const Marker = marker

// proved reads what is to be published back from the disk: every byte of every version,
// and of all else that SHA256SUMS names, and nothing besides.
func (t *Tree) proved() error {
	root, err := disk.OpenRoot(t.fresh)
	if err != nil {
		return err
	}
	defer root.Close()
	_, list, err := version.Verify(root.FS())
	if _, none := fs.Stat(root.FS(), output.Sums); none == nil && err == nil {
		var r *proof.Result
		if r, err = proof.Look(root.FS(), t.place.out).Verify(); err == nil {
			list = r.Found
		}
	}
	if err != nil {
		return err
	}
	for _, d := range diag.Blocking(list) {
		return refuse("det som skrevs till disken är inte det som skulle publiceras (%s: %s); det som var publicerat ligger kvar",
			"what was written to the disk is not what was to be published (%s: %s); what was published is still there", d.Pos.File, d.Message)
	}
	return nil
}
