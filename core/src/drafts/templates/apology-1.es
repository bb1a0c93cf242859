Title: Sin peros (usted)
Address: formal
Subject: Le pido disculpas

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

{% if reason %}Le pido disculpas. Esto ha fallado por nuestra parte: {{ reason }}.{% elif last.topic %}Le pido disculpas. Hemos fallado en esto: {{ last.topic }}.{% else %}Le pido disculpas. Hemos fallado nosotros.{% endif %} Le ha costado tiempo y paciencia, y podía esperar más de nosotros.

{% if owed %}Todavía le debemos algo: {{ owed }}. Eso es lo primero.{% else %}Me gustaría arreglarlo con usted y no a sus espaldas.{% endif %}

¿Puedo llamarle esta semana para que me diga qué le ayudaría más?

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
