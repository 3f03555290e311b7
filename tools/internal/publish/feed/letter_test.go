package feed

import (
	"bytes"
	"encoding/csv"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/history/change"
	"tillit/tools/internal/trial"
)

// letterFor writes the letter about the entries that match.
func letterFor(t *testing.T, lang string, match func(change.Entry) bool) Letter {
	t.Helper()
	set, chain := issue(t, story(), told)
	entries, err := chain.Entries(set)
	if err != nil {
		t.Fatal(err)
	}
	entries = slices.DeleteFunc(entries, func(e change.Entry) bool { return !match(e) })
	if len(entries) == 0 {
		t.Fatal("no entry matches")
	}
	return NewLetter(entries, set, lang, there)
}

func id(want string) func(change.Entry) bool {
	return func(e change.Entry) bool { return e.ID == want }
}

func TestLettersInBothLanguages(t *testing.T) {
	for _, tc := range []struct {
		name  string
		match func(change.Entry) bool
	}{
		{"announced", id("2026-03-01/recipient/north")},
		{"renamed", id("2026-06-01/recipient/nordic-ny")},
		{"moved", func(e change.Entry) bool { return e.Record == "north" }},
		{"several", func(e change.Entry) bool { return e.Version == "2026-06-15" }},
	} {
		for _, lang := range []string{"sv", "en"} {
			l := letterFor(t, lang, tc.match)
			trial.Golden(t, *update, filepath.Join("testdata", "letters", tc.name+"."+lang+".txt"), []byte(l.Subject+"\n\n"+l.Text))
			if tc.name == "announced" {
				trial.Golden(t, *update, filepath.Join("testdata", "letters", tc.name+"."+lang+".html"), []byte(l.HTML))
				trial.Golden(t, *update, filepath.Join("testdata", "letters", tc.name+"."+lang+".eml"), l.EML)
				trial.Golden(t, *update, filepath.Join("testdata", "letters", tc.name+"."+lang+".csv"), Letters([]Letter{l}))
			}
		}
	}
}

// A mail program finds the subject and both texts in the draft.
func TestDraftsAreReadByMailPrograms(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		l := letterFor(t, lang, func(e change.Entry) bool { return e.Version == "2026-06-01" })
		for line := range bytes.SplitSeq(l.EML, []byte("\r\n")) {
			if len(line) > 78 || bytes.ContainsAny(line, "\r\n") || bytes.ContainsFunc(line, func(r rune) bool { return r > 126 }) {
				t.Errorf("a line that mail does not carry: %q", line)
			}
		}
		m, err := mail.ReadMessage(bytes.NewReader(l.EML))
		if err != nil {
			t.Fatal(err)
		}
		subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
		if err != nil || subject != l.Subject {
			t.Errorf("the subject is %q, want %q (%v)", subject, l.Subject, err)
		}
		if from, err := m.Header.AddressList("From"); err != nil || from[0].Address != "ombud@exempelbolaget.example" {
			t.Errorf("from %v, %v", from, err)
		}
		if when, err := m.Header.Date(); err != nil || when.Format("2006-01-02 -0700") != "2026-06-01 +0200" {
			t.Errorf("dated %v, %v", when, err)
		}
		if m.Header.Get("X-Unsent") != "1" {
			t.Error("mail programs would show it as received")
		}
		kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
		if err != nil || kind != "multipart/alternative" {
			t.Fatal(kind, err)
		}
		parts := multipart.NewReader(m.Body, params["boundary"])
		for _, want := range []string{l.Text, l.HTML} {
			p, err := parts.NextPart() // which decodes quoted-printable
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(p)
			if err != nil || strings.ReplaceAll(string(data), "\r\n", "\n") != want {
				t.Errorf("the part came back as %q, want %q (%v)", data, want, err)
			}
		}
	}
}

// A name may try to write headers or markup of its own.
func TestLettersOfHostileText(t *testing.T) {
	set, chain := issue(t, story(), told)
	entries, err := chain.Entries(set)
	if err != nil {
		t.Fatal(err)
	}
	e := entries[len(entries)-2]
	e.Changes = nil
	e.Name.SV, e.Name.EN = "Nord\r\nBcc: all@evil.example\r\n\r\n<b>x</b>", "=cmd|' /C calc'!A0"
	set.Organisation.Name = "Ex\r\nBcc: x@evil.example"
	for _, lang := range []string{"sv", "en"} {
		l := NewLetter([]change.Entry{e}, set, lang, there)
		m, err := mail.ReadMessage(bytes.NewReader(l.EML))
		if err != nil {
			t.Fatal(err)
		}
		if m.Header.Get("Bcc") != "" {
			t.Error("a name wrote a header")
		}
		if strings.Contains(l.HTML, "<b>") || strings.ContainsAny(l.Subject, "\r\n") {
			t.Errorf("a name wrote markup or lines: %q", l.Subject)
		}
		rows, err := csv.NewReader(bytes.NewReader(Letters([]Letter{l}))).ReadAll()
		if err != nil || len(rows) != 2 || len(rows[1]) != len(letterColumns()) {
			t.Errorf("%d rows, %v", len(rows), err)
		}
		for _, cell := range rows[1] {
			if strings.HasPrefix(cell, "=") {
				t.Errorf("a spreadsheet would run %q", cell)
			}
		}
	}
}

// Without a day to object by, nobody is told to object.
func TestLettersSayOnlyWhatApplies(t *testing.T) {
	l := letterFor(t, "en", id("2026-06-15/retention/logs"))
	for _, not := range []string{"If you wish to object", "If you do not object", "Article 28(2)"} {
		if strings.Contains(l.Text, not) {
			t.Errorf("the letter says %q:\n%s", not, l.Text)
		}
	}
	if !strings.Contains(l.Text, "The change applies from 15 June 2026.") {
		t.Errorf("it does not say from when:\n%s", l.Text)
	}
}

func TestSubjectsHoldNoEncodedWordOfAName(t *testing.T) {
	dec := new(mime.WordDecoder)
	for _, name := range []string{"=?utf-8?q?=0d=0aBcc:evil?= AB", "Åre =?utf-8?q?x?= AB", "Vanlig AB"} {
		got, err := dec.DecodeHeader(subject(name))
		if want := strings.ReplaceAll(name, "=?", "= ?"); err != nil || got != want {
			t.Errorf("%q is read as %q, %v", name, got, err)
		}
	}
}
