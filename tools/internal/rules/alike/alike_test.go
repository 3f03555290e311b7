package alike_test

import (
	"strings"
	"testing"

	"tillit/tools/internal/rules/alike"
)

// What two languages say differently is told; what they only write in their own ways is
// not. Each line is a Swedish text and its English translation; "!" before a rule says
// that it is sure.
func TestTexts(t *testing.T) {
	for _, rule := range speaking {
		for _, pair := range rule.pairs {
			want := strings.TrimPrefix(rule.id, "!")
			var got []string
			for _, d := range alike.Texts(pair[0], "sv", pair[1], "en") {
				id := d.Kind.Rule()
				if d.Sure {
					id = "!" + id
				}
				got = append(got, id)
				for i, m := range d.Of {
					if m.Words != "" && !strings.Contains(m.Words, ", ") && pair[i][m.At.From:m.At.To] != m.Words {
						t.Errorf("%q does not stand at %+v in %q", m.Words, m.At, pair[i])
					}
				}
			}
			if all := strings.Join(got, " "); !strings.Contains(all, want) || strings.HasPrefix(rule.id, "!") != strings.Contains(all, "!") {
				t.Errorf("%s: %q beside %q: %s", rule.id, pair[0], pair[1], all)
			}
			if len(got) > 1 {
				t.Errorf("%q beside %q is told more than once: %s", pair[0], pair[1], got)
			}
		}
	}
	for kind, pairs := range silent {
		for _, pair := range pairs {
			if d := alike.Texts(pair[0], "sv", pair[1], "en"); len(d) > 0 {
				t.Errorf("%s: %q beside %q: %+v", kind, pair[0], pair[1], d)
			}
		}
	}
}

var speaking = []struct {
	id    string
	pairs [][2]string
}{
	{"!period-differs", [][2]string{
		{"Uppgifterna sparas i 30 dagar.", "The data is kept for 60 days."},
		{"Uppgifterna sparas i trettio dagar.", "The data is kept for 14 days."},
		{"Vi svarar inom en månad.", "We answer within three months."},
		{"Vi svarar inom 24 timmar.", "We answer within 72 hours."},
		{"Loggarna sparas i två år.", "The logs are kept for seven years."},
		{"Kontot raderas efter tre veckor.", "The account is erased after two weeks."},
		{"Avtalet har en uppsägningstid på 3 månader.", "The notice period is 6 months."},
		{"En tvåårig garanti.", "A three-year guarantee."},
		{"Invänd inom 20 arbetsdagar.", "Object within 10 working days."},
		{"Sparas i ett och ett halvt år.", "Kept for two years."},
		{"Sparas i tjugofem år.", "Kept for thirty-five years."},
	}},
	{"period-differs", [][2]string{
		{"Sparas i 30 dagar, kopior i 30 dagar.", "Kept for 30 days, copies for 60 days."},
		{"Vi svarar inom en månad.", "We answer within 30 days."},
		{"Uppgifterna sparas i 90 dagar.", "The data is kept for three months."},
		{"Uppgifterna sparas i 90 dagar.", "The data is kept."},
		{"Uppgifterna sparas.", "The data is kept for two years."},
		{"Vi meddelar er fem arbetsdagar i förväg.", "We tell you five days ahead."},
		{"Vi svarar inom 10–15 dagar.", "We answer within 10 to 20 weeks."},
		{"Sparas i ett halvår.", "Kept for a year."},
		{"Loggarna gallras var sjunde dag, säkerhetskopior efter 12 månader.", "Logs are removed every seventh day, backups after 13 weeks."},
		{"Efter 30 dagar tas de bort.", "They are removed immediately."},
	}},
	{"!day-differs", [][2]string{
		{"Gäller från den 1 januari 2027.", "Applies from 1 February 2027."},
		{"Gäller från 2027-01-01.", "Applies from 1 January 2028."},
		{"Gäller från den 1 mars 2027.", "Applies from March 2, 2027."},
		{"Avtalet upphör den 31 december 2026.", "The contract ends on 30 December 2026."},
		{"Från 1/2 2027.", "From 2 March 2027."},
		{"Från 15 jan. 2027.", "From 15 Feb 2027."},
	}},
	{"day-differs", [][2]string{
		{"Gäller från den 1 juni.", "Applies from 1 July."},
		{"Gäller från mars 2027.", "Applies from May 2027."},
		{"Gäller från den 1 januari 2027.", "Applies from the new year."},
		{"Gäller från nyår.", "Applies from 1 January 2027."},
	}},
	{"number-differs", [][2]string{
		{"Vi har 10 000 kunder.", "We have 100,000 customers."},
		{"Högst 25 procent av kunderna.", "At most 35 per cent of the customers."},
		{"Avgiften är 1,5 procent.", "The fee is 15%."},
		{"Avgiften är 500 kronor.", "The fee is SEK 5,000."},
		{"Enligt artikel 6.1 f.", "Under Article 9(2)(a)."},
		{"Enligt artikel 13.", "Under Article 14."},
		{"Öppet 08.00–17.00.", "Open 8 a.m. to 6 p.m."},
		{"Ring oss kl. 9–16.", "Call us 9–15."},
		{"Vi använder två underbiträden.", "We use three sub-processors."},
		{"Certifierade enligt ISO 27001.", "Certified under ISO 27701."},
		{"Lagen (2018:218) gäller.", "The Act (2018:219) applies."},
		{"Organisationsnummer 556677-8899.", "Registration number 556677-8890."},
	}},
	{"address-differs", [][2]string{
		{"Skriv till dataskydd@exempel.se.", "Write to dataskydd@example.com."},
		{"Skriv till dataskydd@exempel.se.", "Write to dataskyd@exempel.se."},
		{"Skriv till dataskydd@exempel.se.", "Write to us."},
		{"Skriv till oss.", "Write to privacy@exempel.se."},
		{"Ring +46 8 123 45 67.", "Call +46 8 123 45 68."},
		{"Ring 08-123 45 67.", "Call +46 31 123 45 67."},
		{"Ring oss.", "Call +46 31 123 45 67."},
		{"Skriv till a@x.se eller b@x.se.", "Write to a@x.se or c@x.se."},
		{"Skriv till åsa@räksmörgås.se.", "Write to asa@räksmörgås.se."},
		{"Skriv till info@mail.exempel.se.", "Write to info@exempel.se."},
	}},
	{"link-differs", [][2]string{
		{"Se https://www.imy.se/.", "See https://www.datatilsynet.dk/."},
		{"Se https://www.imy.se/.", "See https://www.edpb.europa.eu/."},
		{"Se https://eur-lex.europa.eu/legal-content/SV/TXT/?uri=CELEX:32016R0679.", "See https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32021R0914."},
		{"Se https://www.imy.se/.", "See the authority."},
		{"Se myndigheten.", "See https://www.imy.se/en/."},
		{"Se https://exempel.se/a.", "See https://exemple.se/a."},
		{"Se www.imy.se.", "See www.pts.se."},
		{"Se https://status.exempel.se/.", "See https://trust.exempel.se/."},
		{"Se https://a.example/ och https://b.example/.", "See https://a.example/ and https://c.example/."},
		{"Se https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=sv.", "See https://eur-lex.europa.eu/eli/reg/2018/1725/oj."},
	}},
}

