package version

import (
	"io/fs"
	"path"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/history/change"
)

func (c *Chain) has(name string) bool {
	_, err := fs.Stat(c.fsys, name)
	return err == nil
}

// Lost tells which versions of an earlier chain, of what was published in a folder, this
// one does not hold, or holds otherwise. Versions of that chain which are not what they say
// themselves to be prove nothing, and count only where they are gone.
func (c *Chain) Lost(before *Chain, where string) diag.List {
	var list diag.List
	gone := func(id string) {
		list = append(list, diag.New("version-gone", diag.Pos{File: path.Join(change.Folder, id)},
			diag.Say("versionen %s är publicerad i %s men finns inte i versions/; den som hänvisar till den skulle inte hitta den längre",
				"the version %s is published in %s but is not in versions/; whoever refers to it would find it no longer", id, where),
			diag.Say("hämta tillbaka den, till exempel med “git checkout -- versions/”; om det som ligger i %[1]s hör till en annan webbplats, välj en annan mapp med --out eller ta själv bort %[1]s",
				"restore it, for instance with “git checkout -- versions/”; if what lies in %[1]s belongs to another site, choose another folder by --out or remove %[1]s yourself", where)))
	}
	entries, _ := fs.ReadDir(before.fsys, change.Folder) // what cannot be listed cannot be told
	for _, e := range entries {
		if _, _, ok := change.ParseID(e.Name()); ok && before.Find(e.Name()) == nil && c.Find(e.Name()) == nil {
			gone(e.Name())
		}
	}
	for _, was := range before.Versions {
		name := path.Join(change.Folder, was.ID)
		now := c.Find(was.ID)
		manifest, faults := before.proved(was)
		switch {
		case now == nil:
			gone(was.ID)
		case before.has(StampFile(was.ID)) && !c.has(StampFile(was.ID)):
			list = append(list, diag.New("version-gone", diag.Pos{File: StampFile(was.ID)},
				diag.Say("tidsstämpeln för versionen %s är publicerad i %s men finns inte i versions/", "the time stamp of the version %s is published in %s but is not in versions/", was.ID, where),
				diag.Say("kopiera tillbaka den, från git eller från %s", "copy it back, from git or from %s", path.Join(where, StampFile(was.ID)))))
		case manifest != nil && len(faults) == 0 && now.Digest != was.Digest:
			list = append(list, diag.New("version-replaced", diag.Pos{File: path.Join(name, versionFile)},
				diag.Say("versionen %s är publicerad i %s med kontrollsumman %s, men den i versions/ har %s; en version som har publicerats ges inte ut en gång till",
					"the version %s is published in %s with the digest %s, but the one in versions/ has %s; a version that was published is not issued again", was.ID, where, brief(was.Digest), brief(now.Digest)),
				diag.Say("hämta tillbaka den som är publicerad, från git eller genom att kopiera %s, och ge sedan ut det nya med tillit freeze; om mappen hör till en annan webbplats, välj en annan med --out",
					"restore the one that is published, from git or by copying %s, and issue what is new with tillit freeze after that; if the folder belongs to another site, choose another by --out", path.Join(where, name))))
		}
	}
	return list
}

func brief(digest string) string { return digest[:min(12, len(digest))] + "…" }
