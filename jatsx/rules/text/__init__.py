"""Rules on every text: letters, characters, scripts, languages."""
