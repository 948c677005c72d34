"""What PostgreSQL brings along and the municipalities' schemas use.

In `public`, never in a municipality's schema: dropping that town would drop the constraints of all others.
"""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = []
    operations = [BtreeGistExtension(), TrigramExtension(), UnaccentExtension()]
