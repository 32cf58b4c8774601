"""Chart specs, built once per process; data is passed to them on each run."""
