package statute_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/statute"
)

// today is the day of every test.
const today = value.Date("2026-11-21")

// countries are those of the EEA.
const countries = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"

func TestEachCountryHasItsAuthority(t *testing.T) {
	want := append(strings.Fields(countries), "AX")
	slices.Sort(want)
	var got []string
	for _, a := range statute.AuthorityTable() {
		got = append(got, string(a.Country))
		if a.LocalName == "" || a.EnglishName == "" {
			t.Errorf("%s: no name", a.Country)
		}
		secure(t, string(a.Country), a.Web)
		if a.Complaint != "" {
			secure(t, string(a.Country), a.Complaint)
		}
		if phone, _ := record.ConstraintOf("phone"); a.Phone != "" && !phone.Valid(a.Phone, "") {
			t.Errorf("%s: %q is no telephone number", a.Country, a.Phone)
		}
		if email, _ := record.ConstraintOf("email"); a.Email != "" && !email.Valid(a.Email, "") {
			t.Errorf("%s: %q is no e-mail address", a.Country, a.Email)
		}
		referred(t, string(a.Country), a.Reference)
	}
	if !slices.Equal(want, got) {
		t.Errorf("countries %v, want %v", got, want)
	}
	if len(got) != 31 {
		t.Errorf("%d authorities, want 30 countries and Åland", len(got))
	}
}

func secure(t *testing.T, what, address string) {
	t.Helper()
	if u, err := url.Parse(address); err != nil || u.Scheme != "https" || u.Host == "" {
		t.Errorf("%s: %q is no address with https", what, address)
	}
}

func referred(t *testing.T, what string, r statute.Reference) {
	t.Helper()
	if r.Source == "" || r.Certainty == "" || !r.Checked.Valid() || today.Before(r.Checked) {
		t.Errorf("%s: incomplete reference %+v", what, r)
	}
}

// A reader sees names and sites of all, and ways of contact only where they were
// verified.
func TestOnlyTheVerifiedIsShown(t *testing.T) {
	shown := statute.Authorities()
	if len(shown) != 32 {
		t.Errorf("%d authorities, want 31 and PTS", len(shown))
	}
	for _, a := range shown {
		if a.Country != "SE" && (a.Email != "" || a.Phone != "" || len(a.ComplaintURL) > 0 || a.Address != nil) {
			t.Errorf("%s: ways of contact that nobody has verified", a.Country)
		}
		if a.VisitingAddress != nil {
			t.Errorf("%s: a visiting address that nobody has verified", a.Country)
		}
		if a.Name.In("sv") == "" || a.Name.In("en") == "" || a.Web == "" || a.CheckedOn == "" {
			t.Errorf("%s: incomplete", a.Country)
		}
	}
}

func TestAdequacyDecisions(t *testing.T) {
	want := "AD AR BR CA CH EPO FO GB GG IL IM JE JP KR NZ US UY"
	var got, numbers []string
	for _, d := range statute.AdequacyDecisions() {
		got, numbers = append(got, d.Country), append(numbers, d.Decision)
		referred(t, d.Country, d.Reference)
		if !d.Adopted.Valid() || today.Before(d.Adopted) || d.Ends != "" && !d.Adopted.Before(d.Ends) {
			t.Errorf("%s: days in the wrong order: %s, %s", d.Country, d.Adopted, d.Ends)
		}
		if value.Country(d.Country).Zone() == value.Within {
			t.Errorf("%s is in the EEA and needs no decision", d.Country)
		}
		if d.Narrow && d.Scope.IsZero() {
			t.Errorf("%s: narrow, but the scope is not told", d.Country)
		}
	}
	if strings.Join(got, " ") != want {
		t.Errorf("countries %v, want %s", got, want)
	}
	slices.Sort(numbers)
	if len(slices.Compact(numbers)) != len(got) {
		t.Error("two countries have the same decision")
	}
}

