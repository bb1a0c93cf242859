/** One thing to look at: what, why, and the button that puts it right. */
import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronDown, CircleAlert, Lightbulb, TriangleAlert } from "lucide-react";
import type { Channel } from "../../bindings/Channel";
import type { CoachFinding } from "../../bindings/CoachFinding";
import type { CoachFix } from "../../bindings/CoachFix";
import type { CoachLevel } from "../../bindings/CoachLevel";
import type { NamedPerson } from "../../bindings/NamedPerson";
import { Button } from "../../components/controls/Button";
import { Menu } from "../../components/overlays/Menu";
import { useFormat } from "../../frame/format";
import { useChannelName } from "../../strings/channels";
import css from "./coach.module.css";
import { fixWords, sayingOf } from "./findings";
import { useLanguageName } from "./letterLanguages";
import { TrackPromise } from "./TrackPromise";

const icons = { stop: CircleAlert, warn: TriangleAlert, hint: Lightbulb };

/** A level in a word, for who does not see the icon. */
function useLevelName(): (level: CoachLevel) => string {
  const { t } = useLingui();
  return (level) => (level === "stop" ? t`Stop` : level === "warn" ? t`Look at this` : t`Could be better`);
}

/** Title and reason, with days as the reader writes them. */
export function useSaying(): (finding: CoachFinding) => { title: string; reason: string } {
  const { i18n } = useLingui();
  const format = useFormat();
  const languageName = useLanguageName();
  const channelName = useChannelName();
  return ({ id, variant, args }) => {
    // Languages and channels come as the core names them.
    const named = id !== "MC27" ? (text: string) => text : variant === "channel" ? (text: string) => channelName(text as Channel) : languageName;
    const sided = Object.fromEntries((["written", "better"] as const).flatMap((key) => (args[key] ? [[key, named(args[key])]] : [])));
    const { title, reason } = sayingOf(id, variant, { ...args, ...sided, ...(args.date && { date: format.day(args.date) }) });
    return { title: i18n._(title), reason: i18n._(reason) };
  };
}

/** Where a check is to keep quiet: on this letter, on letters of its kind, on all. */
export type Where = "here" | "kind" | "always";

export interface FindingProps {
  finding: CoachFinding;
  /** What the letter is for, in a word. */
  kind: string;
  onFix: (fix: CoachFix) => void;
  onShow: (finding: CoachFinding) => void;
  onIgnore: (where: Where) => void;
  /** Whom the letter goes to. */
  person: NamedPerson;
}

export function Finding({ finding, kind, onFix, onShow, onIgnore, person }: FindingProps) {
  const { t, i18n } = useLingui();
  const levelName = useLevelName();
  const saying = useSaying();
  const { level, fixes, from, to } = finding;
  const { title, reason } = saying(finding);
  const Icon = icons[level];
  return (
    <li className={css.check}>
      <Icon size={16} strokeWidth={1.9} className={css[level]} aria-label={levelName(level)} />
      <div className={css.words}>
        <p className={css.title} dir="auto">{title}</p>
        <p className={css.reason} dir="auto">{reason}</p>
        {(fixes.length > 0 || level !== "stop" || to > from) && (
          <div className={css.fixes}>
            {fixes.map((fix) => (
              <Button key={fix.label + fix.text} size="s" className={css.fix} onPress={() => onFix(fix)}>{i18n._(fixWords(fix.label, fix.text))}</Button>
            ))}
            <TrackPromise finding={finding} person={person} />
            {to > from && <Button kind="quiet" size="s" onPress={() => onShow(finding)}><Trans>Show</Trans></Button>}
            {level !== "stop" && (
              <Menu
                label={t`Ignore “${title}”`}
                deeds={[
                  { id: "here", label: t`In this letter`, onDo: () => onIgnore("here") },
                  { id: "kind", label: t`In every letter of this kind: ${kind}`, onDo: () => onIgnore("kind") },
                  { id: "always", label: t`Always`, onDo: () => onIgnore("always") },
                ]}
              >
                <Button kind="quiet" size="s"><Trans>Ignore</Trans><ChevronDown size={13} strokeWidth={1.9} aria-hidden /></Button>
              </Menu>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
