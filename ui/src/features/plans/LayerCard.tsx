/** One layer of value: how good, why one thinks so, what speaks for it, and ideas to add to it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Lightbulb, Plus, X } from "lucide-react";
import { useState } from "react";
import type { ValueLayer } from "../../bindings/ValueLayer";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Radios } from "../../components/controls/Toggles";
import { join } from "../../components/join";
import { Card } from "../../components/layout/Card";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { useRemoveIdea, useSaveIdea, useSaveLayer } from "./actions";
import css from "./plans.module.css";
import { ideas, lastTouches, recentTouches } from "./queries";
import { TouchLine } from "./TouchLine";
import { type Layer, layerIdeas, layerKinds, layerNames, layerQuestions } from "./words";

export interface LayerCardProps {
  subject: string;
  layer: Layer;
  value: ValueLayer;
  isWeakest: boolean;
}

const scores = ["1", "2", "3", "4", "5"] as const;

export function LayerCard({ subject, layer, value, isWeakest }: LayerCardProps) {
  const { t, i18n } = useLingui();
  const save = useSaveLayer();
  const change = (part: object) => save.mutate({ subject, layer, ...part });
  const name = i18n._(layerNames[layer]);
  return (
    <Card className={join(css.layer, isWeakest && css.layerWeak)} label={name}>
      <h3 className={css.layerName}>{name} <span className={css.quiet}>{i18n._(layerKinds[layer])}</span></h3>
      <p className={css.quiet}>{i18n._(layerQuestions[layer])}</p>
      <Radios
        bar
        quietLabel
        label={t`${name}: how good, from 1 to 5`}
        value={value.score === null ? null : (String(value.score) as (typeof scores)[number])}
        onChange={(score) => change({ score: Number(score) })}
        options={scores.map((id) => ({ id, label: id }))}
      />
      <InPlace lines label={t`${name}: why`} value={value.note} keep={["plans", "layer", subject, layer]} placeholder={t`Why do you think so?`} onSave={(note) => change({ note })} />
      {value.evidence.length > 0 && (
        <ul className={css.touches} aria-label={t`Evidence: ${name}`}>
          {value.evidence.map((touch) => {
            const words = touch.title || touch.text;
            return (
              <li key={touch.id} className={css.given}>
                <TouchLine touch={touch} bare={subject.startsWith("person:")} />
                <Button kind="quiet" size="s" icon={X} aria-label={t`No evidence: ${words}`} onPress={() => change({ unlink: touch.id })} />
              </li>
            );
          })}
        </ul>
      )}
      <LinkTouch subject={subject} linked={value.evidence.map(({ id }) => id)} onLink={(link) => change({ link })} />
      <Ideas layer={layer} />
    </Card>
  );
}

/** Evidence comes from the log: for a customer from theirs, for a segment from the last touchpoints of all. */
function LinkTouch({ subject, linked, onLink }: { subject: string; linked: readonly string[]; onLink: (touch: string) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const person = subject.startsWith("person:") ? subject.slice(7) : null;
  const theirs = useQuery({ ...lastTouches(person ?? ""), enabled: person !== null }).data?.items;
  const recent = useQuery({ ...recentTouches, enabled: person === null }).data;
  const free = (theirs ?? recent ?? []).filter(({ id }) => !linked.includes(id));
  if (free.length === 0) return null;
  const options = free.map((touch) => ({ id: touch.id, label: touch.title || touch.text || touch.channel, detail: `${format.day(touch.at)} ${person === null ? (touch.people[0]?.name ?? "") : ""}` }));
  return <Select plain quietLabel className={css.outdent} label={t`Link a touchpoint as evidence`} placeholder={t`Link a touchpoint…`} value={null} onChange={onLink} options={options} />;
}

function Ideas({ layer }: { layer: Layer }) {
  const { t, i18n } = useLingui();
  const save = useSaveIdea();
  const remove = useRemoveIdea();
  const [isOpen, setOpen] = useState(false);
  const kept = useQuery(ideas).data?.filter(({ purpose }) => purpose === layer) ?? [];
  const offered = layerIdeas[layer].map((idea) => i18n._(idea)).filter((idea) => kept.every(({ text }) => text !== idea));
  return (
    <div className={css.layerIdeas}>
      {kept.map(({ id, text }) => (
        <span key={id} className={css.idea}>
          <span className={css.ideaText}><bdi>{text}</bdi></span>
          <Button kind="quiet" size="s" aria-label={t`Make it a task: ${text}`} icon={Plus} onPress={() => doAction("promises.add", { text })} />
          <Button kind="quiet" size="s" icon={X} aria-label={t`Remove the idea: ${text}`} onPress={() => remove.mutate(id)} />
        </span>
      ))}
      <Button kind="quiet" size="s" icon={Lightbulb} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}><Trans>Add to this layer, leave the product</Trans></Button>
      {isOpen && offered.map((idea) => (
        <button key={idea} type="button" className={css.offered} onClick={() => save.mutate({ purpose: layer, text: idea })}>{idea}<span className={css.keepIt}><Trans>Keep it</Trans></span></button>
      ))}
    </div>
  );
}
