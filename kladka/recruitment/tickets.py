"""The secret of a draft and its code: a link by which to come back, and eight digits to show that it is theirs.

The code follows from the secret and the key of the installation, so it is kept nowhere and can be shown on each page.
"""

import hashlib
import re
import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another one
LENGTH, GROUP = 12, 4
DIGITS = 8


def new_secret() -> str:
    """Sixty bits that can be copied from a sheet of paper: `krtm-94xp-2hdw`."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return grouped(letters, "-")


def as_written(typed: str) -> str:
    """The secret in one spelling, whatever spaces and capitals somebody typed; empty when it is none."""
    letters = re.sub(r"[\s-]", "", typed.lower())
    return grouped(letters, "-") if len(letters) == LENGTH and set(letters) <= set(LETTERS) else ""


def digest_of(secret: str) -> str:
    return hashlib.sha256(f"draft {secret}".encode()).hexdigest()


def code_of(secret: str) -> str:
    """Eight digits in two groups: `4829 1370`."""
    number = int(salted_hmac("kladka.recruitment.tickets", secret, algorithm="sha256").hexdigest(), 16)
    return grouped(f"{number % 10**DIGITS:0{DIGITS}}", " ")


def is_code_of(secret: str, typed: str) -> bool:
    digits = re.sub(r"\D", "", typed)
    return constant_time_compare(digits, code_of(secret).replace(" ", ""))


def source_of(address: str) -> str:
    """Who knocks, as a digest that leads back to nobody without the key of the installation."""
    return salted_hmac("kladka.recruitment.knocks", address, algorithm="sha256").hexdigest()


def grouped(signs: str, between: str) -> str:
    return between.join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))
