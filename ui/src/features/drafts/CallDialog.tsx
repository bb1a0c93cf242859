/** Offers a call: a day, an hour and what it is about become an appointment beside the letter. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Draft } from "../../bindings/Draft";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { NumberField } from "../../components/controls/NumberField";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import css from "./drafts.module.css";
import { useOfferCall } from "./handActions";

const FORM = "offer-call";

export function CallDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { t } = useLingui();
  const offer = useOfferCall();
  const [day, setDay] = useState<string | null>(null);
  const [time, setTime] = useState("10:00");
  const [minutes, setMinutes] = useState<number | null>(30);
  const [title, setTitle] = useState(draft.row.subject);
  const [wrong, setWrong] = useState("");
  const run = () => {
    const [year = NaN, month = NaN, date = NaN] = (day ?? "").split("-").map(Number);
    const [hour = NaN, minute = NaN] = time.split(":").map(Number);
    const at = new Date(year, month - 1, date, hour, minute).getTime();
    if (Number.isNaN(at)) return setWrong(t`Say a day and an hour, such as 10:00.`);
    if (title.trim() === "") return setWrong(t`Say what the call is about.`);
    offer.mutate(
      { draft: draft.row.id, at, minutes: minutes ?? 30, title: title.trim() },
      { onSuccess: onClose, onError: ({ details }) => setWrong(details.why === "past" ? t`That hour is over.` : t`That cannot be offered like this.`) },
    );
  };
  return (
    <Dialog title={t`Offer a call`} isOpen onClose={onClose} closeLabel={t`Close`} size="s" footer={<Button kind="primary" type="submit" form={FORM} isPending={offer.isPending}><Trans>Put it beside the letter</Trans></Button>}>
      <form
        id={FORM}
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        {wrong && <Notice tone="warn">{wrong}</Notice>}
        <DateField label={t`Day`} value={day} onChange={setDay} />
        <TextField label={t`Hour`} value={time} onChange={setTime} />
        <NumberField label={t`Minutes`} value={minutes} onChange={setMinutes} />
        <TextField label={t`About`} value={title} onChange={setTitle} />
      </form>
    </Dialog>
  );
}
