Title: Por algo que hizo (tú)
Address: familiar
Subject: Gracias{% if person.preferred %}, {{ person.preferred }}{% endif %}

Hola{% if person.preferred %}, {{ person.preferred }}{% elif person.name %}, {{ person.name }}{% endif %}:

{% if reason %}Gracias por {{ reason }}. No tenías por qué, y para nosotros ha sido importante.{% elif last.words %}Gracias por decirme: «{{ last.words }}». No todo el mundo lo dice, y para nosotros ha sido importante.{% else %}Gracias por la confianza que has puesto en nosotros. No la damos por hecha.{% endif %}

Da gusto tener{% if organisation %} a {{ organisation }}{% else %}te{% endif %} a nuestro lado.

Con cariño,
{{ sender.given|default(sender.name)|default("") }}
