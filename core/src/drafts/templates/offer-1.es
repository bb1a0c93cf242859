Title: Algo que va bien con lo que tiene (usted)
Address: formal
Subject: Algo que quizá le convenga

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

{% if last.words %}Le escribo porque me dijo: «{{ last.words }}».{% elif bought %}Le escribo porque usted tiene algo nuestro: {{ bought }}.{% else %}Le escribo porque usted lleva un tiempo con nosotros.{% endif %} {% if reason %}Y pensé en esto: {{ reason }}.{% else %}Hay algo que va bien con ello y puede quitarle trabajo.{% endif %}

No hay que decidir nada. ¿Quiere verlo diez minutos y decirme después si le ayuda?

Si no es para usted, es una buena respuesta. Y si no quiere recibir cartas así, dígamelo.

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
