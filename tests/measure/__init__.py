"""What the findings are worth: rules held against labelled texts that nobody here wrote.

Each module measures some rows of the table that `python -m tests.accuracy` prints. The texts stay outside the
repository; where they are absent a row is left out.
"""
