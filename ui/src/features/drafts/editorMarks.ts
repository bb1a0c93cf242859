/** What lies under the words in the editor: waves of the coach, soft chips of the fields, the direction of every line. */
import { type Extension, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

export interface Mark {
  from: number;
  to: number;
  look: "stop" | "warn" | "hint" | "field" | "slot" | "rule";
}

export const setWaves = StateEffect.define<readonly Mark[]>();
export const setFields = StateEffect.define<readonly Mark[]>();

const looks = Object.fromEntries(
  (["stop", "warn", "hint", "field", "slot", "rule"] as const).map((look) => [look, Decoration.mark({ class: `cm-${look}` })]),
) as Record<Mark["look"], Decoration>;

/** Marks move along with the text while one types around them. */
const layer = (effect: typeof setWaves) =>
  StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, change) {
      let now = marks.map(change.changes);
      for (const said of change.effects) {
        if (!said.is(effect)) continue;
        const end = change.state.doc.length;
        const ranges = said.value.filter(({ from, to }) => from < to && to <= end).map(({ from, to, look }) => looks[look].range(from, to));
        now = Decoration.set(ranges, true);
      }
      return now;
    },
    provide: (field) => EditorView.decorations.from(field),
  });

const plain = Decoration.line({ attributes: { dir: "auto" } });
const blank = Decoration.line({ attributes: { dir: "auto" }, class: "cm-blank" });

function linesIn(view: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      lines.add(line.from, line.from, line.length === 0 ? blank : plain);
      at = line.to + 1;
    }
  }
  return lines.finish();
}

const directions = ViewPlugin.fromClass(
  class {
    lines: DecorationSet;
    constructor(view: EditorView) {
      this.lines = linesIn(view);
    }
    update(change: ViewUpdate) {
      if (change.docChanged || change.viewportChanged) this.lines = linesIn(change.view);
    }
  },
  { decorations: (plugin) => plugin.lines },
);

const wave = (colour: string) => ({
  textDecoration: `underline wavy ${colour} 1.25px`,
  textUnderlineOffset: "5px",
  textDecorationSkipInk: "none",
});

const look = EditorView.theme({
  "&": { fontFamily: "var(--serif)", fontSize: "17px", color: "var(--ink)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.62", overflow: "visible" },
  ".cm-content": { padding: "0", caretColor: "var(--accent)", minHeight: "240px" },
  ".cm-line": { padding: "0" },
  ".cm-blank": { lineHeight: "14px" },
  ".cm-placeholder": { color: "var(--ink-3)" },
  ".cm-field": { backgroundColor: "var(--accent-soft)", color: "var(--accent)", borderRadius: "var(--r-s)", padding: "1px 3px", margin: "0 -1px" },
  ".cm-slot": { fontFamily: "var(--sans)", fontSize: "13px", backgroundColor: "var(--accent-soft)", color: "var(--accent)", borderRadius: "var(--r-s)", padding: "1px 3px" },
  ".cm-rule": { fontFamily: "var(--sans)", fontSize: "12px", color: "var(--ink-2)", padding: "0 2px" },
  ".cm-stop": wave("var(--danger)"),
  ".cm-warn": wave("var(--warn)"),
  ".cm-hint": wave("var(--accent)"),
});

export const letterMarks: Extension = [layer(setFields), layer(setWaves), directions, look, EditorView.perLineTextDirection.of(true)];
