package version

import (
	"path"
	"time"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
)

// Began is when a version was issued. Those of the first shape say no more than the
// day from which they apply; they are taken to be of its first moment in Sweden.
func (v *Version) Began() time.Time { return change.Began(v.Issued, v.Effective) }

// Follows tells why a version that applies from a day cannot be issued at a moment,
// or nil.
func (c *Chain) Follows(at value.Moment, day value.Date) error {
	if !at.Valid() {
		return refuse("%q är ingen tidpunkt; en sådan skrivs 2026-11-29T12:00:00Z", "%q is no moment; one is written 2026-11-29T12:00:00Z", at)
	}
	if at.Day() < day {
		return refuse("versionen skulle gälla från %s men ges ut redan %s", "the version would apply from %s but be issued already at %s", day, at)
	}
	if head := c.Head(); head != nil && !at.Time().After(head.Began()) {
		return refuse("versionen skulle ges ut %s, men den senaste, %s, är från %s; en version ges ut efter den som var före. Ställ klockan rätt",
			"the version would be issued at %s, but the last one, %s, is of %s; a version is issued after the one before. Set the clock right",
			at, head.ID, value.MomentOf(head.Began()))
	}
	return nil
}

// momentFindings tells whether a version's own moment can be.
func (v *Version) momentFindings() diag.List {
	switch {
	case v.Issued == "":
		return nil
	case !v.Issued.Valid():
		return v.wrongMoment(diag.Say("versionen %s säger sig vara utgiven %q, som inte är en tidpunkt", "the version %s says that it was issued at %q, which is no moment", v.ID, v.Issued))
	case v.Issued.Day() < v.Effective:
		return v.wrongMoment(diag.Say("versionen %s säger sig vara utgiven %s, före dagen den gäller från", "the version %s says that it was issued at %s, before the day from which it applies", v.ID, v.Issued))
	}
	return nil
}

// follows tells whether a version was issued after the one before.
func (v *Version) follows(before *Version) diag.List {
	switch {
	case v.Issued == "" && before.Issued == "", v.momentFindings().Blocks():
		return nil
	case v.Issued == "":
		return v.wrongMoment(diag.Say("versionen %s säger inte när den gavs ut, men den före, %s, gör det; sedan dess gör varje version det",
			"the version %s does not say when it was issued, but the one before, %s, does; since then every version does", v.ID, before.ID))
	case !v.Began().After(before.Began()):
		return v.wrongMoment(diag.Say("versionen %s säger sig vara utgiven %s, men den före, %s, är från %s; ingen version ges ut före den som den bygger på",
			"the version %s says that it was issued at %s, but the one before, %s, is of %s; no version is issued before the one that it builds on",
			v.ID, v.Issued, before.ID, value.MomentOf(before.Began())))
	}
	return nil
}

func (v *Version) wrongMoment(message diag.Text) diag.List {
	d := diag.New("version-moment", diag.Pos{File: path.Join(change.Folder, v.ID, versionFile)}, message, restore)
	if pos, ok := v.file.At("issued"); ok {
		d.Pos = pos
	} else if pos, ok := v.file.At("effective"); ok {
		d.Pos = pos
	}
	return diag.List{d}
}
