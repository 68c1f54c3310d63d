"""From one strategy to the next: where each goal and each open idea goes."""
