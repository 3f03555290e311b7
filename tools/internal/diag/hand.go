package diag

import (
	"slices"
	"strings"
)

// guesses are rules whose hints say one way of several, which may be the wrong one.
var guesses = strings.Fields(`
	bidi-character missing-colon missing-comma text-after-bracket text-after-quote unclosed-bracket unclosed-quote unknown-purpose
	unknown-reference`)

// reason is why a finding waits for a person, and the rules of which it holds.
type reason struct {
	why   Text
	rules []string
}

// Hand is why a person must mend a finding of a rule, where it carries no edit.
func Hand(rule string) Text {
	for _, r := range reasons {
		if slices.Contains(r.rules, rule) {
			return r.why
		}
	}
	if slices.Contains(guesses, rule) {
		return Text{SV: "förslaget är en gissning", EN: "the hint is a guess"}
	}
	return Text{SV: "förslaget säger vad som ska skrivas, och ni vet om det är sant", EN: "the hint says what to write, and you know whether it is true"}
}

// reasons are in the order in which they are looked through.
var reasons = []reason{
	{Text{SV: "bara ni vet vad som är sant", EN: "only you know the fact"}, strings.Fields(`
		asset-name brand-contrast cert-unsupported colour contact-expired contact-expires-late cookie-no-list date date-order dpf-fallback
		dpf-unchecked enf-analytics-transfer enf-pixel enf-recipient-incomplete engagement-kind future-date hosting-provider joint-unstated link
		missing-controller missing-organisation number-range org-number orgnr-is-pnr phone processor-terms recipient-location
		recipient-product-not-entity retention-range-unresolved starter-text timestamp-address transfer-mechanism`)},
	{Text{SV: "orden måste någon skriva eller översätta", EN: "somebody must write or translate the words"}, strings.Fields(`
		address-differs day-differs heading-differs link-differs number-differs period-differs shortcode-differs
		empty-file empty-value line-length list-length no-value not-a-whole-number prose-untranslated public-secret right-too-narrow single-line
		text text-language wrong-language wrong-type markdown-in-field unfilled-place text-markup translation-missing`)},
	{Text{SV: "någon måste välja, eller säga vad som var meningen", EN: "somebody must choose, or say what was meant"}, strings.Fields(`
		layout-drops page-drops accepted-error accepted-expired authority-country backup-gap basis-combined complaint-authority consent-stack
		declaration-contradiction declaration-unproved default-language dpo-conflict dpo-person-name enf-purpose-service engagement-loop
		extra-language merge-conflict cut-text id pnr-leak pnr-unjustified range-order repeated-id repeated-org-number replacement-loop
		retention-conflict retention-law-uncited transfer-unstated unused-record`)},
	{Text{SV: "filen ska få ett annat namn eller en annan plats", EN: "the file must get another name or place"}, strings.Fields(`
		address-owner file-content file-kind file-name file-place reserved-name similar-names unknown-file version-gone`)},
	{Text{SV: "filen är ingen YAML, och det går bara att gissa vad som var meningen", EN: "the file is no YAML, and what was meant can be guessed only"}, strings.Fields(`
		alias anchor bad-indentation complex-key dash-without-space directive item-among-fields key-not-text list-after-key lost-character
		merge-key not-a-map repeated-key several-documents tag yaml-syntax`)},
}

// Handwork are the rules whose hints no machine can carry out, by the reason.
func Handwork() map[string]Text {
	all := map[string]Text{}
	for _, r := range reasons {
		for _, rule := range r.rules {
			all[rule] = r.why
		}
	}
	return all
}
