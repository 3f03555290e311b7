// Package coverage is the report of how far a site's facts answer the law: plain
// data, and that data as text, JSON, HTML and Markdown. Which duties there are and
// how they are answered is package law's.
package coverage
