package diag

import (
	"bytes"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestSARIFGoldensHoldWhatTheFormatAsksFor reads the goldens with no struct of
// ours and checks them against SARIF 2.1.0, section by section.
func TestSARIFGoldensHoldWhatTheFormatAsksFor(t *testing.T) {
	for _, golden := range []string{"sarif.en.golden", "sarif.sv.golden"} {
		t.Run(golden, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", golden))
			if err != nil {
				t.Fatal(err)
			}
			var log object
			if err := json.Unmarshal(data, &log); err != nil {
				t.Fatal(err)
			}
			checkSARIF(t, log)
			results := list(t, list(t, log, "runs")[0], "results")
			if len(results) != len(sample()) {
				t.Errorf("%d results, want %d", len(results), len(sample()))
			}
		})
	}
}

func TestPrintSARIFOfNothingIsARunWithoutResults(t *testing.T) {
	var b bytes.Buffer
	if err := PrintSARIF(&b, nil, SARIFOptions{}); err != nil {
		t.Fatal(err)
	}
	var log object
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	checkSARIF(t, log)
	for _, want := range []string{`"results": []`, `"rules": []`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("want %s in:\n%s", want, b.String())
		}
	}
}

func TestFingerprintStaysWhenTheFindingMoves(t *testing.T) {
	d := Diagnostic{Pos: Pos{"a", 1, 2, 3}, Rule: "r", Message: Text{"m", "m"}}
	moved, translated := d, d
	moved.Pos.Line = 7
	translated.Message.SV = "n"
	if d.fingerprint() != moved.fingerprint() || d.fingerprint() != translated.fingerprint() {
		t.Error("the line or the Swedish text changed the fingerprint")
	}
	for name, other := range map[string]Diagnostic{
		"rule":    {Pos: d.Pos, Rule: "s", Message: d.Message},
		"file":    {Pos: Pos{File: "b"}, Rule: d.Rule, Message: d.Message},
		"message": {Pos: d.Pos, Rule: d.Rule, Message: Text{"m", "o"}},
		"borders": {Pos: Pos{File: ""}, Rule: "ra", Message: d.Message},
	} {
		if d.fingerprint() == other.fingerprint() {
			t.Errorf("another %s has the same fingerprint", name)
		}
	}
}

func TestEscapePathIsARelativeReference(t *testing.T) {
	for path, want := range map[string]string{
		"data/recipients/acme.yaml": "data/recipients/acme.yaml",
		"data/åre 1.yaml":           "data/%C3%A5re%201.yaml",
		"javascript:alert(1)":       "javascript%3Aalert%281%29",
		"a?b#c%d\\e":                "a%3Fb%23c%25d%5Ce",
		"a\n\xff":                   "a%0A%FF",
	} {
		if got := escapePath(path); got != want {
			t.Errorf("escapePath(%q) = %q, want %q", path, got, want)
		}
		u, err := url.Parse(escapePath(path))
		if err != nil || u.Scheme != "" || u.Path != path {
			t.Errorf("%q is read back as %+v, %v", path, u, err)
		}
	}
}

type object = map[string]any

func checkSARIF(t *testing.T, log object) {
	t.Helper()
	keys(t, log, "version $schema runs", "version runs")
	if log["version"] != "2.1.0" {
		t.Errorf("version is %v", log["version"])
	}
	for _, run := range list(t, log, "runs") {
		keys(t, run, "tool language columnKind results", "tool results")
		if lang := run["language"]; lang != "sv" && lang != "en" {
			t.Errorf("language is %v", lang)
		}
		if run["columnKind"] != "unicodeCodePoints" {
			t.Errorf("columnKind is %v", run["columnKind"])
		}
		driver := child(t, child(t, run, "tool"), "driver")
		keys(t, driver, "name version rules", "name rules")
		if driver["name"] != "tillit" {
			t.Errorf("driver is %v", driver["name"])
		}
		rules := list(t, driver, "rules")
		for _, rule := range rules {
			keys(t, rule, "id shortDescription helpUri", "id")
			if uri, ok := rule["helpUri"].(string); ok {
				if u, err := url.Parse(uri); err != nil || !u.IsAbs() || u.Fragment != rule["id"] {
					t.Errorf("helpUri %q of rule %v", uri, rule["id"])
				}
			}
			if rule["shortDescription"] != nil {
				text(t, child(t, rule, "shortDescription"))
			}
		}
		for _, result := range list(t, run, "results") {
			checkSARIFResult(t, result, rules)
		}
	}
}

