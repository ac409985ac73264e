"""Which columns know the answer already, and whether a model beats a simple rule on customers that neither has seen."""
