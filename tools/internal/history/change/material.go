package change

import (
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
)

// Reason is why a change is material: somebody must be told of it before it
// applies. The reasons are listed in docs/versions.md, by their ids.
type Reason struct {
	ID   string    `json:"id"`
	Text diag.Text `json:"text"`
	Law  string    `json:"law"`
}

// Reasons are all reasons for which a change is material.
func Reasons() []Reason { return slices.Clone(material) }

var material = []Reason{
	{"recipient-added", diag.Text{SV: "en ny mottagare", EN: "a new recipient"}, "GDPR Art. 13(1)(e), 28(2)"},
	{"recipient-name", diag.Text{SV: "mottagarens firma", EN: "the recipient's legal name"}, "GDPR Art. 28(2)"},
	{"recipient-org-number", diag.Text{SV: "mottagarens organisationsnummer", EN: "the recipient's organisation number"}, "GDPR Art. 28(2)"},
	{"recipient-location", diag.Text{SV: "var mottagaren behandlar uppgifter", EN: "where the recipient processes data"}, "GDPR Art. 13(1)(f), 28(2)"},
	{"recipient-transfer", diag.Text{SV: "överföring till tredjeland", EN: "the transfer to a third country"}, "GDPR Art. 13(1)(f), 44"},
	{"recipient-purpose", diag.Text{SV: "varför mottagaren får uppgifter", EN: "why the recipient gets data"}, "GDPR Art. 13(1)(c), 28(3)"},
	{"recipient-data", diag.Text{SV: "vilka uppgifter mottagaren får", EN: "which data the recipient gets"}, "GDPR Art. 14(1)(d), 28(3)"},
	{"activity-purpose", diag.Text{SV: "ett nytt ändamål", EN: "a new purpose"}, "GDPR Art. 13(3)"},
	{"activity-basis", diag.Text{SV: "en ny rättslig grund", EN: "a new legal basis"}, "GDPR Art. 13(1)(c)"},
	{"activity-recipient", diag.Text{SV: "en ny mottagare i en behandling", EN: "a new recipient of an activity"}, "GDPR Art. 13(1)(e)"},
	{"retention-longer", diag.Text{SV: "längre lagringstid", EN: "a longer retention period"}, "GDPR Art. 13(2)(a)"},
}

// reasons tells why a change is material.
func reasons(c Change, renamed map[string]string) []Reason {
	ids := map[string]bool{}
	switch c.Kind {
	case "recipient":
		recipientReasons(c, ids)
	case "activity":
		activityReasons(c, renamed, ids)
	case "retention":
		ids["retention-longer"] = c.Verb != Added && c.Verb != Removed && longer(c.old, c.new)
	}
	var list []Reason
	for _, r := range material {
		if ids[r.ID] {
			list = append(list, r)
		}
	}
	return list
}

func recipientReasons(c Change, ids map[string]bool) {
	if c.Verb == Added {
		ids["recipient-added"] = true
		return
	}
	if c.Verb == Removed {
		return // nobody gets more than before
	}
	for _, f := range c.Fields {
		switch f.Path[0] {
		case "legal_name":
			ids["recipient-name"] = true
		case "org_number", "foreign_registration":
			ids["recipient-org-number"] = true
		case "locations", "country":
			ids["recipient-location"] = true
		case "transfer":
			// That somebody looked again is no change of what was found.
			looked := len(f.Path) > 1 && (f.Path[1] == "dpf_checked_on" || f.Path[1] == "tia_on")
			ids["recipient-transfer"] = ids["recipient-transfer"] || !looked
		case "purposes":
			ids["recipient-purpose"] = true
		case "data":
			ids["recipient-data"] = true
		}
	}
}

// activityReasons takes a recipient under a new id, from which renamed leads to the
// old one, for the recipient that it is.
func activityReasons(c Change, renamed map[string]string, ids map[string]bool) {
	if c.Verb == Removed {
		return
	}
	before, after := purposes(c.old), purposes(c.new)
	for id, bases := range after {
		was, known := before[id]
		ids["activity-purpose"] = ids["activity-purpose"] || !known
		for _, b := range bases {
			ids["activity-basis"] = ids["activity-basis"] || known && !slices.Contains(was, b)
		}
	}
	had := texts(c.old["recipients"])
	for _, r := range texts(c.new["recipients"]) {
		ids["activity-recipient"] = ids["activity-recipient"] || r != "none" && !slices.Contains(had, firstOf(renamed[r], r))
	}
}

// purposes returns the legal bases of each purpose of an activity.
func purposes(activity map[string]any) map[string][]string {
	out := map[string][]string{}
	for _, p := range values(activity["purposes"]) {
		m, _ := p.(map[string]any)
		id, _ := m["id"].(string)
		out[id] = nil
		for _, b := range values(m["bases"]) {
			bm, _ := b.(map[string]any)
			if s, ok := bm["art6"].(string); ok {
				out[id] = append(out[id], s)
			}
		}
	}
	return out
}

func texts(v any) []string {
	var out []string
	for _, e := range values(v) {
		if s, ok := e.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

// longer tells whether data is kept longer than before: by a longer period, by
// a longer end of a range, or because a period gave way to a criterion.
func longer(old, new map[string]any) bool {
	before, after := longest(old), longest(new)
	if before == "" {
		return false
	}
	return after == "" || after.LongerThan(before)
}

func longest(m map[string]any) value.Period {
	if s, ok := m["period"].(string); ok {
		return value.Period(s)
	}
	r, _ := m["range"].(map[string]any)
	s, _ := r["max"].(string)
	return value.Period(s)
}
