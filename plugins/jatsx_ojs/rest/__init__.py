"""The REST API of OJS 3.4 and 3.5, of which one issue is read.

An answer is turned into the elements that the native export would have (:mod:`.tree`), which are
then read as an export is. So both sources give the same article. Only the API gives:

urlPublished of the submission, publishedUrl of the issue
    ``url``
the decision “accept” of the editors
    ``dates.accepted``, if there is only one
funders of the submission or its version (3.6)
    ``funding``

Source: pkp/ojs and pkp/pkp-lib, stable-3_4_0 and stable-3_5_0: ``api/v1``, ``schemas`` and the
``maps/Schema.php`` of issues, submissions, publications, authors, affiliations and decisions.
"""
