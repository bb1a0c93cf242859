Title: Una tarjeta, a mano (usted)
Address: formal
Subject: Muchas gracias

Buenos días{% if person.name %}, {{ person.name }}{% elif person.preferred %}, {{ person.preferred }}{% endif %}:

Quería escribir esto sin prisa: muchas gracias{% if reason %} por {{ reason }}{% endif %}.

{% if last.when and last.topic %}En {{ last.when|month }} hablamos de esto: {{ last.topic }}. Usted le dedicó su tiempo y lo noté.{% else %}Usted dedica tiempo a cosas por las que otros pasan de largo. Lo he notado.{% endif %}

Con gratitud,
{{ sender.name|default(sender.given)|default("") }}
