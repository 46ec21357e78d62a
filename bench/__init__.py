"""
Speed beside real peers, each pair measured in one run; never part of the tests.
"""
