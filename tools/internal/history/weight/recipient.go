package weight

import (
	"slices"
	"strings"

	"tillit/tools/internal/facts/value"
)

// recipient judges one field of a recipient.
func (j *judge) recipient(key string, old, new any) {
	switch key {
	case "legal_name", "trade_name":
		j.name(key, old, new)
	case "org_number", "foreign_registration":
		j.number(key, old, new)
	case "kind":
		reason := ""
		if new == "subprocessor" || old != "authority" && (new == "controller" || new == "joint") {
			reason = "recipient-role"
		}
		j.say(key, Changes, reason)
	case "country":
		j.country(key, old, new)
	case "locations":
		j.places(key)
	case "service":
		j.widened(key, old, new, "recipient-task")
	case "purposes":
		j.list(key, old, new, "recipient-purpose")
	case "data_subjects":
		j.list(key, old, new, "recipient-data")
	case "data":
		j.data(key, old, new, "recipient-data")
	case "services":
		j.services(key, old, new)
	case "duration":
		j.duration(key, old, new)
	case "transfer":
		j.transfer(group(old), group(new))
	case "measures", "security_text", "flow_down":
		j.safeguard(key, old, new)
	case "optional":
		j.optional(key, old, new)
	case "effective", "ended":
		j.day(key, old, new)
	default:
		j.plain(key, old, new)
	}
}

// name is what the recipient is called. The same company may take another name; that it
// is the same is known by its registration, or by an editor.
func (j *judge) name(key string, old, new any) {
	a, _ := old.(string)
	b, _ := new.(string)
	identity := key == "legal_name" || j.of.Old["legal_name"] == nil && j.of.New["legal_name"] == nil
	switch {
	case old == nil:
		j.say(key, Told, "")
	case new == nil:
		j.say(key, Narrowed, "")
	case SameCompany(a, b):
		j.say(key, Reworded, "")
	case !identity || j.sameNumber():
		j.say(key, Renamed, "")
	default:
		j.ask(key, "recipient-name")
	}
}

// sameNumber tells whether a registration shows that the company is the same.
func (j *judge) sameNumber() bool {
	for _, key := range []string{"org_number", "foreign_registration"} {
		if a, b := folded(str(j.of.Old, key)), folded(str(j.of.New, key)); a != "" && a == b {
			return true
		}
	}
	return false
}

// number is what the company is registered as: said for the first time, written in
// another way, or another company's, unless it was wrong.
func (j *judge) number(key string, old, new any) {
	switch {
	case old == nil && j.of.Old["org_number"] == nil && j.of.Old["foreign_registration"] == nil:
		j.say(key, Told, "")
	case new == nil, old == nil:
		n := map[bool]Nature{true: Told, false: Narrowed}[old == nil]
		j.say(key, n, "")
	case j.samely(old, new):
		j.say(key, Reworded, "")
	default:
		j.ask(key, "recipient-org-number")
	}
}

// widened is a text that says what is done: more words may be more that is done.
func (j *judge) widened(key string, old, new any, reason string) {
	if old == nil || new == nil {
		j.plain(key, old, new)
		return
	}
	n, sure := j.texts(old, new)
	switch {
	case n == Changes && !sure:
		j.ask(key, reason)
	case n == Changes:
		j.say(key, n, reason)
	default:
		j.say(key, n, "")
	}
}

// list is one of texts, of which each says something: one more widens.
func (j *judge) list(key string, old, new any, reason string) {
	if old == nil || new == nil {
		j.plain(key, old, new)
		return
	}
	gone, come, reworded := j.statements(old, new)
	for _, pair := range reworded {
		j.widened(key, pair[0], pair[1], reason)
	}
	if len(come) > 0 {
		j.say(key, Changes, reason)
	} else if len(gone) > 0 {
		j.say(key, Narrowed, "")
	}
	if len(gone)+len(come)+len(reworded) == 0 {
		j.say(key, Reworded, "")
	}
}

