// Package static judges the files that a site publishes as they lie, in static/ and beside
// its texts: each must be of a kind that is published, hold what its name says, and be
// nothing else besides. A picture that is a page as well, a drawing with a script in it or a
// key that nobody may see is found by what stands in it, not by how it is called.
package static

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/address"
	"tillit/tools/internal/facts/folder"
)

// Find returns what is wrong with the files of a site's own that are published as they lie.
func Find(l *folder.Layers) diag.List {
	var found diag.List
	for name, f := range l.Own {
		if bytes.Equal(f.Data, l.Program[name].Data) && l.Program.Has(name) {
			continue
		}
		tell := func(rule string, wrong, hint diag.Text) {
			found = append(found, diag.New(rule, diag.Pos{File: name}, wrong, hint))
		}
		first, rest, _ := strings.Cut(name, "/")
		switch first {
		case "static":
			if ok, taken := address.May(address.Static, rest); !ok {
				tell("address-owner", taken, Move)
				continue
			}
			if wrong, hint := Kindless(rest); !wrong.IsZero() {
				tell("file-kind", wrong, hint)
				continue
			}
		case "content", "assets":
		default:
			continue
		}
		if first == "content" && strings.HasSuffix(name, ".md") {
			continue // a text, which is read as one
		}
		if wrong, hint := Judge(rest, f.Data); !wrong.IsZero() {
			tell("file-content", wrong, hint)
		}
	}
	found.Sort()
	return found
}

// Move says what to do with a file at an address that is not its own.
var Move = diag.Say("lägg filen någon annanstans i static, eller ta bort den", "put the file elsewhere in static, or remove it")

// Kindless says why a file is of no kind that is published, if it is of none.
func Kindless(name string) (wrong, hint diag.Text) {
	ending := strings.ToLower(path.Ext(name))
	if _, known := kinds[ending]; known || ending == "" && bare(name) {
		return diag.Text{}, diag.Text{}
	}
	base := path.Base(name)
	hint = diag.Say("spara den som något av det, eller lägg den där nedladdningar finns och länka dit", "save it as one of these, or put it where downloads are kept and link to it")
	for _, r := range refusals {
		if slices.Contains(r.endings, ending) {
			return diag.Say("%q publiceras inte: %s", "%q is not published: %s", base, r.why), r.hint
		}
	}
	return diag.Say("%q publiceras inte: i static får bilder, typsnitt, PDF, text, tabeller, kontorsdokument, JSON, nycklar, stilar och sidor i HTML ligga",
		"%q is not published: static may hold pictures, fonts, PDF, text, tables, office documents, JSON, keys, styles and pages in HTML", base), hint
}

// bare tells whether a file may lie without an ending: what other programs look for by name.
func bare(name string) bool {
	return strings.HasPrefix(name, ".well-known/") || slices.Contains([]string{"CNAME", "LICENSE", "VERSION"}, name)
}

// refusals are kinds of file that people put into such folders, why they are not published,
// and what to do instead.
var refusals = []struct {
	endings   []string
	why, hint diag.Text
}{
	{[]string{".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".mht"},
		diag.Say("den är en sida i en form som inte granskas", "it is a page in a form that is not judged"),
		diag.Say("skriv den som en sida i content, eller som HTML i en fil som slutar på .html", "write it as a page in content, or as HTML in a file that ends in .html")},
	{[]string{".php", ".asp", ".aspx", ".jsp", ".cgi", ".pl", ".py", ".rb", ".sh", ".bat", ".ps1"},
		diag.Say("den är ett program, och en webbplats av färdiga filer kör inga", "it is a program, and a site of finished files runs none"),
		diag.Say("ta bort filen", "remove the file")},
	{[]string{".docm", ".xlsm", ".pptm", ".dotm", ".xlsb"},
		diag.Say("den kan ha makron i sig, som körs hos den som öppnar den", "it may hold macros, which run where it is opened"),
		diag.Say("spara den utan makron, till exempel som .xlsx eller .docx", "save it without macros, for example as .xlsx or .docx")},
	{[]string{".key", ".p12", ".pfx", ".jks", ".kdbx", ".ppk"},
		diag.Say("den är till för hemliga nycklar", "it is a kind of file for secret keys"),
		diag.Say("ta bort filen, och byt nyckeln om den har varit synlig; en öppen nyckel sparas som .asc, .pub eller .pem", "remove the file, and change the key if it was visible; a public key is saved as .asc, .pub or .pem")},
	{[]string{".env", ".sql", ".sqlite", ".db", ".bak", ".old", ".log", ".pcap", ".har"},
		diag.Say("den är till för det som inte ska synas", "it is a kind of file for what is not to be seen"),
		diag.Say("ta bort filen", "remove the file")},
	{[]string{".exe", ".msi", ".dmg", ".pkg", ".apk", ".jar", ".war", ".swf", ".wasm", ".hta", ".lnk", ".iso", ".scr", ".app"},
		diag.Say("den är ett program", "it is a program"),
		diag.Say("lägg den där program hämtas, och länka dit", "put it where programs are fetched, and link to it")},
	{[]string{".yaml", ".yml", ".toml", ".ini", ".conf", ".config"},
		diag.Say("den är till för inställningar och fakta, som inte publiceras som de ligger", "it is a kind of file for settings and facts, which are not published as they lie"),
		diag.Say("fakta skrivs i data/; inställningar av webbservern hör hemma där den står", "facts are written in data/; settings of the web server belong where it stands")},
}

// Judge says what is wrong with a file that is published under a name, going by its bytes:
// that it is not what its name says, or more than that.
func Judge(name string, data []byte) (wrong, hint diag.Text) {
	base := path.Base(name)
	k, ok := kinds[strings.ToLower(path.Ext(name))]
	if !ok {
		if k = (kind{}); path.Ext(name) != "" || !strings.Contains(name, ".well-known/") {
			return diag.Text{}, diag.Text{} // of assets and texts, which are read by others
		}
		k = kinds[".txt"]
	}
	if secret(data) {
		return diag.Say("%q innehåller en hemlig nyckel", "%q holds a secret key", base),
			diag.Say("ta bort filen, och byt nyckeln om den har varit synlig", "remove the file, and change the key if it was visible")
	}
	if k.fits != nil && !k.fits(data) {
		return diag.Say("%q heter som %s men är det inte", "%q is called as %s, and is not that", base, k.said),
			diag.Say("spara den på nytt som %s, eller ge den det namn som passar det som står i den", "save it again as %s, or give it the name that fits what is in it", k.said)
	}
	if what := k.besides(data); !what.IsZero() {
		return diag.Say("%q innehåller %s", "%q holds %s", base, what), k.clean()
	}
	return diag.Text{}, diag.Text{}
}
