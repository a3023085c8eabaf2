"""Servers of the agencies, on 127.0.0.1 only, for tests of what is sent.

In a ``conftest.py``::

    from tests.servers.fixtures import crossref_server, doaj_server, datacite_server, other_host

    __all__ = ["crossref_server", "doaj_server", "datacite_server", "other_host"]

Each fixture is a server that runs until the test ends; outside pytest: ``with CrossrefServer() as
server``. A test sends to ``server.url`` and asks the server afterwards::

    assert crossref_server.times_registered() == {"10.5555/a": 1}     # nothing was sent twice
    (request,) = crossref_server.asked("/servlet/deposit")            # what arrived
    assert request.credentials == ("abcd", "password-of-abcd")

What every server has (``base.py``):

- ``received``: each request, with its ``headers``, ``body``, ``credentials`` (right or wrong) and
  the time ``at`` which it arrived; ``asked(path)``: those to one path.
- ``registered``: by DOI, the ``record`` that the agency keeps, how many ``times`` it was accepted,
  and its ``owner``.
- ``script``: what goes wrong with the next requests.

Each agency's server also has ``verdicts``: what is said of a DOI, whatever is sent. Crossref: a
``Record``; DOAJ: a sentence; DataCite: the source and the title of an error.

Scripts (``script.py``): a request takes the first step that is for its path. ::

    server.script = [status(429, retry_after="1"), CUT_AFTER, on("/servlet/login", LOGIN_PAGE)]

===========================  ==============================================  =======================
step                         what the client hears                           what is done
===========================  ==============================================  =======================
``NORMAL``                   the usual                                       the usual
``status(503)``              this status; with ``accepted=True`` after it    nothing, or the usual
``answered(Answer(…))``      this very answer; likewise                      nothing, or the usual
``LOGIN_PAGE``               a form for a password, with 200                 nothing
``CUT_BEFORE``               the connection ends without an answer           nothing
``CUT_UPLOAD``               the connection is reset while it sends          nothing
``CUT_AFTER``                the connection ends without an answer           the usual
``CUT_INSIDE``               the connection ends within the answer           the usual
``TRUNCATED``                half of the answer, as if it were the whole     the usual
``wrong_encoding()``         other bytes than the answer declares            the usual
``ENDLESS``                  an answer without an end                        the usual
``SILENCE``                  nothing, and the connection stays open          the usual
``saying(status="…")``       the usual JSON with other values                the usual
``redirect(url)``            a redirect of all that was sent, to ``url``     nothing
``many_records(10_000)``     Crossref: a diagnostic with as many more        the usual
``NAME_TAKEN``               Crossref: later, an older file's diagnostic     the usual
``on(path, step)``           as the step, for a request to this path         as the step
===========================  ==============================================  =======================

**Crossref** (``crossref/``) validates a file with the bundled schema, compares the journal with its
title record, and judges each DOI: its prefix, its timestamp, its ORCIDs. ``users``, ``titles``,
``queue`` (what polls hear before ``completed``; ``["queued"] * 20`` is slow), ``pending`` and
``wrong_password_status``; ``settle()`` completes everything, as time does. The messages are in
``crossref/diagnostic.py``, in the forms that users quoted in public. ``/works/DOI`` shows what was
registered; ``register(doi, record)`` puts any record there.

**DOAJ** (``doaj/``): ``keys``, ``journals``, ``queue``, ``uploads``, ``settle()``. **DataCite**
(``datacite.py``): ``repositories``, ``prefixes``, ``state(doi)``. ``OtherHost``: a host to which
nothing may go.

Not confirmed by any source: the pages of a failed deposit, except that they lack ``SUCCESS``; the
text of 429; what Crossref says of a wrong password at polling; that an ISSN which the title record
lacks is added to it; that only the article of a wrong ORCID is refused; DataCite's 415.
"""
