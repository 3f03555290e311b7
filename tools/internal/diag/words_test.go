package diag

import "testing"

func TestSummaryCountsInWords(t *testing.T) {
	in := func(file string, s Severity) Diagnostic { return Diagnostic{Pos: Pos{File: file}, Severity: s} }
	tests := []struct {
		l    List
		want Text
	}{
		{nil, Text{"inget att anmärka", "no findings"}},
		{List{in("a", Error)}, Text{"1 fel i 1 fil", "1 error in 1 file"}},
		{List{in("a", Error), in("b", Error), in("a", Error), in("a", Warning)},
			Text{"3 fel, 1 varning i 2 filer", "3 errors, 1 warning in 2 files"}},
		{List{in("a", Warning), in("a", Warning), in("a", Info)},
			Text{"2 varningar, 1 upplysning i 1 fil", "2 warnings, 1 info in 1 file"}},
		{List{in("a", Info), in("", Info)}, Text{"2 upplysningar i 1 fil", "2 infos in 1 file"}},
		{List{in("", Error)}, Text{"1 fel", "1 error"}},
	}
	for _, tt := range tests {
		if got := Summary(tt.l); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
