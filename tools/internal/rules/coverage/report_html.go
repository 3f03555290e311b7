package coverage

import (
	"html/template"
	"io"

	"tillit/tools/internal/diag"
)

// HTML writes the report as a page of its own: no script, no style, nothing
// fetched from elsewhere, everything that comes from the site escaped.
func (r Report) HTML(w io.Writer, lang string) error {
	in := func(t diag.Text) string { return visible(t.In(lang)) }
	return template.Must(page.Clone()).Funcs(template.FuncMap{
		"in":    in,
		"cap":   diag.Capital,
		"point": point, "provision": diag.Provision, "acceptance": acceptance, "instead": Instead,
		"text": func(sv, en string) string { return diag.Say(sv, en).In(lang) },
	}).Execute(w, struct {
		Report
		Lang                                  string
		Heading, Examples, Note, AcceptedWord diag.Text
	}{r, diag.Say("sv", "en").In(lang), r.heading(), onlyExamples, noAdvice, acceptedWord})
}

// Counts is what the page shows besides the plain fields.
func (g Group) Counts() diag.Text { return g.counts() }

var page = template.Must(template.New("report").Funcs(template.FuncMap{
	"in": func(diag.Text) string { return "" }, "cap": diag.Capital, "point": point, "provision": diag.Provision, "acceptance": acceptance, "instead": Instead,
	"text": func(string, string) string { return "" },
}).Parse(`<!doctype html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{{in .Heading}}</title>
</head>
<body>
<main>
<h1>{{in .Heading}}</h1>
<p>{{in .Examples}} {{in .Note}}</p>
{{- range .Groups}}
<section aria-labelledby="profile-{{.Profile}}">
<h2 id="profile-{{.Profile}}">{{cap (in .Name)}}</h2>
<table>
<caption>{{in .Counts}}</caption>
<thead>
<tr><th scope="col">{{text "Skyldighet" "Duty"}}</th><th scope="col">{{text "Lagrum" "Provision"}}</th><th scope="col">{{text "Läge" "State"}}</th><th scope="col">{{text "Svar, eller vad som ska skrivas" "Answer, or what to write"}}</th></tr>
</thead>
<tbody>
{{- range $result := .Results}}
<tr id="{{.ID}}">
<th scope="row">{{in .Title}}</th>
<td>{{in (provision .Article)}}</td>
<td>{{in .State.Name}}</td>
<td>
<p>{{in .Why}}</p>
{{- with in .Reason}}
<p>{{.}}</p>
{{- end}}
{{- if .Like}}
<p>{{text "Samma brist som vid" "The same gap as at"}} <a href="#{{.Like}}">{{.Like}}</a>.</p>
{{- else}}{{with .Gaps}}
<ul>
{{- range .}}
<li>{{in .Message}}{{with point .Pos}} <code>{{.}}</code>{{end}}{{with in .Advice}}<br>{{.}}{{end}}{{if .Write}}<br>{{in (instead .Where .Model .Claim)}}:<pre><code>{{.Write}}</code></pre>{{end}}</li>
{{- end}}
</ul>
{{- end}}{{end}}
{{- with .By}}
<details>
<summary>{{if $result.Gap}}{{text "Där en del av svaret står" "Where a part of the answer stands"}}{{else}}{{text "Där svaret står" "Where the answer stands"}}{{end}}</summary>
<ul>
{{- range .}}
<li>{{in .Record}}{{with point .Pos}} <code>{{.}}</code>{{end}}</li>
{{- end}}
{{- with $result.More}}
<li>{{text "och" "and"}} {{.}} {{text "till" "more"}}</li>
{{- end}}
</ul>
</details>
{{- end}}
</td>
</tr>
{{- end}}
</tbody>
</table>
</section>
{{- end}}
{{- with .Accepted}}
<section aria-labelledby="accepted">
<h2 id="accepted">{{in $.AcceptedWord}}</h2>
<ul>
{{- range .}}
<li>{{in (acceptance .)}}</li>
{{- end}}
</ul>
</section>
{{- end}}
</main>
</body>
</html>
`))
