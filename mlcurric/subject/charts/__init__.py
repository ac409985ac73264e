"""Charts that do not mislead: a chart as plain data, what a reader would believe wrongly, and bars that are ready made."""
