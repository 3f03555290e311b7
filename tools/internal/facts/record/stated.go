package record

// Yes tells whether a question is answered with yes. One that nobody answered is
// nil, and neither Yes nor No.
func Yes(answer *bool) bool { return answer != nil && *answer }

// No tells whether a question is answered with no.
func No(answer *bool) bool { return answer != nil && !*answer }
