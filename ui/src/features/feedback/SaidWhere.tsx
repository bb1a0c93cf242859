/** When something was said, and whether one sat together: "3 Nov · in person". */
import { useLingui } from "@lingui/react/macro";
import type { SaidIn } from "../../bindings/SaidIn";
import { channelIcons } from "../../frame/channelIcons";
import { useFormat } from "../../frame/format";
import { useChannelName } from "../../strings/channels";
import css from "./feedback.module.css";

export function SaidWhere({ day, said }: { day: string; said: SaidIn | null }) {
  const { t } = useLingui();
  const format = useFormat();
  const channel = useChannelName();
  const Icon = said && channelIcons[said.channel];
  const how = said ? channel(said.channel) : "";
  return (
    <>
      <span>{format.fullDay(day)}</span>
      {said && Icon && (
        <span className={css.how}>
          <Icon size={13} strokeWidth={1.75} aria-hidden />
          {said.inPerson ? t`in person` : t`from afar: ${how}`}
        </span>
      )}
    </>
  );
}