// data are categories with their items: a further category widens, and so does a further
// item where the items were told.
func (j *judge) data(key string, old, new any, reason string) {
	if old == nil || new == nil {
		j.plain(key, old, new)
		return
	}
	had := map[string]map[string]any{}
	for _, d := range values(old) {
		had[str(group(d), "category")] = group(d)
	}
	for _, d := range values(new) {
		now := group(d)
		category := str(now, "category")
		was := had[category]
		delete(had, category)
		if was == nil {
			j.say(key, Changes, reason)
			continue
		}
		for _, field := range keys(was, now) {
			a, b := was[field], now[field]
			switch {
			case j.alike(a, b):
			case field == "items" && a != nil && b != nil:
				j.items(key, a, b, reason)
			case field == "condition" && b == nil: // it was for some, and is for all
				j.say(key, Changes, reason)
			case field == "condition" && a == nil, field == "optional" && b != nil:
				j.say(key, Narrowed, "")
			default:
				j.say(key, j.plainly(field, a, b), "")
			}
		}
	}
	if len(had) > 0 {
		j.say(key, Narrowed, "")
	}
}

func (j *judge) items(key string, old, new any, reason string) {
	names := func(v any) (list []any) {
		for _, e := range values(v) {
			list = append(list, group(e)["name"])
		}
		return list
	}
	gone, come, reworded := j.statements(names(old), names(new))
	switch {
	case len(come) > 0:
		j.say(key, Changes, reason)
	case len(gone) > 0:
		j.say(key, Narrowed, "")
	default:
		for _, pair := range reworded {
			n, _ := j.texts(pair[0], pair[1])
			j.say(key, n, "")
		}
		j.say(key, Reworded, "")
	}
}

// services are those of ours for which it is engaged. One that is new itself has no
// customers yet who were told otherwise.
func (j *judge) services(key string, old, new any) {
	if old == nil || new == nil {
		j.plain(key, old, new)
		return
	}
	had := map[string]bool{}
	for _, id := range named(old) {
		had[id] = true
		if s := j.Old["service"][id]; s != nil {
			had["name "+folded(str(s, "name"))] = true
		}
	}
	n := Reworded
	for _, id := range named(new) {
		s := j.New["service"][id]
		switch {
		case had[id] || s != nil && had["name "+folded(str(s, "name"))]:
		case s != nil && j.Old["service"][id] == nil:
			n = gravest(n, Changes)
		default:
			j.say(key, Changes, "recipient-service")
		}
	}
	if len(named(new)) < len(named(old)) {
		n = gravest(n, Narrowed)
	}
	j.say(key, n, "")
}

// duration is how long it has the data, in words: a longer time where both say one.
func (j *judge) duration(key string, old, new any) {
	if old == nil || new == nil {
		j.plain(key, old, new)
		return
	}
	for _, lang := range j.languages() {
		before, said := span(str(group(old), lang))
		after, says := span(str(group(new), lang))
		switch {
		case !said || !says || before == after:
			continue
		case after > before:
			j.say(key, Changes, "recipient-duration")
		default:
			j.say(key, Narrowed, "")
		}
		return
	}
	j.widened(key, old, new, "recipient-duration")
}

// safeguard is what protects the data: what is less of it is weaker.
func (j *judge) safeguard(key string, old, new any) {
	const weaker = "safeguard-weaker"
	switch {
	case old == nil:
		j.say(key, Told, "")
	case new == nil, old == true:
		j.say(key, Changes, weaker)
	case key == "measures":
		gone, _ := Pair(values(old), values(new), j.alike)
		j.say(key, Changes, map[bool]string{true: weaker}[len(gone) > 0])
	case key == "security_text":
		j.weakened(key, old, new)
	default:
		j.say(key, Changes, "")
	}
}

