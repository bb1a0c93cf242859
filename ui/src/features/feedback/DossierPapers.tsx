/** The papers that a dossier needs: only whether each is missing, was asked for or came. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Dossier } from "../../bindings/Dossier";
import type { PaperState } from "../../bindings/PaperState";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import { useRemovePaper, useSavePaper } from "./dossierActions";
import css from "./feedback.module.css";

export function DossierPapers({ dossier }: { dossier: Dossier }) {
  const { t } = useLingui();
  const format = useFormat();
  const save = useSavePaper();
  const remove = useRemovePaper();
  const [name, setName] = useState("");
  const { id, title, papers } = dossier;
  const states: { id: PaperState; label: string }[] = [{ id: "missing", label: t`missing` }, { id: "asked", label: t`asked for` }, { id: "received", label: t`received` }];
  const add = (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    if (typed !== "" && !save.isPending) save.mutate({ dossier: id, name: typed }, { onSuccess: () => setName("") });
  };
  return (
    <div>
      <span className={css.label}><Trans>Papers</Trans></span>
      {papers.length > 0 && (
        <ul className={css.parts} aria-label={t`Papers of ${title}`}>
          {papers.map((paper) => {
            const called = isolated(paper.name);
            const since = format.day(paper.since);
            return (
              <li key={paper.id} className={css.part}>
                <span className={css.partWords}><InPlace needed label={t`Paper`} value={paper.name} keep={["feedback", "paper", paper.id]} placeholder={t`What paper is it?`} onSave={(to) => save.mutate({ id: paper.id, name: to })} /></span>
                <Select label={t`Where ${called} is`} quietLabel plain options={states} value={paper.state} onChange={(state) => save.mutate({ id: paper.id, state })} />
                <span className={css.label}>{t`since ${since}`}</span>
                <span className={css.partDeeds}><Button size="s" kind="quiet" icon={X} aria-label={t`Take off: ${called}`} onPress={() => remove.mutate(paper)} /></span>
              </li>
            );
          })}
        </ul>
      )}
      <form className={css.addLine} onSubmit={add}>
        <TextField className={css.grow} aria-label={t`A paper for ${title}`} placeholder={t`Which paper is needed?`} value={name} onChange={setName} />
        <Button type="submit" size="s" icon={Plus} aria-label={t`Add the paper`}><Trans>Add</Trans></Button>
      </form>
    </div>
  );
}
