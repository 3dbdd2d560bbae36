"""What a document says, found in its text: each finding with its span and the words it was known from.

The modules are independent of each other. What is uncertain is left out or says so.
"""
