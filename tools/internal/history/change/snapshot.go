// Package change tells what differs between two states of a site, in words, and how
// grave it is.
//
// A state is a Snapshot, plain data rather than structs, because a version must
// still be read, compared and verified when the structs have grown. A version is
// a folder below versions/; its digest covers every byte of it and the digest of
// the version before, so that the versions form a chain.
package change

import (
	"encoding/json"
	"fmt"
	"strings"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/source"
)

// Shape is the shape of data.json that this program writes. It rises when a
// reader of the file would have to know; older shapes are read for good.
const Shape = 1

// Snapshot is the records and the prose of a site on one day.
type Snapshot struct {
	Shape   int                                  `json:"schema"`
	Records map[string]map[string]map[string]any `json:"records"` // kind → id → fields
	Prose   map[string]map[string]string         `json:"prose"`   // page → language → Markdown
}

// Of takes the snapshot of a set, with the prose of its pages.
func Of(set *record.Set, prose map[string]map[string]string) Snapshot {
	s := Snapshot{Shape: Shape, Records: map[string]map[string]map[string]any{}, Prose: prose}
	if s.Prose == nil {
		s.Prose = map[string]map[string]string{}
	}
	for _, e := range set.All() {
		if e.Kind.Name == "change" {
			continue // what an editor says of a change is not itself a change
		}
		if s.Records[e.Kind.Name] == nil {
			s.Records[e.Kind.Name] = map[string]map[string]any{}
		}
		s.Records[e.Kind.Name][e.Value.Key()] = record.Plain(e.Value)
	}
	return s
}

// Encode is the snapshot as data.json: canonical, the same bytes for the same
// facts.
func (s Snapshot) Encode() ([]byte, error) { return record.Canonical(s) }

// Decode reads a data.json of this or any earlier shape.
func Decode(data []byte) (Snapshot, error) {
	var s Snapshot
	if err := json.Unmarshal(data, &s); err != nil {
		return s, fmt.Errorf("data.json: %w", err)
	}
	if s.Shape > Shape {
		return s, fmt.Errorf("data.json has shape %d, and this program knows shapes up to %d", s.Shape, Shape)
	}
	for _, kind := range s.Records {
		for _, fields := range kind {
			whole(fields)
		}
	}
	for _, said := range s.Prose {
		for lang, text := range said {
			said[lang] = source.Composed(text)
		}
	}
	return s, nil
}

// whole makes the numbers of JSON, which Go reads as floats, whole numbers
// again; records hold no others. Texts are as they are read today, so that one which
// was issued with a line break at its end has not changed.
func whole(v any) any {
	switch v := v.(type) {
	case float64:
		return int(v)
	case string:
		if strings.Contains(v, "://") {
			return v // an address, which is compared as it is
		}
		return source.Tidy(v)
	case map[string]any:
		for k, e := range v {
			v[k] = whole(e)
		}
	case []any:
		for i, e := range v {
			v[i] = whole(e)
		}
	}
	return v
}

// Name is what a record is called in a language, or its id. It asks the plain
// data rather than a struct, so that records of any shape have a name.
func (s Snapshot) Name(kind, id, lang string) string {
	return record.PlainName(s.Records[kind][id], id, lang)
}
