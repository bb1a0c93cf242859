/** Everything that is asked about a touchpoint, the usual first, the rest folded away. */
import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from "react";
import { NumberField } from "../../components/controls/NumberField";
import { Select } from "../../components/controls/Select";
import { TextArea } from "../../components/controls/TextArea";
import { Radios } from "../../components/controls/Toggles";
import { useLoopStages, useStages } from "../../strings/stages";
import { ChannelPick, channelOfKey } from "./ChannelPick";
import { FeltPick, feltByKey } from "./FeltPick";
import type { TouchForm } from "./touchForm";
import css from "./touchpoints.module.css";
import { WhenPick } from "./WhenPick";

export interface TouchFieldsProps {
  form: TouchForm;
  set: (part: Partial<TouchForm>) => void;
  onSave: () => void;
  /** Who took part: a field while logging, names afterwards. */
  who: ReactNode;
  channelRef: RefObject<HTMLDivElement | null>;
  timeWrong: boolean;
  /** Corrects one that was logged before. */
  logged?: boolean;
}

const NONE = "none";
/** What a touchpoint mostly is in the loop, by its channel; where it can be anything, nothing is suggested. */
const fits: Partial<Record<TouchForm["channel"], string>> = { support: "support", post: "delight", event: "engage", social: "engage" };
/** From here Enter goes on to the words instead of sending the form. */
const RADIO = "input[type=radio]";

export function TouchFields({ form, set, onSave, who, channelRef, timeWrong, logged }: TouchFieldsProps) {
  const { t } = useLingui();
  const stages = useStages();
  const loop = useLoopStages();
  const note = useRef<HTMLTextAreaElement>(null);
  const nothing = { id: NONE, label: logged ? t`Not said` : t`Theirs now` };
  const fitting = form.loopStage === "" ? fits[form.channel] : undefined;
  const suggested = fitting && loop.name(fitting);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      halt(event);
      return onSave();
    }
    const writing = (event.target as Element).closest("input:not([type=radio]), textarea, [role=spinbutton]") !== null;
    if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && (event.target as Element).matches(RADIO)) {
      halt(event);
      return note.current?.focus();
    }
    const channel = channelOfKey(event.key);
    const felt = feltByKey(event.key, form.felt);
    if (channel) set({ channel });
    else if (felt !== undefined) set({ felt, feltWord: "" });
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.fields} onKeyDownCapture={onKeyDown} role="presentation">
      {who}
      <ChannelPick value={form.channel} onChange={(channel) => set({ channel })} boxRef={channelRef} />
      <FeltPick felt={form.felt} word={form.feltWord} onChange={(felt, feltWord) => set({ felt, feltWord })} />
      <TextArea
        label={t`What was said`}
        value={form.note}
        onChange={(note) => set({ note })}
        rows={3}
        letter
        placeholder={t`Renewal call: she renewed, the new invoices confuse her`}
        hint={t`A short first line becomes the title.`}
        areaRef={note}
      />
      <div className={css.pair}>
        <WhenPick form={form} set={set} wrong={timeWrong} dated={logged === true} />
        <Radios
          label={t`Who began`}
          bar
          value={form.direction}
          onChange={(direction) => set({ direction })}
          options={[{ id: "outbound", label: t`We did` }, { id: "inbound", label: t`They did` }]}
        />
      </div>
      <details className={css.more}>
        <summary><ChevronRight size={14} strokeWidth={2} aria-hidden /><Trans>Stages and time</Trans></summary>
        <div className={css.pair}>
          <Select label={t`Stage of the relationship`} options={[nothing, ...stages.all]} value={form.stage || NONE} onChange={(id) => set({ stage: id === NONE ? "" : id })} />
          <Select
            label={t`Stage of the loyalty loop`}
            {...(suggested && { hint: t`${suggested} would fit the channel` })}
            options={[{ id: NONE, label: t`Not said` }, ...loop.all]}
            value={form.loopStage || NONE}
            onChange={(id) => set({ loopStage: id === NONE ? "" : id })}
          />
          <NumberField label={t`How long it took`} unit={t`minutes`} value={form.minutes} onChange={(minutes) => set({ minutes })} min={0} max={10_080} />
        </div>
      </details>
    </div>
  );
}

/** Before the field below hears of it: radio buttons keep Enter to themselves. */
function halt(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
