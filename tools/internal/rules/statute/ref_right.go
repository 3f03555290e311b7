package statute

import (
	"slices"

	"tillit/tools/internal/diag"
)

// Basis is a legal basis of Art. 6(1), with what must be told with it.
type Basis struct {
	Code   string // as in the choice of a basis
	Letter string // of Art. 6(1)
	Needs  diag.Text
	Reference
}

// Bases returns the six bases, in the order of the law.
func Bases() []Basis { return slices.Clone(BasisTable) }

var (
	article6 = Reference{"Regulation (EU) 2016/679, Article 6(1)", Statute, "2026-11-21"}
	chapter3 = Reference{"Regulation (EU) 2016/679, chapter III and Articles 7, 77–82", Statute, "2026-11-21"}
)

var BasisTable = []Basis{
	{"consent", "a", diag.Say("rätten att återkalla samtycket", "the right to withdraw consent"), article6},
	{"contract", "b", diag.Say("avtalet, med personen själv som part", "the contract, with the person as a party"), article6},
	{"legal-obligation", "c", diag.Say("lagen som förpliktar", "the law that obliges"), article6},
	{"vital-interests", "d", diag.Text{}, article6},
	{"public-task", "e", diag.Say("uppgiften, och lagen den följer av", "the task, and the law it follows from"), article6},
	{"legitimate-interests", "f", diag.Say("intresset, och vems det är", "the interest, and whose it is"), article6},
}

// RightOnBasis is how a right stands where the processing rests on a basis.
type RightOnBasis string

const (
	Always  RightOnBasis = "applies"
	Limited RightOnBasis = "limited" // applies in some cases only
	Never   RightOnBasis = "not"     // must not be presented as if it applied
)

// DependentRight is a right with the bases on which it depends.
type DependentRight struct {
	Code    string // as in the choice of a right
	Article string
	On      map[string]RightOnBasis // by basis; Always where it does not stand
	Reference
}

// DependentRights returns the rights, in the order of the law, with how each
// stands on each basis.
func DependentRights() []DependentRight { return slices.Clone(RightTable) }

// RightApplies tells how a right stands on a basis.
func RightApplies(right, basis string) RightOnBasis {
	for _, r := range RightTable {
		if r.Code == right {
			if on, ok := r.On[basis]; ok {
				return on
			}
			return Always
		}
	}
	return Never
}

var RightTable = []DependentRight{
	{"information", "13–14", nil, chapter3},
	{"access", "15", nil, chapter3},
	{"rectification", "16", nil, chapter3},
	{"erasure", "17", map[string]RightOnBasis{"contract": Limited, "legal-obligation": Never, "public-task": Never}, chapter3},
	{"restriction", "18", nil, chapter3},
	{"notification", "19", nil, chapter3},
	{"portability", "20", map[string]RightOnBasis{"legal-obligation": Never, "vital-interests": Never, "public-task": Never, "legitimate-interests": Never}, chapter3},
	{"objection", "21(1)", map[string]RightOnBasis{"consent": Never, "contract": Never, "legal-obligation": Never, "vital-interests": Never}, chapter3},
	{"objection-marketing", "21(2)–(3)", nil, chapter3},
	{"objection-research", "21(6)", nil, chapter3},
	{"no-adm", "22", nil, chapter3},
	{"withdraw-consent", "7(3)", map[string]RightOnBasis{"contract": Never, "legal-obligation": Never, "vital-interests": Never, "public-task": Never, "legitimate-interests": Never}, chapter3},
	{"complaint", "77", nil, chapter3},
	{"judicial-remedy", "79", nil, chapter3},
	{"compensation", "82", nil, chapter3},
}
