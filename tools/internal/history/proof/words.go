package proof

import (
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/history/version"
)

// Held is what a result was held against.
type Held struct {
	Kept     string           // a digest that somebody has kept, or its beginning
	Expected *version.Version // the version that has it
	Base     *Base
}

// Is tells what a folder was taken for. name is what it is called.
func (g Given) Is(name string) diag.Text {
	switch {
	case g.Kind == One:
		return diag.Say("underlag: %s, en enda version", "given: %s, a single version", name)
	case g.Kind == Chain:
		return diag.Say("underlag: %s, utgivna versioner utan något annat", "given: %s, issued versions and nothing else", name)
	case g.Live:
		return diag.Say("underlag: %s, en webbplats som den nu svarar", "given: %s, a site as it now answers", name)
	case g.Kind == Published:
		return diag.Say("underlag: %s, en publicerad mapp", "given: %s, a published folder", name)
	}
	return diag.Say("underlag: %s, en webbplats", "given: %s, a site", name)
}

// Stands tells which versions there are, of what had no fault.
func (r *Result) Stands() []diag.Text {
	head := r.Chain.Head()
	if head == nil {
		return []diag.Text{diag.Say("ingen version är utgiven än", "no version has been issued yet")}
	}
	count := diag.Say("1 utgiven version, oförändrad", "1 issued version, unaltered")
	if n := len(r.Chain.Versions); n > 1 {
		count = diag.Say("%d utgivna versioner, alla oförändrade", "%d issued versions, all unaltered", n)
	}
	return []diag.Text{count, diag.Say("senaste: %s", "last: %s", head.ID), diag.Say("kontrollsumma: %s", "digest: %s", head.Digest)}
}

// Proves tells, of what had no fault, what it proves and what it does not.
func (r *Result) Proves(h Held) []diag.Text {
	head := r.Chain.Head()
	if head == nil && r.Kind == Site {
		return r.compared(h, []diag.Text{diag.Say("bevisar ingenting: det finns inget utgivet att räkna om", "proves nothing: there is nothing issued to recompute")})
	}
	var lines []diag.Text
	switch {
	case r.Kind == One && head.Previous == "":
		lines = append(lines, diag.Say("bevisar: varje byte är den som kontrollsumman täcker; det är den första versionen",
			"proves: every byte is the one that the digest covers; it is the first version"))
	case r.Kind == One:
		lines = append(lines, diag.Say("bevisar: varje byte är den som kontrollsumman täcker, och den bygger på versionen %s med kontrollsumman %s",
			"proves: every byte is the one that the digest covers, and it builds on the version %s with the digest %s", head.Previous, head.PreviousDigest))
	case head != nil:
		lines = append(lines, diag.Say("bevisar: varje byte av versionerna är den som deras kontrollsummor täcker, och var och en bygger på den före",
			"proves: every byte of the versions is the one that their digests cover, and each builds on the one before"))
	}
	switch {
	case r.Kind != Published || r.Pages == 0:
	case r.Pages == 1:
		lines = append(lines, diag.Say("bevisar: den enda filen utanför versionerna är som %s säger", "proves: the one file beside the versions is as %s says", sums))
	default:
		lines = append(lines, diag.Say("bevisar: %d sidor och filer utanför versionerna är som %s säger", "proves: %d pages and files beside the versions are as %s says", r.Pages, sums))
	}
	return append(r.compared(h, lines), r.gaps(h)...)
}

