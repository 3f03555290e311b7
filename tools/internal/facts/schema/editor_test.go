package schema_test

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"slices"
	"testing"

	"tillit/tools/internal/facts/record"
)

// A person who opens the repository in VS Code and types in data/recipients/
// gets the schema of recipients, and so in each example.
func TestEditorSettingsBindEverySchema(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, ".vscode", "settings.json"))
	if err != nil {
		t.Fatal(err)
	}
	var settings struct {
		Schemas map[string][]string `json:"yaml.schemas"`
	}
	if err := json.Unmarshal(data, &settings); err != nil {
		t.Fatal(err)
	}
	for _, k := range record.Kinds() {
		file := path.Join("data", k.Folder, "some-id.yaml")
		if k.Folder == "" {
			file = "data/" + k.Name + ".yaml"
		}
		globs := settings.Schemas["./schema/"+k.Name+".schema.json"]
		for _, want := range []string{file, path.Join("examples/some-site", file)} {
			if !slices.ContainsFunc(globs, func(g string) bool { ok, _ := path.Match(g, want); return ok }) {
				t.Errorf("%s is bound to %q, which leave out %s", k.Name, globs, want)
			}
		}
	}
	for name := range settings.Schemas {
		if _, err := os.Stat(filepath.Join(root, name)); err != nil {
			t.Errorf("the settings bind %s, which does not exist", name)
		}
	}
}

func TestEditorIsToldOfTheExtension(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, ".vscode", "extensions.json"))
	if err != nil {
		t.Fatal(err)
	}
	var advice struct {
		Recommendations []string `json:"recommendations"`
	}
	if err := json.Unmarshal(data, &advice); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(advice.Recommendations, "redhat.vscode-yaml") {
		t.Errorf("the extension that reads the schemas is not among %q", advice.Recommendations)
	}
}
