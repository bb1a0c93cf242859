/** What a segment needs, and beside each need what one does about it. */
import { useLingui } from "@lingui/react/macro";
import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { SegmentNeed } from "../../bindings/SegmentNeed";
import type { SegmentPlan } from "../../bindings/SegmentPlan";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { InPlace } from "../../frame/InPlace";
import { useRemoveNeed, useSaveNeed } from "./actions";
import css from "./plan.module.css";

export function Needs({ plan }: { plan: SegmentPlan }) {
  const { t } = useLingui();
  const [adds, setAdds] = useState(false);
  const segment = plan.segment.id;
  const open = plan.needs.filter((one) => one.action === "").length;
  return (
    <section className={css.whole}>
      <SectionHead title={t`What they need`} count={plan.needs.length} note={open > 0 ? t`without an answer yet: ${open}` : undefined} />
      <Card rows>
        {plan.needs.length === 0 && !adds && <p className={css.teach}>{t`What do they need that brought them to you, and what do you do about it? A need without an answer is a plan for tomorrow.`}</p>}
        {plan.needs.length > 0 && (
          <ul aria-label={t`What they need`} className={css.list}>
            {plan.needs.map((need) => <NeedRow key={need.id} segment={segment} need={need} />)}
          </ul>
        )}
        {adds ? <NewNeed segment={segment} onDone={() => setAdds(false)} /> : <div className={css.foot}><Button kind="quiet" size="s" icon={Plus} onPress={() => setAdds(true)}>{t`Add a need`}</Button></div>}
      </Card>
    </section>
  );
}

function NeedRow({ segment, need: one }: { segment: string; need: SegmentNeed }) {
  const { t } = useLingui();
  const save = useSaveNeed();
  const remove = useRemoveNeed();
  const { id, need, action } = one;
  return (
    <li className={css.row}>
      <span className={css.need}><InPlace label={t`The need`} value={need} onSave={(to) => save.mutate({ id, segment, need: to, action })} keep={["segments", id, "need"]} placeholder={t`What do they need?`} lines needed /></span>
      <span className={css.arrow} aria-hidden>→</span>
      <span className={css.about}><InPlace label={t`What you do about: ${need}`} value={action} onSave={(to) => save.mutate({ id, segment, need, action: to })} keep={["segments", id, "action"]} placeholder={t`What do you do about it?`} lines /></span>
      <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove the need: ${need}`} onPress={() => remove.mutate({ id })} />
    </li>
  );
}

function NewNeed({ segment, onDone }: { segment: string; onDone: () => void }) {
  const { t } = useLingui();
  const save = useSaveNeed();
  const [need, setNeed] = useState("");
  const [action, setAction] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (need.trim() !== "") save.mutate({ segment, need, action }, { onSuccess: onDone });
  };
  return (
    <form className={css.form} onSubmit={send} aria-label={t`A new need`} onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onDone()}>
      <TextField label={t`What they need`} value={need} onChange={setNeed} className={css.grow} autoFocus />
      <TextField label={t`What you do about it`} value={action} onChange={setAction} className={css.grow} />
      <div className={css.formEnd}>
        <Button kind="quiet" onPress={onDone}>{t`Back`}</Button>
        <Button type="submit" isPending={save.isPending} isDisabled={need.trim() === ""}>{t`Add`}</Button>
      </div>
    </form>
  );
}
