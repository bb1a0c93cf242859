/** A split tried before anything is saved: by a condition, with the numbers of both parts side by side. */
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Segment } from "../../bindings/Segment";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Radios } from "../../components/controls/Toggles";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { useSentence } from "../../strings/sentences";
import { useSplit } from "./actions";
import { type DraftGroup, lacking, newCondition, newGroup, toRule } from "./draft";
import { OwnSegment } from "./BookPicks";
import css from "./health.module.css";
import { PartCard } from "./PartCard";
import { triedSplit } from "./queries";
import { RuleBuilder } from "./RuleBuilder";
import { Uses, useUses } from "./Uses";
import { useRuleWords } from "./words";

export function SplitSheet({ segment, onClose }: { segment: Segment; onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const words = useRuleWords();
  const save = useSplit();
  const uses = useUses(segment.id);
  const [draft, setDraft] = useState<DraftGroup>(() => newGroup("all", [newCondition("stage")]));
  const [names, setNames] = useState({ inside: "", outside: "" });
  const [stays, setStays] = useState<"inside" | "outside">("inside");
  const by = toRule(draft);
  const whole = lacking(draft).length === 0 && draft.of.length > 0;
  const { data: tried, error } = useQuery({ ...triedSplit(segment.id, by), enabled: whole, placeholderData: keepPreviousData });
  const { name } = segment;
  const [inside, outside] = [names.inside.trim() || t`${name}, these`, names.outside.trim() || t`${name}, the others`];
  const send = () => save.mutate({ id: segment.id, by, inside, outside, insideStays: stays === "inside" }, { onSuccess: onClose });
  return (
    <Dialog
      title={t`Try a split of ${name}`}
      size="l"
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>{t`Leave it whole`}</Button>
          <Button kind="primary" isDisabled={!whole || !tried} isPending={save.isPending} onPress={send}>{t`Make two of it`}</Button>
        </>
      }
    >
      <div className={css.sheet}>
        <OwnSegment value={segment.id}><RuleBuilder draft={draft} onChange={setDraft} names={segment.names} /></OwnSegment>
        {error && <Notice tone="danger">{sentence(error)}</Notice>}
        {tried && whole && (
          <>
            <p className={css.by} role="status">{words.sentence(by, segment.names)}.</p>
            <div className={css.parts}>
              <PartCard title={t`For whom it holds`} part={tried.inside} />
              <PartCard title={t`The others`} part={tried.outside} />
            </div>
            <div className={css.parts}>
              <TextField label={t`What the first is called`} value={names.inside} onChange={(to) => setNames({ ...names, inside: to })} placeholder={inside} />
              <TextField label={t`What the other is called`} value={names.outside} onChange={(to) => setNames({ ...names, outside: to })} placeholder={outside} />
            </div>
            {uses.some && (
              <>
                <Uses lines={uses.lines} />
                <Radios label={t`These speak from then on of`} options={[{ id: "inside", label: <bdi>{inside}</bdi> }, { id: "outside", label: <bdi>{outside}</bdi> }]} value={stays} onChange={setStays} />
              </>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
