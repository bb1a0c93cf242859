Title: Solo para esa persona (usted)
Address: formal
Subject: Lo que nos ha contado

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

Gracias por decirlo con claridad. {% if last.words %}Yo lo entendí así: «{{ last.words }}».{% elif last.topic %}Entiendo que se trata de esto: {{ last.topic }}.{% else %}Quiero entenderlo del todo antes de proponerle nada.{% endif %} No debería ser así, y lo siento.

{% if owed %}Todavía le debemos algo, y por ahí empezamos: {{ owed }}.{% else %}Tiene arreglo, y queremos que sea un arreglo que le convenga a usted.{% endif %}

¿Qué solución le parecería buena y para qué día la necesita?{% if sender.phone %} Si prefiere hablar, mi número es {{ sender.phone }}.{% endif %}

Atentamente,
{{ sender.name|default(sender.given)|default("") }}
