package center_test

import (
	"context"
	"errors"
	"fmt"
	"html"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/center"
	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/prose"
	"tillit/tools/internal/facts/record"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/history/version"
	"tillit/tools/internal/publish/output"
	"tillit/tools/internal/publish/view"
	"tillit/tools/internal/trial"
)

// The tests here link no Hugo: pages are made by plain, which writes a title.
const house = "../../.."

func program(render center.Renderer) center.Program {
	return center.Program{Files: os.DirFS(house), Render: render, Version: "test"}
}

// plain makes a page of each title, at its address.
func plain(_ context.Context, o view.Order) ([]output.File, diag.List, error) {
	pages, _ := prose.ReadPages(maps.Clone(o.Files), nil, o.Languages)
	var files []output.File
	for _, p := range pages {
		title := html.EscapeString(p.Title)
		files = append(files, output.File{
			Path: strings.TrimPrefix(p.URL, "/") + "index.html",
			Data: fmt.Appendf(nil, `<!doctype html><html lang=%q><head><title>%s</title></head><body><main><h1>%s</h1></main></body></html>`, p.Lang, title, title),
		})
	}
	return files, nil, nil
}

// starter is a site as tillit init --example writes it, which publishes it all the same.
func starter(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(house, "examples/starter"))); err != nil {
		t.Fatal(err)
	}
	organisation := filepath.Join(dir, "data", "organisation.yaml")
	text, err := os.ReadFile(organisation)
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, "accepted: [{rule: starter-text, reason: Webbplatsen visar exemplet, until: 2099-12-31}]\n"...)
	if err := os.WriteFile(organisation, text, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func open(t *testing.T, dir string) *center.Center {
	t.Helper()
	c, err := center.Open(dir, program(plain))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// issue issues a version that applies from a day.
func issue(t *testing.T, c *center.Center, day string) *version.Version {
	t.Helper()
	i, list, err := c.Issuable(t.Context(), value.Date(day))
	if err != nil || list.Blocks() {
		t.Fatal(list, err)
	}
	if n, list, err := i.Render(t.Context()); err != nil || list.Blocks() || n == 0 {
		t.Fatal(n, list, err)
	}
	v, err := i.Freeze(t.Context(), trial.Moment(i.ID))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func rules(list diag.List) []string {
	var ids []string
	for _, d := range list {
		ids = append(ids, d.Rule)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func TestAFolderWithoutDataIsNoSite(t *testing.T) {
	if _, err := center.Open(t.TempDir(), program(nil)); !errors.Is(err, center.ErrNoSite) {
		t.Errorf("the error is %v", err)
	}
	dir := t.TempDir()
	write(t, dir, "data", "a file")
	if _, err := center.Open(dir, program(nil)); !errors.Is(err, center.ErrNoSite) {
		t.Errorf("of a file called data the error is %v", err)
	}
}

// What was read is kept, until the center is told of a change.
func TestEachFileIsReadOnce(t *testing.T) {
	dir := starter(t)
	c := open(t, dir)
	before, err := c.Check(t.Context(), "2026-11-28")
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "data/recipients/broken.yaml", "contry: SE\n")
	write(t, dir, "content/extra/index.sv.md", "---\ntitel: Mer\n---\n")
	again, err := c.Check(t.Context(), "2026-11-28")
	if err != nil || len(again.All()) != len(before.All()) {
		t.Errorf("without being told it says %d findings, and before %d (%v)", len(again.All()), len(before.All()), err)
	}
	c.Forget("data/recipients/broken.yaml")
	told, err := c.Check(t.Context(), "2026-11-28")
	if err != nil || !slices.Contains(rules(told.Facts), "unknown-field") || slices.ContainsFunc(told.Facts, func(d diag.Diagnostic) bool { return strings.HasPrefix(d.Pos.File, "content/") }) {
		t.Errorf("told of the record it says %v (%v)", rules(told.Facts), err)
	}
	c.Forget("content/extra/index.sv.md")
	told, err = c.Check(t.Context(), "2026-11-28")
	if err != nil || !slices.ContainsFunc(told.Facts, func(d diag.Diagnostic) bool { return d.Pos.File == "content/extra/index.sv.md" }) {
		t.Errorf("told of the page it says %v (%v)", rules(told.Facts), err)
	}
}

func TestNothingIsBuiltOfASiteWithErrors(t *testing.T) {
	dir := starter(t)
	write(t, dir, "data/recipients/broken.yaml", "contry: SE\n")
	rendered := false
	c, err := center.Open(dir, program(func(context.Context, view.Order) ([]output.File, diag.List, error) {
		rendered = true
		return nil, nil, nil
	}))
	if err != nil {
		t.Fatal(err)
	}
	files, list, err := c.Build(t.Context(), center.Order{Today: "2026-11-28", Preview: true})
	if err != nil || files != nil || !list.Blocks() || rendered {
		t.Errorf("%d files, rendered %v, findings %v, error %v", len(files), rendered, rules(list), err)
	}
}

// What nobody has issued is not published, save in a preview.
func TestOnlyWhatWasIssuedIsBuilt(t *testing.T) {
	dir := starter(t)
	c := open(t, dir)
	order := center.Order{Today: "2026-11-28"}
	files, list, err := c.Build(t.Context(), order)
	if err != nil || len(files) == 0 || !slices.Contains(rules(list), "version-none") {
		t.Fatalf("before any version: %d files, %v, %v", len(files), rules(list), err)
	}
	v := issue(t, c, "2026-11-28")
	files, list, err = c.Build(t.Context(), order)
	if err != nil || list.Blocks() || slices.Contains(rules(list), "version-none") {
		t.Fatalf("of the version: %v, %v", rules(list), err)
	}
	if !slices.ContainsFunc(files, func(f output.File) bool { return f.Path == "versions/"+v.ID+"/SHA256SUMS" }) {
		t.Error("the version is not published")
	}

	organisation := filepath.Join(dir, "data", "organisation.yaml")
	text, err := os.ReadFile(organisation)
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "data/organisation.yaml", strings.Replace(string(text), "name: ", "name: Nya ", 1))
	c.Forget("data/organisation.yaml")
	if files, list, err = c.Build(t.Context(), order); err != nil || files != nil || !slices.Contains(rules(list), "version-unissued") {
		t.Errorf("changed since: %d files, %v, %v", len(files), rules(list), err)
	}
	order.Preview = true
	if files, list, err = c.Build(t.Context(), order); err != nil || len(files) == 0 || list.Blocks() {
		t.Errorf("as a preview: %d files, %v, %v", len(files), rules(list), err)
	}
}

// A version that is not what it was stops every build, previews too.
func TestAnAlteredVersionStopsABuild(t *testing.T) {
	dir := starter(t)
	c := open(t, dir)
	v := issue(t, c, "2026-11-28")
	write(t, dir, "versions/"+v.ID+"/site/index.html", "<h1>Annat</h1>")
	c.Forget("versions/" + v.ID)
	for _, preview := range []bool{false, true} {
		files, list, err := c.Build(t.Context(), center.Order{Today: "2026-11-28", Preview: preview})
		if err != nil || files != nil || !slices.Contains(rules(list), "version-altered") {
			t.Errorf("preview %v: %d files, %v, %v", preview, len(files), rules(list), err)
		}
	}
	if _, list, err := c.Verify(t.Context()); err != nil || !slices.Contains(rules(list), "version-altered") {
		t.Errorf("verify says %v, %v", rules(list), err)
	}
	if i, list, err := c.Issuable(t.Context(), "2026-11-29"); err != nil || i != nil || !list.Blocks() {
		t.Errorf("a version can be issued onto it: %v, %v", rules(list), err)
	}
}

func TestStatesAreCompared(t *testing.T) {
	dir, other := starter(t), starter(t)
	c := open(t, dir)
	issue(t, c, "2026-11-24")
	write(t, other, "data/measures/new.yaml", "domain: access-control\ntitle: {sv: Lås, en: Locks}\ntext: {sv: Dörren låses., en: The door is locked.}\n")
	for _, tt := range []struct {
		from, to string
		records  int
	}{
		{"2026-11-24", "", 0},
		{"2026-11-26", "", 0}, // a day: the version that applied then
		{"2026-11-24", other, 1},
		{dir, other, 1},
	} {
		r, list, err := c.Diff(t.Context(), tt.from, tt.to, "2026-11-28")
		if err != nil || list.Blocks() || len(r.Records) != tt.records {
			t.Errorf("from %q to %q: %d records, %v, %v", tt.from, tt.to, len(r.Records), rules(list), err)
		}
	}
	var unknown *center.StateError
	if _, _, err := c.Diff(t.Context(), "2026-01-01", "", "2026-11-28"); !errors.As(err, &unknown) || unknown.Day != "2026-01-01" {
		t.Errorf("before the first version: %v", err)
	}
	if _, _, err := c.Diff(t.Context(), "nowhere", "", "2026-11-28"); !errors.As(err, &unknown) || unknown.Day != "" {
		t.Errorf("of a word: %v", err)
	}
}

func TestABuildEndsWithItsContext(t *testing.T) {
	c := open(t, starter(t))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if files, _, err := c.Build(ctx, center.Order{Today: "2026-11-28"}); !errors.Is(err, context.Canceled) || files != nil {
		t.Errorf("%d files, %v", len(files), err)
	}
}

func TestStagesAreToldInOrder(t *testing.T) {
	c := open(t, starter(t))
	var stages []string
	if _, list, err := c.Build(t.Context(), center.Order{Today: "2026-11-28", Stage: func(s string) { stages = append(stages, s) }}); err != nil || list.Blocks() {
		t.Fatal(rules(list), err)
	}
	if want := []string{"check", "history", "export", "plan", "render", "seal", ""}; !slices.Equal(stages, want) {
		t.Errorf("the stages are %q", stages)
	}
}

// Verifying goes on beside the check, but not beyond the build, which findings may end
// before the check does.
func TestNoLookAtTheVersionsOutlastsTheBuild(t *testing.T) {
	dir := starter(t)
	c := open(t, dir)
	v := issue(t, c, "2026-11-28")
	if err := os.Truncate(filepath.Join(dir, "versions", v.ID, "site", "index.html"), 128<<20); err != nil { // which takes long to read
		t.Fatal(err)
	}
	write(t, dir, "data/recipients/broken.yaml", "contry: SE\n")
	c.Forget("versions", "data/recipients/broken.yaml")
	_, list, err := c.Build(t.Context(), center.Order{Today: "2026-11-28"})
	if err != nil || !list.Blocks() || slices.Contains(rules(list), "version-altered") {
		t.Fatal(rules(list), err)
	}
	stacks := make([]byte, 1<<20)
	if text := string(stacks[:runtime.Stack(stacks, true)]); strings.Contains(text, "version.(*Chain).Verify") {
		t.Errorf("somebody still reads the versions:\n%s", text)
	}
}

// The pages are those of the languages that the organisation has now.
func TestThePagesFollowTheOrganisation(t *testing.T) {
	dir := starter(t)
	c := open(t, dir)
	languages := func() (texts, pages int) {
		t.Helper()
		judged, err := c.Texts()
		if err != nil {
			t.Fatal(err)
		}
		said, err := c.Prose()
		if err != nil {
			t.Fatal(err)
		}
		spoken := map[string]bool{}
		for _, p := range said {
			spoken[p.Lang] = true
		}
		return len(judged.Languages), len(spoken)
	}
	before, _ := languages()
	text, err := os.ReadFile(filepath.Join(dir, "data/organisation.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "data/organisation.yaml", strings.Replace(string(text), "languages: [sv, en]", "languages: [sv]", 1))
	c.Forget("data/organisation.yaml")
	if texts, pages := languages(); before != 2 || texts != 1 || pages != 1 {
		t.Errorf("there were %d languages; the texts have %d, and the pages %d", before, texts, pages)
	}
	c.Forget("data/recipients/none.yaml") // and stay so
	if texts, pages := languages(); texts != 1 || pages != 1 {
		t.Errorf("the texts have %d languages, and the pages %d", texts, pages)
	}
}

// edited is how often the tests that edit by chance do so.
func edited() int {
	if testing.Short() {
		return 6
	}
	return 30
}

// Whatever people save, a center that is told of it says, shows and offers what one
// does that is opened anew; and no look at the facts changes them.
func TestWhatIsToldIsWhatIsOpenedAnew(t *testing.T) {
	dir := starter(t)
	c := open(t, dir)
	issue(t, c, "2026-11-25")
	edits, built := trial.EditsOf(t, dir, 7), 0
	for n := range edited() {
		what, touched := edits.Next()
		if n%3 == 2 { // most edits leave a site with errors, of which there is nothing to show
			what, touched = "undo", edits.Undo()
		}
		if n%4 == 1 {
			for _, lang := range []string{"sv", "en"} {
				name := "content/extra/index." + lang + ".md"
				touched = append(touched, name)
				write(t, dir, name, fmt.Sprintf("---\ntitle: Mer %d\n---\n\nText %s nummer %[1]d.\n", n, lang))
			}
		}
		c.Forget(touched...)
		fresh := open(t, dir)
		var lists [2]diag.List
		var out [2][]output.File
		var facts [2]map[string]record.Record
		for i, one := range []*center.Center{c, fresh} {
			found, err := one.Check(t.Context(), "2026-11-28")
			if err != nil {
				t.Fatal(err)
			}
			lists[i] = found.All()
			files, list, err := one.Build(t.Context(), center.Order{Today: "2026-11-28", Preview: true})
			if err != nil {
				t.Fatal(err)
			}
			lists[i], out[i] = append(lists[i], list...), files
			set, _, err := one.Records()
			if err != nil {
				t.Fatal(err)
			}
			facts[i] = map[string]record.Record{}
			for _, e := range set.All() {
				facts[i][e.Name()] = e.Value
			}
		}
		if len(out[0]) > 0 {
			built++
		}
		if !reflect.DeepEqual(lists[0], lists[1]) || !reflect.DeepEqual(out[0], out[1]) || !reflect.DeepEqual(facts[0], facts[1]) {
			t.Fatalf("after %s of %v: -opened anew +told\n%s%s%s", what, touched,
				cmp.Diff(lists[1], lists[0]), cmp.Diff(facts[1], facts[0]), cmp.Diff(out[1], out[0]))
		}
	}
	if built < edited()/3 {
		t.Errorf("%d of %d times alone there was a site to show", built, edited())
	}
}
