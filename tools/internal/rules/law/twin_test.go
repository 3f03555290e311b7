package law_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"
)

// A repair keeps what the law does not forbid: every phrase that an example's
// SOURCE.md lists stands in its repaired twin, too, except those that lost names.
func TestRepairsKeepTheFacts(t *testing.T) {
	row := regexp.MustCompile(`(?m)^\| (S\d-\d+) \|.*\|([^|]+)\|$`)
	for _, name := range examples {
		source, err := os.ReadFile("../../../../examples/" + name + "/SOURCE.md")
		if err != nil {
			t.Fatal(err)
		}
		said := saidIn(t, repaired(t, name).(fstest.MapFS))
		for _, fact := range row.FindAllStringSubmatch(string(source), -1) {
			for phrase := range strings.SplitSeq(fact[2], "<br>") {
				phrase, _, _ = strings.Cut(strings.TrimSpace(phrase), " @ ")
				if strings.HasPrefix(phrase, "*") { // made from a code
					continue
				}
				kept := strings.Contains(said, strings.ToLower(phrase))
				if _, listed := lost[fact[1]+" "+phrase]; kept == listed {
					t.Errorf("%s: %s %q: in the twin %t, listed as lost %t", name, fact[1], phrase, kept, listed)
				}
			}
		}
	}
}

// saidIn are all values of some files, in lower case.
func saidIn(t *testing.T, files fstest.MapFS) string {
	t.Helper()
	var b strings.Builder
	var walk func(*yaml.Node)
	walk = func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode {
			b.WriteString(strings.ToLower(strings.Join(strings.Fields(n.Value), " ")) + "\n")
		}
		for _, c := range n.Content {
			walk(c)
		}
	}
	for _, f := range files {
		walk(parsed(t, f.Data))
	}
	return b.String()
}

func parsed(t *testing.T, data []byte) *yaml.Node {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal(data, &n); err != nil {
		t.Fatal(err)
	}
	return n.Content[0]
}

// lost are the phrases that a repair cannot keep, with the rule that forbids them,
// or what else stands against them.
var lost = map[string]string{
	"S0-11 Social security number":                                                             "pnr-term",
	"S0-14 Social security number":                                                             "pnr-term",
	"S0-14 none is stated":                                                                     "pnr-unjustified: a reason takes its place",
	"S0-17 Encryption follows industry standards":                                              "absolute-claim",
	"S0-20 as far as possible":                                                                 "strive",
	"S0-29 Other user-related information":                                                     "purpose-vague",
	"S0-30 Turn cookies off in the settings of your browser":                                   "cookie-browser",
	"S1-15 endast så länge det är nödvändigt för syftet":                                       "retention-vague",
	"S1-16 Uppgifter för kundåtagande och lagliga skyldigheter":                                "basis-vague",
	"S1-16 Så länge de krävs för kundåtagandet":                                                "retention-vague, basis-vague",
	"S1-18 Data för statistik":                                                                 "purpose-vague",
	"S2-4 Du godkänner också att vi når dig":                                                   "consent-by-use, deemed-agree",
	"S2-11 Samtliga behandlingar":                                                              "basis-vague, dangling-link",
	"S2-11 åtagandena gentemot dig som kund":                                                   "basis-vague, dangling-link",
	"S2-12 Att förbättra tjänsterna":                                                           "purpose-vague",
	"S2-21 behandlingen ska ske inom EU/EES":                                                   "transfer-vague, recipient-vague",
	"S2-22 land utanför EU/EES, hos oss, hos en annan leverantör eller hos en underleverantör": "transfer-vague, recipient-vague",
	"S2-23 legala, tekniska och organisatoriska åtgärder":                                      "transfer-vague, recipient-vague",
	"S2-23 samma nivå som inom EU/EES":                                                         "transfer-vague, recipient-vague",
	"S2-27 Som registrerad och kund hos oss":                                                   "rights-customer-only",
	"S2-32 fullgoda underlag för identifikation":                                               "absolute-claim, id-excess, gdpr-12-6-identity",
	"S2-35 Automatiserat beslutsfattande":                                                      "adm-no-logic",
	"S2-35 Du har uttryckligen samtyckt":                                                       "adm-no-logic",
	"S2-35 Det är nödvändigt för ett avtal":                                                    "adm-no-logic",
	"S2-37 Stäng av cookies i din webbläsare":                                                  "cookie-browser",
	"S2-39 lagstadgade lagringstider":                                                          "retention-law-uncited: the law is named",
	"S2-39 Endast så länge det behövs":                                                         "retention-vague",
	"S2-40 Policyn kan komma att förändras":                                                    "absolute-claim",
	"S2-41 läsa den med jämna mellanrum":                                                       "absolute-claim",
	"S2-42 Kontaktuppgifter finns på vår webbsida":                                             "contact-elsewhere",
	"S3-7 Inom skälig tid":                                                                     "retention-vague",
	"S3-10 Tiden beror på tjänsten":                                                            "dangling-link",
	"S3-11 specificeras på webbsida":                                                           "dangling-link",
	"S3-18 fullgod loggning":                                                                   "absolute-claim",
	"S4-12 bästa möjliga upplevelse av Tjänsten":                                               "gdpr-13-1-c-basis, purpose-vague",
	"S4-12 bästa möjliga upplevelse av hemsidan":                                               "purpose-vague",
	"S4-12 Statistiska ändamål":                                                                "gdpr-13-1-c-basis, purpose-vague",
	"S4-15 Att förbättra servicen":                                                             "basis-combined, basis-misfit, li-unnamed",
	"S4-16 Genom att besöka hemsidan för IdRelay samtycker du":                                 "consent-by-use",
	"S4-17 inom Sverige eller EU/EES":                                                          "recipient-vague",
	"S4-22 Under kundrelationen, eller så länge det är nödvändigt":                             "retention-vague",
	"S4-22 Tiden varierar med det syfte":                                                       "retention-vague: a period takes its place",
	"S4-23 Inom en rimlig tid":                                                                 "retention-vague",
	"S4-24 säkerhetsskäl eller ekonomiska skäl, med stöd av en intresseavvägning":              "retention-just-in-case",
	"S4-26 Så länge du är kund":                                                                "retention-vague",
	"S4-27 bevismaterial":                                                                      "retention-just-in-case",
	"S4-27 ett enda system, med kontrollerad behörighetsstyrning":                              "retention-just-in-case",
	"S4-28 Kostnadsfritt en gång per år":                                                       "access-frequency",
	"S4-31 tills uppgifterna har ändrats":                                                      "right-too-narrow",
	"S4-32 Behandlingen baseras på en intresseavvägning":                                       "right-invented-bar",
	"S4-33 berättigade skäl saknas":                                                            "the right does not depend on it",
	"S4-33 intresseavvägningen är felaktig":                                                    "the right does not depend on it",
	"S4-35 Datainspektionen":                                                                   "old-authority",
	"S4-36 Våra kontaktuppgifter finns på IdRelays hemsida":                                    "contact-elsewhere",
}

