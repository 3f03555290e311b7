package schema_test

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/schema"
)

var (
	anchors = regexp.MustCompile(`<a id="([^"]+)"></a>`)
	links   = regexp.MustCompile(`\]\(([^)#]*)(?:#([^)]+))?\)`)
)

// pagesOf are the pages of the format, by their path below docs/.
func pagesOf(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, folder := range format(t) {
		for _, f := range folder.Files {
			all[strings.TrimPrefix(path.Join(folder.Name, f.Name), "docs/")] = string(f.Data)
		}
	}
	return all
}

func TestAnchorsOfTheFormatAreUniqueAndLinksResolve(t *testing.T) {
	pages := pagesOf(t)
	known := map[string]bool{}
	for _, f := range schemas(t) {
		known[path.Join("../schema", f.Name)] = true
	}
	for name, text := range pages {
		known[name] = true
		for _, m := range anchors.FindAllStringSubmatch(text, -1) {
			if at := name + "#" + m[1]; known[at] {
				t.Errorf("%s stands twice", at)
			} else {
				known[at] = true
			}
		}
	}
	for name, text := range pages {
		for _, m := range links.FindAllStringSubmatch(text, -1) {
			if strings.HasPrefix(m[1], "https://") {
				continue
			}
			to := name
			if m[1] != "" {
				to = path.Join(path.Dir(name), m[1])
			}
			if m[2] != "" {
				to += "#" + m[2]
			}
			if !known[to] {
				t.Errorf("%s: a link goes to %s, where nothing is", name, to)
			}
		}
	}
}

// Every field that a schema knows has its heading, by its full path, in each language.
func TestThePageOfAKindHasAHeadingPerField(t *testing.T) {
	pages := pagesOf(t)
	for name, wants := range map[string][]string{
		"format/en/recipient.md": {
			"<a id=\"recipient.locations.country\"></a>\n\n### `locations[].country`\n\n**Country** · **required** unless `region` is given\n",
			"- Example: `legal_name: Puzzel AB`\n",
			"- Law: GDPR Art. 13(1)(e)\n",
			"an id among the [recipients](recipient.md)",
		},
		"format/sv/recipient.md": {
			"<a id=\"recipient.locations.country\"></a>\n\n### `locations[].country`\n\n**Land** · **måste anges** om inte `region` anges\n",
			"- Exempel: `legal_name: Puzzel AB`\n",
			"- Lag: artikel 13.1 e i GDPR\n",
			"ett id bland [mottagare](recipient.md)",
		},
		"format/en/activity.md": {"<a id=\"activity.data.items.items.name\"></a>\n\n### `data[].items[].items[].name`\n"},
		"format/en/choices.md": {
			"| `subprocessor` | sub-processor |\n",
			"| `consent` | consent | GDPR Art. 6(1)(a) |\n",
			"| `SE` | Sweden |\n",
		},
		"format/sv/choices.md": {
			"| `subprocessor` | underbiträde |\n",
			"| `consent` | samtycke | artikel 6.1 a i GDPR |\n",
			"| `SE` | Sverige |\n",
		},
		"format.md": {"| <a id=\"recipient\"></a>`data/recipients/<id>.yaml` | [Recipients](format/en/recipient.md) | [Mottagare](format/sv/recipient.md) | [recipient.schema.json](../schema/recipient.schema.json) |\n"},
	} {
		for _, want := range wants {
			if !strings.Contains(pages[name], want) {
				t.Errorf("%s lacks %q", name, want)
			}
		}
	}
	for _, lang := range []string{"en", "sv"} {
		for _, k := range record.Kinds() {
			page := path.Join("format", lang, k.Name+".md")
			for _, key := range record.Keys(k) {
				if !strings.Contains(pages[page], fmt.Sprintf("<a id=%q></a>", k.Name+"."+key)) {
					t.Errorf("%s has no heading for %s", page, key)
				}
			}
		}
	}
}

