"""The benchmark beside other tools: measuring, truth, scoring and the page."""
