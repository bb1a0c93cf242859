/** One touchpoint of the timeline. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Pencil, Trash2 } from "lucide-react";
import type { Touchpoint } from "../../bindings/Touchpoint";
import { Button } from "../../components/controls/Button";
import { Felt } from "../../components/marks/Felt";
import { channelIcons } from "../../frame/channelIcons";
import { useFormat } from "../../frame/format";
import { useChannelName } from "../../strings/channels";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import { useLoopStages, useStages } from "../../strings/stages";
import css from "./timeline.module.css";

export interface TimelineRowProps {
  touch: Touchpoint;
  /** Whose page it is: the others who took part are named. */
  person: string;
  active: boolean;
  onFocus: () => void;
  onEdit: () => void;
  onRemove: () => void;
}

export function TimelineRow({ touch, person, active, onFocus, onEdit, onRemove }: TimelineRowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const channelName = useChannelName();
  const stages = useStages();
  const loop = useLoopStages();
  const { word } = useFeelingWords();
  const { minutes } = touch;
  const Icon = channelIcons[touch.channel];
  const channel = channelName(touch.channel);
  const title = touch.title || channel;
  const aside = [touch.stage && stages.name(touch.stage), touch.loopStage && loop.name(touch.loopStage), touch.direction === "inbound" && t`they began`, minutes !== null && t`${minutes} min`].filter(Boolean);
  const others = touch.people.filter((one) => one.id !== person);
  return (
    <li className={css.row} tabIndex={active ? 0 : -1} onFocus={onFocus} aria-keyshortcuts="Enter Delete">
      <time className={css.when} dateTime={new Date(touch.at).toISOString()} title={format.time(touch.at)}>{format.fullDay(touch.at)}</time>
      <span className={css.icon} role="img" aria-label={channel} title={channel}><Icon size={16} strokeWidth={1.75} aria-hidden /></span>
      <div className={css.words}>
        <p className={css.head}>
          {touch.felt !== null && <Felt value={feelingOf(touch.felt)} word={word(feelingOf(touch.felt), touch.feltWord)} className={css.felt} />}
          <bdi className={css.title}>{title}</bdi>
          {aside.length > 0 && <span className={css.aside}>{" · "}{aside.join(" · ")}</span>}
        </p>
        {touch.text && <p className={css.text} dir="auto">{touch.text}</p>}
        {others.length > 0 && (
          <p className={css.with}>
            <Trans>with</Trans>
            {others.map((one) => <Link key={one.id} to="/people/$personId" params={{ personId: one.id }}><bdi>{one.name}</bdi></Link>)}
          </p>
        )}
      </div>
      <span className={css.deeds}>
        <Button kind="quiet" size="s" icon={Pencil} aria-label={t`Correct ${title}`} excludeFromTabOrder={!active} onPress={onEdit} />
        <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Take ${title} out`} excludeFromTabOrder={!active} onPress={onRemove} />
      </span>
    </li>
  );
}
