package folder

// MaxText is for the tests of this room.
const MaxText = maxText
