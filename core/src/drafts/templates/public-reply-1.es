Title: Donde otros lo leen (usted)
Address: middle
Subject: Gracias por contarlo

Hola{% if person.given %}, {{ person.given }}{% endif %}:

Gracias por contarlo donde también otros pueden leerlo. Nadie debería pasar por esto con nosotros, y lo siento.

Queremos arreglarlo, y para eso necesitamos datos que no deben estar a la vista de todos. ¿Podría escribirnos directamente para verlo juntos?

Un cordial saludo,
{{ sender.given|default(sender.name)|default("") }}{% if sender.organisation %}, {{ sender.organisation }}{% endif %}
