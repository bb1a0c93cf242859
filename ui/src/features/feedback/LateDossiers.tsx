/** On Today: purchases that take longer than expected, or wait for a paper. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { HowLong } from "./DossierCard";
import css from "./feedback.module.css";
import { lateDossiers } from "./queries";

/** As many as Today has room for; the others stand on the page of this room. */
const MOST = 3;

export function LateDossiers({ day }: { day: string }) {
  const { t } = useLingui();
  const late = useQuery(lateDossiers(day)).data ?? [];
  if (late.length === 0) return null;
  return (
    <section className={css.late}>
      <SectionHead title={t`Late dossiers`} count={late.length} note={<Link to="/feedback" search={{ view: "dossiers" } as never} className={css.who}><Trans>All dossiers</Trans></Link>} />
      <Card rows>
        <ul aria-label={t`Late dossiers`}>
          {late.slice(0, MOST).map((dossier) => (
            <li key={dossier.id} className={css.lateRow}>
              <span><bdi>{dossier.title}</bdi> · <Link to="/people/$personId" params={{ personId: dossier.person.id }} className={css.who}><bdi>{dossier.person.name}</bdi></Link></span>
              <span className={css.facts}><HowLong dossier={dossier} /></span>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
