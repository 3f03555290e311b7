package value

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"tillit/tools/internal/diag"
)

// assigned are the officially assigned alpha-2 codes of ISO 3166-1.
const assigned = " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ" +
	" CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR" +
	" GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP" +
	" KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ" +
	" NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW" +
	" SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ" +
	" UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW "

// eea are the countries where the GDPR applies: the Union, Iceland,
// Liechtenstein and Norway, and those parts of France and Finland that have
// codes of their own but belong to the Union (TFEU Art. 349 and 355). Territories
// outside the Union, such as Greenland or New Caledonia, are not among them.
const eea = " AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO" +
	" AX GF GP MF MQ RE YT "

// Within a sentence some countries bear an article in English, and what is on an
// island is "på" it in Swedish.
const (
	definite = " AE BS CD CF CG DO FK FO GB GM IM KM KY MH MV NL PH SB SC TC US "
	islands  = " BB BM CU CY FO GG GL IM IS JE JM MT MU NZ PH SC "
)

// Definite tells whether English says "the" before the name of a country.
func Definite(code string) bool { return listed(definite, code) }

// Island tells whether Swedish says "på" and not "i" of what is in a country.
func Island(code string) bool { return listed(islands, code) }

// Countries returns every assigned code, in alphabetical order.
func Countries() []string { return strings.Fields(assigned) }

// Zone is where something lies, as the rules on transfers see it (GDPR Art. 44):
// within the European Economic Area, outside of it, or nobody knows. What is not
// known is never taken for within.
type Zone int

const (
	Unknown Zone = iota
	Within
	Outside
)

// Zone tells where a country lies. Of what is no country nothing is known.
func (c Country) Zone() Zone {
	switch {
	case listed(eea, string(c)):
		return Within
	case listed(assigned, string(c)):
		return Outside
	}
	return Unknown
}

func listed(list, code string) bool { return len(code) == 2 && strings.Contains(list, " "+code+" ") }

// CountryName returns what a country is called in a language, or in English where
// that is not known; a code that is no country is returned as it is.
func CountryName(code, lang string) string {
	if !listed(assigned, code) {
		return code
	}
	// x/text carries the names of CLDR 32; these have changed since, or are
	// longer than anybody says them.
	switch code {
	case "BY":
		return "Belarus"
	case "CD":
		return diag.Text{SV: "Kongo-Kinshasa", EN: "Democratic Republic of the Congo"}.In(lang)
	case "CG":
		return diag.Text{SV: "Kongo-Brazzaville", EN: "Republic of the Congo"}.In(lang)
	case "HK":
		return diag.Text{SV: "Hongkong", EN: "Hong Kong"}.In(lang)
	case "MK":
		return diag.Text{SV: "Nordmakedonien", EN: "North Macedonia"}.In(lang)
	case "MM":
		return "Myanmar"
	case "MO":
		return "Macao"
	case "PS":
		return diag.Text{SV: "Palestina", EN: "Palestine"}.In(lang)
	case "SZ":
		return "Eswatini"
	case "TR":
		return diag.Text{SV: "Turkiet", EN: "Türkiye"}.In(lang)
	}
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	name := ""
	if tag, err := language.Parse(lang); err == nil {
		if namer := display.Regions(tag); namer != nil {
			name = namer.Name(region)
		}
	}
	if name == "" {
		name = display.Regions(language.English).Name(region)
	}
	return strings.ReplaceAll(name, " & ", diag.Text{SV: " och ", EN: " and "}.In(lang))
}

func ValidCountry(value, _ string) bool { return listed(assigned, value) }

// meantCountry is the code that somebody wrote in another way, or "".
func meantCountry(value string) string {
	upper := strings.ToUpper(strings.TrimSpace(value))
	switch upper {
	case "UK":
		return "GB"
	case "EL":
		return "GR"
	}
	if listed(assigned, upper) {
		return upper
	}
	for _, code := range Countries() {
		if strings.EqualFold(value, CountryName(code, "sv")) || strings.EqualFold(value, CountryName(code, "en")) {
			return code
		}
	}
	return ""
}

func ExplainCountry(value, _ string) (message, hint diag.Text) {
	message = diag.Say("ett land skrivs med två stora bokstäver enligt ISO 3166-1", "a country is written with two capital letters of ISO 3166-1")
	switch strings.ToUpper(strings.TrimSpace(value)) {
	case "EU", "EEA", "EES", "EÖS":
		return diag.Say("det är en region, inte ett land", "that is a region, not a country"),
			diag.Say("skriv varje land för sig; för en plats kan region: EEA stå i stället", "write each country; a place may have region: EEA instead")
	}
	if meant := meantCountry(value); meant != "" {
		return message, diag.Write(meant)
	}
	return message, diag.Say("skriv till exempel SE för Sverige", "write for instance SE for Sweden")
}
