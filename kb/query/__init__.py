"""From what was typed to the tree that an engine answers: read, plan, weigh, spell, mark, tell."""
