/** All purchases that somebody leads a customer through: those that are late first, then open ones, then what is closed. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Dossier } from "../../bindings/Dossier";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { EmptyState, Notice } from "../../components/layout/States";
import { useSentence } from "../../strings/sentences";
import { DossierCard } from "./DossierCard";
import css from "./feedback.module.css";
import { allDossiers } from "./queries";

const PAGE = 50;
const MOST = 500;
const isLate = ({ overDays, longMissing }: Dossier) => overDays !== null || longMissing.length > 0;

export function DossiersView() {
  const { t } = useLingui();
  const sentence = useSentence();
  const [limit, setLimit] = useState(PAGE);
  const [showsClosed, showClosed] = useState(false);
  const { data, error } = useQuery(allDossiers(limit));
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return null;
  if (data.total === 0) return <EmptyState title={t`No dossier yet`} text={t`A purchase that takes longer and is made to measure gets a dossier on its customer's page: who leads them through it, the steps, the papers it needs. What is late stands here first, and on Today.`} />;
  const late = data.items.filter(isLate);
  const open = data.items.filter((one) => one.closedOn === null && !isLate(one));
  const closed = data.items.filter((one) => one.closedOn !== null);
  const over = closed.length;
  return (
    <div className={css.view}>
      <Part title={t`Late`} dossiers={late} />
      <Part title={t`On their way`} dossiers={open} />
      {over > 0 && <div><Button size="s" kind="quiet" aria-expanded={showsClosed} onPress={() => showClosed(!showsClosed)}>{t`${plural(over, { one: "# that is closed", other: "# that are closed" })}`}</Button></div>}
      {showsClosed && <Part title={t`Closed`} dossiers={closed} />}
      {data.total > data.items.length && limit < MOST && <div><Button onPress={() => setLimit(Math.min(MOST, limit * 4))}><Trans>Show more</Trans></Button></div>}
    </div>
  );
}

function Part({ title, dossiers }: { title: string; dossiers: readonly Dossier[] }) {
  if (dossiers.length === 0) return null;
  return (
    <section>
      <SectionHead title={title} count={dossiers.length} />
      <ul className={css.cards} aria-label={title}>{dossiers.map((dossier) => <li key={dossier.id}><DossierCard dossier={dossier} withPerson /></li>)}</ul>
    </section>
  );
}
