"""The application of a resident without an account.

Whoever holds the address of a draft may write into it; after an hour's rest reading asks for the code too. There
is no cookie, so nothing expires while somebody looks for a document, and blocked cookies block nobody. That is why
these pages need no CSRF token: a foreign page does not know the address.
"""

from kladka.portal.views.applying.coming_back import apply_code, apply_return
from kladka.portal.views.applying.questions import apply_check, apply_question, apply_sent
from kladka.portal.views.applying.start import apply

__all__ = ["apply", "apply_check", "apply_code", "apply_question", "apply_return", "apply_sent"]
