"""What places declare to the tests of the architecture."""

WITHOUT_QUESTION = {
    **dict.fromkeys(
        ("places.enter", "places.leave", "places.fill"), "the feature that has the room has asked"
    ),
    "places.send": "the feature whose people they are has asked",
}
