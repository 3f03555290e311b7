package feed

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/value"
)

// readCalendar unfolds a calendar and returns the properties of its events.
func readCalendar(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	if bytes.Contains(bytes.ReplaceAll(data, []byte("\r\n"), nil), []byte("\n")) {
		t.Error("a line does not end by CR LF")
	}
	for line := range strings.SplitSeq(string(data), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("%d octets, or a character cut in two: %q", len(line), line)
		}
	}
	var events []map[string]string
	var event map[string]string
	for line := range strings.SplitSeq(strings.ReplaceAll(string(data), "\r\n ", ""), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		switch {
		case line == "BEGIN:VEVENT":
			event = map[string]string{}
		case line == "END:VEVENT":
			events, event = append(events, event), nil
		case !ok && line != "":
			t.Errorf("no property: %q", line)
		case event != nil:
			event[name] = value
		}
	}
	return events
}

func TestCalendarFollowsTheVersions(t *testing.T) {
	steps := story()
	var got []string
	for n := 1; n <= len(steps); n++ {
		set, chain := issue(t, steps[:n], told)
		got = append(got, fmt.Sprintf("after %d versions:", n))
		for _, e := range readCalendar(t, feeds(t, set, chain, there)["feeds/subprocessors.en.ics"]) {
			got = append(got, fmt.Sprintf("%s %s–%s %s %s %s", strings.TrimSuffix(e["UID"], "@trust.exempelbolaget.example"),
				e["DTSTART;VALUE=DATE"], e["DTEND;VALUE=DATE"], e["SEQUENCE"], e["STATUS"], e["DTSTAMP"]))
		}
	}
	want := []string{
		"after 1 versions:",
		"begin-nordic 20240229–20240301 0 CONFIRMED 20251201T110000Z",
		"after 2 versions:",
		"begin-nordic 20240229–20240301 0 CONFIRMED 20251201T110000Z",
		"object-north 20260331–20260401 0 CONFIRMED 20260301T110000Z",
		"begin-north 20260415–20260416 0 CONFIRMED 20260301T110000Z",
		"after 3 versions:",
		"begin-nordic 20240229–20240301 0 CONFIRMED 20251201T110000Z",
		"object-north 20260430–20260501 1 CONFIRMED 20260320T110000Z",
		"begin-north 20260515–20260516 1 CONFIRMED 20260320T110000Z",
		"after 4 versions:",
		"begin-nordic 20240229–20240301 0 CONFIRMED 20251201T110000Z",
		"object-north 20260430–20260501 1 CONFIRMED 20260320T110000Z",
		"begin-north 20260520–20260521 2 CONFIRMED 20260320T120000Z",
		"after 5 versions:", // renamed under a new id, it keeps its name here
		"begin-nordic 20240229–20240301 0 CONFIRMED 20260601T110000Z",
		"object-north 20260430–20260501 1 CONFIRMED 20260320T110000Z",
		"begin-north 20260520–20260521 2 CONFIRMED 20260320T120000Z",
		"object-brief 20260701–20260702 0 CONFIRMED 20260601T110000Z",
		"begin-brief 20260901–20260902 0 CONFIRMED 20260601T110000Z",
		"after 6 versions:", // called off before it came
		"begin-nordic 20240229–20240301 0 CONFIRMED 20260601T110000Z",
		"object-north 20260430–20260501 1 CONFIRMED 20260320T110000Z",
		"begin-north 20260520–20260521 2 CONFIRMED 20260320T120000Z",
		"object-brief 20260701–20260702 1 CANCELLED 20260615T110000Z",
		"begin-brief 20260901–20260902 1 CANCELLED 20260615T110000Z",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// What has happened stays when the record goes; what was called off comes back
// with a higher number.
func TestPastEventsStayAndCalledOffOnesReturn(t *testing.T) {
	gone := map[string]string{north: ""}
	for _, tc := range []struct {
		name  string
		steps []step
		want  string
	}{
		{"gone the day before it began", append(story()[:2], step{"2026-04-14", gone}), "1 CANCELLED"},
		{"gone the day it began", append(story()[:2], step{"2026-04-15", gone}), "0 CONFIRMED"},
		{"gone long after", append(story()[:2], step{"2028-02-29", gone}), "0 CONFIRMED"},
		{"no sub-processor any more", append(story()[:2], step{"2026-03-10", map[string]string{north: strings.Replace(northern("", "2026-04-15"), "kind: subprocessor", "kind: processor", 1)}}), "1 CANCELLED"},
		{"back again", append(story()[:2], step{"2026-03-10", gone}, step{"2026-03-11", map[string]string{north: northern("2026-03-31", "2026-04-15")}}), "2 CONFIRMED"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for i, s := range tc.steps { // a day that is not said is no field
				for name, text := range s.files {
					tc.steps[i].files[name] = strings.Replace(text, "object_by: \n", "", 1)
				}
			}
			set, chain := issue(t, tc.steps, told)
			for _, e := range readCalendar(t, feeds(t, set, chain, there)["feeds/subprocessors.sv.ics"]) {
				if strings.HasPrefix(e["UID"], "begin-north@") {
					if got := e["SEQUENCE"] + " " + e["STATUS"]; got != tc.want {
						t.Errorf("got %s, want %s", got, tc.want)
					}
					return
				}
			}
			t.Error("the event is missing")
		})
	}
}

func TestFoldingNeverCutsACharacter(t *testing.T) {
	for _, value := range []string{
		"", strings.Repeat("a", 72), strings.Repeat("a", 73), strings.Repeat("a", 74), strings.Repeat("a", 75), strings.Repeat("a", 300),
		strings.Repeat("å", 200), "a" + strings.Repeat("å", 200), strings.Repeat("漢", 99), "ab" + strings.Repeat("😀", 99), strings.Repeat(" ", 200),
	} {
		var w icsWriter
		w.line("X", value)
		text := w.String()
		for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				t.Errorf("%d octets: %q", len(line), line)
			}
		}
		if got := strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"); got != "X:"+value {
			t.Errorf("%q was unfolded to %q", value, got)
		}
	}
}

func TestEscapingOfText(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"a;b,c", `a\;b\,c`}, {`a\b`, `a\\b`}, {`a\n`, `a\\n`}, {"a\nb", `a\nb`}, {"a\r\nb", `a\nb`},
		{"a\tb\x00c", "a bc"}, {"å: \"ä\"", "å: \"ä\""}, {"x\u202ey", "xy"}, {"\xff", "\ufffd"},
	} {
		var w icsWriter
		w.text("X", tc.in)
		if got := strings.TrimSuffix(w.String(), "\r\n"); got != "X:"+tc.want {
			t.Errorf("%q became %q, want %q", tc.in, got, "X:"+tc.want)
		}
	}
}

// The day after the last of a month or year ends an event of that day.
func TestEventsEndOnTheNextDay(t *testing.T) {
	for day, next := range map[string]string{"2026-02-28": "20260301", "2024-02-28": "20240229", "2024-02-29": "20240301", "2026-12-31": "20270101", "2026-03-29": "20260330", "2026-10-25": "20261026", "2026-04-30": "20260501"} {
		if got := icsDay(value.Date(day).Add(1)); got != next {
			t.Errorf("an event on %s ends on %s, want %s", day, got, next)
		}
	}
}
