"""What an instructor runs: release, lint, collect, grade, report, export."""
