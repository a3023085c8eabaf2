"""The benchmark of jatsx: ``python -m benchmarks``. ``docs/performance.md`` describes it."""
