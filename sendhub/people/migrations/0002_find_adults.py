import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="adult",
            index=models.Index(
                django.db.models.functions.text.Upper("name"),
                name="people_adult_by_same_name",
            ),
        ),
        migrations.AddIndex(
            model_name="adult",
            index=models.Index(
                django.db.models.functions.text.Upper("email"),
                name="people_adult_by_email",
            ),
        ),
        migrations.AddIndex(
            model_name="adult",
            index=models.Index(
                models.Func(
                    "phone",
                    models.Value("[^0-9]"),
                    models.Value(""),
                    models.Value("g"),
                    function="regexp_replace",
                    output_field=models.CharField(),
                ),
                name="people_adult_by_phone",
            ),
        ),
    ]
