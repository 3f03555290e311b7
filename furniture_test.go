package tillit_test

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// unmarshal reads a file of YAML that a host of the repository would read.
func unmarshal(t *testing.T, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// Every folder whose modules or packages are pinned is kept up to date, and Hugo is
// held back at the release that go.mod pins.
func TestWhatIsPinnedIsKeptUpToDate(t *testing.T) {
	var bot struct {
		Updates []struct {
			Ecosystem   string `yaml:"package-ecosystem"`
			Directory   string
			Directories []string
			Ignore      []struct {
				Name     string `yaml:"dependency-name"`
				Versions []string
			}
		}
	}
	unmarshal(t, ".github/dependabot.yml", &bot)
	modules, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	pinned := regexp.MustCompile(`github\.com/gohugoio/hugo v(\S+)`).FindSubmatch(modules)
	var told []string
	held := false
	for _, u := range bot.Updates {
		manifest := map[string]string{"gomod": "go.mod", "npm": "package.json"}[u.Ecosystem]
		for _, dir := range append(u.Directories, u.Directory) {
			if manifest != "" && dir != "" {
				told = append(told, path.Join(strings.TrimPrefix(dir, "/"), manifest))
			}
		}
		for _, i := range u.Ignore {
			held = held || i.Name == "github.com/gohugoio/hugo" && slices.Equal(i.Versions, []string{">" + string(pinned[1])})
		}
	}
	if !held {
		t.Errorf("dependabot.yml does not hold Hugo back at %s", pinned[1])
	}
	var there []string
	err = fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && slices.Contains([]string{".git", "node_modules", "testdata", "public", "bin"}, d.Name()) {
			return fs.SkipDir
		}
		if err != nil {
			return err
		}
		if d.Name() == "go.mod" || d.Name() == "package.json" {
			there = append(there, name)
		}
		return nil
	})
	slices.Sort(told)
	slices.Sort(there)
	if err != nil || !slices.Equal(told, there) {
		t.Errorf("dependabot.yml keeps %v up to date, and there are %v (%v)", told, there, err)
	}
}

// An action of others is named by its commit, since a tag can be moved; what a
// workflow runs of ours is there.
func TestWorkflowsRunWhatIsPinned(t *testing.T) {
	files, err := filepath.Glob(".github/workflows/*.yml")
	if err != nil || len(files) == 0 {
		t.Fatalf("there is no workflow: %v", err)
	}
	uses := regexp.MustCompile(`uses: (\S+)(.*)`)
	commit := regexp.MustCompile(`^[a-z0-9-]+/[a-z0-9-]+@[0-9a-f]{40}$`)
	ours := regexp.MustCompile(`(?:^|[\s(])((?:\.ci|tools|tests)/[a-z]+)\b`)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range uses.FindAllStringSubmatch(string(text), -1) {
			if !commit.MatchString(m[1]) || !strings.HasPrefix(m[2], " # v") {
				t.Errorf("%s: %s is not named by a commit, with its version behind it", file, m[1])
			}
		}
		for _, m := range ours.FindAllStringSubmatch(string(text), -1) {
			if _, err := os.Stat(m[1]); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
}

// A form asks for nothing twice, and for the version whenever something is wrong.
func TestFormsAskForWhatIsNeeded(t *testing.T) {
	files, err := filepath.Glob(".github/ISSUE_TEMPLATE/*.yml")
	if err != nil || len(files) < 4 {
		t.Fatalf("there are %d forms: %v", len(files), err)
	}
	for _, file := range files {
		var form struct {
			Name, Description string
			Body              []struct {
				ID, Type   string
				Attributes struct{ Label string }
			}
		}
		unmarshal(t, file, &form)
		var ids []string
		for _, b := range form.Body {
			if b.Type == "markdown" {
				continue
			}
			if slices.Contains(ids, b.ID) || b.ID == "" || b.Attributes.Label == "" {
				t.Errorf("%s: %q has no name of its own, or asks nothing", file, b.ID)
			}
			ids = append(ids, b.ID)
		}
		if form.Name == "" || form.Description == "" || len(ids) == 0 {
			t.Errorf("%s: no host would show it", file)
		}
		if !slices.Contains(ids, "version") && path.Base(file) != "feature.yml" {
			t.Errorf("%s does not ask for the version", file)
		}
	}
}
