/** The dossiers of a person: open ones first, a new one begun with its title. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import type { PersonPart } from "../../frame/personParts";
import { DossierCard } from "./DossierCard";
import { useSaveDossier } from "./dossierActions";
import css from "./feedback.module.css";
import { dossiersOf } from "./queries";

export function DossierPanel({ person }: PersonPart) {
  const { t } = useLingui();
  const save = useSaveDossier();
  const [title, setTitle] = useState("");
  const { id, name } = person.row;
  const { data } = useQuery(dossiersOf(id));
  if (!data) return null;
  const begin = (event: FormEvent) => {
    event.preventDefault();
    const typed = title.trim();
    if (typed !== "" && !save.isPending) save.mutate({ person: id, title: typed }, { onSuccess: () => setTitle("") });
  };
  return (
    <div className={css.panel}>
      {data.total === 0 && <p className={css.none}><Trans>A purchase that takes longer and is made to measure: one of you leads them through it, step by step, with the papers it needs.</Trans></p>}
      <form className={css.addLine} onSubmit={begin}>
        <TextField className={css.grow} aria-label={t`A new dossier`} placeholder={t`What are they about to buy?`} value={title} onChange={setTitle} />
        <Button type="submit" icon={Plus}><Trans>Begin a dossier</Trans></Button>
      </form>
      {data.items.length > 0 && <ul className={css.cards} aria-label={t`Dossiers of ${name}`}>{data.items.map((dossier) => <li key={dossier.id}><DossierCard dossier={dossier} /></li>)}</ul>}
    </div>
  );
}
