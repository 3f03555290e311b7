package law

import (
	"bytes"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/wording"
)

// gapMark stands for what only the company knows.
const gapMark = "…"

// written is a skeleton of YAML as the file would have it: one field to a line,
// each text in the languages of the site and with a sentence to begin from. What
// goes into one field is put together: the skeleton's parts are split by
// semicolons.
func (f *facts) written(skeleton string) string {
	if skeleton == "" {
		return ""
	}
	if done, ok := f.lines[skeleton]; ok {
		return done
	}
	whole := &yaml.Node{Kind: yaml.MappingNode}
	for part := range strings.SplitSeq(skeleton, "; ") {
		var n yaml.Node
		if yaml.Unmarshal([]byte(part), &n) != nil || len(n.Content) == 0 || n.Content[0].Kind != yaml.MappingNode {
			return skeleton
		}
		merge(whole, n.Content[0])
	}
	languages := f.org.Languages
	if len(languages) == 0 {
		languages = []string{"sv", "en"}
	}
	fill(whole, "", languages)
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if enc.Encode(whole) != nil {
		return skeleton
	}
	f.lines[skeleton] = strings.TrimRight(b.String(), "\n")
	return f.lines[skeleton]
}

// modelled tells whether a skeleton has texts, whose words are the company's. The
// names of an authority are the authority's.
func modelled(skeleton, file string) bool {
	if strings.HasPrefix(file, authorityFolder) {
		return strings.Contains(skeleton, "{sv: "+gapMark)
	}
	return strings.Contains(skeleton, "{sv: ")
}

const authorityFolder = "data/authorities/"

// claiming tells whether a skeleton states a fact, such as that nobody gets the
// data, which only the company knows to be true. What it is to be called, and what
// a directory says of an authority, is none.
func claiming(skeleton, file string) bool {
	if strings.HasPrefix(file, authorityFolder) {
		return false
	}
	for part := range strings.SplitSeq(skeleton, "; ") {
		var n yaml.Node
		if yaml.Unmarshal([]byte(part), &n) == nil && len(n.Content) > 0 && claimed(n.Content[0]) {
			return true
		}
	}
	return false
}

// identifying are the fields that say what a record is about, or how the pages
// show it.
var identifying = []string{"right", "domain", "prominent", "audience", "languages"}

func claimed(n *yaml.Node) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return !strings.Contains(n.Value, gapMark) && n.Value != "id"
	case yaml.SequenceNode:
		return slices.ContainsFunc(n.Content, claimed)
	case yaml.MappingNode:
		if len(n.Content) > 0 && n.Content[0].Value == "sv" {
			return false
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !slices.Contains(identifying, n.Content[i].Value) && claimed(n.Content[i+1]) {
				return true
			}
		}
	}
	return false
}

// choices are the lists that an open field is chosen from, by the field's name.
var choices = map[string]string{
	"art6": "basis", "exception": "adm-exception", "action": "retention-action", "authorisation": "authorisation",
	"requirement": "provision", "justification": "national-id", "legal_form": "legal-form", "dpf_coverage": "dpf-coverage",
	"channel": "channel", "notice_channels": "notice-channel", "role": "activity-role",
}

// offer shows beside an open field what may stand there.
func offer(key string, node *yaml.Node) {
	open := node.Value == gapMark || node.Kind == yaml.SequenceNode && len(node.Content) == 1 && node.Content[0].Value == gapMark
	list, ok := choices[key]
	if !ok || !open {
		return
	}
	var codes []string
	for _, c := range value.Choices(list) {
		codes = append(codes, c.Code)
	}
	node.LineComment = strings.Join(codes, " | ")
}

// merge adds the fields of a map to another.
func merge(into, from *yaml.Node) {
	for i := 0; i+1 < len(from.Content); i += 2 {
		key, value := from.Content[i], from.Content[i+1]
		at := -1
		for j := 0; j+1 < len(into.Content); j += 2 {
			if into.Content[j].Value == key.Value {
				at = j
			}
		}
		if at >= 0 && into.Content[at+1].Kind == yaml.MappingNode && value.Kind == yaml.MappingNode {
			merge(into.Content[at+1], value)
		} else if at < 0 {
			into.Content = append(into.Content, key, value)
		}
	}
}

// fill spreads a value over lines and writes its texts.
func fill(n *yaml.Node, path string, languages []string) {
	if n.Kind == yaml.MappingNode && len(n.Content) > 0 && n.Content[0].Value == "sv" {
		translate(n, path, languages)
		return
	}
	switch n.Kind {
	case yaml.MappingNode:
		n.Style = 0
		for i := 0; i+1 < len(n.Content); i += 2 {
			at := n.Content[i].Value
			if path != "" {
				at = path + "." + at
			}
			fill(n.Content[i+1], at, languages)
			offer(n.Content[i].Value, n.Content[i+1])
		}
	case yaml.SequenceNode:
		if slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return c.Kind != yaml.ScalarNode }) {
			n.Style = 0
		}
		for _, c := range n.Content {
			fill(c, path, languages)
		}
	}
}

// translate gives a text the languages of the site, and no other.
func translate(n *yaml.Node, path string, languages []string) {
	n.Style = 0
	given := map[string]string{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		given[n.Content[i].Value] = n.Content[i+1].Value
	}
	model := modelOf(path)
	n.Content = nil
	for _, lang := range languages {
		text := given[lang]
		if text == "" || text == gapMark {
			text = map[string]string{"sv": model.SV, "en": model.EN}[lang]
		}
		if text == "" {
			text = gapMark
		}
		n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: lang}, &yaml.Node{Kind: yaml.ScalarNode, Value: text})
	}
}

// modelOf is the sentence to begin from in a field: that of its whole path, or
// else of its name.
func modelOf(path string) diag.Text {
	if t, ok := wording.Models[path]; ok {
		return t
	}
	return wording.Models[path[strings.LastIndexByte(path, '.')+1:]]
}

// newActivity and newMeasure are skeletons of records that are missing.
func newActivity(role string) string {
	return "name: {sv: Kundsupport, en: Customer support}; role: " + role + "; data: [{category: …}]; " +
		"purposes: [{id: …, text: {sv: …, en: …}, bases: [{art6: …}]}]; recipients: […]; retention: […]"
}

func newMeasure(domain string) string {
	return "domain: " + domain + "; title: {sv: …, en: …}; text: {sv: …, en: …}; applies_to: both"
}

// howTo is a skeleton of how a right is used, which is not always by asking us.
func howTo(right string) string {
	switch right {
	case "complaint":
		return "how: {sv: Klaga på myndighetens webbplats eller i ett brev till den., en: Complain on the authority's site or in a letter to it.}"
	case "judicial-remedy":
		return "how: {sv: Väck talan vid tingsrätten., en: Bring an action before the district court.}"
	case "compensation":
		return "how: {sv: Begär ersättning av oss eller väck talan vid tingsrätten., en: Claim compensation from us or bring an action before the district court.}"
	}
	return "how: {sv: …, en: …}"
}
