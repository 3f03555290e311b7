package law

// Facing is what is said of the facts, the words aside.
var Facing = facing
