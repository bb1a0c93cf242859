Title: Cuando alguien se va (usted)
Address: formal
Subject: Gracias, y hasta siempre

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

Me da pena que se vaya, y lo respeto. Gracias por el tiempo que nos ha dedicado{% if organisation %}, a usted y a todos en {{ organisation }}{% endif %}.

{% if owed %}Todavía le debemos algo: {{ owed }}. Eso no cambia.{% endif %}{% if last.words %} Me dijo: «{{ last.words }}». Me lo llevo conmigo.{% endif %}

Si quiere una copia de sus datos, o que los borremos, basta una palabra. La puerta queda abierta, y nadie se pone en medio.

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
