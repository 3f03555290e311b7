package change

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/weight"
)

// Sentence is the change as one sentence for people, which stands as its title: from the
// facts of the entry, and not in the words in which the version put it.
func (e Entry) Sentence() diag.Text {
	switch e.Kind {
	case FirstEntry:
		return e.Title
	case PageEntry:
		return e.ofPage()
	case "recipient":
		return e.ofRecipient()
	}
	return e.ofRecord()
}

// Sentence is the change as one sentence, in a version that applies from a day, as an
// editor calls it who names its kind.
func (c Change) Sentence(day value.Date, kind string) diag.Text {
	e := c.entry(Snapshot{})
	e.Issued, e.Nature = day, weight.Nature(kind)
	return e.Sentence()
}

// say fills a sentence of each language with what it is about.
func say(sv, en string, words ...diag.Text) diag.Text {
	fill := func(lang, form string) string {
		var args []any
		for _, w := range words {
			args = append(args, w.In(lang))
		}
		return upper(fmt.Sprintf(form, args...))
	}
	return diag.Text{SV: fill("sv", sv), EN: fill("en", en)}
}

func (e Entry) ofPage() diag.Text {
	name := quoted(e.Name)
	switch {
	case e.Verb == Added:
		return say("sidan %s har tillkommit", "the page %s has been added", name)
	case e.Verb == Removed:
		return say("sidan %s har tagits bort", "the page %s has been removed", name)
	case e.Weighs() == weight.Reworded:
		return say("länkar eller formatering på sidan %s har ändrats", "links or formatting of the page %s have changed", name)
	}
	return say("texten på sidan %s har ändrats", "the text of the page %s has changed", name)
}

// role is what a recipient is to the data: its noun in both languages.
func role(code string) diag.Text {
	switch code {
	case subprocessor:
		return diag.Text{SV: "underbiträde", EN: "a sub-processor"}
	case "processor":
		return diag.Text{SV: "personuppgiftsbiträde", EN: "a processor"}
	}
	return diag.Text{SV: "mottagare av uppgifter", EN: "a recipient of data"}
}

func (e Entry) ofRecipient() diag.Text {
	as := role(e.Role)
	if s := e.staged(as); s != (diag.Text{}) {
		return s
	}
	switch {
	case e.Verb == Added && e.Weighs() == weight.Told:
		return say("%s redovisas nu också som %s", "%s is now also listed as %s", e.Name, as)
	case e.Verb == Added && (e.Role == subprocessor || e.Role == "processor"):
		return say("%s anlitas som %s", "%s is engaged as %s", e.Name, as)
	case e.Verb == Added:
		return say("%s får uppgifter", "%s gets data", e.Name)
	case e.Verb == Removed:
		return say("%s är inte längre %s", "%s is no longer %s", e.Name, as)
	case e.OldRole != "" && e.OldRole != e.Role:
		return say("%s är nu %s, och inte längre %s", "%s is now %s, and no longer %s", e.Name, as, role(e.OldRole))
	case e.Verb == Renamed && e.OldName != e.Name && !e.OldName.IsZero():
		if e.Weighs() == weight.Changes {
			return say("%s anges i stället för %s", "%s is named instead of %s", e.Name, e.OldName)
		}
		return say("%s heter nu %s", "%s is now called %s", e.OldName, e.Name)
	}
	if s := e.widening(); s != (diag.Text{}) {
		return s
	}
	if e.Weighs() == weight.Narrowed {
		if form, ok := fewer[e.onlyField()]; ok {
			return say(form.SV, form.EN, e.Name)
		}
	}
	return e.otherwise(e.Name)
}

