Title: Después de un tiempo en silencio (tú)
Address: familiar
Subject: ¿Qué tal va todo{% if organisation %} en {{ organisation }}{% endif %}?

Hola{% if person.preferred %}, {{ person.preferred }}{% elif person.name %}, {{ person.name }}{% endif %}:

{% if last.words and last.when %}En {{ last.when|month }} me dijiste: «{{ last.words }}». Lo he tenido presente. ¿Cómo está ahora?{% elif last.topic %}La última vez hablamos de esto: {{ last.topic }}. ¿Cómo va ahora?{% else %}Hace tiempo que no sabemos el uno del otro y me he acordado de ti. ¿Qué tal va todo{% if organisation %} en {{ organisation }}{% endif %}?{% endif %}

{% if owed %}No olvido que todavía te debemos algo: {{ owed }}.{% endif %}

Cuéntame cómo estás, sean buenas o malas noticias.{% if sender.phone %} Mi número es {{ sender.phone }}.{% endif %}

Un abrazo,
{{ sender.given|default(sender.name)|default("") }}
