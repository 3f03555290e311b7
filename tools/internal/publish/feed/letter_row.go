package feed

import (
	"slices"
	"strings"

	"tillit/tools/internal/facts/value"
	"tillit/tools/internal/publish/list"
)

// mailing is a letter as a row for mail merge.
type mailing struct {
	letter        *letter
	subject, text string
}

type addressed = list.Row[mailing]

// letterColumns are the columns of Letters. No record has what is in them.
func letterColumns() []list.Column {
	return []list.Column{
		list.TextColumn("language", func(r addressed) string { return r.Lang }).
			Means("Brevets språk (BCP 47).", "The letter's language (BCP 47).").Called("Språk", "Language").Filled(),
		list.TextColumn("subject", func(r addressed) string { return r.Of.subject }).
			Means("Ämnesraden.", "The subject line.").Called("Ämne", "Subject").Filled(),
		list.ListColumn("changes", func(r addressed) []string { return r.Of.letter.titles() }).
			Means("Vad som ändras.", "What changes.").Called("Ändringar", "Changes"),
		list.ListColumn("services", func(r addressed) []string { return r.Of.letter.services() }).
			Means("Tjänsterna som berörs.", "The services concerned.").Called("Tjänster", "Services"),
		list.DateColumn("applies_from", func(r addressed) value.Date { return r.Of.letter.applies() }).
			Means("Första dagen som något av det gäller.", "The first day on which any of it applies.").Called("Gäller från", "Applies from"),
		list.DateColumn("object_by", func(r addressed) value.Date { return r.Of.letter.deadline() }).
			Means("Den tidigaste, om det finns flera.", "The earliest, where there are several.").Called("Sista dag att invända", "Last day to object"),
		list.TextColumn("how_to_object", func(r addressed) string { return r.Of.letter.way() }).
			Means("Enligt biträdesvillkoren.", "As the processor terms say.").Called("Hur man invänder", "How to object"),
		list.TextColumn("otherwise", func(r addressed) string { return r.Of.letter.consequence() }).
			Means("Vad som händer om ingen invänder.", "What happens when nobody objects.").Called("Annars", "Otherwise").Filled(),
		list.TextColumn("link", func(r addressed) string { return r.Of.letter.link() }).
			Means("Ändringen på webbplatsen.", "The change on the website.").Called("Länk", "Link"),
		list.TextColumn("version", func(r addressed) string { return r.Of.letter.last().Version }).
			Means("Versionen som ändringen finns i.", "The version that holds the change.").Called("Version", "Version").Filled(),
		list.TextColumn("digest", func(r addressed) string { return r.Of.letter.last().Digest }).
			Means("Versionens kontrollsumma (SHA-256).", "The version's digest (SHA-256).").Called("Kontrollsumma", "Digest").Filled(),
		list.TextColumn("text", func(r addressed) string { return strings.TrimSpace(r.Of.text) }).
			Means("Hela brevet som text.", "The whole letter as text.").Called("Brevet", "The letter").Filled(),
	}
}

// Letters writes letters as rows for mail merge.
func Letters(letters []Letter) []byte {
	t := list.Table{Name: "letters", Columns: letterColumns()}
	for _, l := range letters {
		t.Rows = append(t.Rows, l.Row)
	}
	return list.CSV(t)
}

func (l *letter) titles() []string {
	var titles []string
	for _, e := range l.entries {
		titles = append(titles, oneLine(e.Sentence().In(l.Lang)))
	}
	return titles
}

func (l *letter) services() []string {
	var ids []string
	for _, e := range l.entries {
		ids = append(ids, e.Services...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// way is how to object, where there is a day by which to do it.
func (l *letter) way() string {
	if l.deadline() == "" {
		return ""
	}
	return l.how()
}

// link is where the newest change is read, on a site whose address is known.
func (l *letter) link() string {
	if l.place.BaseURL == "" {
		return ""
	}
	return l.place.entry(l.last(), l.Lang, l.set.Organisation)
}
