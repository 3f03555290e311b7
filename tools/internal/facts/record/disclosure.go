package record

import "slices"

// Names tells whether an activity names a recipient among those who get its data, on
// whatever day.
func (a *Activity) Names(r *Recipient) bool { return slices.Contains(a.Recipients.List, r.ID) }

// Users are the activities that name a recipient, by its id.
func (s *Set) Users() map[string][]*Activity {
	users := map[string][]*Activity{}
	for _, a := range s.Activities {
		for _, id := range a.Recipients.List {
			users[id] = append(users[id], a)
		}
	}
	return users
}

// Involved are those who get data in an activity, or have got or will get it: the
// recipients that it names. Only for a processor's activity that names none, and
// does not say that there are none, they are the sub-processors of its services: a
// service has activities in which not all of them take part.
func (s *Set) Involved(a *Activity) []*Recipient {
	byService := a.Role == "processor" && !a.Recipients.Declared()
	var list []*Recipient
	for _, r := range s.Recipients {
		serves := byService && r.IsSubprocessor() && slices.ContainsFunc(r.Services, func(id string) bool { return slices.Contains(a.Services, id) })
		if serves || a.Names(r) {
			list = append(list, r)
		}
	}
	return list
}

// Successors are the recipients that take over from one, in the order of the set.
func (s *Set) Successors(id string) []*Recipient {
	return slices.DeleteFunc(slices.Clone(s.Recipients), func(r *Recipient) bool { return r.Replaces != id || r.ID == id })
}

// GettingOf are the ids of those whom an activity names and who get data of a
// category, on whatever day. One that does not say which data it gets, or names no
// category of the activity, may get all of it.
func (s *Set) GettingOf(a *Activity, category string) []string {
	return slices.DeleteFunc(slices.Clone(a.Recipients.List), func(id string) bool {
		e := s.Find("recipient", id)
		if e == nil {
			return false
		}
		gets := func(category string) bool {
			return slices.ContainsFunc(e.Value.(*Recipient).Data, func(d Data) bool { return d.Category == category })
		}
		named := slices.ContainsFunc(a.Data, func(d Data) bool { return gets(d.Category) })
		return named && !gets(category)
	})
}
