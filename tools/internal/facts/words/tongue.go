package words

import (
	"cmp"
	"html/template"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/collate"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/page"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// NBSP keeps a number and its unit on one line.
const NBSP = "\u00a0"

// Text is what an editor wrote, in the page's language.
type Text string

// Paragraphs splits a text where its writer left a line empty.
func (t Text) Paragraphs() []string {
	var list []string
	for _, p := range emptyLine.Split(string(t), -1) {
		if p = strings.TrimSpace(p); p != "" {
			list = append(list, p)
		}
	}
	return list
}

var emptyLine = regexp.MustCompile(`\n[ \t]*\n`)

// Capital is the text as it begins a line.
func (t Text) Capital() string { return diag.Capital(string(t)) }

// Word is a choice as a reader meets it.
type Word struct {
	Code string // as in the record; for class names and comparisons
	Text string
	Law  string // the provision, where the choice is one of law
}

// Capital is the word as it begins a line.
func (w Word) Capital() string { return diag.Capital(w.Text) }

// Day is a day for programs and for people.
type Day struct {
	ISO    string // 2026-03-01; empty when there is no day
	Text   string // 1 March 2026
	Coming bool   // it lies after the day that the site speaks of
}

// Ref leads to a record on a page. URL is empty when no page of the site shows
// the record.
type Ref struct {
	Name string
	URL  string // from the root of the host, with the record's anchor
	From Day    // of a recipient that is yet to come, the day when it does
	To   Day    // of one that is to leave, its last day
}

// Link is an address with its words.
type Link struct {
	Href template.URL
	Text string
	Lang string // the language of what it leads to, where that is another one
	Out  bool   // it leads out of the site
}

// linkTo is safe whatever the record holds: an address that is none of https, mail
// and telephone, which the check refuses, leads nowhere.
func linkTo(url, text string) *Link {
	l := &Link{Text: cmp.Or(text, bare(url)), Out: strings.HasPrefix(url, "https://")}
	if l.Out || strings.HasPrefix(url, "mailto:") || strings.HasPrefix(url, "tel:") {
		l.Href = template.URL(value.Wire(url))
	}
	return l
}

// Phone is a telephone number, to be read and to be called.
type Phone struct {
	Text string       // 08-657 61 00 in Swedish, +46 8 657 61 00 otherwise
	Href template.URL // tel:+4686576100
}

// Address is a postal or visiting address.
type Address struct {
	Street   string
	Postcode string
	City     string
	Country  string // left out where it is the organisation's own
}

// Tongue says facts in one language, as they stand on a day.
type Tongue struct {
	Set    *record.Set
	Lang   string
	AsOf   value.Date
	words  map[string]string
	order  *collate.Collator
	Absent map[string]bool
	at     map[string]string // addresses of pages

	Successors map[string][]string // ids of the recipients that replace one
}

func NewTongue(set *record.Set, lang string, asOf value.Date, words map[string]string, absent map[string]bool, at map[string]string) *Tongue {
	t := &Tongue{Set: set, Lang: lang, AsOf: asOf, words: words, Absent: absent, at: at,
		order:      record.Alphabet(),
		Successors: map[string][]string{}}
	for _, r := range set.Recipients {
		if r.Replaces != "" {
			t.Successors[r.Replaces] = append(t.Successors[r.Replaces], r.ID)
		}
	}
	return t
}

func (t *Tongue) Text(s record.Text) Text {
	return Text(Typeset(t.Lang, strings.TrimSpace(s.In(t.Lang))))
}

func (t *Tongue) Texts(list []record.Text) []Text {
	var out []Text
	for _, s := range list {
		if text := t.Text(s); text != "" {
			out = append(out, text)
		}
	}
	return out
}

func (t *Tongue) Choice(list, code string) Word {
	if code == "" {
		return Word{}
	}
	w := Word{Code: code, Text: cmp.Or(t.words[ChoiceKey(list, code)], value.ChoiceName(list, code, t.Lang))}
	for _, c := range value.Choices(list) {
		if c.Code == code {
			w.Law = t.Provision(c.Law)
		}
	}
	return w
}

func (t *Tongue) Choices(list string, codes []string) []Word {
	var out []Word
	for _, code := range codes {
		out = append(out, t.Choice(list, code))
	}
	return out
}

func (t *Tongue) Day(d value.Date) Day {
	if d == "" {
		return Day{}
	}
	return Day{ISO: string(d), Text: strings.Replace(t.written(d), " ", NBSP, 1), Coming: d > t.AsOf}
}

var numberAndUnit = regexp.MustCompile(`(\d) `)

func (t *Tongue) Period(p value.Period) string {
	if p == "" {
		return ""
	}
	text := value.PeriodText(p, t.Lang)
	if and := t.words["list_and"]; and != "" {
		text = p.Words(t.count, and)
	}
	return numberAndUnit.ReplaceAllString(text, "${1}"+NBSP)
}

func (t *Tongue) Country(c value.Country) string {
	if c == "" {
		return ""
	}
	return cmp.Or(t.words[CountryKey(string(c))], value.CountryName(string(c), t.Lang))
}

func (t *Tongue) Countries(codes []value.Country) []string {
	var names []string
	for _, c := range codes {
		if name := t.Country(c); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func (t *Tongue) Address(a *record.Address, home value.Country) *Address {
	if a == nil {
		return nil
	}
	out := &Address{Street: a.Street, Postcode: a.PostalCode, City: a.City}
	if a.Country != home {
		out.Country = t.Country(a.Country)
	}
	return out
}

// Local picks an address in the page's language, else in English, else in the
// first language there is, and says which it was.
func (t *Tongue) Local(urls record.Addresses) *Link {
	for _, lang := range slices.Concat([]string{t.Lang, "en"}, sorted(urls)) {
		if url := urls[lang]; url != "" {
			l := linkTo(url, "")
			if lang != t.Lang {
				l.Lang = lang
			}
			return l
		}
	}
	return nil
}

func Web(url string) *Link {
	if url == "" {
		return nil
	}
	return linkTo(url, "")
}

// bare is an address as people write it.
func bare(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		_, rest, _ = strings.Cut(url, ":")
	}
	return strings.TrimSuffix(rest, "/")
}

func (t *Tongue) Links(list []record.Link) []Link {
	var out []Link
	for _, l := range list {
		out = append(out, *linkTo(l.URL, string(t.Text(l.Label))))
	}
	return out
}

// Shown leads to a record, unless the page that shows it is left out.
func (t *Tongue) Shown(name, page, anchor string) Ref {
	if t.Absent[page] || t.at[page] == "" {
		return Ref{Name: name}
	}
	return Ref{Name: name, URL: t.at[page] + "#" + anchor}
}

// Ref leads to the record of a kind with an id. An id that leads nowhere is the
// business of the check; here it is shown as it is.
func (t *Tongue) Ref(kind, id string) Ref {
	e := t.Set.Find(kind, id)
	if e == nil {
		return Ref{Name: id}
	}
	switch v := e.Value.(type) {
	case *record.Recipient:
		where := page.Recipients
		if v.IsSubprocessor() {
			where = page.Subprocessors
		}
		ref := t.Shown(Typeset(t.Lang, v.Label(t.Lang)), where, v.ID)
		switch v.Status(t.AsOf) {
		case record.Upcoming:
			ref.From = t.Day(v.Effective)
		case record.Current:
			ref.To = t.Day(v.Ended)
		}
		return ref
	case *record.Activity:
		return t.Shown(v.Label(t.Lang), page.Processing, v.ID)
	case *record.Retention:
		return t.Shown(v.Label(t.Lang), page.Retention, v.ID)
	case *record.Measure:
		return t.Shown(v.Label(t.Lang), page.Security, v.ID)
	}
	return Ref{Name: e.Value.Label(t.Lang)}
}

func (t *Tongue) Refs(kind string, ids []string) []Ref {
	var list []Ref
	for _, id := range ids {
		list = append(list, t.Ref(kind, id))
	}
	By(t, list, func(r Ref) string { return r.Name })
	return list
}

// By sorts in Swedish order, where å, ä and ö come last. Things with the same
// name keep the order of their ids, in which records are read.
func By[T any](t *Tongue, list []T, name func(T) string) {
	slices.SortStableFunc(list, func(a, b T) int { return t.order.CompareString(name(a), name(b)) })
}

// Between writes a range of periods, with the unit once where it is the same: 14–35
// days, and 6 months – 2 years.
func Between(least, most string) string {
	n, unit, ok := strings.Cut(least, NBSP)
	m, other, _ := strings.Cut(most, NBSP)
	if ok && unit == other {
		return n + "–" + m + NBSP + unit
	}
	return least + " – " + most
}

// Provision writes "GDPR Art. 6(1)(f)" as the language does, artikel 6.1 f i GDPR,
// with what belongs together on one line.
func (t *Tongue) Provision(law string) string {
	return diag.ProvisionIn(law, t.Lang, func(numbers string) string {
		numbers = letterAfter.ReplaceAllString(numbers, NBSP+"$1")
		return strings.Replace(t.Say("law_article", "article", numbers), " ", NBSP, 1)
	})
}

var letterAfter = regexp.MustCompile(` ([a-z])\b`)

func sorted[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
