package hugo_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/publish/hugo"
	"tillit/tools/internal/publish/view"
	"tillit/tools/internal/trial"
)

// alreadyShown is a channel that is closed: nobody waits any more.
func alreadyShown() <-chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}

// What was made ready for an order makes the same pages of the next as if nothing had
// been; whatever else has changed since, it is left unused.
func TestWhatWasMadeReadyMakesTheSamePages(t *testing.T) {
	named := func(name string, change map[string]string, more func(*view.Order)) view.Order {
		in := inputOf(trial.Site(change))
		in.Params = map[string]any{"tillit": &facts{Name: name, Firm: &firm{City: name + "stad"}}}
		if more != nil {
			more(&in)
		}
		return in
	}
	render := func(in view.Order, again bool) (map[string]string, []string) {
		if again {
			in.Again = alreadyShown()
		}
		out, list, err := hugo.Render(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, f := range out {
			got[f.Path] = string(f.Data)
		}
		return got, trial.Briefs(list, "en")
	}
	for what, then := range map[string]view.Order{
		"other facts":    named("B", nil, nil),
		"another layout": named("C", map[string]string{"layouts/page.html": `{{ define "main" }}{{ site.Params.tillit.Firm.City }}{{ end }}`}, nil),
		"a fault":        named("D", map[string]string{"layouts/page.html": `{{ define "main" }}{{ site.Params.tillit.Nam }}{{ end }}`}, nil),
		"another page":   named("E", map[string]string{"content/more/index.sv.md": "---\ntitle: Mer\n---\nMer.\n"}, nil),
		"another day":    named("F", nil, func(in *view.Order) { in.Today = in.Today.AddDate(0, 0, 1) }),
		"another place":  named("G", nil, func(in *view.Order) { in.BaseURL = "https://example.com/" }),
		"one language":   named("H", nil, func(in *view.Order) { in.Languages = in.Languages[:1] }),
		"another title":  named("I", nil, func(in *view.Order) { in.Title = "Annat" }),
		"more params":    named("J", nil, func(in *view.Order) { in.Params["more"] = 1 }),
	} {
		want, said := render(then, false)
		if _, list := render(named("A", nil, nil), true); len(list) > 0 {
			t.Fatal(list)
		}
		hugo.Await(func() {})
		got, list := render(then, false)
		if diff := cmp.Diff(want, got) + cmp.Diff(said, list); diff != "" {
			t.Errorf("%s: -made anew +made ready\n%s", what, diff)
		}
	}
}

func TestWhatDoesNotFitIsMadeAnew(t *testing.T) {
	in := inputOf(trial.Site(nil))
	in.Again = alreadyShown()
	for n, want := range []bool{false, true, true} {
		hugo.Await(func() {
			if got := hugo.Ready(in); got != want {
				t.Errorf("before order %d something is ready: %v, want %v", n, got, want)
			}
		})
		if _, list, err := hugo.Render(t.Context(), in); err != nil || len(list) > 0 {
			t.Fatal(list, err)
		}
	}
	other := in
	other.Files = folder.Tree{}
	hugo.Await(func() {
		if hugo.Ready(other) {
			t.Error("other files have been made ready")
		}
	})
}
