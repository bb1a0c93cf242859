/** Fields and conditions of a template as chips in its text: one step for the arrows, one press to take out. */
import { type Extension, type EditorState, Prec, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap, WidgetType } from "@codemirror/view";
import { type Tag, tags } from "./templateTags";

class Chip extends WidgetType {
  constructor(readonly label: string, readonly look: "slot" | "rule") {
    super();
  }
  override eq(other: Chip) {
    return other.label === this.label && other.look === this.look;
  }
  override toDOM() {
    const chip = document.createElement("span");
    chip.className = `cm-chip cm-chip-${this.look}`;
    // A name of the user's own may be written the other way round.
    chip.dir = "auto";
    chip.textContent = this.label;
    return chip;
  }
  override ignoreEvent() {
    return false;
  }
}

const theme = EditorView.theme({
  ".cm-chip": { fontFamily: "var(--sans)", fontSize: "13px", lineHeight: "1.4", borderRadius: "var(--r-s)", padding: "1px 6px", margin: "0 1px", cursor: "pointer", unicodeBidi: "isolate", overflowWrap: "anywhere", boxDecorationBreak: "clone" },
  ".cm-chip-slot": { backgroundColor: "var(--accent-soft)", color: "var(--accent)" },
  ".cm-chip-rule": { backgroundColor: "var(--sunken)", color: "var(--ink-2)", border: "1px dashed var(--line-strong)" },
});

/** `label` says what a chip says; `onPress` is told which one is pressed, or asked for by Alt-Enter beside it. */
export function templateChips(label: (tag: Tag) => string, onPress: (tag: Tag) => void): Extension {
  const drawn = (state: EditorState): DecorationSet =>
    Decoration.set(
      tags(state.doc.toString()).map((tag) => Decoration.replace({ widget: new Chip(label(tag), tag.kind === "field" ? "slot" : "rule") }).range(tag.from, tag.to)),
    );
  const chips = StateField.define<DecorationSet>({
    create: drawn,
    update: (before, change) => (change.docChanged ? drawn(change.state) : before),
    provide: (field) => [EditorView.decorations.from(field), EditorView.atomicRanges.of((view) => view.state.field(field))],
  });
  const pressed = (view: EditorView, at: (tag: Tag) => boolean) => {
    const tag = view.state.readOnly ? undefined : tags(view.state.doc.toString()).find(at);
    if (tag) onPress(tag);
    return tag !== undefined;
  };
  return [
    chips,
    theme,
    Prec.highest(
      keymap.of([
        {
          key: "Alt-Enter",
          run: (view) => {
            const { head } = view.state.selection.main;
            return pressed(view, ({ to }) => to === head) || pressed(view, ({ from }) => from === head);
          },
        },
      ]),
    ),
    EditorView.domEventHandlers({
      click: (event, view) => {
        const chip = event.target instanceof Element ? event.target.closest(".cm-chip") : null;
        if (!chip) return false;
        const at = view.posAtDOM(chip);
        return pressed(view, ({ from, to }) => from <= at && at < to);
      },
    }),
  ];
}

/** A subject has one line. */
export const oneLine: Extension = [
  EditorView.contentAttributes.of({ "aria-multiline": "false" }),
  Prec.highest(keymap.of([{ key: "Enter", run: () => true }])),
  EditorView.clipboardInputFilter.of((text) => text.replace(/\s*\n\s*/g, " ")),
  Prec.highest(
    EditorView.theme({
      "&": { fontFamily: "var(--sans)", fontSize: "var(--t-l)", fontWeight: "600" },
      ".cm-content": { minHeight: "0" },
    }),
  ),
];
