package law

import (
	"cmp"
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// Duty is one thing that the law asks a site to tell. The tables of duties stand
// in a file for each source; docs/duties.md is made from them.
type Duty struct {
	ID       string    // never changed: "GDPR-13-1-c-basis"
	Article  string    // the provision, to the letter
	Title    diag.Text // what is to be told, in a few words
	Why      diag.Text // what it is for, in a sentence
	Profile  string
	Severity diag.Severity // of a gap, in strict mode
	Gentle   bool          // an error in strict mode, a warning otherwise
	Source   string
	Checked  value.Date // the day on which the source was read
	// ValidFrom and ValidTo are the first and the last day on which the duty
	// holds; empty where there is none.
	ValidFrom, ValidTo value.Date
	Fields             string   // where the answer is written
	Group              string   // the page of docs/rules/ that tells of it
	With               []string // other duties that the same fact answers

	lint   string // the mistake by whose name gaps are told, instead of the duty's own
	told   string // the rule of another package that tells of gaps, so that Check need not
	when   condition
	answer func(*facts) answer
}

// Duties returns the table of duties, in the order of the law.
func Duties() []Duty { return slices.Clone(duties) }

// Rule is how a gap is reported. What nobody has declared is one step less grave than
// what is known to be missing.
func (d Duty) Rule() diag.Rule {
	return diag.Rule{
		ID:    cmp.Or(d.told, d.lint, strings.ToLower(d.ID)),
		Group: d.Group, Severity: d.normal(), Milder: true, Title: d.Title, Law: d.Article,
	}
}

// normal is the severity of a gap outside of strict mode. What need not reach
// the public can be no reason to stop publication.
func (d Duty) normal() diag.Severity {
	if d.Severity == diag.Error && (d.Gentle || !Public(d.Profile)) {
		return diag.Warning
	}
	return d.Severity
}

// Public tells whether the duties of a profile are owed to the public: the pages
// themselves must answer them.
func Public(profile string) bool {
	switch profile {
	case "notice", "cookies", "company", "cloud":
		return true
	}
	return false
}

// holds tells whether a duty is in force on a day.
func (d Duty) holds(asOf value.Date) bool {
	return !asOf.Before(d.ValidFrom) && !d.ValidTo.Before(asOf)
}

// defaultProfiles are owed by whoever claims none.
var defaultProfiles = []string{"notice", "cookies", "company"}

// duties is the whole table. Nobody outside can reach it to change it.
var duties = slices.Concat(
	table("notice", gdpr, article12),
	table("notice", gdpr, article13),
	table("notice", gdpr, article14),
	table("notice", gdpr, articles5to11),
	table("notice", gdpr, articles21to37),
	table("processor", gdpr, article28),
	table("processor", gdpr, article30As2),
	table("ropa", gdpr, article30As1),
	table("security", gdpr, articles32to34),
	table("notice", gdpr, articles44to49),
	table("notice", gdpr, articles77to79),
	table("notice", dataskyddslagen, sweden),
	table("notice", wp260, guidelines),
	table("processor", scc914, standardClauses),
	table("cloud", dataAct, cloud),
)

// source is where a duty is written, and since when it holds.
type source struct {
	name string
	from value.Date
}

var (
	gdpr            = source{"Regulation (EU) 2016/679 (GDPR)", "2018-05-25"}
	dataskyddslagen = source{"Lag (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning", "2018-05-25"}
	remedyOf2025    = source{"Lag (2018:218) 6 kap. 8 § och 7 kap. 3 a §, genom lag (2025:256)", "2025-05-01"}
	lek             = source{"Lag (2022:482) om elektronisk kommunikation", "2022-06-03"}
	bookkeeping     = source{"Bokföringslag (1999:1078)", "2011-01-01"}
	limitation      = source{"Preskriptionslag (1981:130)", "1982-01-01"}
	companies       = source{"Aktiebolagslag (2005:551)", "2006-01-01"}
	commerce        = source{"Lag (2002:562) om elektronisk handel", "2002-07-01"}
	orgNumbers      = source{"Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.", "1975-01-01"}
	wp260           = source{"WP260 rev.01, guidelines on transparency", "2018-05-25"}
	edpb07          = source{"EDPB Guidelines 07/2020", "2021-07-07"}
	edpb22          = source{"EDPB Opinion 22/2024", "2024-10-07"}
	scc914          = source{"Decision (EU) 2021/914", "2021-06-27"}
	scc915          = source{"Decision (EU) 2021/915", "2021-06-27"}
	dataAct         = source{"Regulation (EU) 2023/2854 (Data Act)", "2025-09-12"}
)

// table fills in what the duties of a table have in common.
func table(profile string, s source, list []Duty) []Duty {
	for i := range list {
		d := &list[i]
		if d.Profile == "" {
			d.Profile = profile
		}
		if d.Group == "" {
			d.Group = groupOf(*d)
		}
		d.With = together[d.ID]
		if d.Source == "" {
			d.Source, d.ValidFrom = s.name, s.from
		}
		if d.Checked == "" {
			d.Checked = "2026-11-21"
		}
	}
	return list
}

// groupOf is the page of docs/rules/ that tells of a duty: that of the facts which
// answer it, or of those to whom it is owed.
func groupOf(d Duty) string {
	switch {
	case strings.HasPrefix(d.Fields, "recipients: transfer"):
		return "transfers"
	case d.Profile == "processor" || d.Profile == "cloud":
		return "processor"
	case d.Profile == "cookies":
		return "cookies"
	}
	for _, a := range answers {
		if strings.HasPrefix(d.Fields, a.fields) {
			return a.group
		}
	}
	return "pages"
}

// answers are the pages of docs/rules/ by where an answer is written, first the
// exceptions. What no field can tell is told with the pages.
var answers = []struct{ fields, group string }{
	{"activities: recipients", "recipients"},
	{"activities: retention", "retention"},
	{"controllers: rights_contact", "rights"},
	{"organisation: audience_countries", "rights"},
	{"organisation: authority", "rights"},
	{"organisation: incident", "security"},
	{"organisation: requests", "rights"},
	{"activities", "purposes"},
	{"authorities", "rights"},
	{"certifications", "security"},
	{"changes", "versions"},
	{"controllers", "organisation"},
	{"data[]", "purposes"},
	{"declarations", "purposes"},
	{"measures", "security"},
	{"organisation", "organisation"},
	{"recipients", "recipients"},
	{"retention", "retention"},
	{"rights", "rights"},
	{"services", "purposes"},
}

// by gives a duty a source of its own.
func (d Duty) by(s source) Duty {
	d.Source, d.ValidFrom = s.name, s.from
	return d
}
