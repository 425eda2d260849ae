"""Turns: one page of results is made at a time in a process.

NumPy lets go of Python's own lock at each large step. Threads that fetch it back from each other all the time lose a
third of what one of them does alone; those that wait here lose nothing.
"""

from threading import Lock

TURN = Lock()
