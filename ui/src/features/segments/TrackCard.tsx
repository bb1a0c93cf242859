/** One track: for whom, who comes in and leaves, its steps with how many stand before each, and who is on it. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus, SlidersHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Track } from "../../bindings/Track";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Switch } from "../../components/controls/Toggles";
import { Card } from "../../components/layout/Card";
import { Notice } from "../../components/layout/States";
import { InPlace } from "../../frame/InPlace";
import { useFormat } from "../../frame/format";
import { segmentList } from "../../frame/segmentList";
import { useRemoveTrack, useSaveTrack } from "./actions";
import { OnTrackList } from "./OnTrackList";
import { RuleSheet } from "./RuleSheet";
import { NewTrackStep, TrackStepRow } from "./TrackSteps";
import css from "./tracks.module.css";
import { useRuleWords } from "./words";

const everybody = "everybody";

export function TrackCard({ track }: { track: Track }) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useRuleWords();
  const save = useSaveTrack();
  const remove = useRemoveTrack();
  const { data: segments } = useQuery(segmentList);
  const [adds, setAdds] = useState(false);
  const [opens, setOpens] = useState(false);
  const [changes, setChanges] = useState<"entry" | "leave" | null>(null);
  const { id, name, entry, leave, steps, active } = track;
  const [people, finished] = [format.number(track.people), format.number(track.finished)];
  return (
    <article aria-label={name}>
      <Card className={css.track}>
        <header className={css.head}>
          <h2 className={css.name}><InPlace label={t`Name of the track`} value={name} onSave={(to) => save.mutate({ id, name: to })} keep={["track", id, "name"]} placeholder={t`What is it called?`} needed /></h2>
          <Select
            label={t`For whom`}
            quietLabel
            plain
            options={[{ id: everybody, label: t`Everybody` }, ...(segments ?? []).map((one) => ({ id: one.id, label: one.name }))]}
            value={track.segmentGone ? null : (track.segment?.id ?? everybody)}
            placeholder={t`Choose a segment`}
            onChange={(to) => save.mutate({ id, segment: to === everybody ? "" : to })}
          />
          <Switch isSelected={active} onChange={(to) => save.mutate({ id, active: to })}>{t`On`}</Switch>
          <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove the track ${name}`} onPress={() => remove.mutate(track)} />
        </header>
        {track.segmentGone && <Notice tone="warn">{t`Its segment is gone. Nobody is on it until it has another one.`}</Notice>}
        <dl className={css.rules}>
          <dt>{t`Comes in`}</dt>
          <dd>{entry ? words.sentence(entry, track.names) : t`A newer Rapport wrote this rule.`} <Button kind="quiet" size="s" icon={SlidersHorizontal} aria-label={t`Change who comes in`} onPress={() => setChanges("entry")} /></dd>
          <dt>{t`Leaves early`}</dt>
          <dd>{leave ? words.sentence(leave, track.names) : t`Nobody`} <Button kind="quiet" size="s" icon={SlidersHorizontal} aria-label={t`Change who leaves early`} onPress={() => setChanges("leave")} /></dd>
        </dl>
        <ol className={css.steps} aria-label={t`Steps of ${name}`}>
          {steps.map((step, i) => <TrackStepRow key={step.id} track={track} step={step} first={i === 0} />)}
        </ol>
        {adds ? <NewTrackStep track={id} onDone={() => setAdds(false)} /> : <div className={css.deeds}><Button kind="quiet" size="s" icon={Plus} onPress={() => setAdds(true)}>{t`Add a step`}</Button></div>}
        <footer className={css.foot}>
          <span>{t`On it now: ${people} · through with it: ${finished}`}</span>
          {track.people > 0 && <Button kind="quiet" size="s" aria-expanded={opens} onPress={() => setOpens(!opens)}>{opens ? t`Hide them` : t`Who?`}</Button>}
        </footer>
        {opens && <OnTrackList id={id} />}
      </Card>
      {changes && (
        <RuleSheet
          title={changes === "entry" ? t`Who comes in` : t`Who leaves early`}
          rule={changes === "entry" ? entry : leave}
          names={track.names}
          {...(changes === "leave" && leave && { onNobody: () => save.mutate({ id, neverLeave: true }) })}
          onSave={(rule) => save.mutate({ id, [changes]: rule })}
          onClose={() => setChanges(null)}
        />
      )}
    </article>
  );
}
