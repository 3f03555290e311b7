package document

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/trial"
)

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// published is the schema of TILT, of which testdata/tilt has a copy and its licence.
func published(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const file = "testdata/tilt/tilt-schema.json"
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.UseRegexpEngine(func(s string) (jsonschema.Regexp, error) {
		switch { // Go has no word for what stands behind (?! and so the two such patterns are put narrower
		case !strings.Contains(s, "(?!"):
		case strings.Contains(s, "P("):
			s = `^P([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$`
		default:
			s = `^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`
		}
		return regexp.Compile(s)
	})
	schema, err := c.Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func notices(t *testing.T, set *record.Set) map[string]map[string]any {
	t.Helper()
	out := map[string]map[string]any{}
	for _, lang := range set.Organisation.Languages {
		for _, f := range tiltFiles(set, lang, edition) {
			var v map[string]any
			if err := json.Unmarshal(f.Data, &v); err != nil {
				t.Fatal(err)
			}
			out[f.Path] = v
		}
	}
	return out
}

func TestNoticesInEachLanguage(t *testing.T) {
	for _, f := range All(trial.Small(t), edition) {
		if name := path.Base(f.Path); strings.HasPrefix(name, "tilt-") {
			trial.Golden(t, *update, filepath.Join("testdata", name), f.Data)
		}
	}
}

func TestNoticesAreValidTILT(t *testing.T) {
	schema := published(t)
	house, list, err := record.Load("../../../..")
	if err != nil || list.Blocks() {
		t.Fatal(err, list)
	}
	for _, set := range []*record.Set{house, noticed(t)} {
		all := notices(t, set)
		if len(all) != 2*len(set.Controllers) {
			t.Errorf("%d notices of %d controllers in two languages", len(all), len(set.Controllers))
		}
		for name, v := range all {
			if err := schema.Validate(v); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	// The schema bites: what it would not let through shows that it is read.
	v := notices(t, noticed(t))["data/v1/tilt-bolaget.sv.json"]
	v["controller"].(map[string]any)["country"] = "Sverige"
	if schema.Validate(v) == nil {
		t.Error("the schema takes a country in words")
	}
}

// noticed is a controller with one activity that says all that TILT can take up.
func noticed(t *testing.T) *record.Set {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"organisation.yaml":        "name: Bolaget\nlanguages: [sv, en]\nauthority: imy\nrequests: {free_of_charge: true, identity_check: {sv: Vid tvivel., en: In doubt.}}\n",
		"controllers/bolaget.yaml": "legal_name: Bolaget AB\norg_number: 559999-0008\nemail: info@bolaget.example\nphone: \"+46 8 465 004 10\"\naddress: {street: Gatan 1, city: Lund}\ndpo: {appointed: false}\n",
		"authorities/imy.yaml":     "name: {sv: IMY, en: IMY}\ncountry: SE\ntasks: [complaints]\nemail: imy@imy.se\ncomplaint_url: {sv: \"https://imy.se/klaga\"}\nchecked_on: 2026-11-01\n",
		"categories/contact.yaml":  "name: {sv: Kontaktuppgifter, en: Contact details}\n",
		"categories/health.yaml":   "name: {sv: Hälsa, en: Health}\n",
		"recipients/moln.yaml":     "legal_name: Cloud Inc.\nkind: processor\ncountry: US\ntransfer: {third_country: true, countries: [US], mechanism: art46-2-c, copy: {text: {sv: Fråga oss., en: Ask us.}}}\n",
		"recipients/banker.yaml":   "name: {sv: Banker, en: Banks}\nkind: category\n",
		"retention/konto.yaml":     "name: {sv: Kontot, en: The account}\ndata: [contact]\nperiod: P2W\nstarts_at: {sv: avslutet, en: the closing}\n",
		"retention/vard.yaml":      "name: {sv: Vården, en: Care}\ndata: [health]\nrange: {min: P1Y, max: P3Y6M}\ncriterion: {sv: Så länge det behövs., en: As long as needed.}\n",
		"rights/access.yaml":       "right: access\nmeaning: {sv: Få en kopia., en: Get a copy.}\nhow: {sv: Skriv., en: Write.}\n",
		"activities/konto.yaml": `name: {sv: Konton, en: Accounts}
role: controller
data: [{category: contact, purposes: [login], items: [{name: {sv: Namn, en: Name}}]}, {category: health}]
purposes:
  - {id: login, text: {sv: Logga in., en: Log in.}, class: delivery, bases: [{art6: legitimate-interests, interest: {sv: Säkerhet, en: Security}}]}
  - {id: care, text: {sv: Vård., en: Care.}, bases: [{art6: legal-obligation, law: {sv: Lagen, en: The Act}}], art9: health-care}
source: {kinds: [other], from: [{sv: Folkbokföringen, en: The population register}]}
provision: {requirement: statutory, obliged: true, consequences: {sv: Inget konto., en: No account.}}
automated_decisions: {used: true, logic: {sv: En poäng., en: A score.}, significance: {sv: Nej eller ja., en: Yes or no.}}
recipients: [moln, banker]
retention: [konto, vard]
`,
	} {
		fsys["data/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, list, err := record.LoadFS(fsys)
	if err != nil || list.Blocks() {
		t.Fatal(err, list)
	}
	return set
}

func TestNoticeSaysInTILTWhatTheRecordsSay(t *testing.T) {
	v := notices(t, noticed(t))["data/v1/tilt-bolaget.en.json"]
	disclosed := v["dataDisclosed"].([]any)
	contact, health := disclosed[0].(map[string]any), disclosed[1].(map[string]any)
	type m = map[string]any
	for name, c := range map[string]struct{ want, got any }{
		"purposes":   {[]any{m{"purpose": "delivery of a service", "description": "Log in."}}, contact["purposes"]},
		"interests":  {[]any{m{"exists": true, "reasoning": "Security"}}, contact["legitimateInterests"]},
		"category":   {"Contact details (Name)", contact["category"]},
		"recipients": {[]any{m{"category": "Banks"}, m{"name": "Cloud Inc.", "country": "US", "category": "processor"}}, contact["recipients"]},
		"weeks": {[]any{m{"temporal": []any{m{"description": "The account from the closing", "ttl": "P14D"}}, "purposeConditional": []any{}, "legalBasisConditional": []any{}, "aggregationFunction": "max"}},
			contact["storage"]},
		"range": {[]any{m{"description": "Care; at least", "ttl": "P1Y"}, m{"description": "Care; at most", "ttl": "P3Y6M"}}, health["storage"].([]any)[0].(m)["temporal"]},
		"bases": {[]any{
			m{"reference": "GDPR-6-1-f", "description": "legitimate interests: Log in."},
			m{"reference": "GDPR-6-1-c", "description": "legal obligation: The Act Care."},
			m{"reference": "GDPR-9-2-h", "description": value.ChoiceName("art9", "health-care", "en")},
		}, health["legalBases"]},
		"duty":      {m{"legalRequirement": true, "contractualRegulation": false, "obligationToProvide": true, "consequences": "No account."}, health["nonDisclosure"]},
		"decisions": {m{"inUse": true, "logicInvolved": "Accounts: A score.", "scopeAndIntendedEffects": "Accounts: Yes or no."}, v["automatedDecisionMaking"]},
		"transfer": {m{"country": "US", "adequacyDecision": m{"available": false},
			"appropriateGuarantees":        m{"available": true, "description": "Cloud Inc.: standard contractual clauses of the Commission Ask us."},
			"standardDataProtectionClause": m{"available": true, "description": "Cloud Inc.: standard contractual clauses of the Commission Ask us."}}, v["thirdCountryTransfers"].([]any)[0]},
		"access":     {m{"available": true, "description": "Get a copy. Write.", "email": "info@bolaget.example", "identificationEvidences": []any{"In doubt."}}, v["rightToInformation"]},
		"no officer": {"No data protection officer is appointed", v["dataProtectionOfficer"].(m)["name"]},
		"authority":  {"IMY", v["rightToComplain"].(m)["supervisoryAuthority"].(m)["name"]},
		"source":     {"The population register", v["sources"].([]any)[0].(m)["sources"].([]any)[0].(m)["description"]},
		"notes":      {4, len(v["notes"].([]any))},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", name, diff)
		}
	}
}

// The digest is of the document as it stands, with no digest in it.
func TestNoticeCanBeProved(t *testing.T) {
	for _, f := range tiltFiles(noticed(t), "sv", edition) {
		at := strings.Index(string(f.Data), `"_hash": "`) + len(`"_hash": "`)
		bare := string(f.Data[:at]) + string(f.Data[at+64:])
		if sum := sha256.Sum256([]byte(bare)); hex.EncodeToString(sum[:]) != string(f.Data[at:at+64]) {
			t.Errorf("%s has another digest", f.Path)
		}
	}
}

func TestNoNoticeWhereTILTAsksForWhatIsNotKnown(t *testing.T) {
	for name, change := range map[string]func(*record.Set){
		"no e-mail":   func(s *record.Set) { s.Controllers[0].Email = "" },
		"no country":  func(s *record.Set) { s.Controllers[0].OrgNumber = "" },
		"no activity": func(s *record.Set) { s.Activities = nil },
	} {
		set := noticed(t)
		change(set)
		if files := tiltFiles(set, "sv", edition); len(files) > 0 {
			t.Errorf("%s: %d notices", name, len(files))
		}
	}
	if files := tiltFiles(noticed(t), "tlh", edition); len(files) > 0 {
		t.Error("there is a notice in a language that TILT does not know")
	}
}
