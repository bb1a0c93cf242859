Title: Si sirvió, y qué ha cambiado (usted)
Address: formal
Subject: ¿Le sirvió la solución?

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

{% if last.topic %}La última vez hablamos de esto: {{ last.topic }}. Encontramos una salida.{% else %}Hace poco encontramos juntos una salida.{% endif %} ¿Le funcionó, y sigue funcionando?

{% if reason %}Lo que nos contó ha cambiado algo para todos: {{ reason }}. Gracias por ello.{% else %}Gracias por contárnoslo. Lo que nos dice nos ayuda a mejorarlo para todos.{% endif %}

Si algo sigue sin estar bien, con una línea basta{% if sender.phone %}, o llámeme al {{ sender.phone }}{% endif %}.

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
