import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="partnership",
            name="glass_hours",
            field=models.PositiveSmallIntegerField(
                default=24,
                help_text="How long somebody who broke the glass may open the restricted record: 1 to 168 hours.",
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(168),
                ],
                verbose_name="hours that break-glass lasts",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnership",
            constraint=models.CheckConstraint(
                condition=models.Q(("glass_hours__range", (1, 168))),
                name="core_partnership_glass_ends",
            ),
        ),
        migrations.AddField(
            model_name="partnership",
            name="letters_by_email",
            field=models.BooleanField(
                default=False,
                help_text="To people who prefer e-mail, with the letter as a PDF. Otherwise every letter is printed and posted.",
                verbose_name="letters may be e-mailed",
            ),
        ),
    ]
