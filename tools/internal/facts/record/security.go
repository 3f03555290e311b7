package record

import (
	"tillit/tools/internal/facts/value"
)

// Measure is a technical or organisational measure (GDPR Art. 32).
// sv: En teknisk eller organisatorisk åtgärd (artikel 32 i GDPR).
type Measure struct {
	ID string `yaml:"-"`

	// What it is called.
	// sv: Vad den kallas.
	Title Text `yaml:"title" validate:"required,text" en:"Title" sv:"Rubrik"`
	// The heading that it belongs under, of Annex III to Decision (EU) 2021/915.
	// sv: Rubriken den hör under, i bilaga III till beslut (EU) 2021/915.
	Domain string `yaml:"domain" validate:"required,choice=domain" en:"Domain" sv:"Område"`
	// What is done, so exactly that it can be checked.
	// sv: Vad som görs, så bestämt att det kan kontrolleras.
	Text Text `yaml:"text" validate:"omitempty,text" en:"Text" sv:"Text"`
	// Its parts, as a list.
	// sv: Dess delar, som lista.
	Items []Text `yaml:"items" validate:"omitempty,dive,text" en:"Points" sv:"Punkter"`
	// Whether it protects our own data, the customers', or both.
	// sv: Om den skyddar våra egna uppgifter, kundernas, eller bådas.
	AppliesTo string `yaml:"applies_to" validate:"omitempty,choice=applies-to" en:"Applies to" sv:"Gäller"`
	// The place in the list.
	// sv: Platsen i listan.
	Order int `yaml:"order" validate:"omitempty,min=1,max=999" en:"Order" sv:"Ordning"`
}

// Key is the measure's id.
func (m *Measure) Key() string { return m.ID }

// Label is the measure's title.
func (m *Measure) Label(lang string) string { return label(m, lang) }

// Certification is a certificate that somebody else can vouch for.
// sv: Ett certifikat som någon annan kan gå i god för.
type Certification struct {
	ID string `yaml:"-"`

	// The standard, with its year.
	// sv: Standarden, med årtal.
	// example: ISO/IEC 27001:2022
	Standard string `yaml:"standard" validate:"required,line" en:"Standard" sv:"Standard"`
	// What it is about, in plain words.
	// sv: Vad den handlar om, i vanliga ord.
	Gloss Text `yaml:"gloss" validate:"omitempty,text" en:"Explanation" sv:"Förklaring"`
	// What the certificate covers.
	// sv: Vad certifikatet omfattar.
	Scope Text `yaml:"scope" validate:"omitempty,text" en:"Scope" sv:"Omfattning"`
	// The body that certifies.
	// sv: Organet som certifierar.
	Body string `yaml:"body" validate:"omitempty,line" en:"Certification body" sv:"Certifieringsorgan"`
	// The certificate's number.
	// sv: Certifikatets nummer.
	CertificateNo string `yaml:"certificate_no" validate:"omitempty,line" en:"Certificate number" sv:"Certifikatnummer"`
	// First day of validity.
	// sv: Första giltighetsdag.
	ValidFrom value.Date `yaml:"valid_from" validate:"omitempty,date" en:"Valid from" sv:"Giltigt från"`
	// Last day of validity.
	// sv: Sista giltighetsdag.
	ValidTo value.Date `yaml:"valid_to" validate:"omitempty,date" en:"Valid to" sv:"Giltigt till"`
	// The certificate.
	// sv: Certifikatet.
	URL string `yaml:"url" validate:"omitempty,https" en:"Address" sv:"Adress"`
}

// Key is the certification's id.
func (c *Certification) Key() string { return c.ID }

// Label is the standard.
func (c *Certification) Label(lang string) string { return label(c, lang) }
