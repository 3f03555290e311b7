package export

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/history"
	"tillit/tools/internal/record"
)

// Letter tells customers of changes, in one language, in every form in which
// letters are sent. It is a draft for those who have the list of customers; this
// program sends nothing.
type Letter struct {
	Language string
	Subject  string
	Text     string
	HTML     string // a whole page
	EML      []byte // a draft that mail programs open
	Row      []any  // for mail merge: a cell for each of the columns of Letters
}

// letter is what is known while a letter is written.
type letter struct {
	paper
	set     *record.Set
	place   Place
	entries []history.Entry // oldest first
}

// NewLetter writes the letter about some entries. Nothing in it depends on the
// day on which it is written: days, version and digest are those of the entries.
func NewLetter(entries []history.Entry, set *record.Set, lang string, place Place) Letter {
	l := letter{paper: paper{lang: lang}, set: set, place: place, entries: slices.Clone(entries)}
	slices.SortStableFunc(l.entries, history.ByVersion)
	subject := oneLine(l.subject())
	l.heading("h1", l.headline())
	l.greet()
	for i, e := range l.entries {
		l.change(e, i)
	}
	l.objection()
	l.otherwise()
	l.proof()
	l.sender()

	out := Letter{Language: lang, Subject: subject, Text: l.text()}
	out.HTML = "<!doctype html>\n<html lang=\"" + lang + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + piece{"", subject}.html() + "</title>\n</head>\n<body>\n" + l.html() + "</body>\n</html>\n"
	out.EML = l.eml(out)
	out.Row = l.row(out)
	return out
}

// headline is what the letter is about in a few words: the heading that an
// editor gave, else what changed.
func (l *letter) headline() string {
	var titles []string
	for _, e := range l.entries {
		for _, c := range e.Changes {
			if t := c.Title.In(l.lang); t != "" && !slices.Contains(titles, t) {
				titles = append(titles, t)
			}
		}
	}
	described := !slices.ContainsFunc(l.entries, func(e history.Entry) bool { return len(e.Changes) == 0 })
	switch {
	case len(titles) == 1 && described:
		return titles[0]
	case len(l.entries) == 1:
		e := l.entries[0]
		if e.Subprocessor() && e.Verb == history.Added {
			return e.Name.In(l.lang) + l.say(" anlitas som underbiträde", " is engaged as a sub-processor")
		}
		return e.Title.In(l.lang)
	case l.onlySubprocessors():
		return l.say("Ändringar bland våra underbiträden", "Changes to our sub-processors")
	}
	return l.say("Ändringar i hur vi behandlar personuppgifter", "Changes to how we process personal data")
}

func (l *letter) onlySubprocessors() bool {
	return !slices.ContainsFunc(l.entries, func(e history.Entry) bool { return !e.Subprocessor() })
}

// subject is the headline with who writes and from when it applies.
func (l *letter) subject() string {
	subject := l.set.Organisation.Name + ": " + l.headline()
	if day := l.applies(); day != "" {
		subject += l.say(", gäller från den ", ", applies from ") + record.DateText(day, l.lang)
	}
	return subject
}

// applies is the first day on which any of it applies.
func (l *letter) applies() record.Date {
	return earliest(l.days(func(e history.Entry) record.Date {
		if e.Ends() {
			return ""
		}
		return e.Applies()
	}))
}

// deadline is the first day by which a customer must have objected.
func (l *letter) deadline() record.Date { return earliest(l.days(history.Entry.Deadline)) }

// days are the days of each record: where a later version moved one, the later
// counts.
func (l *letter) days(of func(history.Entry) record.Date) map[string]record.Date {
	days := map[string]record.Date{}
	for _, e := range l.entries {
		if d := of(e); d != "" {
			days[e.Kind+"/"+e.Record] = d
		}
	}
	return days
}

func earliest(days map[string]record.Date) record.Date {
	if len(days) == 0 {
		return ""
	}
	return slices.Min(slices.Collect(maps.Values(days)))
}

func (l *letter) greet() {
	what := l.say("följande ändring", "the following change")
	if len(l.entries) > 1 {
		what = l.say("följande ändringar", "the following changes")
	}
	where := l.say(" i hur vi behandlar personuppgifter.", " to how we process personal data.")
	if l.onlySubprocessors() {
		where = l.say(" bland våra underbiträden.", " to our sub-processors.")
	}
	if slices.ContainsFunc(l.entries, history.Entry.Subprocessor) {
		l.para(l.say("Vi underrättar er härmed enligt artikel 28.2 i dataskyddsförordningen (GDPR) om ", "In accordance with Article 28(2) of the General Data Protection Regulation (GDPR), we hereby inform you of ") + what + where)
		return
	}
	l.para(l.say("Vi underrättar er härmed om ", "We hereby inform you of ") + what + where)
}

