/** Above the letters of a batch: its name, how far one has come, and the way to those who are held. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Ellipsis, Trash2 } from "lucide-react";
import type { Batch } from "../../bindings/Batch";
import { Button } from "../../components/controls/Button";
import { Radios } from "../../components/controls/Toggles";
import { Menu } from "../../components/overlays/Menu";
import { useRemoveBatch } from "./batchActions";
import css from "./batch.module.css";
import type { BatchView } from "./BatchRoom";
import own from "./templates.module.css";

export function BatchHead({ batch, view, onView, onGone }: { batch: Batch; view: BatchView; onView: (to: BatchView) => void; onGone: () => void }) {
  const { t } = useLingui();
  const remove = useRemoveBatch();
  const { name, letters, approved, held, sent, answered, noAnswer } = batch;
  return (
    <header className={css.head}>
      <div className={css.line}>
        <div className={own.heads}>
          <Link to="/drafts" className={own.back}><ArrowLeft size={14} strokeWidth={1.75} aria-hidden /><Trans>Drafts</Trans></Link>
          <h1 className={css.name}><bdi>{name}</bdi></h1>
        </div>
        <Menu label={t`More about this batch`} deeds={[{ id: "remove", label: t`Take the batch out`, icon: Trash2, danger: true, onDo: () => remove.mutate(batch, { onSuccess: onGone }) }]}>
          <Button kind="quiet" icon={Ellipsis} aria-label={t`More`} />
        </Menu>
      </div>
      <div className={css.far} role="progressbar" aria-label={t`Read`} aria-valuemin={0} aria-valuemax={Math.max(letters, 1)} aria-valuenow={approved} aria-valuetext={t`${approved} of ${letters} read`}>
        <span style={{ inlineSize: `${(100 * approved) / Math.max(letters, 1)}%` }} />
      </div>
      <p className={css.counts} role="status">
        <Trans>{approved} of {letters} read</Trans>
        {sent > 0 && <> · <Trans>{sent} went, {answered} answered</Trans></>}
        {noAnswer > 0 && <> · <Trans>{noAnswer} without an answer</Trans></>}
      </p>
      <Radios
        label={t`What is shown`}
        quietLabel
        bar
        value={view}
        onChange={onView}
        options={[{ id: "letters", label: t`Letters ${letters}` }, { id: "held", label: t`Held ${held}` }]}
      />
    </header>
  );
}
