/** Keeping a meeting: when, who came, what was heard. One step logs it with everybody who came. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { Community } from "../../bindings/Community";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { Select } from "../../components/controls/Select";
import { TextArea } from "../../components/controls/TextArea";
import { TextField } from "../../components/controls/TextField";
import { Checkbox } from "../../components/controls/Toggles";
import { Dialog } from "../../components/overlays/Dialog";
import { dayOf, startOf, useNow } from "../../frame/clock";
import { feelings, useFeelingWords } from "../../strings/feelings";
import { useMeet } from "./actions";
import css from "./communities.module.css";

const FORM = "meet";
const NOON = 12 * 3_600_000;
const unsaid = "unsaid";

export function MeetSheet({ community, onClose }: { community: Community; onClose: () => void }) {
  const { t } = useLingui();
  const { word } = useFeelingWords();
  const meet = useMeet();
  const today = dayOf(useNow());
  const { row, members } = community;
  const [day, setDay] = useState<string | null>(today);
  const [title, setTitle] = useState("");
  const [heard, setHeard] = useState("");
  const [felt, setFelt] = useState(unsaid);
  const [came, setCame] = useState<ReadonlySet<string>>(() => new Set(members.map((one) => one.person.id)));
  const set = (id: string, on: boolean) => {
    const next = new Set(came);
    if (on) next.add(id);
    else next.delete(id);
    setCame(next);
  };
  const ready = came.size > 0 && day !== null && day <= today;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    // Today is this moment, so that it stands after what was logged this morning.
    const at = day === today ? {} : { at: startOf(day) + NOON };
    meet.mutate({ community: row.id, title, heard, people: [...came], ...at, ...(felt !== unsaid && { felt: Number(felt) }) }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t`We met`} isOpen onClose={onClose} closeLabel={t`Close`} footer={<Button kind="primary" type="submit" form={FORM} isDisabled={!ready} isPending={meet.isPending}>{t`Keep the meeting`}</Button>}>
      <form id={FORM} className={css.form} onSubmit={send}>
        <div className={css.pair}>
          <DateField label={t`When`} value={day} onChange={setDay} max={today} />
          <TextField label={t`What it was`} value={title} onChange={setTitle} placeholder={t`Breakfast at the roastery`} className={css.grow} autoFocus />
        </div>
        <fieldset className={css.came}>
          <legend>{t`Who came`}</legend>
          {members.map(({ person }) => <Checkbox key={person.id} isSelected={came.has(person.id)} onChange={(on) => set(person.id, on)}><bdi>{person.name}</bdi></Checkbox>)}
        </fieldset>
        <TextArea label={t`What was heard`} value={heard} onChange={setHeard} letter rows={4} />
        <Select label={t`How it felt`} options={[{ id: unsaid, label: t`Not said` }, ...feelings.map((one) => ({ id: String(one), label: word(one) }))]} value={felt} onChange={setFelt} />
      </form>
    </Dialog>
  );
}
