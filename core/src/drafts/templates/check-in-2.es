Title: Dos líneas y una pregunta (usted)
Address: formal
Subject: Una pregunta breve

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

{% if goals %}Tenía usted un objetivo claro: {{ goals|list_and }}. ¿Cómo lo lleva?{% elif last.topic %}¿Cómo va ahora lo que hablamos, {{ last.topic }}?{% else %}¿Qué tal va todo{% if organisation %} en {{ organisation }}{% endif %}?{% endif %}

{% if last.when %}La última vez que supimos de usted fue el {{ last.when|day_month }}, y me gustaría saber qué ha cambiado.{% else %}Me gustaría saber qué ha cambiado desde la última vez.{% endif %} Con dos líneas basta. ¿Prefiere que hablemos? Dígame qué día le viene bien.

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
