/** Keeps a letter's words for the next one like it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Draft } from "../../bindings/Draft";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Dialog } from "../../components/overlays/Dialog";
import { Notice } from "../../components/layout/States";
import { useSentence } from "../../strings/sentences";
import { useSaveTemplate } from "./actions";
import css from "./drafts.module.css";
import { useFaultWords } from "./templateFaults";
import type { Words } from "./useLetterText";

const FORM = "save-template";

export function SaveAsTemplate({ draft, words, onClose }: { draft: Draft; words: Words; onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const save = useSaveTemplate();
  const faultWords = useFaultWords();
  const { kind } = draft.row;
  const [title, setTitle] = useState(words.subject);
  const problem = save.data?.problem;
  const line = problem?.line;
  const keep = () =>
    save.mutate(
      { kind, language: draft.language, title, subject: words.subject, body: words.text },
      { onSuccess: (saved) => saved.problem === null && onClose() },
    );
  return (
    <Dialog
      title={t`Save as template`}
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      size="s"
      footer={<Button kind="primary" type="submit" form={FORM} isDisabled={title.trim() === ""}><Trans>Save template</Trans></Button>}
    >
      <form
        id={FORM}
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== "") keep();
        }}
      >
        {save.error && <Notice tone="danger">{sentence(save.error)}</Notice>}
        {problem && <Notice tone="warn"><Trans>Line {line}:</Trans> {faultWords(problem)}</Notice>}
        <TextField label={t`What it is called`} value={title} onChange={setTitle} autoFocus hint={t`The words are kept as they stand, names too.`} />
      </form>
    </Dialog>
  );
}
