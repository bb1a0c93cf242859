/** Leaves a person in peace until a day: one of the usual ones, or any, with the reason if one likes. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { NamedPerson } from "../../bindings/NamedPerson";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { TextField } from "../../components/controls/TextField";
import { Dialog } from "../../components/overlays/Dialog";
import { Menu } from "../../components/overlays/Menu";
import { useAction } from "../../frame/actions";
import { dayAfter, dayOf, startOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { keyedActions } from "../../frame/keys";
import { useSentence } from "../../strings/sentences";
import { Notice } from "../../components/layout/States";
import { useSnooze } from "./actions";
import css from "./today.module.css";

export function SnoozeMenu({ person }: { person: NamedPerson }) {
  const { t } = useLingui();
  const format = useFormat();
  const snooze = useSnooze();
  const [isOpen, setOpen] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const today = dayOf(useNow());
  // Opened by state: a click that no pointer made would leave the focus on the page, and the arrows with it.
  useAction("today.snooze", () => setOpen(true));
  const until = (day: string) => snooze.mutate({ person: person.id, name: person.name, until: startOf(day) });
  const deed = (id: string, label: string, day: string) => ({ id, label: `${label} · ${format.day(day)}`, onDo: () => until(day) });
  return (
    <>
      <Menu
        label={t`Snooze`}
        isOpen={isOpen}
        onOpenChange={setOpen}
        deeds={[
          deed("tomorrow", t`Until tomorrow`, dayAfter(today, 1)),
          deed("week", t`For a week`, dayAfter(today, 7)),
          deed("month", t`For a month`, dayAfter(today, 30)),
          { id: "line", line: true },
          { id: "choose", label: t`Until a day you choose…`, onDo: () => setChoosing(true) },
        ]}
      >
        <Button kind="quiet" keys={keyedActions["today.snooze"].keys}><Trans>Snooze</Trans></Button>
      </Menu>
      <ChooseDay person={person} isOpen={choosing} onClose={() => setChoosing(false)} />
    </>
  );
}

function ChooseDay({ person, isOpen, onClose }: { person: NamedPerson; isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const snooze = useSnooze();
  const earliest = dayAfter(dayOf(useNow()), 1);
  const [day, setDay] = useState<string | null>(dayAfter(earliest, 13));
  const [reason, setReason] = useState("");
  const late = day === null || day < earliest;
  const { name } = person;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!late) snooze.mutate({ person: person.id, name, until: startOf(day), reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={t`Leave ${name} in peace`}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t`Close`}
      size="s"
      footer={<Button kind="primary" type="submit" form="snooze" isDisabled={late} isPending={snooze.isPending}><Trans>Snooze</Trans></Button>}
    >
      <form id="snooze" className={css.form} onSubmit={submit}>
        {snooze.error && <Notice tone="danger">{sentence(snooze.error)}</Notice>}
        <DateField label={t`Back on Today from`} value={day} onChange={setDay} min={earliest} />
        <TextField label={t`Why, if you like`} value={reason} onChange={setReason} placeholder={t`On leave until spring`} />
      </form>
    </Dialog>
  );
}
