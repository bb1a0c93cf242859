/** A rule of something else than a segment, changed in a sheet: built, counted as it changes, kept. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { SegmentRule } from "../../bindings/SegmentRule";
import { Button } from "../../components/controls/Button";
import { Dialog } from "../../components/overlays/Dialog";
import { lacking, newCondition, newGroup, toDraft, toRule } from "./draft";
import { LiveCount, useLive } from "./LiveCount";
import { RuleBuilder } from "./RuleBuilder";
import type { Names } from "./words";

export interface RuleSheetProps {
  title: string;
  rule: SegmentRule | null;
  names: Names;
  onSave: (rule: SegmentRule) => void;
  /** Takes the rule out; without it there must be one. */
  onNobody?: () => void;
  onClose: () => void;
}

export function RuleSheet({ title, rule, names, onSave, onNobody, onClose }: RuleSheetProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(() => (rule ? toDraft(rule) : newGroup("all", [newCondition("lastFelt")])));
  const made = toRule(draft);
  const live = useLive(made);
  const whole = lacking(draft).length === 0 && draft.of.length > 0;
  const done = (what: () => void) => {
    what();
    onClose();
  };
  return (
    <Dialog
      title={title}
      size="l"
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      footer={
        <>
          {onNobody && <Button kind="quiet" onPress={() => done(onNobody)}>{t`Nobody`}</Button>}
          <Button kind="primary" isDisabled={!whole} onPress={() => done(() => onSave(made))}>{t`Keep the rule`}</Button>
        </>
      }
    >
      <RuleBuilder draft={draft} onChange={setDraft} names={live.data?.names ?? names} />
      <LiveCount rule={made} live={live} />
    </Dialog>
  );
}
