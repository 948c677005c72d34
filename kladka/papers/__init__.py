"""Papers: templates by their dated versions, numbers without gaps, and what was printed from what.

Start in `actions.py` (`print_paper`) and `documents.py` (the paper as PDF and as an editable document). The look of every
paper is `typst/paper.typ`; its words are a template in the folder `typst` of its module. Uses people and programmes.
"""
