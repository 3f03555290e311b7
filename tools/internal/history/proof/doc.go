// Package proof tells what somebody was given (a site, what one has published, one
// version, a single file), how far it proves itself, and how far it does not. It reads
// folders on the disk, in git or at an address, as it is told, and asks nobody else.
package proof
