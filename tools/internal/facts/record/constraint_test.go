package record_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// values are what each constraint accepts and refuses; a refused value is followed by
// what its hint says in English, as far as it matters.
var values = map[string]struct {
	param string
	right []string
	wrong map[string]string
}{
	"line": {
		right: []string{"Puzzel AB", "å", `"onmouseover="x`, "a < b", "A<B", "東京", "3", "می\u200cخواهم", "❤\ufe0f AB", "क्\u200dष", "A & B", strings.Repeat("x", 300)},
		wrong: map[string]string{
			" Puzzel": `write "Puzzel"`, "Puzzel\u00a0": `write "Puzzel"`, "": "fill in", "\t": "fill in",
			"a\nb": "on one line", "a\u202eb": "remove the character", "a\u200bb": "remove the character", "a\x00b": "remove the character",
			strings.Repeat("x", 301): "shorten", "Kund\u00adtjänst": "remove the character", "\u3164": "", "a\ue000": "common character", "a\u2003b": "common space",
			"–": "fill in", "???": "fill in",
			"<script>alert(1)</script> AB": "remove the tag",
		},
	},
	"text": {
		right: []string{"Hej", "a < b", "a <= b", "1<2", "x <", "rad\nrad", strings.Repeat("x", 10_000), "2 <3"},
		wrong: map[string]string{
			" \n\t": "write the text", "<": "write the text", "…": "write the text", "\u00a0": "write the text", strings.Repeat("x", 10_001): "shorten",
			"<script>alert(1)</script>": "remove the tag", "en <b>fet</b> text": "remove the tag", "a<b": "put a space", "<!-- x -->": "remove", "</p>": "remove", "<<p": "remove",
		},
	},
	"language": {
		right: []string{"sv", "en", "sv-FI", "zh-Hans", "es-419", "nb"},
		wrong: map[string]string{"SV": "write sv", "svenska": "write sv", "English": "write en", "sv_SE": "write sv-SE", "swe": "write sv", "xx-yy": "write for instance", "": "", "sv-x-a": "", "de-1996": "", "iw": "write he"},
	},
	"country": {
		right: []string{"SE", "GB", "US", "AX"},
		wrong: map[string]string{"se": "write SE", "UK": "write GB", "uk": "write GB", "EL": "write GR", "Sverige": "write SE", "sweden": "write SE", "EU": "each country", "XX": "write for instance", "AN": "", "XK": "", "SU": "", "": "", "S E": ""},
	},
	"https": {
		right: []string{"https://example.com", "https://example.com/a?b=c#d", "https://räksmörgås.example/ö", "https://a-b.example:8443/", "https://example.com./"},
		wrong: map[string]string{
			"http://example.com": "write https://example.com", "www.example.com": "write https://www.example.com", "HTTPS://example.com": "write https://example.com",
			" https://example.com": "write https://example.com", "https:example.com": "write https://example.com",
			"javascript:alert(1)": "write for instance", "https://user@example.com": "", "https://example": "", "https://": "", "": "",
			"https://exa mple.com": "", `https://example.com/"onmouseover="x`: "", "https://example.com/<script>": "", "data:text/html,x": "", "https://example.com\\@evil.example": "",
			"https://example.com/\u202e": "", "https://" + strings.Repeat("a", 2000) + ".example": "", "//example.com": "write https://example.com", "https://-a.example": "", "https://a.example:99999/": "", "https://a.example:0/": "",
		},
	},
	"timestamp": {
		right: []string{"http://timestamp.example.com", "https://freetsa.org/tsr", "http://127.0.0.1:3161/", "https://räksmörgås.example:8443/tsa?policy=1"},
		wrong: map[string]string{
			"": "write for instance", "ftp://example.com/": "", "timestamp.example.com": "write for instance", "http://": "", "https://me:secret@example.com/": "", "http://example.com/#x": "", "HTTP://example.com/": "",
			"http://exa mple.com/": "", "http://example.com:99999/": "", "http://example.com/\u202e": "", "javascript:alert(1)": "", "http://" + strings.Repeat("a", 2000) + ".example": "",
		},
	},
	"link": {
		right: []string{"https://example.com", "mailto:a@example.com", "mailto:a@example.com?subject=Hej", "tel:+4681234567"},
		wrong: map[string]string{
			"a@example.com": "write mailto:a@example.com", "+46 8 123 45 67": "write tel:+4681234567", "javascript:alert(1)": "", "JavaScript:alert(1)": "",
			"mailto:": "", "mailto:a": "", "tel:112": "", "ftp://example.com": "", "vbscript:x": "", "mailto:a@example.com?subject=a b": "", "mailto:a@example.com?subject=a%0Abcc:b@example.com": "", "tel:*21*0701234567#": "", "": "",
		},
	},
	"id": {
		right: []string{"puzzel", "a", "iso-27001", "1a", strings.Repeat("a", 64)},
		wrong: map[string]string{
			"Puzzel AB": "write puzzel-ab", "åäö": "write aao", "-a": "write a", "a--b": "write a-b", "a_b": "write a-b", "": "write for instance",
			"../../etc/passwd": "write for instance", "a/b": "write for instance", strings.Repeat("a", 65): "",
		},
	},
	"choice": {
		param: "recipient-kind",
		right: []string{"subprocessor", "category"},
		wrong: map[string]string{"subproccessor": "did you mean subprocessor?", "underbiträde": "did you mean subprocessor?", "Myndighet": "did you mean authority?", "x": "choose", "": "choose"},
	},
	"orgnumber": {
		right: []string{"556016-0680", "5560160680", "556579\u20134384", "556579\u20114384", "556579 4384", "556579\u00a0\u2013\u00a04384", "556579\u22124384"},
		wrong: map[string]string{
			"556016-0681": "compare", "55601606": "write ten digits", "16556016-0680": `write "556016-0680"`, "811218-9876": "remove the number",
			"19811218-9876": "remove the number", "SE556016068001": "write ten digits", "": "", "55-60160680": `write "556016-0680"`, "٥٥٦٠١٦٠٦٨٠": "", "901231-1234": "",
		},
	},
	"vatnumber": {
		right: []string{"SE556016068001", "DE123456789", "EL123456789", "ATU12345678", "XI123456789", "IE1234567WA", "CHE123456789"},
		wrong: map[string]string{"SE 556016-0680 01": "write SE556016068001", "5560160680": "write SE556016068001", "556016068001": "write SE556016068001", "se556016068001": "write SE556016068001",
			"SE5560160680": "write SE556016068001", "SE556016068101": "", "GR123456789": "", "ZZ123": "", "": "", "SE556016068000": ""},
	},
	"email": {
		right: []string{"a@example.com", "data.skydd+x@sub.example.se", "info@räksmörgås.example", "o'neill@example.com"},
		wrong: map[string]string{"a@exempel\u2011bolaget.se": "write a@exempel-bolaget.se", "mailto:a@example.com": "write a@example.com", "a (at) example.com": "write a@example.com",
			"a@b": "", "@example.com": "", "a@@example.com": "", "a@example.com\u00a0": "write a@example.com", "<a@example.com>": "write a@example.com", "a..b@example.com": "", "": "", "a@-example.com": "", "a\"b@example.com": ""},
	},
	"phone": {
		right: []string{"+46 8 657 61 00", "+4686576100", "+46 8-657 61 00", "+46\u00a08\u2011657 61 00", "+1 212 555 0100"},
		wrong: map[string]string{"08-657 61 00": `write "+46 8-657 61 00"`, "+46 (0)8 657 61 00": `write "+46 8 657 61 00"`, "+46 08 657 61 00": `write "+46 8 657 61 00"`, "0046 8 657 61 00": `write "+46 8 657 61 00"`,
			"112": "", "+46": "", "ring oss": "", "+46 8 657 61 00 ankn 12": "", "+1234567890123456": "", "": "", "tel:+4686576100": ""},
	},
	"date": {
		right: []string{"2026-02-28", "2024-02-29", "1999-12-31"},
		wrong: map[string]string{"2026-02-29": "2026-02-28", "2026-09-31": "2026-09-30", "2026-13-01": "", "2026-3-1": "write 2026-03-01", "20260301": "write 2026-03-01", "2026/03/01": "write 2026-03-01",
			"2026-03-01T10:00:00Z": "write 2026-03-01", "1 mars 2026": "", "0026-01-01": "", "9999-01-01": "", "2026-00-10": "", "": "", "2026-03-00": ""},
	},
	"period": {
		right: []string{"P7Y", "P12M", "P90D", "PT72H", "P2W", "P1Y6M", "PT30M", "P1DT12H"},
		wrong: map[string]string{"7 år": "write P7Y", "90 dagar": "write P90D", "72 hours": "write PT72H", "30 minuter": "write PT30M", "2 Veckor": "write P2W", "p7y": "write P7Y", "P": "", "PT": "", "P1YT": "",
			"P0D": "", "P1W2D": "", "7": "", "P-1D": "", "P1.5Y": "", "": "", "P99999999D": "", "1 månad": "write P1M"},
	},
	"recordref": {
		right: []string{"recipients/puzzel", "organisation", "categories/iso-1"},
		wrong: map[string]string{"puzzel": "", "recipient/puzzel": "write recipients/puzzel", "recipents/puzzel": "write recipients/puzzel", "data/recipients/puzzel.yaml": "write recipients/puzzel", "recipients/../x": "", "recipients/": "", "": "", "x/y": "the folders are", "organisation/x": ""},
	},
	"assetname": {
		right: []string{"logo.svg", "Logo-2.png", "logo.min.svg"},
		wrong: map[string]string{"../logo.svg": "", "logo.gif": "", "/etc/passwd": "", "a/b.svg": "", ".svg": "", "logo..svg": "", "": "", "logo.svg\n": ""},
	},
	"colour": {
		right: []string{"#1a5276", "#FFFFFF"},
		wrong: map[string]string{"blue": "", "#fff": "", "1a5276": "", "#1a5276;": "", "": "", "rgb(0,0,0)": ""},
	},
}