// weakened is a text that says what protects: fewer words may be less that does.
func (j *judge) weakened(key string, old, new any) {
	n, _ := j.texts(new, old) // the other way round: what came before is what may be gone
	switch n {
	case Reworded:
		j.say(key, n, "")
	case Narrowed: // the old said less
		j.say(key, Told, "")
	default:
		j.ask(key, "safeguard-weaker")
	}
}

// optional tells whether a customer can do without the recipient.
func (j *judge) optional(key string, old, new any) {
	switch {
	case old == true:
		j.say(key, Changes, "recipient-always")
	case new == true:
		j.say(key, Narrowed, "")
	default:
		j.say(key, Told, "")
	}
}

// day is the first on which it gets data, or the last on which it has had some.
func (j *judge) day(key string, old, new any) {
	a, _ := old.(string)
	b, _ := new.(string)
	before, after := value.Date(a), value.Date(b)
	over := before != "" && j.Day != "" && before < j.Day
	switch {
	case key == "ended" && before == "":
		j.say(key, Ends, "")
	case key == "ended" && over && (after == "" || after >= j.Day):
		j.say(key, Changes, "recipient-added") // it had ended, and is there again
	case key == "effective" && before == "":
		j.say(key, Told, "")
	case key == "effective" && j.Day != "" && before > j.Day && after < before:
		j.say(key, Changes, "recipient-earlier") // at once, where no day stands there any more
	default:
		j.say(key, Changes, "")
	}
}

// country is where it is established: outside of the EU/EEA other law reaches it.
func (j *judge) country(key string, old, new any) {
	a, b := value.Country(str(j.of.Old, key)), value.Country(str(j.of.New, key))
	switch {
	case old == nil, new == nil:
		j.plain(key, old, new)
	case b.Zone() == value.Outside:
		j.say(key, Changes, "recipient-location")
	case a.Zone() == value.Outside:
		j.say(key, Narrowed, "")
	default:
		j.say(key, Changes, "")
	}
}

// transfer judges what is said of the transfer to a third country, field by field.
func (j *judge) transfer(old, new map[string]any) {
	over := new["third_country"] != true && !told(j.of.New).outside() // and nothing is to be protected
	for _, key := range keys(old, new) {
		a, b := old[key], new[key]
		field := "transfer." + key
		switch {
		case j.alike(a, b):
		case over && b == nil:
			j.say(field, Narrowed, "")
		case key == "third_country":
			j.abroad(field, a, b)
		case key == "countries":
			j.places(field)
		case key == "mechanism", key == "fallback":
			j.ground(field, a, b)
		case key == "supplementary" && a != nil:
			if b == nil {
				j.say(field, Changes, "safeguard-weaker")
			} else {
				j.weakened(field, a, b)
			}
		default:
			j.say(field, j.plainly(key, a, b), "")
		}
	}
}

// abroad tells whether data leaves the EU/EEA: no news where a place was told that lies
// outside, nor where nothing was told at all.
func (j *judge) abroad(field string, old, new any) {
	before := told(j.of.Old)
	switch {
	case new == nil:
		j.say(field, Narrowed, "")
	case new == false:
		j.say(field, map[bool]Nature{true: Told, false: Narrowed}[old == nil], "")
	case before.outside(), old == nil && before.nothing():
		j.say(field, Told, "")
	default:
		j.say(field, Changes, "recipient-transfer")
	}
}

// ground is what a transfer rests on: another one is a change, and a weaker one widens.
func (j *judge) ground(field string, old, new any) {
	rank := func(v any) int {
		s, _ := v.(string)
		return slices.IndexFunc([]string{"art49", "art46", "adequacy"}, func(of string) bool { return strings.HasPrefix(s, of) })
	}
	switch {
	case old == nil:
		j.say(field, Told, "")
	case rank(new) < rank(old):
		j.say(field, Changes, "recipient-transfer")
	default:
		j.say(field, Changes, "")
	}
}
