"""Measurements of On Record: are the right speakers found, do the right paragraphs stand first, how fast is it?"""
