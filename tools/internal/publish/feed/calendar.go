package feed

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/change"
	"tillit/tools/internal/history/version"
)

// event is a day that matters to customers: the first on which a sub-processor
// gets data, or the last on which they can object to it.
type event struct {
	what      string // begin or object
	recipient string // the id that it first had, which names the event for good
	name      diag.Text
	services  []string
	day       value.Date
	sequence  int       // how often the day was moved, or the event called off
	told      time.Time // when the version was issued that said so last
	cancelled bool
}

const (
	begin    = "begin"
	objectBy = "object"
)

// diary follows the events through the issued versions.
type diary struct {
	events map[string]*event
	first  map[string]string // the id that a recipient first had
}

// newDiary reads the events from the first version and all that changed since.
// Entries come newest first.
func newDiary(start change.Snapshot, v *version.Version, entries []change.Entry) []*event {
	d := diary{map[string]*event{}, map[string]string{}}
	for id, fields := range start.Records["recipient"] {
		str := func(key string) value.Date { s, _ := fields[key].(string); return value.Date(s) }
		if str("kind") != "subprocessor" {
			continue
		}
		e := change.Entry{Record: id, Issued: v.Effective, Moment: v.Issued, Effective: str("effective"), ObjectBy: str("object_by")}
		e.Name = diag.Text{SV: start.Name("recipient", id, "sv"), EN: start.Name("recipient", id, "en")}
		if ids, ok := fields["services"].([]any); ok {
			for _, s := range ids {
				key, _ := s.(string)
				e.Services = append(e.Services, start.Name("service", key, "sv"))
			}
			slices.Sort(e.Services)
		}
		d.note(e)
	}
	for _, e := range slices.Backward(entries) {
		if e.Kind != "recipient" || !e.Subprocessor() {
			continue
		}
		if e.From != "" {
			d.first[e.Record] = cmp.Or(d.first[e.From], e.From)
		}
		if e.Verb == change.Removed || e.Role != "subprocessor" {
			e.Effective, e.ObjectBy = "", ""
		}
		d.note(e)
	}
	return slices.SortedFunc(maps.Values(d.events), func(a, b *event) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.uid(), b.uid()))
	})
}

func (d diary) note(e change.Entry) {
	d.set(begin, e, e.Effective)
	d.set(objectBy, e, e.ObjectBy)
}

// set puts down what a version says of an event. A day that is no longer said is
// called off when it had not come; what has happened stays.
func (d diary) set(what string, e change.Entry, day value.Date) {
	id := cmp.Or(d.first[e.Record], e.Record)
	ev := d.events[what+"/"+id]
	if ev == nil {
		if day.Valid() {
			d.events[what+"/"+id] = &event{what: what, recipient: id, name: e.Name, services: e.Services, day: day, told: e.Began()}
		}
		return
	}
	switch {
	case !day.Valid():
		if ev.cancelled || ev.day <= e.Issued {
			return
		}
		ev.cancelled = true
		ev.sequence++
	case ev.cancelled || ev.day != day:
		ev.cancelled, ev.day = false, day
		ev.sequence++
	case ev.name == e.Name && slices.Equal(ev.services, e.Services):
		return
	}
	ev.name, ev.services, ev.told = e.Name, e.Services, e.Began()
}

func (ev *event) uid() string { return ev.what + "-" + ev.recipient }

// summary is the event in words, as it stands in a calendar among others.
func (ev *event) summary(f feed) string {
	if ev.cancelled { // programs that do not know the status show the words
		words := diag.Say("Inställt: ", "Cancelled: ")
		held := *ev
		held.cancelled = false
		return f.place.Words.In(f.lang, words) + held.summary(f)
	}
	words := diag.Say(" får uppgifter som underbiträde till ", " gets data as a sub-processor of ")
	if ev.what == objectBy {
		words = diag.Say(": sista dag att invända hos ", ": last day to object to ")
	}
	return ev.name.In(f.lang) + f.place.Words.In(f.lang, words) + f.org.Name
}

func (ev *event) description(f feed, o *record.Organisation) string {
	var parts []string
	if len(ev.services) > 0 {
		parts = append(parts, f.say("Berörda tjänster: ", "Services concerned: ")+strings.Join(ev.services, ", ")+".")
	}
	if o.ProcessorTerms != nil && ev.what == objectBy {
		parts = append(parts, o.ProcessorTerms.Objection.In(f.lang))
	}
	return diag.Join("\n\n", parts...)
}

// calendar writes the events as iCalendar (RFC 5545), each for a whole day, so
// that no time zone can move it.
func calendar(f feed, events []*event, set *record.Set) []byte {
	var w icsWriter
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//Tillit//Tillit//"+strings.ToUpper(f.lang[:min(2, len(f.lang))]))
	w.line("CALSCALE", "GREGORIAN")
	title := f.org.Name + ": " + f.say("underbiträden", "sub-processors")
	w.text("NAME", title)
	w.text("X-WR-CALNAME", title)
	w.text("DESCRIPTION", f.subtitle())
	w.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
	if f.place.BaseURL != "" {
		w.line("SOURCE;VALUE=URI", f.place.url(f.path("ics")))
	}
	for _, ev := range events {
		told := ev.told.UTC().Format("20060102T150405Z")
		w.line("BEGIN", "VEVENT")
		w.text("UID", ev.uid()+"@"+f.tag.authority)
		w.line("DTSTAMP", told)
		w.line("LAST-MODIFIED", told)
		w.line("SEQUENCE", strconv.Itoa(ev.sequence))
		w.line("DTSTART;VALUE=DATE", icsDay(ev.day))
		w.line("DTEND;VALUE=DATE", icsDay(ev.day.Add(1))) // the first day that is not in it
		status := "CONFIRMED"
		if ev.cancelled {
			status = "CANCELLED"
		}
		w.line("STATUS", status)
		w.line("TRANSP", "TRANSPARENT")
		w.text("SUMMARY", ev.summary(f))
		if text := ev.description(f, set.Organisation); text != "" {
			w.text("DESCRIPTION", text)
		}
		if f.place.BaseURL != "" {
			w.line("URL", f.place.page(page.Subprocessors, f.lang, f.org))
		}
		w.line("END", "VEVENT")
	}
	w.line("END", "VCALENDAR")
	return []byte(w.String())
}

func icsDay(d value.Date) string { return d.Time().Format(strings.ReplaceAll(time.DateOnly, "-", "")) }

// icsWriter writes content lines: folded after 75 octets, ended by CR LF.
type icsWriter struct{ strings.Builder }

// text is a line whose value is free text.
func (w *icsWriter) text(name, value string) {
	w.line(name, strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`, "\t", " ").Replace(strings.TrimSpace(clean(value))))
}

func (w *icsWriter) line(name, value string) {
	const most = 75
	line := name + ":" + value
	for room := most; len(line) > room; room = most - 1 { // the space that begins a folded line counts
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		w.WriteString(line[:cut] + "\r\n ")
		line = line[cut:]
	}
	w.WriteString(line + "\r\n")
}
