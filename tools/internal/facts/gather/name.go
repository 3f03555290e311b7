package gather

import (
	"path"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"tillit/tools/internal/diag"
)

const maxID = 64

// ID returns the id that a file's name stands for: its last part without the
// ending, corrected where it is no id, so that references find the record even
// while its file is named wrongly.
func ID(name string) string {
	base := path.Base(name)
	for _, ending := range []string{".yaml", ".yml"} {
		if len(base) > len(ending) && strings.EqualFold(base[len(base)-len(ending):], ending) {
			base = base[:len(base)-len(ending)]
			break
		}
	}
	if validID(base) {
		return base
	}
	return corrected(base)
}

// validID tells whether a text is an id: letters a to z, digits, and single
// hyphens between them.
func validID(s string) bool {
	if s == "" || len(s) > maxID || strings.HasPrefix(s, "-") || strings.HasSuffix(s, "-") || strings.Contains(s, "--") {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

// corrected makes an id of any name: å and ä become a, ö becomes o, and what is
// neither letter nor digit becomes a hyphen.
func corrected(s string) string {
	s = strings.NewReplacer("æ", "ae", "ø", "o", "ß", "ss", "ð", "d", "þ", "th", "ł", "l", "&", "-").Replace(strings.ToLower(s))
	var b strings.Builder
	for _, c := range norm.NFKD.String(s) {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c):
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() == maxID {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// record tells whether a file is to be read as a record, and reports what is
// wrong with its name.
func (w *walk) record(name string) bool {
	base := path.Base(name)
	ending := path.Ext(base)
	if !strings.EqualFold(ending, ".yaml") && !strings.EqualFold(ending, ".yml") {
		w.report("unknown-file", name,
			diag.Say("%s är ingen post: poster är filer vars namn slutar på .yaml", "%s is no record: records are files whose names end in .yaml", diag.Quote(base)),
			diag.Say("ta bort filen, eller flytta den ut ur mappen data", "remove the file, or move it out of the folder data"))
		return false
	}
	id := strings.TrimSuffix(base, ending)
	hint := diag.Text{}
	if !validID(id) || ending != ".yaml" {
		hint = w.rename(name, ID(name))
	}
	switch {
	case !validID(id):
		w.report("file-name", name, badName(id), hint)
	case ending != ".yaml":
		w.report("file-name", name, diag.Say("filnamnet %s ska sluta på .yaml", "the file name %s must end in .yaml", diag.Quote(base)), hint)
	case reserved(id):
		w.report("reserved-name", name,
			diag.Say("filnamnet %s är upptaget på Windows, där filen inte går att spara", "the file name %s is taken on Windows, where the file cannot be saved", diag.Quote(base)),
			diag.Say("döp om filen, till exempel till %s", "rename the file, for example to %s", w.free(path.Dir(name), id, 1)))
	}
	return true
}

// rename tells to give a file the name of an id, and never that of another file: neither
// one that is there nor one that was told to take the name.
func (w *walk) rename(name, id string) diag.Text {
	if id == "" {
		return diag.Text{}
	}
	dir, base := path.Dir(name), path.Base(name)
	if other, taken := w.taken[dir][folded(id+".yaml")]; !taken || other == base {
		w.take(dir, id+".yaml", base)
		return diag.Say("döp om filen till %s", "rename the file to %s", id+".yaml")
	}
	return diag.Say("%s finns redan: behåll en av de två, eller döp om den här till %s", "there is a %s already: keep one of the two, or rename this one to %s",
		id+".yaml", w.free(dir, id, 2))
}

// free is the first name with a number at its end that no file in a folder has.
func (w *walk) free(dir, id string, from int) string {
	for n := from; ; n++ {
		end := "-" + strconv.Itoa(n)
		name := strings.TrimRight(id[:min(len(id), maxID-len(end))], "-") + end + ".yaml"
		if _, taken := w.taken[dir][folded(name)]; !taken {
			w.take(dir, name, name)
			return name
		}
	}
}

// take notes that a name in a folder belongs to a file.
func (w *walk) take(dir, name, file string) {
	if w.taken[dir] == nil {
		w.taken[dir] = map[string]string{}
	}
	w.taken[dir][folded(name)] = file
}

// folded is a name as systems see it that ignore capital letters.
func folded(name string) string {
	if validID(strings.TrimSuffix(name, ".yaml")) {
		return name
	}
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(name)))
}

// badName says what keeps a name from being an id, the first reason that holds.
func badName(id string) diag.Text {
	shown := diag.Quote(id)
	switch {
	case strings.ContainsFunc(id, unicode.IsUpper):
		return diag.Say("filnamnet %s innehåller stora bokstäver; ett id består av a–z, 0–9 och bindestreck",
			"the file name %s holds capital letters; an id consists of a–z, 0–9 and hyphens", shown)
	case strings.ContainsFunc(id, unicode.IsSpace):
		return diag.Say("filnamnet %s innehåller blanksteg; ett id består av a–z, 0–9 och bindestreck",
			"the file name %s holds spaces; an id consists of a–z, 0–9 and hyphens", shown)
	case len(id) > maxID && len(corrected(id)) == maxID:
		return diag.Say("filnamnet %s är längre än %d tecken", "the file name %s is longer than %d characters", shown, maxID)
	case strings.HasPrefix(id, "-"), strings.HasSuffix(id, "-"), strings.Contains(id, "--"):
		return diag.Say("filnamnet %s har ett bindestreck i början, i slutet eller två i rad",
			"the file name %s has a hyphen at its beginning or end, or two in a row", shown)
	}
	return diag.Say("filnamnet %s är inget id: det får bara innehålla a–z, 0–9 och bindestreck",
		"the file name %s is no id: it may hold only a–z, 0–9 and hyphens", shown)
}

// reserved tells whether Windows keeps a name for a device.
func reserved(id string) bool {
	switch id {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(id) == 4 && (id[:3] == "com" || id[:3] == "lpt") && id[3] >= '0' && id[3] <= '9'
}

// similar reports names in a folder that some systems take for one: macOS and
// Windows ignore case, and macOS the way in which å is composed.
func (w *walk) similar(dir string, names []string) {
	for _, name := range names {
		other, taken := w.taken[dir][folded(name)]
		if !taken {
			w.take(dir, name, name)
			continue
		}
		d := w.report("similar-names", path.Join(dir, name),
			diag.Say("filnamnen %s och %s är samma namn på Windows och macOS", "the file names %s and %s are the same name on Windows and macOS",
				diag.Quote(other), diag.Quote(name)),
			diag.Say("döp om en av dem", "rename one of them"))
		d.Related = []diag.Related{{
			Pos:     diag.Pos{File: strings.ToValidUTF8(path.Join(dir, other), "\ufffd")},
			Message: diag.Say("det andra namnet", "the other name"),
		}}
	}
}
