"""Rules for what eLIBRARY requires in its explanations, but not in its schema.

An error blocks only the RSCI file. What applies to every format (dates that exist, forms of
identifiers, languages) is checked by the rules of jatsx itself.
"""