var silent = map[string][][2]string{
	"periods": {
		{"Uppgifterna sparas i trettio dagar.", "The data is kept for 30 days."},
		{"Uppgifterna sparas i tretti dagar.", "The data is kept for thirty days."},
		{"Vi svarar inom en månad.", "We answer within a month."},
		{"Vi svarar inom en månad.", "We answer within one month."},
		{"Uppgifterna sparas i ett år.", "The data is kept for twelve months."},
		{"Vi svarar inom två veckor.", "We answer within a fortnight."},
		{"Vi svarar inom 24 timmar.", "We answer within one day."},
		{"En gång om året går vi igenom listan.", "Once a year we go through the list."},
		{"Vi går igenom listan årligen.", "We go through the list every year."},
		{"Kopior tas varannan vecka.", "Copies are made every two weeks."},
		{"Kopior tas var tredje månad.", "Copies are made every three months."},
		{"Kopior tas kvartalsvis.", "Copies are made every quarter."},
		{"Barn under 13 år frågar vi inte.", "We do not ask children under 13."},
		{"Sparas i ett och ett halvt år.", "Kept for a year and a half."},
		{"Sparas i ett och ett halvt år.", "Kept for 18 months."},
		{"Sparas ett halvår.", "Kept for six months."},
		{"En 30-dagarsfrist.", "A 30-day period."},
		{"En trettiodagarsfrist.", "A period of 30 days."},
		{"En femårsperiod.", "A period of five years."},
		{"Vi svarar inom 10–15 dagar.", "We answer within 10 to 15 days."},
		{"Vi svarar inom fem arbetsdagar.", "We answer within five working days."},
		{"Vi svarar inom fem arbetsdagar.", "We answer within 5 business days."},
		{"Två ytterligare månader.", "Two further months."},
		{"Vi får ta två månader till.", "We may take two further months."},
		{"Sparas i 90 dygn.", "Kept for 90 days."},
		{"Hundra dagar.", "One hundred days."},
		{"Etthundra dagar.", "100 days."},
		{"Bokföringen sparas i sju år efter det kalenderår då räkenskapsåret avslutades.", "The accounts are kept for seven years after the calendar year in which the financial year ended."},
		{"Efter trettio (30) dagar.", "After thirty (30) days."},
		{"Sparas i 24 månader.", "Kept for two years."},
		{"30 dagar före, och 60 dagar efter.", "60 days after, and 30 days before."},
	},
	"days": {
		{"Gäller från den 1 januari 2027.", "Applies from 1 January 2027."},
		{"Gäller från den 1 januari 2027.", "Applies from January 1, 2027."},
		{"Gäller från den 1 januari 2027.", "Applies from 2027-01-01."},
		{"Gäller från 1/2 2027.", "Applies from 1 February 2027."},
		{"Gäller från 1/2 2027.", "Applies from 02/01/2027."},
		{"Gäller från den 1:a mars 2027.", "Applies from the 1st of March 2027."},
		{"Senast den 31 december varje år.", "By 31 December each year."},
		{"I januari 2027 byter vi.", "We change in January 2027."},
		{"Vi byter den 1 maj.", "We may change on May 1st."},
		{"Den 1 jan. 2027.", "1 Jan 2027."},
		{"Mellan den 1 och 3 april 2027.", "Between 1 and 3 April 2027."},
		{"Den 15 varje månad.", "On the 15th of each month."},
		{"Den 1 januari 2027.", "On 1 January."},
		{"Under 2027.", "In 2027."},
	},
	"numbers": {
		{"Vi har 10 000 kunder.", "We have 10,000 customers."},
		{"Vi har 10\u00a0000 kunder.", "We have ten thousand customers."},
		{"Vi har 10.000 kunder.", "We have 10,000 customers."},
		{"Vi har 1,5 miljoner kunder.", "We have 1.5 million customers."},
		{"Vi har 1 500 000 kunder.", "We have 1.5 million customers."},
		{"Avgiften är 2,5 %.", "The fee is 2.5%."},
		{"Avgiften är 25 procent.", "The fee is 25 per cent."},
		{"Avgiften är tjugofem procent.", "The fee is 25%."},
		{"Enligt artikel 6.1 f.", "Under Article 6(1)(f)."},
		{"Enligt artiklarna 15–22.", "Under Articles 15 to 22."},
		{"Enligt artikel 13.1 e och 28.2.", "Under Article 13(1)(e) and Article 28(2)."},
		{"Enligt 9 kap. 28 § lagen (2022:482).", "Under Chapter 9, Section 28 of the Act (2022:482)."},
		{"Enligt 6 kap. 8 §.", "Under the Swedish Act."},
		{"Förordning (EU) 2016/679.", "Regulation (EU) 2016/679."},
		{"Dataskyddslagen.", "The Swedish Act (2018:218)."},
		{"Öppet 08.00–17.00.", "Open 8 a.m. to 5 p.m."},
		{"Öppet kl. 8–17.", "Open 8:00–17:00."},
		{"Tvåfaktorsinloggning (2FA).", "Two-factor authentication."},
		{"En av tre.", "One in 3."},
		{"Vi tar en kopia.", "We make 1 copy."},
		{"SHA-256 och TLS 1.3.", "SHA-256 and TLS 1.3."},
		{"Version 2.1 av PDF/UA-1.", "Version 2.1 of PDF/UA-1."},
		{"Support dygnet runt.", "Support 24/7."},
		{"Avgiften är 500 kronor.", "The fee is SEK 500."},
		{"Postnummer 123 45.", "Postal code 123 45."},
		{"Båda parter.", "The 2 parties."},
		{"På 1990-talet.", "In the 1990s."},
		{"Box 8114, 104 20 Stockholm.", "Box 8114, SE-104 20 Stockholm."},
		{"Upp till 4 % av omsättningen eller 20 miljoner euro.", "Up to 4% of turnover or EUR 20 million."},
	},
	"addresses": {
		{"Skriv till dataskydd@exempel.se.", "Write to dataskydd@exempel.se"},
		{"Skriv till Dataskydd@Exempel.se.", "Write to dataskydd@exempel.se."},
		{"Skriv till dataskydd@exempel.se (eller ring).", "Write to <dataskydd@exempel.se>, or call."},
		{"Ring 08-123 45 67.", "Call +46 8 123 45 67."},
		{"Ring +46 8 123 45 67.", "Call +46 (0)8-1234567."},
		{"Ring 0046 8 123 45 67.", "Call +46 8 123 45 67."},
		{"Skriv till a@x.se eller b@x.se.", "Write to b@x.se or a@x.se."},
		{"Skriv till a@x.se. a@x.se läses dagligen.", "Write to a@x.se, which is read daily."},
		{"Skriv till 112@x.se.", "Write to 112@x.se."},
		{"Skriv till mailto:a@x.se.", "Write to a@x.se."},
	},
	"links": {
		{"Se https://www.imy.se/.", "See https://www.imy.se/en/."},
		{"Se https://www.imy.se/privatperson/.", "See https://imy.se/en/individuals/."},
		{"Se www.imy.se.", "See https://www.imy.se/en."},
		{"Se https://sv.wikipedia.org/wiki/Kaka.", "See https://en.wikipedia.org/wiki/HTTP_cookie."},
		{"Se https://exempel.se/.", "See https://exempel.com/en/."},
		{"Se https://eur-lex.europa.eu/legal-content/SV/TXT/?uri=CELEX:32016R0679.", "See https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32016R0679."},
		{"Se https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=sv.", "See https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=en."},
		{"Se https://commission.europa.eu/law_sv.", "See https://commission.europa.eu/law_en."},
		{"Se https://a.example/30-dagar/.", "See https://a.example/60-days/."},
		{"Se https://a.example/, https://b.example/.", "See https://b.example/ and https://a.example/."},
	},
}