// The tables speak of the words that the fields may hold, of all and no others.
func TestTablesFitTheChoices(t *testing.T) {
	var mechanisms, bases, rights []string
	for _, m := range statute.Mechanisms() {
		mechanisms = append(mechanisms, m.Code)
		referred(t, m.Code, m.Reference)
		if m.Adequate && m.Derogation || m.Adequate && m.Copy {
			t.Errorf("%s: contradicts itself", m.Code)
		}
	}
	for _, b := range statute.Bases() {
		bases = append(bases, b.Code)
		referred(t, b.Code, b.Reference)
	}
	for _, r := range statute.DependentRights() {
		rights = append(rights, r.Code)
		referred(t, r.Code, r.Reference)
		for basis := range r.On {
			if !slices.Contains(codes("basis"), basis) {
				t.Errorf("%s depends on %q", r.Code, basis)
			}
		}
	}
	for list, got := range map[string][]string{"mechanism": mechanisms, "basis": bases, "right": rights} {
		if !slices.Equal(codes(list), got) {
			t.Errorf("%s: %v, want %v", list, got, codes(list))
		}
	}
}

func codes(list string) []string {
	var codes []string
	for _, c := range value.Choices(list) {
		codes = append(codes, c.Code)
	}
	return codes
}

// The matrix of rights and bases, by letter of Art. 6(1): + applies, ~ in some
// cases, - must not be told as if it applied.
func TestRightsDependOnBases(t *testing.T) {
	for right, want := range map[string]string{
		"access":           "a+ b+ c+ d+ e+ f+",
		"rectification":    "a+ b+ c+ d+ e+ f+",
		"erasure":          "a+ b~ c- d+ e- f+",
		"restriction":      "a+ b+ c+ d+ e+ f+",
		"portability":      "a+ b+ c- d- e- f-",
		"objection":        "a- b- c- d- e+ f+",
		"withdraw-consent": "a+ b- c- d- e- f-",
		"complaint":        "a+ b+ c+ d+ e+ f+",
	} {
		var got []string
		for _, b := range statute.Bases() {
			sign := map[statute.RightOnBasis]string{statute.Always: "+", statute.Limited: "~", statute.Never: "-"}[statute.RightApplies(right, b.Code)]
			got = append(got, b.Letter+sign)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", right, s, want)
		}
	}
}

func TestModulesOfTheClauses(t *testing.T) {
	for i, m := range statute.SCCModules() {
		if m.Number != i+1 || m.Subprocessors != (m.To == "processor") {
			t.Errorf("module %d: %+v", i+1, m)
		}
	}
}

// What is known from memory is in the table, so that somebody looks it up, and is
// shown to nobody.
func TestUnprovenAnchorsAreNotShown(t *testing.T) {
	hidden := 0
	for _, a := range statute.AnchorTable() {
		referred(t, a.Code, a.Reference)
		if a.Certainty == statute.Unproven {
			hidden++
			if slices.ContainsFunc(statute.Anchors(), func(s statute.Anchor) bool { return s.Code == a.Code }) {
				t.Errorf("%s is shown", a.Code)
			}
		}
	}
	if hidden != 5 {
		t.Errorf("%d unproven periods, want 5", hidden)
	}
}

// The countries are those for which data does not leave the EU/EEA.
func TestJurisdictionsAreTheEEA(t *testing.T) {
	var of []string
	for _, j := range statute.Jurisdictions() {
		referred(t, string(j.Country), j.Reference)
		of = append(of, string(j.Country))
	}
	want := slices.DeleteFunc(value.Countries(), func(c string) bool { return value.Country(c).Zone() != value.Within })
	slices.Sort(of)
	if !slices.Equal(of, want) {
		t.Errorf("%v, want %v", of, want)
	}
}

func TestIdentifiers(t *testing.T) {
	for _, i := range statute.Identifiers() {
		referred(t, i.Code, i.Reference)
	}
}

func TestAnchorsAreVerified(t *testing.T) {
	for _, a := range statute.Anchors() {
		referred(t, a.Code, a.Reference)
		if !a.Shown() || a.Period == "" || a.Start.IsZero() {
			t.Errorf("%s: not fit to be shown: %+v", a.Code, a)
		}
	}
}

func TestPersonalNumbers(t *testing.T) {
	for digits, want := range map[string]bool{
		"8112189876":   true,
		"198112189876": true,
		"8112789873":   true, // a coordination number: the day plus 60
		"8112189877":   false,
		"8113189876":   false,
		"5560360793":   false, // an organisation number
		"2021005489":   false,
		"":             false,
		"302612189876": false,
	} {
		if got := statute.PersonalNumber(digits, today); got != want {
			t.Errorf("%s: %t, want %t", digits, got, want)
		}
	}
}
