"""A model card: what a run measured, with the lines that only people can fill, held against each other.

The idea of a card that says what a model is for, how it was judged and where it must not be used: Mitchell and others 2019,
*Model Cards for Model Reporting*, FAT* '19. Here its numbers come from the run, and none is typed.
"""
