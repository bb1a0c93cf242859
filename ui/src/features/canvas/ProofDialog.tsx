/** Picks touchpoints from the log that speak for a note or against it. */
import { useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { Note } from "../../bindings/Note";
import type { NoteProof } from "../../bindings/NoteProof";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Dialog } from "../../components/overlays/Dialog";
import { useProve } from "./actions";
import css from "./links.module.css";
import { touchpointsSaying } from "./queries";

export function ProofDialog({ note, known, onClose }: { note: Note; known: readonly NoteProof[]; onClose: () => void }) {
  const { t } = useLingui();
  const prove = useProve();
  const [text, setText] = useState("");
  const { data: hits = [] } = useQuery({ ...touchpointsSaying(useDeferredValue(text.trim())), placeholderData: keepPreviousData });
  const says = (id: string) => {
    const proof = known.find(({ touchpoint }) => touchpoint.id === id);
    return proof && (proof.against ? "against" : "for");
  };
  return (
    <Dialog title={t`What was said about it?`} isOpen onClose={onClose} closeLabel={t`Close`} footer={<Button kind="primary" onPress={onClose}>{t`Done`}</Button>}>
      <p className={css.note}><bdi>{note.text}</bdi></p>
      <TextField aria-label={t`Find a touchpoint`} placeholder={t`Words that were said, or a name`} value={text} onChange={setText} autoFocus />
      {hits.length === 0 && <p className={css.none}>{t`Nothing in the log says that.`}</p>}
      <ul className={css.results}>
        {hits.map(({ id, title, line }) => {
          const is = says(id);
          const set = (to: "for" | "against") => prove.mutate({ id: note.id, touchpoint: id, says: is === to ? "nothing" : to });
          return (
            <li key={id} className={css.result}>
              <span><bdi>{title}</bdi><span className={css.said}><bdi>{line}</bdi></span></span>
              <Button size="s" aria-pressed={is === "for"} onPress={() => set("for")}>{t`Speaks for it`}</Button>
              <Button size="s" aria-pressed={is === "against"} onPress={() => set("against")}>{t`Against it`}</Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