// staged is the sentence of an announcement, and of what becomes of one.
func (e Entry) staged(as diag.Text) diag.Text {
	on, last := dated(e.Effective), dated(e.Ended)
	switch e.Stage() {
	case Announced:
		return say("%s blir %s den %s", "%s becomes %s on %s", e.Name, as, on)
	case Postponed:
		return say("%s blir %s senare än meddelat, den %s", "%s becomes %s later than announced, on %s", e.Name, as, on)
	case Hastened:
		if first := e.Effective; first > e.Issued {
			return say("%s blir %s tidigare än meddelat, den %s", "%s becomes %s earlier than announced, on %s", e.Name, as, on)
		}
		return say("%s är redan nu %s, tidigare än meddelat", "%s is already %s, earlier than announced", e.Name, as)
	case Withdrawn:
		return say("%s blir inte %s: det som hade meddelats är återtaget", "%s will not become %s: the announcement is withdrawn", e.Name, as)
	case Ending:
		return say("%s är %s till och med den %s", "%s is %s until %s", e.Name, as, last)
	case Over:
		return say("%s upphörde att vara %s den %s", "%s ceased to be %s on %s", e.Name, as, last)
	case Extended:
		if !e.Ended.Valid() {
			return say("%s fortsätter att vara %s, fast slutet hade meddelats", "%s remains %s, though its end had been announced", e.Name, as)
		}
		return say("%s är %s längre än meddelat, till och med den %s", "%s is %s for longer than announced, until %s", e.Name, as, last)
	case Returned:
		return say("%s är %s igen", "%s is %s again", e.Name, as)
	}
	return diag.Text{}
}

func dated(d value.Date) diag.Text {
	if !d.Valid() {
		return diag.Text{}
	}
	return diag.Text{SV: value.DateText(d, "sv"), EN: value.DateText(d, "en")}
}

// widening is the sentence of the one reason for which a change of a recipient is
// material; of several it says that there are.
func (e Entry) widening() diag.Text {
	switch {
	case len(e.Reasons) == 0 || e.Weighs() != weight.Changes:
		return diag.Text{}
	case len(e.Reasons) > 1 && !e.abroad():
		return say("%s ändras i flera väsentliga avseenden", "%s changes in several material respects", e.Name)
	}
	if came := e.came("services"); e.Reasons[0].ID == "recipient-service" && !came.IsZero() {
		return say("%s anlitas också för %s", "%s is also engaged for %s", e.Name, came)
	}
	form, ok := widened[e.Reasons[0].ID]
	if !ok {
		return diag.Text{}
	}
	return say(form.SV, form.EN, e.Name)
}

// abroad tells whether all reasons are about where the data goes.
func (e Entry) abroad() bool {
	return !slices.ContainsFunc(e.Reasons, func(r weight.Reason) bool {
		return r.ID != "recipient-location" && r.ID != "recipient-transfer"
	})
}

// widened and fewer are what is said of a recipient that gets more, by the reason, and of
// one that gets less, by the field.
var (
	widened = map[string]diag.Text{
		"recipient-task":       {SV: "%s får en ändrad uppgift", EN: "%s is given a changed task"},
		"recipient-always":     {SV: "%s går inte längre att välja bort", EN: "%s can no longer be left out"},
		"recipient-location":   {SV: "%s behandlar uppgifter på nya platser", EN: "%s processes data in new places"},
		"recipient-transfer":   {SV: "%s för över uppgifter till tredjeland på en ny grund", EN: "%s transfers data to a third country on a new ground"},
		"recipient-purpose":    {SV: "%s får uppgifter för fler ändamål", EN: "%s gets data for more purposes"},
		"recipient-data":       {SV: "%s får fler uppgifter", EN: "%s gets more data"},
		"recipient-duration":   {SV: "%s har uppgifterna längre", EN: "%s has the data for longer"},
		"recipient-org-number": {SV: "%s anges med ett annat organisationsnummer", EN: "%s is given with another registration number"},
		"safeguard-weaker":     {SV: "skyddet för uppgifterna hos %s har ändrats", EN: "the safeguards for data at %s have changed"},
	}
	fewer = map[string]diag.Text{
		"services":  {SV: "%s anlitas för färre tjänster", EN: "%s is engaged for fewer services"},
		"locations": {SV: "%s behandlar uppgifter på färre platser", EN: "%s processes data in fewer places"},
		"purposes":  {SV: "%s får uppgifter för färre ändamål", EN: "%s gets data for fewer purposes"},
		"data":      {SV: "%s får färre uppgifter", EN: "%s gets less data"},
		"service":   {SV: "%s får en mindre uppgift", EN: "%s is given a smaller task"},
		"duration":  {SV: "%s har uppgifterna kortare tid", EN: "%s has the data for a shorter time"},
		"optional":  {SV: "%s går att välja bort", EN: "%s can be left out"},
	}
)