// compared tells what was found of a digest and of a base.
func (r *Result) compared(h Held, lines []diag.Text) []diag.Text {
	if h.Expected != nil {
		t := diag.Say("väntat: kontrollsumman hör till versionen %s; den och allt före den är vad det var när den antecknades",
			"expected: the digest is that of the version %s; it and all before it are what they were when it was noted", h.Expected.ID)
		if len(h.Kept) < 64 {
			t = diag.Say("%s (%d av 64 tecken skyddar mot misstag, inte mot den som gör sig stor möda; spara alla)",
				"%s (%d of 64 characters guard against mistakes, not against great effort; keep them all)", t, len(h.Kept))
		}
		lines = append(lines, t)
	}
	if h.Base == nil {
		return lines
	}
	name, n := strconv.Quote(h.Base.Name), len(h.Base.Chain.Versions)
	switch {
	case r.Kind == One:
		return append(lines, diag.Say("jämfört: %s har versionen, oförändrad", "compared: %s has the version, unchanged", name))
	case n == 0:
		return append(lines, diag.Say("jämfört: %s har ingen version", "compared: %s has no version", name))
	case n == 1:
		return append(lines, diag.Say("jämfört: den enda version som %s har finns här, oförändrad", "compared: the one version that %s has is here, unchanged", name))
	}
	return append(lines, diag.Say("jämfört: var och en av de %d versioner som %s har finns här, oförändrad", "compared: each of the %d versions that %s has is here, unchanged", n, name))
}

// gaps tells what is not proved.
func (r *Result) gaps(h Held) []diag.Text {
	var lines []diag.Text
	switch {
	case r.Kind == One && h.Expected == nil && h.Base == nil:
		lines = append(lines, diag.Say("bevisar inte: att det var den som publicerades, eller att ingen annan med samma namn finns; det gör en kontrollsumma som någon annan har sparat (--expect) eller en annan kopia (--against)",
			"does not prove: that it was the one published, nor that no other of its name exists; a digest that somebody else has kept does (--expect), or another copy (--against)"))
	case r.Kind == One:
		lines = append(lines, diag.Say("bevisar inte: vad som gällde efter versionen", "does not prove: what applied after the version"))
	case h.Expected == nil && h.Base == nil:
		lines = append(lines, diag.Say("bevisar inte: att det är de versioner som en gång gavs ut, eller att ingen kom efter den senaste; det gör en kontrollsumma som någon annan har sparat (--expect) eller en annan kopia (--against)",
			"does not prove: that these are the versions once issued, nor that none came after the last; a digest that somebody else has kept does (--expect), or another copy (--against)"))
	default:
		lines = append(lines, diag.Say("bevisar inte: att ingen version kom efter de jämförda och togs bort", "does not prove: that no version came after those compared and was taken away"))
	}
	if r.Kind == Published {
		lines = append(lines, diag.Say("bevisar inte: vem som skrev sidorna; den som kan ändra en sida kan ändra %s", "does not prove: who wrote the pages; whoever can alter a page can alter %s", sums))
	}
	if r.Live {
		lines = append(lines, diag.Say("bevisar inte: att servern svarar alla lika, eller vad den har utöver det som listan nämner", "does not prove: that the server answers everybody alike, nor what it has beside what the list names"))
	}
	if len(r.Unseen) > 0 {
		lines = append(lines, diag.Say("inte jämfört, eftersom servern behåller det för sig själv: %s", "not compared, since the server keeps it to itself: %s", strings.Join(r.Unseen, ", ")))
	}
	return lines
}

// Proves tells of a file that had no fault what is known of it.
func (f *File) Proves() []diag.Text {
	lines := []diag.Text{diag.Say("underlag: %s, en enda fil", "given: %s, a single file", f.Name)}
	if len(f.Holders) == 0 {
		return append(lines,
			diag.Say("bevisar: filen är den som %s bredvid den nämner", "proves: the file is the one that %s beside it names", sums),
			diag.Say("bevisar inte: att den hör till någon version; den listan täcks inte av någon kontrollsumma", "does not prove: that it is part of any version; no digest covers that list"))
	}
	last := f.Holders[len(f.Holders)-1]
	t := diag.Say("bevisar: filen är byte för byte %s i versionen %s", "proves: the file is byte for byte %s of the version %s", last.Path, last.Version.ID)
	if n := len(f.Holders); n > 1 {
		t = diag.Say("%s; %d versioner har samma byte, från och med %s", "%s; %d versions have the same bytes, the first of them %s", t, n, f.Holders[0].Version.ID)
	}
	return append(lines, t,
		diag.Say("kontrollsumma: %s", "digest: %s", last.Version.Digest),
		diag.Say("bevisar inte: att det var den versionen som publicerades; det gör kontrollsumman, om någon annan har sparat den", "does not prove: that this version was the one published; the digest does, where somebody else has kept it"))
}
