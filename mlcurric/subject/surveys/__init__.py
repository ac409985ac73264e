"""The surveys: what is asked before the first stage and after each, how answers come in, and the report that is made of them."""
