"""Grading: many hand-ins at once, each shut in, from a folder of notebooks to grades and pages.

The rooms, in the order in which the data goes through them:

- ``collecting``: the zips of an LMS are laid out as ``<learner>/<exercise>.ipynb`` (``mlcurric collect``).
- ``reading``: files become hand-ins; whatever cannot be read becomes a clear problem of that file alone.
- ``running``: a hand-in becomes a job, one of several runners does it, and what it says is checked as hostile input.
- ``sandbox`` and ``cluster``: two runners, bubblewrap on this machine and Dask on others; ``running.trusting`` shuts nothing in.
- ``guest``: all that runs inside with the learner's code. It holds no question, no answer and no key.
- ``judging``: the answers, plain data by now, are held against the checks, on a world drawn with the class's key.
- ``gradebook``: what came of it, with marks by hand and what came before, in one SQLite file.
- ``pages``: what learners get back. ``glance``: the class as whoever teaches sees it. ``exports``: grades for an LMS.
- ``marks``: texts out to a spreadsheet, marks and comments back into the gradebook.
- ``nbgrader``: the same exercises as a course of nbgrader's; nothing of the above runs there.

``batch`` leads a folder through all of it, ``one`` a single hand-in; ``command`` is ``mlcurric grade`` as it was typed.
``submission`` and ``marking`` are what the rooms hand on to each other. ``apart`` gives the trusted side a process of its own for
what could keep it busy. ``chain`` tries the whole way once, for ``mlcurric doctor``.

The line between the two sides is that of ``guest``: a process that runs a learner's code never holds an expected answer, and
one that holds them never runs a learner's code.
"""
