"""What the page, the catalogue and the server cost: ``python -m benchmarks`` writes RESULTS.md."""
