Title: Dos o tres frases sinceras (usted)
Address: formal
Subject: ¿Puedo pedirle dos frases?

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

{% if bought %}Quien se está pensando esto, {{ bought }}, prefiere oírle a usted antes que a nosotros.{% else %}Quien se está pensando si contar con nosotros prefiere oírle a usted antes que a mí.{% endif %}{% if last.words %} Una vez me dijo: «{{ last.words }}». Yo no sabría decirlo mejor.{% endif %}

¿Escribiría dos o tres frases, con lo bueno y con lo que falta? Basta con responder a esta carta, y sin su permiso no se publica nada.

Si no quiere recibir peticiones así, dígamelo y queda dicho.

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
