Title: Balance del trimestre (usted)
Address: formal
Subject: Un balance del trimestre, juntos

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

Tres meses son un buen momento para hacer balance juntos{% if organisation %} de cómo ha ido en {{ organisation }}{% endif %}.

{% if goals %}Sus objetivos estaban claros: {{ goals|list_and }}. Me gustaría que me contara hasta dónde hemos llegado y qué deberíamos hacer de otra manera.{% else %}Me gustaría que me contara qué ha servido, qué no y qué deberíamos hacer de otra manera.{% endif %}{% if owed %} También hay que poner sobre la mesa lo que todavía le debemos: {{ owed }}.{% endif %}

Media hora basta, en su casa o por teléfono. ¿Qué día de las próximas dos semanas le viene bien?

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