// A repair marks each block that it adds or changes, at the block or around it.
// Only records on authorities are no invention.
func TestRepairsMarkEachBlock(t *testing.T) {
	for _, name := range examples {
		site := folder(t, "../../../../examples/"+name)
		for file, f := range folder(t, "testdata/repaired/"+name) {
			switch {
			case strings.HasPrefix(file, "data/authorities/"):
			case site[file] == nil:
				if !strings.HasPrefix(string(f.Data), "# invented") {
					t.Errorf("%s: %s is new and does not begin with # invented", name, file)
				}
			default:
				for _, block := range unmarked(parsed(t, site[file].Data), parsed(t, f.Data), "") {
					t.Errorf("%s: %s: %s is not marked as invented", name, file, block)
				}
			}
		}
	}
}

// unmarked are the blocks of a twin that are not those of the original and bear no
// mark. Within what stands on one line, the mark is at its end.
func unmarked(from, twin *yaml.Node, at string) []string {
	var found []string
	switch {
	case same(from, twin), marked(twin) && (from == nil || from.Kind != twin.Kind || twin.Kind == yaml.ScalarNode):
	case from != nil && from.Kind == yaml.MappingNode && twin.Kind == yaml.MappingNode && twin.Style&yaml.FlowStyle == 0:
		for i := 0; i+1 < len(twin.Content); i += 2 {
			key, value := twin.Content[i], twin.Content[i+1]
			if old := valueOf(from, key.Value); !own(key) && !same(old, value) {
				found = append(found, unmarked(old, value, at+"."+key.Value)...)
			}
		}
	case from != nil && from.Kind == yaml.SequenceNode && twin.Kind == yaml.SequenceNode && twin.Style&yaml.FlowStyle == 0:
		for _, item := range twin.Content {
			if !slices.ContainsFunc(from.Content, func(old *yaml.Node) bool { return same(old, item) }) && !marked(item) {
				var old *yaml.Node
				for _, o := range from.Content {
					if id := valueOf(o, "id"); id != nil && same(id, valueOf(item, "id")) {
						old = o
					}
				}
				if old == nil {
					found = append(found, at+"[]")
				} else {
					found = append(found, unmarked(old, item, at+"["+valueOf(old, "id").Value+"]")...)
				}
			}
		}
	case !marked(twin):
		found = append(found, at)
	}
	return found
}

// own tells whether a node bears the mark itself, and marked whether anything
// within it does.
func own(n *yaml.Node) bool {
	return strings.Contains(n.HeadComment+n.LineComment+n.FootComment, "invented")
}

func marked(n *yaml.Node) bool { return own(n) || slices.ContainsFunc(n.Content, marked) }

// same tells whether two nodes hold the same, however it is written.
func same(a, b *yaml.Node) bool {
	if a == nil || b == nil || a.Kind != b.Kind || len(a.Content) != len(b.Content) {
		return a == b
	}
	if a.Kind == yaml.ScalarNode {
		return strings.Join(strings.Fields(a.Value), " ") == strings.Join(strings.Fields(b.Value), " ")
	}
	for i := range a.Content {
		if !same(a.Content[i], b.Content[i]) {
			return false
		}
	}
	return true
}

func valueOf(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}