// A page speaks one language: what the other one would say of the same things is not
// on it. Records have both, so what is within a block of YAML does not count.
func TestAPageOfTheFormatSpeaksOneLanguage(t *testing.T) {
	block := regexp.MustCompile("(?s)```yaml.*?```")
	foreign := map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`(?m)^- (Typ|Lag|Exempel):|måste anges|en lista|varje språk`),
		"sv": regexp.MustCompile(`(?m)^- (Type|Law|Example):|\*\*required\*\*|: a list\b|in each language`),
	}
	for name, text := range pagesOf(t) {
		if lang := path.Base(path.Dir(name)); foreign[lang] != nil {
			if said := foreign[lang].FindString(block.ReplaceAllString(text, "")); said != "" {
				t.Errorf("%s says %q", name, said)
			}
		}
	}
}

// A kind's page begins with a whole record, which TestCheckAndSchemaAcceptTheSameRecords
// finds right.
func TestThePageOfAKindBeginsWithAWholeRecord(t *testing.T) {
	pages, samples := pagesOf(t), map[string]string{}
	for _, s := range readCorpus(t, "example") {
		samples[s.place()] = string(s.data)
	}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		kind, ok := record.KindOf(strings.TrimSuffix(path.Base(name), ".md"))
		if !ok || name == "format.md" {
			continue
		}
		head, _, _ := strings.Cut(pages[name], "\n## ")
		_, block, _ := strings.Cut(head, "\n```yaml\n# ")
		place, _, _ := strings.Cut(block, "\n")
		if sample := samples[place]; sample == "" || !strings.HasPrefix(block, place+"\n"+sample+"```\n") {
			t.Errorf("%s does not begin with a record of the kind %s, but with %q", name, kind.Name, place)
		}
	}
}

// The page on writing is typed by hand; the numbers in it are those of the constraints.
func TestThePageOnWritingTellsTheLimits(t *testing.T) {
	pages := pagesOf(t)
	for tag, says := range map[string][]string{
		"id":   {"at most %s characters", "högst %s tecken"},
		"line": {"A line holds at most %s characters", "En rad rymmer högst %s tecken"},
		"text": {"a text at most %s in each language", "en text högst %s på varje språk"},
	} {
		constraint, ok := record.ConstraintOf(tag)
		if !ok {
			t.Fatalf("there is no constraint %s", tag)
		}
		for i, s := range says {
			page := []string{"format/en/writing.md", "format/sv/writing.md"}[i]
			if want := fmt.Sprintf(s, grouped(constraint.MaxLen, []string{",", " "}[i])); !strings.Contains(pages[page], want) {
				t.Errorf("%s does not say %q", page, want)
			}
		}
	}
}

// grouped writes a number with its thousands apart.
func grouped(n int, mark string) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d%s%03d", n/1000, mark, n%1000)
}

func TestFormatListsTheColumnsItIsGiven(t *testing.T) {
	folders, err := schema.Format("docs", []schema.Download{{Name: "some_list", Columns: []schema.Column{{Name: "some_column", Type: "date"}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders[1:] {
		i := slices.IndexFunc(folder.Files, func(f schema.File) bool { return f.Name == "downloads.md" })
		for _, want := range []string{"| `some_column` | date |", "<a id=\"download.some_list\"></a>"} {
			if !strings.Contains(string(folder.Files[i].Data), want) {
				t.Errorf("%s/downloads.md lacks %s", folder.Name, want)
			}
		}
	}
}

// The record that the page on writing shows is one that a reader can copy.
func TestThePageOnWritingShowsARightRecord(t *testing.T) {
	for _, lang := range []string{"en", "sv"} {
		_, rest, ok := strings.Cut(pagesOf(t)["format/"+lang+"/writing.md"], "```yaml\n")
		example, _, closed := strings.Cut(rest, "```")
		if !ok || !closed {
			t.Fatalf("the page in %s shows no record", lang)
		}
		site := validSite(t)
		site["data/recipients/puzzel.yaml"].Data = []byte(example)
		if list := found(t, site, "data/recipients/puzzel.yaml"); len(list) > 0 {
			t.Errorf("the check refuses it: %s", sentences(list))
		}
		if err := compiled(t)["recipient"].Validate(parsed(t, []byte(example))); err != nil {
			t.Errorf("the schema refuses it: %v", err)
		}
	}
}
