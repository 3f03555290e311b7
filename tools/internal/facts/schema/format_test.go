package schema_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/schema"
)

var (
	anchors = regexp.MustCompile(`<a id="([^"]+)"></a>`)
	links   = regexp.MustCompile(`\]\(#([^)]+)\)`)
)

func TestAnchorsOfTheFormatAreUniqueAndLinksResolve(t *testing.T) {
	text := string(format(t).Data)
	seen := map[string]bool{"how-to-write-a-record": true, "så-skriver-man-en-post": true} // headings of the introduction
	for _, m := range anchors.FindAllStringSubmatch(text, -1) {
		if seen[m[1]] {
			t.Errorf("the anchor %s stands twice", m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range links.FindAllStringSubmatch(text, -1) {
		if !seen[m[1]] {
			t.Errorf("a link goes to %s, where nothing is", m[1])
		}
	}
}

// Every field that a schema knows has its heading, by its full path.
func TestFormatHasAHeadingPerField(t *testing.T) {
	text := string(format(t).Data)
	for _, want := range []string{
		"<a id=\"recipient.locations.country\"></a>\n\n### `locations[].country`\n\n**Country / Land** · **required** unless `region` is given\n",
		"<a id=\"activity.data.items.items.name\"></a>\n\n### `data[].items[].items[].name`\n",
		"- Example / exempel: `legal_name: Puzzel AB`\n",
		"- Law / lag: GDPR Art. 13(1)(e)\n",
		"| `subprocessor` | underbiträde | sub-processor |\n",
		"| `consent` | samtycke | consent | GDPR Art. 6(1)(a) |\n",
		"| `SE` | Sverige | Sweden |\n",
		"an id among the [recipients](#recipient)",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("format.md lacks %q", want)
		}
	}
	for _, k := range record.Kinds() {
		for _, key := range record.Keys(k) {
			if !strings.Contains(text, fmt.Sprintf("<a id=%q></a>", k.Name+"."+key)) {
				t.Errorf("format.md has no heading for %s of %s", key, k.Name)
			}
		}
	}
}

// The introduction is typed by hand; the numbers in it are those of the rules.
func TestIntroductionTellsTheLimitsOfTheRules(t *testing.T) {
	text := string(format(t).Data)
	for tag, says := range map[string][]string{
		"id":   {"at most %s characters", "högst %s tecken"},
		"line": {"A line holds at most %s characters", "En rad rymmer högst %s tecken"},
		"text": {"a text at most %s in each language", "en text högst %s på varje språk"},
	} {
		rule, ok := record.RuleOf(tag)
		if !ok {
			t.Fatalf("there is no rule %s", tag)
		}
		for i, s := range says {
			if want := fmt.Sprintf(s, grouped(rule.MaxLen, []string{",", " "}[i])); !strings.Contains(text, want) {
				t.Errorf("the introduction does not say %q", want)
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
	data, err := schema.Format([]schema.Download{{Name: "some_list", Columns: []schema.Column{{Name: "some_column", Type: "date"}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"| `some_column` | date |", "<a id=\"download.some_list\"></a>"} {
		if !strings.Contains(string(data), want) {
			t.Errorf("the section on downloads lacks %s", want)
		}
	}
}

// The record that the introduction shows is one that a reader can copy.
func TestIntroductionShowsARightRecord(t *testing.T) {
	_, rest, ok := strings.Cut(string(format(t).Data), "```yaml\n")
	example, _, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		t.Fatal("the introduction shows no record")
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
