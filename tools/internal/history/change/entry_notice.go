package change

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Unnoticed returns the entries of which somebody must be told, and nobody is
// recorded as told.
func Unnoticed(entries []Entry) []Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool {
		return !e.Material() || len(e.Notices()) > 0 || e.Dead()
	})
}

// Untold returns the entries of which somebody is still to be told: those of which
// nobody is recorded as told, and the end of announcements of which somebody was.
func Untold(entries []Entry) []Entry {
	told := map[string]bool{} // versions that withdraw what was told, with the record
	for _, e := range entries {
		if e.Dead() && len(e.Notices()) > 0 {
			told[e.Fate.Version+" "+e.Kind+"/"+e.Record] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool {
		if e.Stage() == Withdrawn && told[e.Version+" "+e.Kind+"/"+e.Record] {
			return len(e.Notices()) > 0
		}
		return !e.Material() || len(e.Notices()) > 0 || e.Dead()
	})
}

// CheckNotices asks of each material change that data/changes records who was
// told of it. Until the day from which the change applies there is time to tell,
// and it warns; from that day on it is an error, because who hears of a change
// only when it applies can no longer object to it (GDPR Art. 28(2)).
//
// Entries come from Chain.Entries; the records in data/changes that an editor
// calls material are asked even when nothing has been issued.
func CheckNotices(set *record.Set, entries []Entry, asOf value.Date) diag.List {
	var list diag.List
	asked := map[*record.Change]bool{}
	ask := func(c *record.Change, applies value.Date) {
		if asked[c] {
			return
		}
		asked[c] = true
		list = append(list, untold(set, c, applies, asOf))
	}
	for _, c := range set.Changes {
		if record.Yes(c.Material) && len(c.Notices) == 0 && !dead(c, entries) {
			ask(c, appliesOn(c, entries))
		}
	}
	for _, e := range slices.Backward(Unnoticed(entries)) { // the oldest first
		if len(e.Changes) > 0 {
			ask(e.Changes[0], appliesOn(e.Changes[0], entries))
			continue
		}
		list = append(list, undescribed(set, e, asOf))
	}
	list.Sort()
	return list
}

// appliesOn is the day that an editor names, else the first on which something
// that the record is about applies; "" when neither is known.
func appliesOn(c *record.Change, entries []Entry) value.Date {
	day := c.Effective
	said := day
	for _, e := range entries {
		if said == "" && slices.Contains(e.Changes, c) && (day == "" || e.Due() < day) {
			day = e.Due()
		}
		if said != "" && said == e.Applies() && e.Fate != nil && slices.Contains(e.Changes, c) {
			day = max(day, e.Due())
		}
	}
	return day
}

// dead tells whether all that a record in data/changes is about was withdrawn.
func dead(c *record.Change, entries []Entry) bool {
	about := slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return !slices.Contains(e.Changes, c) })
	return len(about) > 0 && !slices.ContainsFunc(about, func(e Entry) bool { return !e.Dead() && e.Stage() != Withdrawn })
}

// untold is a record in data/changes that does not say who was told.
func untold(set *record.Set, c *record.Change, applies, asOf value.Date) diag.Diagnostic {
	called := set.Called(c)
	d := missingNotice(applies, asOf)
	d.Pos = set.At(c, "material")
	d.Message = diag.Text{
		SV: fmt.Sprintf("%s är väsentlig, men det står inte vilka som har underrättats%s", called.SV, from(applies, "sv")),
		EN: fmt.Sprintf("%s is material, but it does not say who was told%s", called.EN, from(applies, "en")),
	}
	d.Hint = diag.Text{
		SV: "lägg till notices när ni har underrättat kunderna: - {audience: customers, date: ÅÅÅÅ-MM-DD, channel: email}; brevet skrivs av tillit notice " + c.ID,
		EN: "add notices when you have told the customers: - {audience: customers, date: YYYY-MM-DD, channel: email}; tillit notice " + c.ID + " writes the letter",
	}
	return d
}

// undescribed is a material change that data/changes does not know of.
func undescribed(set *record.Set, e Entry, asOf value.Date) diag.Diagnostic {
	d := missingNotice(e.Due(), asOf)
	d.Pos = diag.Pos{File: path.Join(Folder, e.Version, ChangesFile)}
	if r := set.Find(e.Kind, e.Record); r != nil {
		d.Pos = set.At(r.Value, field(e))
	}
	var sv, en []string
	for _, r := range e.Reasons {
		sv, en = append(sv, r.Text.SV), append(en, r.Text.EN)
	}
	kind, _ := record.KindOf(e.Kind)
	d.Message = diag.Text{
		SV: fmt.Sprintf("%s %s ändrades väsentligt i versionen %s (%s), men det står inte vilka som har underrättats%s", kind.Word.SV, e.Name.SV, e.Version, strings.Join(sv, ", "), from(e.Due(), "sv")),
		EN: fmt.Sprintf("%s %s changed materially in the version %s (%s), but it does not say who was told%s", kind.Word.EN, e.Name.EN, e.Version, strings.Join(en, ", "), from(e.Due(), "en")),
	}
	d.Hint = diag.Text{
		SV: fmt.Sprintf("skriv en fil i data/changes med records: [%s], effective: %s och notices; brevet skrivs av tillit notice %s", e.name(e.Record), e.Applies(), e.ID),
		EN: fmt.Sprintf("write a file in data/changes with records: [%s], effective: %s and notices; tillit notice %s writes the letter", e.name(e.Record), e.Applies(), e.ID),
	}
	return d
}

// field is where in the record the change is told: at its day, where it has one.
func field(e Entry) string {
	for _, name := range []string{"effective", "ended"} {
		if e.touches(name) {
			return name
		}
	}
	return ""
}

func missingNotice(applies, asOf value.Date) diag.Diagnostic {
	d := diag.New("notice-missing", diag.Pos{}, diag.Text{}, diag.Text{})
	if applies == "" || asOf < applies {
		d.Severity = diag.Warning
	}
	return d
}

func from(day value.Date, lang string) string {
	if day == "" {
		return ""
	}
	return fmt.Sprintf(diag.Text{SV: "; den gäller från den %s", EN: "; it applies from %s"}.In(lang), value.DateText(day, lang))
}