// change tells one entry, under what an editor called it. What the editor said
// of several entries is said once, before the first of them.
func (l *letter) change(e history.Entry, n int) {
	for _, c := range e.Changes {
		said := slices.ContainsFunc(l.entries[:n], func(before history.Entry) bool { return slices.Contains(before.Changes, c) })
		if said {
			continue
		}
		if title := c.Title.In(l.lang); title != l.headline() {
			l.heading("h2", title)
		}
		l.fact(l.say("Varför", "Why"), c.Why.In(l.lang))
		l.fact(l.say("Vad ni kan göra", "What you can do"), c.Options.In(l.lang))
	}
	if title := e.Title.In(l.lang); title != l.headline() {
		l.heading("h2", title)
	}
	l.tell(e)
}

// objection says until when and how a customer objects.
func (l *letter) objection() {
	if l.deadline() == "" {
		return
	}
	l.heading("h2", l.say("Om ni vill invända", "If you wish to object"))
	deadlines := l.days(history.Entry.Deadline)
	var days []string
	for _, e := range l.entries {
		if d := deadlines[e.Kind+"/"+e.Record]; d != "" && d == e.Deadline() {
			days = append(days, e.Name.In(l.lang)+": "+l.say("sista dag att invända är den ", "the last day to object is ")+record.DateText(d, l.lang))
		}
	}
	if len(days) == 1 {
		l.para(l.say("Sista dag att invända är den ", "The last day to object is ") + record.DateText(l.deadline(), l.lang) + ".")
	} else {
		l.list(days)
	}
	l.para(l.how())
}

// how is the way to object: as the processor terms say, else by writing to us.
func (l *letter) how() string {
	if t := l.set.Organisation.ProcessorTerms; t != nil && t.Objection.In(l.lang) != "" {
		return t.Objection.In(l.lang)
	}
	if address := mailbox(l.set); address != "" {
		return l.say("Invänd skriftligen till ", "Object in writing to ") + address + l.say(" och ange skälen.", " and state your reasons.")
	}
	return l.say("Invänd skriftligen och ange skälen.", "Object in writing and state your reasons.")
}

// otherwise says what happens when nobody objects.
func (l *letter) otherwise() {
	text := l.consequence()
	if l.deadline() != "" {
		l.heading("h2", l.say("Om ni inte invänder", "If you do not object"))
	} else {
		l.heading("h2", l.say("Vad som händer sedan", "What happens next"))
	}
	l.para(text)
}

func (l *letter) consequence() string {
	day := record.DateText(l.applies(), l.lang)
	switch {
	case l.applies() == "":
		return l.say("Ni behöver inte göra något.", "You do not have to do anything.")
	case l.deadline() == "":
		return l.say("Ändringen gäller från den ", "The change applies from ") + day + l.say(". Ni behöver inte göra något.", ". You do not have to do anything.")
	case len(l.days(history.Entry.Applies)) == 1 && l.entries[0].Verb == history.Added:
		name := l.entries[0].Name.In(l.lang)
		return l.say("Har ni inte invänt i tid får ", "If you have not objected in time, ") + name + l.say(" uppgifter från den ", " will receive data from ") + day + l.say(". Ni behöver inte göra något mer.", ". You do not have to do anything else.")
	}
	return l.say("Har ni inte invänt i tid gäller ändringen från den ", "If you have not objected in time, the change applies from ") + day + l.say(". Ni behöver inte göra något mer.", ". You do not have to do anything else.")
}

// last is the first entry of the newest version, the one that the letter speaks of.
func (l *letter) last() history.Entry {
	newest := l.entries[len(l.entries)-1].Version
	return l.entries[slices.IndexFunc(l.entries, func(e history.Entry) bool { return e.Version == newest })]
}

// proof is where to read on, and what proves later what was said.
func (l *letter) proof() {
	e := l.last()
	l.heading("h2", l.say("Läs mer", "Read more"))
	if l.place.BaseURL != "" {
		l.add("p", piece{"", l.say("Ändringen på vår webbplats: ", "The change on our website: ")}, piece{"a", l.place.entry(e, l.lang, l.set.Organisation)})
	}
	l.para(l.say("Ändringen finns i version ", "The change is in version ") + e.Version + l.say(", vars kontrollsumma (SHA-256) är ", ", whose digest (SHA-256) is ") + e.Digest +
		l.say(". Spara den, så kan ni alltid visa vad vi har uppgett.", ". Keep it, and you can always show what we stated."))
}

