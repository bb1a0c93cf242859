/** The template a letter was filled from, and filling it again: with another one, for another reason, or with what is known now. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import type { Draft } from "../../bindings/Draft";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { Chip } from "../../components/marks/Chip";
import { Dialog } from "../../components/overlays/Dialog";
import { useSentence } from "../../strings/sentences";
import { useRefill } from "./actions";
import css from "./drafts.module.css";
import { useLanguageName } from "./letterLanguages";
import { templates } from "./queries";
import { useFaultWords } from "./templateFaults";

const FORM = "refill";

export function MadeOf({ draft, keep }: { draft: Draft; keep: () => Promise<void> }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const { made, row, batch } = draft;
  // Letters of a batch are filled again where the batch is read.
  if (row.status !== "writing" || batch) return null;
  const title = made?.title;
  const isOld = made !== null && made.newest > made.version;
  return (
    <div className={css.made}>
      {title && <span className={css.to}><Trans>From the template <bdi>{title}</bdi></Trans></span>}
      {isOld && <Chip tone="warn">{t`changed since`}</Chip>}
      <Button kind="quiet" size="s" icon={RefreshCw} onPress={() => setOpen(true)}>{made ? <Trans>Fill again</Trans> : <Trans>Fill from a template</Trans>}</Button>
      {isOpen && <Refill draft={draft} keep={keep} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Refill({ draft, keep, onClose }: { draft: Draft; keep: () => Promise<void>; onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const faultWords = useFaultWords();
  const languageName = useLanguageName();
  const refill = useRefill();
  const { id, kind, person } = draft.row;
  const { made } = draft;
  const all = useQuery(templates).data ?? [];
  const fitting = all.filter((one) => one.kind === kind || one.key === made?.template);
  const [chosen, choose] = useState(made?.template ?? "");
  const [reason, setReason] = useState(made?.reason ?? "");
  const template = fitting.find(({ key }) => key === chosen) ?? fitting[0];
  const problem = refill.data?.problem;
  const run = () => {
    if (!template || refill.isPending) return;
    const filled = { id, template: template.key, ...(template.asksReason && { reason }) };
    void keep().then(() => refill.mutate(filled, { onSuccess: (said) => said.problem === null && onClose() }), () => undefined);
  };
  return (
    <Dialog
      title={t`Fill the letter again`} isOpen onClose={onClose} closeLabel={t`Close`} size="s"
      footer={<Button kind="primary" type="submit" form={FORM} isDisabled={!template} isPending={refill.isPending}><Trans>Fill again</Trans></Button>}
    >
      <form
        id={FORM} className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        {refill.error && <Notice tone="danger">{sentence(refill.error)}</Notice>}
        {problem && <Notice tone="warn">{faultWords(problem, person.name)}</Notice>}
        <p><Trans>What you typed stays; everything else is as the template says now, with what the book knows now.</Trans></p>
        {template ? (
          <Select label={t`Template`} options={fitting.map(({ key, title, language }) => ({ id: key, label: title, detail: languageName(language) }))} value={template.key} onChange={choose} autoFocus />
        ) : (
          <p><Trans>There is no template of this kind yet.</Trans></p>
        )}
        {template?.asksReason && <TextField label={t`Why you write`} value={reason} onChange={setReason} />}
      </form>
    </Dialog>
  );
}
