"""A credential in the Credential Transparency Description Language, as JSON-LD.

The vocabulary is Credential Engine's (https://credreg.net/ctdl/terms). No CTID is given: those
are for the bodies that award the credentials to hand out.
"""

from cert_model.catalog import Catalog
from cert_model.export.edition import stamp
from cert_model.export.linked_data.conditions import formality_profiles, rule_profiles
from cert_model.export.linked_data.costs import costs_to_earn
from cert_model.export.linked_data.exam import exam_node
from cert_model.export.linked_data.renewal import renewal_properties
from cert_model.export.linked_data.subject import Namer, Node, Subject, source_nodes, uuid_name
from cert_model.export.linked_data.terms import (
    CONTEXT,
    STATUSES,
    concept,
    english,
    english_texts,
    named_concept,
    without_none,
)


def ctdl_document(catalog: Catalog, key: str, name_of: Namer = uuid_name) -> Node:
    """The credential, its exam, its issuer and every source behind them, as one graph.

    ``name_of`` gives the IRI of a part by its path, such as ``credentials/aapc/cpc``,
    ``exams/…``, ``organizations/aapc`` or ``sources/…``. Raises KeyError for an unknown id.
    """
    subject = Subject(catalog, catalog.credentials[key], name_of)
    nodes = [
        _credential(subject),
        exam_node(subject),
        _organization(subject),
        *_accreditors(subject),
    ]
    edition = _edition(subject)
    return {"@context": CONTEXT, "@graph": [*nodes, *source_nodes(subject, nodes), edition]}


def _credential(subject: Subject) -> Node:
    sheet = subject.sheet
    rules = sheet.eligibility
    status = STATUSES.get(sheet.status.value) if sheet.status.value else None
    return without_none(
        {
            "@id": subject.name_of(f"credentials/{sheet.id}"),
            "@type": "ceterms:Certification",
            "ceterms:name": english(sheet.name),
            "ceterms:alternateName": english_texts([sheet.code]),
            "ceterms:description": english(sheet.summary),
            "ceterms:subjectWebpage": subject.issuers_page(sheet.status),
            "ceterms:credentialStatusType": status and concept(status),
            "ceterms:identifier": [
                {
                    "@type": "ceterms:IdentifierValue",
                    "ceterms:identifierTypeName": english("CertLens"),
                    "ceterms:identifierValueCode": sheet.id,
                }
            ],
            "ceterms:keyword": english_texts(sheet.aliases),
            "ceterms:subject": [
                named_concept(term.label) for term in (*sheet.roles, *(sheet.code_sets or ()))
            ],
            "ceterms:ownedBy": [subject.issuer_name],
            "ceterms:offeredBy": [subject.issuer_name],
            "ceterms:accreditedBy": [node["@id"] for node in _accreditors(subject)],
            "ceterms:requires": [
                _exam_condition(subject),
                *rule_profiles(subject, rules.required),
                *formality_profiles(subject),
            ],
            "ceterms:recommends": rule_profiles(subject, rules.recommended),
            "ceterms:estimatedCost": costs_to_earn(subject),
            **renewal_properties(subject),
            **subject.evidence(sheet.status),
        }
    )


def _exam_condition(subject: Subject) -> Node:
    return {
        "@type": "ceterms:ConditionProfile",
        "ceterms:description": english("Pass the exam."),
        "ceterms:targetAssessment": [subject.exam_name],
    }


def _organization(subject: Subject) -> Node:
    issuer = subject.issuer
    return without_none(
        {
            "@id": subject.issuer_name,
            "@type": "ceterms:CredentialOrganization",
            "ceterms:name": english(issuer.name),
            "ceterms:alternateName": english_texts([issuer.letters]),
            "ceterms:description": english(issuer.summary) if issuer.summary else None,
            "ceterms:subjectWebpage": issuer.website,
            "ceterms:agentType": [concept("orgType:CertificationBody")],
        }
    )


def _accreditors(subject: Subject) -> list[Node]:
    """The bodies that are known to have accredited the credential."""
    return [
        {
            "@id": subject.name_of(f"organizations/{accreditation.body.lower()}"),
            "@type": "ceterms:QACredentialOrganization",
            "ceterms:name": english(accreditation.body),
            **subject.evidence(accreditation),
        }
        for accreditation in subject.sheet.accreditation or ()
    ]


def _edition(subject: Subject) -> Node:
    """Which catalog the description was made from."""
    stamped = stamp(subject.catalog)
    return {
        "@id": subject.name_of(f"catalogs/{stamped['fingerprint']}"),
        "@type": "schema:Dataset",
        "schema:name": "CertLens",
        "schema:version": stamped["fingerprint"],
        "schema:dateModified": stamped["date"],
        "schema:about": {"@id": subject.name_of(f"credentials/{subject.sheet.id}")},
    }