// onlyField is the field that changed, where it is the only one.
func (e Entry) onlyField() string {
	field := ""
	for _, l := range e.Lines {
		if field != "" && field != l.Path[0] {
			return ""
		}
		field = l.Path[0]
	}
	return field
}

// came are the values that were added to a list, in words.
func (e Entry) came(field string) diag.Text {
	var sv, en []string
	for _, l := range e.Lines {
		if l.Path[0] == field && l.Verb == Added {
			sv, en = append(sv, l.New.SV), append(en, l.New.EN)
		}
	}
	return diag.Text{SV: series(sv, " och "), EN: series(en, " and ")}
}

func series(list []string, and string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + and + list[len(list)-1]
}

// ofRecord is the sentence of a record that is no recipient.
func (e Entry) ofRecord() diag.Text {
	about := e.subject()
	switch {
	case e.Verb == Added && e.Weighs() == weight.Told:
		return say("%s redovisas nu också", "%s is now also listed", about)
	case e.Verb == Added:
		return say("%s har tillkommit", "%s has been added", about)
	case e.Verb == Removed:
		return say("%s har tagits bort", "%s has been removed", about)
	case e.Verb == Renamed && e.OldName != e.Name && !e.OldName.IsZero() && e.Weighs() == weight.Renamed:
		return say("%s heter nu %s", "%s is now called %s", e.OldName, e.Name)
	case e.Verb == Renamed && e.Kind == "controller" && e.OldName != e.Name && !e.OldName.IsZero():
		return say("%s anges som ansvarig i stället för %s", "%s is named as controller instead of %s", e.Name, e.OldName)
	case e.Verb == Changed && e.Weighs() == weight.Narrowed && fewerOf[e.onlyField()] != diag.Text{}:
		form := fewerOf[e.onlyField()]
		return say(form.SV, form.EN, about)
	case e.Kind == "retention" && e.onlyTime():
		was, is := e.time()
		if e.Weighs() == weight.Narrowed {
			return say("%s är kortare: %s i stället för %s", "%s is shorter: %s instead of %s", about, is, was)
		}
		return say("%s är längre: %s i stället för %s", "%s is longer: %s instead of %s", about, is, was)
	}
	if len(e.Reasons) == 1 && e.Weighs() == weight.Changes {
		if came := e.came("recipients"); e.Reasons[0].ID == "activity-recipient" && !came.IsZero() {
			return say("%s får en ny mottagare: %s", "%s has a new recipient: %s", about, came)
		}
		if form, ok := recordWidened[e.Reasons[0].ID]; ok {
			return say(form.SV, form.EN, about)
		}
	}
	return e.otherwise(about)
}

var recordWidened = map[string]diag.Text{
	"activity-purpose":    {SV: "%s får ett nytt ändamål", EN: "%s has a new purpose"},
	"activity-basis":      {SV: "%s får en ny rättslig grund", EN: "%s has a new legal basis"},
	"activity-data":       {SV: "%s omfattar fler uppgifter", EN: "%s covers more data"},
	"activity-automated":  {SV: "%s omfattar automatiserade beslut", EN: "%s involves automated decisions"},
	"activity-recipient":  {SV: "%s får en ny mottagare", EN: "%s has a new recipient"},
	"retention-longer":    {SV: "%s bestäms på ett nytt sätt", EN: "%s is determined in a new way"},
	"safeguard-weaker":    {SV: "skyddet genom %s har ändrats", EN: "the protection by %s has changed"},
	"controller-identity": {SV: "det står ett annat organisationsnummer för %s", EN: "another registration number is given for %s"},
}

// fewerOf is what is said of an activity that has less than before, by the field.
var fewerOf = map[string]diag.Text{
	"recipients": {SV: "%s har färre mottagare", EN: "%s has fewer recipients"},
	"purposes":   {SV: "%s har färre ändamål", EN: "%s has fewer purposes"},
	"data":       {SV: "%s omfattar färre uppgifter", EN: "%s covers less data"},
}

