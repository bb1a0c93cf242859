/** For which way the shown text of a template is, how much fits there, and what the template said before. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useState } from "react";
import type { Channel } from "../../bindings/Channel";
import type { TemplateVersion } from "../../bindings/TemplateVersion";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Chip } from "../../components/marks/Chip";
import { Dialog } from "../../components/overlays/Dialog";
import { useFormat } from "../../frame/format";
import { channels, useMeansName } from "../../strings/channels";
import css from "./drafts.module.css";
import { templateVersions } from "./queries";
import type { TemplateWords } from "./TemplateDesk";
import own from "./templates.module.css";

export const EVERY_WAY = "all";
export type Way = Channel | typeof EVERY_WAY;

/** What the template says on a way: its own text there, else what it says on all. */
export function textOn({ subject, body, variants }: TemplateWords, way: Way) {
  const found = variants.find(({ channel }) => channel === way);
  return found ? { subject: found.subject, body: found.body } : { subject, body };
}

/** The change that makes it say something else on a way. */
export function saidOn(words: TemplateWords, way: Way, part: { subject?: string; body?: string }): Partial<TemplateWords> {
  if (way === EVERY_WAY) return part;
  return { variants: [...words.variants.filter(({ channel }) => channel !== way), { channel: way, ...textOn(words, way), ...part }] };
}

export interface TemplateWayProps {
  words: TemplateWords;
  way: Way;
  onWay: (way: Way) => void;
  onWords: (part: Partial<TemplateWords>) => void;
  /** How long it is for the person it is tried on. */
  length: number | undefined;
  limit: number | null | undefined;
}

export function TemplateWay({ words, way, onWay, onWords, length, limit }: TemplateWayProps) {
  const { t } = useLingui();
  const meansName = useMeansName();
  const has = (channel: Way) => words.variants.some((one) => one.channel === channel);
  const most = limit ?? 0;
  const count = length ?? 0;
  return (
    <div className={own.way}>
      <Select<Way>
        label={t`Text for`} value={way} onChange={onWay}
        options={[{ id: EVERY_WAY, label: t`every way` }, ...channels.map((id) => ({ id, label: meansName(id), ...(has(id) && { detail: t`its own text` }) }))]}
      />
      {has(way) && <Button kind="quiet" size="s" onPress={() => onWords({ variants: words.variants.filter(({ channel }) => channel !== way) })}><Trans>Say the same as on every way</Trans></Button>}
      {way !== EVERY_WAY && !has(way) && <span className={own.note}><Trans>The same as on every way, until you change it.</Trans></span>}
      {most > 0 && <Chip tone={count > most ? "warn" : "plain"}>{count > most ? t`${count} characters, ${most} fit` : t`${count} of ${most} characters`}</Chip>}
    </div>
  );
}

/** What a template of one's own said before, to be read and taken up again. */
export function TemplateVersions({ id, version, onTaken }: { id: string; version: number; onTaken: (before: TemplateVersion) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...templateVersions(id), enabled: isOpen });
  if (version < 2) return null;
  return (
    <>
      <Button kind="quiet" icon={History} onPress={() => setOpen(true)}><Plural value={version - 1} one="# version before" other="# versions before" /></Button>
      {isOpen && (
        <Dialog title={t`What it said before`} isOpen onClose={() => setOpen(false)} closeLabel={t`Close`}>
          <ul className={own.versions}>
            {data?.map((before) => {
              const until = format.fullDay(before.endedAt);
              const number = before.version;
              return (
                <li key={number}>
                  <p className={css.chips}>
                    <Trans>Version {number}, until {until}</Trans>
                    <span className={css.end}>
                      <Button size="s" aria-label={t`Take up version ${number} again`} onPress={() => { onTaken(before); setOpen(false); }}><Trans>Take it up again</Trans></Button>
                    </span>
                  </p>
                  <p className={own.before} dir="auto">{before.body}</p>
                </li>
              );
            })}
          </ul>
        </Dialog>
      )}
    </>
  );
}
