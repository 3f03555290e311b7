package check

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// site asks for what a site cannot do without.
func (c *checker) site() {
	if !c.set.Exists("organisation", "organisation") {
		c.add("missing-organisation", diag.Say("webbplatsen saknar filen data/organisation.yaml", "the site lacks the file data/organisation.yaml"),
			diag.Say("skapa den med name och languages: tillit init skriver en att börja med", "create it with name and languages: tillit init writes one to begin with"))
	}
	o := c.set.Organisation
	if o == nil {
		return
	}
	switch {
	case !slices.ContainsFunc(c.set.All(), func(e *record.Filed) bool { return e.Kind.Name == "controller" }):
		if c.set.Whole() {
			c.addAbout("missing-controller", o, "controller",
				diag.Say("%s anger ingen personuppgiftsansvarig", "%s tells of no controller", c.called(o)),
				diag.Say("lägg till en fil i data/controllers med namn och kontaktuppgifter", "add a file to data/controllers with name and contact details"))
		}
	case o.Controller == "" && len(c.set.Controllers) > 1 && !c.about(o).given("controller"):
		var ids []string
		for _, r := range c.set.Controllers {
			ids = append(ids, r.ID)
		}
		c.addAbout("main-controller", o, "controller",
			diag.Say("%s har flera ansvariga, men säger inte vem webbplatsen talar för", "%s has several controllers, but does not say for which the site speaks", c.called(o)),
			diag.Say("lägg till controller: och ett av %s", "add controller: and one of %s", strings.Join(ids, ", ")))
	}
}

// add adds a finding about the site's main file, which may not exist.
func (c *checker) add(rule string, message, hint diag.Text) {
	c.found = append(c.found, diag.New(rule, diag.Pos{File: "data/organisation.yaml"}, message, hint))
}

func (c *checker) addAbout(rule string, r record.Record, path string, message, hint diag.Text) {
	s := c.about(r)
	s.report(rule, path, message, hint)
	c.found = append(c.found, s.found...)
}

func (s *subject) organisation(o *record.Organisation) {
	s.defaultLanguage(o)
	s.baseAddress(o)
	var ids []string
	for _, st := range o.Statements {
		ids = append(ids, st.ID)
	}
	s.unique("statements", ids)
	if r := o.Review; r != nil {
		s.inOrder("date-order", day{"review.reviewed_on", r.ReviewedOn}, day{"review.next_review_on", r.NextReviewOn})
	}
	if b := o.Brand; b != nil {
		s.contrast("brand.colour", b.Colour, light)
		s.contrast("brand.colour_dark", b.ColourDark, dark)
	}
	s.expiry(o.SecurityContact)
	s.host(o.Hosting)
	s.declarations(o)
	if a := s.set.Find("authority", o.Authority); a != nil {
		if v := a.Value.(*record.Authority); !slices.Contains(v.Tasks, "complaints") && len(v.Tasks) > 0 {
			s.report("complaint-authority", "authority",
				diag.Say("%s hänvisar klagomål till %s, som inte tar emot klagomål om personuppgifter", "%s refers complaints to %s, which does not receive complaints about personal data", s.called(), s.checker.called(v)),
				diag.Say("skriv id på tillsynsmyndigheten, i Sverige imy", "write the id of the supervisory authority, in Sweden imy")).Related =
				[]diag.Related{s.note(v, "tasks", diag.Say("myndighetens uppgifter", "the authority's tasks"))}
		}
	}
}

func (s *subject) defaultLanguage(o *record.Organisation) {
	if o.DefaultLanguage == "" || len(s.languages) == 0 || s.seen["default_language"] || slices.Contains(s.languages, o.DefaultLanguage) {
		return
	}
	s.report("default-language", "default_language",
		s.has(diag.Quote(o.DefaultLanguage), "default_language", diag.Say("webbplatsen är bara på %s", "the site is only in %s", s.siteLanguages())),
		diag.Say("skriv ett av %[1]s, eller lägg till språket i languages", "write one of %[1]s, or add the language to languages", strings.Join(s.languages, ", ")))
}

// baseAddress keeps what is no part of a folder's address out of every link.
func (s *subject) baseAddress(o *record.Organisation) {
	if at := strings.IndexAny(o.BaseURL, "?#"); at >= 0 && !s.seen["base_url"] {
		s.report("base-address", "base_url",
			s.has(diag.Quote(o.BaseURL), "base_url", diag.Say("webbplatsens adress har varken ? eller #", "the address of the site has neither ? nor #")),
			diag.Write(o.BaseURL[:at]))
	}
}

// host asks that whoever serves the site stands among the recipients: it sees the
// address of every reader.
func (s *subject) host(h *record.Hosting) {
	if h == nil || s.seen["hosting.provider"] {
		return
	}
	if h.Provider == "" {
		s.report("hosting-provider", "hosting",
			diag.Say("%s säger hur webbplatsen driftas, men nämner ingen leverantör bland mottagarna", "%s tells how the site is hosted, but names no provider among the recipients", s.called()),
			diag.Say("lägg leverantören i data/recipients och skriv dess id: provider: …; driver ni servern själva kan ni godta varningen", "add the provider to data/recipients and write its id: provider: …; if you run the server yourselves, you can accept the warning"))
		return
	}
	if e := s.set.Find("recipient", h.Provider); e != nil {
		if r := e.Value.(*record.Recipient); r.Status(s.asOf) == record.Ended {
			s.report("hosting-provider", "hosting.provider",
				diag.Say("%s säger att webbplatsen driftas av %s, som upphörde %s", "%s says that the site is hosted by %s, which ended on %s", s.called(), r.Label("sv"), r.Ended),
				diag.Say("skriv id på den leverantör som driftar webbplatsen nu", "write the id of the provider that hosts the site now"))
		}
	}
}

// expiry keeps security.txt valid: RFC 9116 recommends less than a year ahead.
func (s *subject) expiry(c *record.SecurityContact) {
	const at = "security_contact.expires"
	if c == nil || !c.Expires.Valid() {
		return
	}
	latest := value.DateOf(s.asOf.Time().AddDate(1, 0, 0))
	switch {
	case c.Expires.Before(s.asOf):
		s.report("contact-expired", at,
			diag.Say("säkerhetskontakten gällde till och med %s, så den som finner en brist litar inte på den", "the security contact held until %s, so whoever finds a weakness will not trust it", c.Expires),
			diag.Say("kontrollera kontakten och skriv en ny dag, högst %s", "check the contact and write a new day, %s at the latest", latest))
	case latest.Before(c.Expires):
		s.report("contact-expires-late", at,
			diag.Say("säkerhetskontakten gäller till %s, mer än ett år framåt", "the security contact holds until %s, more than a year ahead", c.Expires),
			diag.Say("skriv %s eller tidigare, så att någon ser över den varje år", "write %s or earlier, so that somebody looks at it each year", latest))
	}
}
