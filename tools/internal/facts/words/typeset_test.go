package words

import (
	"strings"
	"testing"

	"tillit/tools/internal/facts/prose"
)

func TestNumbersStayWithWhatTheyAreReadWith(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"sv", "Enligt artikel 13 och 5 § första stycket", "Enligt artikel~13 och 5~§ första stycket"},
		{"sv", "2 kap. 3 § och § 4", "2~kap. 3~§ och §~4"},
		{"sv", "inom 30 dagar, senast den 1 mars 2026", "inom 30~dagar, senast den 1~mars 2026"},
		{"sv", "Artiklarna 13 och 14", "Artiklarna~13 och 14"},
		{"sv", "100 % av 7 år", "100~% av 7~år"},
		{"sv", "5 årsredovisningar och 3 dagböcker", "5 årsredovisningar och 3 dagböcker"},
		{"sv", "smartikel 3", "smartikel 3"},
		{"en", "Article 13(1)(f) within 30 days of 1 March 2026", "Article~13(1)(f) within 30~days of 1~March 2026"},
		{"en", "3 dayshifts", "3 dayshifts"},
		{"fi", "30 päivää", "30 päivää"},
		{"sv", "TLS 1.2 enligt ISO/IEC 27001 och (EU) 2023/1795", "TLS~1.2 enligt ISO/IEC~27001 och (EU)~2023/1795"},
		{"en", "TLS 1.2 under ISO 9001 and (EU) 2023/1795", "TLS~1.2 under ISO~9001 and (EU)~2023/1795"},
		{"fi", "Sygnalik Sp. z o.o.", "Sygnalik Sp.~z~o.o."},
		{"sv", "E-post, sms (e-postadress) och i-land. Med e-post", "E-|post, sms (e-|postadress) och i-|land. Med e-|post"},
		{"sv", "e-post@example.com, a-b.example, IP-adress, e-post/sms", "e-post@example.com, a-b.example, IP-adress, e-post/sms"},
	} {
		if got := strings.NewReplacer(NBSP, "~", wordJoiner, "|").Replace(Typeset(tt.lang, tt.text)); got != tt.want {
			t.Errorf("%s: %q is set as %q, want %q", tt.lang, tt.text, got, tt.want)
		}
	}
}

func TestProseIsSetOutsideOfWhatIsNotRead(t *testing.T) {
	const page = "---\ntitle: Artikel 13\nslug: artikel-13\n---\n\n## Artikel 13\n\nArtikel 13 gäller i 30 dagar: {{< x \"artikel 13\" >}}, `artikel 13`, [se artikel 13](/artikel 13/).\n"
	const want = "---\ntitle: Artikel 13\nslug: artikel-13\n---\n\n## Artikel 13\n\nArtikel~13 gäller i 30~dagar: {{< x \"artikel 13\" >}}, `artikel 13`, [se artikel~13](/artikel 13/).\n"
	if got := strings.ReplaceAll(string(TypesetProse(prose.File{Lang: "sv", Data: []byte(page)}.Read())), NBSP, "~"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
