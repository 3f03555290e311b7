package value

import (
	"testing"
	"time"
)

func TestAMomentHasOneSpelling(t *testing.T) {
	for text, want := range map[string]Moment{
		"2026-11-29T12:00:00Z":      "2026-11-29T12:00:00Z",
		"2026-11-29T13:00:00+01:00": "2026-11-29T12:00:00Z",
		"2026-11-30T00:30:00+01:00": "2026-11-29T23:30:00Z",
		"2026-11-29T12:00:00.5Z":    "",
		"2026-11-29T12:00:60Z":      "",
		"2026-11-29T24:00:00Z":      "",
		"2026-02-29T12:00:00Z":      "",
		"2026-11-29 12:00:00Z":      "",
		"2026-11-29T12:00Z":         "",
		"2026-11-29T12:00:00":       "",
		"1899-12-31T23:00:00Z":      "",
		"2200-01-01T00:00:00Z":      "",
		"2026-11-29":                "",
		"":                          "",
	} {
		got, ok := ReadMoment(text)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q is read as %q, %v; want %q", text, got, ok, want)
		}
		if valid := Moment(text).Valid(); valid != (text == string(want) && text != "") {
			t.Errorf("%q is a moment: %v", text, valid)
		}
	}
}

func TestAMomentIsOfADayInSweden(t *testing.T) {
	for m, want := range map[Moment]string{
		"2026-11-28T22:59:59Z": "2026-11-28 23:59",
		"2026-11-28T23:00:00Z": "2026-11-29 00:00",
		"2026-07-01T21:59:59Z": "2026-07-01 23:59",
		"2026-07-01T22:00:00Z": "2026-07-02 00:00",
		"2026-10-25T00:30:00Z": "2026-10-25 02:30", // the same hour on the clock, twice
		"2026-10-25T01:30:00Z": "2026-10-25 02:30",
	} {
		if got := string(m.Day()) + " " + m.Clock(); got != want {
			t.Errorf("%s is %s, want %s", m, got, want)
		}
	}
}

func FuzzMoment(f *testing.F) {
	for _, seed := range []string{"2026-11-29T12:00:00Z", "2026-11-29T13:00:00+01:00", "2026-11-29T12:00:00.0Z", "2026-11-29T12:00:00,5Z", "2026-02-29T12:00:00Z", "9999-12-31T23:59:59-23:59", "2026-11-29t12:00:00z", "2026-11-29T12:00:00Z\n2026-11-29"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if m := Moment(text); m.Valid() && MomentOf(m.Time()) != m {
			t.Errorf("%q is a moment, and written %q", text, MomentOf(m.Time()))
		}
		m, ok := ReadMoment(text)
		if !ok {
			return
		}
		at, err := time.Parse(time.RFC3339, text)
		if !m.Valid() || err != nil || !at.Equal(m.Time()) || len(m) != len("2026-11-29T12:00:00Z") {
			t.Errorf("%q is read as %q: %v", text, m, err)
		}
	})
}
