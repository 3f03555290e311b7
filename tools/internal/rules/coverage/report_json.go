package coverage

import (
	"encoding/json"
	"io"

	"tillit/tools/internal/diag"
)

// JSON writes the report for programs. Fields are never renamed.
func (r Report) JSON(w io.Writer) error {
	out := jsonReport{Organisation: r.Organisation, AsOf: string(r.AsOf), Pack: r.Pack, Strict: r.Strict, Counts: map[State]int{}, Profiles: []jsonGroup{}, Accepted: make([]jsonAccepted, 0, len(r.Accepted))}
	for _, a := range r.Accepted {
		out.Accepted = append(out.Accepted, jsonAccepted{a.Rule, a.File, a.Reason, string(a.Until)})
	}
	for _, s := range states() {
		out.Counts[s] = r.Count()[s]
	}
	for _, g := range r.Groups {
		group := jsonGroup{Profile: g.Profile, Name: g.Name, Duties: make([]jsonResult, 0, len(g.Results))}
		for _, d := range g.Results {
			group.Duties = append(group.Duties, d.json())
		}
		out.Profiles = append(out.Profiles, group)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

type jsonReport struct {
	Organisation string         `json:"organisation"`
	AsOf         string         `json:"as_of"`
	Pack         string         `json:"pack"`
	Strict       bool           `json:"strict"`
	Counts       map[State]int  `json:"counts"`
	Profiles     []jsonGroup    `json:"profiles"`
	Accepted     []jsonAccepted `json:"accepted"`
}

type jsonAccepted struct {
	Rule   string `json:"rule"`
	File   string `json:"file,omitempty"`
	Reason string `json:"reason"`
	Until  string `json:"until"`
}

type jsonGroup struct {
	Profile string       `json:"profile"`
	Name    diag.Text    `json:"name"`
	Duties  []jsonResult `json:"duties"`
}

type jsonResult struct {
	ID       string      `json:"id"`
	Article  string      `json:"article"`
	Title    diag.Text   `json:"title"`
	Why      diag.Text   `json:"why"`
	Severity string      `json:"severity"`
	State    State       `json:"state"`
	Reason   *diag.Text  `json:"reason,omitempty"`
	Source   string      `json:"source"`
	Checked  string      `json:"checked"`
	By       []jsonPlace `json:"by"`
	More     int         `json:"more,omitempty"`
	Gaps     []jsonGap   `json:"gaps"`
}

type jsonPlace struct {
	Record diag.Text `json:"record"`
	Field  string    `json:"field"`
	jsonPos
}

type jsonGap struct {
	Message diag.Text  `json:"message"`
	In      string     `json:"in"`
	Write   string     `json:"write,omitempty"`
	IfTrue  bool       `json:"if_true,omitempty"` // states a fact, to be written only if it is one
	Advice  *diag.Text `json:"advice,omitempty"`
	jsonPos
}

type jsonPos struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

func (r Result) json() jsonResult {
	out := jsonResult{
		ID: r.ID, Article: r.Article, Title: r.Title, Why: r.Why, Severity: r.Severity.String(), State: r.State, Reason: filled(r.Reason),
		Source: r.Source, Checked: string(r.Checked), By: make([]jsonPlace, 0, len(r.By)), More: r.More, Gaps: make([]jsonGap, 0, len(r.Gaps)),
	}
	for _, p := range r.By {
		out.By = append(out.By, jsonPlace{Record: p.Record, Field: p.Field, jsonPos: jsonPos{p.Pos.File, p.Pos.Line, p.Pos.Column}})
	}
	for _, g := range r.Gaps {
		out.Gaps = append(out.Gaps, jsonGap{Message: g.Message, In: g.File, Write: g.Write, IfTrue: g.Claim, Advice: filled(g.Advice), jsonPos: jsonPos{g.Pos.File, g.Pos.Line, g.Pos.Column}})
	}
	return out
}

func filled(t diag.Text) *diag.Text {
	if t.IsZero() {
		return nil
	}
	return &t
}
