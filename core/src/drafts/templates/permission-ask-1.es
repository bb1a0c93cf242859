Title: ¿Podemos escribirle? (usted)
Address: formal
Subject: ¿Puedo escribirle?

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

Quiero escribirle solo como usted prefiera.

¿Puedo escribirle de vez en cuando, si hay algo que le interese{% if reason %}, por ejemplo esto: {{ reason }}{% endif %}? Usted elige cómo: por correo electrónico, por teléfono, por carta o de ninguna manera.

Con un sí o un no basta. Un no no le cuesta nada, y más adelante puede cambiar de opinión. Su respuesta se guarda con su fecha, para que nadie se lo pregunte dos veces. ¿Qué vía prefiere, si prefiere alguna?

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
