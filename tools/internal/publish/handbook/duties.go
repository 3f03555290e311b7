package handbook

import (
	"bytes"
	"fmt"
	"strings"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/rules/law"
	"tillit/tools/internal/rules/statute"
)

// Duties returns docs/duties.md: every duty and every mistake, from the tables
// that the program itself goes by.
func Duties() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, documentHead, len(law.Duties()), law.Pack)
	for _, p := range value.Choices("profile") {
		documentProfile(&b, p)
	}
	b.WriteString(mistakesHead)
	b.WriteString("| rule | severity | provision | what it finds |\n| --- | --- | --- | --- |\n")
	for _, m := range law.Mistakes() {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s<br>*%s* |\n", m.ID, m.Severity, m.Law, m.Title.EN, m.Title.SV)
	}
	b.WriteString(tablesHead)
	b.WriteString("| table | entries | checked | how sure |\n| --- | --: | --- | --- |\n")
	for _, t := range law.Tables() {
		fmt.Fprintf(&b, "| %s<br>*%s* | %d | %s | %s |\n", t.Name.EN, t.Name.SV, len(t.References), between(t.References), certainties(t.References))
	}
	return b.Bytes()
}

const documentHead = `# What the law asks

%d duties, as this program knows them (%s). The page is made from the tables in
` + "`tools/internal/rules`" + `, so it says what the program does; do not edit it by hand.
It is engineering help, and no legal advice.

*Sidan räknar upp de skyldigheter som programmet känner. Varje skyldighet nämns på
båda språken. Den är ett tekniskt stöd och ingen juridisk rådgivning.*

` + "`tillit coverage`" + ` compares the facts of a site with the duties of the profiles in
` + "`data/organisation.yaml`" + `, and finds each of them in one of five states:

- **covered**: a field answers it. **partial**: it is answered in part.
- **missing**: it applies, and nothing answers it.
- **not applicable**: the facts say that it does not apply, and the report tells where.
- **unknown**: nothing is declared, or no field can tell. What is not declared counts
  as missing under ` + "`--strict`" + `; what no field can tell is said to be so, and never guessed.

A gap is reported by ` + "`tillit check`" + ` under the rule named here, an error only where the
duty is owed to the public. *Strict* is the severity under ` + "`--strict`" + ` where that differs.
*Stands with* names the duties that turn together with one when its fact is taken away.
`

const mistakesHead = `
## Known mistakes in the facts

Found by ` + "`tillit check`" + ` in the records, whatever the profiles. Mistakes of wording have
rules of their own.

`

const tablesHead = `
## Reference tables

What the program knows of the world, with the days on which it was checked. An entry
that a site rests on and that nobody has looked at for 180 days is warned of
(` + "`reference-stale`" + `); statutes are not counted. Nothing that is less than verified is
shown to a reader, save the names and sites of authorities.

`

func documentProfile(b *bytes.Buffer, p value.Choice) {
	fmt.Fprintf(b, "\n## %s (`%s`)\n\n*%s*\n\n", diag.Capital(p.Name.EN), p.Code, diag.Capital(p.Name.SV))
	if !law.Public(p.Code) {
		b.WriteString("Not owed to the public: a gap is a warning at most, except under `--strict`.\n\n")
	}
	b.WriteString("| id | provision | duty | gap | rule | answered by | stands with |\n| --- | --- | --- | --- | --- | --- | --- |\n")
	for _, d := range law.Duties() {
		if d.Profile != p.Code {
			continue
		}
		gap := d.Rule().Severity.String()
		if d.Rule().Severity != d.Severity {
			gap += "; strict: " + d.Severity.String()
		}
		fmt.Fprintf(b, "| %s | %s | %s<br>*%s* | %s | `%s` | %s | %s |\n",
			d.ID, d.Article, d.Title.EN, d.Title.SV, gap, d.Rule().ID, d.Fields, strings.Join(d.With, ", "))
	}
	fmt.Fprintf(b, "\nSources: %s.\n", strings.Join(sourcesOf(p.Code), "; "))
}

// sourcesOf names the sources of a profile's duties with the day from which each
// holds.
func sourcesOf(profile string) []string {
	var list []string
	seen := map[string]bool{}
	for _, d := range law.Duties() {
		if d.Profile == profile && !seen[d.Source] {
			seen[d.Source] = true
			list = append(list, fmt.Sprintf("%s, from %s, checked %s", d.Source, d.ValidFrom, d.Checked))
		}
	}
	return list
}

// between are the first and the last day on which entries were checked.
func between(entries []statute.Reference) string {
	first, last := entries[0].Checked, entries[0].Checked
	for _, r := range entries {
		first, last = min(first, r.Checked), max(last, r.Checked)
	}
	if first == last {
		return string(first)
	}
	return fmt.Sprintf("%s – %s", first, last)
}

// certainties counts entries by how sure they are.
func certainties(entries []statute.Reference) string {
	n := map[statute.Certainty]int{}
	for _, r := range entries {
		n[r.Certainty]++
	}
	var list []string
	for _, c := range []statute.Certainty{statute.Verified, statute.Statute, statute.SecondHand, statute.Unproven} {
		if n[c] > 0 {
			list = append(list, fmt.Sprintf("%d %s", n[c], c))
		}
	}
	return strings.Join(list, ", ")
}
