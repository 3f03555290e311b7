package law

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tillit/tools/internal/record"
)

// large is a site of many records and pages, a tenth of which hold mistakes.
func large(tb testing.TB, records, pages int) (*record.Set, []Prose) {
	tb.Helper()
	fsys := fstest.MapFS{}
	for i := range records {
		long := "Uppgifterna används för att leverera varorna till adressen som du har uppgett, och för att svara när du hör av dig. "
		if i%10 == 0 {
			long += "De sparas så länge det behövs. "
		}
		text := fmt.Sprintf("name: {sv: Köp %d, en: Orders %d}\nrole: controller\nsummary:\n  sv: >-\n    %s\n  en: >-\n    %s\noccasion: {sv: när du handlar, en: when you shop}\n"+
			"purposes:\n  - id: a\n    text: {sv: Att leverera varorna till dig, en: To deliver the goods to you}\n    bases: [{art6: contract, contract: {sv: Köpeavtalet, en: The sales contract}}]\n",
			i, i, long+long, "The data is used to deliver the goods to the address that you have given, and to answer when you get in touch. We keep it for two years from then on.")
		fsys[fmt.Sprintf("data/activities/a%04d.yaml", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	set, _, err := record.LoadFS(fsys)
	if err != nil {
		tb.Fatal(err)
	}
	var prose []Prose
	for i := range pages {
		paragraph := "Vi behandlar uppgifterna för att kunna leverera det som du har beställt, och sparar dem i **24 månader** från [köpet](/kop/). " +
			"Du har rätt att få en kopia av dem när du vill, och att klaga hos Integritetsskyddsmyndigheten.\n\n"
		text := "---\ntitle: Sida\n---\n\n## Rubrik\n\n" + strings.Repeat(paragraph, 20)
		if i%10 == 0 {
			text += "Vi strävar efter att svara.\n"
		}
		prose = append(prose, Prose{File: fmt.Sprintf("content/p%d/index.sv.md", i), Lang: "sv", Page: fmt.Sprintf("p%d", i), Data: []byte(text)})
	}
	return set, prose
}

func BenchmarkLint(b *testing.B) {
	set, prose := large(b, 2000, 200)
	for b.Loop() {
		if n := len(Lint(set, prose, "2026-11-21")); n != 220 {
			b.Fatalf("%d findings", n)
		}
	}
}

// Text that was made to be slow takes time in proportion to its length.
func TestLintTakesLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	for _, unit := range []string{
		"radering kan inte ", "så länge det behövs ", "(", "[", "](", "[a](", "`", "``` ", "{{<", "<a ", "<!--", "\\", "&amp", "*_~", "| ", "# ", "- a:\n", "a\u030A", ". ", "A. ",
		"genom att använda ", "överförs utanför eu/ees\n\n", "inte, ", "t.ex. ", "1. ", "http://", "å", "\u00AD", "leverantören ",
	} {
		spent := func(n int) time.Duration {
			page := []Prose{{File: "page.md", Lang: "sv", Data: []byte(strings.Repeat(unit, n/len(unit)))}}
			best := time.Hour
			for range 2 {
				begin := time.Now()
				Lint(nil, page, "2026-11-21")
				best = min(best, time.Since(begin))
			}
			return best
		}
		const small, times = 3_000, 8
		short, long := spent(small), spent(small*times)
		if long > time.Second && long > 4*times*short {
			t.Errorf("%q: %v for %d bytes, %v for %d times as many", unit, short, small, long, times)
		}
	}
}
