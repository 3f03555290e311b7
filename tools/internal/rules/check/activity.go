package check

import (
	"fmt"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// activity checks the references between the parts of an activity.
func (s *subject) activity(a *record.Activity) {
	var ids []string
	for _, p := range a.Purposes {
		ids = append(ids, p.ID)
	}
	s.unique("purposes", ids)
	for i, d := range a.Data {
		for j, id := range d.Purposes {
			s.purpose(id, ids, fmt.Sprintf("data[%d].purposes[%d]", i, j))
		}
	}
	if o := s.set.Organisation; a.Role == "processor" && o != nil && o.ProcessorTerms == nil && !s.about(o).given("processor_terms") {
		s.report("processor-terms", "role",
			diag.Say("%s utförs som personuppgiftsbiträde, men organisationen anger inga biträdesvillkor", "%s is done as a processor, but the organisation gives no processor terms", s.called()),
			diag.Say("lägg till processor_terms i data/organisation.yaml", "add processor_terms to data/organisation.yaml"))
	}
}

// departures asks that an activity follows those who get its data: that it does not
// name somebody whose part has ended, or names whoever takes over as well. The
// recipient stands at a path.
func (s *subject) departures(a *record.Activity, r *record.Recipient, at string) {
	var successors []*record.Recipient
	if s.followed[r.ID] {
		successors = s.set.Successors(r.ID)
	}
	for _, next := range successors {
		if a.Names(next) || next.Status(s.asOf) == record.Ended {
			continue
		}
		d := s.report("recipient-successor", at,
			diag.Say("%s nämner %s men inte %s, som tar över efter den", "%s names %s but not %s, which takes over from it", s.called(), r.Label("sv"), next.Label("sv")),
			diag.Say("lägg till %s i recipients", "add %s to recipients", next.ID))
		d.Related = append(d.Related, s.note(next, "replaces", s.checker.called(next)))
	}
	if len(successors) == 0 && r.Status(s.asOf) == record.Ended {
		hint := diag.Say("ta bort %[1]s ur recipients, eller skriv vem som får uppgifterna i stället", "remove %[1]s from recipients, or write who gets the data instead", r.ID)
		if list := s.filed.File.Node("recipients"); list != nil && len(list.Content) == 1 { // an empty one says nothing
			hint = diag.Say("skriv recipients: none, eller vem som får uppgifterna i stället", "write recipients: none, or who gets the data instead")
		}
		d := s.report("recipient-ended", at,
			diag.Say("%s nämner %s, som upphörde %s", "%s names %s, which ended on %s", s.called(), r.Label("sv"), record.DayWords(r.Ended)), hint)
		d.Related = append(d.Related, s.note(r, "ended", s.checker.called(r)))
	}
}

func (s *subject) purpose(id string, ids []string, at string) {
	if s.seen[at] || !valid("id", id) {
		return
	}
	for _, known := range ids {
		if known == id {
			return
		}
	}
	hint := diag.Say("lägg till ändamålet i purposes", "add the purpose to purposes")
	if near := diag.Nearest(id, ids); near != "" {
		hint = diag.Say("menade du %s?", "did you mean %s?", near)
	}
	s.report("unknown-purpose", at,
		diag.Say("%s hänvisar till ändamålet %s i %s, men har inget sådant ändamål", "%s refers to the purpose %s in %s, but has no such purpose", s.called(), diag.Quote(id), s.where(at)), hint)
}

// unique reports an id that another item of the same list has.
func (s *subject) unique(list string, ids []string) {
	first := make(map[string]int, len(ids))
	for i, id := range ids {
		earlier, repeated := first[id]
		if !repeated || id == "" {
			first[id] = i
			continue
		}
		pos, _ := s.filed.File.At(child(item(list, earlier), "id"))
		s.report("repeated-id", child(item(list, i), "id"),
			diag.Say("%s har id %s två gånger i %s", "%s has the id %s twice in %s", s.called(), diag.Quote(id), s.where(list)),
			diag.Say("ge den ena ett annat id", "give one of them another id")).Related =
			[]diag.Related{{Pos: pos, Message: diag.Say("det står först här", "it is first given here")}}
	}
}
