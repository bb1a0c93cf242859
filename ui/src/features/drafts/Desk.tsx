/** One letter being written: the sheet, what goes with it, the coach beside it, and the ways it leaves. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { TextCursorInput, Trash2 } from "lucide-react";
import { type RefObject, useRef, useState } from "react";
import type { CoachFinding } from "../../bindings/CoachFinding";
import type { Draft } from "../../bindings/Draft";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { SplitPane } from "../../components/layout/SplitPane";
import { Chip } from "../../components/marks/Chip";
import { useAction } from "../../frame/actions";
import { keyedActions } from "../../frame/keys";
import { useInView } from "../../frame/inView";
import { useChannelName } from "../../strings/channels";
import { useRemove, useSave } from "./actions";
import { CoachPanel } from "./CoachPanel";
import css from "./drafts.module.css";
import { HandBar } from "./HandBar";
import { statuses, useKindName } from "./kinds";
import { LastExchange } from "./LastExchange";
import { LetterEditor, type MarkedText, type Pen } from "./LetterEditor";
import { MadeOf } from "./MadeOf";
import { filled } from "./queries";
import { ReadBar } from "./ReadBar";
import { SnippetsDialog } from "./SnippetsDialog";
import { useCoach } from "./useCoach";
import { useLetterText } from "./useLetterText";

export interface DeskProps {
  draft: Draft;
  onGone: () => void;
  /** Lets the page that shows it put the pen on the sheet. */
  pen?: RefObject<Pen | null>;
  /** A letter of a batch was found good. */
  onApproved?: () => void;
}

export function Desk({ draft, onGone, pen: given, onApproved }: DeskProps) {
  const { t, i18n } = useLingui();
  const { row, language } = draft;
  const { id, person } = row;
  const words = useLetterText(draft);
  const coached = useCoach(id, words);
  const fields = useFields(draft);
  const save = useSave();
  const remove = useRemove();
  const own = useRef<Pen>(null);
  const pen = given ?? own;
  const isFinal = row.status === "sent";
  useInView(person);
  const waves: MarkedText | undefined = coached && {
    of: coached.read,
    marks: coached.report.findings.map(({ from, to, level }) => ({ from, to, look: level })),
  };
  const mend = () => {
    if (coached?.read !== words.text || isFinal) return;
    const here = pen.current?.at() ?? 0;
    const placed = inOrder(coached.report.findings).filter(({ from, to }) => to > from);
    const under = placed.find(({ from, to, fixes }) => from <= here && here <= to && fixes.length > 0);
    const fix = under?.fixes[0];
    if (fix) return pen.current?.write(fix.from, fix.to, fix.text);
    const next = placed.find(({ to }) => to > here) ?? placed[0];
    if (next) pen.current?.show(next.from, next.to);
  };
  useAction("coach.mend", mend);
  const [putsIn, putIn] = useState(false);
  useAction("drafts.snippets", () => putIn(true), !isFinal);
  const quietly = () => void words.keep().catch(() => undefined);
  const name = person.name;
  const panel = (
    <CoachPanel
      draft={draft}
      coached={coached}
      // What the coach points at holds for the text it read; the next reading is a moment away.
      onFix={(fix) => coached?.read === words.text && !isFinal && pen.current?.write(fix.from, fix.to, fix.text)}
      onShow={({ from, to }) => coached?.read === words.text && pen.current?.show(from, to)}
      onIgnored={(ignored) => save.mutate({ id, ignored })}
    />
  );
  return (
    <SplitPane side={panel} sideLabel={t`Coach`} sideWidth={330}>
      <article className={css.desk} aria-label={t`Letter to ${name}`}>
        <LetterHead draft={draft}>
          <Chip tone={statuses[row.status].tone}>{i18n._(statuses[row.status].name)}</Chip>
          {!isFinal && <Button kind="quiet" size="s" icon={TextCursorInput} aria-label={t`Put words in`} keys={keyedActions["drafts.snippets"].keys} onPress={() => putIn(true)} />}
          <Button
            kind="quiet" size="s" icon={Trash2} aria-label={t`Throw the letter away`}
            onPress={() => remove.mutate(draft, { onSuccess: onGone })}
          />
        </LetterHead>
        <MadeOf draft={draft} keep={words.keep} />
        <LastExchange draft={draft} />
        <div className={css.sheet}>
          <TextField
            className={css.subject}
            aria-label={t`Subject`}
            placeholder={t`Subject`}
            value={words.subject}
            onChange={(subject) => words.set({ subject })}
            onBlur={quietly}
            isReadOnly={isFinal}
            spellCheck="true"
          />
          <div className={css.text}>
            <LetterEditor
              label={t`Letter`}
              text={words.text}
              onText={(text) => words.set({ text })}
              onLeave={quietly}
              language={language}
              hint={t`Write as you would say it to them.`}
              waves={waves}
              fields={fields}
              isFinal={isFinal}
              pen={pen}
            />
          </div>
        </div>
        {putsIn && <SnippetsDialog language={language} onPick={(text) => pen.current?.insert(text)} onClose={() => putIn(false)} />}
        {draft.batch && <ReadBar draft={draft} words={words} report={coached?.report} onApproved={() => onApproved?.()} />}
        {(!draft.batch || draft.batch.approved || row.status !== "writing") && <HandBar draft={draft} words={words} report={coached?.report} />}
      </article>
    </SplitPane>
  );
}

/** As they stand in the letter. */
const inOrder = (findings: readonly CoachFinding[]) => [...findings].sort((a, b) => a.from - b.from);

/** What kind of letter, through what, to where, in which language. */
function LetterHead({ draft, children }: { draft: Draft; children: React.ReactNode }) {
  const { i18n } = useLingui();
  const kindName = useKindName();
  const channelName = useChannelName();
  const { row, to, language } = draft;
  const name = row.person.name;
  const tongue = new Intl.DisplayNames([i18n.locale], { type: "language", fallback: "code" }).of(language || "en");
  return (
    <header className={css.chips}>
      <Chip tone="accent">{kindName(row.kind)}</Chip>
      <Chip>{channelName(row.channel)}</Chip>
      <Chip>{tongue}</Chip>
      <span className={css.to}>
        {to ? <Trans>to <bdi>{to}</bdi></Trans> : <Trans>to <bdi>{name}</bdi>, whose address is not in the book</Trans>}
      </span>
      <span className={css.end}>{children}</span>
    </header>
  );
}

/** Which words came from the book, as long as the letter is what its template made of them. */
function useFields(draft: Draft): MarkedText | undefined {
  const first = draft;
  const { person, status, channel } = draft.row;
  const made = draft.made;
  const text = useQuery({ ...filled({ person: person.id, template: made?.template ?? "", reason: made?.reason ?? "", channel }), enabled: made !== null && status === "writing" }).data;
  if (!text || text.text !== first.text) return undefined;
  return { of: text.text, marks: text.spans.map(({ from, to }) => ({ from, to, look: "field" as const })) };
}