// sender is who writes.
func (l *letter) sender() {
	lines := []string{l.set.Organisation.Name}
	if c := l.set.Controller(); c != nil {
		lines = []string{c.Label(l.lang)}
		if c.OrgNumber != "" {
			lines[0] += ", " + l.say("org.nr ", "company reg. no. ") + record.OrgNumber(c.OrgNumber)
		}
	}
	lines = append(lines, mailbox(l.set))
	l.para(join("\n", lines...))
}

// mailbox is where an answer is sent: the contact for rights, the controller's
// own address, or the data protection officer's.
func mailbox(set *record.Set) string {
	c := set.Controller()
	if c == nil {
		return ""
	}
	list := []string{c.Email}
	if c.RightsContact != nil {
		list = append([]string{c.RightsContact.Email}, list...)
	}
	if c.DPO != nil {
		list = append(list, c.DPO.Email)
	}
	return cmp.Or(list...)
}

// LetterColumns are the columns of Letters.
func LetterColumns() []Column {
	return []Column{
		{Name: "language", Type: Text, Label: diag.Say("Språk", "Language"), Doc: diag.Say("Brevets språk (BCP 47).", "The letter's language (BCP 47).")},
		{Name: "subject", Type: Text, Label: diag.Say("Ämne", "Subject"), Doc: diag.Say("Ämnesraden.", "The subject line.")},
		{Name: "changes", Type: List, Label: diag.Say("Ändringar", "Changes"), Doc: diag.Say("Vad som ändras.", "What changes.")},
		{Name: "services", Type: List, Label: diag.Say("Tjänster", "Services"), Doc: diag.Say("Tjänsterna som berörs.", "The services concerned.")},
		{Name: "applies_from", Type: Date, Label: diag.Say("Gäller från", "Applies from"), Doc: diag.Say("Första dagen som något av det gäller.", "The first day on which any of it applies.")},
		{Name: "object_by", Type: Date, Label: diag.Say("Sista dag att invända", "Last day to object"), Doc: diag.Say("Den tidigaste, om det finns flera.", "The earliest, where there are several.")},
		{Name: "how_to_object", Type: Text, Label: diag.Say("Hur man invänder", "How to object"), Doc: diag.Say("Enligt biträdesvillkoren.", "As the processor terms say.")},
		{Name: "otherwise", Type: Text, Label: diag.Say("Annars", "Otherwise"), Doc: diag.Say("Vad som händer om ingen invänder.", "What happens when nobody objects.")},
		{Name: "link", Type: Text, Label: diag.Say("Länk", "Link"), Doc: diag.Say("Ändringen på webbplatsen.", "The change on the website.")},
		{Name: "version", Type: Text, Label: diag.Say("Version", "Version"), Doc: diag.Say("Versionen som ändringen finns i.", "The version that holds the change.")},
		{Name: "digest", Type: Text, Label: diag.Say("Kontrollsumma", "Digest"), Doc: diag.Say("Versionens kontrollsumma (SHA-256).", "The version's digest (SHA-256).")},
		{Name: "text", Type: Text, Label: diag.Say("Brevet", "The letter"), Doc: diag.Say("Hela brevet som text.", "The whole letter as text.")},
	}
}

// Letters writes letters as rows for mail merge.
func Letters(letters []Letter) []byte {
	t := Table{Name: "letters", Columns: LetterColumns()}
	for _, l := range letters {
		t.Rows = append(t.Rows, l.Row)
	}
	return CSV(t)
}

func (l *letter) row(out Letter) []any {
	var titles, services []string
	for _, e := range l.entries {
		titles = append(titles, oneLine(e.Title.In(l.lang)))
		services = append(services, e.Services...)
	}
	slices.Sort(services)
	how, link := "", ""
	if l.deadline() != "" {
		how = l.how()
	}
	if l.place.BaseURL != "" {
		link = l.place.entry(l.last(), l.lang, l.set.Organisation)
	}
	return []any{
		l.lang, out.Subject, list(titles), list(slices.Compact(services)), text(string(l.applies())), text(string(l.deadline())),
		text(how), l.consequence(), text(link), l.last().Version, l.last().Digest, strings.TrimSpace(out.Text),
	}
}
