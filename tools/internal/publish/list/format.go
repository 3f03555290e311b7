package list

// As is a table in a format: xlsx, json or csv.
func As(t Table, format string) []byte {
	switch format {
	case "xlsx":
		return XLSX(t)
	case "json":
		return JSON(t)
	}
	return CSV(t)
}
