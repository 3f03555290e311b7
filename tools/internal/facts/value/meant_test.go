package value_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/facts/value"
)

// A day that was written in another way is named in the hint where it can be only one.
func TestTheDayThatWasMeant(t *testing.T) {
	for written, want := range map[string]string{
		"26-02-01": "2026-02-01", "260201": "2026-02-01", "20260201": "2026-02-01", "2026/2/1": "2026-02-01", "2026.02.01": "2026-02-01",
		"2026–02–01": "2026-02-01", "2026-02-01T10:00": "2026-02-01", "1.2.2026": "2026-02-01", "01-02-2026": "2026-02-01", "31/1/2026": "2026-01-31",
		"1/31/2026": "2026-01-31", "2/2/2026": "2026-02-02", "1 februari 2026": "2026-02-01", "den 1 feb. 2026": "2026-02-01", "1:a mars 2026": "2026-03-01",
		"1st March 2026": "2026-03-01", "March 1, 2026": "2026-03-01", "1 of May 2026": "2026-05-01", "\u00a02026-02-01": "2026-02-01",
	} {
		if _, hint := value.ExplainDate(written, ""); hint.EN != "write "+want {
			t.Errorf("%q: %s", written, hint.EN)
		}
	}
	for _, written := range []string{"1/2/2026", "2026-02", "2026", "igår", "26-13-01", "våren 2026", "1 xyz 2026", "Q1 2026", "26/02/01", "12", "1.2.26"} {
		if _, hint := value.ExplainDate(written, ""); !strings.HasPrefix(hint.EN, "write for instance") {
			t.Errorf("%q: %s", written, hint.EN)
		}
	}
}