// onlyTime tells whether one period gave way to another, and nothing else changed that
// says how long.
func (e Entry) onlyTime() bool {
	was, is := e.time()
	longer := len(e.Reasons) == 1 && e.Reasons[0].ID == "retention-longer"
	return !was.IsZero() && !is.IsZero() && (longer && e.Weighs() == weight.Changes || e.Weighs() == weight.Narrowed && e.onlyField() == "period")
}

func (e Entry) time() (was, is diag.Text) {
	for _, l := range e.Lines {
		if l.Path[0] == "period" && l.Verb == Changed {
			return l.Old, l.New
		}
	}
	return was, is
}

// otherwise is the sentence of a change by its kind and by the fields that changed.
func (e Entry) otherwise(about diag.Text) diag.Text {
	fields := e.fields()
	switch {
	case len(e.Lines) > 0 && !slices.ContainsFunc(e.Lines, func(l FieldChange) bool { return !weight.Looked(l.Path) }):
		return say("det som står om %s har gåtts igenom", "what is said of %s has been reviewed", about)
	case e.Weighs() == weight.Narrowed:
		return say("mindre står nu om %s%s", "less is now said of %s%s", about, fields)
	case e.Weighs() == weight.Told:
		return say("mer redovisas nu om %s%s", "more is now told about %s%s", about, fields)
	case e.Weighs() == weight.Corrected:
		return say("det som stod om %s är rättat%s", "what was said of %s is corrected%s", about, fields)
	case e.Weighs() == weight.Reworded:
		return say("%s beskrivs med andra ord%s", "%s is described in other words%s", about, fields)
	case e.Weighs() == weight.Renamed:
		return say("%s har en ny beteckning i våra uppgifter", "%s has a new identifier in our records", about)
	}
	return say("det som står om %s har ändrats%s", "what is said of %s has changed%s", about, fields)
}

// fields are the names of the fields that changed, in brackets, where they are few.
func (e Entry) fields() diag.Text {
	var sv, en []string
	for _, l := range e.Lines {
		label := diag.Text{SV: lower(first(l.Label.SV)), EN: lower(first(l.Label.EN))}
		if !slices.Contains(sv, label.SV) {
			sv, en = append(sv, label.SV), append(en, label.EN)
		}
	}
	if len(sv) == 0 || len(sv) > 3 {
		return diag.Text{}
	}
	return diag.Text{SV: " (" + strings.Join(sv, ", ") + ")", EN: " (" + strings.Join(en, ", ") + ")"}
}

// first is the group that a field stands in.
func first(label string) string {
	group, _, _ := strings.Cut(label, ": ")
	return group
}

// lower is a name within a sentence; one in capitals stays.
func lower(s string) string {
	r := []rune(s)
	if len(r) > 1 && unicode.IsUpper(r[1]) {
		return s
	}
	return strings.ToLower(string(r[:min(1, len(r))])) + string(r[min(1, len(r)):])
}

// subject is the record as it stands in a sentence: "the activity “Support”". A right is
// called by its name, which says already that it is one.
func (e Entry) subject() diag.Text {
	if e.Kind == "right" {
		return diag.Text{SV: theRight(e.Name.SV, "rätt ", "rätten ", "rättigheten"), EN: theRight(e.Name.EN, "right ", "the right ", "the right")}
	}
	kind, ok := record.KindOf(e.Kind)
	if !ok {
		return e.Name
	}
	name := e.Name
	switch e.Kind {
	case "activity", "category", "measure":
		name = quoted(name)
	case "retention":
		name = quoted(name)
		return diag.Text{SV: "lagringstiden för " + name.SV, EN: "the retention period for " + name.EN}
	case "organisation":
		return name
	}
	return diag.Text{SV: kind.Word.SV + " " + name.SV, EN: kind.Word.EN + " " + name.EN}
}

func theRight(name, begins, definite, word string) string {
	lower := strings.ToLower(name)
	switch {
	case strings.HasPrefix(lower, begins):
		return definite + name[len(begins):]
	case strings.HasPrefix(lower, definite):
		return lower[:len(definite)] + name[len(definite):]
	case word == "rättigheten":
		return word + " ”" + name + "”"
	}
	return word + " “" + name + "”"
}

func quoted(name diag.Text) diag.Text {
	return diag.Text{SV: "”" + name.SV + "”", EN: "“" + name.EN + "”"}
}