func TestConstraintsAcceptAndRefuse(t *testing.T) {
	for _, r := range record.Constraints() {
		t.Run(r.Tag, func(t *testing.T) {
			v, ok := values[r.Tag]
			if !ok {
				t.Fatal("no values to try the constraint with")
			}
			for _, s := range v.right {
				if !r.Valid(s, v.param) {
					t.Errorf("%q is refused", s)
				}
			}
			for s, hint := range v.wrong {
				if r.Valid(s, v.param) {
					t.Errorf("%q is accepted", s)
					continue
				}
				message, got := r.Explain(s, v.param)
				checkSentence(t, s, message)
				checkSentence(t, s, got)
				if !strings.Contains(got.EN, hint) {
					t.Errorf("the hint for %q is %q, without %q", s, got.EN, hint)
				}
			}
		})
	}
}

// checkSentence checks that a text says something in both languages, and nothing
// of how the program is made.
func checkSentence(t *testing.T, value string, text diag.Text) {
	t.Helper()
	for _, s := range []string{text.SV, text.EN} {
		if s == "" || strings.Contains(s, "%!") || strings.HasSuffix(s, ".") || strings.Contains(s, "  ") {
			t.Errorf("of %q is said %q", value, s)
		}
	}
	if text.SV == text.EN {
		t.Errorf("of %q the same is said in both languages: %q", value, text.SV)
	}
}

