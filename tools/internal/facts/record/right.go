package record

// Right is one right of the person, in the organisation's words (GDPR Art. 13–22, 77–82).
// sv: En av personens rättigheter, med organisationens ord (artikel 13–22 och
// 77–82 i GDPR).
type Right struct {
	ID string `yaml:"-"`

	// Which right it is.
	// sv: Vilken rättighet det är.
	Right string `yaml:"right" validate:"required,choice=right" en:"Right" sv:"Rättighet"`
	// A heading of its own, when the usual name does not do.
	// sv: En egen rubrik, när det vanliga namnet inte räcker.
	Title Text `yaml:"title" validate:"omitempty,text" en:"Heading" sv:"Rubrik"`
	// What it means for the person.
	// sv: Vad den betyder för personen.
	Meaning Text `yaml:"meaning" validate:"required,text" en:"Meaning" sv:"Innebörd"`
	// How it is used.
	// sv: Hur den används.
	How Text `yaml:"how" validate:"omitempty,text" en:"How" sv:"Hur"`
	// Whether it holds only under certain conditions.
	// sv: Om den gäller bara under vissa förutsättningar.
	Conditional bool `yaml:"conditional" en:"Under conditions" sv:"Under förutsättningar"`
	// The cases in which it applies.
	// sv: Fallen då den gäller.
	Grounds []Text `yaml:"grounds" validate:"omitempty,dive,text" en:"When it applies" sv:"När den gäller"`
	// When it does not apply.
	// sv: När den inte gäller.
	Limits []Text `yaml:"limits" validate:"omitempty,dive,text" en:"Limits" sv:"Begränsningar"`
	// How fast, when it differs from the general rule.
	// sv: Hur snabbt, när det skiljer sig från huvudregeln.
	ResponseTime Text `yaml:"response_time" validate:"omitempty,text" en:"Response time" sv:"Svarstid"`
	// A fee, if one is taken. The law allows none as a rule.
	// sv: En avgift, om en tas ut. Lagen medger i regel ingen.
	// law: GDPR Art. 12(5)
	Fee Text `yaml:"fee" validate:"omitempty,text" en:"Fee" sv:"Avgift"`
	// How often, if that is limited. The law knows no such limit.
	// sv: Hur ofta, om det begränsas. Lagen känner ingen sådan gräns.
	// law: GDPR Art. 12(5), 15
	FrequencyLimit Text `yaml:"frequency_limit" validate:"omitempty,text" en:"Limit of frequency" sv:"Gräns för hur ofta"`
	// What is demanded first, if anything.
	// sv: Vad som krävs först, om något.
	Precondition Text `yaml:"precondition" validate:"omitempty,text" en:"Precondition" sv:"Förutsättning"`
	// Whether it stands apart from all other information, as the right to object must.
	// sv: Om den står skild från all annan information, som rätten att invända måste.
	// law: GDPR Art. 21(4)
	Prominent bool `yaml:"prominent" en:"Set apart" sv:"Står för sig"`
	// The place in the list; rights without a number follow in the order of the law.
	// sv: Platsen i listan; rättigheter utan nummer följer i lagens ordning.
	Order int `yaml:"order" validate:"omitempty,min=1,max=99" en:"Order" sv:"Ordning"`
}

// Key is the right's id.
func (r *Right) Key() string { return r.ID }

// Label is the heading, or the usual name of the right.
func (r *Right) Label(lang string) string { return label(r, lang) }
