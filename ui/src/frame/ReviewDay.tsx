/** When a sheet is looked at again: the line that says so, also when the day is over, and the dialog that asks for the day. */
import { useLingui } from "@lingui/react/macro";
import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { Button } from "../components/controls/Button";
import { DateField } from "../components/controls/DateField";
import { join } from "../components/join";
import { Dialog } from "../components/overlays/Dialog";
import { dayOf, useNow } from "./clock";
import { useFormat } from "./format";
import css from "./reviewDay.module.css";

/** Says on which day it is looked at again, or was to be. */
export function ReviewLine({ day }: { day: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const said = format.fullDay(day);
  const isOver = day < dayOf(useNow());
  return <span className={join(css.review, isOver && css.overdue)}><CalendarClock size={13} strokeWidth={1.75} aria-hidden />{isOver ? t`was to be looked at on ${said}` : t`to be looked at on ${said}`}</span>;
}

export interface ReviewDayProps {
  /** `YYYY-MM-DD`; empty: no day. */
  value: string;
  onSave: (day: string) => void;
  onClose: () => void;
  isPending: boolean;
  hint: string;
}

/** Asks for the day; an empty field takes it out. */
export function ReviewDay({ value, onSave, onClose, isPending, hint }: ReviewDayProps) {
  const { t } = useLingui();
  const [day, setDay] = useState<string | null>(value || null);
  // A year is typed digit by digit.
  const can = day === null || day >= "2000";
  return (
    <Dialog
      title={t`Look at it again`}
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      size="s"
      footer={<Button kind="primary" isDisabled={!can} isPending={isPending} onPress={() => onSave(day ?? "")}>{t`Save`}</Button>}
    >
      <DateField label={t`On which day?`} value={day} onChange={setDay} hint={hint} />
    </Dialog>
  );
}
