package proof

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
)

// Base is what a folder is held against: the versions that somebody else has.
type Base struct {
	Name  string // as it was asked for
	Given Given
	Chain *version.Chain
}

// BlindError is a base that cannot be seen, and why. What cannot be seen proves nothing,
// so it is never taken for a base that holds no version.
type BlindError struct{ Reason diag.Text }

func (e *BlindError) Error() string { return e.Reason.EN }

// Base opens a folder as a base. Its versions are taken at their word, since it is not
// what is to be proved; but each of them must be readable.
func (g Given) Base(name string) (*Base, error) {
	chain, found, err := version.Open(g.fsys)
	if err != nil {
		return nil, err
	}
	for _, d := range found {
		id, _, _ := strings.Cut(strings.TrimPrefix(d.Pos.File, change.Folder+"/"), "/")
		if chain.Find(id) == nil { // else it is a version that can be read, whatever else is said of it
			return nil, &BlindError{diag.Say("det som jämförelsen ska göras mot, %s, går inte att läsa: %s: %s",
				"what to compare with, %s, cannot be read: %s: %s", strconv.Quote(name), g.here(d.Pos.File), d.Message)}
		}
	}
	return &Base{name, g, chain}, nil
}

var goneHint = diag.Text{
	SV: "hämta tillbaka versionen som den var; det som är utgivet tas aldrig bort och ges aldrig ut på nytt",
	EN: "restore the version as it was; what was issued is never taken away and never issued anew",
}

// Against finds which versions of a base are not here, or are others: every version that
// it holds must be here unchanged. What is newer here than there is nothing to find.
func (r *Result) Against(b *Base) {
	if r.Kind == One {
		r.oneAgainst(b)
		r.Found.Sort()
		return
	}
	common := ""
	for _, theirs := range b.Chain.Versions {
		ours := r.Chain.Find(theirs.ID)
		home := path.Join(change.Folder, theirs.ID)
		switch {
		case ours == nil && exists(r.fsys, home):
			// It cannot be read, which is told.
		case ours == nil:
			r.found("version-gone", r.here(home), diag.Say("versionen %s finns i %s men inte här; %s",
				"%s is a version in %s, and is not here; %s", theirs.ID, strconv.Quote(b.Name), parted(common)))
		case ours.Digest != theirs.Digest:
			r.found("version-replaced", r.here(path.Join(home, own)), diag.Say("versionen %s är en annan än i %s: kontrollsumman är %s här och %s där; %s",
				"the version %s is another than in %s: its digest is %s here and %s there; %s", theirs.ID, strconv.Quote(b.Name), short(ours.Digest), short(theirs.Digest), parted(common)))
		default:
			common = theirs.ID
		}
	}
	r.Found.Sort()
}

// oneAgainst asks whether a base has the one version, as it is here.
func (r *Result) oneAgainst(b *Base) {
	ours, theirs := r.Chain.Find(r.ID), b.Chain.Find(r.ID)
	switch {
	case ours == nil:
	case theirs == nil:
		r.found("version-unknown", own, diag.Say("%s har ingen version %s", "%s has no version %s", strconv.Quote(b.Name), r.ID))
	case theirs.Digest != ours.Digest:
		r.found("version-replaced", own, diag.Say("versionen %s är en annan än i %s: kontrollsumman är %s här och %s där",
			"the version %s is another than in %s: its digest is %s here and %s there", r.ID, strconv.Quote(b.Name), short(ours.Digest), short(theirs.Digest)))
	}
}

// parted tells how far two histories go together.
func parted(common string) diag.Text {
	if common == "" {
		return diag.Say("historierna har ingen version gemensam", "the two histories have no version in common")
	}
	return diag.Say("historierna är desamma till och med %s", "the two histories are the same up to %s", common)
}

func short(digest string) string {
	if len(digest) > ShortestDigest {
		return digest[:ShortestDigest] + "…"
	}
	return digest
}

func (r *Result) found(rule, file string, message diag.Text) {
	hint := goneHint
	if rule == "version-unknown" {
		hint = diag.Text{
			SV: "fråga den som antecknade kontrollsumman vilken webbplats och version den gäller, och jämför med en annan kopia (--against)",
			EN: "ask whoever noted the digest which site and version it is of, and compare with another copy (--against)",
		}
	}
	r.Found = append(r.Found, diag.New(rule, diag.Pos{File: file}, message, hint))
}

// ShortestDigest is how many characters of a digest may be given in place of all 64: as
// many as the list of versions on the pages shows.
const ShortestDigest = 12

// Digest reads a digest that somebody has kept: all of it or its beginning, as on the
// pages, which end a shortened one with an ellipsis.
func Digest(text string) (string, error) {
	kept := strings.ToLower(strings.TrimSpace(text))
	kept = strings.TrimSuffix(strings.TrimSuffix(kept, "…"), "...")
	if len(kept) < ShortestDigest || len(kept) > 64 || strings.Trim(kept, "0123456789abcdef") != "" {
		return "", fmt.Errorf("%q is no digest", text)
	}
	return kept, nil
}

// Expect looks for the version that has a digest which somebody has kept, and returns
// it. Where no version has it the history is another than it was, or another site's.
func (r *Result) Expect(kept string) *version.Version {
	for _, v := range r.Chain.Versions {
		if strings.HasPrefix(v.Digest, kept) {
			return v
		}
	}
	message := diag.Say("ingen version här har kontrollsumman %s: historien är en annan än när den antecknades, eller en annan webbplats",
		"no version here has the digest %s: the history is another than when it was noted, or another site's", short(kept))
	file := change.Folder
	if r.Kind == One {
		file = own
		if v := r.Chain.Head(); v != nil && strings.HasPrefix(v.PreviousDigest, kept) {
			message = diag.Say("kontrollsumman %s är den som versionen före har, %s; om %s säger den ingenting",
				"the digest %s is that of the version before, %s; of %s it tells nothing", short(kept), v.Previous, v.ID)
		}
	}
	if r.Kind != One {
		file = r.here(file)
	}
	r.found("version-unknown", file, message)
	r.Found.Sort()
	return nil
}
