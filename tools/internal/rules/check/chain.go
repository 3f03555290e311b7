package check

import (
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
)

// chains follows who engaged whom, and who took over from whom.
func (c *checker) chains() {
	byID := make(map[string]*record.Recipient, len(c.set.Recipients))
	for _, r := range c.set.Recipients {
		byID[r.ID] = r
	}
	engagers := link{byID, "engaged_by", func(r *record.Recipient) string { return r.EngagedBy },
		diag.Say("är själv med i kedjan av dem som anlitat den", "is itself in the chain of those who engaged it")}
	inLoop := c.loops("engagement-loop", engagers)
	for _, r := range c.set.Recipients {
		c.engagement(r, byID[r.EngagedBy], inLoop, engagers)
	}
	c.loops("replacement-loop", link{byID, "replaces", func(r *record.Recipient) string { return r.Replaces },
		diag.Say("är själv med i raden av dem som den ersätter", "is itself in the line of those that it replaces")})
}

// link leads from a recipient to another.
type link struct {
	byID map[string]*record.Recipient
	path string
	next func(*record.Recipient) string
	loop diag.Text
}

// loops reports each loop once, at the member that comes first by id, and
// returns whoever is in one.
func (c *checker) loops(rule string, l link) map[*record.Recipient]bool {
	const going, done = 1, 2
	state := make(map[*record.Recipient]int, len(l.byID))
	inLoop := map[*record.Recipient]bool{}
	for _, start := range c.set.Recipients {
		var trail []*record.Recipient
		r := start
		for r != nil && state[r] == 0 {
			state[r] = going
			trail = append(trail, r)
			r = l.byID[l.next(r)]
		}
		if r != nil && state[r] == going {
			c.loop(rule, l, r, inLoop)
		}
		for _, t := range trail {
			state[t] = done
		}
	}
	return inLoop
}

// loop reports the loop that a recipient is in.
func (c *checker) loop(rule string, l link, member *record.Recipient, inLoop map[*record.Recipient]bool) {
	first := member
	for r := member; !inLoop[r]; r = l.byID[l.next(r)] {
		inLoop[r] = true
		if r.ID < first.ID {
			first = r
		}
	}
	s := c.about(first)
	d := s.report(rule, l.path, diag.Say("%s %s", "%s %s", s.called(), l.loop),
		diag.Say("rätta %[1]s hos den som är fel, eller ta bort det", "correct %[1]s where it is wrong, or remove it", l.path))
	for r := l.byID[l.next(first)]; r != first; r = l.byID[l.next(r)] {
		d.Related = append(d.Related, c.note(r, l.path, c.called(r)))
	}
	c.found = append(c.found, s.found...)
}

// engagement checks one link of the chain of sub-processors (GDPR Art. 28(4)).
func (c *checker) engagement(r, engager *record.Recipient, inLoop map[*record.Recipient]bool, l link) {
	s := c.about(r)
	defer func() { c.found = append(c.found, s.found...) }()
	switch {
	case r.EngagedBy != "" && !r.IsSubprocessor() && valid("choice=recipient-kind", r.Kind):
		s.report("engagement-kind", "engaged_by",
			diag.Say("%s är inget underbiträde (%s) men sägs ha anlitats av någon annan", "%s is no sub-processor (%s), but is said to be engaged by somebody else", s.called(), r.Kind),
			diag.Say("skriv kind: subprocessor, eller ta bort engaged_by", "write kind: subprocessor, or remove engaged_by"))
		return
	case engager != nil && engager != r && !engager.IsProcessor():
		d := s.report("engagement-kind", "engaged_by",
			diag.Say("%s sägs ha anlitats av %s, som inte är biträde", "%s is said to be engaged by %s, which is no processor", s.called(), c.label(engager)),
			diag.Say("skriv id på det biträde som anlitade den, eller ta bort engaged_by", "write the id of the processor that engaged it, or remove engaged_by"))
		d.Related = append(d.Related, c.note(engager, "kind", c.called(engager)))
		return
	}
	if r.Level <= 0 || inLoop[r] || r.EngagedBy != "" && engager == nil {
		return
	}
	want := 1
	if engager != nil {
		want = depth(engager, inLoop, l) + 1
	}
	if want > 1 && inLoop[engager] || r.Level == want {
		return
	}
	why := diag.Say("vi har själva anlitat den", "we engaged it ourselves")
	if engager != nil {
		why = diag.Say("den som anlitat den, %s, är på nivå %d", "the one who engaged it, %s, is on level %d", c.label(engager), want-1)
	}
	d := s.report("engagement-level", "level",
		diag.Say("%s har nivå %d i kedjan, men ska ha %d: %s", "%s has level %d in the chain, but should have %d: %s", s.called(), r.Level, want, why),
		diag.Say("skriv level: %d, eller rätta engaged_by", "write level: %d, or correct engaged_by", want))
	if engager != nil {
		d.Related = append(d.Related, c.note(engager, "level", c.called(engager)))
	}
}

// depth is the level of a recipient: what it says, else as many as stand above it.
func depth(r *record.Recipient, inLoop map[*record.Recipient]bool, l link) int {
	n := 1
	for ; r != nil && !inLoop[r]; r = l.byID[r.EngagedBy] {
		if r.Level > 0 {
			return r.Level + n - 1
		}
		if r.EngagedBy != "" {
			n++
		}
	}
	return n
}
