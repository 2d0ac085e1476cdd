import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="look",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["ids"], name="audit_look_with_child"
            ),
        ),
    ]
