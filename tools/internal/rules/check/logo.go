package check

import (
	"bytes"
	"image/png"
	"maps"
	"path"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/static"
)

// The limits of a logotype. It is fetched with every page, and shown 32 pixels high.
const (
	maxLogo       = 50_000 // bytes
	maxLogoPixels = 2_000  // in either direction
)

// CheckLogo looks at the file that brand.logo names. A drawing can hold programs and
// ask other sites for pictures, and whoever opens its address gets it as a page of
// ours; so it holds none of that.
func CheckLogo(set *record.Set, files folder.Tree) diag.List {
	o := set.Organisation
	if o == nil || o.Brand == nil || o.Brand.Logo == "" || path.Base(o.Brand.Logo) != o.Brand.Logo {
		return nil // a name that is no name is told by the field's own constraint
	}
	name := "assets/" + o.Brand.Logo
	logo, exists := files[name]
	var wrong, hint diag.Text
	switch {
	case !exists:
		wrong = diag.Say("logotypen %q finns inte i mappen assets/", "there is no logo %q in the folder assets/", o.Brand.Logo)
		hint = diag.Say("lägg filen där, eller ta bort raden", "put the file there, or remove the line")
		if near := diag.Nearest(o.Brand.Logo, logos(files)); near != "" {
			hint = diag.Say("menade du %q?", "did you mean %q?", near)
		}
	case len(logo.Data) > maxLogo:
		wrong = diag.Say("logotypen %q är %d kB, och varje sida hämtar den; högst %d kB går", "the logo %q has %d kB, and every page fetches it; at most %d kB will do", o.Brand.Logo, (len(logo.Data)+999)/1000, maxLogo/1000)
		hint = diag.Say("spara den mindre, helst som en enkel SVG", "save it smaller, best of all as a simple SVG")
	case path.Ext(name) == ".png":
		wrong, hint = checkPNG(o.Brand.Logo, logo.Data)
	default:
		wrong, hint = checkSVG(o.Brand.Logo, logo.Data)
	}
	if wrong == (diag.Text{}) {
		return nil
	}
	return diag.List{diag.New("brand-logo", placeOf(set, "brand.logo"), wrong, hint)}
}

// placeOf is where a field of organisation.yaml stands.
func placeOf(set *record.Set, field string) diag.Pos {
	for _, e := range set.All() {
		if e.Kind.Name == "organisation" && e.File != nil {
			pos, _ := e.File.At(field)
			return pos
		}
	}
	return diag.Pos{File: "data/organisation.yaml"}
}

// logos are the files in assets/ that a logotype may be.
func logos(files folder.Tree) []string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if dir, base := path.Split(name); dir == "assets/" && (path.Ext(base) == ".svg" || path.Ext(base) == ".png") {
			list = append(list, base)
		}
	}
	return list
}

func checkPNG(name string, data []byte) (wrong, hint diag.Text) {
	head, err := png.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return diag.Say("logotypen %q är ingen PNG-bild, vad den än heter", "the logo %q is no PNG picture, whatever it is called", name),
			diag.Say("spara den som PNG i ett ritprogram, eller använd en SVG", "save it as PNG in a drawing program, or use an SVG")
	case head.Width > maxLogoPixels || head.Height > maxLogoPixels:
		return diag.Say("logotypen %q är %d × %d bildpunkter; högst %d åt varje håll går", "the logo %q has %d × %d pixels; at most %d in each direction will do", name, head.Width, head.Height, maxLogoPixels),
			diag.Say("gör den mindre; den visas 32 bildpunkter hög", "make it smaller; it is shown 32 pixels high")
	}
	return diag.Text{}, diag.Text{}
}

// checkSVG tells of what in a drawing is more than a drawing.
func checkSVG(name string, data []byte) (wrong, hint diag.Text) {
	clean := diag.Say("spara den som enkel SVG i ett ritprogram, utan skript, länkar och inbäddade sidor", "save it as plain SVG in a drawing program, without scripts, links and embedded pages")
	switch f := static.Drawing(data); {
	case f.None():
		return diag.Text{}, diag.Text{}
	case f.Unreadable():
		return diag.Say("logotypen %q är ingen SVG som går att läsa", "the logo %q is no SVG that can be read", name), clean
	case f.Other():
		return diag.Say("logotypen %q är ingen SVG, vad den än heter", "the logo %q is no SVG, whatever it is called", name), clean
	default:
		return diag.Say("logotypen %q innehåller %s", "the logo %q holds %s", name, f.What()), clean
	}
}
