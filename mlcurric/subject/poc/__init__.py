"""A plan for a proof of concept: what does not fit in it, whether it can tell success from failure, and its page.

``plan_findings`` holds the lines of a ``PocPlan`` against each other and against a ``Setting``; ``rehearse_plan`` carries it out
500 times on simulated customers, where calls work, do nothing and do harm; ``why_not`` names the line to change;
``render_plan`` makes the page that a sponsor signs. A plan for one's own product, written as people write::

    own = read_own_plan({"customers": "1,600", "hold_out_of_100": "half", "go_from": "2", …})
    for finding in own.findings:
        print(finding.says, finding.way_out)
    if own.found:
        print(own.found.go)
"""
