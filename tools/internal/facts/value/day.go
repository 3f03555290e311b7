package value

// Date is a calendar day, YYYY-MM-DD, in Europe/Stockholm. It may be written
// without quotation marks in YAML.
type Date string

// Period is an ISO 8601 duration in whole numbers: P7Y, P12M, P1Y6M, P90D,
// PT72H. Months are calendar months, because "six months" ends on a day, and a
// day is what a reader can check.
type Period string

// Country is an ISO 3166-1 alpha-2 code. Regions that notices speak of are a
// choice of their own, see Location.
type Country string

// YAMLDate tells the reader of YAML that an unquoted date is meant here.
func (Date) YAMLDate() {}
