package change

import (
	"regexp"
	"strconv"
	"strings"

	"tillit/tools/internal/facts/value"
)

// Folder is where issued versions lie, in a site and in what it publishes.
const Folder = "versions"

var versionID = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})(?:\.([2-9]|[1-9][0-9]))?$`)

// ParseID tells the day and the number within the day of a version's name.
func ParseID(id string) (day value.Date, n int, ok bool) {
	m := versionID.FindStringSubmatch(id)
	if m == nil || !value.Date(m[1]).Valid() {
		return "", 0, false
	}
	n = 1
	if m[2] != "" {
		n, _ = strconv.Atoi(m[2])
	}
	return value.Date(m[1]), n, true
}

// ByAge orders version names: by day, and by number within the day.
func ByAge(a, b string) int {
	da, na, _ := ParseID(a)
	db, nb, _ := ParseID(b)
	if da != db {
		return strings.Compare(string(da), string(db))
	}
	return na - nb
}

// ChangesFile is where a version keeps what changed in it, in words.
const ChangesFile = "changes.json"
