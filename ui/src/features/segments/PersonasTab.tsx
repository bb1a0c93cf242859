/** The personas of a segment: somebody made up who stands for them, beside the people who really are in it. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { EmptyState, Notice } from "../../components/layout/States";
import { useSentence } from "../../strings/sentences";
import { useSavePersona } from "./actions";
import { PersonaSheet } from "./PersonaSheet";
import css from "./plan.module.css";
import { personasOf } from "./queries";

export function PersonasTab({ id }: { id: string }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data: all, error } = useQuery(personasOf(id));
  if (error) return error.code === "notFound" ? null : <Notice tone="danger">{sentence(error)}</Notice>;
  if (!all) return null;
  return (
    <div className={css.personas}>
      {all.length === 0 && (
        <EmptyState
          title={t`Give them a face`}
          text={t`A persona is somebody made up who stands for this segment: what they need, what they like, what keeps them awake. Keep beside it what real people said: a persona without evidence is a guess.`}
        />
      )}
      {all.map((persona) => <PersonaSheet key={persona.id} segment={id} persona={persona} />)}
      <NewPersona segment={id} first={all.length === 0} />
    </div>
  );
}

function NewPersona({ segment, first }: { segment: string; first: boolean }) {
  const { t } = useLingui();
  const save = useSavePersona();
  const [name, setName] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") save.mutate({ segment, name }, { onSuccess: () => setName("") });
  };
  return (
    <form className={css.deeds} onSubmit={send}>
      <TextField aria-label={t`Name of a new persona`} value={name} onChange={setName} placeholder={t`Pilar, who owns one café`} />
      <Button type="submit" icon={Plus} kind={first ? "primary" : "outline"} isPending={save.isPending} isDisabled={name.trim() === ""}>{t`Add a persona`}</Button>
    </form>
  );
}
