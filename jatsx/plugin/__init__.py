"""What a plugin may offer, and how plugins are found, checked and loaded."""
