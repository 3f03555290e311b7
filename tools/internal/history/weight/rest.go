package weight

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tillit/tools/internal/facts/value"
)

// activity judges one field of a processing activity.
func (j *judge) activity(key string, old, new any) {
	switch key {
	case "purposes":
		j.purposes(key, old, new)
	case "data":
		j.data(key, old, new, "activity-data")
	case "data_subjects":
		j.list(key, old, new, "activity-data")
	case "recipients":
		j.recipients(key, old, new)
	case "retention":
		j.kept(key, old, new)
	case "measures":
		j.safeguard(key, old, new)
	case "automated_decisions":
		j.plain(key, old, new)
		for _, what := range []string{"used", "profiling"} {
			if old != nil && group(new)[what] == true && group(old)[what] != true {
				j.say(key, Changes, "activity-automated")
			}
		}
	default:
		j.plain(key, old, new)
	}
}

// purposes are why data is processed, each on its own bases. One under another id that
// says the same is the same.
func (j *judge) purposes(key string, old, new any) {
	if old == nil || new == nil {
		j.plain(key, old, new)
		return
	}
	left := slices.Clone(values(old))
	take := func(same func(map[string]any) bool) map[string]any {
		i := slices.IndexFunc(left, func(v any) bool { return same(group(v)) })
		if i < 0 {
			return nil
		}
		was := group(left[i])
		left = slices.Delete(left, i, i+1)
		return was
	}
	j.said[key] = gravest(j.said[key], Reworded)
	for _, v := range values(new) {
		now := group(v)
		was := take(func(m map[string]any) bool { return str(m, "id") == str(now, "id") })
		if was == nil {
			was = take(func(m map[string]any) bool {
				return j.alike(m["text"], now["text"]) || j.samely(m["text"], now["text"])
			})
		}
		if was == nil {
			j.say(key, Changes, "activity-purpose")
			continue
		}
		if !j.alike(was["text"], now["text"]) {
			j.widened(key, was["text"], now["text"], "activity-purpose")
		}
		j.bases(key, was["bases"], now["bases"])
	}
	if len(left) > 0 {
		j.say(key, Narrowed, "")
	}
}

func (j *judge) bases(key string, old, new any) {
	had := map[string]any{}
	for _, b := range values(old) {
		had[str(group(b), "art6")] = b
	}
	for _, b := range values(new) {
		was, known := had[str(group(b), "art6")]
		switch {
		case old == nil:
			j.say(key, Told, "")
		case !known:
			j.say(key, Changes, "activity-basis")
		case !j.alike(was, b):
			for _, field := range keys(group(was), group(b)) {
				if x, y := group(was)[field], group(b)[field]; !j.alike(x, y) {
					j.say(key, j.plainly(field, x, y), "")
				}
			}
		}
	}
	if len(values(new)) < len(values(old)) {
		j.say(key, Narrowed, "")
	}
}

// recipients are those who get the data. One that has just been added, or is engaged for
// more, is told of there; here it is a part of that change.
func (j *judge) recipients(key string, old, new any) {
	had := named(old)
	if old == nil {
		j.say(key, Told, "")
		return
	}
	n := Nature("")
	for _, id := range named(new) {
		was := id
		if from := j.Renamed[id]; from != "" {
			was = from
		}
		switch {
		case slices.Contains(had, was):
		case id == "none":
			n = gravest(n, Narrowed)
		case j.Old["recipient"][was] == nil && j.New["recipient"][id] != nil:
			n = gravest(n, Changes)
		default:
			j.say(key, Changes, "activity-recipient")
		}
	}
	for _, id := range had {
		if id != "none" && !slices.Contains(named(new), id) {
			n = gravest(n, Narrowed)
		}
	}
	if n == "" {
		n = Reworded // under another id
	}
	j.say(key, n, "")
}