func checkSARIFResult(t *testing.T, result object, rules []object) {
	t.Helper()
	keys(t, result, "ruleId ruleIndex level message locations relatedLocations partialFingerprints",
		"ruleId ruleIndex level message partialFingerprints")
	i, ok := result["ruleIndex"].(float64)
	if !ok || int(i) >= len(rules) || rules[int(i)]["id"] != result["ruleId"] {
		t.Errorf("rule %v is not at its index %v", result["ruleId"], result["ruleIndex"])
	}
	if level, _ := result["level"].(string); !slices.Contains([]string{"error", "warning", "note"}, level) {
		t.Errorf("level is %v", result["level"])
	}
	text(t, child(t, result, "message"))
	for name, print := range child(t, result, "partialFingerprints") {
		if print, ok := print.(string); !ok || len(print) != 32 || name != "tillit/v1" {
			t.Errorf("fingerprint %s is %q", name, print)
		}
	}
	if result["locations"] != nil {
		for _, location := range list(t, result, "locations") {
			keys(t, location, "physicalLocation", "physicalLocation")
			physicalLocation(t, location)
		}
	}
	if result["relatedLocations"] != nil {
		seen := map[any]bool{}
		for _, location := range list(t, result, "relatedLocations") {
			keys(t, location, "id physicalLocation message", "id physicalLocation message")
			physicalLocation(t, location)
			text(t, child(t, location, "message"))
			if seen[location["id"]] {
				t.Errorf("the id %v is used twice", location["id"])
			}
			seen[location["id"]] = true
		}
	}
}

func physicalLocation(t *testing.T, location object) {
	t.Helper()
	at := child(t, location, "physicalLocation")
	keys(t, at, "artifactLocation region", "artifactLocation")
	artifact := child(t, at, "artifactLocation")
	keys(t, artifact, "uri uriBaseId", "uri uriBaseId")
	uri, _ := artifact["uri"].(string)
	if u, err := url.Parse(uri); err != nil || u.IsAbs() || uri == "" || strings.HasPrefix(uri, "/") || artifact["uriBaseId"] != "%SRCROOT%" {
		t.Errorf("artifactLocation is %v", artifact)
	}
	if at["region"] == nil {
		return
	}
	region := child(t, at, "region")
	keys(t, region, "startLine startColumn endColumn", "startLine")
	for name, n := range region {
		if n, ok := n.(float64); !ok || n < 1 {
			t.Errorf("%s is %v", name, n)
		}
	}
	start, ok := region["startColumn"].(float64)
	if end, _ := region["endColumn"].(float64); ok && end <= start {
		t.Errorf("region is %v", region)
	}
}

// text checks a message: it says something, and nothing in it is a placeholder
// or a link.
func text(t *testing.T, message object) {
	t.Helper()
	keys(t, message, "text", "text")
	s, _ := message["text"].(string)
	rest := strings.NewReplacer("{{", "", "}}", "").Replace(s)
	if s == "" || strings.ContainsAny(rest, "{}") || strings.Contains(s, "](") {
		t.Errorf("text is %q", s)
	}
}

// keys checks that an object has the keys it must and none but those it may.
func keys(t *testing.T, o object, may, must string) {
	t.Helper()
	for key := range o {
		if !slices.Contains(strings.Fields(may), key) {
			t.Errorf("key %q is not known", key)
		}
	}
	for _, key := range strings.Fields(must) {
		if _, ok := o[key]; !ok {
			t.Errorf("key %q is missing", key)
		}
	}
}

func child(t *testing.T, o object, key string) object {
	t.Helper()
	c, ok := o[key].(object)
	if !ok {
		t.Fatalf("%s is no object: %v", key, o[key])
	}
	return c
}

func list(t *testing.T, o object, key string) []object {
	t.Helper()
	l, ok := o[key].([]any)
	if !ok {
		t.Fatalf("%s is no list: %v", key, o[key])
	}
	var objects []object
	for _, v := range l {
		objects = append(objects, child(t, object{key: v}, key))
	}
	return objects
}
