/** A template of one's own being written. What was typed survives Esc and another page. */
import { Trans, useLingui } from "@lingui/react/macro";
import { PenLine, Save, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import type { NamedPerson } from "../../bindings/NamedPerson";
import type { TemplateFault } from "../../bindings/TemplateFault";
import type { TemplateProblem } from "../../bindings/TemplateProblem";
import type { TemplateRow } from "../../bindings/TemplateRow";
import type { TriedTemplate } from "../../bindings/TriedTemplate";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { doAction, useAction } from "../../frame/actions";
import { type KeptForm, useKept } from "../../frame/kept";
import { keyedActions } from "../../frame/keys";
import { useSentence } from "../../strings/sentences";
import { useRemoveTemplate, useSaveTemplate } from "./actions";
import css from "./drafts.module.css";
import type { Mark } from "./editorMarks";
import { kinds, useKindName } from "./kinds";
import { LetterEditor, type Pen } from "./LetterEditor";
import { letterLanguages, useLanguageName } from "./letterLanguages";
import type { TemplateWords } from "./TemplateDesk";
import { useFaultWords } from "./templateFaults";
import { type TagToChange, TemplateTools } from "./TemplateTools";
import { tagsIn } from "./templateFields";
import own from "./templates.module.css";
import { tags } from "./templateTags";
import { EVERY_WAY, saidOn, TemplateVersions, TemplateWay, textOn, type Way } from "./TemplateWay";
import { useChips } from "./useChips";

export interface TemplateFormProps {
  template: TemplateRow | undefined;
  form: KeptForm<TemplateWords>;
  /** What came of trying it. */
  outcome: TriedTemplate | undefined;
  way: Way;
  onWay: (way: Way) => void;
  person: NamedPerson | null;
  onSaved: (after: readonly TemplateRow[]) => void;
  onGone: () => void;
}

export function TemplateForm({ template, form, outcome, way, onWay, person, onSaved, onGone }: TemplateFormProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const kindName = useKindName();
  const languageName = useLanguageName();
  const save = useSaveTemplate();
  const remove = useRemoveTemplate();
  const { title, kind, language, variants } = form.values;
  const { subject, body } = textOn(form.values, way);
  const say = (part: { subject?: string; body?: string }) => form.set(saidOn(form.values, way, part));
  const fault = outcome?.fault ?? null;
  const [tried, setTried] = useState(false);
  const titleField = useRef<HTMLInputElement>(null);
  const subjectPen = useRef<Pen>(null);
  const pen = useRef<Pen>(null);
  const writesSubject = useRef(false);
  const [isRaw, setRaw] = useKept(["template", "raw"], false);
  const [changing, change] = useState<TagToChange | null>(null);
  const chips = useChips((tag) => change({ tag, inSubject: writesSubject.current }));
  const penHere = () => (writesSubject.current ? subjectPen.current : pen.current);
  const nameless = title.trim() === "";

  const keep = () => {
    setTried(true);
    if (nameless) return titleField.current?.focus();
    if (save.isPending) return;
    save.mutate({ ...(template && { id: template.key }), title, kind, language, subject: form.values.subject, body: form.values.body, variants }, {
      onSuccess: (saved) => {
        if (saved.problem !== null) return onWay(saved.problemOn ?? EVERY_WAY);
        form.forget();
        onSaved(saved.templates);
      },
    });
  };
  useAction("templates.save", keep);
  const inBody = fault?.part === "body" ? fault.problem : null;
  const inSubject = fault?.part === "subject" ? fault.problem : null;
  const languages = [...new Set([...letterLanguages, language])].map((id) => ({ id, label: languageName(id) }));
  return (
    <form
      className={css.desk}
      aria-label={template ? template.title : t`A new template`}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      {save.error && <Notice tone="danger">{sentence(save.error)}</Notice>}
      <div className={own.about}>
        <TextField
          label={t`What it is called`} value={title} onChange={(to) => form.set({ title: to })}
          error={tried && nameless ? t`Give it a name.` : null} inputRef={titleField} autoFocus={template === undefined}
        />
        <Select label={t`What for`} options={kinds.map((id) => ({ id, label: kindName(id) }))} value={kind} onChange={(to) => form.set({ kind: to })} />
        <Select label={t`Language`} options={languages} value={language} onChange={(to) => form.set({ language: to })} />
      </div>
      <TemplateWay words={form.values} way={way} onWay={onWay} onWords={form.set} length={outcome && [...outcome.text].length} limit={outcome?.limit} />
      <TemplateTools
        isRaw={isRaw} onRaw={setRaw} changing={changing} onChanging={change}
        onInsert={(text) => penHere()?.insert(text)} onWrap={(before, after) => penHere()?.wrap(before, after)}
        onChanged={({ tag, inSubject }, text) => (inSubject ? subjectPen : pen).current?.write(tag.from, tag.to, text)}
      />
      <div className={css.sheet}>
        <div className={own.subject}>
          <LetterEditor
            label={t`Subject`} text={subject} onText={(to) => say({ subject: to })} onLeave={() => undefined} language={language} hint={t`Subject`}
            waves={{ of: subject, marks: wavesOf(subject, inSubject) }} fields={{ of: subject, marks: isRaw ? tagsIn(subject) : [] }} isFinal={false} pen={subjectPen}
            chips={isRaw ? null : chips} isOneLine onFocus={() => (writesSubject.current = true)}
          />
        </div>
        <div className={css.text}>
          <LetterEditor
            label={t`Text`} text={body} onText={(to) => say({ body: to })} onLeave={() => undefined} language={language}
            hint={t`Write as you would say it to them. Names and days come in as fields.`}
            waves={{ of: body, marks: wavesOf(body, inBody) }} fields={{ of: body, marks: isRaw ? tagsIn(body) : [] }} isFinal={false} pen={pen}
            chips={isRaw ? null : chips} onFocus={() => (writesSubject.current = false)}
          />
        </div>
      </div>
      <footer className={css.bar}>
        {fault && <FaultNotice fault={fault} person={person} onShow={() => (inSubject ? subjectPen : pen).current?.show(fault.problem.from, Math.max(fault.problem.to, fault.problem.from))} />}
        <div className={css.deeds}>
          <Button kind="primary" type="submit" icon={Save} keys={keyedActions["templates.save"].keys} isPending={save.isPending}><Trans>Save template</Trans></Button>
          {template && <Button icon={PenLine} onPress={() => doAction("drafts.new", { kind: template.kind, template: template.key })}><Trans>Write with it</Trans></Button>}
          {template && (
            <Button kind="quiet" icon={Trash2} onPress={() => remove.mutate(template.key, { onSuccess: () => (form.forget(), onGone()) })}><Trans>Take it out</Trans></Button>
          )}
          {template && <TemplateVersions id={template.key} version={template.version} onTaken={({ subject: was, body: said, variants: on }) => form.set({ subject: was, body: said, variants: on })} />}
          {form.touched && <span className={css.count}><Trans>not saved yet</Trans></span>}
        </div>
      </footer>
    </form>
  );
}

/** What is wrong, under the whole chip it is in. */
function wavesOf(text: string, problem: TemplateProblem | null): Mark[] {
  if (!problem) return [];
  const within = tags(text).find(({ from, to }) => from <= problem.from && problem.from < to);
  const { from, to } = within ?? { from: problem.from, to: Math.max(problem.to, problem.from + 1) };
  return [{ from, to, look: problem.kind === "missingField" ? "warn" : "stop" }];
}

function FaultNotice({ fault, person, onShow }: { fault: TemplateFault; person: NamedPerson | null; onShow: () => void }) {
  const { t } = useLingui();
  const faultWords = useFaultWords();
  const { part, problem } = fault;
  const line = problem.line;
  const place = part === "subject" ? t`Subject` : t`Text, line ${line}`;
  return (
    <Notice tone="warn" end={<Button size="s" onPress={onShow}><Trans>Show</Trans></Button>}>
      <strong>{place}:</strong> {faultWords(problem, person?.name)}
    </Notice>
  );
}
