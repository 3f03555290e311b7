package site

import "time"

// hugoInput is what Hugo renders. It knows nothing of the plan.
type hugoInput struct {
	Files     tree // content/, layouts/, assets/, i18n/
	Languages []Language
	Title     string
	BaseURL   string
	Params    map[string]any
	Today     time.Time // what "now" means in a template
}
