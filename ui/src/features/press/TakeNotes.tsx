/** Notes from a Markdown file onto the canvas that is shown: what it would bring first, then one step that can be undone. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { FileInput } from "lucide-react";
import { useState } from "react";
import type { CanvasFile } from "../../bindings/CanvasFile";
import type { CanvasFilePreview } from "../../bindings/CanvasFilePreview";
import { Button } from "../../components/controls/Button";
import { TextArea } from "../../components/controls/TextArea";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { useAction } from "../../frame/actions";
import { useShownPrintable } from "../../frame/printable";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { shell } from "../../host/shell";
import { useSentence } from "../../strings/sentences";
import css from "./press.module.css";
import { broughtBy } from "./queries";

/** Stands on every page; has something to do where a canvas is shown. */
export function TakeNotes() {
  const { t } = useLingui();
  const shown = useShownPrintable();
  const [canvas, open] = useState<string | null>(null);
  useAction("press.take", () => open(shown?.id ?? null), shown?.sheet === "canvas");
  return (
    <Dialog title={t`Notes from Markdown`} isOpen={canvas !== null} onClose={() => open(null)} closeLabel={t`Close`}>
      {canvas !== null && <Take canvas={canvas} onClose={() => open(null)} />}
    </Dialog>
  );
}

function Take({ canvas, onClose }: { canvas: string; onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const [path, setPath] = useState<string | null>(null);
  const [text, setText] = useState("");
  const file: CanvasFile = path === null ? { canvas, text } : { canvas, path };
  const isSaid = path !== null || text.trim() !== "";
  const { data, error } = useQuery({ ...broughtBy(file), enabled: isSaid });
  const take = useWrite({
    run: () => core.press.takeNotes(file),
    done: ({ added }) => {
      onClose();
      return t`${plural(added, { one: "# note added", other: "# notes added" })}`;
    },
  });
  const pick = async () => {
    const found = await shell.pickFile(t`A Markdown file`, [{ name: t`Markdown`, extensions: ["md", "markdown", "txt"] }]);
    if (found !== null) setPath(found);
  };
  const type = (words: string) => {
    setPath(null);
    setText(words);
  };
  const unknown = error && (error.code === "unknownFormat" ? t`No heading in it names a block: “## Channels”, “## Customer segments” and so on.` : sentence(error));
  return (
    <div className={css.bring}>
      <TextArea label={t`Paste it here`} hint={t`A heading for each block, a bullet for each note. Nothing on the canvas is changed or taken away.`} value={text} onChange={type} rows={6} autoFocus />
      {shell.canPick() && <Button icon={FileInput} onPress={() => void pick()}>{t`Choose a file…`}</Button>}
      {isSaid && unknown && <Notice tone="warn">{unknown}</Notice>}
      {isSaid && data && <Brought seen={data} />}
      <div className={css.deeds}>
        <Button kind="primary" isDisabled={!isSaid || !data || data.added === 0} isPending={take.isPending} onPress={() => take.mutate()}>{t`Put them on the canvas`}</Button>
      </div>
    </div>
  );
}

function Brought({ seen }: { seen: CanvasFilePreview }) {
  const { t } = useLingui();
  const { blocks, added, strangers } = seen;
  const passed = strangers.join(", ");
  return (
    <section aria-label={t`What it brings`} className={css.bring}>
      <p>{added === 0 ? t`Nothing new: every note is there already.` : t`${plural(added, { one: "# new note", other: "# new notes" })}`}</p>
      {blocks.filter((one) => one.added.length > 0).map((one) => (
        <section key={one.block}>
          <h3 className={css.block}>{one.name}</h3>
          <ul className={css.list}>{one.added.map((words) => <li key={words}><bdi>{words}</bdi></li>)}</ul>
        </section>
      ))}
      {passed !== "" && <p className={css.quiet}>{t`Passed over, for these headings name no block: ${passed}.`}</p>}
    </section>
  );
}
