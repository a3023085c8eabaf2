"""What is wrong, where, and the sentences that say so."""
