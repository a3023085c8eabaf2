"""The kinds of error, by the names of libxml2's error types.

Each kind has its message in :mod:`jatsx.findings.messages`, with the code ``document-<kind>``.
"""

from __future__ import annotations

from typing import Final

from jatsx.model.frozenmap import FrozenMap

CONTENT: Final = "content-unfit"
"""An error about all children of an element. The incorrect child is searched for."""

KINDS: Final = FrozenMap(
    {
        # values
        "SCHEMAV_CVC_MAXLENGTH_VALID": "value-long",
        "SCHEMAV_CVC_MINLENGTH_VALID": "value-short",
        "SCHEMAV_CVC_LENGTH_VALID": "value-length",
        "SCHEMAV_CVC_PATTERN_VALID": "value-form",
        "SCHEMAV_CVC_ENUMERATION_VALID": "value-choice",
        "SCHEMAV_CVC_MAXINCLUSIVE_VALID": "value-large",
        "SCHEMAV_CVC_MAXEXCLUSIVE_VALID": "value-large",
        "SCHEMAV_CVC_MININCLUSIVE_VALID": "value-small",
        "SCHEMAV_CVC_MINEXCLUSIVE_VALID": "value-small",
        "SCHEMAV_CVC_TOTALDIGITS_VALID": "value-form",
        "SCHEMAV_CVC_FRACTIONDIGITS_VALID": "value-form",
        "SCHEMAV_CVC_FACET_VALID": "value-form",
        "SCHEMAV_CVC_DATATYPE_VALID_1_2_1": "value-type",
        "SCHEMAV_CVC_DATATYPE_VALID_1_2_2": "value-type",
        "SCHEMAV_CVC_DATATYPE_VALID_1_2_3": "value-type",
        "SCHEMAV_CVC_AU": "value-fixed",
        "SCHEMAV_CVC_ELT_5_2_2_2_1": "value-fixed",
        "SCHEMAV_CVC_ELT_5_2_2_2_2": "value-fixed",
        "DTD_ATTRIBUTE_VALUE": "value-form",
        "DTD_ATTRIBUTE_DEFAULT": "value-fixed",
        "RELAXNG_ERR_TYPE": "value-type",
        "RELAXNG_ERR_TYPEVAL": "value-type",
        "RELAXNG_ERR_DATATYPE": "value-form",
        "RELAXNG_ERR_VALUE": "value-form",
        "RELAXNG_ERR_LIST": "value-form",
        # children
        "SCHEMAV_ELEMENT_CONTENT": CONTENT,
        "DTD_CONTENT_MODEL": CONTENT,
        "RELAXNG_ERR_ELEMWRONG": CONTENT,
        "RELAXNG_ERR_NOELEM": CONTENT,
        "RELAXNG_ERR_ELEMNAME": CONTENT,
        "RELAXNG_ERR_EXTRACONTENT": CONTENT,
        "RELAXNG_ERR_INTEREXTRA": CONTENT,
        "RELAXNG_ERR_CONTENTVALID": CONTENT,
        "SCHEMAV_CVC_WILDCARD": "part-unexpected",
        "DTD_INVALID_CHILD": "part-unexpected",
        "DTD_UNKNOWN_ELEM": "part-unexpected",
        "SCHEMAV_CVC_ELT_1": "root-unknown",
        "SCHEMAV_CVC_COMPLEX_TYPE_2_1": "content-barred",
        "SCHEMAV_CVC_COMPLEX_TYPE_2_2": "parts-barred",
        "SCHEMAV_CVC_TYPE_3_1_2": "parts-barred",
        "SCHEMAV_CVC_COMPLEX_TYPE_2_3": "text-barred",
        "DTD_NOT_EMPTY": "content-barred",
        "DTD_NOT_PCDATA": "parts-barred",
        "RELAXNG_ERR_TEXTWRONG": "text-barred",
        # attributes
        "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1": "attribute-unexpected",
        "SCHEMAV_CVC_COMPLEX_TYPE_3_2_2": "attribute-unexpected",
        "SCHEMAV_CVC_TYPE_3_1_1": "attribute-unexpected",
        "SCHEMAV_CVC_COMPLEX_TYPE_4": "attribute-missing",
        "DTD_UNKNOWN_ATTRIBUTE": "attribute-unexpected",
        "DTD_MISSING_ATTRIBUTE": "attribute-missing",
        "RELAXNG_ERR_INVALIDATTR": "attribute-unexpected",
        "RELAXNG_ERR_ATTRVALID": "attribute-unfit",
        # ids
        "DTD_ID_REDEFINED": "id-repeated",
        "DTD_UNKNOWN_ID": "id-unknown",
        "DTD_MULTIPLE_ID": "id-repeated",
        "SCHEMAV_CVC_IDC": "value-repeated",
    }
)
"""The kinds of error. Other types are shown with libxml2's message."""

OF_CHECKS: Final = FrozenMap(
    {
        "version-undeclared": "the file does not declare its format or version",
        "module-other": "a part was validated with another module ({declared}, {used})",
        "value-obsolete": "the agency accepts a value, but does not use it ({value}, {name})",
        "value-changed": "the agency stores another value ({value}, {name}, {stored})",
        "value-undocumented": "the agency accepts other values than its documented ones ({value},"
        " {name}, {choices})",
        "part-ignored": "the agency does not keep a property ({property}, {parent})",
    }
)
"""The kinds that checks of plugins can use for warnings, and the params of their messages."""

RANKS: Final = (
    "value-empty",
    "value-long",
    "value-form",
    "value-choice",
    "value-large",
    "value-small",
    "value-length",
    "value-short",
    "value-fixed",
    "value-type",
)
"""If there are several errors about one value, the first of these kinds is reported."""
