"""What a format's tests can ask: is it true to its losses?"""
