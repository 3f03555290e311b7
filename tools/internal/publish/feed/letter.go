package feed

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/publish/list"
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
	Row      []any  // for mail merge: a cell for each of letterColumns
}

// letter is what is known while a letter is written.
type letter struct {
	paper
	set     *record.Set
	place   Place
	entries []change.Entry // oldest first
}

// NewLetter writes the letter about some entries. Nothing in it depends on the
// day on which it is written: days, version and digest are those of the entries.
func NewLetter(entries []change.Entry, set *record.Set, lang string, place Place) Letter {
	l := letter{paper: paper{Lang: lang}, set: set, place: place, entries: slices.Clone(entries)}
	slices.SortStableFunc(l.entries, change.ByVersion)
	subject := oneLine(l.subject())
	l.Heading("h1", l.headline())
	l.greet()
	for i, e := range l.entries {
		l.change(e, i)
	}
	l.objection()
	l.otherwise()
	l.proof()
	l.sender()

	out := Letter{Language: lang, Subject: subject, Text: l.Text()}
	out.HTML = "<!doctype html>\n<html lang=\"" + lang + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + piece{"", subject}.HTML() + "</title>\n</head>\n<body>\n" + l.HTML() + "</body>\n</html>\n"
	out.EML = l.eml(out)
	out.Row = list.Cells(letterColumns(), addressed{Of: mailing{&l, out.Subject, out.Text}, Lang: lang})
	return out
}

// headline is what the letter is about in a few words: the heading that an
// editor gave, else what changed.
func (l *letter) headline() string {
	var titles []string
	for _, e := range l.entries {
		for _, c := range e.Changes {
			if t := c.Title.In(l.Lang); t != "" && !slices.Contains(titles, t) {
				titles = append(titles, t)
			}
		}
	}
	described := !slices.ContainsFunc(l.entries, func(e change.Entry) bool { return len(e.Changes) == 0 })
	switch {
	case len(titles) == 1 && described:
		return titles[0]
	case len(l.entries) == 1:
		return l.entries[0].Sentence().In(l.Lang)
	case l.onlySubprocessors():
		return l.Say("Ändringar bland våra underbiträden", "Changes to our sub-processors")
	}
	return l.Say("Ändringar i hur vi behandlar personuppgifter", "Changes to how we process personal data")
}

func (l *letter) onlySubprocessors() bool {
	return !slices.ContainsFunc(l.entries, func(e change.Entry) bool { return !e.Subprocessor() })
}

// subject is the headline with who writes and from when it applies.
func (l *letter) subject() string {
	subject := l.set.Organisation.Name + ": " + l.headline()
	if day := l.applies(); day != "" && !strings.Contains(subject, value.DateText(day, l.Lang)) {
		subject += l.Say(", gäller från den ", ", applies from ") + value.DateText(day, l.Lang)
	}
	return subject
}

// applies is the first day on which any of it applies.
func (l *letter) applies() value.Date {
	return earliest(l.days(func(e change.Entry) value.Date {
		if e.Ends() || e.Stage() == change.Withdrawn {
			return ""
		}
		return e.Applies()
	}))
}

// deadline is the first day by which a customer must have objected.
func (l *letter) deadline() value.Date { return earliest(l.days(change.Entry.Deadline)) }

// days are the days of each record: where a later version moved one, the later
// counts.
func (l *letter) days(of func(change.Entry) value.Date) map[string]value.Date {
	days := map[string]value.Date{}
	for _, e := range l.entries {
		if d := of(e); d != "" && !e.Dead() {
			days[e.Kind+"/"+e.Record] = d
		}
	}
	return days
}

func earliest(days map[string]value.Date) value.Date {
	if len(days) == 0 {
		return ""
	}
	return slices.Min(slices.Collect(maps.Values(days)))
}

func (l *letter) greet() {
	what := l.Say("följande ändring", "the following change")
	if len(l.entries) > 1 {
		what = l.Say("följande ändringar", "the following changes")
	}
	where := l.Say(" i hur vi behandlar personuppgifter.", " to how we process personal data.")
	if l.onlySubprocessors() {
		where = l.Say(" bland våra underbiträden.", " to our sub-processors.")
	}
	if slices.ContainsFunc(l.entries, change.Entry.Subprocessor) {
		l.Para(l.Say("Vi underrättar er härmed enligt artikel 28.2 i dataskyddsförordningen (GDPR) om ", "In accordance with Article 28(2) of the General Data Protection Regulation (GDPR), we hereby inform you of ") + what + where)
		return
	}
	l.Para(l.Say("Vi underrättar er härmed om ", "We hereby inform you of ") + what + where)
}

