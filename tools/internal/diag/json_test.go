package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPrintJSONOfNothingHasAnEmptyList(t *testing.T) {
	var b bytes.Buffer
	if err := PrintJSON(&b, nil); err != nil {
		t.Fatal(err)
	}
	want := `{
  "version": 1,
  "summary": {
    "errors": 0,
    "warnings": 0,
    "infos": 0,
    "files": 0
  },
  "findings": []
}
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestPrintJSONKeepsValuesAndHidesNothing proves both halves of a promise: a
// program reads the very text, and the file itself holds nothing invisible.
func TestPrintJSONKeepsValuesAndHidesNothing(t *testing.T) {
	text := "<å & 東京> 😀 \u202e\u200b\u00a0\x1b\x7f\u2028\U000E0041\n"
	var b bytes.Buffer
	if err := PrintJSON(&b, List{{Message: Text{EN: text}}}); err != nil {
		t.Fatal(err)
	}
	if want := `"<å & 東京> 😀 \u202e\u200b\u00a0\u001b\u007f\u2028\udb40\udc41\n"`; !strings.Contains(b.String(), want) {
		t.Errorf("want %s in:\n%s", want, b.String())
	}
	var got report
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(text, got.Findings[0].Message.EN); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
