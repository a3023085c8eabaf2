"""The desk: the issue in the browser. Each button is a command that exists."""
