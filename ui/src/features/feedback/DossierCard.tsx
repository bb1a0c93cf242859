/** One dossier: who leads it, how long it takes, its steps and papers, and its end. Everything is changed where it stands. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CircleCheck, Clock, RotateCcw, Trash2, TriangleAlert } from "lucide-react";
import type { Dossier } from "../../bindings/Dossier";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { Card } from "../../components/layout/Card";
import { Chip } from "../../components/marks/Chip";
import { toasts } from "../../components/overlays/toasts";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import { DossierPapers } from "./DossierPapers";
import { DossierSteps } from "./DossierSteps";
import { useCloseDossier, useRemoveDossier, useReopenDossier, useSaveDossier } from "./dossierActions";
import css from "./feedback.module.css";

export function DossierCard({ dossier, withPerson = false }: { dossier: Dossier; withPerson?: boolean }) {
  const { t } = useLingui();
  const save = useSaveDossier();
  const close = useCloseDossier();
  const reopen = useReopenDossier();
  const remove = useRemoveDossier();
  const { id, person, title, owner, expectedDays, startedOn, closedOn, outcome } = dossier;
  const name = isolated(title);
  const isOpen = closedOn === null;
  // On the page of all of them it stands below the head of its group.
  const Heading = withPerson ? "h3" : "h2";
  const keep = (part: string) => ["feedback", "dossier", id, part];
  const setDays = (text: string) => {
    if (/^\d{0,4}$/.test(text)) save.mutate({ id, expectedDays: Number(text) });
    else toasts.say(t`“${text}” is no number of days.`, { tone: "danger" });
  };
  return (
    <Card label={title}>
      <div className={css.dossier}>
        <Heading className={css.asks}><InPlace needed label={t`What the dossier is about`} value={title} keep={keep("title")} placeholder={t`What it is about`} onSave={(to) => save.mutate({ id, title: to })} /></Heading>
        <p className={css.facts}>
          {withPerson && <Link to="/people/$personId" params={{ personId: person.id }} className={css.who}><bdi>{person.name}</bdi></Link>}
          <HowLong dossier={dossier} />
        </p>
        <div className={css.lead}>
          <span className={css.fact}>
            <span className={css.label}><Trans>Leads them through</Trans></span>
            <InPlace label={t`Leads them through ${name}`} value={owner} keep={keep("owner")} placeholder={t`nobody yet`} onSave={(to) => save.mutate({ id, owner: to })} />
          </span>
          <span className={css.fact}>
            <span className={css.label}><Trans>Expected days</Trans></span>
            <InPlace label={t`Expected days of ${name}`} value={expectedDays === null ? "" : String(expectedDays)} keep={keep("days")} placeholder={t`not said`} onSave={setDays} />
          </span>
          <DateField className={css.date} label={t`Began on`} value={startedOn} onChange={(day) => day !== null && day !== startedOn && save.mutate({ id, startedOn: day })} />
        </div>
        <DossierSteps dossier={dossier} />
        <DossierPapers dossier={dossier} />
        {!isOpen && (
          <div>
            <span className={css.label}><Trans>What came of it</Trans></span>
            <InPlace letter label={t`What came of ${name}`} value={outcome} keep={keep("outcome")} placeholder={t`What came of it?`} onSave={(to) => save.mutate({ id, outcome: to })} />
          </div>
        )}
        <div className={css.deeds}>
          {isOpen ? (
            <Button size="s" icon={CircleCheck} aria-label={t`Close it: ${name}`} onPress={() => close.mutate({ id })}>{t`Close it`}</Button>
          ) : (
            <Button size="s" kind="quiet" icon={RotateCcw} aria-label={t`Open again: ${name}`} onPress={() => reopen.mutate(dossier)}>{t`Open again`}</Button>
          )}
          <Button size="s" kind="quiet" icon={Trash2} aria-label={t`Remove: ${name}`} onPress={() => remove.mutate(dossier)} />
        </div>
      </div>
    </Card>
  );
}

/** "23 of 30 days", "14 days longer than expected". */
export function HowLong({ dossier }: { dossier: Dossier }) {
  const { t } = useLingui();
  const format = useFormat();
  const { days, expectedDays, overDays, closedOn, longMissing } = dossier;
  const count = t`${plural(days, { one: "# day", other: "# days" })}`;
  const closed = closedOn === null ? "" : format.fullDay(closedOn);
  const papers = format.list(longMissing);
  return (
    <>
      {overDays !== null && <span className={css.mark}><Chip tone="danger" icon={Clock}>{t`${plural(overDays, { one: "# day longer than expected", other: "# days longer than expected" })}`}</Chip></span>}
      {longMissing.length > 0 && <span className={css.mark}><Chip tone="warn" icon={TriangleAlert}>{t`missing for more than a week: ${papers}`}</Chip></span>}
      <span>{expectedDays === null || closedOn !== null ? count : t`${count} of ${expectedDays}`}</span>
      {closed && <span>{t`closed ${closed}`}</span>}
    </>
  );
}
