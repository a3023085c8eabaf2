"""The core: what holds of jatsx whatever plugins are installed."""
