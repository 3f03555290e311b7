package law_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/rules/law"
)

// lintNames are the names under which mistakes were first gathered, from notices
// and from decisions, with the rules that find them today. What has no rule has a
// reason.
var lintNames = []struct{ name, rules, why string }{
	{"CONSENT-BY-USE", "consent-by-use", ""},
	{"DEEMED-AGREE", "deemed-agree", ""},
	{"OLD-AUTHORITY", "old-authority", ""},
	{"AUTHORITY-NO-CONTACT", "authority-no-contact", ""},
	{"ACCESS-FREQUENCY", "access-frequency", ""},
	{"RIGHT-NEEDS-REASON", "right-needs-reason", ""},
	{"RIGHT-MISLABELLED", "right-mislabelled", ""},
	{"RIGHT-INVENTED-BAR", "right-invented-bar", ""},
	{"RIGHT-TOO-NARROW", "right-too-narrow", ""},
	{"RIGHTS-MISSING", "rights-missing", ""},
	{"COMPLAINT-MISSING", "gdpr-13-2-d gdpr-77-1", ""},
	{"COMPLAINT-CONDITIONAL", "complaint-conditional gdpr-77-unconditional", ""},
	{"CONTROLLER-MISSING", "role-generic gdpr-13-1-a", ""},
	{"CONTROLLER-INCOMPLETE", "gdpr-13-1-a se-abl-28-5", ""},
	{"CONTACT-ELSEWHERE", "contact-elsewhere", ""},
	{"DPO-MISSING", "dpo-missing", ""},
	{"BASIS-VAGUE", "basis-vague", ""},
	{"BASIS-MISSING", "gdpr-13-1-c-basis", ""},
	{"BASIS-COMBINED", "basis-combined", ""},
	{"BASIS-MISFIT", "basis-misfit", ""},
	{"LI-UNNAMED", "li-unnamed", ""},
	{"PURPOSE-VAGUE", "purpose-vague", ""},
	{"RETENTION-VAGUE", "retention-vague", ""},
	{"RETENTION-RANGE-UNRESOLVED", "retention-range-unresolved", ""},
	{"RETENTION-LAW-UNCITED", "retention-law-uncited", ""},
	{"RETENTION-JUST-IN-CASE", "retention-just-in-case", ""},
	{"RECIPIENT-VAGUE", "recipient-vague", ""},
	{"RECIPIENT-NO-LOCATION", "recipient-no-location", ""},
	{"LOCATION-REGION", "location-region", ""},
	{"LOCATION-PARENT", "location-parent", ""},
	{"RECIPIENT-PRODUCT-NOT-ENTITY", "recipient-product-not-entity", ""},
	{"ROLE-MISLABEL", "role-mislabel", ""},
	{"ROLE-CONTRADICTION", "role-contradiction", ""},
	{"TRANSFER-NO-MECHANISM", "transfer-vague transfer-mechanism", ""},
	{"STRIVE", "strive", ""},
	{"SECURITY-BOILERPLATE", "absolute-claim", ""},
	{"CERT-UNSUPPORTED", "cert-unsupported", ""},
	{"ADM-NO-LOGIC", "adm-no-logic", ""},
	{"PROVISION-MISSING", "gdpr-13-2-e", ""},
	{"PNR-UNJUSTIFIED", "pnr-unjustified", ""},
	{"PNR-TERM", "pnr-misnamed", ""},
	{"DATA-OPEN-ENDED", "data-open-ended", ""},
	{"COOKIE-BROWSER", "cookie-browser", ""},
	{"COOKIE-NO-LIST", "cookie-no-list", ""},
	{"COOKIE-LI", "cookie-li", ""},
	{"CHANGE-CHECKBACK", "check-back wp260-change-checkback", ""},
	{"NO-DATE", "no-date stale-effective", ""},
	{"DANGLING-REF", "dangling-link link-broken", ""},
	{"OBJECTION-BURIED", "objection-buried", ""},
	{"WITHDRAW-MISSING", "withdraw-missing", ""},
	{"ID-EXCESS", "id-excess", ""},
	{"RIGHTS-CUSTOMER-ONLY", "rights-customer-only", ""},
	{"NEGATION-SLIP", "negation-slip", ""},
	{"PROMISE-ABSOLUTE", "promise-absolute absolute-claim", ""},
	{"PRINCIPLE-AS-CONTENT", "", "`tillit coverage` gives the share of duties that are met; a page of assurances is seen there and by absolute-claim"},
	{"LANGUAGE-MISMATCH", "language-mismatch", ""},
	{"SCRAPE-ARTEFACT", "artefact page-twice", ""},
	{"TYPO-LEGAL", "typo", ""},
	{"DASH-NORMALISE", "org-number", ""},
	{"ENF-PURPOSE-SERVICE", "enf-purpose-service", ""},
	{"ENF-RECIPIENT-INCOMPLETE", "enf-recipient-incomplete", ""},
	{"ENF-TRANSFER-COPY", "gdpr-13-1-f-copy", ""},
	{"ENF-RETENTION-CRITERIA", "gdpr-13-2-a retention-vague", ""},
	{"ENF-ADM", "adm-no-logic gdpr-13-2-f", ""},
	{"ENF-RIGHTS-DETAIL", "gdpr-13-2-b-explain", ""},
	{"ENF-COUNTRY", "gdpr-13-1-f-country", ""},
	{"ENF-HARD-TO-FIND", "link-broken wp260-sameplace", ""},
	{"ENF-CIRCULAR", "gdpr-13-1-c-link gdpr-14-1-d", ""},
	{"ENF-VITAL-PUBLIC", "enf-vital-public", ""},
	{"ENF-CHILD-LANG", "gdpr-12-1-child language-mismatch", ""},
	{"ENF-COOKIE-DESIGN", "enf-cookie-design", ""},
	{"ENF-ANALYTICS-TRANSFER", "enf-analytics-transfer", ""},
	{"ENF-PIXEL", "enf-pixel", ""},
	{"ENF-RESPONSE", "enf-response", ""},
	{"ENF-SRB", "gdpr-13-1-e", ""},
	{"ENF-NAMED-ON-REQUEST", "gdpr-13-1-e-named", ""},
	{"ENF-DEAD-TOOLS", "old-law", ""},
	{"UK-EXPIRED", "uk-expired", ""},
	{"CONSENT-STACK", "consent-stack", ""},
	{"PARTNERS", "partners", ""},
	{"JOINT-UNSTATED", "joint-unstated", ""},
	{"MARKETING-NO-OPTOUT", "gdpr-21-2", ""},
	{"DPO-PERSON-NAME", "dpo-person-name", ""},
	{"DPO-CONFLICT", "dpo-conflict", ""},
	{"AUTHORITY-STALE", "authority-stale", ""},
	{"REFDATA-STALE", "reference-stale", ""},
	{"SUBPROC-NO-NOTICE", "notice-too-short notice-missing", ""},
	{"SUBPROC-ORPHAN", "unused-record unknown-record", ""},
	{"RETENTION-CONFLICT", "retention-conflict", ""},
	{"BACKUP-GAP", "backup-gap", ""},
	{"PUBLIC-SECRET", "public-secret", ""},
	{"EMPTY-TRANSLATION", "empty-translation text-language", ""},
}

