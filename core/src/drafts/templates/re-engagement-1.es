Title: Tras un largo silencio (usted)
Address: formal
Subject: Hace tiempo que no sabemos de usted

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

Hace tiempo que no sabemos de usted{% if last.when %}, desde {{ last.when|month }},{% endif %} y me pregunto si algo no estuvo bien.{% if last.topic %} La última vez hablamos de esto: {{ last.topic }}.{% endif %}

{% if reason %}Hoy hay un motivo para escribirle: {{ reason }}.{% endif %}{% if owed %} Y sé que todavía le debemos algo: {{ owed }}.{% endif %}

Me gustaría saber cómo está, sean buenas o malas noticias. ¿Qué podríamos hacer mejor por usted?

Si ya no quiere recibir noticias nuestras, también es una respuesta, y se la agradezco.

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
