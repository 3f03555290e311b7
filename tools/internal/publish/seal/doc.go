// Package site turns a checked record.Set and Markdown prose into the files of a
// trust center. It is the only package that knows of Hugo.
//
// A build is one straight path: the site's own files are read and laid over the
// ones that the program carries, the plan is made, Hugo renders it in memory,
// the files for machines are written beside Hugo's, and the whole is sealed:
// every link is followed, and SHA256SUMS names every byte. Only then may Swap
// put the files where readers see them. What is wrong is a diag.List that names
// the person's own file; Hugo's words never reach a reader.
//
// The same input gives the same bytes. Nothing here reads the clock, the
// environment or the network.
package seal
