package folder

import (
	"bytes"
	"fmt"
	"strings"
)

// Partials is the folder of the partials, as the names of a tree begin.
const Partials = "layouts/_partials/"

// Moved says where each partial stands that once stood in one folder with all others:
// page/footer.html under footer.html, both from Partials. Sites have layouts of their own
// that replace or call it under its old name, so a line stays for as long as its partial.
var Moved = map[string]string{
	"action.html":              "page/action.html",
	"activities.html":          "activity/activities.html",
	"activities-summary.html":  "activity/summary.html",
	"activity.html":            "activity/activity.html",
	"address.html":             "fact/address.html",
	"aims.html":                "organisation/aims.html",
	"anchor.html":              "page/anchor.html",
	"annex-activity.html":      "annex/activity.html",
	"annex-measures.html":      "annex/measures.html",
	"annex-parties.html":       "annex/parties.html",
	"annex-subprocessors.html": "annex/subprocessors.html",
	"authorities.html":         "authority/authorities.html",
	"authority.html":           "authority/authority.html",
	"authority-list.html":      "authority/list.html",
	"automated.html":           "activity/automated.html",
	"basis.html":               "activity/basis.html",
	"below.html":               "page/below.html",
	"breaks.html":              "fact/breaks.html",
	"certifications.html":      "security/certifications.html",
	"change.html":              "change/change.html",
	"change-days.html":         "change/days.html",
	"change-lines.html":        "change/lines.html",
	"changes.html":             "change/changes.html",
	"channels.html":            "organisation/channels.html",
	"coming.html":              "recipient/coming.html",
	"complaint.html":           "authority/complaint.html",
	"complaint-authority.html": "authority/for-complaints.html",
	"consent.html":             "cookie/consent.html",
	"contact.html":             "recipient/contact.html",
	"contacts.html":            "organisation/contacts.html",
	"controllers.html":         "organisation/controllers.html",
	"cookies.html":             "cookie/cookies.html",
	"data.html":                "activity/data.html",
	"data-notes.html":          "activity/data-notes.html",
	"date.html":                "fact/date.html",
	"downloads.html":           "file/downloads.html",
	"edition.html":             "change/edition.html",
	"facets.html":              "recipient/facets.html",
	"feeds.html":               "file/feeds.html",
	"filter.html":              "recipient/filter.html",
	"filters.html":             "change/filters.html",
	"footer.html":              "page/footer.html",
	"ground.html":              "transfer/ground.html",
	"head.html":                "page/head.html",
	"header.html":              "page/header.html",
	"heading.html":             "page/heading.html",
	"hosting.html":             "organisation/hosting.html",
	"incident.html":            "security/incident.html",
	"issued.html":              "change/issued.html",
	"item.html":                "activity/item.html",
	"items.html":               "activity/items.html",
	"joint.html":               "organisation/joint.html",
	"kept.html":                "retention/kept.html",
	"languages.html":           "page/languages.html",
	"letter.html":              "right/letter.html",
	"letters.html":             "right/letters.html",
	"link.html":                "fact/link.html",
	"list.html":                "fact/list.html",
	"machines.html":            "file/machines.html",
	"mail.html":                "fact/mail.html",
	"matrix.html":              "activity/matrix.html",
	"matrix-row.html":          "activity/matrix-row.html",
	"measures.html":            "security/measures.html",
	"news.html":                "change/news.html",
	"objection.html":           "right/objection.html",
	"objection-terms.html":     "processor/objection.html",
	"officers.html":            "organisation/officers.html",
	"page-link.html":           "page/link.html",
	"page-url.html":            "page/url.html",
	"period.html":              "retention/period.html",
	"processor-terms.html":     "processor/terms.html",
	"prose.html":               "page/prose.html",
	"provision.html":           "activity/provision.html",
	"purposes.html":            "activity/purposes.html",
	"recipient.html":           "recipient/recipient.html",
	"recipient-dates.html":     "recipient/dates.html",
	"recipient-kinds.html":     "recipient/kinds.html",
	"recipient-more.html":      "recipient/more.html",
	"recipient-name.html":      "recipient/name.html",
	"recipients.html":          "recipient/recipients.html",
	"redline.html":             "change/redline.html",
	"ref.html":                 "fact/ref.html",
	"refs.html":                "fact/refs.html",
	"requests.html":            "right/requests.html",
	"responsibilities.html":    "processor/responsibilities.html",
	"responsible.html":         "page/responsible.html",
	"retention.html":           "retention/retention.html",
	"reviewed.html":            "page/reviewed.html",
	"rights.html":              "right/rights.html",
	"rights-contact.html":      "right/contact.html",
	"rights-ways.html":         "right/ways.html",
	"routes.html":              "page/routes.html",
	"services.html":            "organisation/services.html",
	"sheet-activities.html":    "sheet/activities.html",
	"sheet-facts.html":         "sheet/facts.html",
	"slot.html":                "page/slot.html",
	"source.html":              "activity/source.html",
	"statements.html":          "organisation/statements.html",
	"subprocessors.html":       "recipient/subprocessors.html",
	"terms.html":               "organisation/terms.html",
	"text.html":                "fact/text.html",
	"title.html":               "page/title.html",
	"toc.html":                 "page/toc.html",
	"told.html":                "change/told.html",
	"transfer.html":            "transfer/transfer.html",
	"transfer-ground.html":     "transfer/third-country.html",
	"transfer-more.html":       "transfer/more.html",
	"transfers.html":           "transfer/transfers.html",
	"verification.html":        "change/verification.html",
	"versions.html":            "change/versions.html",
	"ways.html":                "fact/ways.html",
	"word.html":                "fact/word.html",
	"words.html":               "fact/words.html",
}

// settle lets a site's own layouts go on with old names, in a tree of theirs over the
// program's. A partial of the site's own under an old name takes the new place, unless the
// site has one there, too; a call of an old name leads to the new place. The tree of a site
// without layouts of its own stays as it is.
func settle(tree Tree, l *Layers) {
	if !l.ownLayouts() {
		return
	}
	for old, now := range Moved {
		then, there := Partials+old, Partials+now
		switch {
		case !tree.Has(there):
		case !tree.Has(then):
			tree[then] = leading(now)
		case !l.Own.Has(there):
			tree[there] = leading(old)
		}
	}
}

// ownLayouts tells whether the site has any layout that is not, byte for byte, the program's.
func (l *Layers) ownLayouts() bool {
	for name, f := range l.Own {
		if carried, ok := l.Program[name]; strings.HasPrefix(name, "layouts/") && !(ok && bytes.Equal(f.Data, carried.Data)) {
			return true
		}
	}
	return false
}

// leading is a partial that hands on what it is given to another, and gives back what that
// one does. So a mistake is told in the file that holds it.
func leading(to string) File {
	return File{Data: fmt.Appendf(nil, "{{- return (partial %q .) -}}\n", to)}
}
