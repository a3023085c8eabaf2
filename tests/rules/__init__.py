"""The core's rules, each with good and bad examples in ``cases/<code>.yaml``."""
