package diag

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strings"
)

// SARIFOptions says how PrintSARIF writes.
type SARIFOptions struct {
	Lang     string // BCP 47; Swedish or else English
	Version  string // of tillit
	Rules    []Rule // the table, as Rules makes it; a rule that it lacks has no words
	RulesURI string // the address of docs/rules/, which has a page per group; "" links nowhere
}

// PrintSARIF writes the list, sorted, as SARIF 2.1.0, which code scanning and
// editors read.
func PrintSARIF(w io.Writer, l List, o SARIFOptions) error {
	l = l.sorted()
	rules := rulesOf(l)
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "tillit", Version: o.Version, Rules: []sarifRule{}}},
		Language:   language(o.Lang),
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	for _, rule := range rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, o.rule(rule))
	}
	for _, d := range l {
		index, _ := slices.BinarySearch(rules, d.Rule)
		run.Results = append(run.Results, o.result(d, index))
	}
	return encode(w, sarifLog{
		Version: "2.1.0",
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Runs:    []sarifRun{run},
	})
}

// rulesOf returns the rules that were broken, sorted, each once.
func rulesOf(l List) []string {
	var rules []string
	for _, d := range l {
		rules = append(rules, d.Rule)
	}
	slices.Sort(rules)
	return slices.Compact(rules)
}

func (o SARIFOptions) rule(id string) sarifRule {
	r := sarifRule{ID: id}
	known, ok := RuleOf(o.Rules, id)
	if !ok {
		return r
	}
	if text := known.Title.In(o.Lang); text != "" {
		r.ShortDescription = &sarifMessage{text}
	}
	if o.RulesURI != "" {
		r.HelpURI = o.RulesURI + known.Group + ".md#" + escapePath(id)
	}
	return r
}

func (o SARIFOptions) result(d Diagnostic, ruleIndex int) sarifResult {
	r := sarifResult{
		RuleID:       d.Rule,
		RuleIndex:    ruleIndex,
		Level:        d.Severity.level(),
		Message:      sarifMessage{sarifText(d.paragraph(o.Lang))},
		Fingerprints: map[string]string{"tillit/v1": d.fingerprint()},
	}
	if d.Pos.File != "" {
		r.Locations = []sarifLocation{{Physical: physical(d.Pos)}}
	}
	for i, other := range d.Related {
		if other.Pos.File == "" {
			continue
		}
		r.Related = append(r.Related, sarifLocation{
			ID:       i + 1,
			Physical: physical(other.Pos),
			Message:  &sarifMessage{sarifText(visible(other.Message.In(o.Lang), "\r\n"))},
		})
	}
	return r
}

func (s Severity) level() string {
	if s == Info {
		return "note"
	}
	return s.String()
}

// fingerprint stays the same when the finding moves within its file and when
// another language is chosen.
func (d Diagnostic) fingerprint() string {
	sum := sha256.Sum256([]byte(strings.Join([]string{d.Rule, d.Pos.File, d.Message.EN}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// sarifText writes a text so that no part of it is a placeholder ({0}, SARIF
// §3.11.5) or a link ([text](address), §3.11.6) to a viewer.
func sarifText(s string) string {
	return strings.NewReplacer("{", "{{", "}", "}}", "](", "] (").Replace(s)
}

func physical(p Pos) sarifPhysical {
	at := sarifPhysical{Artifact: sarifArtifact{URI: escapePath(p.File), BaseID: "%SRCROOT%"}}
	if p.Line > 0 {
		at.Region = &sarifRegion{StartLine: p.Line}
		if p.Column > 0 {
			at.Region.StartColumn = p.Column
			at.Region.EndColumn = p.Column + cmp.Or(max(p.Length, 0), 1) // one past the last
		}
	}
	return at
}

// escapePath writes a slash path as a relative reference (RFC 3986): all but
// its unreserved characters and the slash is escaped, so that neither a colon
// nor a question mark gives it another meaning.
func escapePath(path string) string {
	const hexDigits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(path) {
		c := path[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~/", c) >= 0:
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hexDigits[c>>4], hexDigits[c&15]})
		}
	}
	return b.String()
}

// The parts of a SARIF file that we write.
type (
	sarifLog struct {
		Version string     `json:"version"`
		Schema  string     `json:"$schema"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		Language   string        `json:"language"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string        `json:"id"`
		ShortDescription *sarifMessage `json:"shortDescription,omitempty"`
		HelpURI          string        `json:"helpUri,omitempty"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifMessage      `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		ID       int           `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifMessage `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI    string `json:"uri"`
		BaseID string `json:"uriBaseId"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndColumn   int `json:"endColumn,omitempty"`
	}
)
