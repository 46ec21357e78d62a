"""
What rules share: facts about an issue that are worked out once.

Lives here: one module for each kind of fact.
Must not know: any rule; how rules are chosen and run; what is made of a fact.
"""
