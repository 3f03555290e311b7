package ask

import (
	"time"

	"tillit/tools/internal/diag"
	"tillit/tools/internal/disk"
)

// Holder names the process that others wait for, and since when; now is the moment at which
// they ask.
func Holder(h disk.Holder, now time.Time) diag.Text {
	if h.Process == 0 {
		return diag.Say("en annan process", "another process")
	}
	layout := "15:04"
	if h.Since.Format(time.DateOnly) != now.Format(time.DateOnly) {
		layout = "2006-01-02 15:04"
	}
	since := h.Since.Local().Format(layout)
	if h.Host != "" {
		return diag.Say("process %d på %s, sedan %s", "process %d on %s, since %s", h.Process, h.Host, since)
	}
	return diag.Say("process %d, sedan %s", "process %d, since %s", h.Process, since)
}
