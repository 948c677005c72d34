import django.contrib.postgres.indexes
from django.db import migrations, models

RESTATED = """
UPDATE people_involvement SET sort_key = person.sort_key, search_text = person.search_text, sex = person.sex,
    has_pesel = person.pesel IS NOT NULL
FROM people_person person WHERE person.id = people_involvement.person_id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("programmes", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="involvement",
            name="sort_key",
            field=models.CharField(db_collation="C", default="", editable=False, max_length=450),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="involvement",
            name="search_text",
            field=models.TextField(default="", editable=False),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="involvement",
            name="sex",
            field=models.CharField(
                choices=[("woman", "woman"), ("man", "man")],
                default="",
                editable=False,
                max_length=5,
                verbose_name="sex",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="involvement",
            name="has_pesel",
            field=models.BooleanField(default=False, editable=False),
            preserve_default=False,
        ),
        migrations.RunSQL(RESTATED, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="involvement",
            constraint=models.CheckConstraint(
                condition=models.Q(("sex__in", ["woman", "man"])), name="involvement_sex_is_known"
            ),
        ),
        migrations.RemoveIndex(model_name="involvement", name="involvement_by_edition"),
        migrations.AddIndex(
            model_name="involvement",
            index=models.Index(
                fields=["edition", "person"],
                include=["sex", "has_pesel", "task", "offer"],
                name="involvement_by_edition",
            ),
        ),
        migrations.AddIndex(
            model_name="involvement",
            index=models.Index(
                fields=["edition", "sort_key", "person"],
                include=["sex", "has_pesel", "task", "offer"],
                name="involvement_in_order",
            ),
        ),
        migrations.AddIndex(
            model_name="involvement",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("search_text", "gin_trgm_ops"),
                name="involvement_search",
            ),
        ),
        migrations.RemoveIndex(model_name="person", name="person_in_order"),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["sort_key", "id"], include=["sex", "pesel"], name="person_in_order"),
        ),
    ]
