/** What to remember of the person while writing. The last exchange stands above the letter. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Draft } from "../../bindings/Draft";
import { SectionHead } from "../../components/layout/Heads";
import css from "./coach.module.css";

export function Known({ draft: { remember, row } }: { draft: Draft }) {
  const { t } = useLingui();
  return (
    <section>
      <SectionHead title={t`What you know`} note={<Link to="/people/$personId" params={{ personId: row.person.id }}><Trans>Their page</Trans></Link>} />
      {remember ? <p className={css.remember} dir="auto">{remember}</p> : <p className={css.quiet}><Trans>Nothing is noted to remember.</Trans></p>}
    </section>
  );
}
