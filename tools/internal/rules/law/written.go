package law

import (
	"slices"
	"strings"

	"tillit/tools/internal/diag"
	yamlfile "tillit/tools/internal/facts/source"
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
	whole := &yamlfile.Node{Kind: yamlfile.Map}
	for part := range strings.SplitSeq(skeleton, "; ") {
		n := yamlfile.Fragment(part)
		if n == nil || n.Kind != yamlfile.Map {
			return skeleton
		}
		merge(whole, n)
	}
	languages := f.org.Languages
	if len(languages) == 0 {
		languages = []string{"sv", "en"}
	}
	fill(whole, "", languages)
	f.lines[skeleton] = strings.TrimRight(string(yamlfile.Encode(whole)), "\n")
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
		if n := yamlfile.Fragment(part); n != nil && claimed(n) {
			return true
		}
	}
	return false
}

// identifying are the fields that say what a record is about, or how the pages
// show it.
var identifying = []string{"right", "domain", "prominent", "audience", "languages"}

func claimed(n *yamlfile.Node) bool {
	switch n.Kind {
	case yamlfile.Scalar:
		return !strings.Contains(n.Value, gapMark) && n.Value != "id"
	case yamlfile.List:
		return slices.ContainsFunc(n.Content, claimed)
	case yamlfile.Map:
		if len(n.Content) > 0 && n.Content[0].Value == "sv" {
			return false
		}
		for key, value := range n.Fields() {
			if !slices.Contains(identifying, key.Value) && claimed(value) {
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
func offer(key string, node *yamlfile.Node) {
	open := node.Value == gapMark || node.Kind == yamlfile.List && len(node.Content) == 1 && node.Content[0].Value == gapMark
	list, ok := choices[key]
	if !ok || !open {
		return
	}
	var codes []string
	for _, c := range value.Choices(list) {
		codes = append(codes, c.Code)
	}
	node.SetComment(strings.Join(codes, " | "))
}

// merge adds the fields of a map to another.
func merge(into, from *yamlfile.Node) {
	for key, value := range from.Fields() {
		there := into.Field(key.Value)
		if there == nil {
			into.Content = append(into.Content, key, value)
		} else if there.Kind == yamlfile.Map && value.Kind == yamlfile.Map {
			merge(there, value)
		}
	}
}

// fill spreads a value over lines and writes its texts.
func fill(n *yamlfile.Node, path string, languages []string) {
	if n.Kind == yamlfile.Map && len(n.Content) > 0 && n.Content[0].Value == "sv" {
		translate(n, path, languages)
		return
	}
	switch n.Kind {
	case yamlfile.Map:
		n.Style = 0
		for key, value := range n.Fields() {
			at := key.Value
			if path != "" {
				at = path + "." + at
			}
			fill(value, at, languages)
			offer(key.Value, value)
		}
	case yamlfile.List:
		if slices.ContainsFunc(n.Content, func(c *yamlfile.Node) bool { return c.Kind != yamlfile.Scalar }) {
			n.Style = 0
		}
		for _, c := range n.Content {
			fill(c, path, languages)
		}
	}
}

// translate gives a text the languages of the site, and no other.
func translate(n *yamlfile.Node, path string, languages []string) {
	n.Style = 0
	given := map[string]string{}
	for key, value := range n.Fields() {
		given[key.Value] = value.Value
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
		n.Content = append(n.Content, &yamlfile.Node{Kind: yamlfile.Scalar, Value: lang}, &yamlfile.Node{Kind: yamlfile.Scalar, Value: text})
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
