/** For whom something is put on paper: one after the other, labels for all of them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useState } from "react";
import type { NamedPerson } from "../../bindings/NamedPerson";
import { Button } from "../../components/controls/Button";
import { Dialog } from "../../components/overlays/Dialog";
import { PersonPick } from "../../frame/PersonPick";
import css from "./press.module.css";

export function WhomFor({ isOpen, onClose, onChosen }: { isOpen: boolean; onClose: () => void; onChosen: (people: readonly NamedPerson[]) => void }) {
  const { t } = useLingui();
  const [people, set] = useState<readonly NamedPerson[]>([]);
  const close = () => {
    set([]);
    onClose();
  };
  const go = () => {
    set([]);
    onChosen(people);
  };
  return (
    <Dialog
      title={t`On paper: for whom?`}
      isOpen={isOpen}
      onClose={close}
      closeLabel={t`Close`}
      size="s"
      footer={<Button kind="primary" isDisabled={people.length === 0} onPress={go}><Trans>Go on</Trans></Button>}
    >
      <div className={css.bring}>
        {/* An emptied field for whoever comes next. */}
        <PersonPick key={people.length} label={people.length === 0 ? t`For whom` : t`And for`} person={null} onChange={(one) => one && set([...people.filter(({ id }) => id !== one.id), one])} hint={t`Several people: labels for all of them.`} autoFocus />
        <ul className={css.chosen} aria-label={t`For whom`}>
          {people.map(({ id, name }) => (
            <li key={id}><bdi>{name}</bdi><Button kind="quiet" size="s" icon={X} aria-label={t`Not for ${name}`} onPress={() => set(people.filter((one) => one.id !== id))} /></li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
