"""
The rules themselves, a module for each subject.

Lives here: the functions of the catalogue, and nothing that two subjects share.
Must not know: how rules are chosen and run.
"""
