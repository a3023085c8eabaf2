"""What holds of any article at all."""
