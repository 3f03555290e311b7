// Package disk is the one door to the operating system: reading that no file can
// harm, writing that no crash can halve, the folder that takes another's place,
// the hold that keeps two processes apart, work spread over the processors, and the
// signal to stop. What differs between systems stands here and nowhere else, each in a file named after the system.
//
// It knows nothing of trust centers, and says nothing to people: what it refuses it
// names by an error that callers put into their own words.
package disk
