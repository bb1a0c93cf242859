Title: Venga una vez y vea (usted)
Address: formal
Subject: ¿Le apetece venir una vez?

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

Algunos de nuestros clientes se reúnen para hablar de lo que les funciona y lo que no. {% if reason %}La próxima vez se habla de esto: {{ reason }}.{% elif last.topic %}Pensé en usted por lo que hablamos: {{ last.topic }}.{% else %}Pensé en usted y creo que se caerían bien.{% endif %}

Allí no se vende nada. ¿Quiere venir una vez y ver si es para usted?

Si prefiere no recibir invitaciones, dígamelo y no llegará ninguna más.

Un cordial saludo,
{{ sender.name|default(sender.given)|default("") }}
