/** In Settings: what the coach keeps quiet about in letters of a kind or in all, and the way to let it speak again. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { useSpeakAgain } from "./actions";
import css from "./coach.module.css";
import { topicsOfChecks } from "./findings";
import { useKindName } from "./kinds";
import { quietChecks } from "./queries";

export function QuietSection() {
  const { t, i18n } = useLingui();
  const kindName = useKindName();
  const { data = [] } = useQuery(quietChecks);
  const speak = useSpeakAgain();
  return (
    <section>
      <SectionHead title={t`Where the coach keeps quiet`} />
      <Card>
        {data.length === 0 && <p className={css.quiet}><Trans>Nowhere: it reads every letter for everything. “Ignore” beside a finding changes that.</Trans></p>}
        {data.length > 0 && (
          <ul className={css.list}>
            {data.map(({ id, check, kind }) => {
              const about = i18n._(topicsOfChecks[check]);
              const name = kind === null ? "" : kindName(kind);
              return (
                <li key={id} className={css.row}>
                  <span>{kind === null ? t`${about}: in all letters` : t`${about}: in letters of the kind “${name}”`}</span>
                  <Button kind="quiet" size="s" aria-label={t`Speak again about ${about}`} onPress={() => speak.mutate(id)}><Trans>Speak again</Trans></Button>
                </li>
              );
            })}
          </ul>
        )}
      </Card>
    </section>
  );
}
