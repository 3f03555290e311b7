package record

// Yes tells whether a question is answered with yes. One that nobody answered is
// nil, and neither Yes nor No.
func Yes(answer *bool) bool { return answer != nil && *answer }

// No tells whether a question is answered with no.
func No(answer *bool) bool { return answer != nil && !*answer }

// Declared are the negatives that the organisation declares; none of them where it
// declares nothing.
func (o *Organisation) Declared() Declarations {
	if o == nil || o.Declarations == nil {
		return Declarations{}
	}
	return *o.Declarations
}

// Declared are the negatives that the organisation declares.
func (s *Set) Declared() Declarations { return s.Organisation.Declared() }

// Each of these tells whether its negative is declared. Where it is not, nothing is
// said: the opposite is for the records to tell.

func (d Declarations) NoJointControllers() bool   { return d.JointControllers == "none" }
func (d Declarations) NoTransfers() bool          { return d.Transfers == "none" }
func (d Declarations) NoAutomatedDecisions() bool { return d.AutomatedDecisions == "none" }
func (d Declarations) NoSpecialCategories() bool  { return d.SpecialCategories == "none" }
func (d Declarations) NoCriminalOffences() bool   { return d.CriminalOffences == "none" }
func (d Declarations) NoNationalID() bool         { return d.NationalID == "not_used" }
func (d Declarations) NotForChildren() bool       { return d.Children == "not_targeted" }
func (d Declarations) NoRepresentative() bool     { return d.Representative == "not_required" }
