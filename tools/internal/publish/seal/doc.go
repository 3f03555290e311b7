// Package seal is the gate of a site. It takes the pages that were made, writes the
// files for machines beside them (headers, redirects, twins in Markdown, the index of
// the search), follows every link, and names every byte in SHA256SUMS. Only then may
// Swap put the files where readers see them. It trusts neither templates nor prose,
// and what is wrong is told at the person's own file.
package seal
