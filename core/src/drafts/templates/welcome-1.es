Title: La primera carta (usted)
Address: formal
Subject: Le damos la bienvenida

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

Le damos la bienvenida y le agradecemos que haya contado con nosotros.

{% if goals %}Nos dijo lo que quiere conseguir: {{ goals|list_and }}. Lo tenemos presente.{% elif bought %}Ha empezado usted por esto: {{ bought }}. Queremos que le sirva desde el primer día.{% else %}Queremos que lo que ha elegido le sirva desde el primer día.{% endif %}

Si algo no queda claro, pregúnteme; ninguna duda es demasiado pequeña.{% if sender.phone %} Mi número es {{ sender.phone }}.{% endif %} ¿Qué le gustaría tener en marcha primero?

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
