"""Commands that send, or show what was sent."""
