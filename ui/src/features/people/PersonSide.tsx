/** Beside the timeline: how to reach the person, what the relationship is like, who is around them, what to remember. */
import { Trans, useLingui } from "@lingui/react/macro";
import { ChevronRight } from "lucide-react";
import type { ComponentType } from "react";
import type { Person } from "../../bindings/Person";
import { SectionHead } from "../../components/layout/Heads";
import type { PersonPart } from "../../frame/personParts";
import { useEditPerson } from "./actions";
import { InPlace } from "../../frame/InPlace";
import { FieldsPart } from "./FieldsPart";
import { DatesPart, RolesPart, TiesPart } from "./OtherParts";
import css from "./person.module.css";
import { ReachPart } from "./ReachPart";
import { RelationPart } from "./RelationPart";

export interface PersonSideProps {
  person: Person;
  Permission: ComponentType<PersonPart>;
  parts: readonly ComponentType<PersonPart>[];
}

export function PersonSide({ person, Permission, parts }: PersonSideProps) {
  const { t } = useLingui();
  const edit = useEditPerson();
  const { id } = person.row;
  return (
    <div className={css.side}>
      <ReachPart person={person} />
      <Permission person={person} />
      {parts.map((Part, at) => <Part key={at} person={person} />)}
      <RelationPart person={person} />
      <TiesPart person={person} />
      <section className={css.part}>
        <SectionHead title={t`Remember`} />
        <InPlace letter label={t`Remember`} value={person.note} keep={[id, "note"]} placeholder={t`What do you want to know before you call?`} onSave={(note) => edit.mutate({ id, note })} />
      </section>
      <FieldsPart person={person} />
      <DatesPart person={person} />
      <RolesPart person={person} />
      {person.extra.length > 0 && (
        <details className={css.extra}>
          <summary><ChevronRight size={14} strokeWidth={2} aria-hidden /><Trans>What the import could not place</Trans></summary>
          <ul>{person.extra.map((line, at) => <li key={at} dir="auto">{line}</li>)}</ul>
        </details>
      )}
    </div>
  );
}
