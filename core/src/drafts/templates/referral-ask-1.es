Title: ¿A quién más podríamos ayudar? (usted)
Address: formal
Subject: Un pequeño favor

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

{% if goals %}Quería usted conseguir algo con nosotros: {{ goals|list_and }}. {% elif last.when %}Fue un gusto saber de usted en {{ last.when|month }}. {% endif %}La gente con la que más nos gusta trabajar casi siempre ha llegado a través de personas como usted.

¿Hay alguien{% if organisation %} cerca de {{ organisation }}{% endif %} a quien podamos ser útiles? Entonces pásele mi nombre o pregúntele si puedo escribirle. Cada cual decide, y no depende nada de ello.

Si prefiere que no se lo pida, dígamelo; también está bien.

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
