import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_a_host_nobody_owns_gets_a_clear_404(client: Client) -> None:
    answer = client.get("/", headers={"host": "nobody.example"})

    assert answer.status_code == 404
    assert "nobody.example" in answer.content.decode()
