package prose_test

import (
	"fmt"
	"testing"

	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/trial"
)

// No slug and no older address of any language leads to where something else belongs, in
// whatever way it is written.
func TestPagesKeepToTheirAddresses(t *testing.T) {
	for _, tt := range []struct{ lang, slug, alias, rule string }{
		{"sv", "om", "/om-oss/", ""}, {"sv", "versioner-om", "/om/versions/", ""}, {"en", "versions", "/en/versions/2026-03-01/", ""}, {"en", "data", "/en/data/v1/", ""},
		{"en", "status", "/en/feeds/", ""}, {"sv", "data-om", "/datas/x/", ""}, {"sv", "feed", "/status-om/", ""}, {"sv", "om", "/versionsnytt", ""}, {"en", "feeds", "/en/status", ""}, {"sv", "x", "/om-data/data/", ""},

		{"sv", "data", "", "address-owner"}, {"sv", "versions", "", "address-owner"}, {"sv", "feeds", "", "address-owner"}, {"sv", "status", "", "address-owner"},
		{"sv", "om", "/versions/2026-03-01/", "address-owner"}, {"en", "about", "/versions/2026-03-01/site/", "address-owner"}, {"en", "about", "/data/", "address-owner"},
		{"sv", "om", "/feeds", "address-owner"}, {"sv", "om", "/status/x/", "address-owner"}, {"sv", "om", "/versions/", "address-owner"}, {"en", "about", "/data/v1/x/", "address-owner"},
		{"sv", "om", "/Versions/x/", "prose-alias"}, {"sv", "om", "/om/../versions/x/", "prose-alias"}, {"sv", "om", "/%76ersions/x/", "prose-alias"}, {"sv", "om", "//versions/x/", "prose-alias"},
		{"sv", "om", "/om/%2e%2e/data/", "prose-alias"}, {"sv", "om", "/./data/", "prose-alias"}, {"sv", "om", "/ver\u017fions/x/", "prose-alias"}, {"sv", "om", "https://x.example/", "prose-alias"},
		{"sv", "om", "versions/x/", "prose-alias"}, {"sv", "om", "/om/ /data/", "prose-alias"}, {"sv", "../data", "", "prose-slug"}, {"sv", "Data", "", "prose-slug"}, {"sv", "data/v1", "", "prose-slug"},
	} {
		text := fmt.Sprintf("---\ntitle: Om\nslug: %q\n", tt.slug)
		if tt.alias != "" {
			text += fmt.Sprintf("aliases: [%q]\n", tt.alias)
		}
		_, list := prose.ReadPages(trial.Site(map[string]string{"content/about/index." + tt.lang + ".md": text + "---\n"}), nil, trial.SwedishAndEnglish)
		if tt.rule == "" && len(list) > 0 || tt.rule != "" && (len(list) != 1 || list[0].Rule != tt.rule || list[0].Pos.Line < 3) {
			t.Errorf("%s, slug %q, alias %q: %v, want %s", tt.lang, tt.slug, tt.alias, trial.Briefs(list, "en"), tt.rule)
		}
	}
}
