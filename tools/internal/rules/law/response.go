package law

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
)

// What the answers on requests say in words: the few things that words can be
// judged by without a guess. Where they tell neither way, the reply says so.

// lengthOfTime is a length of time in words: "inom 45 dagar", "one to two months".
var lengthOfTime = regexp.MustCompile(`(?i)(\d+|` + numeral + `)(?:[ \x{a0}]+(?:och|and)[ \x{a0}]+(?:en|ett|a|one)?[ \x{a0}]*(?:halv|half))?[ \x{a0}-]*` +
	`((?:arbets|bank|var)?dag(?:ar)?|(?:working |business )?days?|vecka|veckor|weeks?|månad(?:er)?|months?|kvartal|quarters?|halvår|år|years?)\b`)

const numeral = `(?:\b(?:en|ett|a|an|one|två|two|tre|three|fyra|four|fem|five|sex|six|sju|seven|åtta|eight|nio|nine|tio|ten|elva|eleven|tolv|twelve|trettio|thirty|fyrtiofem|forty-five|sextio|sixty|nittio|ninety|några|flera|several|a few))`

var numerals = map[string]float64{
	"en": 1, "ett": 1, "a": 1, "an": 1, "one": 1, "två": 2, "two": 2, "tre": 3, "three": 3, "fyra": 4, "four": 4, "fem": 5, "five": 5,
	"sex": 6, "six": 6, "sju": 7, "seven": 7, "åtta": 8, "eight": 8, "nio": 9, "nine": 9, "tio": 10, "ten": 10, "elva": 11, "eleven": 11,
	"tolv": 12, "twelve": 12, "trettio": 30, "thirty": 30, "fyrtiofem": 45, "forty-five": 45, "sextio": 60, "sixty": 60, "nittio": 90, "ninety": 90,
	"några": 2, "flera": 2, "several": 2, "a few": 2,
}

// prolonged are the words before a time that is added to the month: Art. 12(3)
// allows two more.
var prolonged = regexp.MustCompile(`(?i)(?:förläng\p{L}*|ytterligare|extend\p{L}*|extension|further|additional|prolong\p{L}*)[^.;]*$`)

var more = regexp.MustCompile(`(?i)^[ \x{a0}]+(?:till|more|extra)\b`)

// overOneMonth returns the first time in a text that is longer than the month
// within which a request is answered (Art. 12(3)), as the text has it, or nothing.
// A time by which that month is prolonged is no such time.
func overOneMonth(text string) string {
	for _, at := range lengthOfTime.FindAllStringSubmatchIndex(text, -1) {
		whole, n, unit := text[at[0]:at[1]], strings.ToLower(text[at[2]:at[3]]), strings.ToLower(text[at[4]:at[5]])
		if prolonged.MatchString(text[:at[0]]) || more.MatchString(text[at[1]:]) {
			continue
		}
		count, ok := numerals[n]
		if !ok {
			count, _ = strconv.ParseFloat(n, 64)
		}
		if strings.Contains(strings.ToLower(whole), "hal") && unit != "halvår" {
			count += 0.5
		}
		if count*daysOf(unit) > 31 {
			return whole
		}
	}
	return ""
}

// daysOf is how many days a unit has at least. Three weeks of five working days
// are 21 days.
func daysOf(unit string) float64 {
	switch {
	case strings.HasPrefix(unit, "arbetsdag"), strings.HasPrefix(unit, "bankdag"), strings.HasPrefix(unit, "vardag"),
		strings.HasPrefix(unit, "working"), strings.HasPrefix(unit, "business"):
		return 7.0 / 5
	case strings.HasPrefix(unit, "d"):
		return 1
	case strings.HasPrefix(unit, "v"), strings.HasPrefix(unit, "w"):
		return 7
	case strings.HasPrefix(unit, "m"):
		return 30
	case strings.HasPrefix(unit, "k"), strings.HasPrefix(unit, "q"):
		return 90
	case unit == "halvår":
		return 181
	}
	return 365
}

// timely asks how fast requests are answered, and that the time is no longer than
// the law allows.
func timely(f *facts, _ *record.Organisation) reply {
	r := f.requests()
	var gaps []reply
	for _, lang := range languagesIn(r.ResponseTime) {
		if time := overOneMonth(r.ResponseTime[lang]); time != "" && len(gaps) == 0 {
			gaps = append(gaps, lacks(coverage.Partial, "requests.response_time", diag.Say("anger svarstiden %s, men en begäran ska besvaras inom en månad", "gives %s for an answer, but a request is to be answered within one month", diag.Quote(time)),
				"requests: {response_time: {sv: …, en: …}}"))
		}
	}
	rest := parts(
		part{len(r.ResponseTime) > 0, "requests.response_time", "hur snabbt en begäran besvaras", "how fast a request is answered", "requests: {response_time: {sv: …, en: …}}"},
		part{len(r.Extension) > 0, "requests.extension", "när svarstiden får förlängas", "when the time may be prolonged", "requests: {extension: {sv: …, en: …}}"})
	return all(append(gaps, rest), rest)
}

