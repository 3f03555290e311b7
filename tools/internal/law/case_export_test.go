package law

// Speaking returns, by lint, a short text in which the mistake is made, for
// docs/rules-law.md.
func Speaking() map[string]string {
	shortest := map[string]string{}
	for _, c := range lintCases {
		for _, text := range c.speaks {
			if text == "vital" {
				continue
			}
			if old, ok := shortest[c.id]; !ok || len(text) < len(old) {
				shortest[c.id] = text
			}
		}
	}
	return shortest
}
