"""What files declares to the tests of the architecture."""

WITHOUT_QUESTION = {
    "files.sweep": "the worker's housekeeping: nobody has asked",
    "files.remove_erased": "the worker's housekeeping: nobody has asked",
    "files.erase": "part of deleting for good, which two people have asked for",
}
QUIET_COMMANDS = {
    "files.sweep": "housekeeping: what belongs to nothing",
    "files.verify": "reads only",
}
