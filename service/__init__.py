"""What the app serves beside its pages, and how: sockets, files to take away, health, headers."""