// change tells one entry, under what an editor called it. What the editor said
// of several entries is said once, before the first of them.
func (l *letter) change(e change.Entry, n int) {
	for _, c := range e.Changes {
		said := slices.ContainsFunc(l.entries[:n], func(before change.Entry) bool { return slices.Contains(before.Changes, c) })
		if said {
			continue
		}
		if title := c.Title.In(l.Lang); title != l.headline() {
			l.Heading("h2", title)
		}
		l.Fact(l.Say("Varför", "Why"), c.Why.In(l.Lang))
		l.Fact(l.Say("Vad ni kan göra", "What you can do"), c.Options.In(l.Lang))
	}
	if title := e.Sentence().In(l.Lang); title != l.headline() {
		l.Heading("h2", title)
	}
	l.tell(e)
}

// objection says until when and how a customer objects.
func (l *letter) objection() {
	if l.deadline() == "" {
		return
	}
	l.Heading("h2", l.Say("Om ni vill invända", "If you wish to object"))
	deadlines := l.days(change.Entry.Deadline)
	var days []string
	for _, e := range l.entries {
		if d := deadlines[e.Kind+"/"+e.Record]; d != "" && d == e.Deadline() {
			days = append(days, e.Name.In(l.Lang)+": "+l.Say("sista dag att invända är den ", "the last day to object is ")+value.DateText(d, l.Lang))
		}
	}
	if len(days) == 1 {
		l.Para(l.Say("Sista dag att invända är den ", "The last day to object is ") + value.DateText(l.deadline(), l.Lang) + ".")
	} else {
		l.List(days)
	}
	l.Para(l.how())
}

// how is the way to object: as the processor terms say, else by writing to us.
func (l *letter) how() string {
	if t := l.set.Organisation.ProcessorTerms; t != nil && t.Objection.In(l.Lang) != "" {
		return t.Objection.In(l.Lang)
	}
	if address := mailbox(l.set); address != "" {
		return l.Say("Invänd skriftligen till ", "Object in writing to ") + address + l.Say(" och ange skälen.", " and state your reasons.")
	}
	return l.Say("Invänd skriftligen och ange skälen.", "Object in writing and state your reasons.")
}

// otherwise says what happens when nobody objects.
func (l *letter) otherwise() {
	text := l.consequence()
	if l.deadline() != "" {
		l.Heading("h2", l.Say("Om ni inte invänder", "If you do not object"))
	} else {
		l.Heading("h2", l.Say("Vad som händer sedan", "What happens next"))
	}
	l.Para(text)
}

func (l *letter) consequence() string {
	day := value.DateText(l.applies(), l.Lang)
	switch {
	case l.applies() == "":
		return l.Say("Ni behöver inte göra något.", "You do not have to do anything.")
	case l.deadline() == "":
		return l.Say("Ändringen gäller från den ", "The change applies from ") + day + l.Say(". Ni behöver inte göra något.", ". You do not have to do anything.")
	case len(l.days(change.Entry.Applies)) == 1 && l.entries[0].Verb == change.Added:
		name := l.entries[0].Name.In(l.Lang)
		return l.Say("Har ni inte invänt i tid får ", "If you have not objected in time, ") + name + l.Say(" uppgifter från den ", " will receive data from ") + day + l.Say(". Ni behöver inte göra något mer.", ". You do not have to do anything else.")
	}
	return l.Say("Har ni inte invänt i tid gäller ändringen från den ", "If you have not objected in time, the change applies from ") + day + l.Say(". Ni behöver inte göra något mer.", ". You do not have to do anything else.")
}

// last is the first entry of the newest version, the one that the letter speaks of.
func (l *letter) last() change.Entry {
	newest := l.entries[len(l.entries)-1].Version
	return l.entries[slices.IndexFunc(l.entries, func(e change.Entry) bool { return e.Version == newest })]
}

// proof is where to read on, and what proves later what was said.
func (l *letter) proof() {
	e := l.last()
	l.Heading("h2", l.Say("Läs mer", "Read more"))
	if link := l.link(); link != "" {
		l.Add("p", piece{"", l.Say("Ändringen på vår webbplats: ", "The change on our website: ")}, piece{"a", link})
	}
	l.Para(l.Say("Ändringen finns i version ", "The change is in version ") + e.Version + l.Say(", vars kontrollsumma (SHA-256) är ", ", whose digest (SHA-256) is ") + e.Digest +
		l.Say(". Spara den, så kan ni alltid visa vad vi har uppgett.", ". Keep it, and you can always show what we stated."))
}

// sender is who writes.
func (l *letter) sender() {
	lines := []string{l.set.Organisation.Name}
	if c := l.set.Controller(); c != nil {
		lines = []string{c.Label(l.Lang)}
		if c.OrgNumber != "" {
			lines[0] += ", " + l.Say("org.nr ", "company reg. no. ") + value.OrgNumber(c.OrgNumber)
		}
	}
	lines = append(lines, mailbox(l.set))
	l.Para(diag.Join("\n", lines...))
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

// File is a letter as the file of a format: html, eml, or else text with its subject first.
func (l Letter) File(format string) []byte {
	switch format {
	case "html":
		return []byte(l.HTML)
	case "eml":
		return l.EML
	}
	return []byte(l.Subject + "\n\n" + l.Text)
}
