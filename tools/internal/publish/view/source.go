package view

import (
	"time"

	"tillit/tools/internal/facts/folder"
	"tillit/tools/internal/facts/record"
)

// Order is what Hugo renders. It knows nothing of the plan.
type Order struct {
	Files     folder.Tree // content/, layouts/, assets/, i18n/
	Languages []record.Language
	Title     string
	BaseURL   string
	Params    map[string]any
	Today     time.Time // what "now" means in a template

	// Again, if not nil, tells that another order like this one will follow, with other
	// params, for which things may be made ready once it is closed.
	Again <-chan struct{}
}
