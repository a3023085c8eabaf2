"""Rules: their manuals, further examples in ``cases/<code>.yaml``, and the places they find."""