var (
	doubt   = regexp.MustCompile(`(?i)tvivl|tveka|tveksam|osäk|doubt|uncertain|unsure`)
	blanket = regexp.MustCompile(`(?i)fullgo(?:da|tt) underlag|egenhändigt underteckna|(?:kopia|kopior) (?:av|på) |vidimera|(?:måste|ska|skall|behöver) (?:du )?(?:alltid )?(?:legitimera|identifiera|styrka)|alltid (?:legitimera|identifiera|styrka|kontroller)|kontrollerar alltid|giltig (?:id|legitimation)` +
		`|cop(?:y|ies) of |hand-signed|handwritten signature|must (?:always )?(?:identify|prove)|always (?:identify|prove|check|verify|ask)|valid (?:id|identification|identity)\b`)
	refusing = regexp.MustCompile(`(?i)\b(?:ingen|inte|aldrig|no|not|never)\b`)
)

// doubted asks that identity is checked only where there is reasonable doubt. To
// ask everybody for proof is told in part; what tells neither is not guessed at.
func doubted(f *facts) answer {
	var a answer
	text := f.requests().IdentityCheck
	if len(text) == 0 {
		a.add(f, f.org, tells(false, "requests.identity_check", "när och hur identiteten kontrolleras", "when and how identity is checked", "requests: {identity_check: {sv: …, en: …}}"))
		return a
	}
	open := false
	for _, lang := range languagesIn(text) {
		s := text[lang]
		switch m := blanket.FindStringIndex(s); {
		case doubt.MatchString(s):
		case m != nil && !refusing.MatchString(s[:m[0]]):
			a.add(f, f.org, lacks(coverage.Partial, "requests.identity_check", diag.Say("kräver bevis på identiteten av alla, inte bara vid rimliga tvivel: %s", "demands proof of identity of everybody, not only where there is reasonable doubt: %s", diag.Quote(s)),
				"requests: {identity_check: {sv: …, en: …}}"))
			return a
		default:
			open = true
		}
	}
	a.add(f, f.org, covered("requests.identity_check"))
	if open {
		a.state, a.why = coverage.Unknown, diag.Say("texten säger hur identiteten kontrolleras, men av orden går det inte att avgöra om det bara sker vid rimliga tvivel",
			"the text says how identity is checked, but the words do not tell whether that is done only where there is reasonable doubt")
	}
	return a
}

// refused asks what a refusal says: the reasons, and the way to the authority and
// to the courts.
func refused(f *facts, _ *record.Organisation) reply {
	text := f.requests().RefusalNote
	if len(text) == 0 {
		return tells(false, "requests.refusal_note", "vad den som får nej får veta", "what a person is told who is refused", "requests: {refusal_note: {sv: …, en: …}}")
	}
	said := func(words *regexp.Regexp) bool {
		for _, s := range text {
			if !words.MatchString(s) {
				return false
			}
		}
		return true
	}
	r := parts(
		part{true, "requests.refusal_note", "", "", ""},
		part{said(reasonWords), "requests.refusal_note", "att den som får nej får veta varför", "that whoever is refused is told why", "requests: {refusal_note: {sv: …, en: …}}"},
		part{said(complaintWords), "requests.refusal_note", "att den kan klaga hos myndigheten", "that they may complain to the authority", "requests: {refusal_note: {sv: …, en: …}}"},
		part{said(courtWords), "requests.refusal_note", "att den kan gå till domstol", "that they may go to court", "requests: {refusal_note: {sv: …, en: …}}"})
	return r
}

var (
	reasonWords    = regexp.MustCompile(`(?i)skäl|varför|motiver|förklar|orsak|reason|why|explain|ground`)
	complaintWords = regexp.MustCompile(`(?i)klag|klagomål|imy|tillsynsmyndighet|complain|authority`)
	courtWords     = regexp.MustCompile(`(?i)domstol|tingsrätt|rättsmedel|rättslig prövning|court|judicial`)
)

// languagesIn are the languages of a text, in a fixed order.
func languagesIn(t record.Text) []string {
	return slices.Sorted(maps.Keys(t))
}
