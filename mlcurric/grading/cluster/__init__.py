"""Hand-ins run on the machines of a Dask cluster, each with its own sandbox; judged, as always, on this one."""
