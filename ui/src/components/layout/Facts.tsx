/** Named facts, one below the other: "Phone  +52 951 …". */
import { Fragment, type ReactNode } from "react";
import css from "./layout.module.css";

export function Facts({ facts }: { facts: readonly { name: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className={css.facts}>
      {facts.map((fact, i) => (
        <Fragment key={i}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
