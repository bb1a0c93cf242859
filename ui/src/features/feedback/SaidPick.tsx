/** In which touchpoint something was said: one of the person's last ones, or none. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { SaidIn } from "../../bindings/SaidIn";
import { Select } from "../../components/controls/Select";
import { useFormat } from "../../frame/format";
import { useChannelName } from "../../strings/channels";
import { lastTouches } from "./queries";

const NONE = "none";

export interface SaidPickProps {
  person: string;
  /** Empty: none. */
  value: string;
  onChange: (touchpoint: string, at: number | null) => void;
  /** What stands there now; it may be older than the last ones. */
  said?: SaidIn | null;
  className?: string | undefined;
}

export function SaidPick({ person, value, onChange, said, className }: SaidPickProps) {
  const { t } = useLingui();
  const format = useFormat();
  const channel = useChannelName();
  const touches = useQuery(lastTouches(person)).data ?? [];
  const options = touches.map((one) => ({ id: one.id, at: one.at, label: [channel(one.channel), format.day(one.at)].join(", "), detail: one.title || one.text.slice(0, 60) }));
  const older = said && options.every(({ id }) => id !== said.touchpoint) ? [{ id: said.touchpoint, at: said.at, label: [channel(said.channel), format.day(said.at)].join(", "), detail: "" }] : [];
  const all = [{ id: NONE, at: null, label: t`In no touchpoint of the log`, detail: "" }, ...options, ...older];
  return (
    <Select
      label={t`Said in`}
      className={className}
      options={all}
      value={value || NONE}
      onChange={(id) => onChange(id === NONE ? "" : id, all.find((one) => one.id === id)?.at ?? null)}
    />
  );
}
