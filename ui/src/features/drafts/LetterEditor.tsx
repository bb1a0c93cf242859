/** The sheet one writes on: a plain text in the serif of letters. */
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { Annotation, Compartment, EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from "react";
import { doAction } from "../../frame/actions";
import { pageNonce } from "../../host/nonce";
import { letterMarks, type Mark, setFields, setWaves } from "./editorMarks";
import { oneLine, templateChips } from "./templateChips";
import type { Tag } from "./templateTags";

export interface Pen {
  /** Replaces a part, in UTF-16 units, as if it were typed: the editor's own undo takes it back. */
  write: (from: number, to: number, text: string) => void;
  /** Puts something where one writes, in the place of what is selected. */
  insert: (text: string) => void;
  /** Shows where something stands. */
  show: (from: number, to: number) => void;
  /** Where one writes, in UTF-16 units. */
  at: () => number;
  /** Puts something around what is selected, or around the line one writes in. */
  wrap: (before: string, after: string) => void;
}

/** Fields and conditions as chips instead of as they are written. */
export interface ShownChips {
  /** Changes when the chips say something else. */
  key: string;
  label: (tag: Tag) => string;
  onPress: (tag: Tag) => void;
}

/** Marks, and the text they were made for: on any other text they would point at the wrong words. */
export interface MarkedText {
  of: string;
  marks: readonly Mark[];
}

export interface LetterEditorProps {
  label: string;
  text: string;
  onText: (text: string) => void;
  onLeave: () => void;
  language: string;
  hint: string;
  waves: MarkedText | undefined;
  fields: MarkedText | undefined;
  isFinal: boolean;
  pen: Ref<Pen> | null;
  chips?: ShownChips | null;
  isOneLine?: boolean;
  onFocus?: () => void;
}

/** A change that comes from outside is not something that was typed. */
const fromOutside = Annotation.define<boolean>();

/** What a press put in is undone by itself, without what was typed around it. */
const alone = isolateHistory.of("full");

const ownKeys = Prec.highest(
  keymap.of([
    { key: "Mod-Enter", run: () => doAction("drafts.open") },
    {
      key: "Escape",
      run: (view) => {
        view.contentDOM.blur();
        return true;
      },
    },
  ]),
);

export function LetterEditor({ label, text, onText, onLeave, language, hint, waves, fields, isFinal, pen, chips = null, isOneLine = false, onFocus }: LetterEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [changing] = useState(() => new Compartment());
  const told = useEffectEvent(onText);
  const left = useEffectEvent(onLeave);
  const pressed = useEffectEvent((tag: Tag) => chips?.onPress(tag));
  const entered = useEffectEvent(() => onFocus?.());
  const settings = useEffectEvent(() => [
    EditorState.readOnly.of(isFinal),
    EditorView.editable.of(!isFinal),
    placeholder(hint),
    EditorView.contentAttributes.of({ "aria-label": label, lang: language, spellcheck: "true", autocorrect: "on", autocapitalize: "sentences", tabindex: "0" }),
    chips ? templateChips(chips.label, (tag) => pressed(tag)) : [],
    isOneLine ? oneLine : [],
  ]);
  const start = useEffectEvent(() =>
    EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(pageNonce()),
        ownKeys,
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        letterMarks,
        changing.of(settings()),
        EditorView.updateListener.of((change) => {
          if (change.docChanged && !change.transactions.some((one) => one.annotation(fromOutside))) told(change.state.doc.toString());
        }),
        EditorView.domEventHandlers({ blur: () => left(), focus: () => entered() }),
      ],
    }),
  );
  useEffect(() => {
    if (!place.current) return;
    const made = new EditorView({ state: start(), parent: place.current });
    setView(made);
    return () => made.destroy();
  }, []);

  const configure = useEffectEvent(() => view?.dispatch({ effects: changing.reconfigure(settings()) }));
  useEffect(() => configure(), [isFinal, language, label, hint, chips?.key]);
  useEffect(() => {
    if (!view || view.state.doc.toString() === text) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, annotations: fromOutside.of(true) });
  }, [view, text]);
  useEffect(() => {
    if (waves && view?.state.doc.toString() === waves.of) view.dispatch({ effects: setWaves.of(waves.marks) });
  }, [view, waves]);
  useEffect(() => {
    if (fields && view?.state.doc.toString() === fields.of) view.dispatch({ effects: setFields.of(fields.marks) });
  }, [view, fields]);

  useImperativeHandle(
    pen,
    () => ({
      write(from, to, insert) {
        view?.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, scrollIntoView: true, userEvent: "input.coach", annotations: alone });
        view?.focus();
      },
      insert(text) {
        if (!view) return;
        view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: "input", annotations: alone });
        view.focus();
      },
      wrap(before, after) {
        if (!view) return;
        const { main } = view.state.selection;
        const { from, to } = main.empty ? view.state.doc.lineAt(main.head) : main;
        view.dispatch({ changes: [{ from, insert: before }, { from: to, insert: after }], selection: { anchor: to + before.length }, scrollIntoView: true, userEvent: "input", annotations: alone });
        view.focus();
      },
      at: () => view?.state.selection.main.head ?? 0,
      show(from, to) {
        view?.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
        view?.focus();
      },
    }),
    [view],
  );
  return <div ref={place} />;
}
