package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"tillit/tools/internal/facts/schema"
)

// What an independent validator needs for a thousand recipients, beside the
// whole of tillit check in BenchmarkCheck of tools/tillit.
func BenchmarkJSONSchema(b *testing.B) {
	files, err := schema.All()
	if err != nil {
		b.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	for _, f := range files {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Data))
		if err != nil {
			b.Fatal(err)
		}
		if err := compiler.AddResource(f.Name, doc); err != nil {
			b.Fatal(err)
		}
	}
	compiled, err := compiler.Compile("recipient.schema.json")
	if err != nil {
		b.Fatal(err)
	}
	var texts [][]byte
	for i := range 1000 {
		texts = append(texts, fmt.Appendf(nil, `{"legal_name":"Leverantör %[1]d AB","foreign_registration":"HRB %[1]d","kind":"subprocessor","country":"DE",
"locations":[{"country":"DE","kinds":["hosting","storage"]}],"service":{"sv":"Drift av system %[1]d","en":"Hosting of system %[1]d"},
"purposes":[{"sv":"Leverera tjänsten","en":"Deliver the service"}],"transfer":{"third_country":false},
"announced":"2026-01-01","object_by":"2026-01-20","effective":"2026-03-01"}`, i))
	}
	for b.Loop() {
		for _, text := range texts {
			var v any
			if err := json.Unmarshal(text, &v); err != nil {
				b.Fatal(err)
			}
			if err := compiled.Validate(v); err != nil {
				b.Fatal(err)
			}
		}
	}
}
