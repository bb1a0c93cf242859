/** Giving a perk: to whoever may have it; whoever may not is refused with the reason. */
import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { NamedPerson } from "../../bindings/NamedPerson";
import type { Perk } from "../../bindings/Perk";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import { PersonPick } from "../../frame/PersonPick";
import css from "./gestures.module.css";
import { useGivePerk } from "./perkActions";
import { usePerkRefusal } from "./perkRefusal";

const FEW = 6;

export function GivePerkForm({ perk, waiting, onDone }: { perk: Perk; waiting: readonly NamedPerson[]; onDone: () => void }) {
  const { t } = useLingui();
  const refusal = usePerkRefusal();
  const give = useGivePerk();
  const [person, setPerson] = useState<NamedPerson | null>(null);
  const { name } = perk;
  const send = (to: NamedPerson | null) => to && !give.isPending && give.mutate({ perk: perk.id, person: to.id }, { onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(person);
  };
  return (
    <form className={css.sunken} aria-label={t`To whom: ${name}`} onSubmit={submit}>
      {give.error && <Notice tone="warn">{refusal(give.error)}</Notice>}
      <PersonPick label={t`To whom`} person={person} onChange={setPerson} autoFocus />
      {waiting.length > 0 && (
        <ul className={css.examples} aria-label={t`May have it`}>
          {waiting.slice(0, FEW).map((one) => <li key={one.id}><Button size="s" kind="quiet" onPress={() => send(one)}><bdi>{one.name}</bdi></Button></li>)}
        </ul>
      )}
      <div className={css.formDeeds}>
        <Button size="s" type="submit" isDisabled={person === null} isPending={give.isPending}><Trans>Give it</Trans></Button>
        <Button size="s" kind="quiet" icon={X} onPress={onDone}><Trans>Leave it</Trans></Button>
      </div>
    </form>
  );
}
