package law

import (
	"strings"
	"testing"

	"tillit/tools/internal/facts/record"
)

// Beside a field stand the codes that its own struct allows there: the channel of a
// notice is none of those of a contact, and a role in a service none of an activity's.
func TestAFieldIsOfferedItsOwnCodes(t *testing.T) {
	org := &record.Organisation{Languages: []string{"en"}}
	for _, tc := range []struct {
		of    record.Record
		file  string
		path  string
		write string
		want  string
	}{
		{of: &record.Change{}, path: "notices", write: "notices: [{audience: customers, channel: …}]", want: "notices:\n  - audience: customers\n    channel: … # email | feed | portal | letter | website"},
		{of: org, path: "processor_terms", write: "processor_terms: {notice_channels: […]}", want: "processor_terms:\n  notice_channels: […] # email | feed | portal | letter | website"},
		{of: &record.Activity{}, path: "role", write: "role: …", want: "role: … # controller | processor | joint"},
		{of: &record.Service{}, path: "roles[0].role", write: "role: …", want: "role: … # controller | processor | user | administrator"},
		{of: &record.Activity{}, path: "purposes[1].bases", write: "bases: [{art6: …}]", want: "bases:\n  - art6: … # consent | contract | legal-obligation | vital-interests | public-task | legitimate-interests"},
		{of: org, file: "data/retention/…", path: "profiles", write: "action: …", want: "action: … # erase | anonymise | erase-or-anonymise | archive | return"},
		{of: &record.Retention{}, path: "action", write: "action: erase", want: "action: erase"},
		{of: &record.Recipient{}, path: "transfer.mechanism", write: "mechanism: …", want: "mechanism: …"},
		{of: &record.Recipient{}, path: "country", write: "country: …", want: "country: …"},
	} {
		f := &facts{org: org, lines: map[string]string{}}
		got := f.written(gap{spot: spot{tc.of, tc.path}, file: tc.file, write: tc.write})
		if strings.TrimSpace(got) != tc.want {
			t.Errorf("%T %s: %s became\n%s\nwant\n%s", tc.of, tc.path, tc.write, got, tc.want)
		}
	}
}
