Title: Para el mismo día (usted)
Address: formal
Subject: Feliz cumpleaños

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

¡Feliz cumpleaños! Que el día le traiga gente que quiere y tiempo para ella.

{% if last.when %}En {{ last.when|month }} supimos de usted{% if last.topic %} y hablamos de esto: {{ last.topic }}{% endif %}. Hoy no hace falta resolver ni contestar nada.{% else %}Hoy no hace falta resolver ni contestar nada. Solo quería que supiera que me acuerdo de usted.{% endif %}

Con mis mejores deseos,
{{ sender.name|default(sender.given)|default("") }}
