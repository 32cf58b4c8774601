"""Rules that an issuer states once for all of its credentials."""

from cert_model.schema import Credential, Issuer
from cert_model.schema.renewals import Renewal


def renewal_of(sheet: Credential, issuer: Issuer) -> Renewal:
    """The credential's own renewal rule, completed by what its issuer says of all."""
    own = sheet.renewal
    general = issuer.renewal
    return own.model_copy(
        update={
            "cycle_months": own.cycle_months or general.cycle_months,
            "ceus": own.ceus or general.ceus,
            "grace_days": own.grace_days or general.grace_days,
            "reinstatement": own.reinstatement or general.reinstatement,
        }
    )
