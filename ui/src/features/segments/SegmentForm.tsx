/** A segment being made or changed: its name, its colour, its rule, and whom the rule takes in. What was typed survives Esc. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import type { Segment } from "../../bindings/Segment";
import { HuePick } from "../../components/controls/HuePick";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { isolated } from "../../frame/isolated";
import { useKeptForm } from "../../frame/kept";
import type { CommandFailure } from "../../host/failure";
import { hues, useHueName } from "../../strings/hues";
import { useSentence } from "../../strings/sentences";
import { useSaveSegment } from "./actions";
import { OwnSegment } from "./BookPicks";
import { lacking, newCondition, newGroup, toDraft, toRule } from "./draft";
import { LiveCount, useLive } from "./LiveCount";
import { RuleEditor, type RuleValues, ruleValues, useWrittenRule } from "./RuleEditor";
import css from "./segments.module.css";

export interface SegmentFormProps {
  /** The buttons that send it stand elsewhere and name this. */
  id: string;
  segment?: Segment | undefined;
  onSaved: (segment: Segment) => void;
  autoFocus?: boolean;
}

interface Values extends RuleValues {
  name: string;
  hue: number;
}

const blank = (segment: Segment | undefined): Values => ({
  name: segment?.name ?? "",
  hue: segment?.hue ?? 0,
  ...ruleValues(segment?.rule ? toDraft(segment.rule) : newGroup("all", [newCondition("tag")])),
});

/** Where what was typed about a segment is kept. */
const keyOf = (segment: Segment | undefined) => ["segments", segment?.id ?? "new"];

export function SegmentForm({ id, segment, onSaved, autoFocus }: SegmentFormProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const hueName = useHueName();
  const save = useSaveSegment();
  const [initial] = useState(() => blank(segment));
  const form = useKeptForm<Values>(keyOf(segment), initial);
  const { name, hue, draft, typing, text } = form.values;
  const [tried, setTried] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) nameField.current?.focus();
  }, [autoFocus]);
  const { rule } = useWrittenRule(form.values);
  const live = useLive(rule ?? toRule(draft));
  const circle = ({ details }: CommandFailure) => {
    const by = isolated(String(details["segment"] ?? ""));
    return details["why"] === "circle" ? t`The segment “${by}” is made from this one, so this one cannot be made from it: that would be a circle.` : undefined;
  };
  const nameless = name.trim() === "";
  const unfinished = typing ? text.trim() === "" : lacking(draft).length > 0;

  const send = () => {
    setTried(true);
    if (nameless) return nameField.current?.focus();
    if (unfinished || rule === null || save.isPending) return;
    save.mutate({ ...(segment && { id: segment.id }), name, hue, rule }, {
      onSuccess: (saved) => {
        form.forget();
        onSaved(saved);
      },
    });
  };
  return (
    <form
      id={id}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {save.error && <Notice tone="danger">{circle(save.error) ?? sentence(save.error)}</Notice>}
      <div className={css.nameRow}>
        <TextField
          className={css.nameField}
          label={t`Name`}
          placeholder={t`Neighbourhood cafés`}
          value={name}
          onChange={(to) => form.set({ name: to })}
          error={tried && nameless ? t`Give it a name.` : null}
          inputRef={nameField}
        />
        <HuePick label={t`Colour`} options={hues.map((one) => ({ hue: one, name: hueName(one) }))} value={hue} onChange={(to) => form.set({ hue: to })} />
      </div>
      <OwnSegment value={segment?.id ?? null}><RuleEditor values={form.values} set={form.set} names={live.data?.names ?? segment?.names ?? {}} /></OwnSegment>
      {tried && unfinished && <Notice tone="warn">{typing ? t`Say who belongs to it.` : t`A condition lacks its value: choose one, or remove the condition.`}</Notice>}
      {rule && <LiveCount rule={rule} live={live} />}
    </form>
  );
}
