"""
What rules share: facts about texts, links, issues and series, a module for each kind.

Nothing here knows a rule, a finding, a fix or a severity. Of facts only a `Passage` makes an operation: the one that
rewords it.
"""