// kept are the rules of how long the data of an activity is kept.
func (j *judge) kept(key string, old, new any) {
	if old == nil || new == nil {
		j.plain(key, old, new)
		return
	}
	longestOf := func(records map[string]map[string]any, ids []string) (most value.Period) {
		for _, id := range ids {
			if p := longest(records[id]); p != "" && (most == "" || p.LongerThan(most)) {
				most = p
			}
		}
		return most
	}
	before, after := longestOf(j.Old["retention"], named(old)), longestOf(j.New["retention"], named(new))
	switch {
	case before != "" && after.LongerThan(before):
		j.say(key, Changes, "retention-longer")
	case before != "" && after != "" && before.LongerThan(after):
		j.say(key, Narrowed, "")
	default:
		j.say(key, Changes, "")
	}
}

// retention judges one field of a rule of how long data is kept. Whether the time is
// longer is told by period, range and criterion together.
func (j *judge) retention(key string, old, new any) {
	switch key {
	case "period", "range", "criterion":
		n := Narrowed
		switch before, after := longest(j.of.Old), longest(j.of.New); {
		case before == "" && after != "":
			n = Told
		case key == "criterion" && old != nil && new != nil:
			n, _ = j.texts(old, new)
			if n == Changes {
				j.ask(key, "retention-longer")
			}
		case before == after, before != "" && after != "" && !before.LongerThan(after) && !after.LongerThan(before):
			n = Reworded
		}
		j.say(key, n, "")
	case "starts_at", "exception":
		j.widened(key, old, new, "retention-longer")
	case "breakdown":
		j.breakdown(key, old, new)
	case "action":
		j.say(key, map[bool]Nature{true: Told, false: Changes}[old == nil], "")
	default:
		j.plain(key, old, new)
	}
}

func (j *judge) breakdown(key string, old, new any) {
	j.plain(key, old, new)
	for _, v := range values(new) {
		for _, o := range values(old) {
			was, now := value.Period(str(group(o), "period")), value.Period(str(group(v), "period"))
			if str(group(o), "service") == str(group(v), "service") && now.LongerThan(was) {
				j.say(key, Changes, "retention-longer")
			}
		}
	}
}

// longer tells whether data is kept longer than before: by a longer period, by a later
// end of a range, or because a period gave way to a criterion.
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
	return value.Period(str(group(m["range"]), "max"))
}

// measure judges one field of a security measure.
func (j *judge) measure(key string, old, new any) {
	switch key {
	case "items":
		gone, come, reworded := j.statements(old, new)
		switch {
		case len(gone) > 0:
			j.ask(key, "safeguard-weaker")
		case len(come) > 0:
			j.say(key, Told, "")
		}
		for _, pair := range reworded {
			j.weakened(key, pair[0], pair[1])
		}
	case "text":
		switch {
		case old == nil || new == nil:
			j.plain(key, old, new)
		default:
			j.weakened(key, old, new)
		}
	default:
		j.plain(key, old, new)
	}
}

// controller judges one field of who answers for the data.
func (j *judge) controller(key string, old, new any) {
	switch key {
	case "legal_name":
		a, _ := old.(string)
		b, _ := new.(string)
		switch {
		case old == nil || new == nil:
			j.plain(key, old, new)
		case SameCompany(a, b):
			j.say(key, Reworded, "")
		case j.sameNumber():
			j.say(key, Renamed, "")
		default:
			j.ask(key, "controller-identity")
		}
	case "org_number":
		if old != nil && new != nil && !j.samely(old, new) {
			j.ask(key, "controller-identity")
			return
		}
		j.plain(key, old, new)
	default:
		j.plain(key, old, new)
	}
}

// span is the time that a sentence names, in hours, where it names one.
func span(s string) (hours int, ok bool) {
	all := times.FindAllStringSubmatch(strings.ToLower(s), -1)
	if len(all) != 1 {
		return 0, false
	}
	n, err := strconv.Atoi(all[0][1])
	if err != nil {
		return 0, false
	}
	unit := all[0][2]
	for stem, of := range map[string]int{"hour": 1, "timm": 1, "day": 24, "dag": 24, "dygn": 24, "week": 168, "veck": 168, "month": 730, "månad": 730, "year": 8766, "år": 8766} {
		if strings.HasPrefix(unit, stem) {
			return n * of, true
		}
	}
	return 0, false
}

var times = regexp.MustCompile(`(\d+)[  ](\pL+)`)