// namesTable lists the names for docs/rules/names.md.
func namesTable() string {
	var b strings.Builder
	b.WriteString("# Names of known mistakes\n\nThe names under which the mistakes were gathered from public notices, decisions and case law, and the rules that find them.\n\n| lint | rule |\n| --- | --- |\n")
	for _, n := range lintNames {
		said := n.why
		if n.rules != "" {
			said = "`" + strings.ReplaceAll(n.rules, " ", "`, `") + "`"
		}
		fmt.Fprintf(&b, "| LINT-%s | %s |\n", n.name, said)
	}
	return b.String()
}

// Every name has a rule that exists, or a reason; where the notes that the names
// are from stand beside this clone, none of them is left out.
func TestEveryKnownMistakeHasARule(t *testing.T) {
	known := diag.Rules(law.Rules()...)
	var listed []string
	for _, n := range lintNames {
		listed = append(listed, n.name)
		if n.rules == "" && n.why == "" {
			t.Errorf("%s has neither a rule nor a reason", n.name)
		}
		for rule := range strings.FieldsSeq(n.rules) {
			if _, ok := diag.RuleOf(known, rule); !ok {
				t.Errorf("%s: there is no rule %s", n.name, rule)
			}
		}
	}
	notes, err := os.ReadFile("../../../../../shared/legal.md")
	if err != nil {
		return // they are no part of the project
	}
	for _, m := range regexp.MustCompile(`(?m)^\| LINT-([A-Z0-9-]+) \|`).FindAllStringSubmatch(string(notes), -1) {
		if !slices.Contains(listed, m[1]) {
			t.Errorf("LINT-%s is not listed", m[1])
		}
	}
}
