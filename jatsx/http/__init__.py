"""Requests to the servers of agencies and journals: the only module that sends and reads them.

It needs the packages of ``jatsx[office]``, which are imported with the first request.
"""

from jatsx.http.answers import HttpAnswer
from jatsx.http.attempts import Patience
from jatsx.http.client import HttpClient
from jatsx.http.faults import AnswerNotUnderstood, HttpFault, RequestRefused, ServerUnreachable

__all__ = [
    "AnswerNotUnderstood",
    "HttpAnswer",
    "HttpClient",
    "HttpFault",
    "Patience",
    "RequestRefused",
    "ServerUnreachable",
]
