package law

import (
	"regexp"
	"slices"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/rules/coverage"
)

// cookieMistakes are about what is stored on a visitor's device.
var cookieMistakes = []Mistake{
	{
		Rule: diag.Rule{ID: "cookie-no-list", Severity: diag.Error, Law: "LEK 9 kap. 28 §",
			Title: diag.Say("kakor används men ingen är beskriven", "cookies are used, but none is described")},
		find: func(f *facts) []gap {
			if p := f.org.Cookies; p == nil || !record.Yes(p.Used) || len(f.set.Cookies) > 0 {
				return nil
			}
			return noCookie(f).gaps
		},
	},
	{
		Rule: diag.Rule{ID: "cookie-li", Severity: diag.Error, Law: "LEK 9 kap. 28 §",
			Title: diag.Say("en kaka som inte är nödvändig sätts utan samtycke", "a cookie that is not necessary is set without consent")},
		find: asked(each(cookies, quiet, exempt)),
	},
	{
		Rule: diag.Rule{ID: "enf-cookie-design", Severity: diag.Error, Law: "LEK 9 kap. 28 §; GDPR Art. 4(11), 7",
			Title: diag.Say("nej ligger längre bort än ja", "no is further away than yes")},
		find: func(f *facts) []gap {
			if _, asks := consenting(f); !asks {
				return nil
			}
			return site(refusable)(f).gaps
		},
	},
	{
		Rule: diag.Rule{ID: "enf-pixel", Severity: diag.Warning, Law: "GDPR Art. 13(1)(e)",
			Title: diag.Say("en spårpixel eller programkomponent utan mottagare", "a tracking pixel or SDK without a recipient")},
		find: asked(each(cookies, quiet, func(_ *facts, c *record.Cookie) reply {
			if c.Kind != "pixel" && c.Kind != "sdk" || len(c.Recipients) > 0 {
				return reply{}
			}
			return tells(false, "recipients", "vem som får uppgifterna", "who gets the data", "recipients: […]")
		})),
	},
	{
		Rule: diag.Rule{ID: "enf-analytics-transfer", Severity: diag.Warning, Law: "GDPR Art. 13(1)(f), 44",
			Title: diag.Say("en leverantör i USA utan uppgift om överföring", "a provider in the United States without a word on transfer")},
		find: asked(each(cookies, quiet, american)),
	},
}

func refusable(f *facts, _ *record.Organisation) reply {
	switch said := f.consent().RejectOnFirstLayer; {
	case record.Yes(said):
		return reply{}
	case record.No(said):
		return lacks(coverage.Missing, "cookies.consent.reject_on_first_layer", diag.Say("låter den som vill säga nej till kakor leta längre än den som säger ja", "makes those who say no to cookies look further than those who say yes"),
			"cookies: {consent: {reject_on_first_layer: true}}").advised("lägg ”Bara nödvändiga” bredvid ”Godkänn alla”", "put “Only necessary” beside “Accept all”")
	}
	return tells(false, "cookies.consent", "om det är lika nära till nej som till ja", "whether no is as near as yes", "cookies: {consent: {reject_on_first_layer: true}}")
}

// americans are providers of cookies that are established in the United States,
// or that send data there.
var americans = regexp.MustCompile(`(?i)\b(?:Google|Meta|Facebook|Instagram|LinkedIn|Microsoft|Twitter|X Corp|HubSpot|Cloudflare|Amazon|Salesforce|Adobe|Oracle)\b`)

func american(f *facts, c *record.Cookie) reply {
	if !americans.MatchString(c.Provider) || slices.ContainsFunc(c.Recipients, func(id string) bool {
		r := f.recipient[id]
		return r != nil && r.StatesTransfer()
	}) {
		return reply{}
	}
	return lacks(coverage.Missing, "provider", diag.Say("sätts av %s, men ingen mottagare säger om uppgifter förs till USA", "is set by %s, but no recipient says whether data goes to the United States", diag.Quote(c.Provider)),
		"recipients: […]").advised("beskriv leverantören i data/recipients med transfer", "describe the provider in data/recipients with transfer")
}
