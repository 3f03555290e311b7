package source

// Untyped tells whether a file gives a value no type and no name.
func Untyped(n *Node) bool { return n.Style&tagged == 0 && n.beside() == marks{} }
