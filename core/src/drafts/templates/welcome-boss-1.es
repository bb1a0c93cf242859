Title: Bienvenida de la dirección: palabras para un vídeo corto (usted)
Address: formal
Subject: Unas palabras de bienvenida

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

{% if sender.name %}Soy {{ sender.name }}{% if sender.organisation %}, de {{ sender.organisation }}{% endif %}, y quería darle la bienvenida en persona.{% else %}Quería darle la bienvenida en persona.{% endif %} Es una alegría tener{% if organisation %} a {{ organisation }}{% else %}le{% endif %} con nosotros.

{% if goals %}Sé lo que quiere conseguir: {{ goals|list_and }}. Júzguenos por ello.{% else %}Júzguenos por lo útiles que le seamos.{% endif %}

Detrás de cada respuesta nuestra hay una persona con nombre. Si algo no va bien, dígamelo: su respuesta llega a mi mesa.

¿Qué le hizo elegirnos? Me gustaría que me lo contara.

Con mis mejores deseos,
{{ sender.name|default(sender.given)|default("") }}
