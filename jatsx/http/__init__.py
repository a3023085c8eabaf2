"""Requests to the servers of agencies and journals: the only module that sends and reads them.

It needs the packages of ``jatsx[office]``, which are imported with the first request.
"""

from jatsx.http.client import HttpAnswer, HttpClient, Patience
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
