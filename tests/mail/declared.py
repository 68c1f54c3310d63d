"""What mail declares to the tests of the architecture."""

QUIET_COMMANDS = {
    "mail.receive_one": "hands a mail to the feature that it is addressed to, whose verbs publish their own"
}