// What Valid accepts the schema must accept, too; the schema may accept more.
func TestPatternsMatchWhatIsValid(t *testing.T) {
	for _, r := range record.Constraints() {
		pattern, err := regexp.Compile(r.Pattern)
		if err != nil {
			t.Fatalf("%s: %v", r.Tag, err)
		}
		for _, s := range values[r.Tag].right {
			if !pattern.MatchString(s) {
				t.Errorf("%s: the pattern refuses %q", r.Tag, s)
			}
			if r.MaxLen > 0 && len([]rune(s)) > r.MaxLen {
				t.Errorf("%s: %q is longer than the schema allows", r.Tag, s)
			}
		}
		for _, beyond := range []string{`(?=`, `(?!`, `(?<`, `(?i`, `\A`, `\z`, `\Q`} {
			if strings.Contains(r.Pattern, beyond) {
				t.Errorf("%s: %s is not in both dialects", r.Tag, beyond)
			}
		}
	}
}

// Whatever a pattern can refuse for itself, it should: of the wrong values above
// an editor then shows most while they are typed.
func TestPatternsRefuseMostOfWhatIsInvalid(t *testing.T) {
	wrong, missed := 0, 0
	for _, r := range record.Constraints() {
		pattern := regexp.MustCompile(r.Pattern)
		for s := range values[r.Tag].wrong {
			wrong++
			if pattern.MatchString(s) && (r.MaxLen == 0 || len([]rune(s)) <= r.MaxLen) {
				missed++
			}
		}
	}
	if missed*4 > wrong {
		t.Errorf("%d of %d wrong values pass the patterns", missed, wrong)
	}
}

func TestEveryTagHasAConstraint(t *testing.T) {
	own := map[string]bool{"required": true, "required_without": true, "required_without_all": true, "omitempty": true, "dive": true, "min": true, "max": true}
	seen := map[reflect.Type]bool{}
	var look func(reflect.Type)
	look = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			f := typ.Field(i)
			for word := range strings.SplitSeq(f.Tag.Get("validate"), ",") {
				tag, param, _ := strings.Cut(word, "=")
				_, known := record.ConstraintOf(tag)
				if word != "" && !known && !own[tag] {
					t.Errorf("%s.%s: nobody knows the constraint %q", typ.Name(), f.Name, tag)
				}
				if tag == "choice" && value.Choices(param) == nil {
					t.Errorf("%s.%s: there is no list %q", typ.Name(), f.Name, param)
				}
			}
			if kind := f.Tag.Get("ref"); kind != "" {
				if _, ok := record.KindOf(kind); !ok {
					t.Errorf("%s.%s refers to a kind %q", typ.Name(), f.Name, kind)
				}
			}
			look(f.Type)
		}
	}
	for _, k := range record.Kinds() {
		look(reflect.TypeOf(k.New("x")))
	}
	if len(seen) < 30 {
		t.Errorf("only %d structs were looked at", len(seen))
	}
}
