package trial

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
)

// Puzzel is a site of a recipient and an activity, and its prose by page and language,
// for breaking one thing at a time. An edit is the name of a file, ": " and its text,
// or "-" to remove it.
func Puzzel(t *testing.T, edits ...string) (*record.Set, map[string]map[string]string) {
	t.Helper()
	files := map[string]string{
		"data/organisation.yaml":       "name: Exempel\nlanguages: [sv, en]\n",
		"data/categories/contact.yaml": "name: {sv: Kontaktuppgifter, en: Contact details}\n",
		"data/categories/chat.yaml":    "name: {sv: Chattar, en: Chats}\n",
		"data/recipients/puzzel.yaml":  "legal_name: Puzzel AB\norg_number: 556579-4384\nkind: subprocessor\nlocations: [{country: IE, kinds: [hosting]}]\ndata: [{category: contact}]\n",
		"data/retention/logs.yaml":     "name: {sv: Loggar, en: Logs}\nperiod: P6M\n",
		"data/activities/support.yaml": "name: {sv: Support, en: Support}\nrole: controller\npurposes: [{id: help, text: {sv: Hjälpa, en: Help}, bases: [{art6: contract}]}]\nrecipients: [puzzel]\n",
	}
	for _, e := range edits {
		name, text, _ := strings.Cut(e, ": ")
		if text == "-" {
			delete(files, name)
			continue
		}
		files[name] = text
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, findings, err := record.LoadFS(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if findings.Blocks() {
		t.Fatalf("the test's own records have findings: %v", findings)
	}
	return set, map[string]map[string]string{"privacy-policy": {"sv": "Vi sparar loggar i sex månader.\n", "en": "We keep logs for six months.\n"}}
}

// Said is a site with the texts of records in data/changes: a, b and so on.
func Said(t *testing.T, changes ...string) *record.Set {
	t.Helper()
	fsys := fstest.MapFS{
		"data/organisation.yaml":      {Data: []byte("name: Exempel\nlanguages: [sv, en]\n")},
		"data/recipients/puzzel.yaml": {Data: []byte("legal_name: Puzzel AB\nkind: subprocessor\neffective: 2026-05-01\n")},
	}
	for i, text := range changes {
		fsys["data/changes/"+string(rune('a'+i))+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	set, findings, err := record.LoadFS(fsys)
	if err != nil || findings.Blocks() {
		t.Fatal(err, findings)
	}
	return set
}

// Helper is an edit of Puzzel: a second recipient, up to the day from which it applies.
const Helper = "data/recipients/helper.yaml: legal_name: Hjälp AB\nkind: subprocessor\nannounced: 2026-03-01\nobject_by: 2026-04-01\neffective: "

// Moment is when a version of a name is issued: on its day, the second one an hour after
// the first.
func Moment(id string) value.Moment {
	day, number, _ := strings.Cut(id, ".")
	n, _ := strconv.Atoi(number)
	return value.Moment(fmt.Sprintf("%sT%02d:00:00Z", day, 10+max(n, 1)))
}
