package record

import "slices"

// ActsAsProcessor tells whether data is processed for customers: in an activity, or
// by the word of a controller.
func (s *Set) ActsAsProcessor() bool {
	return slices.ContainsFunc(s.Activities, func(a *Activity) bool { return a.Role == "processor" }) ||
		slices.ContainsFunc(s.Controllers, func(c *Controller) bool { return slices.Contains(c.Roles, "processor") })
}

// Transfers tells whether data leaves the EU/EEA to some recipient.
func (s *Set) Transfers() bool { return slices.ContainsFunc(s.Recipients, (*Recipient).Abroad) }

// Publisher is the organisation that a site speaks for: the main controller, else the
// first one; nil where there is none.
func (s *Set) Publisher() *Controller {
	if c := s.Controller(); c != nil || len(s.Controllers) == 0 {
		return c
	}
	return s.Controllers[0]
}

// IsSubprocessor tells whether the recipient is on the customers' list.
func (r *Recipient) IsSubprocessor() bool { return r.Kind == "subprocessor" }

// IsProcessor tells whether the recipient processes on somebody's behalf: on ours, or
// on our customers'.
func (r *Recipient) IsProcessor() bool { return r.Kind == "processor" || r.IsSubprocessor() }
