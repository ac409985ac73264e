"""The page that is mailed around."""
